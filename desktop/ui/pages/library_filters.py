"""The search box and the menus above the library's table."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop.store.library import Library
from desktop.ui.debounce import Debounce
from desktop.ui.form import name_field
from desktop.ui.models.library_rows import (
    KINDS,
    LibraryFilter,
    LibraryRow,
    origin_options,
    source_options,
    tag_options,
)
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.filter_menu import FilterMenu
from desktop.ui.widgets.flow import FlowLayout

TYPING_QUIET_MS = 120


class LibraryFilters(QWidget):
    """``changed()`` when something else is wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self.text.setPlaceholderText("Search all snippets and sources")
        name_field(self.text, "Search the library")
        self._typing = Debounce(TYPING_QUIET_MS, self.changed.emit, self)
        self.text.textChanged.connect(lambda _: self._typing.poke())
        self.kinds = FilterMenu("Kind", "kind", "kinds")
        self.kinds.set_options(KINDS.items())
        self.sources = FilterMenu("Source", "source", "sources")
        self.tags = FilterMenu("Tag", "tag", "tags")
        self.origins = FilterMenu("Whose", "owner", "owners")
        self.origins.set_options(origin_options())
        self.retired = QCheckBox("Show retired")
        name_field(self.retired, "Show retired snippets")
        self.retired.toggled.connect(lambda _: self.changed.emit())
        self.clear_button = Button("Show everything", self.clear, look="link")
        row = FlowLayout()
        for menu in (self.kinds, self.sources, self.tags, self.origins):
            menu.changed.connect(self.changed)
            row.addWidget(menu)
        row.addWidget(self.retired)
        row.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.text)
        column.addLayout(row)

    def minimumSizeHint(self) -> QSize:
        """Ask for the height that the menus need at this width, in as many lines as it takes."""
        hint, layout = super().minimumSizeHint(), self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout else 0
        return QSize(hint.width(), max(hint.height(), needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def offer(self, library: Library, rows: tuple[LibraryRow, ...]) -> None:
        """Offer the Sources and tags there are; what was chosen stays so."""
        self.sources.set_options(source_options(library))
        self.tags.set_options(tag_options(rows))

    def wanted(self) -> LibraryFilter:
        """Return what the person wants to see."""
        return LibraryFilter(
            self.kinds.chosen(),
            self.sources.chosen(),
            self.tags.chosen(),
            self.origins.chosen(),
            self.retired.isChecked(),
            self.text.text().strip(),
        )

    def clear(self) -> None:
        """Show everything that is in use."""
        self.blockSignals(True)
        for menu in (self.kinds, self.sources, self.tags, self.origins):
            menu.choose(None)
        self.retired.setChecked(False)
        self.text.clear()
        self.blockSignals(False)
        self._typing.cancel()
        self.changed.emit()

    def flush(self) -> None:
        """Let nothing run on after the page is left."""
        self._typing.flush()
