"""An address -> bytes: the only room that dials an address a stranger named.

The door is `Fetcher`. Every address is checked when it is dialled, every redirect anew; time, size and inflated size
are limited; what came is told from its bytes. `Pace` is the protocol of whose turn it is, implemented in store/.
"""

from .fetcher import Fetched, Fetcher, Pace
from .pictures import media_type

__all__ = ["Fetched", "Fetcher", "Pace", "media_type"]
