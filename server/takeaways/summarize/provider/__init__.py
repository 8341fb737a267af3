"""Any OpenAI-compatible provider of a model: messages in, pieces of text and one `Finish` out.

One door: `OpenAICompatible`, a `Provider`. Within: dialect (what a server takes), client (the SDK), exchange (a request on a
thread of its own), sse and answer (bytes to text), shape (does it heed the schema), faults (what went wrong, as ours),
attempt (one request), retries, breaker, counting (tokens), known (contexts), compatible (the story). Beside it: `Budget`,
the tokens of a day.
"""

from .breaker import Breaker
from .budget import Budget, Held, Ledger
from .compatible import OpenAICompatible
from .dialect import Dialect
from .known import context_of
from .provider import Finish, Format, Message, Provider
from .retries import Retries

__all__ = [
    "Breaker",
    "Budget",
    "Dialect",
    "Finish",
    "Format",
    "Held",
    "Ledger",
    "Message",
    "OpenAICompatible",
    "Provider",
    "Retries",
    "context_of",
]
