"""One recommendation: a sentence to read, or three fields to write it in."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.finding import TextField
from desktop.core.recommending import is_blank, recommendation_line
from desktop.core.response import Recommendation
from desktop.core.text import Text, plain
from desktop.ui.checking.marking import FieldMarks
from desktop.ui.form import labelled, name_field
from desktop.ui.pages.bill_fields import BillFields
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.sentence_field import SentenceField


class RecommendationCard(QFrame):
    """``edited()``: something was typed; ``finished()``: Enter or Done; ``removed()``: Remove."""

    edited = Signal()
    left = Signal()
    finished = Signal()
    removed = Signal()
    opened = Signal()

    def __init__(self, item: Recommendation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._item = item
        self.touched = False
        self.who, self.what, self.when = SentenceField(), SentenceField(), SentenceField()
        self.bill = BillFields()
        self.marks: tuple[FieldMarks, ...] = ()
        self.change_button = Button("Change")
        self.remove_button = Button("Remove")
        self.done_button = Button("Done")
        self._sentence = text_label()
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._reading, self._writing = QWidget(), QWidget()
        column = card_column(self)
        column.addWidget(self._reading)
        column.addWidget(self._writing)
        self._build_reading()
        self._build_writing()
        self.show_item(item)
        self.write(False)

    @property
    def item(self) -> Recommendation:
        """The recommendation as it stands in the fields."""
        return replace(
            self._item,
            who=self.who.text(),
            what=self.what.text(),
            by_when=self.when.text(),
            clause=self.bill.clause.text(),
            amendment=self.bill.amendment.text(),
        )

    @property
    def writing(self) -> bool:
        """Whether the fields show."""
        return not self._writing.isHidden()

    @property
    def blank(self) -> bool:
        """Whether nothing is written."""
        return is_blank(self.item)

    def show_item(self, item: Recommendation) -> None:
        """Show a newer state of the same recommendation."""
        self._item = item
        self.touched = False
        self.who.set_text(item.who)
        self.what.set_text(item.what)
        self.when.set_text(item.by_when)
        self.bill.clause.set_text(item.clause)
        self.bill.amendment.set_text(item.amendment)
        self.bill.show_where_wanted()
        self._say()

    def write(self, wanted: bool) -> None:
        """Show the fields, or the sentence."""
        self._writing.setVisible(wanted)
        self._reading.setVisible(not wanted)
        if wanted:
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
            self.opened.emit()
        else:
            self._say()

    def stops(self) -> list[QWidget]:
        """Return what Tab reaches here, in reading order."""
        fields = [self.who, self.what, self.when, *self.bill.fields, self.done_button]
        return [self.change_button, self.remove_button, *fields]

    def field(self, field: TextField) -> SentenceField:
        """Return the field of one of the texts; of any other the one for what should be done."""
        return {TextField.WHO: self.who, TextField.BY_WHEN: self.when}.get(field, self.what)

    def sentence(self) -> str:
        """Return the sentence as it reads."""
        return plain(recommendation_line(self.item))

    def shown_html(self) -> str:
        """Return the sentence as it is drawn."""
        return self._sentence.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.writing:
            self.finished.emit()
            return
        super().keyPressEvent(event)

    def _build_reading(self) -> None:
        row = QHBoxLayout(self._reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sentence, 1)
        for button in (self.change_button, self.remove_button):
            button.setProperty("role", "link")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.change_button.clicked.connect(lambda: self.write(True))
        self.remove_button.clicked.connect(self.removed)

    def _build_writing(self) -> None:
        column = QVBoxLayout(self._writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        fields = Folding(70)
        for field, label, help_text, share in (
            (self.who, "Who should act?", "One body, such as a department.", 2),
            (self.what, "What should they do?", "", 4),
            (self.when, "By when?", "", 2),
        ):
            fields.add_top(labelled(field, label, help_text), share)
        column.addWidget(fields)
        column.addWidget(self.bill)
        self.done_button.setToolTip("Enter does the same")
        name_field(self.done_button, "Done with this recommendation")
        self.done_button.clicked.connect(self.finished)
        row = QHBoxLayout()
        row.addWidget(self.done_button)
        row.addStretch(1)
        column.addLayout(row)
        for field in (self.who, self.what, self.when, *self.bill.fields):
            field.edited.connect(self._typed)
            field.done.connect(self.finished)
            field.left.connect(self.left)

    def _typed(self) -> None:
        self.touched = True
        self.edited.emit()

    def _say(self) -> None:
        line = recommendation_line(self.item)
        parts = [part for part in line if isinstance(part, Text)]
        html = "".join(
            f"<b>{escape(part.text)}</b>" if part.bold else escape(part.text) for part in parts
        )
        self._sentence.setText(html)
        words = plain(line)
        self.setAccessibleName(f"Recommendation: {words}")
        name_field(self.change_button, f"Change the recommendation: {words}")
        name_field(self.remove_button, f"Remove the recommendation: {words}")
