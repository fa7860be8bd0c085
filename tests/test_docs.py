"""What README and docs/ say is true: links lead somewhere, commands and targets exist."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(
    r"`([^`\n]+)`|^(?: {4}|\$ )?((?:make|consultee|python3? main\.py) .+)$", re.MULTILINE
)
ROOMS = ("desktop/", "docs/", "templates/", "snippets/", "resources/", "tests/", "setup/")


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def said_in_code(page: Path) -> list[str]:
    """Give what a page sets in code: between backticks, and the command lines of its blocks."""
    return [(inline or line).strip() for inline, line in CODE.findall(read(page))]


def anchors(page: Path) -> set[str]:
    """Give the names that the headings of a page can be linked by."""
    headings = HEADING.findall(FENCE.sub("", read(page)))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*## ", read(ROOT / "Makefile"), re.MULTILINE))


@cache
def run_consultee(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "500", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
        timeout=50,
    )


@cache
def commands() -> list[str]:
    """Give the commands that `consultee --help` lists."""
    listed = re.search(r"\{([a-z,-]+)\}", run_consultee("--help").stdout)
    assert listed, run_consultee("--help").stderr
    return listed[1].split(",")


@pytest.mark.parametrize("page", PAGES, ids=place)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    lost = []
    for link in LINK.findall(FENCE.sub("", read(page))):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, heading = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (heading and heading not in anchors(target)):
            lost.append(link)
    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=place)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    named = [said for said in said_in_code(page) if said.startswith(ROOMS) and " " not in said]
    exact = [name for name in named if not re.search(r"[*<>{}…]|[A-Z]{4,}", name)]
    assert [name for name in exact if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=place)
def test_every_make_target_that_a_page_names_is_there(page: Path) -> None:
    named = {m[1] for said in said_in_code(page) if (m := re.match(r"make ([a-z-]+)", said))}
    assert named - targets() == set()


@pytest.mark.parametrize("page", PAGES, ids=place)
def test_every_command_that_a_page_names_is_there(page: Path) -> None:
    call = re.compile(r"(?:consultee|python3? main\.py) ([a-z]+)\b")
    named = {m[1] for said in said_in_code(page) if (m := call.match(said))}
    assert named - set(commands()) == set()


def test_every_make_target_is_explained() -> None:
    pages = read(ROOT / "README.md") + read(ROOT / "CONTRIBUTING.md")
    assert {target for target in targets() - {"help"} if f"make {target}" not in pages} == set()


def test_every_command_is_explained_in_the_documentation_and_by_its_own_help() -> None:
    pages = "".join(read(page) for page in PAGES)
    for command in commands():
        assert re.search(rf"(consultee|main\.py) {command}\b", pages), f"{command} is in no page"
        shown = run_consultee(command, "--help")
        assert shown.returncode == 0, shown.stderr
        about = re.split(r"\n\n", shown.stdout, maxsplit=1)[-1]
        assert len(about.split()) > 5, f"{command} --help says next to nothing"


def test_the_changelog_has_an_entry_for_this_version() -> None:
    from desktop import __version__

    assert __version__ in read(ROOT / "CHANGELOG.md") or "Unreleased" in read(ROOT / "CHANGELOG.md")
