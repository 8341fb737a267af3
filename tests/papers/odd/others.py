"""English papers of other fields: mathematics, an essay of the humanities, a letter of physics."""

from __future__ import annotations

from .setting import Odd, page, pdf, pieces

MATHEMATICS = [
    (
        "Abstract",
        [
            "A graph is called mild if every cycle of it has a chord that joins two of its vertices at distance two. "
            "We prove that every mild graph on n vertices has an independent set of at least n/4 vertices, and that the "
            "bound is attained for infinitely many n. "
            "The proof is constructive and gives an algorithm that is linear in the number of edges. "
            "We also show that mild graphs are closed under taking induced subgraphs.",
        ],
    ),
    (
        "1 Introduction",
        [
            "Chordal graphs have been studied since the work of Dirac, and many of their properties rest on short chords. "
            "It is natural to ask what remains when only one chord a cycle is short. "
            "In this paper we introduce mild graphs and determine their independence ratio.",
            "Theorem 1. Every mild graph on n vertices has an independent set of at least n/4 vertices.",
        ],
    ),
    (
        "2 Preliminaries",
        [
            "All graphs are finite and simple. Let G be a graph with vertex set V and edge set E.",
            "Definition 2. A graph G is mild if every cycle C of G has a chord whose ends have distance two on C.",
            "Lemma 3. Every induced subgraph of a mild graph is mild.",
            "Proof. Let H be an induced subgraph of G. Every cycle of H is a cycle of G, and its chord lies in H. □",
        ],
    ),
    (
        "3 Proof of Theorem 1",
        [
            "We argue by induction on n. Let v be a vertex of the least degree. By Lemma 3 the graph G − v is mild. "
            "If v has degree at most three, we remove v and its neighbours and apply the induction hypothesis. "
            "Otherwise every neighbour of v lies on a cycle through v, and its short chord joins two neighbours of v.",
            "It follows that the neighbourhood of v induces a forest, which has an independent set of half its vertices. □",
        ],
    ),
    (
        "4 Open questions",
        ["We do not know whether the bound n/4 can be improved to n/3 for mild graphs without triangles."],
    ),
]
ESSAY = [
    "When Anna Maria Hussey painted the fungi of Kent in the eighteen-forties, she wrote beside each plate what the fungus "
    "smelled of. Historians of science have read these notes as the chatter of an amateur. This essay argues that they were "
    "a method: smell was the one property of a fungus that neither the press nor the drawer could keep.",
    "The natural history of the time was an art of keeping. Plants were pressed, insects were pinned, and what could not be "
    "kept was drawn. A fungus could not be kept at all; by the third day it was a stain. Hussey's correspondents, who never "
    "saw a fresh specimen, asked her again and again what it had smelled of, and she answered them in a vocabulary of her "
    "own making.",
    "That vocabulary was domestic. She compared smells with meal, with new bread, with a wet dog, with the inside of a "
    "drawer. It has been taken for modesty. I read it as a standard: every reader of her letters had smelled new bread, and "
    "hardly one had smelled anisic acid. A shared kitchen served where no shared laboratory existed.",
    "What was lost when mycology turned to the microscope was therefore more than charm. Spores can be measured by anybody "
    "with an instrument, and the kitchen ceased to count. The change has been told as progress, and it was; but it also "
    "moved the right to know from those who cooked to those who owned lenses.",
    "The evidence for this reading is small. Only forty-one of Hussey's letters survive, and most of them were kept by men "
    "who wanted the drawings. Still, they suggest that the history of observation should be written with the nose as well "
    "as with the eye.",
]
LETTER = [
    "We report the observation of a slow oscillation in the brightness of a sodium lamp that is heated from one side. "
    "The period of 4.2 s is a hundred times longer than any time scale of the discharge. We show that the oscillation is "
    "driven by the convection of the buffer gas, and that it vanishes when the lamp is turned by ninety degrees.",
    "Low pressure discharges are known to oscillate between kilohertz and megahertz. Slower changes have been ascribed to "
    "the wear of the electrodes. The lamp used here was new, and the oscillation was stable over eleven hours.",
    "The lamp was a commercial tube of 35 W with a buffer of neon at 8 mbar. A strip heater raised one side of it to 340 K. "
    "The light was measured with a silicon diode at 589 nm, and the temperature of the wall at nine points.",
    "The amplitude of the oscillation grew with the heating above a threshold of 312 K and reached 7 % of the mean. "
    "The phase of the wall temperature led the phase of the light by a quarter of a period. In a model with one convective "
    "cell the threshold lies at 309 K, in agreement with the measurement.",
    "In conclusion, a discharge can be made to oscillate by the slowest of its parts. The effect may disturb lamps that "
    "serve as standards, and it offers a simple thermometer for closed tubes.",
]

DISCIPLINES: dict[str, Odd] = {
    "mathematics": lambda: pdf(pieces("Mild Graphs Have Large Independent Sets", "Ilse Baum, Pavel Dvorak", MATHEMATICS)),
    "essay": lambda: pdf(pieces("What the Fungus Smelled Of", "Margaret Thorne", [(None, ESSAY)])),
    "essay-page": lambda: page("What the Fungus Smelled Of", "Margaret Thorne", [(None, ESSAY)]),
    "letter": lambda: pdf(pieces("Slow Oscillation of a Sodium Discharge", "K. Halvorsen, S. Rao", [(None, LETTER)])),
}
