"""Words before a full stop that may not end a sentence, and words after one that begin one. Data, not code."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


REFERENCES = _words(
    """
    fig figs eq eqs eqn eqns ineq ineqs sec secs sect sects ref refs tab tabs thm thms prop props lem lems cor cors def
    defs defn alg algs algo ch chap chaps chs app apps appx append rem ex exs exp obs ass assump conj cond supp suppl suppls
    vol vols no nos nr pp p para paras art arts ver abb abbn abs kap fn pt pts lect tbl figg éq éqs ec ecs рис табл гл
    стр form col cols lst
    """
)
"""What stands before a number or a letter («Fig. 3», «App. B»): the number after it belongs to it."""

NEVER = _words(
    """
    i.e e.g cf vs viz w.r.t wrt s.t a.k.a aka fig figs figg eq eqs eqn eqns ineq ineqs eds thm thms prop props lem lems
    cors defn alg algs algo chap chaps chs appx append supp suppl suppls pp vols nos exs assump dr drs prof mr mrs ms messrs
    hon lt capt sgt st mt resp approx ca incl excl esp abbr avg ave proc conf trans dept univ assn natl intl gen mat
    al., ibid op loc yahoo! cit
    abb abbn bzw z.b d.h i.d.r u.a o.b.d.a u.u m.a.w v.a o.ä s.o vgl nr bd hrsg bzgl kap evtl ggf sog inkl insb éq éqs ec
    ecs m.m mme mlle mm sr sra srta dra p.ex p.ej ej ee т.е т.к рис табл гл стр см ср डॉ प्रो
    """
)
"""Never the end of a sentence, unless what follows is nothing."""

COUNTED = _words(
    """
    no app apps art arts sec secs ref refs tab tabs sect sects cor def defs rem ex exp obs ass conj cond vol para paras ver
    ch col cols rep min max sen pt pts fn lect tbl lst form abs jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
"""Words of their own too: the end of a sentence unless a number or a letter follows («the app.», but «App. B»)."""

UNITS = _words("min mins sec secs ft hr hrs vol avg max h s yr yrs")
"""Behind a number an end like any other («for 30 min. Then …»)."""

SOMETIMES = _words(
    """
    al etc inc ltd corp co jr sr u.s u.k u.n u.s.a e.u d.c ph.d b.sc m.sc m.d a.m p.m b.c a.d p n.b dist sp spp ssp var v
    usw т.д т.п ed rd phys rev lett math acad sci chem biol med
    """
)
"""An end only where the next word can begin nothing but a sentence."""

ACRONYMS = _words(
    "ed co ms max min app art col mat med gen rep ex mt st sp sci chem bio form rem cor var dist conf acad abs nat"
)
"""In capitals these are acronyms, and end a sentence like any word."""

STARTERS = _words(
    """
    the this these those that there a an we our us it its they their in on for to from with by at as if when while where
    since because although though however moreover furthermore additionally also thus hence therefore then here finally
    first second third next note let such some many most all each both another other others one two three several recent
    recently given using based after before during under over unlike despite instead similarly specifically indeed
    overall experiments results what why how which who can does is are he she nobody elsewhere otherwise
    der die das den dem ein eine wir sie er es dies diese dieser dieses im am für mit bei auf
    le la les un une nous il elle ils elles ce cette ces dans pour el los las una esto este esta estos estas se en
    он она оно они мы это эти в на
    """
)

LABELLED = _words(
    """
    vitamin vitamins group groups type types class category phase set sets matrix matrices node nodes point points case cases
    model models panel appendix hepatitis influenza condition variant option state region site zone system player agent
    vertex event variable operator function space algebra ring field module curve surface graph constant level grade plan
    part section task factor protein strain sample treatment arm cohort figure table theorem lemma step stage country vector
    language schedule chapter column row cell block layer cluster line lines unit area room hypothesis assumption version
    = ∈ ≤ ≥ < > ⊂ ⊆ → ∪ ∩ × + ≠ ≈
    """
)
"""What a single capital names: «in group A.» may end a sentence, «by A. Smith» does not."""

GERMAN_ORDINAL = _words("am dem den der die das des im vom zum zur beim ab bis seit jeder jede jedes ihr sein dieser")
"""Words after which «3.» is the third: «am 3. Oktober»."""
