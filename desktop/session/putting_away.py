"""Practices that were put away: out of those to go on with, whole, and with a way back; and what is
deleted for good: such a practice, or a preview that has had its day.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from desktop.errors import WorkspaceError
from desktop.paths import Paths
from desktop.session.practising import NAMED, PracticeCard, cards_in, reserved
from desktop.store.backups import list_backups

_FOLDER = "put away"


class PutAway:
    """The practice workspaces that were put away. Nobody may have one open that is moved or
    deleted: who asks makes sure of that.
    """

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._folder = paths.practices / _FOLDER

    def list(self) -> list[PracticeCard]:
        """Return them, last written to first."""
        return cards_in(self._folder)

    def put(self, practice: Path) -> Path:
        """Take a practice workspace out of those to go on with; return where it lies now, with
        everything in it. Raises WorkspaceError where it cannot be moved.
        """
        return self._moved(practice, self._folder)

    def bring_back(self, practice: Path) -> Path:
        """Take one back; return where it lies now. Raises WorkspaceError as ``put`` does."""
        return self._moved(practice, self._paths.practices)

    def previews(self) -> list[Path]:
        """Return the previews that trainers looked at."""
        return sorted(self._paths.previews.glob("*.consultee"))

    def delete(self, practice: Path) -> None:
        """Delete a practice that was put away, or a preview, with its backups and nothing else.

        Raises WorkspaceError where it is neither, or cannot be deleted.
        """
        if practice.parent not in (self._folder, self._paths.previews):
            _cannot_delete(practice, "it was not put away")
        backups = self._paths.backups(practice)
        try:
            # First of all the one that can be in use: if it stays, all of it stays.
            for each in (practice, *_beside(practice)):
                each.unlink(missing_ok=True)
            for _, backup in list_backups(backups):
                backup.unlink(missing_ok=True)
        except OSError as error:
            _cannot_delete(practice, error.strerror or str(error))
        self._forget_index(practice)
        # What somebody else has put into the folder stays, and the folder with it.
        with suppress(OSError):
            backups.rmdir()

    def _moved(self, path: Path, where: Path) -> Path:
        named = NAMED.fullmatch(path.stem)
        to = reserved(self._paths, where, named["course"] if named else path.stem)
        done: list[tuple[Path, Path]] = []
        try:
            # What is beside it is part of it: moved alone, it would lose what was written last.
            for each in (*_beside(path), path):
                there = to.with_name(f"{to.name}{each.name.removeprefix(path.name)}")
                each.replace(there)
                done.append((each, there))
            backups = self._paths.backups(path)
            if backups.is_dir():
                backups.replace(self._paths.backups(to))
        except OSError as error:
            with suppress(OSError):
                for each, there in reversed(done):
                    there.replace(each)
                to.unlink(missing_ok=True)
            raise WorkspaceError(
                "The practice workspace cannot be moved",
                f"“{path}” stays where it is: {error.strerror or error}.",
                "Close whatever else has it open, then try again.",
            ) from error
        self._forget_index(path)
        return to

    def _forget_index(self, path: Path) -> None:
        # It goes by where the workspace lies, and is made again where that is opened.
        with suppress(OSError):
            self._paths.search_index(path).unlink(missing_ok=True)


def _beside(path: Path) -> list[Path]:
    return list(path.parent.glob(f"{path.name}-*"))


def _cannot_delete(path: Path, why: str) -> NoReturn:
    raise WorkspaceError(
        "The practice workspace cannot be deleted",
        f"“{path}”: {why}.",
        "Close whatever else has it open, then try again.",
    )
