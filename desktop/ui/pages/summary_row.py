"""One bullet of the summary: its sentence, the questions it points at, a way there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.consultation import Question
from desktop.core.finding import TextField
from desktop.core.response import SummaryPoint
from desktop.ui.checking.marking import mark_field
from desktop.ui.context import Context
from desktop.ui.form import name_field
from desktop.ui.spacing import GAP
from desktop.ui.spelling.menu import spelled
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.question_picker import QuestionPicker
from desktop.ui.widgets.saved_field import SavedField
from desktop.ui.widgets.sentence_field import SentenceField


class SummaryRow(QWidget):
    """``save()`` is called when sentence or questions changed and tells whether they are saved."""

    remove = Signal()
    go = Signal(str)

    def __init__(
        self,
        context: Context,
        save: Callable[[], bool],
        questions: tuple[Question, ...],
        point: SummaryPoint,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._questions = questions
        self.sentence = SentenceField()
        name_field(self.sentence, "Sentence of the summary")
        self.sentence.setPlaceholderText("One sentence that a busy reader will take away")
        self.marks = mark_field(self.sentence, context, TextField.SUMMARY)
        self.spelling = spelled(self.sentence, context)
        self.saved = SavedField(self.sentence, lambda _text: save(), context)
        self.picker = QuestionPicker("Points at")
        self.picker.picked.connect(self._picked)
        self.links: list[Button] = []
        self.remove_button = Button("Remove", self.remove.emit, look="link")
        self._row = FlowLayout()
        self._row.addWidget(self.picker)
        self._row.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.sentence)
        column.addLayout(self._row)
        self.show_point(point)

    @property
    def point(self) -> SummaryPoint:
        """The bullet as it stands in the row."""
        return SummaryPoint(self.saved.text.strip(), self.picker.chosen())

    def show_point(self, point: SummaryPoint) -> None:
        """Show another bullet."""
        self.saved.show(point.text)
        self.picker.show_questions(self._questions, point.questions)
        self._show_links()

    def _picked(self) -> None:
        self._show_links()
        self._save()

    def _show_links(self) -> None:
        for link in self.links:
            self._row.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = []
        self._row.removeWidget(self.remove_button)
        for number in self.picker.chosen():
            link = Button(f"Go to question {number}", lambda n=number: self.go.emit(n), look="link")
            self._row.addWidget(link)
            self.links.append(link)
        self._row.addWidget(self.remove_button)
