"""One Recommendation: who should do what by when, as printed, and whose question it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.consultation import Question
from desktop.core.finding import TextField
from desktop.core.recommending import recommendation_line
from desktop.core.response import Recommendation
from desktop.core.text import plain
from desktop.ui.checking.marking import mark_field
from desktop.ui.context import Context
from desktop.ui.form import labelled
from desktop.ui.pages.bill_fields import BillFields
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.question_picker import QuestionPicker
from desktop.ui.widgets.saved_field import SavedField
from desktop.ui.widgets.sentence_field import SentenceField

_WHAT_SHARE, _SHORT_SHARE = 5, 3


class RecommendationRow(QWidget):
    """``save(item)`` is called with each change and tells whether it is saved."""

    remove = Signal()
    go = Signal(str)

    def __init__(
        self,
        context: Context,
        save: Callable[[Recommendation], bool],
        questions: tuple[Question, ...],
        item: Recommendation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.item = item
        self.bill = BillFields()
        self._store = save
        self._questions = questions
        self.printed = text_label("", "strong")
        self.who, self.what, self.when = SentenceField(), SentenceField(), SentenceField()
        self.fields = {
            "who": SavedField(self.who, lambda _: self._save(), context),
            "what": SavedField(self.what, lambda _: self._save(), context),
            "by_when": SavedField(self.when, lambda _: self._save(), context),
            "clause": SavedField(self.bill.clause, lambda _: self._save(), context),
            "amendment": SavedField(self.bill.amendment, lambda _: self._save(), context),
        }
        self.picker = QuestionPicker("Belongs to", single=True)
        self.picker.picked.connect(self._save)
        self.link = Button("", lambda: self.go.emit(self.item.question), look="link")
        self.remove_button = Button("Remove", self.remove.emit, look="link")
        for field in (self.who, self.what, self.when, *self.bill.fields):
            field.edited.connect(self._show_printed)
        mark_field(self.who, context, TextField.WHO, item.id)
        mark_field(self.what, context, TextField.WHAT, item.id)
        mark_field(self.when, context, TextField.BY_WHEN, item.id)
        self._build()
        self.show_item(item)

    def show_item(self, item: Recommendation) -> None:
        """Show another state of the same Recommendation."""
        self.item = item
        for name, field in self.fields.items():
            field.show(getattr(item, name))
        self.picker.show_questions(self._questions, (item.question,))
        self.link.set_words(f"Go to question {item.question}")
        self.bill.show_where_wanted()
        self._show_printed()

    def flush(self) -> None:
        """Save what is typed and not saved."""
        if any(field.unsaved for field in self.fields.values()):
            for field in self.fields.values():
                field.flush()

    @property
    def typed(self) -> Recommendation:
        """The Recommendation as it stands in the fields."""
        question = next(iter(self.picker.chosen()), self.item.question)
        texts = {name: field.text for name, field in self.fields.items()}
        return replace(self.item, question=question, **texts)

    def _save(self) -> bool:
        item = self.typed
        saved = self._store(item)
        if saved:
            self.item = item
        self.link.set_words(f"Go to question {item.question}")
        return saved

    def _show_printed(self) -> None:
        self.printed.setText(plain(recommendation_line(self.typed)))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.printed)
        fields = Folding(70)
        for field, label, share in (
            (self.who, "Who", _SHORT_SHARE),
            (self.what, "Should do what", _WHAT_SHARE),
            (self.when, "By when", _SHORT_SHARE),
        ):
            fields.add_top(labelled(field, label), share)
        column.addWidget(fields)
        column.addWidget(self.bill)
        below = FlowLayout()
        for button in (self.picker, self.link, self.remove_button):
            below.addWidget(button)
        column.addLayout(below)
