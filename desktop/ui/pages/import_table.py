"""The table of the import page: what was brought in, a row for each file."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.form import name_field
from desktop.ui.imports.kind_delegate import KindDelegate
from desktop.ui.models.import_rows import ImportRow
from desktop.ui.models.import_table import KIND, NAME, ImportTableModel, ImportTableView
from desktop.ui.spacing import GAP
from desktop.ui.widgets.choosing import choose_only

_KIND_CHARACTERS, _NAME_CHARACTERS = 20, 34


class ImportTable(QTableView):
    """``chosen()``: other rows are chosen; ``opened()``: Enter or a double click on one;
    ``dropped_off()``: Delete was pressed; ``kind_picked(id, SourceKind)``.
    """

    chosen = Signal()
    opened = Signal()
    dropped_off = Signal()
    kind_picked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = ImportTableModel(self)
        self.shown = ImportTableView(self.rows_model, self)
        self.setModel(self.shown)
        name_field(self, "Documents brought in", "Enter looks at a document, F2 changes what it is")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.SelectedClicked)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        # Rows of one height, two lines: thousands are not measured one by one.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        kinds = KindDelegate(self)
        kinds.picked.connect(self._kind_picked)
        self.setItemDelegateForColumn(KIND, kinds)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.doubleClicked.connect(self._double_clicked)

    def chosen_rows(self) -> list[ImportRow]:
        """Return the chosen rows, in the order of the table."""
        indexes = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return [row for index in indexes if (row := self.shown.row(index)) is not None]

    def choose(self, name: str) -> bool:
        """Choose a row; tell whether it is shown."""
        index = self.shown.index_of(name)
        if index.isValid():
            choose_only(self, index)
            self.scrollTo(index)
        return index.isValid()

    def choose_all(self, names: list[str]) -> None:
        """Choose these rows, as far as they are shown."""
        select = QItemSelectionModel.SelectionFlag
        for name in names:
            index = self.shown.index_of(name)
            if index.isValid():
                flags = select.Select | select.Rows
                self.selectionModel().setCurrentIndex(index, flags)

    def change_kind(self) -> None:
        """Open the choice of what the chosen document is."""
        index = self.currentIndex()
        if index.isValid():
            self.edit(index.siblingAtColumn(KIND))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_Delete:
                self.dropped_off.emit()
            case Qt.Key.Key_F2:
                self.change_kind()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Let rows and columns follow the text size."""
        metrics = self.fontMetrics()
        height = 2 * metrics.lineSpacing() + 3 * GAP
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(2 * height)
        room = self.viewport().width()
        for column, characters in ((NAME, _NAME_CHARACTERS), (KIND, _KIND_CHARACTERS)):
            width = metrics.averageCharWidth() * characters
            self.setColumnWidth(column, min(width, room // 3))

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() != KIND:
            self.opened.emit()

    def _kind_picked(self, index: QModelIndex, kind: str) -> None:
        row = self.shown.row(index)
        if row is not None:
            self.kind_picked.emit(row.id, kind)
