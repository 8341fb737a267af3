"""Document -> Summary, told as events.

One door: a `Summarizer`. `Embedded` is the one that is always there: it chooses sentences of the paper, without
weights, network or key. Every claim leaves through `ground`, which checks its quote and its numbers against the blocks.

Within, from the ground up: sentences, words, language, cleaning, cues, fitness (about one sentence), roles (about the
sections), reading (a document as sentences), choosing, noting, keywords (what is taken), spots, grounding (with which
evidence), embedded (the story).
"""

from .embedded import Embedded
from .grounding import block_texts, ground
from .summarizer import Summarizer

__all__ = ["Embedded", "Summarizer", "block_texts", "ground"]
