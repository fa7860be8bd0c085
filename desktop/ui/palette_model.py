"""What the palette offers, as a list: entries under the headings of their sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

DETAIL = Qt.ItemDataRole.UserRole + 1
HINT = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: words, a muted second part, a hint at the right (shortcut), and what
    it does.
    """

    words: str
    run: Callable[[], object]
    detail: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of one kind under their heading."""

    title: str
    entries: tuple[Entry, ...]


class PaletteModel(QAbstractListModel):
    """A row for each heading and each entry below it; a section without entries has none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Section, Entry | None]] = []

    def show(self, sections: Iterable[Section]) -> None:
        """Show these alone."""
        self.beginResetModel()
        self._rows = [row for section in sections for row in _rows(section)]
        self.endResetModel()

    def append(self, section: Section) -> None:
        """Show another section below the others."""
        rows = _rows(section)
        if rows:
            first = len(self._rows)
            self.beginInsertRows(_ROOT, first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row, None where it is a heading or there is no such row."""
        return self._rows[row][1] if 0 <= row < len(self._rows) else None

    def entries(self) -> list[Entry]:
        """Return every entry, first to last."""
        return [entry for _, entry in self._rows if entry is not None]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        section, entry = self._rows[index.row()]
        if entry is None:
            return section.title if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.words
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (entry.words, entry.detail)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (section.title, entry.words, entry.detail)))
            case _ if role == DETAIL:
                return entry.detail
            case _ if role == HINT:
                return entry.hint
            case _:
                return None


def _rows(section: Section) -> list[tuple[Section, Entry | None]]:
    entries: list[Entry | None] = [*section.entries]
    return [(section, entry) for entry in (None, *entries)] if entries else []
