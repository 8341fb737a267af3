"""Write the parts of docs/ that are made from the code: `python tools/docs.py`; a test fails while they are stale."""

from __future__ import annotations

import re
from pathlib import Path

import click
from pydantic import AliasChoices
from pydantic.fields import FieldInfo

from takeaways import cli, errors
from takeaways.config import Settings

DOCS = Path(__file__).parents[1] / "docs"


def _names(name: str, field: FieldInfo) -> str:
    alias = field.validation_alias
    names = [str(choice) for choice in alias.choices] if isinstance(alias, AliasChoices) else [f"TAKEAWAYS_{name.upper()}"]
    return " or ".join(f"`{each}`" for each in names)


def _default(field: FieldInfo) -> str:
    value = field.default
    return "" if value in (None, "", ()) else f"`{value}`"


def settings() -> str:
    """The settings table."""
    rows = [
        f"| {_names(name, field)} | {_default(field)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join(("| setting | default | why |", "|---|---|---|", *rows))


def problems() -> str:
    """The table of problems."""
    rows = [
        f"| `{code}` | {error.status} | {error.title} | {error.action} | {'yes' if error.retryable else ''} |"
        for code, error in sorted(errors.table().items())
    ]
    return "\n".join(("| code | status | title | what to do | retryable |", "|---|---|---|---|---|", *rows))


def commands() -> str:
    """What `--help` prints, command by command."""
    pages = []
    for name, command in (("takeaways", cli.main), *((f"takeaways {n}", c) for n, c in sorted(cli.main.commands.items()))):
        with click.Context(command, info_name=name, terminal_width=100, **cli.main.context_settings) as context:
            pages.append(f"## `{name}`\n\n```\n{command.get_help(context)}\n```")
    return "\n\n".join(pages)


GENERATED = {"settings.md": settings, "api.md": problems, "cli.md": commands}


def page(name: str) -> str:
    """A page as it should be: its own words, and between the two marks what the code says."""
    text = (DOCS / name).read_text()
    made = GENERATED[name]().replace("\\", "\\\\")
    return re.sub(r"(<!-- made by tools/docs.py -->\n).*?(<!-- end -->)", rf"\1\n{made}\n\n\2", text, flags=re.DOTALL)


if __name__ == "__main__":
    for each in GENERATED:
        (DOCS / each).write_text(page(each))
