"""Opening the workspace that a command works on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.cli.console import Console
from desktop.errors import WorkspaceError
from desktop.paths import Paths
from desktop.session import Session


@contextmanager
def workspace(named: Path | None, console: Console) -> Iterator[Session]:
    """Give the workspace ``named`` (the person's usual one when None), and close it afterwards.

    A usual workspace that is not there yet is made; one that was named must be there, since its
    name may be a slip of the keyboard. Raises WorkspaceError if it cannot be used.
    """
    paths = Paths.discover()
    named = named.expanduser() if named is not None else None
    if named is not None and not named.exists():
        raise WorkspaceError(
            "There is no such workspace",
            f"“{named}” is not there.",
            "Check the name, or start the program with it once to make a new workspace.",
        )
    session = Session.open((named or paths.default_workspace).absolute(), paths)
    try:
        if session.problems:
            count = len(session.problems)
            things = "one mistake" if count == 1 else f"{count} mistakes"
            console.complain(
                f"The program's content has {things}, so not all of it is offered; "
                "`consultee content check` names each."
            )
        yield session
    finally:
        session.close()
