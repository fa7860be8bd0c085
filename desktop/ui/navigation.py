"""From place to place: pages made at their first visit, what was typed saved before leaving, a way
back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop.errors import DesktopError
from desktop.ui.page import Page
from desktop.ui.place import RESPONSE_PAGES, PageId, Place

_START = Place(PageId.START)
_MOST_STEPS_BACK = 50


class Navigation(QStackedWidget):
    """Shows one page. ``arrived(Place)`` comes after each move; ``made(Page)`` after a page is
    built.
    """

    arrived = Signal(object)
    made = Signal(object)

    def __init__(
        self,
        make: Callable[[PageId], Page],
        show_error: Callable[[DesktopError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._show_error = show_error
        self._pages: dict[PageId, Page] = {}
        self._behind: list[Place] = []
        self.place = _START

    @property
    def page(self) -> Page | None:
        """The page that shows now; None before the first move."""
        return self._pages.get(self.place.page)

    def built(self) -> list[Page]:
        """Return the pages that have been visited."""
        return list(self._pages.values())

    def go(self, place: Place) -> None:
        """Show a place; the start page in its stead, with a sentence, when it is no more."""
        self.flush()
        came_from = self.place
        try:
            self._open(place)
        except DesktopError as error:
            self._show_error(error)
            self._open(_START)
        if came_from != self.place:
            self._behind = [*self._behind, came_from][-_MOST_STEPS_BACK:]
        self.arrived.emit(self.place)

    def back(self) -> None:
        """Show the place that was shown before this one."""
        if self._behind:
            place = self._behind.pop()
            kept = list(self._behind)
            self.go(place)
            self._behind = kept

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._behind)

    def flush(self) -> None:
        """Save what was typed on the present page."""
        if self.page is not None:
            self.page.flush()

    def focus_page(self) -> None:
        """Give the keyboard to the page."""
        if self.page is not None:
            widget = self.page.first_focus()
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self, place: Place) -> None:
        if place.page not in RESPONSE_PAGES:
            place = replace(place, response="")
        page = self._pages.get(place.page)
        if page is None:
            page = self._make(place.page)
            self._pages[place.page] = page
            self.addWidget(page)
            self.made.emit(page)
        before = self.place
        self.place = place
        try:
            page.open(place)
        except DesktopError:
            self.place = before
            raise
        # Qt gives what has the keyboard on the page before to the first button of one that has not
        # had it yet.
        has_had_it = page.focusWidget() is not None
        self.setCurrentWidget(page)
        focused = QApplication.focusWidget()
        if not has_had_it or focused is None or not page.isAncestorOf(focused):
            page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
