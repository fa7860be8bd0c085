"""How commands end: exit codes, sentences, stopped readers, Ctrl+C, and what they never load."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from desktop import __version__
from desktop.cli import main
from desktop.cli.console import Console
from desktop.cli.parser import build_parser
from tests.cli.conftest import REPOSITORY, Consultee

COMMANDS = ["demo", "export", "list", "search", "suggest", "check", "content", "evaluate"]


def run_process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, str(REPOSITORY / "main.py"), *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        timeout=50,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples(consultee: Consultee, command: str) -> None:
    done = consultee(command, "--help")
    assert done.code == 0
    assert "examples:" in done.out
    assert f"consultee {command}" in done.out


def test_the_help_names_every_command_and_the_exit_codes(consultee: Consultee) -> None:
    done = consultee("--help")
    assert done.code == 0
    assert all(command in done.out for command in COMMANDS)
    assert "exit codes:" in done.out


def test_the_version_is_told(consultee: Consultee) -> None:
    assert consultee("--version").out.strip() == f"Consultee {__version__}"


@pytest.mark.parametrize(
    "arguments", [["frobnicate"], ["--wrong"], ["list", "--jso"], ["--workspace"]]
)
def test_wrong_usage_ends_with_two_and_says_how_to_use_it(
    consultee: Consultee, arguments: list[str]
) -> None:
    done = consultee(*arguments)
    assert done.code == 2
    assert done.err.startswith("usage: consultee")
    assert done.out == ""


def test_an_expected_error_is_one_line_on_the_error_stream(consultee: Consultee) -> None:
    done = consultee("export", "nothing", "--to", "out.docx")
    assert done.code == 1
    assert done.out == ""
    assert done.err.count("\n") == 1
    assert done.err.startswith("consultee: There is no such response. ")


def test_ctrl_c_ends_without_a_traceback(
    consultee: Consultee, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop.session.Session.open", interrupted)
    done = consultee("list")
    assert (done.code, done.err) == (130, "consultee: Stopped.\n")


def test_a_mistake_of_the_program_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("desktop.session.Session.open", broken)
    with pytest.raises(ZeroDivisionError):
        main(["list"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_reader_who_has_seen_enough_is_no_error(data_folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    call = [sys.executable, str(REPOSITORY / "main.py"), "search", "services", "--json"]
    done = subprocess.run(call, stdout=writing, stderr=subprocess.PIPE, timeout=50)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_output_is_utf_8_whatever_the_console_speaks() -> None:
    done = run_process("search", "ensuring council", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "‘Ensuring’" in done.stdout.decode("utf-8")


def test_what_no_encoding_can_say_is_shown_as_an_escape(consultee: Consultee) -> None:
    done = consultee("search", "cuts", "--source", "odd\udcff")
    assert done.code == 1
    assert "odd\\udcff" in done.err


def test_long_text_is_wrapped_between_words() -> None:
    out = io.StringIO()
    Console(out, out, 60).paragraph("employee-owned " * 12, indent="    ", first="1.  ")
    lines = out.getvalue().splitlines()
    assert lines[0].startswith("1.  employee-owned")
    assert all(line.startswith("    ") for line in lines[1:])
    assert max(map(len, lines)) <= 60


def test_a_value_that_is_no_json_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        Console(io.StringIO(), io.StringIO()).json({"bad": object()})


def test_a_broken_pack_of_the_program_is_mentioned(
    consultee: Consultee, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "snippets").mkdir()
    (tmp_path / "snippets" / "bad.toml").write_text("format = ", encoding="utf-8")
    monkeypatch.setattr("desktop.paths.find_content", lambda _: tmp_path)
    done = consultee("list")
    assert done.code == 0
    assert "one mistake" in done.err
    assert "consultee content check" in done.err


def test_building_the_parser_loads_nothing_heavy() -> None:
    code = (
        "import sys; from desktop.cli.parser import build_parser; build_parser();"
        "print({'sqlite3', 'jinja2', 'docx', 'markdown_it', 'PySide6'} & set(sys.modules))"
    )
    # Coverage, where it measures, loads SQLite itself.
    alone = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    call = [sys.executable, "-c", code]
    done = subprocess.run(call, cwd=REPOSITORY, capture_output=True, text=True, env=alone)
    assert done.stdout.strip() == "set()", done.stderr


@pytest.mark.parametrize("command", ["search", "suggest"])
@pytest.mark.parametrize("limit", ["0", "-1", "1.5", "many", ""])
def test_a_limit_that_is_no_number_is_wrong_usage(
    consultee: Consultee, command: str, limit: str
) -> None:
    assert build_parser().parse_args([command, "a", "1"]).limit == 10
    done = consultee(command, "a", "1", f"--limit={limit}")
    assert done.code == 2
    assert f"{limit!r} is not a whole number from 1" in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--workspace", "NAME"],
        ["export", "example", "--to", "NAME"],
        ["content", "check", "NAME"],
        ["evaluate", "NAME"],
        ["demo", "--out", "NAME"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_name_that_no_file_can_have_is_said_in_a_sentence(
    consultee: Consultee, example: Path, tmp_path: Path, arguments: list[str]
) -> None:
    long = tmp_path / ("long" * 200)
    more = ["--workspace", str(example)] if arguments[0] == "export" else []
    done = consultee(*(str(long) if word == "NAME" else word for word in arguments), *more)
    assert done.code == 1
    assert "File name too long" in done.err
    assert done.err.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is full")
def test_an_output_that_is_full_is_said_in_a_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        call = [sys.executable, str(REPOSITORY / "main.py"), "list", "consultations"]
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, timeout=50)
    assert done.returncode == 1
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_is_no_workspace(consultee: Consultee, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = consultee("list", "--workspace", tmp_path / "pipe")
    assert done.code == 1
    assert "is a device or a pipe" in done.err


def test_a_path_is_reported_as_text() -> None:
    out = io.StringIO()
    Console(out, io.StringIO()).json({"file": Path("a") / "b", "when": date(2026, 11, 23)})
    assert json.loads(out.getvalue()) == {"file": str(Path("a") / "b"), "when": "2026-11-23"}
