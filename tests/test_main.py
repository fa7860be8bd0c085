"""The front door: what opens the window and what goes to the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import opens_the_window

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    "arguments",
    [[], ["--workspace", "a.consultee"], ["--workspace=a.consultee"], ["--workspace", "search"]],
)
def test_no_command_opens_the_window(arguments: list[str]) -> None:
    assert opens_the_window(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["--workspace", "a.consultee", "list"],
        ["list", "--workspace", "a.consultee"],
        ["--help"],
        ["--workspace"],
        ["--workspace", "--help"],
        ["--wrong"],
    ],
)
def test_anything_else_goes_to_the_command_line(arguments: list[str]) -> None:
    assert not opens_the_window(arguments)


def run_main(*arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code] if code else [sys.executable, str(ROOT / "main.py")]
    return subprocess.run(
        [*command, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )


def test_a_command_that_does_not_exist_is_wrong_usage() -> None:
    done = run_main("frobnicate")
    assert done.returncode == 2
    assert "frobnicate" in done.stderr


def test_a_command_never_loads_qt() -> None:
    code = "import sys, desktop.__main__ as m; m.main(); print('PySide6' in sys.modules)"
    done = run_main("list", code=code)
    assert done.stdout.splitlines()[-1] == "False", done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_window_says_so_in_a_sentence(tmp_path: Path) -> None:
    named = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    bare = {name: value for name, value in os.environ.items() if name not in named}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        env={**bare, "CONSULTEE_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert done.stderr.startswith("consultee: there is no display")
    assert len(done.stderr.splitlines()) == 1
