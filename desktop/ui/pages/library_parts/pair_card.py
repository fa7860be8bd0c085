"""One of two Snippets that stand side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop.core.evidence import Snippet, Source
from desktop.core.references import full_reference, with_locator
from desktop.ui.form import name_field
from desktop.ui.models.found_words import Spans
from desktop.ui.models.words import ORIGINS, SNIPPET_KINDS
from desktop.ui.pages.library_parts.pair_marks import Marks
from desktop.ui.panels.help_tab import card_column
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.found_label import marked_html
from desktop.ui.widgets.labels import breakable, chip, set_text, text_label


class PairCard(QFrame):
    """``keep()``: this one and not the other; ``edit(Snippet)``, ``retire(Snippet)``."""

    keep = Signal()
    edit = Signal(object)
    retire = Signal(object)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._snippet: Snippet | None = None
        self._kind, self._origin = chip("", "kind"), chip("", "neutral")
        self._claim, self._text = text_label("", "strong"), text_label("")
        self._from, self._facts = text_label("", "muted"), text_label("", "muted")
        self.keep_button = Button(f"Keep this one ({key})", self.keep.emit, look="primary")
        self.edit_button = Button("Edit…", lambda: self.edit.emit(self._snippet))
        self.retire_button = Button("Retire", lambda: self.retire.emit(self._snippet))
        column = card_column(self)
        chips = FlowLayout()
        for label in (self._kind, self._origin):
            chips.addWidget(label)
        column.addLayout(chips)
        for label in (self._claim, self._text, self._from, self._facts):
            column.addWidget(label)
        row = FlowLayout()
        for button in (self.keep_button, self.edit_button, self.retire_button):
            row.addWidget(button)
        column.addLayout(row)

    def show_snippet(self, snippet: Snippet, source: Source, marks: Marks, *, keep: bool) -> None:
        """Show another Snippet; ``keep`` says whether one of the two is to be chosen."""
        self._snippet = snippet
        self._kind.setText(SNIPPET_KINDS[snippet.kind])
        self._origin.setText(ORIGINS[snippet.origin])
        _show(self._claim, snippet.claim, marks.claim)
        _show(self._text, snippet.text, marks.text)
        reference = with_locator(full_reference(source), snippet.locator)
        self._from.setText(breakable(reference))
        facts = (
            f"Tags: {', '.join(snippet.tags)}" if snippet.tags else "",
            f"Looked after by {snippet.owner}" if snippet.owner else "",
        )
        set_text(self._facts, "\n".join(fact for fact in facts if fact))
        self.keep_button.setVisible(keep)
        self.setAccessibleName(snippet.claim)
        for button in (self.keep_button, self.edit_button, self.retire_button):
            name_field(button, f"{button.text()}: {snippet.claim}", reference)


def _show(label: QLabel, text: str, marks: Spans) -> None:
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(marked_html(text, marks))
    label.setAccessibleName(text)
