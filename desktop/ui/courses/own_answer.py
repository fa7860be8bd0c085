"""One's own answer beside the finished ones: as it is now, or as it was before they were shown."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.learning import FirstAttempt
from desktop.core.response import Answer, Draft
from desktop.ui.courses.cited_words import cited_words
from desktop.ui.courses.prose import Prose
from desktop.ui.spacing import GAP
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.tab_strip import TabStrip

_NOW, _FIRST = "Your answer now", "Your first attempt"


class OwnAnswer(QWidget):
    """Shows the answer as it is; where a first attempt differs from it, tabs lead to that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._answer = Answer("", "")
        self._first: FirstAttempt | None = None
        self.strip = TabStrip([_NOW, _FIRST])
        self.strip.setAccessibleName("Which of your answers")
        self.key_point = text_label("", "strong")
        self.prose = Prose("Your answer")
        self.cited = text_label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in (self.strip, self.key_point, self.prose, self.cited):
            column.addWidget(part)
        self.strip.changed.connect(lambda _: self._show())

    @property
    def shows_first(self) -> bool:
        """Whether the first attempt is shown, and not the answer as it is now."""
        return self._first is not None and self.strip.current == 1

    def show_answer(self, draft: Draft, question: str, first: FirstAttempt | None) -> None:
        """Show an answer, and offer a first attempt at it unless that is the same."""
        self._draft, self._answer = draft, draft.answer(question)
        self._first = None if first is None or first.is_that_of(self._answer) else first
        if self._first is None:
            self.strip.choose(0)
        self.strip.setVisible(self._first is not None)
        self._show()

    def _show(self) -> None:
        if self._draft is None:
            return
        shown = self._first if self.shows_first else None
        key_point = shown.key_point if shown else self._answer.key_point
        body = shown.body if shown else self._answer.body
        name = _NOW if self.strip.current == 0 else _FIRST
        self.prose.setAccessibleName("Your answer" if self._first is None else name)
        set_text(self.key_point, key_point)
        self.prose.setVisible(bool(body.strip()))
        self.prose.show_text(body, self._draft.sources)
        set_text(self.cited, cited_words(body, self._draft.sources))
