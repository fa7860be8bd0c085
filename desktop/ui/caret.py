"""Where in a text the person was writing, to come back to it after a restart."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

TextBox = QLineEdit | QTextEdit | QPlainTextEdit


def caret_in(page: QWidget) -> dict[str, Any] | None:
    """Return which text box has the keyboard and where its caret is, as JSON can hold it."""
    box = QApplication.focusWidget()
    if not isinstance(box, TextBox) or not page.isAncestorOf(box):
        return None
    at = box.cursorPosition() if isinstance(box, QLineEdit) else box.textCursor().position()
    return {"box": box.accessibleName(), "at": at}


def put_caret(page: QWidget, caret: Any) -> None:
    """Give the keyboard back to where ``caret_in`` said it was; do nothing with anything else."""
    try:
        name, at = str(caret["box"]), int(caret["at"])
    except (TypeError, KeyError, ValueError):
        return
    for kind in (QLineEdit, QTextEdit, QPlainTextEdit):
        for box in page.findChildren(kind):
            if box.accessibleName() == name and box.isEnabled():
                _place(box, at)
                box.setFocus()
                return


def _place(box: TextBox, at: int) -> None:
    if isinstance(box, QLineEdit):
        box.setCursorPosition(max(at, 0))
        return
    cursor = QTextCursor(box.document())
    cursor.setPosition(min(max(at, 0), box.document().characterCount() - 1))
    box.setTextCursor(cursor)
