"""What a claim rests on, looked up by the server: nothing that a writer says of its own evidence is believed.

`ground` is for claims made of the paper's own sentences: verbatim. `Grounder` is for a model's: it finds the quote as a
model copies it, looks every number and name of the claim up in the evidence, and asks whether numbers keep their role, and
whether direction and hedge are the paper's. It says no more than that: the meaning is not checked.
"""

from .grounder import Grounder
from .strict import block_texts, ground, numbers

__all__ = ["Grounder", "block_texts", "ground", "numbers"]
