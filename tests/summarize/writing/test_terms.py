"""One rendering a term, the paper's word behind its first mention."""

from __future__ import annotations

from takeaways.summarize.writing.terms import Terms

PAPER = """Multi-head attention, a Mixture-of-Experts, a Dirichlet process mixture, BERT, and models of networks."""
MOE = {"term": "mixture of experts", "rendering": "专家混合"}


def test_the_first_mention_has_the_paper_s_word_and_later_ones_do_not() -> None:
    terms = Terms({"terms": [MOE]}, PAPER)
    assert terms.applied("专家混合减少计算。") == "专家混合（mixture of experts）减少计算。"
    terms.mentioned("专家混合（mixture of experts）减少计算。")
    assert terms.applied("稀疏的专家混合（mixture of experts）更快。") == "稀疏的专家混合更快。"


def test_a_model_s_own_brackets_are_the_first_mention() -> None:
    terms = Terms({"terms": [MOE]}, PAPER)
    assert terms.applied("专家混合 (Mixture of Experts) 减少计算。") == "专家混合（mixture of experts） 减少计算。"
    terms.mentioned("专家混合（mixture of experts） 减少计算。")
    assert terms.applied("专家混合更快。") == "专家混合更快。"


def test_a_term_is_spelt_as_the_paper_spells_it() -> None:
    terms = Terms({"terms": [{"term": "Dirichlet process mixture", "rendering": "狄利克雷过程混合模型"}]}, PAPER)
    assert terms.applied("用狄利克雷过程混合模型聚类。") == "用狄利克雷过程混合模型（Dirichlet process mixture）聚类。"


def test_a_second_rendering_becomes_the_first() -> None:
    terms = Terms({"terms": [MOE, {"term": "Mixture of Experts", "rendering": "混合专家模型"}]}, PAPER)
    assert terms.applied("混合专家模型更快。") == "专家混合（mixture of experts）更快。"


def test_a_rendering_within_a_longer_one_is_no_mention() -> None:
    listed = [{"term": "attention", "rendering": "注意力"}, {"term": "multi-head attention", "rendering": "多头注意力"}]
    terms = Terms({"terms": listed}, PAPER)
    assert terms.applied("多头注意力并行。") == "多头注意力（multi-head attention）并行。"
    assert terms.applied("注意力是核心。") == "注意力（attention）是核心。"


def test_languages_with_spaces_have_their_own_brackets() -> None:
    terms = Terms({"terms": [{"term": "attention", "rendering": "Aufmerksamkeit"}]}, PAPER)
    assert terms.applied("Die Aufmerksamkeit ist alles.") == "Die Aufmerksamkeit (attention) ist alles."


def test_names_that_are_not_rendered_and_nonsense_change_nothing() -> None:
    for given in ({"terms": [{"term": "BERT", "rendering": "BERT"}]}, {"terms": "none"}, {}, {"terms": [3, {"term": 1}]}):
        assert Terms(given, PAPER).applied("BERT 更快。") == "BERT 更快。"


def test_a_rendering_is_not_looked_for_within_words() -> None:
    listed = [{"term": "model", "rendering": "modèle"}, {"term": "network", "rendering": "réseau"}]
    terms = Terms({"terms": listed}, "A model and a network.")
    assert terms.applied("Les modèles de réseaux, puis le modèle.") == "Les modèles de réseaux, puis le modèle (model)."


def test_a_second_rendering_within_the_first_is_not_its_own() -> None:
    listed = [{"term": "network", "rendering": "神经网络"}, {"term": "network", "rendering": "网络"}]
    terms = Terms({"terms": listed}, "A network.")
    assert terms.applied("神经网络与网络。") == "神经网络（network）与神经网络。"


def test_what_the_paper_does_not_write_is_no_term_of_it() -> None:
    terms = Terms({"terms": [{"term": "capsule routing", "rendering": "胶囊路由"}]}, PAPER)
    assert terms.applied("胶囊路由更快。") == "胶囊路由更快。"


def test_renderings_without_end_make_no_text_without_end() -> None:
    listed = [{"term": "model", "rendering": "ab" * length} for length in (20_000, 40, 20, 10, 5, 2, 1)]
    assert len(Terms({"terms": listed}, "a model").applied("ab " * 400)) < 50_000
