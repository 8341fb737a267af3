"""Whether a sentence can stand alone: whole, in words, and pointing at nothing the reader does not see."""

from __future__ import annotations

import re

from .patterns import Phrase
from .sentences import maths
from .words import STOP_WORDS, word_count

_LETTERS = re.compile(r"[^\W\d_]+")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BRACKET = re.compile(r"[()\[\]]")
_ASCII_WORD = re.compile(r"[A-Za-z]+")
_TERMINATED = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]」』）]*$|[.!?]\\?\$$")
_CLOSE = 40
"""Characters at the end among which a full stop must be."""
_NO_PROSE = Phrase(
    r"\S@\w|©|\bcopyright\b|all rights reserved|permission to (make|reproduce)|corresponding author|equal(ly)? contribut"
    r"|licensed under"
    r"|creative commons|^acknowledg|^preprint|^accepted (at|for|to)|^proceedings of|^published (in|as)|^(received"
    r"|submitted|revised) \d"
    r"|arXiv:\d|^https?://|^keywords?\b|^index terms|^ccs concepts|^acm reference|(work|research"
    r"|study) was (conducted|carried out|done) (while|during|when|at)|department of|\bdoi:|personal use of"
    r"|^\[\d+\]\s+[A-Z]|\bpp\. \d|isbn|e-?mail|work (was )?(done|performed) (while|during|when)|(thank|grateful to"
    r"|supported by (the|a|an) "
    r"[^.]*(grant|contract|foundation|fellowship))|express (their|our|my|his|her) (\w+ )?(appreciation|gratitude|thanks)"
    r"|grateful(ly)? (to|acknowledge)|we acknowledge|^i (hereby )?declare"
)
_ROADMAP = Phrase(
    r"\bwe (will|shall|now|next|first|briefly) (first |now |next |then |also |briefly )?(review|describe|discuss"
    r"|introduce|present|explain|turn|see|outline|sketch)\b"
    r"|\bversion of this (article|paper|work)\b"
    r"|(rest|remainder) of (this|the) (paper|article|work|thesis|chapter)|(paper|article|thesis|section"
    r"|chapter) is (organi[sz]ed|structured)"
    r"|organi[sz]ed as follows|(^|\b(in|and) )(section|sect?\.|§|appendix|chapter)\s*(\d|[A-Z]\b|[IVX])[\w.]*,?( we)? (we"
    r"|describes?|presents?"
    r"|discuss\w*|introduc\w*|concludes?|reviews?|gives?|contains?|reports?|provides?|shows?|explains?|outlin\w*)"
    r"|(end|beginning|rest|bulk|remainder|course) of (the|this) (\w+ )?(paper|section)|in (the|our) (next|following"
    r"|previous|first|second|third|fourth|fifth|sixth|seventh|last|final) (section|chapter|part)\b"
    r"|in this (section|chapter|subsection|appendix)|this (section|chapter) |we refer (the reader|to)|for (more"
    r"|further) details"
)
_POINTING = Phrase(
    r"\bthe (?:graph|plot|curve|figure|table|diagram|histogram)s?\b|\(?(?:1|i|a)\).{10,}\((?:2|ii|b)\)"
    r"|\b(figures?|figs?\.|tables?|tab\.|eqs?\.|equations?|algorithm|theorem|lemma|proposition|listing|rows?"
    r"|columns?)\s*[(\[]?\s*\d"
    r"|\b(sections?|sect?s?\.|appendix|appendices|chapter)\s*[(\[]?\s*([A-Z]\b|\d)|§\s?\w|\b(above|below"
    r"|aforementioned)\b|shown in|as follows"
    r"|\bfollowing\b|\bthis (figure|table|example|equation)|footnote"
)
_OWN = (
    r"(paper|work|article|study|thesis|report|survey|dissertation|review|letter|note|manuscript|contribution|research"
    r"|project|chapter|essay)\b"
)
_DANGLING = re.compile(
    r"(in |with |through |from |by |to |for |on |at |under |of |as |using |based on |despite |given |because of |due to "
    r"|after |during )?(all |both |each of )?"
    rf"((this|that)\b(?! {_OWN})|(these|those)\b|it\b(?! (is|was|has been) (well|widely|known|possible|important|shown"
    r"|often|common|generally|also well))"
    r"|they\b|he\b|she\b|its\b|their\b|them\b|such\b|the (latter|former|same|above|second|third|other|others|reason"
    r"|result is|following|two|three)\b)"
    r"|(here|there|both|another|others|neither|either|one such|so|some of (them|these)|most of (them|these)|each"
    r"|the (model|method|approach) (above|below)"
    r"|the (first|second|third|last) (one|is|of|problem|step|part|task|stage|phase|component)|the rest|doing so|to (do"
    r"|achieve|address|overcome|solve|accomplish|illustrate) (so|this|that|these|it)|if so)\b",
    re.IGNORECASE,
)
_CONNECTIVE = re.compile(
    r"(however|moreover|furthermore|additionally|in addition|also|then|thus|hence|therefore|consequently|as a (result"
    r"|consequence)|in contrast"
    r"|on the (other|contrary)( hand)?|on the one hand|to this end|for this (reason|purpose)|in this (case|way|setting"
    r"|context|sense|regime)"
    r"|similarly|instead|likewise|conversely|nevertheless|nonetheless|indeed|for (example|instance)|in particular"
    r"|specifically|second(ly)?|third(ly)?"
    r"|accordingly|next|still|yet|but|and|or|again|besides|otherwise|meanwhile|that is|in other words|in fact|note that"
    r"|recall that|afterwards?|rather"
    r"|more (specifically|precisely|importantly|concretely)|alternatively|finally|lastly|first(ly)?|of course|in turn"
    r"|under these|not only)\b,?",
    re.IGNORECASE,
)
_BURIED = Phrase(
    r"\b(?:(?:these|those) (?!who\b|that\b|of\b|in\b|with\b|obtained\b|from\b|on\b|are\b|were\b|is\b)\w+"
    rf"|this (?!{_OWN})[a-z]+)"
    r"|\bthat (?:conclusion|observation|fact|result|viewpoint|problem|approach|method|case)\b|\bthe (?:latter|former)\b"
    r"|\bas (?:we |was |were )?(?:observed|saw|seen|mentioned|noted|discussed|shown|described|explained)\b"
    r"|\b(?:similar|the same|such) (?:trends?|results?|patterns?|behaviou?r|observations?|conclusions?|improvements?"
    r"|findings?)\b"
    r"|\bin (?:both|all|either|each|some) (?:of )?cases?\b|\bthe resulting\b"
    r"|\bthe (?:first|second|third|last|top|bottom|left|right) (?:line|row|column|panel|part|group|set|one|half)\b"
)
_OBJECT = Phrase(
    r"\b(implement|achieve|do|address|solve|call|show|extend|illustrate|verify|perform|refer to|use|apply|see|mitigate"
    r"|test|confirm"
    r"|attribute|avoid|handle|overcome|tackle|prove|do) (this|these|it|them)\b(?! (paper|work|article|study))"
)
_FOR_THIS = re.compile(rf"to \w+( \w+)? (this|that|these|those|it)\b(?! {_OWN})", re.IGNORECASE)
_OTHERS_WORK = re.compile(
    r"^(?:[A-Z][\w'’-]+(?:,? (?:and|&) [A-Z][\w'’-]+| et al\.?)?),? [(\[](?:19|20)?\d\d|^[A-Z][\w'’-]+ et al\b|^\[\d"
)
_KEY = Phrase(r"\[[A-Z][A-Za-z+]{0,8}\d{0,4}[a-z]?\]|\[\d+(?:[,; –-]+\d+)*\]|\bRefs?\. ", ignore_case=False)
_ASIDE = Phrase(
    r"^in a (first|second|third|different|similar) (direction|vein|way)|\b(allow|enabl|mak|caus|explain)(s|ing|es) this\b"
    r"|\bat once\b"
    r"|^(let us|let |we (will |shall )?(remark|note|recall|emphasi[sz]e|stress|assume|hope to|begin|start|now)|remark"
    r"|as a (technical )?(remark|reminder)"
    r"|for technical reasons|in any case|presumably|of course|one might|suppose|assume|recall|consider|unless|\()"
    r"|\bas before\b|\bsequel\b"
    r"|\b(two|three|four|five|six|several|some|few|main|basic|following) (\w+ )?(desiderata|questions|reasons|parts"
    r"|aspects|criteria|points"
    r"|issues|directions|respects|remarks)\W*$"
)
_MIXED = Phrase(r"(?<!approx)(?<!resp)(?<!conf)(?<!proc)(?<!spec)(?<=[a-z]{4})\. [a-z]{2,}", ignore_case=False)
_STARTS_AT = re.compile(r"(figures?|figs?\.|tables?|rows?|columns?|panels?|algorithm|listing)\s*\(?\d", re.IGNORECASE)
_CAPITAL_WITHIN = re.compile(r"[a-z.)][A-Z]")
_GLUED = re.compile(r"[a-z]{3,}[A-Z][a-z]{3,}|[a-z]\.[A-Z][a-z]|[a-z]\)[A-Z][a-z]")
_UNRESOLVED = re.compile(
    r"\?\?|^(?!(?:what|how|why|which|who|where|when|can|could|is|are|do|does|should)\b)"
    r".*\b(?:in|by|of|from|and|to|with|see|e\.g\.,?)\s?\?(?:\s?$|\s?[a-z,;.)])",
    re.IGNORECASE,
)
"""«developed by?», «presented in? and?.»: references that were not found when the paper was set."""
_RUN_TOGETHER = 20
"""Letters of a word beyond which two such words in a sentence lost the spaces between them."""
_NUMBERS = re.compile(r"\d[\d.,%±]*\s+\d")
_LISTING = re.compile(r"(?:\b[A-Z][\w.-]*,\s*){5,}|(?:\d[\d.,%±]*\s+){4,}")


def is_broken(text: str, *, listed: bool, english: bool) -> bool:
    """Whether `text` is no whole sentence of prose: a fragment, heading, table row, author line, or mostly mathematics.

    Parameters
    ----------
    text : str
        One sentence, without its bullet.
    listed : bool
        It is an item of a list, which may end without a full stop.
    english : bool
        English words can be counted on.
    """
    words, letters = word_count(text), sum(map(len, _LETTERS.findall(text)))
    shortest = 6 if english else 3
    if not shortest <= words <= 75 or len(text) > 650 or letters < 20 - 12 * bool(_WIDE.search(text)):
        return True
    formulas = sum(end - start for start, end in maths(text))
    if formulas > 0.4 * len(text) or letters < 0.6 * len(text.replace(" ", "")):
        return True
    first = text.lstrip("\"'“‘«([$")[:1]
    if first.islower() and not any(letter.isupper() for letter in text.split()[0]) and not listed:
        return True
    if not _TERMINATED.search(text[-_CLOSE:]) and (text.endswith(":") or not listed):
        return True
    if _MIXED.search(text):
        return True  # two columns or a caption run into the sentence
    if english and sum(map(str.isupper, text)) > 0.3 * letters:
        return True  # a heading, code, or a line of initials
    if _CAPITAL_WITHIN.search(text) and len(_GLUED.findall(text)) > 1:
        return True  # a table of contents or list run into one line
    if "?" in text and _UNRESOLVED.search(text):
        return True
    low = text.lower()
    if _NO_PROSE.search(text, low) or _ROADMAP.search(text, low) or _unbalanced(text):
        return True
    if not english:
        return False
    found = _ASCII_WORD.findall(low)
    if sum(len(word) > _RUN_TOGETHER for word in found) > 1:
        return True
    # Running English has four stop words in ten; author lines, headings and table rows hardly any.
    return sum(map(STOP_WORDS.__contains__, found)) < 0.17 * len(found)


def _unbalanced(text: str) -> bool:
    """An odd dollar or an open bracket: the sentence was cut, or two columns were mixed."""
    if not _BRACKET.search(text):
        return False
    bare = "".join(text[end:start] for end, start in _outside(text))
    return abs(bare.count("(") - bare.count(")")) > 0 or bare.count("[") != bare.count("]")


def _outside(text: str) -> list[tuple[int, int]]:
    spans = maths(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def burden(text: str) -> float:
    """How much `text` needs its neighbours or its figures, from 0 (stands alone) up; English only.

    From 1 on it should not stand as a takeaway while another will do.
    """
    load, low = 0.0, text.lower()
    connective = _CONNECTIVE.match(text)
    rest = text[connective.end() :].lstrip() if connective else text
    load += 0.5 if connective else 0.0
    dangling = 1.5 if _DANGLING.match(rest) else 1.2 if _FOR_THIS.match(rest) else 0.0
    buried = _BURIED.search(text, low)
    # Near the start it points back at another sentence; later its noun may stand in this one.
    load += max(dangling, (0.9 if buried.start() < 45 else 0.5) if buried else 0.0)
    load += 0.8 if _ASIDE.search(text, low) else 0.0
    load += 0.8 if _STARTS_AT.match(text) else 0.0
    load += 0.5 if _KEY.search(text, low) else 0.0
    load += 0.6 if _OBJECT.search(text, low) else 0.0
    load += 1.0 if _OTHERS_WORK.match(text) else 0.0
    load += 0.5 * min(2, _POINTING.count(text, low))
    load += 0.8 if text.endswith("?") else 0.0
    load += 0.6 if (text.count(",") > 4 or _NUMBERS.search(text)) and _LISTING.search(text) else 0.0
    load += 0.15 * min(4, len(maths(text)))
    words = word_count(text)
    load += 0.03 * max(0, words - 34) + (0.3 if words < 9 else 0.0)
    return load + (0.4 if "http" in text else 0.0)
