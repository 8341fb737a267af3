from pathlib import Path

from takeaways.model import Paper
from takeaways.store import Cache, Database, Papers


def test_a_paper_is_found_under_its_own_id_and_the_one_it_was_asked_for_by(tmp_path: Path) -> None:
    papers = Papers(Cache(Database(tmp_path / "db"), 8), 60)
    paper = Paper(id="arxiv:2401.00001v2", version=2)
    papers.put(paper, "arxiv:2401.00001")
    assert papers.get("arxiv:2401.00001") == papers.get("arxiv:2401.00001v2") == papers.last("arxiv:2401.00001") == paper
    assert papers.get("arxiv:2401.00001v1") is None


def test_a_paper_that_another_version_of_the_program_kept_is_asked_for_again(tmp_path: Path) -> None:
    cache = Cache(Database(tmp_path / "db"), 8)
    cache.put("paper/arxiv:2401.00001", b'{"id": "arxiv:2401.00001v2", "a_field_of_tomorrow": 1}', 60)
    assert Papers(cache, 60).get("arxiv:2401.00001") is None
