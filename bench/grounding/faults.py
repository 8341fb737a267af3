"""Faults made out of true claims by edits: each kind, and the ways it is made. Seeded; written before the rules."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from takeaways.summarize.sentences import sentences

from . import vocabulary as v
from .truth import Claimed, Papers


@dataclass(frozen=True)
class Fault:
    """A claim that is wrong, and how it came to be so."""

    kind: str
    way: str
    of: Claimed
    claim: Claimed


NUMBER = re.compile(r"(?<![\w.,–-])\d+(?:,\d{3})*(?:\.\d+)?(?=%|\s|[^\w\s–-]|[\u4e00-\u9fff]|$)(?![.,]\d)")
NAME = re.compile(
    r"(?<![\w-])(?:[A-Z][\w-]*[A-Z0-9][\w-]*|[a-z]+[A-Z][\w-]*)(?![\w-])|(?<=[\u4e00-\u9fff、（ ])[A-Z][A-Za-z0-9-]{2,}",
    re.ASCII,
)
WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
DIGITS = "二三四五六七八九"
Edit = Iterator[tuple[str, Claimed]]


class Faults:
    """Makes faults of true claims.

    Parameters
    ----------
    papers : Papers
        Where the claims' blocks stand.
    elsewhere : list of str
        Sentences of many papers: where a quote from nowhere comes from.
    rng : random.Random
        Of a fixed seed.
    """

    def __init__(self, papers: Papers, elsewhere: list[tuple[str, str]], rng: random.Random) -> None:
        self._papers = papers
        self._elsewhere = elsewhere
        self._rng = rng
        self.kinds: dict[str, Callable[[Claimed], Edit]] = {
            "number changed": self._number_changed,
            "name absent": self._name_absent,
            "quote from nowhere": self._quote_from_nowhere,
            "number in another role": self._number_role,
            "direction turned": self._direction_turned,
            "hedge dropped": self._hedge_dropped,
        }

    def draw(self, kind: str, claims: list[Claimed], count: int) -> list[Fault]:
        """Up to `count` faults of a kind: one of each claim first, as evenly over the ways as they allow, then a second."""
        drawn: list[Fault] = []
        made = {n: list(self.kinds[kind](claim)) for n, claim in enumerate(claims)}
        order = list(made)
        self._rng.shuffle(order)
        used: dict[str, int] = {}
        for _ in range(2):
            for n in order:
                if len(drawn) == count:
                    return drawn
                if not made[n]:
                    continue
                way, claim = min(made[n], key=lambda edit: used.get(edit[0], 0))
                made[n] = [edit for edit in made[n] if edit[0] != way]
                used[way] = used.get(way, 0) + 1
                drawn.append(Fault(kind, way, claims[n], claim))
        return drawn

    def _evidence(self, claim: Claimed) -> str:
        return self._papers.text(claim.paper, claim.blocks)

    def _quoted(self, claim: Claimed) -> str:
        """The sentences that the quote stands in."""
        evidence = " ".join(self._evidence(claim).split())
        at = evidence.find(" ".join(claim.quote.split()))
        end = at + len(claim.quote)
        return " ".join(
            evidence[span.start : span.end] for span in sentences(evidence) if span.start < end and at < span.end
        )

    def _number_changed(self, claim: Claimed) -> Edit:
        evidence = self._evidence(claim)
        known = {found.replace(",", "") for found in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", evidence)}
        for found in _numbers(claim.text):
            old = found.group()
            places = [at for at, digit in enumerate(old) if digit.isdigit()]
            for _ in range(8):
                at = self._rng.choice(places)
                new = old[:at] + self._rng.choice([d for d in "123456789" if d != old[at]]) + old[at + 1 :]
                small = len(new) == 1 and re.search(WORDS[int(new) - 2], evidence, re.IGNORECASE)
                if new.replace(",", "") not in known and not small:
                    yield "digit", self._with(claim, found.span(), new)
                    break
        for found in re.finditer(rf"\b({'|'.join(WORDS[:8])})\b", claim.text):
            new = self._rng.choice([word for word in WORDS if word not in evidence.lower() and word != found.group()])
            if found.group() in evidence and str(WORDS.index(new) + 2) not in known:
                yield "word", self._with(claim, found.span(), new)
        for found in re.finditer(rf"[{DIGITS}](?=[个种项类层篇名倍条])", claim.text):
            new = self._rng.choice([digit for digit in DIGITS if digit != found.group()])
            word = WORDS[DIGITS.index(new)]
            if word not in evidence.lower() and str(DIGITS.index(new) + 2) not in known:
                yield "word", self._with(claim, found.span(), new)

    def _name_absent(self, claim: Claimed) -> Edit:
        evidence, everything = self._evidence(claim), self._papers.everything(claim.paper).lower()
        for found in NAME.finditer(claim.text):
            if found.group() in evidence:
                new = self._rng.choice([name for name in v.NAMES if name.lower() not in everything])
                yield "replaced", self._with(claim, found.span(), new)

    def _quote_from_nowhere(self, claim: Claimed) -> Edit:
        everything = self._papers.everything(claim.paper)
        paper, sentence = self._rng.choice(self._elsewhere)
        if _work(paper) != _work(claim.paper) and sentence not in everything:
            yield "another paper's", replace(claim, quote=sentence)
        words = claim.quote.split()
        if len(words) >= 5:
            others = sentence.split()
            mixed = [word if n % 3 else others[n % len(others)] for n, word in enumerate(words)]
            if " ".join(mixed) != claim.quote:
                yield "every third word another's", replace(claim, quote=" ".join(mixed))
        for found in list(re.finditer(r"\d(?![^\[]*\])", claim.quote))[-1:]:
            digit = self._rng.choice([d for d in "123456789" if d != found.group()])
            changed = claim.quote[: found.start()] + digit + claim.quote[found.end() :]
            if changed not in everything:
                yield "a digit another", replace(claim, quote=changed)
        verb = re.search(r" (is|are|was|were|can|has|have|does|do|will) ", claim.quote)
        if verb:
            changed = claim.quote[: verb.end()] + "not " + claim.quote[verb.end() :]
            if changed not in everything:
                yield "a «not» put in", replace(claim, quote=changed)

    def _number_role(self, claim: Claimed) -> Edit:
        text, evidence = claim.text, self._evidence(claim)
        mine = list(_numbers(text))
        held = {_value(found) for found in mine}
        for found in mine[:2]:
            others = [n.group() for n in _numbers(evidence) if _value(n) not in held]
            if others:
                yield "another number of the block", self._with(claim, found.span(), self._rng.choice(others))
        if (
            len(mine) == 2
            and len(held) == 2
            and not re.fullmatch(r"\s?(?:to|[-–~至到])\s?", text[mine[0].end() : mine[1].start()])
            and not any(1900 < _value(n) < 2030 for n in mine)
        ):
            a, b = mine
            yield (
                "two numbers swapped",
                replace(claim, text=text[: a.start()] + b.group() + text[a.end() : b.start()] + a.group() + text[b.end() :]),
            )
        by = r"\bby (?=(?:about |over |roughly |more than |around |an average of )?\d[\d.,]*\s?(?:%|percent|BLEU|points|F1))"
        if re.search(by, text):
            yield "«by» made «to»", replace(claim, text=re.sub(by, "to ", text, count=1))
        share = r"\b(?:in|on|for|of|with) (\d[\d.]*\s?(?:%|percent)) of (?:the |all )?[\w-]+(?: [\w-]+s\b)?"
        if re.search(share, text):
            yield "a share made a change", replace(claim, text=re.sub(share, r"by \1", text, count=1))
        change = r"(提高|提升|增加|减少|降低|下降)了?(?=\s*(?:约|近|超过)?\s*\d[\d.]*\s*(?:%|个百分点|BLEU))"
        if re.search(change, text):
            yield "«了» made «到»", replace(claim, text=re.sub(change, r"\1到", text, count=1))
        yield from self._other_things(claim, evidence)
        yield from (("names swapped", swapped) for swapped in self._swapped(claim) if mine)

    def _other_things(self, claim: Claimed, evidence: str) -> Edit:
        counted = re.search(
            r"(?<![\w.])(?<!Table )(?<!Figure )(?<!Section )\d[\d,.]*[KM]? (?!times|points|percent|years)"
            r"((?:[a-z]+ )?[a-z]{3,}s)\b",
            claim.text,
        )
        if counted and claim.language == "en":
            thing = self._rng.choice([thing for thing in v.THINGS if thing not in evidence and thing[:-1] not in evidence])
            yield "another thing counted", self._with(claim, counted.span(1), thing)
        counted = re.search(r"\d\s*万?\s*([篇个次层种名位条项][\u4e00-\u9fff]{2,3})", claim.text)
        if counted and claim.language == "zh":
            new = self._rng.choice([thing for thing in v.CHINESE_THINGS if thing[1:] not in claim.text])
            yield "another thing counted", self._with(claim, counted.span(1), new)

    def _swapped(self, claim: Claimed) -> Iterator[Claimed]:
        between = (
            rf"({NAME.pattern})((?:[^A-Z.。\d]{{0,30}})(?:{v.COMPARING}|比|than)(?:[^A-Z.。\d]{{0,30}}))({NAME.pattern})"
        )
        found = re.search(between, claim.text)
        if found and found.group(1) != found.group(3):
            yield self._with(claim, found.span(), found.group(3) + found.group(2) + found.group(1))

    def _direction_turned(self, claim: Claimed) -> Edit:
        text = claim.text
        for way, pairs in (("opposite", v.OPPOSITES), ("negated", v.NEGATED)):
            if way == "negated" and v.NEGATION.search(text):
                continue  # «not … not» may be true again
            fits = [
                (found, new)
                for old, new in pairs
                for found in re.finditer(_whole(old), text)
                if not re.search(r"(?:\bnot|n't|不|没有|未)\s*$", text[: found.start()])
            ]
            if fits:
                found, new = self._rng.choice(fits)
                yield way, self._with(claim, found.span(), new)
        yield from (("names swapped", swapped) for swapped in self._swapped(claim))

    def _hedge_dropped(self, claim: Claimed) -> Edit:
        text = claim.text
        if not v.HEDGED.search(self._quoted(claim)):
            return  # the claim's author hedged, not the paper
        if claim.language == "zh":
            before = re.search(rf"(?:{'|'.join(v.CHINESE_HEDGES_BEFORE)})\s*(?=[\d一二三四五六七八九十百千半])", text)
            if before:
                yield "of a number", self._with(claim, before.span(), "")
            after = re.search(rf"(?<=[\d%％万亿倍个篇十百千])\s*(?:{'|'.join(v.CHINESE_HEDGES_AFTER)})(?!数|种|个)", text)
            if after:
                yield "of a number", self._with(claim, after.span(), "")
        else:
            number = r"(?=(?:an? )?(?:\d|two|three|four|five|half|third|twice))"
            before = re.search(rf"\b(?:{'|'.join(v.HEDGES_OF_NUMBERS)}) {number}", text, re.IGNORECASE)
            if before:
                yield "of a number", self._with(claim, before.span(), "")
        for old, new in v.CHINESE_HEDGES_OF_WORDS if claim.language == "zh" else v.HEDGES_OF_WORDS:
            found = re.search(rf"\b{old}\b" if claim.language == "en" else old, text)
            if found and not text[found.end() :].lstrip().startswith(tuple("0123456789")):
                yield "of a word", self._with(claim, found.span(), new)
                break

    @staticmethod
    def _with(claim: Claimed, span: tuple[int, int], new: str) -> Claimed:
        text = claim.text[: span[0]] + new + claim.text[span[1] :]
        # A sentence that is its own quote keeps its true quote: only what is claimed is wrong.
        return replace(claim, text=text)


def _whole(word: str) -> str:
    return rf"\b{word}\b" if word.isascii() else word


def _work(paper: str) -> str:
    """What a file is of: a paper's PDF and its page are one work."""
    found = re.search(r"\d{4}\.\d{4,5}", paper)
    return found.group() if found else paper


def _numbers(text: str) -> Iterator[re.Match[str]]:
    return (found for found in NUMBER.finditer(text) if not _cited(text, found))


def _value(found: re.Match[str]) -> float:
    return float(found.group().replace(",", ""))


def _cited(text: str, found: re.Match[str]) -> bool:
    """Whether a number is a citation's mark or a year in brackets, or numbers a section: no claim would take it up."""
    before, after = text[max(0, found.start() - 12) : found.start()], text[found.end() : found.end() + 1]
    return bool(
        re.search(r"[\[,(]\s*$|(?:Sections?|Tables?|Figures?|Figs?\.|Sec\.|Step|Eq\.|Row|§|et al\.?,)\s*$", before)
    ) or after in ("]", ")")
