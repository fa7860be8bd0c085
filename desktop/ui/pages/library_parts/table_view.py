"""The table of the library: as many columns as there is room for, rows of one height."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.form import name_field
from desktop.ui.models.library_order import COLUMNS
from desktop.ui.models.library_rows import LibraryRow
from desktop.ui.models.library_table import LibraryTableModel
from desktop.ui.pages.library_parts.claim_delegate import ClaimDelegate
from desktop.ui.spacing import GAP
from desktop.ui.widgets.choosing import choose_only

# What the first column keeps before a further one shows, and how wide the sign of a Source is.
_CLAIM_CHARACTERS, _SIGN_WIDTH = 42, 28


class LibraryTable(QTableView):
    """``unfold(LibraryRow, bool)``: a Source is to be opened or closed; ``opened(LibraryRow)``: a
    row was asked for by Enter or a double click; ``current(QModelIndex, QModelIndex)`` as Qt has
    it; ``picked()``: other rows are chosen.
    """

    unfold = Signal(object, bool)
    opened = Signal(object)
    current = Signal(QModelIndex, QModelIndex)
    picked = Signal()

    def __init__(self, model: LibraryTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.claims = ClaimDelegate(self)
        self.setModel(model)
        self.setItemDelegateForColumn(0, self.claims)
        name_field(
            self,
            "Snippets, sources and passages",
            "Ctrl or Shift with the arrow keys chooses several. Right and Left open and close a "
            "source.",
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        # Rows of one height, two lines: ten thousand are not measured one by one.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_header()
        self.selectionModel().currentRowChanged.connect(self.current)

    def set_query(self, text: str) -> None:
        """Mark these words wherever they are found."""
        self.claims.query = text
        self.viewport().update()

    def chosen(self) -> tuple[LibraryRow, ...]:
        """Return the rows that are chosen, from top to bottom."""
        rows = self._rows.rows()
        # By ranges: with everything chosen, one index after the other would take seconds.
        ranges = cast("Iterable[QItemSelectionRange]", self.selectionModel().selection())
        places = {place for found in ranges for place in range(found.top(), found.bottom() + 1)}
        return tuple(rows[place] for place in sorted(places))

    def choose(self, name: str) -> QModelIndex:
        """Make the row of this name the only one chosen; return it, invalid if it is not shown."""
        index = self._rows.index_of(name)
        choose_only(self, index)
        self.scrollTo(index)
        return index

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._rows.row(self.currentIndex())
        key = event.key()
        if row is not None and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(row)
        elif row is not None and key in {Qt.Key.Key_Right, Qt.Key.Key_Left} and row.passages:
            self.unfold.emit(row, key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._rows.row(index)
        on_sign = event.position().x() - self.columnViewportPosition(0) < _SIGN_WIDTH
        if row is not None and row.passages and index.column() == 0 and on_sign:
            self.unfold.emit(row, not self._rows.is_open(row.id))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        row = self._rows.row(self.indexAt(event.position().toPoint()))
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit()

    def fit(self) -> None:
        """Let rows and columns follow the text size; what there is no room for is not shown."""
        if not hasattr(self, "_rows"):
            return
        metrics = self.fontMetrics()
        height = 2 * metrics.lineSpacing() + 3 * GAP
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(2 * height)
        character = metrics.averageCharWidth()
        left = self.viewport().width() - character * _CLAIM_CHARACTERS
        for place, column in enumerate(COLUMNS):
            if not column.characters:
                continue
            width = character * column.characters
            shown = left >= width and self._rows.says(place)
            left -= width if shown else 0
            self.setColumnHidden(place, not shown)
            if shown:
                self.setColumnWidth(place, width)

    def _set_header(self) -> None:
        header = self.horizontalHeader()
        # Its own, in which nothing is ever chosen: to show which columns are, it would go through
        # all rows whenever thousands are.
        header.setSelectionModel(QItemSelectionModel(self._rows, header))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
