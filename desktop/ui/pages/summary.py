"""The summary: it follows the key points by itself until somebody edits it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.changes import Kind
from desktop.core.edits import SetResponseText, SetSummary
from desktop.core.finding import TextField
from desktop.core.response import Draft, SummaryPoint
from desktop.core.rules import SummaryForm
from desktop.core.summary import points_from_key_points, summary_points
from desktop.core.words import count_words
from desktop.ui.checking.marking import mark_field
from desktop.ui.context import Context
from desktop.ui.form import labelled
from desktop.ui.models.words import counted
from desktop.ui.pages.response_page import ResponsePage
from desktop.ui.pages.summary_row import SummaryRow
from desktop.ui.spacing import GAP
from desktop.ui.spelling.menu import spelled
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.labels import chip, set_look, text_label
from desktop.ui.widgets.page_column import PageColumn, titled
from desktop.ui.widgets.reorder import ReorderColumn
from desktop.ui.widgets.saved_field import SavedField
from desktop.ui.widgets.sentence_field import SentenceField

_MESSAGE_HELP = (
    "What a reader should remember if they remember nothing else: what you want, and why. It is "
    "not printed; it shows whether the bullets say it."
)
_WHAT_FOR = (
    "One bullet for each thing a busy reader should take away. In the document each bullet names "
    "its paragraphs."
)


class SummaryPage(ResponsePage):
    """Bullets that can be edited in place, reordered, added, removed and built anew."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RESPONSE, Kind.ANSWER, Kind.STATE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.rows: list[SummaryRow] = []
        self.state = chip("", "kind")
        self.words = text_label("", "muted")
        self.rule = text_label("", "muted")
        self.message = SentenceField()
        self.message.setPlaceholderText("We want …, because …")
        self.saved_message = SavedField(self.message, self._save_message, context)
        mark_field(self.message, context, TextField.MESSAGE)
        self.spelling = spelled(self.message, context)
        self.column = ReorderColumn()
        self.column.moved.connect(self._move)
        self.add_button = Button("Add a bullet", self.add)
        self.rebuild_button = Button("Build again from key points…", self.rebuild)
        self.empty = EmptyState(
            "No summary yet",
            "The summary is built from the key points of your answers. Write a key point at each "
            "question and it appears here, or write a bullet yourself.",
            "Add a bullet",
            self.add,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def flush(self) -> None:
        if self.saved_message.unsaved:
            self.saved_message.flush()
        for row in self.rows:
            if row.saved.unsaved:
                row.saved.flush()

    def first_focus(self) -> QWidget:
        return self.rows[0].sentence if self.rows else self.empty.button

    def show_draft(self, draft: Draft) -> None:
        points = summary_points(draft)
        if [row.point for row in self.rows] != list(points):
            self._set_rows([self._row(draft, point) for point in points])
        self.saved_message.show(draft.response.message)
        for menu in (self.spelling, *(row.spelling for row in self.rows)):
            menu.marks.show_text(self.response)
        self.show_own_change(draft)

    def show_own_change(self, draft: Draft) -> None:
        follows = draft.response.summary is None
        self.state.setText("Follows your key points" if follows else "Edited by you")
        set_look(self.state, "chip", "kind" if follows else "neutral")
        self.rebuild_button.setVisible(not follows)
        points = [row.point.text for row in self.rows]
        words = sum(map(count_words, points))
        self.words.setText(f"{counted(len(points), 'bullet')}, {counted(words, 'word')}")
        rule = draft.rules.rule("summary")
        said = f"{rule.source}: {rule.says}" if rule else ""
        if draft.rules.document.summary is SummaryForm.NONE:
            said = "This body asks for no summary, so the document has none."
        self.rule.setText(said)
        self.rule.setVisible(bool(said))
        begun = any(answer.body.strip() for answer in draft.answers.values())
        self._stack.setCurrentIndex(1 if self.rows or begun or draft.response.message else 0)

    def add(self) -> None:
        """Add an empty bullet and let the person write it."""
        row = self._row(self.draft(), SummaryPoint(""))
        self._set_rows([*self.rows, row])
        self.show_own_change(self.draft())
        row.sentence.setFocus(Qt.FocusReason.OtherFocusReason)

    def rebuild(self) -> None:
        """Let the summary follow the key points again, once the person has agreed."""
        if self.context.dialogs.confirm(
            "Build the summary again?",
            f"Your {counted(len(self.rows), 'bullet')} will be replaced by "
            f"{counted(len(points_from_key_points(self.draft())), 'key point')}. "
            "Undo brings your own wording back.",
            "Build again",
            risky=True,
        ):
            self.context.apply(SetSummary(self.response, None))

    def _page(self) -> PageColumn:
        page = PageColumn("Summary")
        head = titled("Summary", _WHAT_FOR)
        state = QHBoxLayout()
        state.setSpacing(GAP)
        state.addWidget(self.state)
        state.addWidget(self.words, 1)
        head.addLayout(state)
        head.addWidget(self.rule)
        page.add(head)
        page.add(labelled(self.message, "The response in &one sentence", _MESSAGE_HELP))
        page.add(self.column)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.rebuild_button)
        buttons.addStretch(1)
        page.add(buttons)
        page.end()
        return page

    def _row(self, draft: Draft, point: SummaryPoint) -> SummaryRow:
        row = SummaryRow(self.context, self._save, draft.consultation.questions, point)
        row.remove.connect(lambda: self._remove(row))
        row.go.connect(self.to_question)
        return row

    def _set_rows(self, rows: list[SummaryRow]) -> None:
        self.rows = rows
        for place, row in enumerate(rows):
            if row.marks is not None:
                row.marks.item = str(place)
                row.marks.show_findings()
        self.column.set_rows([("Bullet", row) for row in rows])

    def _save(self) -> bool:
        """Store the bullets as they stand; an empty one waits for its words."""
        points = tuple(row.point for row in self.rows if row.point.text)
        return self.context.apply(SetSummary(self.response, points), self) is not None

    def _save_message(self, text: str) -> bool:
        edit = SetResponseText(self.response, "message", text.strip())
        return self.context.apply(edit, self) is not None

    def _move(self, was: int, now: int) -> None:
        rows = list(self.rows)
        row = rows.pop(was)
        rows.insert(now, row)
        focus = self.focusWidget()
        self._set_rows(rows)
        self._save()
        if focus is not None and row.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: SummaryRow) -> None:
        place = self.rows.index(row)
        self._set_rows([other for other in self.rows if other is not row])
        self._save()
        self.show_own_change(self.draft())
        nearest = (
            self.rows[min(place, len(self.rows) - 1)].sentence if self.rows else self.empty.button
        )
        nearest.setFocus(Qt.FocusReason.OtherFocusReason)
