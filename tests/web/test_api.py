from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from takeaways.config import Settings
from takeaways.model import Summary
from takeaways.web import create_app
from takeaways.wiring import Service, wire
from tests.fake_arxiv import FakeArxiv

PAPERS = Path(__file__).parents[1] / "papers"
OURS = {"url": "https://arxiv.org/abs/2401.00001"}
STREAM = {"Accept": "text/event-stream"}


def events(response: TestResponse) -> list[tuple[str, str, dict[str, object]]]:
    """(id, event, data) of a stream, read to its end."""
    messages = [
        dict(line.split(": ", 1) for line in message.splitlines() if line[0] != ":")
        for message in response.get_data(as_text=True).strip().split("\n\n")
    ]
    return [(m["id"], m["event"], json.loads(m["data"])) for m in messages if m]


def test_a_stream_ends_with_the_summary_and_the_second_time_it_is_cached(client: FlaskClient, fake_arxiv: FakeArxiv) -> None:
    first = events(client.post("/api/v1/summaries", json=OURS, headers=STREAM))
    assert [kind for _, kind, _ in first][:2] == ["stage", "paper"]
    _, kind, data = first[-1]
    assert kind == "summary"
    assert Summary.model_validate(data["summary"]).paper.title
    asked = len(fake_arxiv.asked)
    again = events(client.post("/api/v1/summaries", json=OURS, headers=STREAM))
    assert [(kind, data) for _, kind, data in again] == [(kind, first[-1][2])]
    assert len(fake_arxiv.asked) == asked


def test_without_a_stream_there_is_a_job_then_the_summary(client: FlaskClient) -> None:
    accepted = client.post("/api/v1/summaries", json=OURS)
    assert accepted.status_code == 202
    stream = events(client.get(accepted.headers["Location"]))
    assert stream[-1][1] == "summary"
    resumed = events(client.get(accepted.headers["Location"], headers={"Last-Event-ID": stream[-2][0]}))
    assert resumed == stream[-1:]
    cached = client.post("/api/v1/summaries", json=OURS)
    assert cached.status_code == 200
    assert cached.json == stream[-1][2]["summary"]
    assert client.get(cached.headers["Content-Location"]).json == cached.json


def test_a_summary_can_be_had_as_markdown_and_bibtex(client: FlaskClient) -> None:
    *_, (_, _, data) = events(client.post("/api/v1/summaries", json=OURS, headers=STREAM))
    path = f"/api/v1/summaries/{data['id']}"
    markdown = client.get(f"{path}.md?language=zh-CN")
    assert markdown.mimetype == "text/markdown"
    assert "Counting Ravens" in markdown.text
    assert "未配置模型" in markdown.text
    assert "Ida" in client.get(f"{path}.bib").text
    assert problem(client.get(f"{path}.docx"), 404) == "not_found"
    assert problem(client.get("/api/v1/summaries/00000000000000000000"), 404) == "summary_unknown"


def problem(response: TestResponse, status: int) -> str:
    """The code of a problem, which must be a whole one."""
    assert response.status_code == status, response.text
    assert response.mimetype == "application/problem+json"
    body = response.get_json(force=True)
    assert body["status"] == status
    assert body["title"]
    assert body["action"]
    code: str = body["code"]
    return code


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"url": "not a url"}, "not_a_url"),
        ({"url": ""}, "not_a_url"),
        ({"url": "http://127.0.0.1/x.pdf"}, "blocked_url"),
        ({"url": "http://0x7f000001/"}, "blocked_url"),
        ({"url": "http://localhost/"}, "blocked_url"),
        ({"url": "http://example.org:22/"}, "blocked_url"),
        ({"url": "file:///etc/passwd"}, "blocked_url"),
        ({"url": "https://arxiv.org/abs/2401.00001", "language": "klingon please"}, "bad_language"),
        ({"url": "https://arxiv.org/abs/2401.00001", "depth": "deep"}, "bad_request"),
        ({"uri": "https://arxiv.org/abs/2401.00001"}, "bad_request"),
        ([], "bad_request"),
    ],
)
def test_bad_input_is_a_problem_that_says_what_to_do(client: FlaskClient, body: object, code: str) -> None:
    answer = client.post("/api/v1/summaries", json=body, headers=STREAM)
    assert problem(answer, 400) == code


def test_an_unknown_paper_is_a_failed_event(client: FlaskClient) -> None:
    *_, (_, kind, data) = events(client.post("/api/v1/summaries", json={"url": "2401.99999"}, headers=STREAM))
    assert kind == "failed"
    assert data["problem"]["code"] == "paper_not_found"  # type: ignore[index]


def test_json_routes_take_json_only(client: FlaskClient) -> None:
    for path in ("/api/v1/summaries", "/api/v1/takeaways"):
        assert problem(client.post(path, data="{}", content_type="text/plain"), 415) == "wrong_media_type"
        assert problem(client.post(path, data="{", content_type="application/json"), 400) == "bad_request"


def test_an_upload_is_read(client: FlaskClient) -> None:
    sent = client.post("/api/v1/uploads", data=(PAPERS / "small.pdf").read_bytes(), content_type="application/pdf")
    assert sent.status_code == 201
    assert sent.json
    *_, (_, kind, data) = events(client.post("/api/v1/summaries", json={"url": sent.json["id"]}, headers=STREAM))
    assert kind == "summary"
    assert data["summary"]["coverage"]["unit"] == "pages"  # type: ignore[index]


def test_bad_uploads(client: FlaskClient, wired: Service) -> None:
    path = "/api/v1/uploads"
    assert problem(client.post(path, data=b"", content_type="application/pdf"), 422) == "empty_file"
    assert problem(client.post(path, data=b"<html>", content_type="application/pdf"), 422) == "not_a_pdf"
    assert problem(client.post(path, data=b"x", content_type="image/png"), 422) == "not_readable"
    assert problem(client.post(path, data=b"just text", content_type="text/html"), 422) == "not_readable"
    too_large = b"%PDF-" + bytes(wired.settings.fetch_max_bytes)
    assert problem(client.post(path, data=too_large, content_type="application/pdf"), 413) == "too_large"


def test_takeaways_for_many_links_ask_arxiv_once(client: FlaskClient, fake_arxiv: FakeArxiv) -> None:
    urls = [
        "https://arxiv.org/abs/2401.00001",
        "https://arxiv.org/pdf/2401.00001v2",
        "2401.99999",
        "https://example.org/",
        "what?",
    ]
    first = client.post("/api/v1/takeaways", json={"urls": urls, "cached_only": True}).json
    assert [row["status"] for row in first or []] == ["pending", "pending", "pending", "unsupported", "unsupported"]
    assert not fake_arxiv.asked
    rows = client.post("/api/v1/takeaways", json={"urls": urls}).json
    assert [row["status"] for row in rows or []] == ["ready", "ready", "failed", "unsupported", "unsupported"]
    assert rows
    assert rows[0]["id"] == "arxiv:2401.00001v2"
    assert rows[0]["summary"]["coverage"]["reading"] == "abstract"
    assert rows[2]["problem"]["code"] == "paper_not_found"
    # One request for all; what it leaves out is looked for once more, at its own page.
    assert [asked.path.partition("?")[0] for asked in fake_arxiv.asked] == ["/api/query", "/abs/2401.99999"]
    client.post("/api/v1/takeaways", json={"urls": urls[:2]})
    assert len(fake_arxiv.asked) == 2
    too_many = client.post("/api/v1/takeaways", json={"urls": ["x"] * 251})
    assert problem(too_many, 400) == "bad_request"


def test_jobs_that_are_gone_or_never_were(client: FlaskClient) -> None:
    assert problem(client.get("/api/v1/jobs/00000000000000000000/events"), 404) == "job_unknown"
    assert problem(client.delete("/api/v1/jobs/00000000000000000000"), 404) == "job_unknown"


def test_a_cancelled_job_says_so(client: FlaskClient, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.delay = 0.5
    job = client.post("/api/v1/summaries", json=OURS)
    assert job.json
    assert client.delete(f"/api/v1/jobs/{job.json['job']}").json == {"cancelled": True}
    *_, (_, kind, data) = events(client.get(job.headers["Location"]))
    assert kind == "failed"
    assert data["problem"]["code"] == "cancelled"  # type: ignore[index]


def test_no_more_streams_than_threads_can_carry(client: FlaskClient, wired: Service, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.delay = 1
    job = client.post("/api/v1/summaries", json=OURS).headers["Location"]
    most = wired.settings.threads - 32
    streams = [client.get(job, buffered=False) for _ in range(most)]
    refused = client.get(job)
    assert problem(refused, 503) == "busy"
    assert refused.headers["Retry-After"]
    streams[0].close()
    assert client.get(job, buffered=False).status_code == 200
    for stream in streams[1:]:
        stream.close()


def test_health(client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"status": "ok"}
    ready = client.get("/readyz").json
    assert ready
    assert (ready["status"], ready["model"]) == ("ok", "none")


def test_a_models_server_that_fails_again_and_again_is_told_by_health(settings: Settings) -> None:
    service = wire(settings.model_copy(update={"openai_base_url": "http://127.0.0.1:1/v1", "model": "m"}))
    client = create_app(service).test_client()
    assert service.provider
    assert client.get("/readyz").json["model"] == "ok"  # type: ignore[index]
    for _ in range(5):
        service.provider.breaker.failed()
    ready = client.get("/readyz").json
    assert ready
    assert (ready["status"], ready["model"]) == ("degraded", "paused")
    service.close()


def test_unknown_paths_and_methods_are_problems(client: FlaskClient) -> None:
    assert problem(client.get("/api/v2/"), 404) == "not_found"
    wrong = client.get("/api/v1/uploads")
    assert problem(wrong, 405) == "method_not_allowed"
    assert wrong.headers["Allow"] == "OPTIONS, POST"


def test_a_body_that_comes_in_chunks_is_held_to_the_same_limit_and_never_cut_off(settings: Settings) -> None:
    service = wire(settings.model_copy(update={"fetch_max_bytes": 1000}))
    client = create_app(service).test_client()

    def chunked(path: str, body: bytes, kind: str) -> TestResponse:
        # As gunicorn hands it over: no length, but an end.
        return client.post(
            path, input_stream=BytesIO(body), content_type=kind, environ_overrides={"wsgi.input_terminated": True}
        )

    whole = b"%PDF-" + bytes(995)
    assert chunked("/api/v1/uploads", whole, "application/pdf").json == {"id": f"sha256:{sha256(whole).hexdigest()}"}
    assert problem(chunked("/api/v1/uploads", whole + b"x", "application/pdf"), 413) == "too_large"
    long = json.dumps({"url": "x" * 100_000}).encode()
    assert problem(chunked("/api/v1/summaries", long, "application/json"), 400) == "bad_request"
    service.close()


def test_a_store_that_reads_but_cannot_be_written_is_called_degraded(client: FlaskClient, wired: Service) -> None:
    assert client.get("/readyz").json["status"] == "ok"  # type: ignore[index]
    wired.database._connection().execute("PRAGMA query_only = ON")
    assert wired.cache.get("nothing") is None
    ready = client.get("/readyz").json
    assert ready
    assert ready["status"] == "degraded"
    assert "readonly" in ready["store"]
