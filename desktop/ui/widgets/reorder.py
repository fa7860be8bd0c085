"""A column of cards that a person can put in another order: by mouse, by keys, by buttons."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.labels import set_look

_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ReorderColumn(QWidget):
    """Shows rows as cards. ``moved(from, to)`` asks for a row to stand elsewhere.

    The rows stay where they are until the owner says otherwise (``set_rows``), but for the card
    that the mouse drags.
    """

    moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[ReorderCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)

    def cards(self) -> list[ReorderCard]:
        """Return the cards from first to last."""
        return list(self._cards)

    def set_rows(self, rows: Sequence[tuple[str, QWidget]]) -> None:
        """Show these (name, content); contents that were shown before keep their cards."""
        known = {card.content: card for card in self._cards}
        cards = [known.pop(content, None) or self._card(content) for _, content in rows]
        for card in known.values():
            card.leave()
        self._cards = cards
        for place, (card, (name, _)) in enumerate(zip(cards, rows, strict=True)):
            if self._column.indexOf(card) != place:
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
            card.stand(name, place, len(cards))
            card.show()
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab follow the order on screen."""
        stops = [stop for card in self._cards for stop in card.stops()]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _card(self, content: QWidget) -> ReorderCard:
        card = ReorderCard(content, self)
        card.step.connect(lambda by: self._step(card, by))
        card.dragged.connect(lambda y: self._drag(card, y))
        card.dropped.connect(lambda: self._drop(card))
        return card

    def _step(self, card: ReorderCard, by: int) -> None:
        place = self._cards.index(card)
        if 0 <= place + by < len(self._cards):
            self.moved.emit(place, place + by)

    def _drag(self, card: ReorderCard, y: int) -> None:
        """Let a card follow the mouse past the middle of its neighbours."""
        place = self._column.indexOf(card)
        for by in (-1, 1):
            item = self._column.itemAt(place + by) if place + by >= 0 else None
            other = item.widget() if item else None
            if other is None:
                continue
            middle = other.geometry().center().y()
            if (y < middle) if by < 0 else (y > middle):
                self._column.removeWidget(card)
                self._column.insertWidget(place + by, card)
                self._column.activate()
                return

    def _drop(self, card: ReorderCard) -> None:
        was, now = self._cards.index(card), self._column.indexOf(card)
        if was != now:
            self.moved.emit(was, now)


class ReorderCard(QFrame):
    """One card: a handle, the content, buttons to move it up and down.

    Alt+Up and Alt+Down move it wherever in it the keyboard is.
    """

    step = Signal(int)
    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.content = content
        self.handle = _Handle(self)
        self.up = self._button("↑", -1)
        self.down = self._button("↓", 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP, GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(self.handle, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(content, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(GAP_SMALL)
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        row.addLayout(buttons)

    def stand(self, name: str, place: int, count: int) -> None:
        """Know where the card stands, and what a screen reader calls it."""
        self.setAccessibleName(f"{name} {place + 1} of {count}")
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < count - 1)
        self.up.setAccessibleName(f"Move {name.lower()} {place + 1} up")
        self.down.setAccessibleName(f"Move {name.lower()} {place + 1} down")
        for widget in (self.content, *self.content.findChildren(QWidget), self.up, self.down):
            widget.installEventFilter(self)
        self.handle.setToolTip("Drag to another place, or press Alt+Up or Alt+Down")
        self.handle.setVisible(count > 1)
        self.up.setVisible(count > 1)
        self.down.setVisible(count > 1)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in reading order."""
        inside = [
            widget
            for widget in self.content.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        return [*inside, self.up, self.down]

    def leave(self) -> None:
        """Go away with the content."""
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress} and isinstance(
            event, QKeyEvent
        ):
            by = _KEYS.get(Qt.Key(event.key()), 0)
            if by and event.modifiers() == Qt.KeyboardModifier.AltModifier:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.step.emit(by)
                return True
        return super().eventFilter(watched, event)

    def _button(self, text: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(f"Move {'up' if by < 0 else 'down'} (Alt+{'Up' if by < 0 else 'Down'})")
        button.clicked.connect(lambda: self.step.emit(by))
        return button


class _Handle(QLabel):
    """Where the mouse takes hold of a card."""

    def __init__(self, card: ReorderCard) -> None:
        super().__init__("⋮⋮", card)
        self._card = card
        self._from: QPoint | None = None
        self._dragging = False
        self.setProperty("role", "muted")
        self.setAccessibleName("Handle to drag with the mouse")
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._from is None:
            return
        far = (here - self._from).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._dragging:
            self._dragging = True
            set_look(self._card, "lifted", True)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self._card.dragged.emit(self._card.mapToParent(self.mapTo(self._card, here)).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging, self._dragging, self._from = self._dragging, False, None
        if dragging:
            set_look(self._card, "lifted", False)
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self._card.dropped.emit()
