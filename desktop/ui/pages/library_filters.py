"""The search box and the menus above the library's table."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.ui.debounce import Debounce
from desktop.ui.form import name_field
from desktop.ui.models.library_filter import REVIEWS, LibraryFilter
from desktop.ui.models.library_rows import KINDS, Choices, origin_options
from desktop.ui.pages.library_parts.sort_menu import SortMenu
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.filter_menu import FilterMenu
from desktop.ui.widgets.flow import FlowLayout

TYPING_QUIET_MS = 120


class LibraryFilters(QWidget):
    """``changed()`` when something else is wanted; ``sort(int, Qt.SortOrder)`` for the order."""

    changed = Signal()
    sort = Signal(int, Qt.SortOrder)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self.text.setPlaceholderText("Search snippets, sources and passages")
        name_field(self.text, "Search the library")
        self._typing = Debounce(TYPING_QUIET_MS, self.changed.emit, self)
        self.text.textChanged.connect(lambda _: self._typing.poke())
        self.kinds = FilterMenu("Kind", "kind", "kinds")
        self.kinds.set_options(KINDS.items())
        self.sources = FilterMenu("Source", "source", "sources")
        self.tags = FilterMenu("Tag", "tag", "tags")
        self.owners = FilterMenu("Looked after by", "person", "people")
        self.consultations = FilterMenu("Consultation", "consultation", "consultations")
        self.years = FilterMenu("Year", "year", "years")
        self.reviews = FilterMenu("When to check", "review date", "review dates")
        self.reviews.set_options(REVIEWS.items())
        self.origins = FilterMenu("Whose", "origin", "origins")
        self.origins.set_options(origin_options())
        self.order = SortMenu()
        self.order.chosen.connect(self.sort)
        self.bin_button = Button("Bin")
        self.more_button = Button("More filters", look="link")
        self.clear_button = Button("Show everything", self.clear, look="link")
        self._menus = (self.kinds, self.tags, self.sources, *self._further)
        self._build()

    @property
    def _further(self) -> tuple[FilterMenu, ...]:
        return (self.consultations, self.years, self.owners, self.reviews, self.origins)

    def minimumSizeHint(self) -> QSize:
        """Ask for the height that the menus need at this width, in as many lines as it takes."""
        hint, layout = super().minimumSizeHint(), self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout else 0
        return QSize(hint.width(), max(hint.height(), needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def offer(self, found: Choices) -> None:
        """Offer what there is; what was chosen stays so."""
        self.sources.set_options(found.sources)
        self.tags.set_options(found.tags)
        self.owners.set_options(found.owners)
        self.consultations.set_options(found.consultations)
        self.years.set_options(found.years)
        away = found.away
        self.bin_button.set_words(f"Bin ({away})" if away else "Bin", f"Bin, {away} put away")
        self._say_more()

    def wanted(self, today: date = date.max) -> LibraryFilter:
        """Return what the person wants to see."""
        return LibraryFilter(
            self.kinds.chosen(),
            self.sources.chosen(),
            self.tags.chosen(),
            self.origins.chosen(),
            self.owners.chosen(),
            self.consultations.chosen(),
            self.years.chosen(),
            self.reviews.chosen(),
            self.bin_button.isChecked(),
            self.text.text().strip(),
            today,
        )

    def clear(self) -> None:
        """Show everything that is in use."""
        self.blockSignals(True)
        for menu in self._menus:
            menu.choose(None)
        self.bin_button.setChecked(False)
        self.text.clear()
        self.blockSignals(False)
        self._typing.cancel()
        self._say_more()
        self.changed.emit()

    def flush(self) -> None:
        """Let nothing run on after the page is left."""
        self._typing.flush()

    def _say_more(self) -> None:
        """Say how many of the filters that may be out of sight are in use."""
        used = sum(menu.chosen() is not None for menu in self._further)
        words = "Fewer filters" if self.more_button.isChecked() else "More filters"
        self.more_button.set_words(f"{words} ({used} used)" if used else words)

    def _show_further(self, shown: bool) -> None:
        for menu in self._further:
            menu.setVisible(shown)
        self._say_more()
        self.updateGeometry()

    def _build(self) -> None:
        row = FlowLayout()
        for menu in self._menus:
            menu.changed.connect(self._say_more)
            menu.changed.connect(self.changed)
            row.addWidget(menu)
        self.more_button.setCheckable(True)
        self.more_button.toggled.connect(self._show_further)
        self.bin_button.setCheckable(True)
        self.bin_button.setToolTip("Show what was retired or put in the bin, to bring it back")
        self.bin_button.toggled.connect(lambda _: self.changed.emit())
        for widget in (self.more_button, self.order, self.bin_button, self.clear_button):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.text)
        column.addLayout(row)
        self._show_further(False)
