"""A summary as Markdown, for people and blogs."""

from __future__ import annotations

import re

from takeaways.model import Claim, Summary

from . import telling
from .telling import clean
from .words import Words, words

_MATHS = re.compile(r"\$\$\S[^$]*\$\$|(?<![\\$])\$(?=\S)(?:[^$\\]|\\.){0,800}?(?<=\S)\$(?!\d)")
# An underscore within a word marks nothing in CommonMark; «OPENAI_API_KEY» stays readable.
_SPECIAL = re.compile(r"([\\`*{}\[\]#|~$^]|(?<![^\W_])_|_(?![^\W_]))")
_LEADING = re.compile(r"^(?:([-+=:>])|(\d+)([.)]))")


def markdown(summary: Summary, language: str) -> str:
    """The whole summary as CommonMark.

    Parameters
    ----------
    summary : Summary
        Any engine's, at any depth.
    language : str
        The reader's (BCP 47): of the headings and the notices. The claims stay in the language they were written in.

    Returns
    -------
    str
        Titles, sentences and addresses are escaped, so that nothing in them acts as Markdown or HTML; TeX mathematics
        between dollars stays mathematics. Ends with a line end.
    """
    w = words(language)
    lines = [f"# {escape(summary.paper.title or w['untitled'])}", ""]
    if summary.title_translation:
        lines += [f"*{escape(summary.title_translation)}*", ""]
    lines += _paper(summary, w)
    for notice in telling.notices(summary, language, w):
        lines += [f"> {escape(notice)}", ""]
    if whose := telling.whose(summary, w):
        lines += [f"*{whose}*", ""]
    if summary.one_sentence is not None and summary.one_sentence.state == "quoted":
        lines += [f"**{escape(summary.one_sentence.text)}** {_place(summary.one_sentence, summary, w)}", ""]
        lines += _quote(summary.one_sentence, "")
    lines += _takeaways(summary, w)
    if summary.keywords:
        lines += [w["keywords"].format(words=w["comma"].join(escape(word) for word in summary.keywords)), ""]
    lines += _note(summary, w) + _unverified(summary, w)
    lines += ["---", "", " · ".join(escape(said) for said in telling.foot(summary, w)), ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def escape(text: str) -> str:
    """`text` on one line, inert in Markdown and HTML, its mathematics kept."""
    line = clean(text)
    pieces, end = [], 0
    for found in _MATHS.finditer(line):
        pieces += [_plain(line[end : found.start()]), _formula(found.group())]
        end = found.end()
    escaped = "".join([*pieces, _plain(line[end:])])
    return _LEADING.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", escaped)


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _formula(text: str) -> str:
    """Mathematics that no renderer takes for HTML, a link or code, and that means the same in TeX."""
    safe = text.replace("<", r"\lt ").replace(">", r"\gt ").replace("`", "'")
    return safe.replace("](", "] (").replace("][", "] [").replace("]:", "] :")


def _paper(summary: Summary, w: Words) -> list[str]:
    paper, lines = summary.paper, []
    if paper.authors:
        lines += [w["comma"].join(escape(author.name) for author in paper.authors), ""]
    told = [f"[{escape(name)}]({link})" if link else escape(name) for name, link in telling.origin(paper, w)]
    return [*lines, " · ".join(told), ""] if told else lines


def _takeaways(summary: Summary, w: Words) -> list[str]:
    claims = telling.verified(summary.takeaways)
    if not claims:
        return []
    lines = [f"## {telling.points_heading(summary, w)}", ""]
    for number, claim in enumerate(claims, 1):
        mark = "-" if telling.is_verbatim(summary) else f"{number}."
        lines += [f"{mark} {_claim(claim, summary, w)}", *_quote(claim, " " * (len(mark) + 1))]
    return [*lines, ""]


def _note(summary: Summary, w: Words) -> list[str]:
    parts = telling.parts(summary)
    lines = [f"## {w['in_detail']}", ""] if parts else []
    for name, claims in parts:
        lines += [f"### {w[name]}", ""]
        for number, claim in enumerate(claims, 1):
            mark = f"{number}." if name == "steps" else "-"
            lines += [f"{mark} {_claim(claim, summary, w)}", *_quote(claim, " " * (len(mark) + 1))]
        lines.append("")
    for missing in telling.missing(summary, w):
        lines += [f"*{escape(missing)}*", ""]
    return lines


def _unverified(summary: Summary, w: Words) -> list[str]:
    claims = telling.unverified(summary)
    lines = [f"## {w['unverified']}", ""] if claims else []
    lines += [f"- {escape(claim.text)} ({escape(telling.reason(claim, w))})" for claim in claims]
    return [*lines, ""] if claims else []


def _claim(claim: Claim, summary: Summary, w: Words) -> str:
    return f"{escape(claim.text)} {_place(claim, summary, w)}"


def _place(claim: Claim, summary: Summary, w: Words) -> str:
    name, link = escape(telling.place(claim.evidence, w)), telling.place_link(claim.evidence, summary.coverage)
    return f"([{name}]({link}))" if link else f"({name})"


def _quote(claim: Claim, indent: str) -> list[str]:
    quote = telling.shown_quote(claim)
    return [*([""] if indent else []), f"{indent}> {escape(quote)}", ""] if quote else []
