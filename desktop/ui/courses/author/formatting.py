"""The formatting of a text that an author writes, as buttons."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton

from desktop.ui.editor import AnswerEditor, EditorToolbar


def formatting(box: AnswerEditor) -> EditorToolbar:
    """Return the toolbar of a text that neither cites nor links. Its buttons have no shortcuts: the
    window has those, and two owners of one make it dead.
    """
    bar = EditorToolbar(box)
    for action in bar.format_actions:
        box.removeAction(action)
        action.setShortcut(QKeySequence())
        action.setToolTip(action.text())
    for name in ("cite-source", "link"):
        button = bar.findChild(QToolButton, f"{name}Button")
        if button is not None:
            button.hide()
    return bar
