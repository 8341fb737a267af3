"""Pictures of every state of the page, to be looked at: `python -m tests.e2e.shots FOLDER`.

Each state in light and dark, 1280 and 360 wide, and the small overlay-like width of 320.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CHROMIUM
from tests.e2e.panel_site import Refusal, Site, Stream, panel_site, stage, summary_event, wire


def _partial_draft() -> list[dict[str, Any]]:
    return [
        wire("events/preview"),
        stage("summarize", 4),
        wire("events/delta-claim"),
        {"type": "delta", "path": "/takeaways/1", "text": "Fog does not change ", "claim": None},
    ]


def _degraded() -> dict[str, Any]:
    summary = wire("summary")
    summary["making"]["degraded"] = "provider_failed"
    summary["coverage"] |= {
        "reading": "abstract",
        "read": 1,
        "total": 1,
        "attempts": [
            {"reading": "arxiv-html", "why": "absent", "code": None},
            {"reading": "pdf", "why": "failed", "code": "scanned"},
        ],
    }
    return summary


def _german() -> dict[str, Any]:
    summary = wire("summary")
    summary["making"] |= {"language": "de", "unread_language": "de"}
    summary["coverage"] |= {"reading": "abstract", "read": 1, "total": 1}
    summary["one_sentence"], summary["keywords"], summary["takeaways"] = None, [], summary["takeaways"][:2]
    for claim, words in zip(
        summary["takeaways"], ("Tau wird in trockenen Gebieten kaum genutzt.", "Wir sammeln ihn."), strict=True
    ):
        claim["text"] = claim["evidence"]["quote"] = words
    return summary


def _long() -> dict[str, Any]:
    summary = wire("summary")
    summary["paper"]["title"] = "ℛ" * 40 + " " + "Word" * 600
    summary["paper"]["authors"] = [{"name": f"Author Number {i}", "affiliations": []} for i in range(40)]
    summary["takeaways"][0]["text"] = "x" * 100_000
    summary["takeaways"][1]["text"] = "نتائج التجربة تظهر أن الطريقة أفضل بنسبة 8.5% من الطرق السابقة."
    summary["takeaways"][2]["text"] = "<img src=x onerror=alert(1)> <b>bold</b> &amp; [link](javascript:alert(1))"
    summary["keywords"] = [f"keyword {i}" for i in range(40)]
    return summary


STATES: dict[str, tuple[str, Stream | Refusal | None]] = {
    "door": ("en-GB", None),
    "door-zh": ("zh-CN", None),
    "waiting": ("en-GB", Stream([stage("resolve", 1)], open=True)),
    "paper": ("en-GB", Stream([stage(), wire("events/paper")], open=True)),
    "preview": ("en-GB", Stream([stage(), wire("events/paper"), wire("events/preview"), stage("extract", 3)], open=True)),
    "draft": ("en-GB", Stream(_partial_draft(), open=True)),
    "summary": ("en-GB", Stream([summary_event(wire("summary"))])),
    "summary-untranslated-zh": ("zh-CN", Stream([summary_event(wire("summary"))])),
    "summary-german": ("en-GB", Stream([summary_event(_german())])),
    "summary-german-zh": ("zh-CN", Stream([summary_event(_german())])),
    "summary-model-zh": ("zh-CN", Stream([summary_event(wire("summary-model-zh"))])),
    "summary-model-en": ("en-GB", Stream([summary_event(wire("summary-model-zh"))])),
    "summary-quick": ("en-GB", Stream([summary_event(wire("summary-quick"))])),
    "degraded": ("en-GB", Stream([summary_event(_degraded())])),
    "long": ("en-GB", Stream([summary_event(_long())])),
    "error": ("en-GB", Refusal(wire("problems/source_busy"))),
    "error-zh": ("zh-CN", Refusal(wire("problems/password_protected"))),
    "token": ("en-GB", Refusal(wire("problems/unauthorized"))),
    "failed-late": ("en-GB", Stream([wire("events/preview"), {"type": "failed", "problem": wire("problems/source_slow")}])),
}


def _shoot(browser: Browser, site: Site, folder: Path, name: str, width: int, scheme: Any) -> None:
    locale, answer = STATES[name]
    context = browser.new_context(viewport={"width": width, "height": 820}, color_scheme=scheme, locale=locale)
    page = context.new_page()
    page.goto(f"{site.url}?url=2401.00001")
    page.wait_for_load_state("networkidle")
    if answer:
        site.answers = [answer]
        page.locator("#ask button").click()
        page.locator(".problem, .foot, .waiting").first.wait_for()
        page.wait_for_timeout(300)
        if name == "summary-model-zh":
            page.locator("details[data-key='unverified'] > summary, .notice > summary").first.click()
            page.locator(".original > summary").nth(1).click()
            page.locator("details[data-key='unverified'] > summary").click()
            page.locator("details[data-key='making'] > summary").click()
            page.wait_for_timeout(300)
        if name == "summary" and scheme == "dark":
            page.locator("button[data-key='connect']").click()
    if name != "long":
        page.set_viewport_size({"width": width, "height": 1500 if width > 700 else 1700})
    page.wait_for_timeout(150)
    page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")
    context.close()


def main(folder: Path, only: list[str]) -> None:
    """Take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, panel_site() as site:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(CHROMIUM))
        for name in only or STATES:
            for width in (1280, 360, 320):
                for scheme in ("light", "dark") if width != 320 else ("light",):
                    _shoot(browser, site, folder, name, width, scheme)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
