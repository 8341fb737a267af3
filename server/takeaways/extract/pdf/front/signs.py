"""What stands on a first page beside title, names, affiliations and abstract: banners, dates, addresses, notes."""

from __future__ import annotations

import re

CONTACT = re.compile(
    r"@|https?:|www\.|\be\s?-?\s?mails?\b|\b(?:tel(?:ephone)?|phone|fax)\b\s*[:.]|\borcid\b",
    re.I,
)
EMAIL = re.compile(
    r"(?:\{[^{}]*\}|[\w.,+|/\-]+)\s*(?:@|\(at\)|\[at\])\s*[\w\-]+(?:\s*\.\s*[A-Za-z][\w\-]+)+|https?:\S+|www\.\S+|"
    r"\b(?:e\s?-?\s?mails?|tel(?:ephone)?|phone|fax|orcid)\b\s*[:.]?[\s\d+()\-]*",
    re.I,
)
"""An address on the net, or the word that announces one."""

_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b"
DATE = re.compile(
    rf"\b{_MONTHS}.{{0,12}}\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\b.{{0,8}}\b{_MONTHS}|"
    r"^\W*(?:dated?|received|accepted|revised|submitted|published|available online|draft|version|preprint|"
    r"released|(?:last )?updated)\b|"
    r"^\W*\d{1,4}[./\-]\d{1,2}[./\-]\d{1,4}\W*$",
    re.I,
)

_KINDS = r"(?:research|articles?|letters?|editorial|reviews?|reports?|contributions?)"
BANNER = re.compile(
    r"^\W*(?:"
    # Addresses, numbers, states of a manuscript.
    r"arxiv\s*:|doi\b|https?:|www\.|issn|isbn|vol(?:ume)?\b[.\s]*\d|published|accepted (?:for|by|at|to|in|\d)|received|"
    r"draft|submitted to|to appear|appear(?:s|ed|ing) in|presented at|prepared for|under review|(?:a )?preprint\W*$|"
    r"copyright|©|"
    r"noname manuscript|manuscript (?:no|number)|report no|(?:cern|fermilab|slac|desy)-|"
    # Journals and publishers.
    r"(?:the )?journal of|international journal|proceedings of|ieee (?:transactions|journal|access)|"
    r"contents lists available|sciencedirect|journal homepage|scientific reports\W*$|nature\W*$|science\W*$|plos\b|"
    r"bmc \w+|frontiers in|mnras\b|"
    r"astronomy & astrophysics\W*|mon\. not\.|springer|elsevier|"
    r"(?:\d+(?:st|nd|rd|th) )?(?:international )?(?:conference|workshop|symposium) on|"
    # Kinds of articles.
    rf"(?:original |special )?{_KINDS}(?: (?:article|paper))?\W*$|"
    r"(?:regular|full|short|invited|original|position|survey) (?:length )?(?:article|paper|talk|communication)\W*$|"
    r"open(?: access)?\W*$|brief communication|technical (?:report|note)|working paper|discussion paper|"
    r"special (?:issue|section|feature)|extended abstract\W*$|"
    # Notices.
    r"permission to|this (?:paper|article|is the author))",
    re.I,
)
"""What stands above a title and is none."""
JOURNAL_HOME = re.compile(r"journal\s+homepage|contents\s+lists\s+available", re.I)
AMONG_ADDRESSES = re.compile(
    rf"{BANNER.pattern}|\W*(?:editor|communicated|e-?mail|academic editor|handling|keywords?\b|contents|index|inhalt)|"
    r"\((?:\w+[\s-]){1,6}(?:collaborations?|consortium)\)\W*$|(?:for|on behalf of)\s+the\b|"
    r"(?:to|in)\s+(?:the\s+)?(?:memory|honou?r)\b|dedicated\b",
    re.I,
)
"""What stands among addresses and is none."""
AFTER_ADDRESSES = re.compile(r"\W*(?:author note|corresponding|correspondence)\b", re.I)

ASIDE = re.compile(
    r"\b(?:support(?:ed)?|fund(?:ed|ing)|thank|grants?\b|contribut|work (?:was )?(?:done|performed|conducted)|while at|"
    r"intern(?:ship)?\b|permission|available|correspond|preprint|submitted|present address|current(?:ly)? (?:address|at)|"
    r"now at|deceased|conference|proceedings|licen[sc]|copyright|©|listing order|acknowledg|project|equal|received|"
    r"this (?:paper|work|article))",
    re.I,
)
"""A note beside the names that is no affiliation."""
