"""The line of the export page that says when the call closes, and puts it into a calendar."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.deadline import Deadline
from desktop.core.response import Draft
from desktop.ui.closing import Closing
from desktop.ui.context import Context
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import set_text, text_label


class DeadlineLine(QWidget):
    """Hidden where nobody has said when the call closes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = text_label()
        self.button = Button(
            "Put it into a calendar…", lambda: context.run("deadline.save"), look="link"
        )
        line = Folding(50)
        line.add(self.said, 1)
        line.add(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(line)
        self._closing = Closing(context, self)
        self._closing.changed.connect(self._show)
        self.hide()

    def show_draft(self, draft: Draft) -> None:
        """Say when the call closes that a Draft answers."""
        self._closing.look(draft.consultation)

    def _show(self, found: Deadline | None) -> None:
        self.setVisible(found is not None)
        if found is None:
            return
        words = f"{found.sentence}."
        if found.away and not found.passed:
            words = f"{words} It is a holiday week ({found.away})."
        set_text(self.said, words)
        self.button.setVisible(not found.passed)
