"""What every tab of the help panel is: shown a question, it reads only what the person can see."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.response import Draft
from desktop.ui.context import Context
from desktop.ui.spacing import GAP


class HelpTab(QWidget):
    """The base of the tabs. A tab that is not to be seen waits with its work until it is.

    ``kinds`` are the kinds of change after which it reads anew.
    """

    kinds: ClassVar[tuple[Kind, ...]] = ()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.draft: Draft | None = None
        self.number = ""
        self._stale = False

    def show_question(self, draft: Draft, number: str) -> None:
        """Turn to another question (or to the same one of a newer draft)."""
        self.draft, self.number = draft, number
        self.refresh_when_seen()

    def changed(self, draft: Draft, changes: Changes) -> None:
        """Hear of a change; ``draft`` is the new state of the same Response."""
        self.draft = draft
        if changes.touches(*self.kinds):
            self.refresh_when_seen()

    def refresh_when_seen(self) -> None:
        """Refresh now if the tab is on screen, otherwise as soon as it is."""
        self._stale = not self.isVisible()
        if not self._stale and self.draft is not None:
            self.refresh()

    def refresh(self) -> None:
        """Read anew what the tab shows."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self.draft is not None:
            self._stale = False
            self.refresh()


class CardList(QScrollArea):
    """A column of cards that scrolls; its cards wrap to the width there is.

    ``released()``: the person no longer uses them, so that they may change.
    """

    released = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cardList")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("scrolled", True)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, GAP // 2, 0)
        self.column.setSpacing(GAP)
        self.column.addStretch(1)
        self.setWidget(inner)
        self._rested = self._touch()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def rest(self) -> None:
        """The person is busy elsewhere: a mouse that just lies here does not count as use."""
        self._rested = self._touch()

    @property
    def in_use(self) -> bool:
        """Whether the person uses the cards: with the keyboard, or with the mouse over them."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            return True
        inside = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        return inside and self.isVisible() and self._touch() != self._rested

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.released.emit()

    def _touch(self) -> tuple[QPoint, int]:
        """Return what is different once somebody moves the mouse or turns its wheel here."""
        return QCursor.pos(), self.verticalScrollBar().value()

    def _focus_moved(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is not None and self.isAncestorOf(old) and not self.in_use:
            self.released.emit()

    def add(self, card: QWidget) -> None:
        """Put a card last."""
        self.column.insertWidget(self.column.count() - 1, card)
        card.show()

    def to_top(self) -> None:
        """Show the first card."""
        self.verticalScrollBar().setValue(0)


def card() -> tuple[QFrame, QVBoxLayout]:
    """Return an empty card and its column."""
    frame = QFrame()
    frame.setProperty("card", True)
    return frame, card_column(frame)


def card_column(frame: QFrame) -> QVBoxLayout:
    """Give a card its column."""
    column = QVBoxLayout(frame)
    column.setContentsMargins(GAP + GAP // 2, GAP + GAP // 2, GAP + GAP // 2, GAP + GAP // 2)
    column.setSpacing(GAP)
    return column
