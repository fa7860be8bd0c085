"""The question what sort of document an import is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.evidence import SourceKind
from desktop.ui.form import labelled
from desktop.ui.models.words import SOURCE_KINDS
from desktop.ui.pages.library_form import combo
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout


class KindForm(QWidget):
    """``changed(kind)``: the person said what the document is."""

    changed = Signal(str)

    def __init__(self, confirm: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = combo()
        for kind, words in SOURCE_KINDS.items():
            self.kind.addItem(words, kind.value)
        self.kind.activated.connect(lambda _: self.changed.emit(self.kind.currentData()))
        self.right_button = Button("This is right", confirm, name="This kind of document is right")
        buttons = FlowLayout()
        buttons.addWidget(self.right_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(labelled(self.kind, "What the document is"))
        column.addLayout(buttons)
        column.addStretch(1)

    def show_kind(self, kind: SourceKind) -> None:
        """Show what it was taken for."""
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
