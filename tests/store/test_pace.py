from pathlib import Path

from takeaways.store import Database, SharedPace


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def test_slots_follow_each_other_across_processes(tmp_path: Path) -> None:
    clock = Clock()
    service, cli = (SharedPace(Database(tmp_path / "db"), clock) for _ in range(2))
    assert service.take("arxiv.org", 3) == 0
    assert cli.take("arxiv.org", 3) == 3
    assert service.take("arxiv.org", 3) == 6
    assert service.take("elsewhere", 3) == 0
    clock.now += 100
    assert cli.take("arxiv.org", 3) == 0


def test_a_held_lane_waits_for_everybody(tmp_path: Path) -> None:
    clock = Clock()
    pace = SharedPace(Database(tmp_path / "db"), clock)
    pace.hold("arxiv.org", 30)
    assert pace.take("arxiv.org", 3) == 30
    assert pace.take("arxiv.org", 3) == 33


def test_a_hold_lasts_an_hour_at_most_and_a_clock_set_back_does_not_stop_the_lane(tmp_path: Path) -> None:
    clock = Clock()
    pace = SharedPace(Database(tmp_path / "db"), clock)
    pace.hold("arxiv.org", 1e9)
    assert pace.take("arxiv.org", 3) == 3600
    clock.now -= 50_000
    assert pace.take("arxiv.org", 3) == 0


def test_without_a_store_the_process_keeps_its_own_pace(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    pace = SharedPace(Database(tmp_path / "file" / "db"), Clock())
    assert [pace.take("arxiv.org", 3), pace.take("arxiv.org", 3)] == [0, 3]


def test_who_does_not_wait_takes_no_slot(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for path in (tmp_path / "db", tmp_path / "file" / "db"):
        pace = SharedPace(Database(path), Clock())
        pace.hold("arxiv.org", 30)
        assert [pace.take("arxiv.org", 3, patience=30) for _ in range(3)] == [30, 30, 30]
        assert [pace.take("arxiv.org", 3, patience=60) for _ in range(2)] == [30, 33]
