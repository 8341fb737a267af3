import threading
from collections.abc import Iterator

import pytest

from takeaways.errors import Busy, JobGone, JobUnknown, PaperNotFound
from takeaways.jobs import Jobs
from takeaways.model import Event, Failed, Request, Retry, Stage, SummaryReady
from tests.wire import examples


class Script:
    """Events of a pipeline that waits for `go` before its end; counts how often it is run."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.begun = threading.Event()
        self.runs = 0

    def events(self, request: Request) -> Iterator[Event]:
        self.runs += 1
        yield Stage(job=request.id, name="resolve", n=1, of=4)
        self.begun.set()
        if request.url == "unknown":
            raise PaperNotFound("arXiv has no paper 2401.99999.")
        if request.url == "broken":
            raise ZeroDivisionError
        assert self.go.wait(30)
        yield SummaryReady(id="s", summary=examples.summary())


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def jobs(script: Script, clock: Clock) -> Jobs:
    return Jobs(script.events, workers=2, log_seconds=600, clock=clock)


def kinds(items: Iterator[tuple[str, Event] | None]) -> list[str]:
    return [item[1].type for item in items if item]


def test_the_same_request_at_the_same_time_is_read_once(jobs: Jobs, script: Script) -> None:
    first = [jobs.start(Request(url="x")) for _ in range(100)]
    script.go.set()
    assert {tuple(kinds(job.events())) for job in first} == {("stage", "summary")}
    assert script.runs == 1


def test_another_language_is_another_job(jobs: Jobs) -> None:
    assert jobs.start(Request(url="x")) is not jobs.start(Request(url="x", language="zh-CN"))


def test_a_readers_failure_reaches_all_and_the_next_request_tries_again(jobs: Jobs, script: Script) -> None:
    jobs_started = [jobs.start(Request(url="unknown")) for _ in range(2)]
    ends = [list(job.events())[-1] for job in jobs_started]
    for end in ends:
        assert end
        assert isinstance(end[1], Failed)
        assert end[1].problem.code == "paper_not_found"
    again = jobs.start(Request(url="unknown"))  # at once: the job may still be on its way out
    assert again is not jobs_started[0]
    list(again.events())
    assert script.runs == 2


def wait_until_ended(job: object) -> None:
    for _ in range(1000):
        if getattr(job, "ended_at") is not None:  # noqa: B009
            return
        threading.Event().wait(0.01)
    raise AssertionError("the job did not end")


def test_a_fault_of_ours_is_a_failed_event_and_the_worker_serves_on(jobs: Jobs, script: Script) -> None:
    for _ in range(4):
        *_, end = jobs.start(Request(url="broken")).events()
        assert end
        assert isinstance(end[1], Failed)
        assert end[1].problem.code == "internal"
        assert "Zero" not in end[1].problem.model_dump_json()
    script.go.set()
    assert kinds(jobs.start(Request(url="x")).events()) == ["stage", "summary"]


def test_a_reader_resumes_after_the_event_it_saw_and_another_epoch_starts_over(jobs: Jobs, script: Script) -> None:
    job = jobs.start(Request(url="x"))
    first = next(job.events())
    assert first
    script.go.set()
    assert kinds(job.events(after=first[0])) == ["summary"]
    assert kinds(job.events(after="another-1")) == ["stage", "summary"]
    assert kinds(job.events(after="nonsense")) == ["stage", "summary"]


def test_silence_is_told(jobs: Jobs, script: Script) -> None:
    events = jobs.start(Request(url="x")).events(silence=0.01)
    assert next(events)
    assert next(events) is None
    script.go.set()


def test_an_ended_job_can_be_read_again_until_its_log_is_dropped(jobs: Jobs, script: Script, clock: Clock) -> None:
    script.go.set()
    job = jobs.start(Request(url="x"))
    assert kinds(job.events()) == ["stage", "summary"]
    wait_until_ended(job)
    clock.now += 599
    assert kinds(jobs.get(job.id).events()) == ["stage", "summary"]
    clock.now += 2
    with pytest.raises(JobGone):
        jobs.get(job.id)
    with pytest.raises(JobUnknown):
        jobs.get("0" * 20)


def test_cancel_stops_a_job_unless_somebody_else_reads(jobs: Jobs, script: Script) -> None:
    job = jobs.start(Request(url="x"))
    mine, other = job.events(), job.events()
    next(mine), next(other)
    assert not jobs.cancel(job.id)
    other.close()
    assert jobs.cancel(job.id)
    end = next(mine)
    assert end
    assert isinstance(end[1], Failed)
    assert end[1].problem.code == "cancelled"
    assert jobs.start(Request(url="x")) is not job
    script.go.set()


def test_closing_sends_every_reader_away_with_a_time_to_come_back(jobs: Jobs, script: Script) -> None:
    job = jobs.start(Request(url="x"))
    assert script.begun.wait(30)
    jobs.close()
    *_, end = job.events()
    assert end
    assert isinstance(end[1], Retry)
    with pytest.raises(Busy):
        jobs.start(Request(url="y"))
    script.go.set()


def test_too_many_waiting_papers_are_refused_with_a_time_to_come_back(jobs: Jobs, script: Script) -> None:
    # 256 may wait, and two workers may each have taken one already.
    for number in range(256):
        jobs.start(Request(url=f"https://example.org/{number}"))
    more = [Request(url=f"https://example.org/more/{number}") for number in range(3)]
    with pytest.raises(Busy) as refused:
        list(map(jobs.start, more))
    assert refused.value.retry_after
    script.go.set()


def test_a_job_that_ended_is_not_cancelled(jobs: Jobs, script: Script) -> None:
    script.go.set()
    job = jobs.start(Request(url="x"))
    assert kinds(job.events()) == ["stage", "summary"]
    assert not jobs.cancel(job.id)


def test_closing_twice_does_not_wait_for_itself(jobs: Jobs) -> None:
    # A second SIGTERM runs its handler within the first one's, which holds the lock.
    jobs._closed = True
    with jobs._lock:
        jobs.close()


def test_an_event_id_of_thousands_of_digits_is_nonsense(jobs: Jobs, script: Script) -> None:
    job = jobs.start(Request(url="x"))
    first = next(job.events())
    assert first
    script.go.set()
    assert kinds(job.events(after=first[0] + "9" * 5000)) == ["stage", "summary"]
