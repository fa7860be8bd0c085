"""A small card beside the words that were gone to by key: what is said of them, and what to press.

It takes no keyboard and no click, and is gone with the next key, click or scroll.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.core.finding import Finding
from desktop.ui.editor.mark_ink import TextBox
from desktop.ui.models.words import LEVELS
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.labels import breakable, set_text, text_label

_LETTERS = 52
_STAY_FOR = frozenset(
    {Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)


class SaidCard(QFrame):
    """Stands in a window above all else."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("saidCard")
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._box: TextBox | None = None
        self._level = text_label("", "small")
        self._sentence = text_label("", "strong")
        self._remedy = text_label()
        self._keys = text_label("", "small")
        column = card_column(self)
        column.setSpacing(GAP_SMALL)
        self._labels = (self._level, self._sentence, self._remedy, self._keys)
        for label in self._labels:
            column.addWidget(label)
        self.hide()

    def show_at(self, box: TextBox, place: QRectF, finding: Finding, keys: str) -> None:
        """Show what is said of words at ``place`` of a box's viewport."""
        self._leave_box()
        sign, word, _ = LEVELS[finding.level]
        self._level.setText(f"{sign} {word}")
        self._sentence.setText(breakable(finding.sentence))
        set_text(self._remedy, breakable(finding.remedy))
        self._keys.setText(keys)
        self._box = box
        box.installEventFilter(self)
        box.viewport().installEventFilter(self)
        box.verticalScrollBar().valueChanged.connect(self.go_away)
        box.textChanged.connect(self.go_away)
        self._put(box, place)
        self.show()
        self.raise_()
        said = f"{word}: {finding.sentence} {finding.remedy} {keys}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(box, said))

    def words(self) -> list[str]:
        """Return what the card says, in reading order."""
        return [label.text() for label in self._labels if not label.isHidden()]

    def go_away(self) -> None:
        """Be seen no more."""
        self._leave_box()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                if Qt.Key(event.key()) == Qt.Key.Key_Escape:
                    self.go_away()
                    return True
                if Qt.Key(event.key()) not in _STAY_FOR:
                    self.go_away()
            case (
                QEvent.Type.MouseButtonPress
                | QEvent.Type.FocusOut
                | QEvent.Type.Hide
                | QEvent.Type.Resize
                | QEvent.Type.Wheel
            ):
                self.go_away()
            case _:
                pass
        return super().eventFilter(watched, event)

    def _leave_box(self) -> None:
        box, self._box = self._box, None
        if box is not None:
            box.removeEventFilter(self)
            box.viewport().removeEventFilter(self)
            box.verticalScrollBar().valueChanged.disconnect(self.go_away)
            box.textChanged.disconnect(self.go_away)

    def _put(self, box: TextBox, place: QRectF) -> None:
        """Stand below the words, or above them where there is no room."""
        window = self.parentWidget()
        assert window is not None
        view = box.viewport()
        corner = view.mapTo(window, QPoint(round(place.left()), round(place.bottom())))
        width = min(self.fontMetrics().averageCharWidth() * _LETTERS, window.width() - 2 * GAP)
        self.setFixedWidth(width)
        self.ensurePolished()
        column = self.layout()
        assert column is not None
        column.invalidate()
        height = column.totalHeightForWidth(width)
        spot = QRect(corner.x(), corner.y() + GAP_SMALL, width, height)
        above = corner.y() - round(place.height()) - GAP_SMALL
        if spot.bottom() > window.height() - GAP and above - height > GAP:
            spot.moveBottom(above)
        spot.moveBottom(min(spot.bottom(), window.height() - GAP))
        right = view.mapTo(window, QPoint(view.width(), 0)).x()
        spot.moveLeft(max(min(spot.left(), right - width), GAP))
        self.setGeometry(spot)
