"""Opening and closing: every kind of workspace gets a window or a sentence, and nothing is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.edits import AddOrganisation, SetBody
from desktop.core.response import Organisation
from desktop.paths import Paths
from desktop.session import Session
from desktop.store import backups
from desktop.ui import settling
from desktop.ui.place import PageId, Place
from desktop.ui.program import Program
from desktop.ui.settling import BACK_UP
from tests.support.workspace import INQUIRY, SetClock
from tests.ui.conftest import visible_texts
from tests.ui.fakes import FakeDialogs

MakeProgram = Callable[[], Program]


@pytest.fixture
def make_program(
    qapp: QApplication, qtbot: QtBot, paths: Paths, dialogs: FakeDialogs, clock: SetClock
) -> Iterator[MakeProgram]:
    font, palette = qapp.font(), qapp.palette()
    made: list[Program] = []

    def make() -> Program:
        program = Program(qapp, paths, dialogs, clock)
        made.append(program)
        return program

    yield make
    for program in made:
        program.close()
        program.appearance.deleteLater()
        program.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def program(make_program: MakeProgram) -> Program:
    return make_program()


def fill(path: Path, paths: Paths, clock: SetClock, text: str = "Kept.") -> str:
    """Write a workspace with a response in it; return the response's id."""
    session = Session.open(path, paths, clock)
    session.apply(AddOrganisation(Organisation("hall", "Mill Lane Hall")))
    response = session.start_response(INQUIRY, "hall").id
    session.apply(SetBody(response, "1", text))
    session.close()
    return response


def damage(path: Path) -> None:
    """Overwrite the middle of a workspace, as a failing disk does."""
    data = bytearray(path.read_bytes())
    data[100:8000] = b"\xa5" * 7900
    path.write_bytes(data)


def answer(path: Path, paths: Paths, clock: SetClock, response: str) -> str:
    session = Session.open(path, paths, clock)
    try:
        return session.draft(response).answer("1").body
    finally:
        session.close()


def test_a_new_workspace_opens_on_the_start_page(program: Program, workspace: Path) -> None:
    assert program.open(workspace)
    assert program.window is not None
    assert program.window.isVisible()
    assert program.window.place == Place(PageId.START)
    assert program.memory.workspaces() == [workspace]


def test_closing_the_window_closes_the_workspace(
    program: Program, workspace: Path, paths: Paths, clock: SetClock
) -> None:
    program.open(workspace)
    assert program.window is not None
    program.window.close()
    assert program.window is None
    with closing(sqlite3.connect(workspace)) as file:
        (value,) = file.execute("SELECT value FROM settings WHERE key='workspace.open'").fetchone()
    assert value == "false"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (
            "photo.jpg",
            b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 3000,
            "not a Consultee workspace",
        ),
        ("notes.txt", b"Dear committee, " * 50, "not a Consultee workspace"),
    ],
)
def test_another_kind_of_file_is_refused_and_left_alone(
    program: Program,
    dialogs: FakeDialogs,
    tmp_path: Path,
    name: str,
    content: bytes,
    words: str,
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert not program.open(file)
    assert words in dialogs.errors[0].message
    assert file.read_bytes() == content
    assert program.window is None


def test_a_workspace_from_a_newer_version_is_refused_and_left_alone(
    program: Program, dialogs: FakeDialogs, workspace: Path, paths: Paths, clock: SetClock
) -> None:
    fill(workspace, paths, clock)
    with closing(sqlite3.connect(workspace)) as file:
        file.execute("PRAGMA user_version = 999")
    before = workspace.read_bytes()
    assert not program.open(workspace)
    assert "newer" in dialogs.errors[0].title
    assert workspace.read_bytes() == before


def test_a_folder_is_refused(program: Program, dialogs: FakeDialogs, tmp_path: Path) -> None:
    assert not program.open(tmp_path)
    assert dialogs.errors[0].title == "That is a folder"


def test_a_place_that_cannot_be_written_is_explained(
    program: Program, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    assert not program.open(tmp_path / "file" / "work.consultee")
    assert dialogs.errors[0].hint


def test_a_damaged_workspace_goes_back_to_its_last_backup_and_is_kept_aside(
    program: Program, dialogs: FakeDialogs, workspace: Path, paths: Paths, clock: SetClock
) -> None:
    response = fill(workspace, paths, clock)
    backups.back_up(workspace, paths.backups(workspace), clock.now)
    clock.pass_by(3600)
    damage(workspace)
    dialogs.choices = [0]
    assert program.open(workspace)
    kind, title, message = dialogs.asked[0]
    assert (kind, title) == ("choose", "The workspace is damaged")
    assert workspace.name in message
    (kept,) = workspace.parent.glob("work damaged *.consultee")
    program.close()
    assert answer(workspace, paths, clock, response) == "Kept."
    assert b"\xa5" * 1000 in kept.read_bytes()


def test_a_damaged_workspace_can_be_left_for_an_empty_one(
    program: Program, dialogs: FakeDialogs, workspace: Path, paths: Paths, clock: SetClock
) -> None:
    fill(workspace, paths, clock)
    damage(workspace)
    dialogs.choices = [0]  # without backups, the only choice is to start empty
    assert program.open(workspace)
    assert program.window is not None
    assert program.window.session.responses() == []
    assert list(workspace.parent.glob("work damaged *.consultee"))
    QApplication.processEvents()
    assert "kept as" in program.window.notice.message or "kept as" in dialogs.notices[0]


def test_a_damaged_workspace_stays_as_it_is_when_the_person_declines(
    program: Program, dialogs: FakeDialogs, workspace: Path, paths: Paths, clock: SetClock
) -> None:
    fill(workspace, paths, clock)
    damage(workspace)
    before = workspace.read_bytes()
    assert not program.open(workspace)
    assert workspace.read_bytes() == before
    assert dialogs.errors == []


def test_another_workspace_takes_the_place_of_the_present_one(
    program: Program, dialogs: FakeDialogs, workspace: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open(workspace)
    first = program.window
    assert first is not None
    dialogs.opens = [tmp_path / "other.consultee"]
    first.run("workspace.open")
    assert program.window is not None
    assert program.window is not first
    assert program.window.session.path == tmp_path / "other.consultee"


def test_a_workspace_that_cannot_be_opened_leaves_the_present_one_open(
    program: Program, dialogs: FakeDialogs, workspace: Path, tmp_path: Path
) -> None:
    program.open(workspace)
    first = program.window
    assert not program.open(tmp_path)
    assert program.window is first
    assert first is not None
    assert first.isVisible()


def test_what_has_changed_is_backed_up_once_the_window_shows(
    program: Program, workspace: Path, paths: Paths, clock: SetClock, qtbot: QtBot
) -> None:
    fill(workspace, paths, clock)
    program.open(workspace)
    folder = paths.backups(workspace)
    qtbot.waitUntil(lambda: len(list(folder.glob("*.consultee"))) == 1)


def test_no_backup_is_made_where_the_person_wants_none(
    program: Program,
    workspace: Path,
    paths: Paths,
    clock: SetClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settling, "BACK_UP_AFTER_MS", 0)
    fill(workspace, paths, clock)
    session = Session.open(workspace, paths, clock)
    session.set_setting(BACK_UP, False)
    session.close()
    program.open(workspace)
    for _ in range(3):
        QApplication.processEvents()
    assert program.window is not None
    assert not program.window.jobs.working
    assert not paths.backups(workspace).exists()


@pytest.mark.expected_logs
def test_content_that_cannot_be_read_is_said_quietly_with_details(
    qapp: QApplication, make_program: MakeProgram, workspace: Path, paths: Paths, tmp_path: Path
) -> None:
    import shutil
    from dataclasses import replace

    content = tmp_path / "content"
    for folder in ("snippets", "resources", "templates"):
        shutil.copytree(paths.content / folder, content / folder)
    (content / "snippets" / "broken.toml").write_text("[source\n", encoding="utf-8")
    program = make_program()
    program.paths = replace(paths, content=content)
    assert program.open(workspace)
    QApplication.processEvents()
    assert program.window is not None
    assert "could not be read" in program.window.notice.message
    program.window.notice.button.click()
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    assert "left out" in visible_texts(sheet)
    sheet.close()


@pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")
def test_a_second_start_raises_the_window_that_is_there(
    program: Program, workspace: Path, qtbot: QtBot
) -> None:
    program.open(workspace)
    window = program.window
    assert window is not None
    window.showMinimized()
    qtbot.waitUntil(lambda: program.doorbell is not None)
    assert program.doorbell is not None
    program.doorbell.rung.emit()
    qtbot.waitUntil(lambda: not window.isMinimized())
