"""What a model is told of a paper, and what becomes of its answer.

From the ground up: passages (the paper as numbered stretches), answer (the shape that is asked for), prompt (the files of
prompts/, filled), growing (an answer that is still being written), lint (what may not stand in it), terms (one rendering
a term), repetition (nothing twice), draft (the claims as they become whole), parts (papers longer than the model's
context), writer (the story).
"""
