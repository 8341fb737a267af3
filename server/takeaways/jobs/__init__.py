"""Who runs the pipeline, and how its events reach those who wait: one running job per request, its log, its readers.

`Jobs` drains the pipeline in threads; `Takeaways` answers hover cards in batches, from the cache or from abstracts,
with one request to arXiv for all who wait.
"""

from .jobs import Job, Jobs
from .takeaways import Row, Takeaways

__all__ = ["Job", "Jobs", "Row", "Takeaways"]
