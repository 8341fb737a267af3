"""What both renderings of a summary say, before it is dressed as Markdown or plain text."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from takeaways.model import Attempt, Claim, Coverage, Evidence, Flag, Paper, Skipped, Summary

from .failing import why
from .words import Words, language_name, primary

NOTE_PARTS = (
    "background",
    "prior_work",
    "method",
    "steps",
    "results",
    "significance",
    "innovation",
    "performance",
    "workload",
    "limitations",
)
"""In the paper's order of argument."""

_HIDDEN, _SHOWN = 3, 300
"""Texts that a paper hides are quoted so many times, with so many characters of each: enough to know what they are."""
_CITED = re.compile(
    r"\[[^\[\]]*\]|\([^()]*(?:19|20)\d\d[a-z]?[^()]*\)|\((?:see |cf\. )?(?:§|fig|tab|sec|eq|app|chap)[^()]*\)", re.IGNORECASE
)
"""«[3, 4]», «(Berg, 2019)», «(see Fig. 2)»: a claim goes without, and is still its quote."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class Part(NamedTuple):
    """A part of the note: its name and the claims that stand."""

    name: str
    claims: tuple[Claim, ...]


def clean(text: str) -> str:
    """One line of `text`, without control characters: no escape sequence, no turning of the writing direction."""
    return " ".join(_CONTROL.sub("", text.replace("\t", " ").replace("\r", " ").replace("\n", " ")).split())


def verified(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Those whose quote was found."""
    return tuple(claim for claim in claims if claim.state == "quoted")


def parts(summary: Summary) -> list[Part]:
    """The note's parts that say something, in order. A method that is also told in steps is told once."""
    steps = {claim.text for claim in summary.note.steps}
    found = [Part(name, verified(getattr(summary.note, name))) for name in NOTE_PARTS]
    told = [part if part.name != "method" else Part("method", _without(part.claims, steps)) for part in found]
    return [part for part in told if part.claims]


def _without(claims: tuple[Claim, ...], texts: set[str]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.text not in texts)


def unverified(summary: Summary) -> list[Claim]:
    """Every claim whose evidence does not carry it, once."""
    everything = [summary.one_sentence, *summary.takeaways]
    everything += [claim for name in NOTE_PARTS for claim in getattr(summary.note, name)]
    found: dict[str, Claim] = {}
    for claim in everything:
        if claim is not None and claim.state == "unverified":
            found.setdefault(claim.text, claim)
    return list(found.values())


def is_extractive(summary: Summary) -> bool:
    """Whether the claims are the paper's own sentences."""
    return summary.making.engine == "embedded"


def is_verbatim(summary: Summary) -> bool:
    """Whether nothing was chosen: the engine does not read the paper's language, and its abstract is passed on."""
    return summary.making.unread_language is not None and primary(summary.making.language) != "en"


def points_heading(summary: Summary, w: Words) -> str:
    """What stands over the takeaways; sentences that nobody has chosen are none."""
    if not is_verbatim(summary):
        return w["takeaways"]
    return w["abstract" if summary.coverage.reading == "abstract" else "opening"]


def shown_quote(claim: Claim) -> str | None:
    """The quote that is shown below a claim; None where it would say the claim twice, but for citation marks."""
    if claim.evidence is None or _letters(claim.evidence.quote) == _letters(claim.text):
        return None
    return claim.evidence.quote


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", _CITED.sub("", text)).casefold()


def missing(summary: Summary, w: Words) -> list[str]:
    """Which parts are empty, at most two lines: those that the paper does not state, and those nothing was found for.

    None where all are filled, and where no note was written: for `quick`, and of a paper in a language that is not
    read. Steps are a form of the method.
    """
    filled = {name for name in NOTE_PARTS if verified(getattr(summary.note, name))}
    if not filled and (summary.making.depth == "quick" or summary.making.unread_language):
        return []
    absent = [name for name in NOTE_PARTS if name not in filled and name != "steps"]
    absent = [name for name in absent if name != "method" or "steps" not in filled]
    unsaid = [name for name in absent if name in summary.not_stated]
    unfound = [name for name in absent if name not in unsaid]
    told: dict[str, list[str]] = {"not_stated": [*unsaid], "none_found": [*unfound]}
    return [w[said].format(parts=w["comma"].join(w[name] for name in names)) for said, names in told.items() if names]


def place(evidence: Evidence | None, w: Words) -> str:
    """«Abstract», «§5.2», «p. 7»; a section without a number is named by its page, or as «in the text»."""
    if evidence is None:
        return w["nowhere"]
    kind, number = evidence.spot.kind, clean(evidence.spot.number or "")
    if kind == "abstract":
        return w["abstract"]
    if number:
        return w[kind].format(number=number)
    return w["page"].format(number=evidence.place.page) if evidence.place.page else w["nowhere"]


def place_link(evidence: Evidence | None, coverage: Coverage) -> str | None:
    """Where a person can see the evidence: the page read, at its anchor or PDF page. None for an upload."""
    link = web_address(coverage.link)
    if link is None or evidence is None:
        return None
    link = link.split("#")[0]
    if evidence.place.anchor:
        return f"{link}#{quote(evidence.place.anchor, safe='.-_~:')}"
    return f"{link}#page={evidence.place.page}" if evidence.place.page else link


def web_address(address: str | None) -> str | None:
    """`address`, percent-encoded, where it is http(s); None for `javascript:`, relative and broken ones."""
    try:
        found = urlsplit((address or "").strip())
    except ValueError:
        return None
    if found.scheme not in ("http", "https") or not found.netloc:
        return None
    return quote(found.geturl(), safe="/:?#@!$&'*+,;=%~-._[]")


def whose(summary: Summary, w: Words) -> str | None:
    """Whose words the summary is in; None where the notices have said it."""
    if not is_extractive(summary):
        return w["model_words"]
    return None if is_verbatim(summary) else w["own_words"]


def reason(claim: Claim, w: Words) -> str:
    """Why a claim is unverified, in words."""
    if claim.reason is None:
        return ""
    return w[claim.reason.code].format(what=clean(claim.reason.what), where=place(claim.evidence, w))


def notices(summary: Summary, language: str, w: Words) -> list[str]:
    """What a reader must know first: not translated, another engine stood in, hidden or missing text."""
    said: list[str] = []
    making = summary.making
    other = primary(making.language) != primary(language)
    if making.degraded:
        words = w["stood_in"] if is_extractive(summary) else w["answer_cut"]
        said.append(words.format(why=why(clean(making.degraded), primary(language))).strip())
    if making.unread_language:
        said.append(_unread(summary, language, w, other=other))
    elif other and not making.degraded:
        name, asked = _named(making.language, language, w), _named(language, language, w)
        if is_extractive(summary):
            said.append(w["not_translated"].format(name=name, asked=asked) + w["connect"])
        else:
            said.append(w["other_language"].format(language=name))
    hidden = [flag for flag in summary.flags if flag.kind == "hidden_text"]
    said += [_flag(flag, w) for flag in summary.flags if flag.kind != "hidden_text"]
    said += [_flag(flag, w) for flag in hidden[:_HIDDEN]]
    return [*said, w["hidden_more"].format(count=len(hidden) - _HIDDEN)] if len(hidden) > _HIDDEN else said


def _unread(summary: Summary, language: str, w: Words, *, other: bool) -> str:
    """That the paper is in a language the engine does not read, and what is shown of it instead."""
    unread = summary.making.unread_language or "und"
    why = w["unread_und"] if unread == "und" else w["unread"].format(name=_named(unread, language, w))
    shown = "abstract" if summary.coverage.reading == "abstract" else "opening"
    what = w[f"shown_{shown if is_verbatim(summary) else 'english'}"].format(untranslated=w["untranslated"] if other else "")
    return (why + what + ("" if summary.making.degraded else w["connect"])).strip()


def _named(tag: str, language: str, w: Words) -> str:
    return w.get(f"language_{primary(tag)}") or language_name(clean(tag), language)


def _flag(flag: Flag, w: Words) -> str:
    where = w["on_page"].format(number=flag.place.page) if flag.place.page else ""
    text = clean(flag.text)
    text = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
    return w[flag.kind].format(where=where, text=text).strip()


def covered(coverage: Coverage, w: Words) -> list[str]:
    """What was read of the paper, what of it was not, and why it was this form of it."""
    if coverage.reading == "abstract":
        read = w["read_abstract"]
    else:
        form = _form(coverage.reading, w)
        read = w[f"read_{coverage.unit}"].format(read=coverage.read, total=coverage.total, form=form)
    left = w["comma"].join(_skipped(part, w) for part in coverage.skipped)
    return [read, *([w["skipped"].format(what=left)] if left else []), *(_tried(tried, w) for tried in coverage.attempts)]


def foot(summary: Summary, w: Words) -> list[str]:
    """What was read, by which engine it was written, and when."""
    making = summary.making
    said = covered(summary.coverage, w)
    if is_extractive(summary):
        said.append(w["as_it_stands" if is_verbatim(summary) else "extractive"].format(version=clean(making.version)))
        said += _learned(summary, w)
    else:
        said.append(w["written_by"].format(model=clean(making.model or making.engine), version=clean(making.version)))
        said.append(w["tokens"].format(count=making.tokens_in + making.tokens_out))
        said += [f"${making.cost:.4f}"] if making.cost is not None else []
    return [*said, making.at.date().isoformat()]


def _learned(summary: Summary, w: Words) -> list[str]:
    """What the engine's models have learned from, unless the paper is of the same field."""
    field = clean(summary.paper.categories[0]) if summary.paper.categories else ""
    if is_verbatim(summary) or field.startswith("cs.") or field == "stat.ML":
        return []
    return [w["learned_elsewhere"].format(field=field) if field else w["learned"]]


def _tried(tried: Attempt, w: Words) -> str:
    """Why the form that was read is not a better one: «arXiv has no HTML of this version»."""
    why = w.get(f"{tried.why}_{tried.reading}") or w[tried.why]
    return why.format(reading=_form(tried.reading, w), problem=w.get(f"problem_{tried.code}") or w["problem_internal"])


def _skipped(part: Skipped, w: Words) -> str:
    said = w[f"{part.kind}{'_one' if part.count == 1 else ''}"].format(count=part.count)
    which = w["comma"].join(clean(one) for one in part.which)
    return said + (w["which"].format(which=which) if which else "")


def _form(reading: str, w: Words) -> str:
    return w.get(f"{reading}_form") or w[reading]


def origin(paper: Paper, w: Words) -> list[tuple[str, str | None]]:
    """The line below the authors: date, id, DOI and links, each with its address where it has one."""
    told: list[tuple[str, str | None]] = []
    if paper.published:
        told.append((paper.published.isoformat(), None))
    if paper.id.startswith("arxiv:"):
        told.append((f"arXiv:{paper.id.removeprefix('arxiv:')}", web_address(paper.link)))
    elif web_address(paper.link):
        told.append((clean(paper.link or ""), web_address(paper.link)))
    if paper.doi:
        told.append((f"doi:{clean(paper.doi)}", web_address(f"https://doi.org/{clean(paper.doi)}")))
    return told + [(w[link.kind], address) for link in paper.links if (address := web_address(link.url))]
