"""Where an exercise begins: an answer of the course, and words selected in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.course import ModelAnswer
from desktop.core.course_writing import typed
from desktop.ui.courses.author.chosen_words import chosen_words
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import TallText, choice_box
from desktop.ui.form import labelled
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.page_column import titled

_WHAT_FOR = (
    "Select words in an answer. As a text to mend you then make them worse and say what is wrong "
    "with them; as an answer to mark you say which words are the claim, the evidence and so on."
)
_SHARE = (
    "So many words for all the questions: learners share them out, see what is lost, and compare "
    "with your key."
)
_NONE = "There is no model answer to take words from. Add one under Model answers."
_NOTHING = "Select some words of the answer first."


class MakingForm(QWidget):
    """``mend(question, text)``, ``mark(question, text)`` and ``share()`` ask for an exercise."""

    mend = Signal(str, str)
    mark = Signal(str, str)
    share = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._models: tuple[ModelAnswer, ...] = ()
        self.answers = choice_box(self._show)
        self.box = TallText(14)
        self.box.setReadOnly(True)
        self.box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.said = text_label("", "warn")
        self.mend_button = Button("A text to mend", self._mend)
        self.mark_button = Button("An answer to mark", self._mark)
        self.whole_button = Button("Select all of it", self._select_all, look="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_LARGE)
        column.addLayout(titled("New exercise", _WHAT_FOR, "heading"))
        column.addWidget(labelled(self.answers, "Take words from"))
        column.addWidget(labelled(self.box, "The answer"))
        below = QVBoxLayout()
        below.setSpacing(GAP)
        row = FlowLayout()
        for button in (self.mend_button, self.mark_button, self.whole_button):
            row.addWidget(button)
        below.addLayout(row)
        below.addWidget(self.said)
        column.addLayout(below)
        self.share_button = Button("Words to share out", self.share.emit)
        column.addLayout(titled("Word budget", _SHARE, "heading"))
        row = FlowLayout()
        row.addWidget(self.share_button)
        column.addLayout(row)
        set_text(self.said, "")

    def refresh(self) -> None:
        """Offer the answers that there are."""
        models = self._desk.course.models
        if models != self._models:
            before = self.answers.currentData()
            self._models = models
            self.answers.clear()
            for model in models:
                words = f"Question {model.question}: {typed(model.level)}"
                self.answers.addItem(words, model.id)
            self.answers.setCurrentIndex(max(0, self.answers.findData(before)))
            self._show()
        for part in (self.answers, self.box, self.mend_button, self.mark_button, self.whole_button):
            part.setEnabled(bool(models))
        self.share_button.setEnabled(self._desk.consultation is not None)
        set_text(self.said, "" if models else _NONE)

    def _show(self) -> None:
        model = self._model()
        self.box.set_markdown(typed(model.text) if model else "")
        set_text(self.said, "")

    def _model(self) -> ModelAnswer | None:
        chosen = self.answers.currentData()
        return next((model for model in self._models if model.id == chosen), None)

    def _select_all(self) -> None:
        self.box.selectAll()
        self.box.setFocus()

    def _mend(self) -> None:
        if taken := self._taken():
            self.mend.emit(*taken)

    def _mark(self) -> None:
        if taken := self._taken():
            self.mark.emit(*taken)

    def _taken(self) -> tuple[str, str] | None:
        """Return the question and the words selected; None, said so, where there are none."""
        model, words = self._model(), chosen_words(self.box)
        set_text(self.said, "" if words else _NOTHING)
        if model is None or not words:
            self.box.setFocus()
            return None
        return model.question, words
