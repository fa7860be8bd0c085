"""`consultee course handouts`: a trainer's papers on disk, and what stands in the way."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

import pytest

from desktop.cli.adding import Commands
from desktop.cli.commands.course_handouts import KINDS, add_handouts
from desktop.cli.console import Console
from desktop.errors import ContentError, DesktopError, ExportError
from desktop.export.course import HandoutKind
from tests.cli.conftest import REPOSITORY

COURSE = REPOSITORY / "resources/courses/first-written-evidence.toml"


def run(*arguments: str | Path) -> str:
    """Give what the command says."""
    parser = argparse.ArgumentParser()
    add_handouts(Commands(parser.add_subparsers()))
    parser.set_defaults(workspace=None)
    options = parser.parse_args(["handouts", *map(str, arguments)])
    console = Console(io.StringIO(), io.StringIO())
    assert options.run(options, console) == 0
    assert isinstance(console.out, io.StringIO)
    return console.out.getvalue()


def test_it_names_every_handout_it_writes(example: Path, tmp_path: Path) -> None:
    said = run(COURSE, "--out", tmp_path / "out", "--workspace", example)
    files = sorted((tmp_path / "out").iterdir())
    assert len(files) == len(HandoutKind)
    assert sorted(said.splitlines()) == [f"Written: {path}" for path in files]


def test_some_of_them_can_be_chosen_and_replaced(example: Path, tmp_path: Path) -> None:
    wanted = (COURSE, "--out", tmp_path / "out", "--workspace", example, "--only", "data", "rubric")
    told = json.loads(run(*wanted, "--json"))
    assert told["course"] == "first-written-evidence"
    assert [Path(file).exists() for file in told["files"]] == [True, True]
    with pytest.raises(ExportError) as raised:
        run(*wanted)
    assert "--replace" in raised.value.hint
    assert len(run(*wanted, "--replace").splitlines()) == 2


def test_a_course_that_ships_goes_by_its_id(example: Path, tmp_path: Path) -> None:
    wanted = ("--out", tmp_path, "--workspace", example, "--only", "certificate")
    said = run("big-society-inquiry", *wanted, "--name", "Nia Fell")
    assert said.endswith("Certificate of taking part.docx\n")
    with pytest.raises(DesktopError, match="no-such-course"):
        run("no-such-course", *wanted)


def test_a_file_that_is_no_course_is_told_of(example: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.toml"
    file.write_text("format = 1\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"notes\.toml"):
        run(file, "--out", tmp_path / "out", "--workspace", example)
    assert not (tmp_path / "out").exists()


def test_the_kinds_it_knows_are_those_there_are() -> None:
    assert tuple(HandoutKind) == KINDS
