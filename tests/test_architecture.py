"""The house rules that a machine can read: arrows point down, files are short, names speak."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DESKTOP = ROOT / "desktop"
SOURCES = sorted(DESKTOP.rglob("*.py"))
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 49
VAGUE = {
    "utils",
    "util",
    "misc",
    "common",
    "helpers",
    "helper",
    "stuff",
    "base",
    "manager",
    "tools",
}
# Read in halves, so that this file does not name what it looks for.
PACKAGE_HOSTS = [
    a + b for a, b in [("pypi.", "org"), ("pythonhosted.", "org"), ("registry.", "npmjs")]
]

Function = ast.FunctionDef | ast.AsyncFunctionDef


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Give line and full name of everything that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module


def importers_of(*packages: str) -> set[str]:
    return {
        place(path)
        for path in SOURCES
        for _, name in imports(path)
        if name.split(".")[0] in packages
    }


def outside(files: set[str], *rooms: str) -> list[str]:
    return sorted(file for file in files if not file.startswith(rooms))


@pytest.mark.slow
def test_arrows_between_packages_point_down_only() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as c; c()",
            "--no-cache",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_has_its_place_in_the_layers() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = " ".join(contracts["tool"]["importlinter"]["contracts"][0]["layers"])
    known = set(re.findall(r"desktop\.(\w+)", layers))
    rooms = {p.stem for p in DESKTOP.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    assert rooms - known == {"__init__"}


def test_only_the_window_knows_qt() -> None:
    assert outside(importers_of("PySide6", "shiboken6"), "desktop/ui/", "desktop/app.py") == []


def test_only_the_store_knows_sqlite() -> None:
    assert outside(importers_of("sqlite3", "sqlite_utils"), "desktop/store/") == []


def test_only_the_export_writes_word_documents() -> None:
    assert outside(importers_of("docx"), "desktop/export/") == []


def test_word_is_loaded_only_when_a_document_is_written() -> None:
    """python-docx takes longer to import than the window may take to open."""
    done = subprocess.run(
        [sys.executable, "-c", "import desktop.export, sys; sys.exit('docx' in sys.modules)"],
        cwd=ROOT,
    )
    assert done.returncode == 0


def test_the_core_leans_on_the_standard_library_alone() -> None:
    allowed = {*sys.stdlib_module_names, "desktop"} - {"sqlite3", "subprocess", "socket"}
    found = [
        f"{place(path)}:{line} imports {name}"
        for path in sorted((DESKTOP / "core").rglob("*.py"))
        for line, name in imports(path)
        if name.split(".")[0] not in allowed
        or (name.startswith("desktop.") and not name.startswith(("desktop.core", "desktop.errors")))
    ]
    assert found == []


@pytest.mark.parametrize("path", SOURCES, ids=place)
def test_a_file_is_short_enough_to_read_in_one_sitting(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES_OF_A_FILE
    long = [
        f"{node.name} ({length} lines)"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, Function)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    ]
    assert long == []


def test_the_name_of_every_file_says_what_is_in_it() -> None:
    names = {
        place(p): {*p.stem.split("_"), p.stem}
        for p in DESKTOP.rglob("*")
        if "__pycache__" not in p.parts
    }
    assert [name for name, words in names.items() if words & VAGUE] == []


def test_nothing_is_left_to_do() -> None:
    unfinished = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|NotImplemented" + r"Error)\b")
    found = [
        f"{place(path)}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if unfinished.search(line)
    ]
    assert found == []


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True)
    if listed.returncode != 0:
        pytest.skip("this is not a git checkout, so there is no list of tracked files")
    paths = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    return [path for path in paths if path.is_file()]


def test_no_committed_file_names_a_package_registry() -> None:
    """A person's own index, mirror or proxy is used as it is set up on their machine."""
    found = [
        f"{place(path)} names {host}"
        for path in tracked_files()
        for host in PACKAGE_HOSTS
        if host.encode() in path.read_bytes()
    ]
    assert found == []


def test_every_pinned_requirement_carries_a_hash() -> None:
    for file in (ROOT / "requirements").glob("*.txt"):
        text = file.read_text(encoding="utf-8")
        entries = re.split(r"\n(?=[a-z])", text.split("\n", 1)[1])
        assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
