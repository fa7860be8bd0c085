"""What says which evidence is wanted: words, kinds, sources, and whether to follow the cursor."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop.core.references import short_reference
from desktop.core.response import Draft
from desktop.ui.debounce import Debounce
from desktop.ui.form import name_field
from desktop.ui.panels.evidence_wanted import Purpose, Wanted
from desktop.ui.panels.evidence_words import kind_options
from desktop.ui.spacing import GAP
from desktop.ui.widgets.filter_menu import FilterMenu
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import tip

SEARCH_QUIET_MS = 150


class EvidenceHead(QWidget):
    """``changed()``: something else is wanted; ``typing()``: in a moment something else will be."""

    changed = Signal()
    typing = Signal()

    def __init__(self, follows: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search all evidence")
        self.search.setClearButtonEnabled(True)
        name_field(self.search, "Search all evidence", "Searches the whole library as you type")
        self.kinds = FilterMenu("Kinds of evidence", "kind", "kinds")
        self.sources = FilterMenu("Sources", "source", "sources")
        self.follow = QCheckBox("Follow what I write")
        self.follow.setChecked(follows)
        for menu in (self.kinds, self.sources):
            menu.setProperty("snug", True)
        about = "Offers what fits the paragraph at the cursor, a moment after you stop typing"
        self.follow.setToolTip(tip(about))
        name_field(self.follow, "Follow what I write", about)
        self._typed = Debounce(SEARCH_QUIET_MS, self.changed.emit, self)
        self._filters = QWidget()
        row = FlowLayout(self._filters)
        for widget in (self.kinds, self.sources, self.follow):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.search)
        column.addWidget(self._filters)
        self.search.textChanged.connect(self._words_typed)
        self.search.returnPressed.connect(self._typed.flush)
        self.kinds.changed.connect(self.changed)
        self.sources.changed.connect(self.changed)

    @property
    def waiting(self) -> bool:
        """Whether words were typed that are not looked for yet."""
        return self._typed.waiting

    def offer(self, draft: Draft) -> None:
        """Offer the kinds and sources that there are."""
        self.kinds.set_options(kind_options())
        named = ((source.key, short_reference(source)) for source in draft.sources.values())
        self.sources.set_options(named)

    def offer_filters(self, offered: bool) -> None:
        """Show or hide what narrows the choice, where it would change nothing."""
        self._filters.setVisible(offered)

    def wanted(self, otherwise: Wanted) -> Wanted:
        """Return what is wanted: the words typed if there are any, of the kinds and sources ticked;
        ``otherwise`` says what for where no words are typed.
        """
        self._typed.cancel()
        # A space at the end says that the last word is whole.
        text = self.search.text().lstrip()
        purpose = Purpose.WORDS if text else otherwise.purpose
        return Wanted(purpose, text or otherwise.text, self.kinds.chosen(), self.sources.chosen())

    def clear_words(self) -> None:
        """Empty the search box without looking for anything."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._typed.cancel()

    def clear_filters(self) -> None:
        """Want all kinds and sources."""
        self.kinds.choose(None)
        self.sources.choose(None)

    def _words_typed(self) -> None:
        self.typing.emit()
        self._typed.poke()
