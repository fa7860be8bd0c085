"""The table in which a trainer sees what learners handed in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop.ui.form import name_field
from desktop.ui.models.collected_rows import Cell, Line
from desktop.ui.models.collected_table import CollectedModel, CollectedOrder
from desktop.ui.spacing import GAP
from desktop.ui.widgets.choosing import choose_only

_HEADING_LINES = 3
# Two lines and what the looks leave above and below them.
_LEAST_ROWS, _ROW_LINES = 3, 3.2
_HEADING_MARGINS = 5 * GAP


class CollectedTable(QTableView):
    """``chosen()``: other rows are chosen; ``opened()``: Enter or a double click on one;
    ``dropped_off()``: Delete was pressed; ``renaming()``: F2. The menu of a row has the same.
    """

    chosen = Signal()
    opened = Signal()
    dropped_off = Signal()
    renaming = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines_model = CollectedModel(self)
        self.shown = CollectedOrder(self.lines_model, self)
        self.setModel(self.shown)
        name_field(
            self,
            "Learners’ work",
            "Enter reads a learner’s work, F2 renames them, Delete removes it",
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(Qt.AlignmentFlag(int(left) | int(Qt.TextFlag.TextWordWrap)))
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def show_lines(self, lines: Sequence[Line], cells: Sequence[Cell]) -> None:
        """Show these; the same ones stay chosen."""
        # Files that were not taken come first, and nothing can be read of them: they are chosen
        # only where the person chose among learners.
        had_learners = any(line.row is not None for line in self.lines_model.lines())
        before = [line.id for line in self.chosen_lines()] if had_learners else []
        same = [cell.heading for cell in cells] == [
            cell.heading for cell in self.lines_model.cells()
        ]
        self.lines_model.show(lines, cells)
        if not same:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.fit()
        index = self.shown.index_of(before[0]) if before else QModelIndex()
        if not index.isValid():
            first = next((line.id for line in self.shown.lines() if line.row is not None), "")
            index = self.shown.index_of(first) if first else self.shown.index(0, 0)
        choose_only(self, index)
        self.chosen.emit()

    def chosen_lines(self) -> list[Line]:
        """Return the chosen ones, in the order of the table."""
        indexes = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return [line for index in indexes if (line := self.shown.line(index)) is not None]

    def choose(self, name: str) -> None:
        """Choose a Line by its id."""
        index = self.shown.index_of(name)
        if index.isValid():
            choose_only(self, index)
            self.scrollTo(index)

    def menu(self) -> QMenu:
        """Return the menu of what is chosen."""
        menu = QMenu(self)
        menu.setAccessibleName("Learner")
        one = [line for line in self.chosen_lines() if line.row is not None]
        for words, signal in (("Read and comment", self.opened), ("Rename…", self.renaming)):
            action = menu.addAction(words)
            action.setEnabled(len(one) == len(self.chosen_lines()) == 1)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit())
        menu.addAction("Remove").triggered.connect(lambda _=False: self.dropped_off.emit())
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.chosen_lines():
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_F2:
                self.renaming.emit()
            case Qt.Key.Key_Delete:
                self.dropped_off.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit()

    def fit(self) -> None:
        """Let rows, columns and headings follow the text size."""
        if not hasattr(self, "lines_model"):
            return
        metrics = self.fontMetrics()
        height = round(_ROW_LINES * metrics.lineSpacing())
        self.verticalHeader().setDefaultSectionSize(height)
        head = _HEADING_LINES * self._heading_metrics().lineSpacing() + 2 * GAP
        self.horizontalHeader().setFixedHeight(head)
        self.setMinimumHeight(head + _LEAST_ROWS * height)
        for place, cell in enumerate(self.lines_model.cells()):
            wanted = metrics.averageCharWidth() * cell.characters
            self.setColumnWidth(place, max(wanted, self._widest_word(cell.heading)))

    def _widest_word(self, heading: str) -> int:
        """Return the room that the longest word of a heading takes, which cannot be wrapped."""
        words = heading.split()
        return max(map(self._heading_metrics().horizontalAdvance, words)) + _HEADING_MARGINS

    def _heading_metrics(self) -> QFontMetrics:
        # The headings have their font from the style sheet once they are shown.
        font = QFont(self.horizontalHeader().font())
        font.setPixelSize(max(font.pixelSize(), self.fontInfo().pixelSize()))
        font.setWeight(QFont.Weight.Bold)
        return QFontMetrics(font)
