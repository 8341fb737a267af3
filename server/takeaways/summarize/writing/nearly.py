"""What is nearly JSON, as models write it: TeX with single backslashes, line breaks within strings, halves of letters."""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"""\\(?:
        (?P<begun>[A-Za-z]{1,20}\Z)
        |(?P<right>["\\/]|u[dD][89abAB][0-9a-fA-F]{2}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?=\\?u?[dD]?[c-fC-F]?[0-9a-fA-F]?\Z))
            |u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|u[0-9a-fA-F]{0,3}\Z|\Z)
        |(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})
        |(?P<tex>(?:tau|theta|times|text[a-z]*|tilde|top|tfrac|to|triangle|frac|forall|beta|bar|begin|bf|bm|big[a-z]*|binom|bullet
            |boldsymbol|nu|nabla|neq?|neg|notin|not|rho|right[a-z]*|rangle|rceil|rfloor|rm)(?![A-Za-z]))
        |(?P<control>[bfnrt])
        |(?P<other>.)
    )""",
    re.VERBOSE | re.DOTALL,
)
_HALF = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f]")
_COMMA = re.compile(r",(?=\s*[\]}])")


def as_json(text: str) -> str:
    """`text` with what no JSON allows written as it is meant, without an escape that is half written; JSON stays as it is.

    Parameters
    ----------
    text : str
        JSON, or nearly, from its first brace; it may break off.
    """
    if _HALF.search(text):
        # Halves of one letter come in two pieces; a half that stays alone is none.
        text = text[:-1] if "\ud800" <= text[-1] <= "\udbff" else text
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _CONTROL.sub(" ", text)
    return _ESCAPE.sub(_escaped, text) if "\\" in text else text


def without_last_commas(text: str) -> str:
    """`text` without the commas before a closing bracket."""
    return _COMMA.sub("", text)


def _escaped(found: re.Match[str]) -> str:
    if found["begun"]:
        return ""  # of «\t» and «\tau» it cannot be told yet which it is
    if found["half"]:
        return "\ufffd"
    # «\tau» would be a tabulator and «au», and «\alpha» an error that costs the whole answer.
    return "\\" + found.group() if found["tex"] or found["other"] else found.group()
