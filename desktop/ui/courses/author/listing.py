"""A list of parts of a course on the left and the form of the chosen one on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import Form
from desktop.ui.courses.author.wrapped_rows import INDENTED, WrappedRows
from desktop.ui.form import name_field
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.choosing import choose_only
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import FoldingSplitter
from desktop.ui.widgets.page_column import PageColumn

_KEY = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it stands for, its words, whether it is a heading of those below."""

    key: str
    words: str
    heading: bool = False


class KeyList(QListView):
    """``chosen(key)`` when another row is chosen, ``moved(by)`` on Alt+Up and Alt+Down."""

    chosen = Signal(str)
    moved = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(WrappedRows(self))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        name_field(self, name)
        self._rows: list[Row] = []
        self.selectionModel().currentChanged.connect(self._changed)

    def show_rows(self, rows: Sequence[Row], chosen: str) -> None:
        """Show these rows with one chosen, the first where that is not among them."""
        if list(rows) != self._rows:
            self.selectionModel().blockSignals(True)
            self._rows = list(rows)
            self._model.clear()
            under = any(row.heading for row in rows)
            for row in rows:
                self._model.appendRow(_item(row, under=under and not row.heading))
            self.selectionModel().blockSignals(False)
        self.choose(chosen)

    def key(self) -> str:
        """Return what the chosen row stands for, "" for none."""
        return str(self.currentIndex().data(_KEY) or "")

    def keys(self) -> list[str]:
        """Return what the rows stand for."""
        return [row.key for row in self._rows]

    def choose(self, key: str) -> None:
        """Choose a row."""
        places = [place for place, row in enumerate(self._rows) if row.key == key]
        place = places[0] if places else 0
        choose_only(self, self._model.index(place, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
            return
        super().keyPressEvent(event)

    def _changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(str(index.data(_KEY)))


class ListAndForms(FoldingSplitter):
    """The list with buttons below it, and beside it one of several forms.

    A view says which rows there are (``_rows``) and how one is shown (``_show``). It makes its
    forms and buttons, and then calls ``follow``.
    """

    def __init__(self, name: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(84, (2, 5), parent)
        self._desk = desk
        self._forms: list[QWidget] = []
        self.list = KeyList(name)
        self.buttons = FlowLayout()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(GAP_LARGE, GAP, GAP, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(self.list, 1)
        column.addLayout(self.buttons)
        self.stack = QStackedWidget()
        self.addWidget(left)
        self.addWidget(self.stack)

    def sizeHint(self) -> QSize:
        """Return as little as is needed: the page gives it all the room there is, and what is
        around it scrolls only where that is not enough.
        """
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A tab that is opened for the first time may have had its size for long.
        self._fold()

    def add_form(self, form: QWidget, name: str) -> QWidget:
        """Add a form; return what ``show_form`` shows it by."""
        page = PageColumn(name)
        page.margins(GAP_LARGE, GAP, GAP_LARGE, GAP_LARGE)
        page.add(form)
        self._forms.append(form)
        page.end()
        self.stack.addWidget(page)
        return page

    def _rows(self) -> list[Row]:
        """Return what the list holds now: nothing, unless a view says what."""
        return []

    def _show(self, key: str) -> None:
        """Show what a row stands for ("" for no row), and what can be done with it."""

    def follow(self) -> None:
        """Show from now on what is chosen, and the course as it becomes."""
        self.list.chosen.connect(self._choose)
        self._desk.changed.connect(self.refresh)
        self._desk.noted.connect(self._relist)

    def refresh(self, chosen: str = "") -> None:
        """Show the course as it is."""
        if self._desk.is_open:
            self.show_rows(chosen or self.list.key())
            self._show(self.list.key())

    def go(self, table: str, id_: str) -> None:
        """Show a row of a table of the course."""
        self.flush()
        self.list.choose(f"{table}:{id_}")

    def flush(self) -> None:
        """Save what is typed and not saved."""
        for form in self._forms:
            if isinstance(form, Form):
                form.flush()

    def show_rows(self, chosen: str) -> None:
        """Show the rows as they are; the forms stay."""
        self.list.blockSignals(True)
        self.list.show_rows(self._rows(), chosen)
        self.list.blockSignals(False)

    def _relist(self) -> None:
        if self.isVisible():
            self.show_rows(self.list.key())

    def _choose(self, key: str) -> None:
        self.flush()
        self._show(key)

    def show_form(self, page: QWidget) -> None:
        """Show a form."""
        self.stack.setCurrentWidget(page)


def _item(row: Row, *, under: bool) -> QStandardItem:
    item = QStandardItem(row.words)
    item.setData(under, INDENTED)
    item.setData(row.key, _KEY)
    item.setData(row.words, Qt.ItemDataRole.AccessibleTextRole)
    if row.heading:
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        item.setData(font, Qt.ItemDataRole.FontRole)
    return item
