"""What is not documented fails: settings, problems, commands, routes, events."""

import json
import re
from pathlib import Path

import pytest

from takeaways.config import load
from takeaways.web import create_app
from takeaways.wiring import wire
from tools import docs

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("name", docs.GENERATED)
def test_the_generated_part_is_what_the_code_says(name: str) -> None:
    assert (DOCS / name).read_text() == docs.page(name), "run: .venv/bin/python tools/docs.py"


def test_every_route_is_documented(tmp_path: Path) -> None:
    service = wire(load(data=tmp_path))
    try:
        rules = create_app(service).url_map.iter_rules()
        routes = {
            re.sub(r"<(?:\w+:)?(\w+)>", lambda part: "<id>" if part[1].endswith("_id") else f"<{part[1]}>", rule.rule)
            for rule in rules
            if rule.rule.startswith(("/api", "/healthz", "/readyz"))
        }
    finally:
        service.close()
    page = (DOCS / "api.md").read_text()
    assert routes
    assert not {route for route in routes if f"{route}`" not in page and f"{route} " not in page}


def test_every_event_is_documented() -> None:
    page = (DOCS / "api.md").read_text()
    kinds = {json.loads(path.read_text())["type"] for path in (Path(__file__).parent / "wire" / "events").glob("*.json")}
    assert not {kind for kind in kinds if f"| `{kind}` |" not in page}
