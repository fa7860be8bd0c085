"""Pointing at a place in what the learner wrote: its sentences, answer by answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.response import Draft
from desktop.core.sentences import sentence_spans
from desktop.core.text import texts
from desktop.markup import parse
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import breakable, text_label
from desktop.ui.widgets.row_button import RowButton

# What a citation leaves before the stop that it stood before.
_UNCITED = re.compile(r"\s+(?=[.,;:!?])")


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence of an answer."""

    question: str
    words: str


def sentences(draft: Draft) -> Iterator[Written]:
    """Yield the sentences of all answers in order, the key point of each first."""
    for question in draft.consultation.questions:
        answer = draft.answers.get(question.number)
        if answer is None:
            continue
        for line in (answer.key_point.strip(), *texts(parse(answer.body))):
            for start, end in sentence_spans(line):
                yield Written(question.number, _UNCITED.sub("", line[start:end]).strip())


class PlacePicker(QFrame):
    """``picked(Written)``: this sentence; ``closed()``: it was put away."""

    picked = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("placePicker")
        self.setProperty("card", "soft")
        self.rows: list[RowButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._says = text_label("Choose the sentence that shows it best.", "muted")
        self.close_button = Button("Close", self.put_away)
        column = card_column(self)
        column.setSpacing(GAP_SMALL)
        column.addWidget(self._says)
        column.addLayout(self._list)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def open_picker(self, draft: Draft) -> None:
        """Show the sentences of a draft as it is now."""
        self._clear()
        found = tuple(sentences(draft))
        nothing = "There is nothing to point at yet: write an answer first."
        self._says.setText("Choose the sentence that shows it best." if found else nothing)
        last = ""
        for place, written in enumerate(found):
            if written.question != last:
                last = written.question
                self._list.addWidget(text_label(f"Answer to question {last}", "strong"))
            self._list.addWidget(self._row(place, written))
        self.show()
        first = self.rows[0] if self.rows else self.close_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Put the sentences away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def _row(self, place: int, written: Written) -> RowButton:
        row = RowButton(numbered=False)
        row.show_words(breakable(written.words), "→")
        row.setAccessibleName(f"Question {written.question}: {written.words}")
        row.clicked.connect(lambda: self._pick(written))
        row.step.connect(lambda by: self._step(place, by))
        self.rows.append(row)
        return row

    def _pick(self, written: Written) -> None:
        self.picked.emit(written)
        self.put_away()

    def _step(self, place: int, by: int) -> None:
        there = max(0, min(place + by, len(self.rows) - 1))
        self.rows[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _clear(self) -> None:
        self.rows = []
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
