"""Phrases by which a paper states a limitation of its own work. English; data, and the one function that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable

from .patterns import Phrase
from .roles import Role

_OPTIONS = re.IGNORECASE
_NAMES_TEXT = "limitation limited drawback shortcoming weakness caveat disadvantage downside threat representative"
NAMES = tuple(_NAMES_TEXT.split())
"""Without one of these no sentence outside the results and the close states a limit."""
_GATE_TEXT = """
    limit drawback shortcoming weak caveat disadvantage downside threat not n't n’t unable fail struggl suffer restrict
    confined only small modest insufficient caution confound bias remain left leav defer beyond further additional more
    future room far expens cost price lack prohibitive slow preliminary sensitive heavily
    """
_GATE = tuple(_GATE_TEXT.split())
FAULT = (
    r"(?:limitations?|drawbacks?|shortcomings?|weakness(?:es)?|caveats?|disadvantages?|downsides?|bottlenecks?"
    r"|threats? to (?:\w+ )?validity)"
)
FAULTS = r"(?:limitations|drawbacks|shortcomings|weaknesses|caveats|disadvantages|downsides|threats to (?:\w+ )?validity)"
_WORK = (
    r"(?:method|approach|model|algorithm|system|framework|technique|procedure|implementation|prototype|tool|pipeline|design"
    r"|architecture|network|classifier|estimator|parser|stud(?:y|ies)|work|paper|article|survey|review|thesis|analys[ie]s"
    r"|experiments?|evaluation|simulations?|results?|findings|conclusions?|theor(?:y|em)|proof|formulation|dataset|data set"
    r"|data|corpus|benchmark|sample|cohort|measurements?|scheme|protocol|strategy|index|constraint|solution"
    r"|interface)(?:e?s)?"
)
_OWN_WORK = rf"(?:our|this|the (?:present|proposed|current|suggested)) (?:[\w-]+ ){{0,2}}{_WORK}\b"
_SUBJECT = (
    r"(?<!\bin )(?<!\bof )(?<!\bby )(?<!\bwith )(?<!\bfrom )(?<!\bon )(?<!\bfor )(?<!\bto )(?<!\bthan )(?<!\busing )\b"
    rf"{_OWN_WORK}(?: \w+)? "
)
_NOT = (
    r"(?:(?:do|does|did|is|are|was|were|has|have|can|could)(?: not\b|n[’']t\b)|can ?not\b)(?: (?:yet|currently|explicitly"
    r"|fully|directly|always|been|be|been able to|able to|attempt to|try to))*"
)
_LEFT_OUT = (
    r"(?:consider|address|evaluat|account|includ|explor|test|stud|investigat|able|handl|cover|examin|compar|control|captur"
    r"|support|model|implement|attempt|have (?:access|data|enough|sufficient)|collect|assess|guarantee|optimi[sz]|appl|scal"
    r"|generali[sz]|deal|verif|validat|analy[sz]|discuss|establish|exclude|rule out|claim|distinguish|determin|quantif|know"
    r"|provid|tun|tackle|treat|incorporat|aim|tried|perform|repeat|reproduc|prove|answer|explain|resolv|recover|detect)"
)
_FINE = r"(?! (?:require|need|suffer|depend|rely|assume|only\b|just\b|necessarily (?:require|need)))"
_STATED: tuple[tuple[float, str], ...] = (
    (1.7, rf"\b{FAULT} (?:of|in|to|concerning|regarding) {_OWN_WORK}|\b{_OWN_WORK}[’']s? {FAULT}|\bour {FAULT}\b"),
    (1.7, rf"{_SUBJECT}(?:has|have|had|is subject to|is not without|suffers? from|contains?) (?:[\w-]+ ){{0,4}}{FAULT}\b"
          rf"|\bwe (?:\w+ )?(?:acknowledge|recogni[sz]e|note) (?:[\w-]+ ){{0,4}}{FAULT}\b"),
    (1.6, rf"\b(?:an?|one|another|the|its|[\w-]+[’']s|some|several|other) (?:[\w-]+ ){{0,2}}{FAULT}(?: here)? (?:is"
          rf"|was|are|were"
          r"|stems?|concerns?|lies|relates?|includes?|arises?)\b"),
    (1.4, r"\b(?:not|n[’']t|neither|hardly|less than) (?:\w+ ){0,4}representative\b"
          r"|\bwe (?:must |should )?caution (?:that|against)\b"),
    (1.5, rf"\bthere (?:is|are|remain|exist)s? (?:[\w-]+ ){{0,4}}{FAULT}\b"),
    (1.4, rf"{_SUBJECT}(?:{_NOT}{_FINE}|(?:is|are|was|were) (?:[a-z]+ )?(?:limited|restricted|confined|unable|insufficient"
          r"|incomplete|preliminary|biased|underpowered)|fails?\b|failed\b|struggles?\b|may not\b|might not\b|lacks?\b"
          r"|suffers? from|relies heavily|is sensitive|are sensitive|performs? (?:worse|poorly))"),
    (1.3, rf"\bwe (?:{_NOT} {_LEFT_OUT}|(?:were|are|was) (?:not able|unable) to|lack(?:ed)?\b|had (?:only|no access"
          rf"|limited|to "
          r"(?:limit|restrict))|(?:have |had )?(?:limited|restricted|confined) (?:our|the|this|ourselves))"),
    (1.3, r"\b(?:we|our) (?:[^.;]{0,40} )?(?:only|solely|exclusively|merely) (?:consider|evaluat|test|stud|examin"
          r"|address|focus"
          r"|look|includ|investigat|explor|analy[sz]|handl|support|cover|appl)|\bonly (?:[^.;]{0,60} )?(?:was|were"
          r"|have been"
          r"|has been) (?:consider|evaluat|test|studi|examin|includ|investigat|explor|analy[sz])ed\b"),
    (1.3, r"\b(?:due to|because of|given|limited by|is|was|were|are|had|its|our) (?:the |an? |our "
          r"|this )?(?:\w+ )?(?:small|limited"
          r"|modest|insufficient) (?:\w+ )?(?:sample|cohort|number of|data|size|set of|amount of)|\bsample size (?:was"
          r"|is) (?:\w+ )?"
          r"(?:small|limited|modest)|\bunderpowered\b|\blimited by (?:the|our|its|a)\b"),
    (1.3, r"\b(?:may|might|can|could) ?not (?:be )?(?:\w+ )?(?:generali[sz]|representative|extrapolat|transfer"
          r"|extend to|hold (?:for|in"
          r"|true)|apply to|rule out|ruled out|exclude|establish caus|infer caus)|\blimits? (?:the )?(?:generali[sz]ab"
          r"|external valid"
          r"|our ability|the scope|the applicab)|\b(?:interpreted|taken|treated"
          r"|viewed) (?:only )?with (?:\w+ )?(?:caution|care)\b"
          r"|\b(?:selection|recall|response|reporting|sampling|confirmation) bias\b|\b(?:residual|unmeasured) confound"),
    (1.1, r"\b(?:left|leave|leaving|leaves|defer|deferred|postponed?)\b[^.]{0,60}\b(?:for|to"
          r"|as) (?:an? )?(?:\w+ )?(?:future"
          r"|further|later|subsequent)\b|\b(?:outside|beyond) the scope of (?:this|our|the (?:present|current))\b"),
    (1.1, r"\b(?:has|have) (?:not (?:yet )?|yet to )been (?:\w+ly )?(?:tested|tried|evaluated|studied|validated|explored"
          r"|considered|investigated|addressed|demonstrated|verified)\b"),
)  # fmt: skip
"""Phrases that state a limit where a paper tells its results, or closes."""
_CLOSED: tuple[tuple[float, str], ...] = (
    (1.1, r"\bremains? (?:still )?to (?:be )?(?:seen|test|determin|explor|investigat|show|prove|examin|verif|establish"
          r"|clarif|stud"
          r"|underst|extend)"),
    (1.0, r"\b(?:further|more|additional|future) (?:\w+ )?(?:work|research|stud(?:y|ies)|investigations?|experiments?|data"
          r"|analys[ei]s|tests?|validation|evaluation|improvements?|development)(?: \w+)? (?:is|are|will be|would be|to be)"
          r" (?:still )?(?:\w+ )?(?:needed|required|necessary|warranted)\b|\bthere is (?:still )?(?:much "
          r"|considerable |ample"
          r" |some |clearly )?room for\b|\b(?:is|are) (?:still )?far from\b|\bby no means (?:complete|perfect|exhaustive)"
          r"|\b(?:is|are) not (?:yet )?(?:perfect|complete|exhaustive|optimal)\b"),
    (1.0, r"\bremains? (?:still )?(?:an? )?(?:\w+ )?(?:open|unclear|unknown|unsolved|unresolved|challenging|difficult"
          r"|elusive"
          r"|a challenge|limited)\b|\b(?:is|are) (?:still )?an? open (?:question|problem|issue|challenge)\b"
          r"|\b(?:issues?|problems?|questions?) (?:is|are|remain) (?:a challenge|open|for future)"),
)  # fmt: skip
"""Phrases that state one only where a paper closes: elsewhere they tell why it was written."""
_OWN_ONLY: tuple[tuple[float, str], ...] = (
    (1.2, r"\b(?:at|comes? at) (?:the|an?) (?:\w+ )?(?:cost|expense|price)\b"),
    (1.2, r"\bfails? (?:on|for|when|if|in|at|to)\b|\bfail(?:ed|ure) (?:on|cases?|modes?)\b|\bstruggles? (?:with|on|to"
          r"|when|in)\b"),
    (1.1, rf"\b{_NOT} (?:well[- ]suited|suited|suitable|geared|designed|intended|applicable|robust|scale|handle"
          rf"|support|cope"
          r"|deal|capture|account|generali[sz]e|work (?:well|for)|guarantee)"),
    (1.0, r"\b(?:computationally|prohibitively) (?:expensive|costly|demanding|intensive)\b|\brelies heavily\b"
          r"|\bis (?:relatively |rather |quite |still )?(?:slow|expensive|costly)\b"),
)  # fmt: skip
"""Phrases that state one only where the sentence names the paper's own work: of others they say what it mends."""


def _compiled(table: tuple[tuple[float, str], ...]) -> tuple[tuple[float, Phrase], ...]:
    return tuple((weight, Phrase(pattern)) for weight, pattern in table)


_ANYWHERE, _RESULTS, _CLOSE, _OWN = _compiled(_STATED[:5]), _compiled(_STATED[5:]), _compiled(_CLOSED), _compiled(_OWN_ONLY)
_OTHERS = re.compile(
    r"\b(?:existing|previous|prior|earlier|traditional|conventional|other|most|many|standard|classical|past|recent"
    r"|competing"
    r"|alternative|current (?=\w*(?:methods|approaches|models|systems|techniques|algorithms|solutions"
    r"|work)\b))\s?(?:[\w-]+ ){0,3}"
    r"(?:methods?|approach(?:es)?|works?|models?|systems?|techniques?|algorithms?|studies|datasets?|solutions?|benchmarks?"
    r"|corpora|literature|theories|schemes?|tools?|authors|researchers)\b|\bet al\b|\bbaselines?\b|\[\d",
    _OPTIONS,
)
MENDED = re.compile(
    rf"\b(?:address|overcom|avoid|remed|alleviat|mitigat|circumvent|tackl|resolv|solv|remov|eliminat|lift|reduc|bypass"
    rf"|handl)\w*"
    rf" (?:[\w’'-]+ ){{0,6}}{FAULT}\b|\b(?:without|no longer) (?:\w+ ){{0,3}}{FAULT}\b"
    rf"|\bmotivat\w*|\bto (?:overcome|address|tackle|mitigate|alleviate) ",
    _OPTIONS,
)
_POINTS = re.compile(r"\bwe (?:will|shall) \w+|\b(?:in|see) (?:section|appendix)\b|§|^\d+ \w+ were\b", _OPTIONS)
_SELF = re.compile(
    r"\b(?:we|our|ours|us|this (?:paper|work|study|article|thesis|survey|report)|the (?:proposed|present))\b", _OPTIONS
)
PROMISE = re.compile(r"\b(?:we|i) (?:\w+ )?(?:plan|intend|hope|would like|aim|will|are (?:excited|working))\b", _OPTIONS)
CLOSING = frozenset({Role.LIMITATIONS, Role.DISCUSSION, Role.CONCLUSION})
SPEAKS_OF_ITSELF = frozenset({*CLOSING, Role.RESULTS, Role.SETUP})
LIMIT = 0.9
"""A strength from which a sentence states a limitation."""


def stated(text: str, role: Role, is_own: Callable[[], bool]) -> float:
    """How plainly `text` states a limitation of the work that says it, by its phrases alone.

    Parameters
    ----------
    text : str
        One sentence.
    role : Role
        Of the section it stands in: where a paper tells its results or closes, more phrases mean a limit.
    is_own : callable
        Whether it names the paper's own work; asked only where that matters.
    """
    itself = role in SPEAKS_OF_ITSELF
    if not names_any_of(text, _GATE if itself else NAMES):
        return 0.0
    tables = [_ANYWHERE, *([_RESULTS] if itself else []), *([_CLOSE] if role in CLOSING else [])]
    found = [(weight, match) for table in tables for weight, pattern in table if (match := pattern.search(text))]
    closed = role in (Role.CONCLUSION, Role.LIMITATIONS)
    if itself and not found:
        # Behind «than RavenCount» the cost is another's.
        found = [
            (weight, match)
            for weight, pattern in _OWN
            if (match := pattern.search(text)) and " than " not in text[: match.start()] and (closed or is_own())
        ]
    if not found or MENDED.search(text) or _POINTS.search(text) or not (itself or is_own()):
        return 0.0
    weights = sorted((weight for weight, match in found if not blames(text[: match.end()])), reverse=True)
    # What somebody plans to do is no limit yet, unless the sentence also says what is missing.
    promised = 0.4 if weights and weights[0] < 1.2 and PROMISE.search(text) else 0.0
    return weights[0] + sum(weights[1:]) / 3 - promised if weights else 0.0


def names_any_of(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of `words` occurs: much faster than a pattern, and most sentences have none."""
    low = text.lower()
    return any(word in low for word in words)


def blames(text: str) -> bool:
    """Whether the fault is others': they are named before it, and the paper's own work is not."""
    return bool(_OTHERS.search(text)) and not _SELF.search(text)
