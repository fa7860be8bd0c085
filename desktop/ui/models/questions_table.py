"""The review's table: a row for each Question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.core.response import AnswerState
from desktop.ui.models.question_rows import QuestionRow
from desktop.ui.widgets.states import state_sign, state_word

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("Question", "State", "Words", "Key point", "Citations", "To mend")
_NUMBERS_FROM = 2
_ROOT = QModelIndex()


class QuestionsTableModel(QAbstractTableModel):
    """Shows ``QuestionRow``s; reads out a whole row in words as its accessible text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[QuestionRow, ...] = ()

    def show(self, rows: Sequence[QuestionRow]) -> None:
        """Show these rows; the selection stays while the Questions are the same."""
        new = tuple(rows)
        same = [row.question.number for row in self._rows] == [row.question.number for row in new]
        if same and new:
            self._rows = new
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(HEADINGS) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def row(self, index: Index) -> QuestionRow:
        """Return what a row shows."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cells(row)[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return row.question.text if index.column() == 0 else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{HEADINGS[index.column()]}: {cells(row)[index.column()]}"
            case _:
                return None


def cells(row: QuestionRow) -> tuple[str, ...]:
    """Return what stands in the columns of a row."""
    question, answer = row.question, row.answer
    skipped = answer.state is AnswerState.SKIPPED
    heading = f"{question.number}  {question.heading or question.text}"
    reason = answer.skip_reason.strip()
    return (
        f"{heading}\nSkipped: {reason}" if skipped and reason else heading,
        f"{state_sign(answer.state)} {state_word(answer.state)}",
        "" if skipped else words_cell(row),
        "" if skipped else ("Yes" if answer.key_point.strip() else "No"),
        "" if skipped else str(row.citations),
        str(row.findings) if row.findings else "Nothing",
    )


def words_cell(row: QuestionRow) -> str:
    """Return words against what is suggested: "312 of about 330"."""
    return f"{row.words:,} of about {row.suggested:,}" if row.suggested else f"{row.words:,}"
