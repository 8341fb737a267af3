"""A thesis of any length, with all that stands before and between its chapters. Its sentences are made by seed."""

from __future__ import annotations

import random

from .setting import File, Piece, pdf

CHAPTERS = 8
_SECTIONS, _SENTENCES = 9, 8
_ABSTRACT = (
    "Rivers that were straightened in the last century are being let loose again, and nobody knows how long they need to "
    "find a bed of their own. This thesis presents a survey of 61 restored rivers over 22 years, from aerial photographs "
    "and from 1,800 profiles measured on foot. It shows that a river regains half of its former bends within nine years, "
    "and that the grain of its bed matters more than its slope. A model of two parameters predicts the width of the new "
    "bed to within 12%. The results suggest that restoration should begin with the gravel and not with the banks."
)
_TOPICS = (
    "Rivers and Their Straightening", "What Is Known of Free Rivers", "The Survey", "Reading Photographs",
    "Grain, Slope and Bends", "A Model of Two Parameters", "What the Model Misses", "Conclusion",
)  # fmt: skip
_WHO = ("The river", "The gravel bed", "The left bank", "The measured profile", "The model", "The survey", "The old channel")
_DOES = ("moved by", "widened by", "lost", "gained", "kept within", "differed by", "settled at")
_WHERE = (
    "in the second winter after the works", "below the weir of the upper mill", "along the reach without trees",
    "where the flood of 2013 had passed", "at the eleven sites with coarse gravel", "in years of low water",
)  # fmt: skip
_TAIL = (
    "which agrees with the photographs of the same year", "although the slope was the same", "as the older maps show",
    "and the difference grew with the grain of the bed", "while the control reach did not change",
)  # fmt: skip


def _paragraph(draw: random.Random) -> str:
    said = [
        f"{draw.choice(_WHO)} {draw.choice(_DOES)} {draw.uniform(0.3, 40):.1f} metres {draw.choice(_WHERE)}, "
        f"{draw.choice(_TAIL)}."
        for _ in range(_SENTENCES)
    ]
    return " ".join(said)


def thesis(paragraphs: int) -> File:
    """The whole file; with 28 paragraphs a section it has 300 pages, with 3 it has 50."""
    draw = random.Random(7)
    made: list[Piece] = [
        ("title", "How Rivers Find Their Bed Again"),
        ("by", "Dissertation submitted for the degree of Doctor of Philosophy"),
        ("by", "Henrike Olsen"),
        ("by", "Faculty of Earth Sciences, University of Norrland, 2024"),
        ("page", ""),
        ("h", "Declaration"),
        ("p", "I declare that this thesis is my own work and that it has not been submitted for any other degree."),
        ("page", ""),
        ("h", "Acknowledgements"),
        ("p", "I thank my supervisors for their patience, the rangers of three parks for their boats, and my parents."),
        ("page", ""),
        ("h", "Abstract"),
        ("p", _ABSTRACT),
        ("page", ""),
        ("h", "Contents"),
    ]
    for n, topic in enumerate(_TOPICS, 1):
        made.append(("contents", f"{n} {topic} {'. ' * 40} {n * 36}"))
        made += [("contents", f"{n}.{m} Part {m} of it {'. ' * 40} {n * 36 + m}") for m in range(1, _SECTIONS + 1)]
    for n, topic in enumerate(_TOPICS[:-1], 1):
        made += [("page", ""), ("h", f"{n} {topic}")]
        made.append(("p", f"This chapter treats {topic.lower()}. {_paragraph(draw)}"))
        for m in range(1, _SECTIONS + 1):
            made.append(("h", f"{n}.{m} Part {m} of It"))
            made += [("p", _paragraph(draw)) for _ in range(paragraphs)]
    made += [
        ("page", ""),
        ("h", f"{CHAPTERS} {_TOPICS[-1]}"),
        (
            "p",
            "This thesis has followed 61 rivers for 22 years after their banks were opened. We found that half of the "
            "former bends return within nine years, whatever the slope. The grain of the bed explains 64% of the "
            "difference between rivers. Our model predicts the width of a new bed to within 12% from two numbers that can "
            "be measured in a day. The survey has its limits: rivers with dams above them were left out, and no site lies "
            "above 900 metres. Future restorations should bring gravel first.",
        ),
        ("h", "Bibliography"),
        *[("p", f"[{n}] Author {n}. On rivers and their beds. Journal of Rivers {n}, 1990.") for n in range(1, 40)],
    ]
    return pdf(made)
