"""A dialog of fields that scrolls where the screen has no room for all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLayout, QWidget

from desktop.ui.sheet import SheetDialog
from desktop.ui.spacing import GAP
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.page_column import PageColumn

_KEPT_FREE = 40


class FieldsSheet(SheetDialog):
    """Put fields in with ``add``; ``tell`` says below them what keeps them from being saved."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields = PageColumn(title, wide=True, margin=0)
        self._fields.column.setSpacing(GAP)
        self.trouble = text_label("", "danger")
        self.trouble.hide()
        self.column.addWidget(self._fields, 1)
        self.column.addWidget(self.trouble)

    def add(self, thing: QWidget | QLayout) -> None:
        """Put a field below the others."""
        self._fields.add(thing)

    def tell(self, words: str) -> None:
        """Say what keeps the fields from being saved."""
        set_text(self.trouble, words)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the fields need, as far as the screen has it."""
        super().showEvent(event)
        self._grow()
        # Fields for a sentence know their height only once they are laid out.
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        inside = self._fields.widget()
        layout = inside.layout() if inside else None
        if layout is None:
            return
        needed = layout.totalHeightForWidth(self._fields.viewport().width())
        missing = max(needed, layout.minimumSize().height()) - self._fields.viewport().height()
        room = self.screen().availableSize().height() - _KEPT_FREE
        self.resize(self.width(), min(self.height() + max(missing, 0), room))


def choose(box: QComboBox, value: str) -> None:
    """Choose the item of a combo box that stands for a value."""
    box.setCurrentIndex(max(box.findData(value), 0))


def capital(words: str) -> str:
    """Return words with a capital at their beginning."""
    return words[:1].upper() + words[1:]
