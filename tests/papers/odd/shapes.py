"""Papers of other shapes: without sections, very short, a poster, slides."""

from __future__ import annotations

from .setting import Odd, page, pdf, pieces

EXTENDED = [
    "Bees find their way home over several kilometres, and how they use the polarised light of the sky is still debated. "
    "We present a small sensor that measures the polarisation of the sky from a walking robot and steers it home by that "
    "alone. The sensor has eight photodiodes with crossed filters and weighs 14 grams. Over 60 runs of 200 metres each the "
    "robot came home to within 2.3 metres on clear days and to within 6.8 metres under broken cloud.",
    "The robot integrates its heading and the length of its steps into a vector that points home. Earlier robots needed a "
    "compass or the position of the sun itself, and both fail under trees. Our sensor sees a patch of the sky of twenty "
    "degrees, so that a gap between the leaves is enough. The heading is updated ten times a second on a microcontroller.",
    "We walked the robot along random paths in an orchard near Thessaloniki in May and June. In 51 of 60 runs the error of "
    "the heading stayed below 3 degrees. Under a closed cloud cover the signal vanished and the robot was lost, which bees "
    "are not: they fall back on landmarks. We have not tried the sensor at dusk, when polarisation is strongest.",
    "The results suggest that polarisation alone explains homing over short distances in open country. The sensor costs "
    "less than twenty euros, and its plans are given to whoever asks for them.",
]
POSTER = [
    ("title", "Does Shade Change How Snails Choose Food?"),
    ("by", "R. Okafor, L. Brandt, Field Station Marram"),
    ("h", "Question"),
    ("big", "Garden snails leave shade to feed. Do they choose richer food when they must leave it?"),
    ("h", "Method"),
    ("big", "40 snails, two plates, six nights. Distance to shade was 20 or 80 cm."),
    ("h", "Result"),
    ("big", "At 80 cm, 31 of 40 snails chose the richer plate; at 20 cm only 19 did."),
    ("h", "So what"),
    ("big", "Snails weigh the risk of the way against the worth of the food."),
]
SLIDES = [
    ("title", "Small Batteries for Large Fields"),
    ("by", "M. Ionescu, Workshop on Sensing, Cluj 2025"),
    ("page", ""),
    ("h", "Why"),
    ("big", "• Soil sensors die in the second winter"),
    ("big", "• Changing batteries costs more than the sensors"),
    ("page", ""),
    ("h", "What we did"),
    ("big", "• We let sensors sleep until it rains"),
    ("big", "• A drop on a bare wire wakes them up"),
    ("page", ""),
    ("h", "What came out"),
    ("big", "• 200 sensors on 40 hectares for three years"),
    ("big", "• Battery life rose from 14 to 61 months"),
    ("big", "• 3 % of the rain was missed"),
    ("page", ""),
    ("h", "Thank you"),
    ("big", "Questions? ionescu@example.org"),
]
ONE_SENTENCE = [
    (
        "Abstract",
        ["We give a faster way to sort the cards of a library catalogue by hand, and show that it is the fastest."],
    ),
    (
        "1 Introduction",
        [
            "Libraries that lost their computers to floods have had to sort cards by hand again. "
            "The usual way is to sort by the first letter, then within each drawer. "
            "We show that sorting by the last letter first needs a third fewer moves for drawers of more than 300 cards.",
        ],
    ),
    (
        "2 The method",
        [
            "The sorter takes the cards in hands of 40 and lays them on 26 piles by the last letter of the name. "
            "The piles are then gathered in order and laid again by the letter before. "
            "Nothing has to be compared, so that tired sorters make fewer mistakes.",
        ],
    ),
    (
        "3 Results",
        [
            "Twelve volunteers sorted 9,600 cards in 31 hours, against 47 hours with the usual way. "
            "Mistakes fell from 2.1% to 0.6% of the cards. "
            "For drawers of fewer than 100 cards the usual way was faster.",
        ],
    ),
]

SHAPES: dict[str, Odd] = {
    "extended": lambda: pdf(
        pieces("Homing by the Light of the Sky Alone", "Eleni Sideris, Marc Dubois", [(None, EXTENDED)])
    ),
    "poster": lambda: pdf(POSTER, "Helvetica", wide=True),
    "slides": lambda: pdf(SLIDES, "Helvetica", wide=True),
    "one-sentence": lambda: pdf(pieces("Sorting Cards from Behind", "Ana Pires, Tom Hale", ONE_SENTENCE)),
    "one-sentence-page": lambda: page("Sorting Cards from Behind", "Ana Pires, Tom Hale", ONE_SENTENCE),
}
