"""Everything that brings documents in, once for each window: the queue and the acceptance."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.context import Context
from desktop.ui.imports.accepting import Accepting
from desktop.ui.imports.finding_files import files_in
from desktop.ui.imports.queue import ImportQueue
from desktop.ui.imports.waiting import left_waiting
from desktop.ui.models.words import counted

if TYPE_CHECKING:
    from desktop.core.evidence import SourceKind


class BringingIn(QObject):
    """Lives as long as the window, whatever page shows."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.bridge)
        self._context = context
        self.queue = ImportQueue(context, self)
        self.accepting = Accepting(context, self)
        self._looking = context.jobs.lane(self)
        self._taken_up = False
        self.queue.ended.connect(lambda read, failed: context.dialogs.notify(ended(read, failed)))
        context.bridge.closing.connect(self.close)
        self._warming = context.jobs.lane(self)
        self._warming.run(_warm, lambda _: None)

    def bring(self, chosen: Iterable[Path], kind: SourceKind | None = None) -> None:
        """Read files, and all that is in folders; the folders are looked through on another
        thread.
        """
        paths = tuple(chosen)
        if not any(path.is_dir() for path in paths):
            self._found(files_in(paths), kind)
            return
        self._looking.run(lambda: files_in(paths), lambda found: self._found(found, kind))

    def take_up(self) -> None:
        """Go on with the files that were not read when the program ended; those that could not be
        read are on the list again.
        """
        if not self._taken_up:
            self._taken_up = True
            self.queue.take_up_failed()
        paths = left_waiting(self._context.session)
        if paths and not self.queue.progress().running:
            self.queue.add(paths)

    def close(self) -> None:
        """Stop all of it: the window closes."""
        self._looking.cancel()
        self.accepting.close()
        self.queue.close()

    def _found(self, files: tuple[Path, ...], kind: SourceKind | None) -> None:
        if not files:
            self._context.dialogs.notify("There is no document in it that could be read.")
            return
        self.queue.add(files, kind)


def _warm() -> None:
    """Import what the first file will need while the person still chooses it."""
    for module in ("desktop.corpus.pool", "desktop.session.bringing"):
        import_module(module)


def ended(read: int, failed: int) -> str:
    """Return how the reading ended: "12 files read, 1 not."."""
    files = counted(read, "file")
    return f"{files} read, {failed:,} not." if failed else f"{files} read."


def bringing_in(context: Context) -> BringingIn:
    """Return what brings documents in for this window; made when it is first needed."""
    found = context.bridge.findChild(BringingIn)
    return found if isinstance(found, BringingIn) else BringingIn(context)
