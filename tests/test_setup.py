"""The set-up scripts say in one sentence what is missing, and what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no make")


def run(script: str, folder: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    bash = shutil.which("bash")
    assert bash
    return subprocess.run(
        [bash, str(folder / "setup" / script)], env=environment, capture_output=True, text=True
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_make_run_says_so_in_one_sentence_and_names_make_demo() -> None:
    done = run("has-display.sh", PATH=os.environ["PATH"])
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no display" in done.stderr
    assert "make demo" in done.stderr


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_with_a_display_make_run_goes_on(variable: str) -> None:
    environment = {"PATH": os.environ["PATH"], variable: ":0"}
    assert run("has-display.sh", ROOT, **environment).returncode == 0


def test_without_a_new_enough_python_the_set_up_says_which_one_to_install(tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    (tmp_path / "setup").mkdir()
    shutil.copy(ROOT / "setup" / "venv.sh", tmp_path / "setup")
    dirname = shutil.which("dirname")
    assert dirname
    (programs / "dirname").symlink_to(dirname)
    too_old = programs / "python3"
    too_old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    too_old.chmod(0o755)
    done = run("venv.sh", tmp_path, PATH=str(programs))
    assert done.returncode == 1
    assert "Python 3.11 or later" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_a_virtual_environment_that_works_is_kept(tmp_path: Path) -> None:
    (tmp_path / "setup").mkdir()
    shutil.copy(ROOT / "setup" / "venv.sh", tmp_path / "setup")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    python = tmp_path / ".venv" / "bin" / "python"
    python.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    python.chmod(0o755)
    done = run("venv.sh", tmp_path, PATH=os.environ["PATH"])
    assert done.returncode == 0, done.stderr
    assert python.read_text(encoding="utf-8") == "#!/bin/sh\nexit 0\n"
