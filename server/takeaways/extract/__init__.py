"""extract: bytes -> Paper, Document, pictures. Every parse happens in a worker process, as this input is a stranger's.

::

    extractor.py  Extractor, the door: a pool of workers      process.py  one of them, as the service sees it
    worker.py     and as it sees itself                       frames.py   the messages between the two
    reading.py    which parser reads these bytes              parts.py    what a parser gives -> Document
    arxiv/        abs pages and Atom feeds -> Paper           links.py    code, project and data addresses in the text
    html/         LaTeXML and other pages -> Parts            pdf/        PDFs -> Parts
    names.py      the same person in two spellings            png.py      pixels -> PNG
    memory.py     what a paper took, given back
"""

from .extractor import Extraction, Extractor
from .memory import give_back
from .parts import VERSION, abstract_only

__all__ = ["VERSION", "Extraction", "Extractor", "abstract_only", "give_back"]
