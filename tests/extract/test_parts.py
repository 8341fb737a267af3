"""What a file adds to metadata that are known."""

from __future__ import annotations

from takeaways.extract import parts
from takeaways.model import Author, Block, Paper, Section


def affiliations(known: list[str], found: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """The affiliations of known names after a file has been read that ties some to names of its own."""
    authors = tuple(Author(name=name) for name in known)
    paper = Paper(id="arxiv:2101.00001v1", authors=authors, provenance={"authors": "arxiv-page"})
    theirs = tuple(Author(name=name, affiliations=(place,)) for name, place in found.items())
    block = Block(id="b1", kind="paragraph", text="We count animals by their calls.")
    file = parts.Parts(
        paper=Paper(id="sha256:x", authors=theirs, provenance={"authors": "pdf-page-1"}),
        sections=[Section(blocks=(block,))],
        unit="pages",
        read=1,
        total=1,
    )
    document = parts.document(file, None, paper, "pdf")
    assert document.paper.provenance["authors"] == "arxiv-page"
    return {author.name: author.affiliations for author in document.paper.authors}


def test_affiliations_are_tied_to_the_same_person_however_the_name_is_written() -> None:
    known = ["João M. da Silva", "Łukasz Kaiser", "Wei-Ling Chen", "IDA LINDQVIST"]
    found = {"J. M. da Silva": "Coimbra", "Lukasz Kaiser": "Google", "Wei Ling Chen": "Taipei", "Ida K. Lindqvist": "Umeå"}
    assert affiliations(known, found) == {
        "João M. da Silva": ("Coimbra",),
        "Łukasz Kaiser": ("Google",),
        "Wei-Ling Chen": ("Taipei",),
        "IDA LINDQVIST": ("Umeå",),
    }


def test_affiliations_that_may_be_either_of_two_people_are_nobodys() -> None:
    assert affiliations(["Wei Li", "Wang Li"], {"W. Li": "Taipei"}) == {"Wei Li": (), "Wang Li": ()}
    assert affiliations(["Wei Li"], {"W. Li": "Taipei", "W. F. Li": "Umeå"}) == {"Wei Li": ()}
    assert affiliations(["Wei Li"], {"Lei Wi": "Taipei"}) == {"Wei Li": ()}
