"""Up is not down, better is not worse, and «not» is not left out or put in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Against = Callable[[str, str], str | None]
BEATS = "RavenNet significantly outperforms CrowNet in all weathers."
CUTS = "Our cache reduces the memory usage of long inputs without hurting quality."
FOG = "Fog does not significantly improve the accuracy of the detector."
FAST = "The new index makes queries faster than the plain blob."


@pytest.mark.parametrize(
    ("paper", "claim"),
    [
        (BEATS, "RavenNet is better than CrowNet."),
        (BEATS, "CrowNet falls behind RavenNet."),
        (BEATS, "RavenNet 明显优于 CrowNet。"),
        (BEATS, "CrowNet 不如 RavenNet。"),
        (BEATS, "与 CrowNet 相比，RavenNet 更好。"),
        (CUTS, "The cache needs less memory, and quality does not suffer."),
        (CUTS, "缓存减少了内存占用，且不影响质量。"),
        (FOG, "The detector is no more accurate in fog."),
        (FOG, "雾没有显著提高准确率。"),
        (FAST, "Queries on the plain blob are slower than with the new index."),
        (FAST, "新索引使查询更快。"),
        (BEATS, "RavenNet decides whether it is better or not, and outperforms CrowNet."),
        ("We can release the sums with less noise than before.", "Not as much noise is added to the sums as before."),
        ("RavenNet improved recall over the baseline by 46.5%.", "RavenNet's recall is 46.5% above the baseline's."),
        ("Every hour of delay increases the risk of death.", "延误会使死亡风险上升。"),
        ("REALM requires no seeds, so that it scales to open extraction.", "REALM 无需种子。"),
    ],
)
def test_one_direction_in_other_words(against: Against, paper: str, claim: str) -> None:
    assert against(paper, claim) is None


@pytest.mark.parametrize(
    ("paper", "claim"),
    [
        ("We can release the sums with less noise than before.", "Less noise does not have to be added than before."),
        ("RavenNet improved recall over the baseline by 46.5%.", "RavenNet's recall is 46.5% below the baseline's."),
        (BEATS, "RavenNet underperforms CrowNet."),
        (BEATS, "RavenNet is worse than CrowNet."),
        (BEATS, "CrowNet outperforms RavenNet."),
        (BEATS, "RavenNet does not outperform CrowNet."),
        (BEATS, "RavenNet 不如 CrowNet。"),
        (BEATS, "CrowNet 优于 RavenNet。"),
        (CUTS, "The cache increases the memory usage of long inputs."),
        (CUTS, "缓存增加了内存占用。"),
        (FOG, "Fog significantly improves the accuracy."),
        (FOG, "雾显著提高了准确率。"),
        (FAST, "The new index makes queries slower than the plain blob."),
        ("Every hour of delay increases the risk of death.", "每延误一小时，死亡风险就会下降。"),
        ("The samples were drawn at random from the list.", "The samples were not drawn at random."),
    ],
)
def test_a_direction_turned_is_told(against: Against, paper: str, claim: str) -> None:
    assert against(paper, claim) == "direction_turned"
