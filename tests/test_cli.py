from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from takeaways.cli import main
from takeaways.config import Settings
from takeaways.model import Document, Summary
from tests.fake_arxiv import FakeArxiv

PAPERS = Path(__file__).parent / "papers"


@pytest.fixture(autouse=True)
def _environment(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAKEAWAYS_ARXIV_SECONDS", "0")
    monkeypatch.setenv("COLUMNS", "100")


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


@pytest.mark.parametrize(
    "reference", ["2401.00001", "https://arxiv.org/abs/2401.00001v2", str(PAPERS / "small.pdf"), str(PAPERS / "small.html")]
)
def test_read_prints_a_summary(reference: str) -> None:
    result = run("read", reference)
    assert result.exit_code == 0, result.stderr
    assert "Counting Ravens by Their Voices" in result.stdout
    assert "RavenCount" in result.stdout


def test_read_as_json_is_the_summary_and_nothing_else() -> None:
    summary = Summary.model_validate_json(run("read", "2401.00001", "--format", "json").stdout)
    assert summary.making.engine == "embedded"


def test_read_in_chinese_without_a_model_says_so_on_top() -> None:
    result = run("read", "2401.00001", "--format", "markdown", "--language", "zh-cn")
    assert "未配置模型" in result.stdout


def test_extract_prints_the_document() -> None:
    document = Document.model_validate_json(run("extract", str(PAPERS / "small.pdf"), "--json").stdout)
    assert document.coverage.unit == "pages"
    outline = run("extract", "2401.00001").stdout
    assert "Limitations" in outline
    assert "Read: 9 of 9 sections (arXiv HTML) · " in outline


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("read", "not a url"), "Give an arXiv id"),
        (("read", "./missing.pdf"), "missing.pdf is not there"),
        (("read", "missing.pdf"), "missing.pdf is not there"),
        (("read", "."), "is a folder"),
        (("read", ""), "Nothing was given"),
        (("read", "~nobody-of-this-name/paper.pdf"), "is not there"),
        (("read", "word " * 100), "Give an arXiv id"),
        (("read", "2401.99999"), "no such paper"),
        (("read", "file:///etc/passwd"), "not allowed"),
        (("read", "http://192.168.0.1/x.pdf"), "not allowed"),
        (("read", "2401.00001", "--language", "klingon please"), "BCP 47"),
    ],
)
def test_bad_input_is_explained_without_a_traceback(args: tuple[str, ...], says: str) -> None:
    result = run(*args)
    assert result.exit_code == 1
    assert says in result.stderr
    assert "Traceback" not in result.output
    assert not result.stdout


def test_bad_files_are_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = {
        "empty.pdf": b"",
        "page.pdf": b"<html><body><p>Log in</p></body></html>",
        "cut.pdf": b"%PDF-1.7\n1 0 obj",
        "notes.txt": b"notes",
    }
    says = {
        "empty.pdf": "empty",
        "page.pdf": "it is a web page",
        "cut.pdf": "damaged",
        "notes.txt": "neither a web page nor a PDF",
    }
    for name, body in cases.items():
        (tmp_path / name).write_bytes(body)
        result = run("read", str(tmp_path / name))
        assert result.exit_code == 1
        assert says[name] in result.stderr, name
    monkeypatch.setenv("TAKEAWAYS_FETCH_MAX_BYTES", "1000")
    assert "too large" in run("read", str(PAPERS / "small.pdf")).stderr


def test_doctor_says_what_is_wrong_and_what_to_do(fake_arxiv: FakeArxiv, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAKEAWAYS_BIND", "127.0.0.1:1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    result = run("doctor")
    assert "takeaways serve" in result.stdout
    assert "secret" not in result.output
    with fake_arxiv.down():
        down = run("doctor")
    assert down.exit_code == 1
    assert "cannot be reached" in down.stdout


def test_serve_beyond_loopback_refuses_and_says_how_to_set_a_token() -> None:
    result = run("serve", "--bind", "0.0.0.0:8765")
    assert result.exit_code == 1
    assert "TAKEAWAYS_TOKEN=" in result.stderr


@pytest.mark.parametrize("bind", ["8765", "localhost", "127.0.0.1:", "127.0.0.1:http", "127.0.0.1:99999", "::1:8765"])
def test_serve_says_what_an_address_to_listen_at_looks_like(bind: str) -> None:
    result = run("serve", "--bind", bind)
    assert result.exit_code == 1
    assert "127.0.0.1:8765" in result.stderr
    assert "Traceback" not in result.output


def test_serve_where_something_listens_already_says_so_and_not_that_it_is_there(fake_arxiv: FakeArxiv) -> None:
    result = run("serve", "--bind", f"127.0.0.1:{fake_arxiv.port}")
    assert result.exit_code == 1
    assert "running already" in result.stderr
    assert "Takeaways is at" not in result.output


def test_a_file_is_read_where_nothing_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("TAKEAWAYS_DATA", str(tmp_path / "file" / "data"))
    result = run("read", str(PAPERS / "small.pdf"))
    assert result.exit_code == 0, result.stderr
    assert "Counting Ravens by Their Voices" in result.stdout


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TAKEAWAYS_FETCH_ALLOW_HOSTS", "a b"),
        ("TAKEAWAYS_CONTACT", "é"),
        ("TAKEAWAYS_ARXIV_URL", ""),
        ("TAKEAWAYS_ARXIV_API_URL", "export.arxiv.org/api/query"),
        ("TAKEAWAYS_AR5IV_URL", "ar5iv"),
    ],
)
def test_serve_with_a_setting_that_does_not_fit_names_it(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    result = run("serve")
    assert result.exit_code == 1
    assert name in result.stderr
    assert "Traceback" not in result.output


def test_extract_writes_the_figures(tmp_path: Path) -> None:
    result = run("extract", str(PAPERS / "small.pdf"), "--figures", str(tmp_path / "new" / "pdf"))
    assert result.exit_code == 0, result.stderr
    assert sorted(path.name for path in (tmp_path / "new" / "pdf").iterdir()) == ["01-figure-1.png", "02-table-1.png"]
    result = run("extract", "2401.00001", "--figures", str(tmp_path / "page"))
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "page" / "01-figure-1.png").read_bytes() == (PAPERS / "x1.png").read_bytes()
    assert "Table 1: No picture" in result.stderr


def test_a_folder_for_figures_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = run("extract", str(PAPERS / "small.pdf"), "--figures", str(tmp_path / "file" / "figures"))
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
