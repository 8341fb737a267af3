"""What a paper calls its own thing."""

import pytest

from takeaways.summarize.naming import names_any, own_names


@pytest.mark.parametrize(
    ("title", "sentence", "names"),
    [
        ("RavenCount: Counting Ravens", "Ravens are counted.", {"RavenCount"}),
        ("Counting Ravens", "We introduce RavenCount, which hears calls.", {"RavenCount"}),
        ("Counting Ravens", "We implemented the filter in the RAVENS acoustic counting system.", {"RAVENS"}),
        ("Counting Ravens", "Our method RavenCount hears calls.", {"RavenCount"}),
        ("Counting Ravens", "This is RavenCount, a novel counter of calls.", {"RavenCount"}),
        ("Counting Ravens", "The array of CrowCount fails in fog.", set()),
        ("Counting Ravens", "We evaluate our counter in the NORTH valley.", set()),
        (None, "Ravens are counted.", set()),
    ],
)
def test_names_are_coined(title: str | None, sentence: str, names: set[str]) -> None:
    assert own_names(title, [sentence]) == names


def test_a_name_is_a_word() -> None:
    assert names_any("RAVENS counts.", frozenset({"RAVENS"}))
    assert not names_any("RAVENSBURG counts.", frozenset({"RAVENS"}))
