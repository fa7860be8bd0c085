"""Citing any source by hand: which document, and where in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QWidget

from desktop.core.evidence import Source
from desktop.core.references import full_reference, short_reference
from desktop.core.text import Cite
from desktop.ui.form import labelled
from desktop.ui.panels.help_tab import card_column
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import tip


class CiteBar(QFrame):
    """Opens below the toolbar; ``cite(Cite)``: put it at the cursor; ``closed()``: it is done."""

    cite = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("citeBar")
        self.setProperty("card", "soft")
        self.source = QComboBox()
        self.source.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.source.setMinimumContentsLength(16)
        self.place = QLineEdit()
        self.place.setPlaceholderText("such as paragraph 12, or page 3")
        self.add = Button("Add citation")
        self.add.setProperty("primary", True)
        close = Button("Close")
        self.add.clicked.connect(self._cite)
        self.place.returnPressed.connect(self._cite)
        close.clicked.connect(self.close_bar)
        column = card_column(self)
        column.addWidget(labelled(self.source, "Source to cite"))
        column.addWidget(labelled(self.place, "Where in it"))
        row = FlowLayout()
        row.addWidget(self.add)
        row.addWidget(close)
        column.addLayout(row)
        self.hide()

    def open_bar(self, sources: Mapping[str, Source]) -> None:
        """Show the bar with these Sources to choose from."""
        before = self.source.currentData()
        self.source.clear()
        for source in sorted(sources.values(), key=lambda one: short_reference(one).casefold()):
            self.source.addItem(short_reference(source), source.key)
            last = self.source.count() - 1
            words = tip(full_reference(source))
            self.source.setItemData(last, words, Qt.ItemDataRole.ToolTipRole)
        self.source.setCurrentIndex(max(self.source.findData(before), 0))
        self.add.setEnabled(self.source.count() > 0)
        self.place.clear()
        self.show()
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_bar(self) -> None:
        """Put the bar away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)

    def _cite(self) -> None:
        key = self.source.currentData()
        if key:
            self.cite.emit(Cite(str(key), self.place.text().strip()))
            self.close_bar()
