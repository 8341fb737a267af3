"""What outlives a request, over one SQLite file: `Cache` (bytes by key) and, in it, `Summaries`, `Papers` and `Albums`;
`Blobs` (uploads, and apart from them pictures); `SharedPace` (whose turn it is);
`Tokens` (what models have cost today).

A store that is damaged, full or read-only never stops the reading of a paper: reads then find nothing, writes are
dropped, and `Database.check` says so for the health page.
"""

from .albums import Album, Albums
from .blobs import Blobs
from .cache import Cache
from .database import Database
from .pace import SharedPace
from .papers import Papers
from .summaries import Kept, Summaries
from .tokens import Tokens

__all__ = ["Album", "Albums", "Blobs", "Cache", "Database", "Kept", "Papers", "SharedPace", "Summaries", "Tokens"]
