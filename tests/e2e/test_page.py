"""The page at / in a real browser, with a scripted service behind it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.panel_site import ROOT, Refusal, Site, Stream, panel_site, stage, summary_event, wire

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def site() -> Iterator[Site]:
    with panel_site() as site:
        yield site


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1000, "height": 700}, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Page:
    page = context.new_page()
    page.goto(site.url)
    page.locator("#language").wait_for()
    return page


def _ask(page: Page, url: str = "2401.00001") -> None:
    page.get_by_label("arXiv address").fill(url)
    page.get_by_role("button", name="Read", exact=True).click()


def test_a_link_fills_the_field_and_spends_nothing(page: Page, site: Site) -> None:
    site.answers = [Stream([summary_event(wire("summary"))])]
    page.goto(f"{site.url}?url=https://arxiv.org/abs/2401.00001")
    page.wait_for_load_state("networkidle")
    assert page.locator("#url").input_value() == "https://arxiv.org/abs/2401.00001"
    assert site.asked == []
    page.get_by_role("button", name="Read", exact=True).click()
    page.locator(".paper h2").wait_for()
    body = {"url": "https://arxiv.org/abs/2401.00001", "language": "en", "depth": "full", "refresh": False}
    assert [(asked["path"], asked["body"]) for asked in site.asked] == [("/api/v1/summaries", body)]
    assert page.title() == "Counting Ravens by Their Voices · Takeaways"


def test_the_policy_is_kept(page: Page, site: Site) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    site.answers = [Stream([summary_event(wire("summary-model-zh"))])]
    page.goto(site.url)
    _ask(page)
    page.locator(".foot .buttons").wait_for()
    assert told == []


def test_a_broken_stream_is_resumed_and_a_new_epoch_draws_anew(page: Page, site: Site) -> None:
    site.answers = [
        Stream([stage(), wire("events/preview")]),
        Refusal(wire("problems/job_gone")),
        Stream([stage(), summary_event(wire("summary"))], epoch="f"),
    ]
    _ask(page)
    page.locator(".foot .buttons").wait_for()
    assert [(asked["method"], asked["last"]) for asked in site.asked] == [("POST", None), ("GET", "e-2"), ("POST", None)]
    assert len(page.locator(".takeaways > li").all()) == 5


def test_stop_stops_the_job(page: Page, site: Site) -> None:
    site.answers = [Stream([stage()], open=True)]
    _ask(page)
    page.get_by_role("button", name="Stop").click()
    page.locator(".problem").wait_for()
    assert page.locator(".problem h3").inner_text() == "The reading was stopped."
    assert (site.asked[-1]["method"], site.asked[-1]["path"]) == ("DELETE", f"/api/v1/jobs/{stage()['job']}")
    site.answers = [Stream([summary_event(wire("summary"))])]
    page.get_by_role("button", name="Retry").click()
    page.locator(".takeaways").wait_for()


def test_a_service_that_is_not_running_is_said_to_be(page: Page, site: Site, context: BrowserContext) -> None:
    context.route("**/api/**", lambda route: route.abort("connectionrefused"))
    _ask(page)
    page.locator(".problem").wait_for()
    text = page.locator(".problem").inner_text()
    assert "The service is not running." in text
    assert "make run" in text
    assert site.url.removeprefix("http://").rstrip("/") in text
    context.unroute("**/api/**")
    site.answers = [Stream([summary_event(wire("summary"))])]
    page.get_by_role("button", name="Retry").click()
    page.locator(".takeaways").wait_for()


def test_a_token_is_asked_for_and_kept_for_the_session(page: Page, site: Site) -> None:
    site.answers = [Refusal(wire("problems/unauthorized")), Stream([summary_event(wire("summary"))])]
    _ask(page)
    page.locator(".problem input").fill("secret")
    page.locator(".problem input").press("Enter")
    page.locator(".takeaways").wait_for()
    assert [asked["token"] for asked in site.asked] == [None, "Bearer secret"]
    assert page.evaluate("[sessionStorage.getItem('token'), localStorage.getItem('token')]") == ["secret", None]


@pytest.mark.parametrize("way", ["choose", "drop"])
def test_a_file_is_uploaded_and_its_evidence_opens_it(page: Page, site: Site, way: str) -> None:
    summary = wire("summary-model-zh")
    summary["coverage"]["link"] = None
    site.answers = [Stream([summary_event(summary)])]
    if way == "choose":
        page.locator("#file").set_input_files({"name": "ravens.pdf", "mimeType": "application/pdf", "buffer": PDF})
    else:
        page.evaluate(
            """(data) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], 'ravens.pdf'));
              const fire = (type) => document.body.dispatchEvent(
                new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
              fire('dragover');
              if (document.querySelector('#drop').hidden) throw new Error('no sign of where to drop');
              fire('drop');
            }""",
            base64.b64encode(PDF).decode(),
        )
    page.locator(".takeaways").wait_for()
    upload, asked = site.asked
    assert (upload["path"], upload["type"], upload["body"]) == ("/api/v1/uploads", "application/pdf", PDF)
    assert asked["body"]["url"] == f"sha256:{'0' * 64}"
    href = page.locator(".takeaways .spot").first.get_attribute("href") or ""
    assert href.startswith(f"blob:{site.url}")
    assert href.endswith("#page=4")


def test_copying_puts_the_services_text_on_the_clipboard(page: Page, site: Site, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    site.answers = [Stream([summary_event(wire("summary"))])]
    _ask(page)
    for name, form in (("Copy", "md"), ("BibTeX", "bib")):
        page.get_by_role("button", name=name, exact=True).click()
        page.locator(".told").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == f"# {form}"
        assert site.asked[-1]["path"] == f"/api/v1/summaries/{summary_event({})['id']}.{form}?language=en"
        page.locator(".told").wait_for(state="detached")


def test_regenerating_asks_for_a_fresh_one(page: Page, site: Site) -> None:
    site.answers = [Stream([summary_event(wire("summary-model-zh"))])]
    _ask(page)
    page.get_by_role("button", name="Regenerate").click()
    page.get_by_role("button", name="Regenerate").wait_for()
    page.wait_for_function("document.querySelector('#panel').shadowRoot.querySelectorAll('.panel').length === 1")
    assert [asked["body"]["refresh"] for asked in site.asked] == [False, True]


def test_the_language_is_the_readers_choice_and_is_remembered(page: Page, site: Site) -> None:
    site.answers = [Stream([summary_event(wire("summary-model-zh"))])]
    page.get_by_label("Language of the summary").select_option("zh-CN")
    page.get_by_role("button", name="阅读", exact=True).wait_for()
    page.locator("#url").fill("2401.00001")
    page.get_by_role("button", name="阅读", exact=True).click()
    page.locator(".takeaways").wait_for()
    assert site.asked[0]["body"]["language"] == "zh-CN"
    assert page.locator(".takeaways").locator("xpath=..").locator("h3").inner_text() == "要点"
    page.reload()
    page.get_by_role("button", name="阅读", exact=True).wait_for()
    assert page.locator("html").get_attribute("lang") == "zh-CN"


def test_the_browsers_other_languages_are_offered(browser: Browser, site: Site) -> None:
    context = browser.new_context(locale="pt-BR")
    page = context.new_page()
    page.goto(site.url)
    page.wait_for_function("document.querySelector('#language').value === 'pt-BR'")
    assert page.locator("#language option").all_inner_texts()[:2] == ["English", "中文"]
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_hangs_over(page: Page, site: Site, scheme: Any, width: int) -> None:
    axe = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.exists():
        pytest.skip("no node_modules/axe-core: `make test` installs it")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 700})
    site.answers = [Stream([summary_event(wire("summary"))])]
    for step in ("door", "read"):
        if step == "read":
            _ask(page)
            page.locator(".foot .buttons").wait_for()
        page.evaluate(axe.read_text())
        found = page.evaluate("async () => (await axe.run()).violations.map((v) => [v.id, v.nodes.map((n) => n.html)])")
        assert found == [], step
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
