"""Document -> Summary, told as events.

One door: a `Summarizer`. `Embedded` is the one that is always there: it chooses sentences of the paper, by small models
that ship with it and by rules, without network or key. `Writer` has a language model write, and grounds every claim.
`Fallback` lets the first stand in for the second. Every claim leaves through `grounding`: it is checked against the blocks.

Within, from the ground up: sentences, words, language, cleaning, cues, fitness, shortening (about one sentence),
features, zones, ranking, aspects, weights (the models), roles (about the sections), reading (a document as sentences),
telling (what the models say of them), choosing, noting, keywords (what is taken), spots, grounding (with which evidence),
called, foreign (papers that are not in English), embedded (the story). Of a model: provider (who is asked),
prompts and writing (what for, and what becomes of the answer).
"""

from .embedded import Embedded
from .fallback import Fallback
from .grounding import Grounder, block_texts, ground
from .summarizer import Summarizer
from .writing.asking import Price
from .writing.writer import Writer

__all__ = ["Embedded", "Fallback", "Grounder", "Price", "Summarizer", "Writer", "block_texts", "ground"]
