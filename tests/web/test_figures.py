"""The figures of papers over HTTP."""

from __future__ import annotations

import io
from hashlib import sha256
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from PIL import Image

from takeaways.config import load
from takeaways.model import short_id
from takeaways.web import create_app
from takeaways.wiring import wire
from tests.fake_arxiv import FakeArxiv

PAPERS = Path(__file__).parents[1] / "papers"
LIST = f"/api/v1/papers/{short_id('arxiv:2401.00001v2')}/figures"


@pytest.fixture
def read(client: FlaskClient) -> FlaskClient:
    """A client of a service that has read our paper, from its page."""
    client.post("/api/v1/summaries", json={"url": "2401.00001"}, headers={"Accept": "text/event-stream"}).get_data()
    return client


def test_the_list_of_figures(read: FlaskClient) -> None:
    answer = read.get(LIST)
    assert answer.mimetype == "application/json"
    figure, table = answer.json
    assert figure == {
        "n": 1,
        "id": "f1",
        "kind": "figure",
        "label": "Figure 1",
        "number": "1",
        "caption": figure["caption"],
        "place": {"anchor": "S3.F1", "page": None, "box": None},
        "href": f"{LIST}/1",
    }
    assert "The three steps of RavenCount" in figure["caption"]
    assert (table["n"], table["kind"], table["href"]) == (2, "table", None)


def test_a_picture_can_do_nothing_but_be_looked_at(read: FlaskClient) -> None:
    answer = read.get(f"{LIST}/1")
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert answer.data == (PAPERS / "x1.png").read_bytes()
    assert answer.headers["ETag"] == f'"{sha256(answer.data).hexdigest()}"'
    assert answer.headers["Cache-Control"].startswith("private")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_who_has_it_is_not_sent_it_again(read: FlaskClient) -> None:
    tag = read.get(f"{LIST}/1").headers["ETag"]
    again = read.get(f"{LIST}/1", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert read.get(f"{LIST}/1", headers={"If-None-Match": '"another"'}).status_code == 200


def test_a_crop_of_a_pdf(client: FlaskClient, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.failing["/html"] = fake_arxiv.failing["/ar5iv"] = 404
    client.post("/api/v1/summaries", json={"url": "2401.00001"}, headers={"Accept": "text/event-stream"}).get_data()
    _, table = client.get(LIST).json
    assert table["place"]["page"] == 2
    answer = client.get(table["href"])
    assert answer.mimetype == "image/png"
    assert Image.open(io.BytesIO(answer.data)).width > 300


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (f"/api/v1/papers/{'0' * 20}/figures", "figure_unknown"),
        (f"/api/v1/papers/{'0' * 20}/figures/1", "figure_unknown"),
        (f"{LIST}/9", "figure_unknown"),
        (f"{LIST}/0", "figure_unknown"),
        (f"{LIST}/2", "no_picture"),
        (f"{LIST}/-1", "not_found"),
        (f"{LIST}/one", "not_found"),
        ("/api/v1/papers/..%2F..%2Fetc/figures", "not_found"),
    ],
)
def test_what_is_not_here_says_what_to_do(read: FlaskClient, path: str, code: str) -> None:
    answer = read.get(path)
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
    assert answer.json["code"] == code
    assert answer.json["action"]


def test_a_picture_whose_server_is_down_can_be_asked_for_again(read: FlaskClient, fake_arxiv: FakeArxiv) -> None:
    with fake_arxiv.down():
        answer = read.get(f"{LIST}/1")
        assert (answer.status_code, answer.json["code"], answer.json["retryable"]) == (502, "source_unreachable", True)
    assert read.get(f"{LIST}/1").status_code == 200


def test_the_token_and_the_origin_are_asked_for_as_everywhere(tmp_path: Path) -> None:
    service = wire(load(data=tmp_path, token="secret"))
    try:
        with create_app(service).test_client() as client:
            for path in (LIST, f"{LIST}/1"):
                assert client.get(path).status_code == 401
                assert client.get(path, headers={"Origin": "https://example.org"}).status_code == 403
                assert client.get(path, headers={"Host": "example.org"}).status_code == 403
                assert client.get(path, headers={"Authorization": "Bearer secret"}).status_code == 404
    finally:
        service.close()
