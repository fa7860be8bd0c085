"""What happens once the window shows: the quiet backup, and what went wrong with the shipped
content.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.ui.imports.waiting import WAITING

if TYPE_CHECKING:
    from desktop.ui.sheet import SheetDialog
    from desktop.ui.window import Window

BACK_UP = "backup.on-opening"
# By then the first page can be used; comparing with the last backup takes a moment.
BACK_UP_AFTER_MS = 600
# Files that were waiting when the program ended; nobody waits for the window any more by then.
TAKE_UP_AFTER_MS = 2000
_log = logging.getLogger("desktop")


def settle_in(window: Window, words: Sequence[str]) -> None:
    """Back up if something has changed since the last backup, and say what there is to say."""
    session = window.session
    if session.setting(BACK_UP, True):
        window.back_up_soon(BACK_UP_AFTER_MS)
    QTimer.singleShot(TAKE_UP_AFTER_MS, window, lambda: take_up(window))
    if words:
        window.notice.say(" ".join(words))
    elif session.problems:
        count = len(session.problems)
        details = [str(problem) for problem in session.problems]
        _log.info("Content that could not be read:\n%s", "\n".join(details))
        window.notice.say(
            f"{count} place{'s' if count != 1 else ''} in the content could not be read. "
            "All the rest is there.",
            "Details",
            lambda: problem_sheet(details, window).open(),
        )


def take_up(window: Window) -> None:
    """Go on reading the files that were waiting when the program ended."""
    if window.isVisible() and window.session.setting(WAITING):
        from desktop.ui.imports.bringing_in import bringing_in

        bringing_in(window.context).take_up()


def problem_sheet(details: Sequence[str], window: Window) -> SheetDialog:
    """Return the dialog that lists what could not be read."""
    from PySide6.QtWidgets import QPlainTextEdit

    from desktop.ui.form import labelled
    from desktop.ui.sheet import SheetDialog

    sheet = SheetDialog("Content that could not be read", window)
    sheet.say(
        "These places are left out; everything else works. "
        "Whoever looks after the content can mend them."
    )
    box = QPlainTextEdit("\n\n".join(details))
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    sheet.column.addWidget(labelled(box, "What is wrong", shown=False))
    sheet.accept_with("Close").setFocus()
    return sheet
