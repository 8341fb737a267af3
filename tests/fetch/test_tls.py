"""A certificate is checked against the name that was asked for, though an address was dialled."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from takeaways.errors import SourceUnreachable
from takeaways.fetch import Fetcher

from .conftest import PAGE, Dialler, Names, Site, answer


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of paper.example that signs itself, with its key beside it."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl to make a certificate with")
    made = tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=paper.example", "-addext", "subjectAltName=DNS:paper.example"]
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", str(tmp_path / "key.pem")]
    subprocess.run(
        [openssl, "req", "-x509", *key, *subject, "-days", "2", "-out", str(made)], check=True, capture_output=True
    )
    return made


@pytest.fixture
def secure(site: Site, certificate: Path) -> Site:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("key.pem"))
    site.secure(context)
    site.paths["/"] = answer()
    return site


def test_the_name_counts(
    secure: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch, fetcher: Callable[..., Fetcher]
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    names = Names({"paper.example": [["151.101.3.42"]], "other.example": [["151.101.3.42"]]})
    reading = fetcher(resolve=names, network=Dialler(secure.port))
    assert reading.get("https://paper.example/").body == PAGE
    with pytest.raises(SourceUnreachable):
        reading.get("https://other.example/")
    assert secure.asked() == ["/"]


def test_a_certificate_nobody_vouches_for(secure: Site, fetcher: Callable[..., Fetcher]) -> None:
    reading = fetcher(resolve=Names({"paper.example": [["151.101.3.42"]]}), network=Dialler(secure.port))
    with pytest.raises(SourceUnreachable):
        reading.get("https://paper.example/")
    assert secure.asked() == []
