"""What begins an abstract, parts it, and follows it."""

from __future__ import annotations

import re

ABSTRACT = re.compile(
    r"^[\W\d]*(?:abstracts?|summary|synopsis|r[ée]sum[ée]|zusammenfassung|resumen|resumo|riassunto|"
    r"摘要|要旨|概要|초록|요약)\W*$",
    re.I,
)
"""The heading of an abstract, spaces between its letters taken out."""
LEAD = re.compile(
    r"^\W{0,2}(?:abstract|summary|synopsis|r[ée]sum[ée]|zusammenfassung|resumen)\s*(?:[-—–.:|/]\s*)+(?=\S)", re.I
)
"""An abstract that begins on the line of its heading."""
PARTS = re.compile(
    r"^(?:(?:study )?(?:background|aims?|objectives?|purpose|context|importance|motivation|hypothes[ie]s|methods?|design|"
    r"setting|participants|patients|subjects|measurements|interventions?|results?|findings?|conclusions?|interpretation|"
    r"discussion|significance|limitations|evidence acquisition|evidence synthesis|data sources|trial registration|funding|"
    r"introduction)"
    r"(?:(?: and |/| & |, )(?:\w+ ?){1,2})?|materials? (?:and|&) methods?|main outcome.*|principal findings)\W*$",
    re.I,
)
"""Headings inside a structured abstract."""
AFTER_ABSTRACT = re.compile(
    r"^\W*(?:"
    r"key\s*-?\s*words?\b|index\s+terms|general\s+terms|ccs\s+concepts|categories\s+(?:and|&)\s+subject|additional\s+key|"
    r"subject\s+(?:headings?|classification|areas)|pacs\b|msc\b|jel\b|ams\s+(?:subject|classification|\d{4})|"
    r"(?:\d{4}\s+)?mathematics\s+subject|\d{4}\s+ams\b|unified\s+astronomy|acm\s+reference|reference\s+format|"
    r"(?:received|accepted|revised|submitted|published)\b(?=.{0,30}\d|\s*:)|dated?\s*:|\(dated|doi\s*[:.]|©|copyright\b|"
    r"corresponding\s+author|correspondence|e-?mail\b|article\s+(?:info|history)|highlights\W*$|contents\W*$|"
    r"table\s+of\s+contents|author\s+summary|plain\s+language\s+summary|significance(?:\s+statement)?\W*$|"
    r"graphical\s+abstract|nomenclature\W*$|arxiv\s?eprint|preprint\s+submitted|permission\s+to\s+make|"
    r"this\s+(?:is\s+an\s+open|article\s+is|work\s+is\s+licensed)|(?:[1i]\s*[.:]?\s+)?introduction\W*$)",
    re.I,
)
"""What follows an abstract and is no part of it."""
