"""Kill the program at random points, many times: what was saved before is there after."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from desktop.core.edits import AddOrganisation, response_scope
from desktop.core.response import Organisation
from desktop.paths import Paths
from desktop.session import Session
from tests.support.workspace import INQUIRY, REPOSITORY

KILLS = 12
WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from desktop.core.edits import SetBody, response_scope
    from desktop.paths import Paths
    from desktop.session import Session

    path, content = Path(sys.argv[1]), Path(sys.argv[2])
    response, start = sys.argv[3], int(sys.argv[4])
    session = Session.open(path, Paths(content, path.parent, path.parent))
    for number in range(start, start + 100_000):
        session.apply(SetBody(response, "1", f"Saved {number}. " + "x" * 2000))
        if number % 5 == 0:
            session.undo(response_scope(response))
            session.redo(response_scope(response))
        print(number, flush=True)
    """
)


@pytest.mark.timeout(300)
def test_killing_the_program_at_any_moment_loses_nothing_that_was_saved(
    workspace: Path, paths: Paths
) -> None:
    session = Session.open(workspace, paths)
    session.apply(AddOrganisation(Organisation("o", "Fernbrook Community Trust")))
    response = session.start_response(INQUIRY, "o").id
    session.close()
    dice = random.Random(20261123)
    saved = 0
    for _ in range(KILLS):
        saved = _write_until_killed(workspace, response, saved + 1, dice.randrange(1, 60))
        session = Session.open(workspace, paths)  # reads the whole file after a crash
        scope = response_scope(response)
        if session.redo_name(scope):  # killed between taking a step back and doing it again
            session.redo(scope)
        body = session.draft(response).answer("1").body
        found = int(body.split()[1].rstrip("."))
        # What was announced as saved is there; the kill may have come after the next save.
        assert saved <= found <= saved + 1
        assert session.undo_name(scope) == "change to answer 1"
        session.undo(scope)
        session.redo(scope)
        assert session.draft(response).answer("1").body == body
        session.close()
        saved = found


def _write_until_killed(workspace: Path, response: str, start: int, lines: int) -> int:
    """Let another process write, kill it after so many saves; return the last it announced."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, workspace, REPOSITORY, response, str(start)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    ) as writer:
        assert writer.stdout is not None
        first = [writer.stdout.readline().strip() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().splitlines()
    return max(int(line) for line in (*first, *rest) if line.isdigit())
