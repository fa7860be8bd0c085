"""A warning, wherever a whole submission is looked at, that pieces of a first draft are unread."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.core.response import Draft
from desktop.markup.unreviewed import unreviewed_questions, unreviewed_words
from desktop.ui.panels.help_tab import card_column
from desktop.ui.place import PageId, Place
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import chip, text_label


class UnreviewedNotice(QFrame):
    """Names the questions; ``go(Place)`` leads to the first of them. Hidden where there is none."""

    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unreviewedNotice")
        self._place: Place | None = None
        self.said = text_label()
        self.button = Button("", self._go)
        sign = chip("! Unreviewed", "warn")
        row = Folding(60)
        row.add(sign)
        row.add(self.said, 1)
        row.add(self.button)
        row.row.setAlignment(sign, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        outer = card_column(self)
        outer.addWidget(row)
        self.setProperty("card", "soft")
        self.hide()

    def show_draft(self, draft: Draft) -> None:
        """Say what is unreviewed in a Draft."""
        found = unreviewed_questions(draft)
        self.setVisible(bool(found))
        if not found:
            return
        number = next(iter(found))
        self._place = Place(PageId.QUESTION, draft.response.id, number)
        self.said.setText(unreviewed_words(found))
        self.button.set_words(f"Go to question {number}")

    def _go(self) -> None:
        if self._place is not None:
            self.go.emit(self._place)
