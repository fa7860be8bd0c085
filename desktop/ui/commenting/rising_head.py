"""The head of a page of texts: it stays in sight, unless it would leave them too little room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.commenting.script_column import ScriptColumn

# A page of fewer lines is too low for a head that stays.
_LOW_LINES = 26


class RisingHead(QObject):
    """Keeps a ``head`` at the top of a page's ``column``, or at the top of the ``script`` in it, to
    scroll with that; only while the script ``shows``.
    """

    def __init__(
        self,
        page: QWidget,
        column: QVBoxLayout,
        head: QWidget,
        script: ScriptColumn,
        shows: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._column = column
        self._head = head
        self._script = script
        self._shows = shows
        self._rises = False
        column.insertWidget(0, head)
        page.installEventFilter(self)

    def settle(self) -> None:
        """Put the head where it belongs now."""
        page = self._page
        rises = self._shows() and page.height() < _LOW_LINES * page.fontMetrics().lineSpacing()
        if rises == self._rises:
            return
        self._rises = rises
        focused = page.focusWidget()
        if rises:
            self._script.put_above(self._head)
        else:
            self._column.insertWidget(0, self._head)
        if focused is not None and self._head.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again where the page is another size, or its letters are."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange}:
            self.settle()
        return super().eventFilter(watched, event)
