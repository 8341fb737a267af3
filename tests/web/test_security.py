from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from takeaways.config import Settings, load
from takeaways.errors import BadSettings
from takeaways.web import create_app
from takeaways.wiring import wire

EXTENSION = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
BODY = {"url": "not a url"}


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "127.0.0.1"])
def test_loopback_names_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example:8765", "localhost.evil.example", "192.168.1.5:8765"]
)
def test_other_names_are_not_as_a_page_may_have_rebound_them(client: FlaskClient, host: str) -> None:
    for path in ("/healthz", "/", "/api/v1/jobs/0/events"):
        answer = client.get(path, headers={"Host": host})
        assert answer.status_code == 403
        assert answer.get_json(force=True)["code"] == "forbidden_host"


@pytest.mark.parametrize(
    "origin", ["https://arxiv.org", "http://127.0.0.1:9999", "http://localhost:8765", "null", "http://["]
)
def test_web_pages_are_refused(client: FlaskClient, origin: str) -> None:
    answer = client.post("/api/v1/summaries", json=BODY, headers={"Origin": origin})
    assert answer.status_code == 403
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_the_services_own_page_and_extensions_are_not(client: FlaskClient) -> None:
    here = "http://127.0.0.1:8765"
    own = client.post("/api/v1/summaries", json=BODY, headers={"Origin": here}, base_url=here)
    assert own.status_code == 400
    for origin in (EXTENSION, "moz-extension://01234567-89ab-cdef-0123-456789abcdef"):
        answer = client.post("/api/v1/summaries", json=BODY, headers={"Origin": origin})
        assert answer.status_code == 400
        assert answer.headers["Access-Control-Allow-Origin"] == origin


def test_an_extensions_preflight_is_answered_without_the_token(settings: Settings) -> None:
    service = wire(settings.model_copy(update={"token": load(token="secret").token}))
    preflight = {
        "Origin": EXTENSION,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
    }
    answer = create_app(service).test_client().options("/api/v1/summaries", headers=preflight)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == EXTENSION
    service.close()


def test_with_a_token_the_api_wants_it_and_the_page_and_health_do_not(settings: Settings) -> None:
    service = wire(settings.model_copy(update={"token": load(token="secret").token}))
    client = create_app(service).test_client()
    for given in (None, "Bearer wrong", "Bearer ", "secret", "Basic secret", "Bearer sécret"):
        headers = {"Authorization": given.encode().decode("latin-1")} if given else {}
        answer = client.post("/api/v1/summaries", json=BODY, headers=headers)
        assert answer.status_code == 401, given
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert "secret" not in answer.text
    assert client.post("/api/v1/summaries", json=BODY, headers={"Authorization": "Bearer secret"}).status_code == 400
    assert client.get("/healthz").status_code == 200
    assert client.get("/").status_code == 200
    service.close()


@pytest.mark.parametrize("bind", ["0.0.0.0:8765", "192.168.1.5:80", "[::]:8765", "example.org:80"])
def test_beyond_loopback_it_does_not_start_without_a_token(bind: str) -> None:
    with pytest.raises(BadSettings, match="TAKEAWAYS_TOKEN="):
        load(bind=bind)
    assert load(bind=bind, token="secret").bind == bind


def test_the_page_may_run_nothing_but_its_own_scripts(client: FlaskClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_only_the_shared_parts_of_the_extension_are_served(client: FlaskClient) -> None:
    with client.get("/assets/_locales/en/messages.json") as words:
        assert words.status_code == 200
    for path in (
        "manifest.json",
        "background.js",
        "../pyproject.toml",
        "panel/../../pyproject.toml",
        "panel/%2e%2e/%2e%2e/pyproject.toml",
    ):
        assert client.get(f"/assets/{path}").status_code == 404
