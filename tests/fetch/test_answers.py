"""How long a busy server asks to wait."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from takeaways.fetch.answers import LONGEST_WAIT, WAIT, retry_after

NOW = 784_111_777.0  # Sun, 06 Nov 1994 08:49:37 GMT, the example of RFC 9110


@pytest.fixture(autouse=True)
def _own_time_zone() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "XXX-5")  # a date is in UTC, wherever this machine stands
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        ("120", 120),
        (" 7 ", 7),
        ("86400", LONGEST_WAIT),
        ("9" * 5000, LONGEST_WAIT),
        ("Sun, 06 Nov 1994 08:50:37 GMT", 60),
        ("Sun, 06 Nov 1994 08:50:37 -0000", 60),
        ("Sun, 06 Nov 1994 09:50:37 +0100", 60),
        ("Sunday, 06-Nov-94 08:50:37 GMT", 60),
        ("Sun Nov  6 08:50:37 1994", 60),
        ("Sun, 06 Nov 1994 08:49:36 GMT", 0),
        ("Mon, 07 Nov 2094 08:49:37 GMT", LONGEST_WAIT),
        ("", WAIT),
        ("soon", WAIT),
        ("-5", WAIT),
        ("1.5", WAIT),
        ("²", WAIT),
        ("Sun, 99 Nov 1994 08:49:37 GMT", WAIT),
    ],
)
def test_retry_after(value: str, seconds: float) -> None:
    assert retry_after(value, NOW) == seconds
