"""A list of parts of a course on the left and the form of the chosen one on the right."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import Form
from desktop.ui.models.key_model import Row
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import FoldingSplitter
from desktop.ui.widgets.key_list import KeyList
from desktop.ui.widgets.page_column import PageColumn


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
