"""What happens to the workspace file from outside, as a person meets it at the window."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.paths import Paths
from desktop.session import Session
from desktop.store import backups
from desktop.ui.single_instance import raise_other
from tests.features import journey
from tests.features.person import PATIENCE_MS, Person
from tests.support.workspace import REPOSITORY, SetClock

ANSWER = "Answer to question 1"
DAMAGED = slice(4096, 4096 * 8)


def write_and_close(person: Person, workspace: Path, words: str) -> None:
    """Add a sentence to the first answer and close the window."""
    if person.program.window is None:
        person.start(workspace)
    person.into(ANSWER)
    person.press("Ctrl+End")
    person.type(words)
    person.wait_until_saved()
    person.window.close()


def backed_up(folder: Path) -> list[str]:
    """Return what each backup says in answer to question 1, newest first."""
    said: list[str] = []
    for _, path in backups.list_backups(folder):
        with closing(sqlite3.connect(path)) as db:
            found = db.execute("SELECT body FROM answers WHERE question = '1'").fetchone()
        said.append(found[0] if found else "")
    return said


def test_a_damaged_workspace_goes_back_to_its_backup_with_the_words_of_that_day(
    person: Person, paths: Paths, clock: SetClock
) -> None:
    workspace = paths.default_workspace
    journey.first_start(person, workspace)
    write_and_close(person, workspace, "Monday.")
    clock.pass_by(86400)
    person.start(workspace)
    person.wait_for(lambda: "Monday." in backed_up(paths.backups(workspace)))
    write_and_close(person, workspace, " Tuesday.")
    data = bytearray(workspace.read_bytes())
    data[DAMAGED] = os.urandom(DAMAGED.stop - DAMAGED.start)
    workspace.write_bytes(data)

    assert not person.program.open(workspace)  # declined, as by Escape
    assert person.program.window is None
    assert workspace.read_bytes()[DAMAGED] == data[DAMAGED]
    person.dialogs.choices.append(backed_up(paths.backups(workspace)).index("Monday."))
    person.start(workspace)
    asked = [message for _, title, message in person.dialogs.asked if "damaged" in title]
    assert len(asked) == 2
    assert "kept aside" in asked[0]
    journey.at_question(person, "1")
    person.picture("after the damage")
    assert person.text_of(ANSWER) == "Monday."
    (kept,) = workspace.parent.glob("* damaged *.consultee")
    assert kept.read_bytes()[DAMAGED] == data[DAMAGED]
    write_and_close(person, workspace, " Wednesday.")
    person.start(workspace)
    assert person.text_of(ANSWER) == "Monday. Wednesday."


def test_while_another_program_holds_the_workspace_typing_waits_and_is_saved_afterwards(
    person: Person, paths: Paths
) -> None:
    workspace = paths.default_workspace
    journey.first_start(person, workspace)
    person.into(ANSWER)
    person.type("Before. ")
    person.wait_until_saved()
    with closing(sqlite3.connect(workspace)) as other:
        other.execute("BEGIN IMMEDIATE")
        person.type("Meanwhile.")
        person.wait_for_words("Not saved")
        person.picture("not saved")
        assert "another program is using it" in person.dialogs.errors.pop().message
        person.type(" And on.")
        assert person.text_of(ANSWER) == "Before. Meanwhile. And on."
        other.rollback()
    said = "Before. Meanwhile. And on."
    person.wait_for(lambda: journey.draft(person).answer("1").body == said)
    person.wait_for_words("Saved")
    assert person.dialogs.errors == []


@pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")
def test_opening_the_workspace_that_is_open_already_changes_nothing(
    person: Person, paths: Paths
) -> None:
    journey.first_start(person, paths.default_workspace)
    person.into(ANSWER)
    person.type("Still here.")
    window = person.window
    person.dialogs.opens.append(paths.default_workspace)
    person.press("Ctrl+O")
    assert person.window is window
    journey.at_question(person, "1")
    assert person.text_of(ANSWER) == "Still here."


def test_another_workspace_opens_in_place_of_this_one_and_both_keep_their_words(
    person: Person, paths: Paths
) -> None:
    mine, yours = paths.default_workspace, paths.data / "yours.consultee"
    journey.first_start(person, mine)
    person.into(ANSWER)
    person.type("Mine.")
    person.dialogs.opens.append(yours)
    person.press("Ctrl+O")
    person.wait_for_words("Write evidence that a committee can use")
    person.come_to_front()
    person.dialogs.opens.append(mine)
    person.press("Ctrl+O")
    person.wait_for_words("Question 1 of 9")
    assert person.text_of(ANSWER) == "Mine."


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Start the program as a person does, in a process of its own."""
    command = [sys.executable, str(REPOSITORY / "main.py"), *arguments]
    process = subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def test_a_second_start_raises_the_first_window_and_ends(
    qtbot: QtBot, workspace: Path, paths: Paths
) -> None:
    with running("--workspace", str(workspace)) as first:
        qtbot.waitUntil(lambda: raise_other(workspace), timeout=PATIENCE_MS)
        with running("--workspace", str(workspace)) as second:
            assert second.wait(PATIENCE_MS / 1000) == 0
            assert second.stdout is not None
            assert second.stdout.read() == ""
        assert first.poll() is None
    # It was killed: what it had is there, and the next start finds no window that answers.
    assert not raise_other(workspace)
    Session.open(workspace, paths).close()


@pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")
def test_the_window_comes_to_the_front_when_another_process_starts_the_program(
    person: Person, workspace: Path
) -> None:
    person.start(workspace)
    person.window.showMinimized()
    with running("--workspace", str(workspace)) as second:
        person.wait_for(lambda: second.poll() is not None)
        assert second.returncode == 0
    person.wait_for(lambda: not person.window.isMinimized())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can lack a display")
def test_without_a_display_the_window_says_so_and_the_commands_work(tmp_path: Path) -> None:
    bare = {k: v for k, v in os.environ.items() if k not in _DISPLAYS}
    done = subprocess.run(
        [sys.executable, str(REPOSITORY / "main.py")], capture_output=True, text=True, env=bare
    )
    assert done.returncode == 1
    assert "no display" in done.stderr
    listed = subprocess.run(
        [sys.executable, str(REPOSITORY / "main.py"), "list"],
        capture_output=True,
        text=True,
        env=bare,
    )
    assert listed.returncode == 0, listed.stderr


_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
