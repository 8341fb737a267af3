"""One rendering a term, the paper's word behind its first mention."""

from __future__ import annotations

from takeaways.summarize.writing.terms import Terms

MOE = {"term": "mixture of experts", "rendering": "专家混合"}


def test_the_first_mention_has_the_paper_s_word_and_later_ones_do_not() -> None:
    terms = Terms({"terms": [MOE]})
    assert terms.applied("专家混合减少计算。") == "专家混合（mixture of experts）减少计算。"
    assert terms.applied("稀疏的专家混合（mixture of experts）更快。") == "稀疏的专家混合更快。"


def test_a_model_s_own_brackets_are_the_first_mention() -> None:
    terms = Terms({"terms": [MOE]})
    assert terms.applied("专家混合 (Mixture of Experts) 减少计算。") == "专家混合（mixture of experts） 减少计算。"
    assert terms.applied("专家混合更快。") == "专家混合更快。"


def test_a_term_is_spelt_as_the_paper_spells_it() -> None:
    terms = Terms({"terms": [{"term": "Dirichlet process mixture", "rendering": "狄利克雷过程混合模型"}]})
    assert terms.applied("用狄利克雷过程混合模型聚类。") == "用狄利克雷过程混合模型（Dirichlet process mixture）聚类。"


def test_a_second_rendering_becomes_the_first() -> None:
    terms = Terms({"terms": [MOE, {"term": "Mixture of Experts", "rendering": "混合专家模型"}]})
    assert terms.applied("混合专家模型更快。") == "专家混合（mixture of experts）更快。"


def test_a_rendering_within_a_longer_one_is_no_mention() -> None:
    listed = [{"term": "attention", "rendering": "注意力"}, {"term": "multi-head attention", "rendering": "多头注意力"}]
    terms = Terms({"terms": listed})
    assert terms.applied("多头注意力并行。") == "多头注意力（multi-head attention）并行。"
    assert terms.applied("注意力是核心。") == "注意力（attention）是核心。"


def test_languages_with_spaces_have_their_own_brackets() -> None:
    terms = Terms({"terms": [{"term": "attention", "rendering": "Aufmerksamkeit"}]})
    assert terms.applied("Die Aufmerksamkeit ist alles.") == "Die Aufmerksamkeit (attention) ist alles."


def test_names_that_are_not_rendered_and_nonsense_change_nothing() -> None:
    for given in ({"terms": [{"term": "BERT", "rendering": "BERT"}]}, {"terms": "none"}, {}, {"terms": [3, {"term": 1}]}):
        assert Terms(given).applied("BERT 更快。") == "BERT 更快。"
