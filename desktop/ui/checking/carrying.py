"""The page that shows, and above it the finding that was gone to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.checking.live import LiveChecks
from desktop.ui.context import Context
from desktop.ui.navigation import Navigation
from desktop.ui.place import PageId, Place
from desktop.ui.reading_order import follow_reading_order
from desktop.ui.spacing import GAP

if TYPE_CHECKING:
    from desktop.core.finding import Finding
    from desktop.ui.checking.carried import CarriedFinding

# Pages that show a list of checks themselves.
_LISTED = frozenset({PageId.QUESTION, PageId.REVIEW})


class PageUnderFinding(QWidget):
    """The page that shows, with the finding that was gone to above it."""

    def __init__(self, context: Context, checks: LiveChecks, navigation: Navigation) -> None:
        super().__init__()
        self._context, self._checks, self._navigation = context, checks, navigation
        self._listed: Place | None = None
        self.finding: CarriedFinding | None = None
        self._asked: Mapping[str, Callable[[], None]] | None = None
        self._above = QVBoxLayout()
        self._above.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._above)
        column.addWidget(navigation, 1)
        checks.wanted.connect(self._carry)
        navigation.arrived.connect(self._arrived)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave room round the finding only while it shows."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            room = GAP if self._carries() is not None else 0
            self._above.setContentsMargins(room, room, room, 0)
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Let Tab come to the finding first, which is made after the page."""
        if self._carries() is not None:
            follow_reading_order(self)
        return super().focusNextPrevChild(next_)

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        """Return what can be done now, by command id: what the page can, and what the finding."""
        if self._asked is not None:
            return self._asked
        page = self._navigation.page
        actions = dict(page.actions_here()) if page is not None else {}
        if (finding := self._carries()) is not None:
            actions["checks.here"] = finding.focus_first
        return actions

    @contextmanager
    def asked_once(self) -> Iterator[None]:
        """Find out what can be done once for all that ask meanwhile: the menus ask for each of
        their commands.
        """
        self._asked = self.actions_here()
        try:
            yield
        finally:
            self._asked = None

    def _carries(self) -> CarriedFinding | None:
        """Return what shows above the page, None where nothing does."""
        return None if self.finding is None or self.finding.isHidden() else self.finding

    def _arrived(self, place: Place) -> None:
        if self.finding is not None:
            self.finding.put_away()
        if place.page in _LISTED:
            self._listed = place

    def _carry(self, finding: Finding) -> None:
        if self._navigation.place.page in _LISTED:
            return
        if self.finding is None:
            self.finding = self._make()
        self.finding.carry(finding)

    def _make(self) -> CarriedFinding:
        # Made when it is first wanted, for the window starts without.
        from desktop.ui.checking.carried import CarriedFinding

        made = CarriedFinding(self._context, self._checks, self._navigation, lambda: self._listed)
        made.installEventFilter(self)
        self._above.addWidget(made)
        return made
