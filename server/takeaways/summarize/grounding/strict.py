"""The promise of a claim made of the paper's own words: its quote stands in the block, its every number in the quote."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from takeaways.model import Claim, Document, Evidence, Reason

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def block_texts(document: Document) -> dict[str, str]:
    """The text of every block of a Document, by its id."""
    texts: dict[str, str] = {}
    for section in document.sections:
        for block in section.blocks:
            # Ids should be unique; where an extractor repeats one, a quote may stand in any block of that id.
            texts[block.id] = f"{texts[block.id]}\n\n{block.text}" if block.id in texts else block.text
    return texts


def numbers(text: str) -> list[str]:
    """The numbers of `text`, in order, written one way: «1,000» and «1000» are one, «28.4» and «28» are two."""
    return [_plain(found) for found in _NUMBER.findall(text)]


def ground(text: str, evidence: Evidence, blocks: Mapping[str, str]) -> Claim:
    """`text` as a Claim that says truly how far its evidence carries it.

    Parameters
    ----------
    text : str
        What is claimed.
    evidence : Evidence
        What it is said to rest on.
    blocks : mapping of str to str
        The document's blocks, text by id (`block_texts`).

    Returns
    -------
    Claim
        `quoted` when the blocks exist, the quote is a verbatim substring of one of them, and every number of `text`
        is one of the quote's; else `unverified` with the first reason against it.
    """
    reason = _against(text, evidence, blocks)
    return Claim(text=text, evidence=evidence, state="unverified" if reason else "quoted", reason=reason)


def _against(text: str, evidence: Evidence, blocks: Mapping[str, str]) -> Reason | None:
    for block in evidence.blocks:
        if block not in blocks:
            return Reason(code="block_not_found", what=block)
    if not evidence.quote.strip() or not any(evidence.quote in blocks[block] for block in evidence.blocks):
        return Reason(code="quote_not_found", what=evidence.quote[:80])
    missing = _missing(numbers(text), numbers(evidence.quote))
    return Reason(code="number_not_found", what=missing) if missing else None


def _missing(claimed: Sequence[str], quoted: Sequence[str]) -> str | None:
    known = set(quoted)
    return next((number for number in claimed if number not in known), None)


def _plain(number: str) -> str:
    return number.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", number) else number
