"""The questions of a submission as a table: state, words, key point, citations, what to mend."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.core.budget import Budget
from desktop.core.response import Draft
from desktop.core.walk import progress, states
from desktop.markup.counting import document_words
from desktop.ui.form import name_field
from desktop.ui.models.question_rows import QuestionRow, missing_words
from desktop.ui.models.questions_table import QuestionsTableModel
from desktop.ui.spacing import GAP
from desktop.ui.widgets.budget_bar import BudgetBar
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.page_column import PageColumn

# So many letters of a question stand on a line at least; the table scrolls sideways for the rest.
_LETTERS = 24
# So many rows of the table are seen at once at least.
_ROWS = 5


class QuestionsView(PageColumn):
    """``go(str)`` asks to go to a question. The table has the room that is left, and some rows in
    any case: where large text leaves less, the whole scrolls.
    """

    go = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Questions", wide=True, margin=GAP, parent=parent)
        self.progress = text_label()
        self.missing = text_label()
        self.budget = BudgetBar()
        self.model = QuestionsTableModel(self)
        self.table = self._make_table()
        self.column.setSpacing(GAP)
        for widget in (self.progress, self.missing, self.budget, self.table):
            self.add(widget)
        self.column.setStretchFactor(self.table, 1)

    def show_rows(self, draft: Draft, rows: tuple[QuestionRow, ...]) -> None:
        """Show where each question of a Draft stands."""
        at = progress(states(draft).values())
        skipped = f", {at.skipped} skipped" if at.skipped else ""
        self.progress.setText(f"{at.ready} of {at.total} questions ready{skipped}.")
        self.budget.show_budget(Budget(document_words(draft), draft.consultation.limit))
        self.model.show(rows)
        set_text(self.missing, missing_words(rows))

    def _open_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self.go.emit(self.model.row(index).question.number)

    def _make_table(self) -> QTableView:
        table = _Table()
        table.setModel(self.model)
        name_field(table, "Questions", "Enter goes to the question")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(table.give_room)
        header.setHighlightSections(False)
        table.activated.connect(self._open_row)
        table.clicked.connect(self._open_row)
        return table


class _Table(QTableView):
    """Gives its first column what the others leave, but never too little to read it."""

    def minimumSizeHint(self) -> QSize:
        rows = min(self.verticalHeader().count(), _ROWS)
        height = sum(self.rowHeight(row) for row in range(rows))
        scroll = self.horizontalScrollBar()
        height += self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        height += scroll.sizeHint().height() if scroll.maximum() else 0
        return QSize(super().minimumSizeHint().width(), height)

    def updateGeometries(self) -> None:
        """Ask for other room where the rows have become higher."""
        super().updateGeometries()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.give_room()

    def give_room(self, changed: int = 1) -> None:
        """Fit the first column to the others, once one of those has changed."""
        header = self.horizontalHeader()
        if changed and header.count():
            others = header.length() - header.sectionSize(0)
            least = self.fontMetrics().averageCharWidth() * _LETTERS
            header.resizeSection(0, max(self.viewport().width() - others, least))
