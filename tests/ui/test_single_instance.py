"""One window for one workspace, whatever a killed program left behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import WorkspaceError
from desktop.ui.single_instance import Claim, Doorbell, raise_other, server_name
from tests.support.workspace import REPOSITORY

_ASK = "import sys; from pathlib import Path; from desktop.ui.single_instance import raise_other;"
_LIVE = (
    "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication, QTimer;"
    "from desktop.ui.single_instance import Doorbell; app = QCoreApplication([]);"
    "bell = Doorbell(Path(sys.argv[1])); print(bell.listening, flush=True); app.exec()"
)
_DEAF = (
    "import sys, time; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
    "from desktop.ui.single_instance import Doorbell; app = QCoreApplication([]);"
    "bell = Doorbell(Path(sys.argv[1])); print(bell.listening, flush=True); time.sleep(60)"
)


def start(code: str, workspace: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, str(workspace)]
    return subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True)


def test_nobody_is_there_at_first(workspace: Path) -> None:
    assert not raise_other(workspace)


def test_another_process_rings_and_the_window_hears_it(qtbot: QtBot, workspace: Path) -> None:
    bell = Doorbell(workspace)
    assert bell.listening
    with qtbot.waitSignal(bell.rung, timeout=20000):
        other = start(f"{_ASK} print(raise_other(Path(sys.argv[1])))", workspace)
    assert other.communicate(timeout=20)[0].strip() == "True"
    bell.close()
    assert not raise_other(workspace)


def test_another_workspace_has_a_bell_of_its_own(
    qtbot: QtBot, workspace: Path, tmp_path: Path
) -> None:
    bell = Doorbell(workspace)
    assert not raise_other(tmp_path / "other.consultee")
    bell.close()


def test_one_file_has_one_name_however_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    plain = tmp_path / "work.consultee"
    assert server_name(plain) == server_name(tmp_path / "folder" / ".." / "work.consultee")
    assert server_name(plain) != server_name(tmp_path / "Other.consultee")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes the pipe away by itself")
def test_what_a_killed_program_left_behind_is_no_obstacle(qtbot: QtBot, workspace: Path) -> None:
    first = start(_LIVE, workspace)
    assert first.stdout is not None
    assert first.stdout.readline().strip() == "True"
    first.kill()
    first.communicate(timeout=20)
    assert not raise_other(workspace)
    bell = Doorbell(workspace)
    assert bell.listening
    bell.close()


def test_a_window_that_does_not_answer_is_explained_and_not_opened_twice(workspace: Path) -> None:
    first = start(_DEAF, workspace)
    assert first.stdout is not None
    try:
        assert first.stdout.readline().strip() == "True"
        with pytest.raises(WorkspaceError, match="does not answer"):
            raise_other(workspace, patience_ms=100)
        assert first.poll() is None
    finally:
        first.kill()
        first.communicate(timeout=20)
    assert not raise_other(workspace)


_HOLD = (
    "import sys, time; from pathlib import Path; from desktop.ui.single_instance import Claim;"
    "claim = Claim(Path(sys.argv[1])); print(claim.take(), flush=True); time.sleep(60)"
)


def test_one_program_at_a_time_has_a_workspace(workspace: Path) -> None:
    first = start(_HOLD, workspace)
    assert first.stdout is not None
    try:
        assert first.stdout.readline().strip() == "True"
        claim = Claim(workspace)
        assert not claim.take()
        with pytest.raises(WorkspaceError, match="does not answer"):
            claim.ring(patience_ms=100)
    finally:
        first.kill()
        first.communicate(timeout=20)
    # The killed program could not let go, and need not have.
    assert claim.take()
    assert claim.take()
    claim.release()


def test_another_workspace_may_be_claimed_at_the_same_time(workspace: Path, tmp_path: Path) -> None:
    one, other = Claim(workspace), Claim(tmp_path / "other.consultee")
    assert one.take()
    assert other.take()
    assert not Claim(workspace).take()
    one.release()
    other.release()


def test_who_rings_while_the_window_is_still_opening_waits_for_it(
    qtbot: QtBot, workspace: Path
) -> None:
    first = start(_LIVE.replace("bell = ", "import time; time.sleep(1); bell = "), workspace)
    try:
        Claim(workspace).ring(patience_ms=20000)
    finally:
        first.kill()
        first.communicate(timeout=20)
