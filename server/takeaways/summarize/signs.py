"""Phrases that speak for a sentence as a takeaway, and those that speak against it. English; data, not code."""

from __future__ import annotations

import re

from .patterns import Phrase

ANNOUNCES = Phrase(
    r"\bwe establish (?:\w+ )*baselines?\b|\b(?:is|are) aimed at\b|\bwe (?:also )?apply\b"
    r"|\b(?:we|i) (?:also |then |first |further |finally |briefly |have |will |shall |would |now |next "
    r"|here )*(?:discuss|evaluate|test"
    r"|examine|explore|investigate|study|consider|conduct|perform|compare|analy[sz]e|describe|report|focus"
    r"|review|ask|aim|seek"
    r"|want|wanted|plan|hope|believe|expect|anticipate|evaluated|tested|examined|explored|investigated|studied"
    r"|considered"
    r"|conducted|performed|compared|analy[sz]ed|described|discussed|hypothesi[sz]ed?|expected|sketch|outline"
    r"|highlight|count|explain|illustrate|illustrated|chosen|chose|picked|applied|formali[sz]ed? the problem)\b"
    r"|\bwe did not expect\b|\b(?:our|the|one|main|primary|overall"
    r"|key) (?:\w+ )?(?:goals?|aims?|objectives?|purpose|motivation|hypothes[ie]s)"
    r"|\b(?:is|are|was|were) (?:designed|intended|meant|expected|supposed) to\b|\btests? (?:the hypothesis|whether)\b"
    r"|\b\bwe (?:begin|conclude|start|end|close|finish) (?:by|with)\b|\bpaper (?:begins|ends|concludes)\b"
    r"|\bwe establish (?:\w+ )*baselines?\b|\b(?:is|are) aimed at\b"
    r"|\bexperiments? (?:tests?|evaluates?|measures?|compares?)\b|\bto (?:evaluate|assess|measure|test"
    r"|investigate|answer|examine"
    r"|simplify|illustrate|demonstrate|compare|understand)\b[^,]*,|\bwe (?:will|shall) \w+"
    r"|\bprovide experimental results\b|\breport empirical results\b"
    r"|\b(?:is|are) (?:demonstrated|illustrated|exemplified) (?:on|in|with|by|using)\b|\bgives? an? (?:\w+ )?overview\b"
    r"|\b(?:modified|extended|revised|updated) version of\b|\bpublished in\b"
)
"""Work that is announced, not what came out of it."""
SUPPOSES = Phrase(
    r"\b(?:would|might|may|should|could|(?:allow|enabl|help|let)\w* us to|perhaps|probably|presumably"
    r"|one (?:can|may|could|might|would)"
    r"|we (?:speculate|conjecture"
    r"|suspect|hypothesi[sz]e)|if we|let us|let \w+ (?:be|denote)|suppose|assume|w\.?l\.?o\.?g"
    r"|without loss of generality|recall"
    r"|seems?|the term|throughout this|refers? to|desirable|unclear|remains? to be)\b"
)
PROMISES = Phrase(
    r"\bwe (?:sketch|outline)\b|"
    r"^perhaps\b|\bhopefully\b|\bwe (?:begin|conclude|start|end|close|finish) (?:by|with)\b|\bpaper (?:begins"
    r"|ends|concludes)\b|"
    r"\b(?:further|more|additional) (?:research|work|studies|investigations?|experiments)\b|"
    r"\bwe are (?:currently |now |also )?(?:exploring|working|planning|investigating|developing|extending|looking)\b"
    r"|\b(?:several|some|many) (?:areas|directions|avenues|ways)\b|\b(?:directions?|extensions?|step) (?:is"
    r"|would be|are) to\b|\bis part of\b|\bwe (?:hope|believe|envision"
    r"|expect|plan|intend|anticipate|would like|aim|continue|encourage)\b|\bfuture (?:work|research"
    r"|directions?|stud(?:y|ies)|efforts?|investigations?|improvements?)\b|\bin (?:the )?future\b"
    r"|\bwill (?:be )?(?:explor|investigat"
    r"|extend|stud|support|help|facilitat|enabl|serv)\w*|\bopens? (?:up )?(?:the door|new|possib)|\bpav(?:e|es"
    r"|ing) the way\b"
    r"|\b(?:exciting|promising|interesting) (?:\w+ )?(?:directions?|avenues?|challenges?|questions?|topics?)\b"
    r"|\bcan (?:further|help|serve|be used) (?:to )?(?:further|support|advance|improve|inform)?"
)
TRAINING = Phrase(
    r"\b(?:learning rates?|batch(?:es| sizes?)|epochs?|hyper-?parameters?|optimi[sz]er|adam|dropout|warm-?up"
    r"|weight decay|GPUs?"
    r"|TPUs?|random seeds?|grid search|default (?:values?|settings?|parameters)|parameter settings?"
    r"|train(?:ing)?/(?:dev|test)"
    r"|held[- ]out|cross-validation"
    r"|baselines? (?:is|are) trained|tokeni[sz]ed?|preprocess\w*|implemented (?:in|using|with)|source code"
    r"|version \d|we thank"
    r"|crowd ?workers?|annotators?|license|significance tests?|p ?[<=] ?0?\.\d|learned embeddings|checkpoints?)\b"
)
STEPS = re.compile(
    r"^(?:to \w+|after|before|once|when|for (?:each|every|all|any|the|our)|given|starting|during|while"
    r"|as (?:the|a|an|we)|since"
    r"|because|if|in order to|by)\b|^we (?:\w+ly |then |first )?(?:use|used|choose|chose|select|selected|set"
    r"|train|trained|apply"
    r"|applied|compute|computed|define|defined|take|took|collect|collected|construct|constructed|obtain|derive"
    r"|wrote|ran|run|ask"
    r"|asked|fix|write|denote|call|follow|followed|measure|measured|randomly|begin|start|assume|recruited"
    r"|sampled|split|used)\b",
    re.IGNORECASE,
)
SETS = Phrase(
    r"\bwe (?:\w+ly |also |then |first )?(?:increas|limit|set|us|keep|kept|var|fix|restrict|remov|add"
    r"|replac|initiali[sz]|filter"
    r"|convert|extract|select|collect|split|sampl|train|appl|follow|intentional|ran|run|generat|segment|divid"
    r"|evaluat|inspect|annotat|label|assign|establish \w+ baseline"
    r"|comput|creat|consider)\w*\b|\b(?:was"
    r"|were) (?:\w+ly )?(?:collected|measured"
    r"|performed|conducted|carried out|recorded|grown|analy[sz]ed|used|applied|taken|extracted|calculated"
    r"|computed|selected|trained"
    r"|randomi[sz]ed|recruited|sampled|divided|placed|exposed|evaluated|tested|asked|given)\b"
    r"|\b(?:is|are) (?:performed|conducted|carried out|bolded|reported)\b"
    r"|\b(?:survey|questionnaire|study|experiment|sample|(?:test|training) set|instrument)s? (?:included|consist\w+"
    r"|compris\w+|contain\w*|asked)\b"
)
"""What was done with a knob."""
GRAPHS = Phrase(
    r"\b(?:graphs? shows?|plots? shows?|hump|x-axis|y-axis|axis|curves? (?:shows?|for|is|are)|bars?|legend"
    r"|one participant|participant, P\d{1,2}|(?:left|right|top|bottom)(?:most)? (?:graph|plot|panel)"
    r"|(?:seconds|minutes|hours) into|solid line|dashed line|shaded)\b|^(?:a few things|several things|two things)\b"
)
REFERS = re.compile(r"\(\d+(?:\.\d+)*(?:, ?[^()]*(?:\([ivx]+\))?)?\)|\[[A-Z][A-Za-z0-9+]*\]|\[\d")
NAKED = re.compile(
    r"^(?:the|our) (?:\w+ )?(?:model|system|method|approach|algorithm|framework)s? (?:is|are|has|can|does|do"
    r"|was|were)\b",
    re.I,
)
VAGUE = Phrase(
    r"\b(?:is|are) (?:used to )?illustrated?\b|\bused to illustrate\b|\bcollection of examples\b|\bpractical guide\b|"
    r"\b(?:promising|encouraging|satisfactory|good) (?:\w+ )?results\b|\bvalidat\w+ (?:the"
    r"|our) (?:\w+ )?(?:method|approach|model)s?\b"
    r"|\bdemonstrat\w+ (?:its|the|their|our) (?:\w+ )?(?:effectiveness|superiority|utility|potential|usefulness"
    r"|validity|advantages?)\b"
    r"|\bshows? (?:the|its) (?:effectiveness|superiority|potential)\b|\bare discussed\b|\bmany different purposes\b"
)
"""Praise without what it is for."""
EXAMPLE = Phrase(
    r"\b(?:for (?:example|instance)|consider the|as an (?:example|illustration)|imagine|say,|e\.g\.|suppose)"
    r"|\bexamples? (?:of|is)"
)
DATED = Phrase(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december),?(?: of)? (?:19"
    r"|20)\d\d\b"
    r"|\bfirst version\b|\b(?:years?|months?) ago\b|\bin (?:19|20)\d\d\b"
)
SYMBOLS = re.compile(r"[=≤≥<>∈∼≅→∑∏∫∂∗⊂⊆∀∃≠×·†‡¬∞]|\b[B-HJ-Zb-z]\b(?!['’.])|[\w)]\^|\b[a-zA-Z]\d?\(")
COMPARES = Phrase(
    r"\b(?:more|less|better|worse|higher|lower|faster|slower|larger|smaller|greater|fewer|stronger|cheaper"
    r"|shorter|easier)\b[^.]*\bthan\b(?! \$?\d)"
    r"|\b(?:outperform|surpass|exceed|improv|reduc|increas|decreas|doubl|gain|degrad|rais|boost|cut)\w*\b"
    r"|\bcompared (?:to|with)\b"
    r"|\bagainst\b|\bversus\b|\bvs\.?\b|\brelative to\b|\bcorrelat\w*|\bno (?:significant )?differences?\b"
    r"|\bstate[- ]of[- ]the[- ]art\b"
    r"|\bbest\b|\bon par with\b|\bcomparable (?:to|with)\b|\bcompetitive\b|\bassociated with\b|\beffect(?:ive|s)?\b"
)
FINDS = Phrase(
    r"\bwe (?:also |further |\w+ly |then |thus |have |therefore )*(?:find|found|argue|observe|observed|show"
    r"|showed|shown|prove|proved"
    r"|demonstrate|demonstrated|conclude|achieve|achieved|establish(?:ed)? that|discover\w*|learned|confirm\w*|obtain"
    r"|reveal\w*|see)\b|\b(?:results?|experiments?|evaluation|findings?|analys[ei]s|study|studies|data"
    r"|simulations?|measurements?"
    r"|calculations?|evidence|participants|paper|work) (?:\w+ ){0,5}?(?<!are )(?<!were )(?<!is )"
    r"(?<!was )(?:shows?|showed|indicat\w+|suggest\w*"
    r"|demonstrat\w+|reveal\w*"
    r"|confirm\w*|impl(?:y|ies)|support|identified|found|reported|preferred)\b|\bit (?:is|was) (?:shown|found)\b"
    r"|\b(?:is|are|was|were) (?:found|shown|able) to\b|\bturns? out\b|\bleads? to\b|\bled to\b|\bsuffices?\b"
    r"|\bfinding that\b"
    r"|\b(?:best|highest|lowest|strongest|largest) (?:\w+ )?\w+ (?:is|was|are|were) (?:achieved|obtained"
    r"|reached|seen|observed)\b"
)
RESTATES = re.compile(
    r"^(?:in (?:this|the present|our) \w+,? )?(?:we|i|this (?:paper|work|article|study|thesis|report))(?: \w+ly"
    r"| have| has| also)? "
    r"(?:present|introduc|propos|describ|discuss|develop|explor|studi|study|investigat|address|consider|examin)\w*\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"^(?:according to )?(?-i:[A-Z])[\w-]+(?:[’']s|s[’']|(?: and (?-i:[A-Z])\w+| et al\.?)?,? (?:[(\[]\d|in (?:19|20)\d\d))"
    r"|^(?:according to|work (?:by|of)) (?-i:[A-Z])",
    re.IGNORECASE,
)
"""Whose result it is: not the paper's."""
WHERE = re.compile(r"\b(?:on|for|in|across|over)\b", re.IGNORECASE)
"""A boast that says on what is a result."""
ARGUES = Phrase(
    r"\b(?:must|should|cannot|needs? to|not only|rather than|therefore|lessons?|the key|most (?:important|successful)"
    r"|most helpful|represents? (?:an?|one|the)"
    r"|revolutioni[sz]\w+|transformed|made it possible|led to|for the first time|enabled)\b"
)
"""What an essay holds."""
RELEASES = Phrase(
    r"\bwe (?:\w+ )?(?:releas|make)\w* [^.]*\b(?:availab|releas|open|public)\w*|\b(?:is|are) (?:\w+ly )?(?:released|publicly"
    r"|freely|openly)\b|\bopen[- ]source\b"
)
"""What everybody may have."""
FIRSTS = Phrase(
    r"\bto (?:the best of )?our knowledge\b[^.]*\bfirst\b|\bfor the first time\b|\b(?:is|was|are|presents?) the first\b"
)
GAPS = Phrase(
    r"\b(?:unexplored|understudied|under-?explored|little (?:attention|is known)|poses? (?:\w+ ){0,2}challenges|brings? new"
    r"|the lack of|in versions? prior to|have been (?:somewhat |rather )?(?:scattered|limited|available only)"
    r"|has not been (?:studied|explored)|received (?:\w+ )?attention|increasingly|play\w* an? (?:\w+ ){0,3}role)\b"
)
"""Why a paper was written, not what it found."""
DEFINES = Phrase(r"\bthe terms?\b|\brefer(?:s|red)? to\b|\b(?:is|are) (?:called|defined|known as)\b|\bcan be traced\b")
"""What a word means, and where it comes from."""
TOOL = re.compile(r"\b(?:packages?|toolbox|toolkit|library|software)\b", re.IGNORECASE)
TOOL_NAMES = re.compile(
    r"^(?P<titled>\w[\w.]+):|\b[Tt]he (?:R |Python )?(?P<before>[A-Za-z][\w.]*[\w]) (?:package|toolbox|library)\b"
    r"|\b(?:package|toolbox|library) (?P<after>[A-Za-z][\w.]*\w) (?:for|in|provides|that|is|offers|contains)\b"
)
USED = Phrase(
    r"\bcan (?:\w+ )?be \w+ (?:using|with|by|via|from)\b|\b(?:is|are) (?:\w+ )?implemented in\b"
    r"|\b(?:functions?|class(?:es)?|modules?) (?:\w+ ){0,3}?(?:provides?|allows?|implements?|extends?|supports?)\b"
)
"""How a tool is put to use."""
OFFERS = Phrase(
    r"\b(?:package|toolbox|toolkit|library|tool|system|framework|software|implementation|interface|method|model"
    r"|technique|procedure|scheme|mechanism|construction|approach|algorithm)s? "
    r"(?:\w+ ){0,3}?(?:provides?|offers?|supports?|implements?|allows?|enables?|includes?"
    r"|contains?|extends?|handles?|scales?)\b"
)
"""What a tool can do is what its paper found."""
RIVALS = Phrase(
    r"\bout-?perform|\bsurpass|\bachiev(?:es|ed)\b"
    r"|\bthan (?:all|any|the (?:best|other|next|strongest)|other|previous|existing|state)\b"
)
"""Others that are measured against."""
TOLD = re.compile(
    r"(?<![\w-])(?<!factor )(?<!ersion )(?<!xperiment )"
    r"(?!(?:19|20)\d\d\b)(?:\d[\d,.]*\d|\d(?=\s?(?:%|x\b|×|times|points|percent)))"
)
"""A number that tells something: neither a year, a single digit nor a part of a name."""
LACKS = Phrase(
    r"\b(?:not|no|only|limited|limits?|however|cannot|fails?|failed|small|lacks?|bias\w*|restrict\w*|ignor\w+"
    r"|undercount\w*|less|fewer"
    r"|miss(?:es|ed|ing)?|errors?|difficult\w*|costly|expensive|excludes?|narrow|unable|never|without)\b"
)
TRUISM = Phrase(
    r"\b(?:is|are|remains?) (?:an? )?(?:\w+ly )*(?:useful|important|necessary|crucial|challenging|valuable"
    r"|powerful|interesting|popular)\b"
)
FRAGMENT = re.compile(
    r"^[a-z]+[ ,]|^\d{4}[/-]\d\d|\b(?:that|and|the|of|to|a|an|or|by|with|for|in|as|is|are)$"
    r"|(?<!to)(?<!by)(?<!of)(?<!is)(?<!at)(?<!than)(?<!from) \d\.\d\.$"
)
CLAUSE = re.compile(r",? (?:where|which|whose|who)\b")
FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|can|may|might|will|would|do|does|did|we|I|it|they|lie|led|found|gave|took"
    r"|made|held|came|saw|got|ran|\w+ed|\w+s (?:an?|the|that|to|how|our|its|by|in|on|for|of|\d\S*|\w+ly))\b"
)
"""A sentence whose main clause has none of this is a heading or a fragment."""
FOOTNOTE = re.compile(r"^\d{1,2} ?[A-Z][a-z]|^[∗*†‡]|^\d{1,2}\S*https?:|^see\b|^note:", re.IGNORECASE)
