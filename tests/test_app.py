"""The program as a person starts it."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.core.response import Response
from desktop.session import Session
from desktop.ui.single_instance import raise_other
from desktop.ui.window import Window
from tests.support.workspace import REPOSITORY


@pytest.fixture(autouse=True)
def leave_as_found(qapp: QApplication) -> Iterator[None]:
    font, palette = qapp.font(), qapp.palette()
    yield
    gc.unfreeze()
    assert gc.isenabled()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


def once_shown(kind: type[QWidget], act: Callable[[QWidget], object]) -> None:
    """Do something as soon as a window of this kind shows."""

    def look() -> None:
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        if shown:
            act(shown[0])
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def test_the_window_opens_and_closing_it_ends_the_program(qtbot: QtBot, workspace: Path) -> None:
    titles: list[str] = []

    def close(window: QWidget) -> None:
        titles.append(window.windowTitle())
        window.close()

    once_shown(Window, close)
    assert app.main(["--workspace", str(workspace)]) == 0
    assert titles == ["Responses – Consultee"]
    assert workspace.is_file()


def test_without_a_name_the_persons_own_workspace_opens(qtbot: QtBot, data_folder: Path) -> None:
    once_shown(Window, lambda window: window.close())
    assert app.main([]) == 0
    assert (data_folder / "workspace.consultee").is_file()
    assert (data_folder / "settings" / "window.ini").is_file()


def test_a_file_that_is_no_workspace_is_explained_and_the_program_ends(
    qtbot: QtBot, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + b"\x00" * 5000)
    once_shown(QDialog, lambda sheet: qtbot.keyClick(sheet, Qt.Key.Key_Escape))
    assert app.main(["--workspace", str(photo)]) == 1


def test_what_it_does_not_know_is_wrong_usage(qtbot: QtBot) -> None:
    with pytest.raises(SystemExit, match="2"):
        app.main(["--wrong"])
    gc.enable()


@pytest.mark.slow
def test_a_second_start_on_a_workspace_raises_the_first_and_ends(
    qtbot: QtBot, workspace: Path
) -> None:
    command = [sys.executable, str(REPOSITORY / "main.py"), "--workspace", str(workspace)]
    first = subprocess.Popen(command, cwd=REPOSITORY, stderr=subprocess.DEVNULL)
    try:
        qtbot.waitUntil(lambda: raise_other(workspace), timeout=30000)
        second = subprocess.run(command, cwd=REPOSITORY, timeout=30, capture_output=True)
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.kill()
        first.wait()


# What a person needs only later.
_LATER = (
    *("desktop.checks", "desktop.core.edits", "desktop.core.evidence", "desktop.core.finding"),
    *("desktop.core.dismissing", "desktop.core.rule_kinds", "desktop.ui.checking.acting"),
    *("desktop.ui.checking.carried", "desktop.session.courses", "holidays", "docx", "numpy"),
)
_LOADED_AT_START = """
import builtins, sys
plain = builtins.__import__
from desktop import app
made = app.application
def application():
    from PySide6.QtCore import QTimer
    window = made()
    QTimer.singleShot(0, window.quit)
    return window
app.application = application
app.main(["--workspace", sys.argv[1]])
assert builtins.__import__ is plain, "each import is looked at"
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


def test_the_window_starts_without_what_is_needed_later(
    session: Session, response: Response
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOADED_AT_START, str(session.path), *_LATER],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
