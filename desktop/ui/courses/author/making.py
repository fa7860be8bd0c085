"""Where an exercise begins: words selected in an answer of the course, or a text of one's own."""

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
    "Select words in an answer, or paste a text of your own. As a text to mend you then say what "
    "is wrong with the words, and make them worse where they are too good; as an answer to mark "
    "you say which words are the claim, the evidence and so on."
)
_SHARE = (
    "So many words for all the questions: learners share them out, see what is lost, and compare "
    "with your key."
)
_OWN = "own"
_OWN_WORDS = "A text of your own"
_PASTE = "Paste or type the text as learners are to get it, with its fault in it."
_NO_CALL = "There is no question yet that it could belong to. Write one under The call."
_NOTHING = "Select some words of the answer first."
_NO_TEXT = "Paste or type the text first."
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)


class MakingForm(QWidget):
    """``mend(question, text, solution)``, ``mark(question, text)`` and ``share()`` ask for an
    exercise; of a text of one's own the solution has still to be written.
    """

    mend = Signal(str, str, str)
    mark = Signal(str, str)
    share = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._models: tuple[ModelAnswer, ...] | None = None
        self._pasted = ""
        self.answers = choice_box(self._show)
        self.questions = choice_box(lambda: None)
        self._question_row = labelled(self.questions, "Question that it answers")
        self.box = TallText(14)
        self.box.setPlaceholderText(_PASTE)
        self.said = text_label("", "warn")
        self.mend_button = Button("A text to mend", self._mend)
        self.mark_button = Button("An answer to mark", self._mark)
        self.whole_button = Button("Select all of it", self._select_all, look="link")
        self.share_button = Button("Words to share out", self.share.emit)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_LARGE)
        column.addLayout(titled("New exercise", _WHAT_FOR, "heading"))
        column.addWidget(labelled(self.answers, "Take words from"))
        column.addWidget(self._question_row)
        column.addWidget(labelled(self.box, "The text"))
        below = QVBoxLayout()
        below.setSpacing(GAP)
        row = FlowLayout()
        for button in (self.mend_button, self.mark_button, self.whole_button):
            row.addWidget(button)
        below.addLayout(row)
        below.addWidget(self.said)
        column.addLayout(below)
        column.addLayout(titled("Word budget", _SHARE, "heading"))
        row = FlowLayout()
        row.addWidget(self.share_button)
        column.addLayout(row)
        set_text(self.said, "")

    def refresh(self) -> None:
        """Offer the answers and questions that there are."""
        models, asked = self._desk.course.models, self._desk.consultation
        questions = asked.questions if asked else ()
        before = self.questions.currentData()
        self.questions.clear()
        for each in questions:
            self.questions.addItem(f"Question {each.number}: {typed(each.heading)}", each.number)
        self.questions.setCurrentIndex(max(0, self.questions.findData(before)))
        if models != self._models:
            before, self._models = self.answers.currentData(), models
            self.answers.clear()
            for model in models:
                words = f"Question {model.question}: {typed(model.level)}"
                self.answers.addItem(words, model.id)
            self.answers.addItem(_OWN_WORDS, _OWN)
            self.answers.setCurrentIndex(max(0, self.answers.findData(before)))
        self._show()
        self.share_button.setEnabled(asked is not None)

    def _show(self) -> None:
        """Show the answer that is chosen, or the field for a text of one's own."""
        model = self._model()
        if not self.box.isReadOnly():
            self._pasted = self.box.markdown()
        self.box.setReadOnly(model is not None)
        if model is not None:
            self.box.setTextInteractionFlags(_SELECTABLE)
        text = typed(model.text) if model else self._pasted
        if self.box.markdown() != text:
            self.box.set_markdown(text)
        self._question_row.setVisible(model is None)
        self.whole_button.setVisible(model is not None)
        can = model is not None or self.questions.count() > 0
        for button in (self.mend_button, self.mark_button):
            button.setEnabled(can)
        set_text(self.said, "" if can else _NO_CALL)

    def _model(self) -> ModelAnswer | None:
        chosen = self.answers.currentData()
        return next((model for model in self._models or () if model.id == chosen), None)

    def _select_all(self) -> None:
        self.box.selectAll()
        self.box.setFocus()

    def _mend(self) -> None:
        if taken := self._taken():
            question, words = taken
            self.mend.emit(question, words, words if self._model() else "")
            self._forget()

    def _mark(self) -> None:
        if taken := self._taken():
            self.mark.emit(*taken)
            self._forget()

    def _forget(self) -> None:
        """Begin anew with a text of one's own: an exercise has it now."""
        if self._model() is None:
            self.box.set_markdown("")
            self._pasted = ""

    def _taken(self) -> tuple[str, str] | None:
        """Return the question and the words; None, said so, where there are none. Of a text of
        one's own all of it is meant where nothing is selected.
        """
        model, words = self._model(), chosen_words(self.box)
        if model is None:
            words = words or self.box.markdown().strip()
        nothing = _NOTHING if model else _NO_TEXT
        set_text(self.said, "" if words else nothing)
        if not words:
            self.box.setFocus()
            return None
        return (model.question if model else str(self.questions.currentData())), words
