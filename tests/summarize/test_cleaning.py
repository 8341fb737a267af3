"""What goes from a quote before it stands as a claim, and what stays."""

import pytest

from takeaways.summarize.cleaning import claim_text, shave


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Ravens  fly\nfar.", "Ravens fly far."),
        ("It was known [12, 13] before.", "It was known before."),
        ("It was known [1]–[3].", "It was known."),
        ("It is large (Vaswani et al., 2017; Smith and Jones, 2018b).", "It is large."),
        ("It is large (see Smith, 2018).", "It is large."),
        ("It is large [KB14].", "It is large."),
        ("As shown in [12], it is large.", "As shown in [12], it is large."),
        ("It follows Wang et al. [12].", "It follows Wang et al."),
        ("[12] propose it.", "[12] propose it."),
        ("The method of [7] is slow.", "The method of [7] is slow."),
        ("Berg (2019) counts ravens.", "Berg (2019) counts ravens."),
        ("We met (June 2019) there.", "We met (June 2019) there."),
        ("It grows (Table 2) fast (see Fig. 3, left).", "It grows fast."),
        ("It grows as Table 2 shows.", "It grows as Table 2 shows."),
        ("It uses a transformer architecture vaswani2017attention.", "It uses a transformer architecture."),
        ("We use the CORD-19 corpus Wang et al. (2020).", "We use the CORD-19 corpus."),
        ("We use the corpus of Wang et al. (2020).", "We use the corpus of Wang et al. (2020)."),
        ("The interval [0, 1] holds $x[3]$.", "The interval [0, 1] holds $x[3]$."),
        ("It reaches 28.4 (8.5%) BLEU.", "It reaches 28.4 (8.5%) BLEU."),
    ],
)
def test_the_table(quote: str, text: str) -> None:
    assert claim_text(quote) == text


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("• We count ravens;", "We count ravens"),
        ("(ii) We count ravens.", "We count ravens."),
        ("1. We count ravens.", "We count ravens."),
        ("Figure 3: We count ravens.", "We count ravens."),
        ("2019 was a good year.", "2019 was a good year."),
        ("A raven flies.", "A raven flies."),
    ],
)
def test_bullets_and_labels_are_no_part_of_the_quote(sentence: str, kept: str) -> None:
    start, end = shave(sentence)
    assert sentence[start:end] == kept
