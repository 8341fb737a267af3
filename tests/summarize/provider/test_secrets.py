"""Keys and papers stand in no log, no error and no repr; keys go to the one server only."""

from __future__ import annotations

import logging
import traceback
from contextlib import closing

import pytest
from pydantic import SecretStr

from takeaways.errors import TakeawaysError
from tests.loopback_provider import LoopbackProvider, Reply, refuse
from tests.summarize.provider.asking import TEXT, ask, asked, model

KEY, HEADER = "sk-hunter2hunter2hunter2", "team-hunter2"
SECRET = {"api_key": SecretStr(KEY), "headers": {"X-Team": SecretStr(HEADER)}}


def echoes(reply: Reply) -> None:
    """A server that repeats what it was sent in its refusal."""
    reply.status(400, {"error": {"message": f"bad: {reply.asked.headers['authorization']} {reply.asked.prompt}"}})


@pytest.mark.parametrize("fault", [refuse(401, f"Incorrect API key provided: {KEY}"), refuse(500), echoes, None])
def test_neither_key_nor_paper_stands_in_logs_or_errors(
    fault: object, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_LOG", "debug")
    caplog.set_level(logging.DEBUG)
    seen = ""
    with LoopbackProvider(TEXT, faults=dict.fromkeys(range(9), fault) if fault else ()) as provider:
        with closing(model(provider, **SECRET)) as ours:
            try:
                ask(ours)
            except TakeawaysError as err:
                seen = "".join(traceback.format_exception(err)) + err.detail
            seen += repr(ours) + repr(vars(ours)) + repr(vars(ours._client)) + caplog.text
        assert provider.requests[0].headers["authorization"] == f"Bearer {KEY}"
        assert provider.requests[0].headers["x-team"] == HEADER
    assert "hunter2" not in seen
    assert "A paper." not in seen


def test_a_key_does_not_follow_a_redirect() -> None:
    with LoopbackProvider(TEXT) as elsewhere:
        away = {"Location": f"{elsewhere.url}/chat/completions"}
        redirects = LoopbackProvider(TEXT, faults=[lambda reply: reply.status(307, "", away)])
        with redirects as provider, pytest.raises(TakeawaysError):
            asked(provider, **SECRET)
        assert elsewhere.requests == []


def test_a_key_does_not_pass_a_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with LoopbackProvider(TEXT) as proxy, LoopbackProvider(TEXT) as provider:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.root)
        assert asked(provider, **SECRET)[0] == TEXT
        assert proxy.requests == []


def test_what_the_sdk_finds_in_the_environment_is_not_sent_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "hunter2")
    with LoopbackProvider(TEXT) as provider:
        asked(provider)
        asked(provider, api_key=SecretStr("sk-1"))
    assert not any("hunter2" in str(request.headers) for request in provider.requests)


def test_headers_of_the_operators_win() -> None:
    with LoopbackProvider(TEXT) as provider:
        asked(provider, api_key=SecretStr("sk-1"), headers={"Authorization": SecretStr("Basic abc")})
    assert provider.requests[0].headers["authorization"] == "Basic abc"
