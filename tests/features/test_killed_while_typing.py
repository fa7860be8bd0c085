"""Kill the real window while somebody types without a pause: at most the last second is lost."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from desktop.core.edits import AddOrganisation
from desktop.core.response import Organisation
from desktop.paths import Paths
from desktop.session import Session
from tests.support.workspace import INQUIRY, REPOSITORY

KILLS = 4
# A second of typing, and a second more for a machine that is busy with other things meanwhile.
LOST_AT_MOST_S = 2.0
# The other process opens the window as the program does, and types a numbered word every 15 ms
# without a pause; it says when each was handled.
TYPIST = textwrap.dedent(
    """
    import sys, time
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from desktop.app import application
    from desktop.paths import Paths
    from desktop.ui.editor import AnswerEditor
    from desktop.ui.place import PageId, Place
    from desktop.ui.program import Program

    path, content, response = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    app = application()
    program = Program(app, Paths(content, path.parent, path.parent))
    assert program.open(path)
    window = program.window
    window.go(Place(PageId.QUESTION, response, "1"))
    editor = window.findChild(AnswerEditor)
    editor.setFocus()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    words = int(sys.argv[4])

    def type_a_word():
        global words
        words += 1
        QTest.keyClicks(editor, f" w{words}")
        print(words, time.monotonic(), flush=True)

    timer = QTimer(interval=15)
    timer.timeout.connect(type_a_word)
    timer.start()
    app.exec()
    """
)


@pytest.mark.timeout(300)
def test_killing_the_window_loses_at_most_the_last_second_of_typing(
    workspace: Path, paths: Paths
) -> None:
    session = Session.open(workspace, paths)
    session.apply(AddOrganisation(Organisation("o", "Fernbrook Community Trust")))
    response = session.start_response(INQUIRY, "o").id
    session.close()
    dice = random.Random(20261123)
    saved = 0
    for _ in range(KILLS):
        typed = _type_until_killed(workspace, response, saved, dice.randrange(120, 220))
        session = Session.open(workspace, paths)
        words = session.draft(response).answer("1").body.split()
        session.close()
        assert words == [f"w{number}" for number in range(1, len(words) + 1)]
        saved = len(words)
        last = max(typed)
        assert typed[last] - typed.get(saved, min(typed.values())) <= LOST_AT_MOST_S


def _type_until_killed(workspace: Path, response: str, start: int, words: int) -> dict[int, float]:
    """Let another process type that many words, kill it, and return when each was typed (s)."""
    complaints = workspace.with_suffix(".stderr")
    with (
        complaints.open("w") as stderr,
        subprocess.Popen(
            [sys.executable, "-c", TYPIST, workspace, REPOSITORY, response, str(start)],
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            cwd=REPOSITORY,
        ) as typist,
    ):
        assert typist.stdout is not None
        first = [typist.stdout.readline() for _ in range(words)]
        typist.send_signal(signal.SIGKILL)
        rest = typist.stdout.read().splitlines()
    assert first[0], complaints.read_text()
    return {int(word): float(when) for word, when in map(str.split, filter(None, (*first, *rest)))}
