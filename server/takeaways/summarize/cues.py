"""Phrases by which papers announce what a sentence is about. English; data, not code."""

from __future__ import annotations

from enum import StrEnum

from .patterns import Phrase


class Aspect(StrEnum):
    """What a sentence is about."""

    CONTRIBUTION = "contribution"
    BACKGROUND = "background"
    PRIOR = "prior"
    METHOD = "method"
    STEP = "step"
    RESULT = "result"
    PERFORMANCE = "performance"
    INNOVATION = "innovation"
    SIGNIFICANCE = "significance"
    WORKLOAD = "workload"
    LIMITATION = "limitation"


_THING = (
    r"(method|model|approach|system|algorithm|framework|architecture|technique|network|dataset|data set|corpus|task"
    r"|benchmark|tool"
    r"|theory|proof|procedure|scheme|mechanism|strategy|protocol|pipeline|formulation|analysis|study|estimator|objective"
    r"|toolkit|library)"
)
_MAKE = (
    r"(propos|present|introduc|develop|describ|design|releas|construct|formulat|contribut|establish|deriv|prov(e|id)"
    r"|devis|put forward"
    r"|suggest|offer|report|unveil|formali[sz]|creat|argu)"
)
_TABLE: dict[Aspect, tuple[tuple[float, str], ...]] = {
    Aspect.CONTRIBUTION: (
        (1.4, rf"\bwe (also |further |then |first |here |therefore |thus |have )*{_MAKE}"),
        (1.2, r"\b(this|the present|our) (paper|work|article|study|thesis|report|survey|review"
              r"|letter|essay|chapter|dissertation)\b (\w+ )?[a-z]+(s|ed)\b"),
        (0.8, r"\b(in|with) this (paper|work|article|study|thesis|report|survey|review|letter|contribution|essay"
              r"|chapter)\b"),
        (0.9, r"\bwe (also |further |then |first |here |will )*(show|demonstrate|study|investigat|explor|address|examin"
              r"|analy[sz]|argue|extend)"),
        (
            0.8,
            r"\bwe (also |further |then |first |here |\w+ly )*(giv|interpret|generali[sz]|compar|apply|evaluat|determin"
            r"|characteri[sz]"
            r"|classif|solv|obtain|find|found|comput|consider|measur|observ|confirm|review|implement|outlin|emphasi)",
        ),
        (0.9, r"\bI (argue|show|propose|suggest|claim|contend|maintain|examine|trace|read)\b"),
        (0.8, r"\b(is|are) (proposed|presented|introduced|developed|described|derived|investigated)\b"),
        (0.8, r"\b(main|key|primary|major|our) contributions?\b|\b(goal|aim|purpose|objective) of (this|the|our)\b"),
        (0.5, rf"\b(a|an) (novel|new|simple|general|efficient|unified|large)\b.*\b{_THING}"),
    ),
    Aspect.BACKGROUND: (
        (0.8, r"^the (goal|aim|task|problem|field|study|purpose) of (?!this\b|our\b|the present\b|the paper\b)"),
        (0.8, r"\b(is|are|has been|have been|remains?|becom\w+|became) (\w+ly )?(an? |the |one of the )?(\w+ )?(important"
              r"|fundamental|crucial|essential|central"
              r"|challenging|critical|key|major|popular|common|ubiquitous|difficult|longstanding|active|vital|dominant)"),
        (0.7, r"\b(play|plays) (an?|the) (\w+ )?role\b|\bhas become\b|\bhave become\b|\bwidely (used|studied|known"
              r"|adopted|accepted)\b"),
        (0.5, r"\b(in recent years|recently|over the (past|last)|nowadays|traditionally|increasingly|due to the|growing"
              r"|in many|today)\b"),
        (0.6, r"\b(problem|challenge|difficult|costly|expensive|time-consuming|slow|need for|lack of|necessary|hard to)\b"),
        (0.4, r"\b(is|are) (defined|concerned|used|known|typically|usually|often)\b"),
    ),
    Aspect.PRIOR: (
        (1.0, r"\b(previous|prior|existing|earlier|past|traditional|conventional|current|recent|most|other"
              r"|related) (\w+ ){0,3}(works?|approach\w*|methods?|models?"
              r"|stud(y|ies)|research|systems?|techniques?|algorithms?|efforts?|datasets?|counters?|literature"
              r"|solutions?|attempts?|benchmarks?|theories)\b"),
        (0.6, r"\b(has|have) (also )?(been )?(\w+ly )?(proposed|studied|investigated|shown|developed|introduced"
              r"|explored|reported|addressed|used|focused|relied)\b"),
        (0.4, r"\bet al\b|\[\d+|\((?:19|20)\d\d\)"),
        (0.6, r"\b(however|but|although|while|unfortunately|yet)\b.*\b(limit|fail|lack|cannot|can not|unable|only"
              r"|expensive|require|suffer|ignor|difficult|not)\w*"),
        (0.5, r"\b(suffer|fail to|lack|limited (to|by)|not able to|unable to|do not|does not|drawback|shortcoming"
              r"|lose)\w*\b"),
    ),
    Aspect.METHOD: (
        (0.9, rf"\b(our|the proposed|the present) (\w+ ){{0,2}}{_THING}s? (\w+ )?(is|are|consists?|uses?|takes?|relies"
              r"|combines?|works?|learns?|estimates?|computes?|follows?|employs?|builds?)"),
        (0.8, r"\b(consists? of|is based on|are based on|is composed of|comprises?|is built (on|upon)|relies on"
              r"|make use of|makes use of)\b"),
        (0.8, r"\bwe (\w+ly |also |first |then |next |further |therefore |thus |will |can )?(use|appl|train|employ|comput"
              r"|adopt|defin|formulat|combin|model|encod|split|sampl"
              r"|estimat|collect|measur|construct|build|extract|optimi[sz]|perform|solv|consider|simulat|fine-?tun"
              r"|implement|initiali[sz]|select|generat|calculat|leverag|treat|follow|obtain|represent)"),
        (0.6, r"\bby (\w+ly )?\w+ing\b|\busing (a|an|the)\b|\bbased on\b"),
        (0.5, rf"\b{_MAKE}\w*\b.*\b{_THING}"),
    ),
    Aspect.STEP: (
        (1.2, r"^(first(ly)?|second(ly)?|third(ly)?|then|next|finally|lastly|after(wards?| that|ward)?|subsequently"
              r"|step \d|in the (first|second|third|final|last|next) (step|stage|phase))\b"),
        (1.0, r"\b(we|is|are|was|were|then) (first(ly)?|then|next|finally|subsequently)\b|\bfirst,? we\b|\bthen (turns?"
              r"|uses?|computes?|appl\w+|pass\w*|feeds?)\b"),
        (0.7, r"\bwe (\w+ly )?(use|appl|train|employ|comput|split|sampl|collect|extract|perform|fine-?tun|filter|select"
              r"|generat|remov|convert|map|feed|predict|pass|combin|initiali[sz]|normali[sz]|merg|retriev|encod|link"
              r"|annotat|label|fit|measur)"),
        (0.5, r"^(after|before|once|given|starting|to \w+)\b.*\bwe\b|\b(is|are|was|were) (then )?(computed|applied"
              r"|trained|obtained|fed|passed|extracted|removed|collected|divided|performed|estimated|added|selected"
              r"|measured|calculated|mixed|prepared)\b"),
    ),
    Aspect.RESULT: (
        (1.0, r"\b(results?|experiments?|evaluations?|findings|analys[ei]s|simulations?|ablations?|data"
              r"|observations?) (\w+ ){0,4}(show|indicate|suggest|demonstrate|reveal|confirm|imply|support)"),
        (0.9, r"\bwe (\w+ly |also |further )?(find|found|observ|show|showed|demonstrat|conclud|achiev|obtain|prove"
              r"|establish|see that|confirm|discover)"),
        (0.9, r"\b(outperform|surpass|exceed|achiev|improv|attain|yield(s|ed|ing)\b|reach)\w*\b"),
        (0.6, r"\b(reduc|increas|decreas|degrad|gain|drop|correlat|converg|depend)\w*\b|\bsignificant(ly)?\b"
              r"|\bcompared (to|with)\b|\b(better|worse|higher|lower|faster|larger|smaller|more|less"
              r"|fewer) [\w-]+ ?(\w+ )?than\b"),
        (0.5, r"\bstate[- ]of[- ]the[- ]art\b|\b(accuracy|precision|recall|F1|BLEU|error|AUC|speed-?up|performance)\b"),
    ),
    Aspect.PERFORMANCE: (
        (1.2, r"\b(outperform|surpass|exceed|beat|superior to|on par with)\w*\b"),
        (0.9, r"\bnew state[- ]of[- ]the[- ]art\b|\b(better|higher|lower|faster|smaller|less|fewer"
              r"|more \w+) ([\w-]+ ){0,3}than\b|\bimprov\w+ (\w+ ){0,4}(over|upon|by|from|on)\b"),
        (0.6, r"\b(achiev|attain|reach|yield|obtain)\w*\b.*\b(accuracy|precision|recall|F1|BLEU|error|AUC|score"
              r"|performance|results?)\b|\bstate[- ]of[- ]the[- ]art\b|\bcompetitive\b|\bspeed-?ups?\b"),
        (0.6, r"\b(by|of|to|from|within|at) (about |around |roughly |approximately |over |more than "
              r"|up to )?\$?\d[\d.,]*\$?\s?(%|\\%|points?|percent|times|x\b|×|BLEU|F1|dB)|\bagainst \d"),
    ),
    Aspect.INNOVATION: (
        (1.2, r"\bfor the first time\b|\bto (the best of )?our knowledge\b"),
        (1.2, r"(\b(is|are|be|as|was|were|present|provide|propose|introduce|report|give|offer|release|create|describe"
              r"|develop)s? |, )the first "
              r"(?!(month|year|week|day|time|step|part|author|section|stage|phase|layer|term|case|half|result|of|one|two"
              r"|three)s?\b)"
              r"|\bthe first (\w+ ){0,3}" + _THING + r" (to|that|which|for|of its kind)\b"),
        (1.1, r"\bnovel(ty)?\b"),
        (0.9, rf"\b(a|an|two|three|several) new ([\w-]+ ){{0,4}}{_THING}|\bnew class of\b|\bnew (simple|type|kind"
              r"|family)\b|\bnewly (proposed|introduced|developed|designed|collected|created)\b"),
        (1.0, r"\b(unlike|in contrast (to|with)|contrary to|different(ly)? from|as opposed to"
              r"|rather than) (\w+ ){0,3}(previous|prior|existing|earlier|most|other|traditional|conventional|standard"
              r"|recent|past)\b"),
        (0.7, r"\b(dispens\w+ with|without (requiring|the need|any need|relying)|entirely (on|without)|no longer"
              r"|instead of|eliminat\w+ the need|removes? the need)\b"),
    ),
    Aspect.SIGNIFICANCE: (
        (1.0, r"\b(open|opens|opening|pave|paves|paving) (up |the )?(\w+ )?(way|door|possibilit|avenue|new|path)"),
        (0.9, r"\b(will|can|may|could|should|would) (also )?(\w+ly )?(help|enable|facilitat|benefit|serve|accelerat"
              r"|inform|lead to|guide|provide|be (useful|used|applied|extended|of|adapted|valuable))\w*"),
        (0.8, r"\b(implications?|significance|potential(ly)?|promising|important (for|step|implication|role|because)"
              r"|practical|real[- ]world|impact|we (hope|believe|anticipate|expect|envision))\b"),
        (0.6, r"\b(enabl|allow|facilitat|mak\w+ it possible|sufficient|enough to|suggests? that|useful for"
              r"|applicable to|publicly available|provides? (a|an|new) (\w+ )?(insight|basis|tool|resource|foundation"
              r"|testbed))\w*"),
    ),
    Aspect.WORKLOAD: (
        (1.2, r"\b\d[\d.,$]*(-core)? ?([\w-]+ ){0,3}\b(GPUs?|TPUs?|CPUs?|cores|nodes|machines|V100|A100|H100|P100)\b"
              r"|\b(GPU|TPU|CPU|core|person"
              r"|man|annotator|working)[- ]?(hours|days|months|years)\b"),
        (1.0, r"\b(took|takes|taking|required?|requires|trained? (\w+ ){0,4}for|ran|runs|lasted|within"
              r"|spent) (?!measurements?\b)([\w$-]+ ){0,6}\$?\d[\d.,]*\$?\s?(k|K|M)?\s?(seconds?|minutes?|hours?|days?"
              r"|weeks?|months?|years|epochs"
              r"|steps|iterations)\b"),
        (0.8, r"\b\d[\d.,]*\$?\s?(k|K|M|B|thousand|million|billion)?\s?(\w+ ){0,2}(parameters|FLOPs|annotat\w+"
              r"|participants|subjects|patients|respondents|recordings|lines of code|interviews|experts?|volunteers"
              r"|crowd ?workers|samples|experiments|runs)\b"),
        (0.6, r"\b\d[\d.,]*\$?\s?(k|K|M|B|thousand|million|billion)\s(\w+ ){0,2}(sentences?|documents?|papers?|articles"
              r"|examples|images|tokens|words|pairs|tweets|users|records)\b|\b(costs?|paid|price) [^.]{0,30}\d"),
    ),
    Aspect.LIMITATION: (
        (1.5, r"\b(limitations?|drawbacks?|shortcomings?|weakness(es)?|caveats?|disadvantages?|downside) (of|in|to"
              r"|with) (our|this|the (present|proposed|current)|the (method|approach|model|study|dataset|work"
              r"|algorithm))\b"),
        (1.4, r"\b(a|an|one|another|the|main|major|key|important|first|second|potential|possible) (\w+ )?(limitation"
              r"|drawback|shortcoming|weakness|caveat) (is|was|stems|concerns|lies)\b|\b(limitations|caveats) (include"
              r"|are)\b"),
        (1.2, rf"\b(our|the proposed|the present|this) (\w+ ){{0,2}}({_THING}|work|results|findings|experiments"
              r"|paper)s? (\w+ )?(does not|do not|cannot|can not|did not|is (not|limited|restricted|unable)|are (not"
              r"|limited|restricted)|fails?|has not|may not|might not)\b"),
        (1.2, r"\bwe (do|did|have|could|can|were|are) ?(not|n.t) (yet |currently |explicitly )?(consider|address"
              r"|evaluat|account|includ|explor|test|stud(y|ied)|investigat|able|handle|cover|examin|claim|guarantee"
              r"|attempt|captur|support|model)\w*"),
        (1.1, r"\b(left|leave|leaving|leaves|defer|deferred|postpone)\b[^.]{0,60}\b(for|to|as) (a )?(\w+ )?(future"
              r"|further|later|subsequent)\b"),
        (1.1, r"\b(remains?|is|are) (still )?(an )?(open (question|problem|issue|challenge)|to be (seen|tested"
              r"|determined|explored|investigated|shown|proven|proved|done))|beyond the scope\b"),
        (1.0, r"\b(has|have) not (yet )?been (tested|tried|evaluated|studied|validated|explored|considered|investigated"
              r"|addressed)\b|\bfuture (work|research|studies) (\w+ )?(is|are) (needed|required|necessary|warranted)\b"),
        (1.0, r"\b(further|more|additional) (work|research|study|studies|investigation|experiments?|data|analysis) (is"
              r"|are|will be|would be) (still )?(needed|required|necessary|warranted)\b|\bthere is (still )?(much "
              r"|considerable |ample )?room for\b"),
        (0.9, r"\b(we|our) [^.]*\b(only|restricted to|limited to|confined to)\b[^.]*\b(consider|evaluat|test|stud|appl"
              r"|English|one|single|small)\w*"),
    ),
}  # fmt: skip
_COMPILED = {aspect: tuple((weight, Phrase(pattern)) for weight, pattern in rows) for aspect, rows in _TABLE.items()}
_OTHERS_FAULT = Phrase(
    r"\b(existing|previous|prior|earlier|traditional|conventional|current|other|most|these|those|such|many|standard"
    r"|recent|past|classical) (\w+ ){0,3}"
    r"(methods?|approach\w*|works?|models?|systems?|techniques?|algorithms?|stud(y|ies)|datasets?|solutions?|benchmarks?"
    r"|corpora|literature|theories)\b"
)

ACCOUNT = Phrase(
    r"\b(present|report|describ|provid|giv|conduct|perform|show)\w* (\w+ ){0,3}"
    r"(results|experiments|evidence|statistics|evaluations?)\b"
)
"""That experiments were made is not yet what the paper is about."""
ALSO = Phrase(r"\balso\b|^(using|with|by) (similar|the same)\b|\b(additionally|furthermore|moreover|finally)\b")
"""What is added is the second thing a paper does."""


def strength(text: str, aspect: Aspect) -> float:
    """How plainly `text` says that it is about `aspect`: 0 (not at all) to about 2.

    The strongest phrase counts in full, every further one a third.
    """
    low = text.lower()
    found = sorted((weight for weight, phrase in _COMPILED[aspect] if phrase.search(text, low)), reverse=True)
    if not found or (aspect is Aspect.LIMITATION and _OTHERS_FAULT.search(text, low)):
        return 0.0
    return found[0] + sum(found[1:]) / 3
