"""Several views in one place, one shown at a time, chosen by tabs that are never cut off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop.ui.spacing import GAP
from desktop.ui.widgets.tab_strip import TabStrip


class StripTabs(QWidget):
    """Emits ``changed(int)`` when another view is shown."""

    changed = Signal(int)

    def __init__(
        self, name: str, views: list[tuple[str, QWidget]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.strip = TabStrip([title for title, _ in views])
        self.strip.setAccessibleName(name)
        self._views = [view for _, view in views]
        self._stack = QStackedWidget()
        for view in self._views:
            self._stack.addWidget(view)
        self.strip.changed.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)

    @property
    def current(self) -> QWidget:
        """The view that is shown."""
        return self._views[self.strip.current]

    def choose(self, place: int) -> None:
        """Show another view."""
        self.strip.choose(place)

    def set_title(self, place: int, title: str) -> None:
        """Write something else on a tab."""
        self.strip.set_title(place, title)

    def first_tab(self) -> QWidget:
        """Return the tab that Tab reaches."""
        return self.strip.findChildren(QToolButton)[self.strip.current]

    def _show(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.changed.emit(place)
