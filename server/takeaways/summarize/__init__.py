"""Document -> Summary, told as events.

One door: a `Summarizer`. `Embedded` is the one that is always there: it chooses sentences of the paper, by small models
that ship with it and by rules, without network or key. Every claim leaves through `ground`, which checks its quote and its
numbers against the blocks.

Within, from the ground up: sentences, words, language, cleaning, cues, fitness, shortening (about one sentence),
features, zones, ranking, aspects, weights (the models), roles (about the sections), reading (a document as sentences),
telling (what the models say of them), choosing, noting, keywords (what is taken), spots, grounding (with which evidence),
embedded (the story).
"""

from .embedded import Embedded
from .grounding import Grounder, block_texts, ground
from .summarizer import Summarizer

__all__ = ["Embedded", "Grounder", "Summarizer", "block_texts", "ground"]
