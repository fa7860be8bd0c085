"""Bugs: written to the log, shown once with details to copy. Work is saved already, so the program
goes on.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop import __version__

if TYPE_CHECKING:
    from desktop.ui.sheet import SheetDialog

_LOG_BYTES = 500_000
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_log = logging.getLogger("desktop")


class Log:
    """The log file: records of this run, and the traces of hard crashes beside it.

    Where neither can be written the program goes on without.
    """

    def __init__(self, path: Path) -> None:
        self._handler: logging.Handler | None = None
        self._crashes: TextIO | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and path.stat().st_size > _LOG_BYTES:
                path.replace(path.with_suffix(".old.log"))
            self._crashes = path.with_suffix(".crash").open("a", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._crashes)
        self._handler = logging.FileHandler(path, encoding="utf-8", delay=True)
        self._handler.setFormatter(logging.Formatter(_FORMAT))
        logging.getLogger().addHandler(self._handler)
        _log.setLevel(logging.INFO)

    def close(self) -> None:
        """Write no more."""
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()
        self._handler = self._crashes = None


class CrashReporter(QObject):
    """Takes over ``sys.excepthook`` until ``close``: a dialog once, a line in the log always."""

    # From whichever thread the bug struck in to the thread of the window.
    _struck = Signal(str)

    def __init__(self, log: Path, parent: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._path = log
        self._parent = parent
        self._shown = False
        self._sheet: QWidget | None = None
        self._before = sys.excepthook
        self._thread_before = threading.excepthook
        self._struck.connect(self._show, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self.report
        threading.excepthook = lambda hooked: self.report(
            hooked.exc_type, hooked.exc_value, hooked.exc_traceback
        )

    def close(self) -> None:
        """Give the hooks back."""
        sys.excepthook = self._before
        threading.excepthook = self._thread_before

    def report(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Log a bug and show it, if none has been shown yet."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        _log.error("A bug:\n%s", details)
        if not self._shown:
            self._shown = True
            self._struck.emit(details)

    def _show(self, details: str) -> None:
        # Kept, for without a window nothing else would keep it.
        self._sheet = sheet = crash_sheet(details, self._path, self._parent())
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.show()


def crash_sheet(details: str, log: Path, parent: QWidget | None) -> SheetDialog:
    """Return the dialog that explains a bug."""
    from PySide6.QtWidgets import QPlainTextEdit

    from desktop.ui.form import labelled
    from desktop.ui.sheet import SheetDialog
    from desktop.ui.widgets.breakable import breakable

    sheet = SheetDialog("Something went wrong in Consultee", parent)
    sheet.say(
        "This is a fault of the program, not of yours. What you wrote is saved; you can go on."
    )
    sheet.say(
        "If it happens again, send the details to whoever looks after Consultee. "
        f"Log: {breakable(log)}",
        "muted",
    )
    import platform

    system = f"Python {platform.python_version()}, {platform.platform()}"
    report = f"Consultee {__version__}, {system}\n{details}"
    box = QPlainTextEdit(report)
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    sheet.column.addWidget(labelled(box, "Details", shown=False))
    sheet.add_link("Copy details").clicked.connect(lambda: QApplication.clipboard().setText(report))
    sheet.accept_with("Go on").setFocus()
    return sheet
