"""Words of addresses: institutions, countries, and places whose names have the form of a person's."""

from __future__ import annotations

import re


def any_of(words: str) -> str:
    """Patterns parted by spaces, as alternatives."""
    return "|".join(words.split())


INSTITUTION = re.compile(
    r"(?<![\w-])(?:(?i:"
    + any_of(
        r"""universi\w* univ institu\w* inst\. colleg\w* schools? facult\w* fakult\w* departm\w* depts?\b d[ée]part\w*
        dipart\w* departam\w* laborator\w* laborato\w+ labs? cent(?:re|er)s? centro centrum zentrum academ\w* accadem\w*
        akadem\w* hospital\w* h[ôo]pital ospedale klinik\w* clinics? research recherches? inc\. ltd llc gmbh corp\.?
        corporation company technolog\w* polytech\w* politec\w* [ée]cole escola escuela scuola hochschule fachbereich
        observator\w* observatoire osservatorio ministry council foundation agency association society division museum
        campus graduate sciences? engineering mathematics mathematical physics statistics informatics informatique
        computing medicine chemistry biology economics astronomy astrophysics organi[sz]ation bureau headquarters
        soci[ée]t[ée]\w* societ[àa] sociedad\w* gesellschaft verein press publish\w* books
        google microsoft facebook deepmind openai anthropic nvidia amazon yahoo alibaba tencent baidu huawei bytedance
        samsung salesforce"""
    )
    + ")|"
    + any_of(
        r"""CNRS INRIA Inria INFN INAF CERN NASA ESA NIST NOAA CSIRO CSIC CEA DESY SLAC RIKEN KAIST KAUST ETHZ ETH EPFL MIT
        UCLA UCL UCSD UIUC NYU CUHK HKUST USC CMU UNC IIT IISc TIFR IBM IHES ENS EECS AT&T PARC IEEE AAAI"""
    )
    + r")(?!\w)"
)
"""A word of an affiliation; letters that are short for a house count in capitals only."""

COUNTRY = re.compile(
    r"(?:^|,\s*)(?:the\s+)?(?:"
    + any_of(
        r"""united\s+(?:states(?:\s+of\s+america)?|kingdom|arab\s+emirates) england scotland wales ireland france germany
        deutschland austria switzerland italy italia spain portugal belgium netherlands denmark sweden norway finland
        iceland poland hungary romania bulgaria greece turkey t[üu]rkiye russia ukraine israel egypt iran iraq india
        pakistan bangladesh (?:p\.?\s*r\.?\s*(?:of\s+)?)?china japan (?:south\s+|republic\s+of\s+)?korea taiwan singapore
        malaysia thailand vietnam indonesia philippines australia new\s+zealand canada mexico brazil brasil argentina chile
        colombia peru south\s+africa nigeria kenya saudi\s+arabia qatar czech(?:ia|\s+republic) slovakia slovenia croatia
        serbia estonia latvia lithuania luxembourg hong\s+kong"""
    )
    + r")[.\s]*$|\b(?:USA|U\.\s?S\.\s?A\.|UK|U\.\s?K\.)[.\s]*$",
    re.I,
)
"""What an address ends with; of the names that people have too, only behind a comma."""

NAMESAKE = re.compile(
    any_of(
        r"""new\s\w+ los\s\w+ las\s\w+ san\s\w+ santa\s\w+ saint\s\w+ st\.?\s\w+ fort\s\w+ port\s\w+
        (?:north|south|east|west|northern|southern|western|eastern)\s\w+
        tel\saviv hong\skong saudi\sarabia costa\srica puerto\srico sri\slanka buenos\saires rio\sde\sjaneiro s[ãa]o\s\w+
        ann\sarbor palo\salto menlo\spark mountain\sview el\spaso la\sjolla baton\srouge cape\stown kuala\slumpur
        ho\schi\sminh\scity nizhny\snovgorod chapel\shill college\spark salt\slake\scity carnegie[\s-]mellon
        johns\shopkins max[\s-]planck oak\sridge lawrence\s(?:berkeley|livermore) (?:georgia|virginia|texas)\stech
        \w+\sstate notre\sdame (?:uc|ut|tu|suny|cuny|eth|mit|nyu|ibm|cu|nc|lmu|rwth)\s.* mcgill stanford princeton harvard
        yale oxford cambridge hugging\sface jane\sstreet goldman\ssachs meta\sai xerox\sparc toyota\s\w+ la\ssapienza
        roma\stre great\sbritain nova\sscotia british\scolumbia rhode\sisland"""
    ),
    re.I,
)
"""Places and houses whose names have the form of a person's."""
