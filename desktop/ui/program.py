"""The running program: which workspace is open, which window shows it, what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.errors import DesktopError
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui import crash
from desktop.ui.appearance import Appearance
from desktop.ui.dialogs import Dialogs
from desktop.ui.memory import Memory
from desktop.ui.qt_dialogs import QtDialogs
from desktop.ui.single_instance import Claim, Doorbell
from desktop.ui.window import Window

# By then the first page can be used; the network part of Qt takes a moment to import.
_DOORBELL_AFTER_MS = 150


class Program(QObject):
    """The running program: one window on one workspace at a time."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        dialogs: Dialogs | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        self.paths = paths
        self.clock = clock
        self.memory = Memory(paths.config)
        self.appearance = Appearance(app, paths.resources, self.memory)
        self.window: Window | None = None
        self.crashes = crash.CrashReporter(paths.log, lambda: self.window)
        self._asked_for = dialogs
        self.doorbell: Doorbell | None = None
        self._claim: Claim | None = None
        self._kept_words: list[str] = []

    def open(self, workspace: Path, claim: Claim | None = None) -> bool:
        """Open a workspace in a new window, in place of the present one; False if it cannot be
        opened. ``claim`` is the right to it, where it has been taken already.
        """
        if self.window is not None and _same_file(workspace, self.window.session.path):
            # Nobody would answer the bell: the one who should is the one who rings.
            self.window.raise_window()
            return True
        claim = claim or Claim(workspace)
        try:
            if not claim.take():
                claim.ring()
                return False
        except DesktopError as error:
            self.explain(error)
            return False
        if self._open(workspace):
            self._claim = claim
            return True
        claim.release()
        return False

    def _open(self, workspace: Path) -> bool:
        session = self._open_session(workspace)
        while session is not None:
            if self.window is not None and not self.window.close():
                session.close()
                return False
            if self._show(session):
                return True
            session = self._open_session(workspace, damaged=True)
        return False

    def explain(self, error: DesktopError) -> None:
        """Show an expected error, over the window if there is one."""
        self._dialogs().show_error(error)

    def close(self) -> None:
        """Give back what the program took over. The window is closed already, or never opened."""
        if self.window is not None:
            self.window.close()
        self.crashes.close()
        self.memory.save()

    def _dialogs(self) -> Dialogs:
        return self._asked_for or QtDialogs(self.window, self._kept_words.append)

    def _open_session(self, workspace: Path, *, damaged: bool = False) -> Session | None:
        dialogs = self._dialogs()
        while True:
            if damaged:
                from desktop.ui.damaged import mend

                if not mend(workspace, self.paths, dialogs, self.clock):
                    return None
            try:
                return Session.open(workspace, self.paths, self.clock)
            except DesktopError as error:
                if not _is_damage(error):
                    dialogs.show_error(error)
                    return None
            damaged = True

    def _show(self, session: Session) -> bool:
        """Show a window; False, and all closed again, if its first page meets with damage."""
        window = Window(session, self.appearance, self.memory, self._asked_for)
        self.window = window
        window.closed.connect(lambda: self._closed(window))
        window.workspace_wanted.connect(self.open)
        try:
            window.come_back()
        except DesktopError as error:
            window.close()
            if _is_damage(error):
                return False
            raise
        window.show()
        self.memory.note_workspace(session.path)
        QTimer.singleShot(0, window, lambda: self._settle_in(window))
        QTimer.singleShot(_DOORBELL_AFTER_MS, window, lambda: self._hang_doorbell(window))
        return True

    def _settle_in(self, window: Window) -> None:
        """Do what can wait until the window shows."""
        if self.window is not window:
            return
        window.settle_in(self._kept_words)
        self._kept_words.clear()

    def _hang_doorbell(self, window: Window) -> None:
        """Let later starts find the window; until then they wait (see ``Claim.ring``)."""
        if self.window is window:
            self.doorbell = Doorbell(window.session.path, self)
            self.doorbell.rung.connect(window.raise_window)

    def _closed(self, window: Window) -> None:
        if self.doorbell is not None:
            self.doorbell.close()
            self.doorbell = None
        if self._claim is not None:
            self._claim.release()
            self._claim = None
        with suppress(DesktopError):
            window.session.close()
        window.deleteLater()
        if self.window is window:
            self.window = None


def _same_file(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _is_damage(error: DesktopError) -> bool:
    from desktop.store.connection import DamagedWorkspace

    return isinstance(error, DamagedWorkspace)
