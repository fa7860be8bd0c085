"""docs/command-line.md is true: every option of every command, every key of their JSON."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from desktop.cli.parser import build_parser
from tests.cli.conftest import REPOSITORY, Consultee

DEMO_FILE = "Fernbrook Community Trust (example) - Smaller Government Bigger Society.docx"
PAGE = (REPOSITORY / "docs" / "command-line.md").read_text(encoding="utf-8")


def options_of(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, str]]:
    """Yield each command with each of its own options, commands under commands included."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for under, inner in action.choices.items():
                yield from options_of(inner, f"{name} {under}".strip())
        elif not isinstance(action, argparse._HelpAction):
            yield from ((name, option) for option in action.option_strings)


def test_the_page_names_every_option_of_every_command() -> None:
    usages = re.findall(r"^`(consultee [^`]+)`", PAGE, re.MULTILINE)
    said = [(" ".join(usage.split()), set(re.findall(r"--[\w-]+", usage))) for usage in usages]
    missing = [
        (command, option)
        for command, option in options_of(build_parser(), "")
        if command
        and not any(
            usage.startswith(f"consultee {command} ") and option in options
            for usage, options in said
        )
    ]
    assert missing == []


def keys_of(value: object) -> Iterator[str]:
    """Yield the keys of every object inside a JSON value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_of(inner)


def test_the_page_names_every_key_of_the_json_that_commands_give(
    consultee: Consultee, example: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "packs" / "bad.toml"
    pack.parent.mkdir()
    pack.write_text("format = ", encoding="utf-8")
    given = [
        consultee(*call, "--json").json
        for call in (
            ("demo", "--out", tmp_path / "demo"),
            ("export", "example", "--to", tmp_path / "a.txt", "--workspace", example),
            ("list", "--workspace", example),
            ("list", "consultations"),
            ("list", "organisations", "--workspace", example),
            ("search", "cuts", "--limit", "1"),
            ("suggest", "pasc", "1", "--limit", "1"),
            ("check", "example", "--workspace", example),
            ("check", tmp_path / "demo" / DEMO_FILE),
            ("deadline", "example", "--workspace", example),
            ("rules", "list"),
            ("rules", "show", "senedd"),
            ("rules", "show", "--response", "example", "--workspace", example),
            ("content", "check", pack),
        )
    ]
    keys = set(keys_of(given))
    assert len(keys) > 40
    assert {key for key in keys if f"`{key}`" not in PAGE} == set()
