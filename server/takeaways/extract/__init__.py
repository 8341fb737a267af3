"""extract: bytes -> Paper, Document. Every parse happens in a worker process, as all of this input is a stranger's.

::

    extractor.py  Extractor, the door: a pool of workers      worker.py   one worker process
    frames.py     the messages between the two                reading.py  which parser reads these bytes
    arxiv/        abs pages and Atom feeds -> Paper           parts.py    what a parser gives -> Document
    html/         LaTeXML and other pages -> Parts            pdf/        PDFs -> Parts
    links.py      code, project and data addresses in the text     names.py    the same person in two spellings
"""

from .extractor import Extraction, Extractor
from .parts import VERSION, abstract_only

__all__ = ["VERSION", "Extraction", "Extractor", "abstract_only"]
