"""What opens under a card: the paragraph, the full reference and the place in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.core.evidence import Suggestion
from desktop.core.references import full_reference, with_locator
from desktop.ui.panels.evidence_words import source_details
from desktop.ui.spacing import GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import breakable, text_label


class EvidenceDetails(QWidget):
    """Everything there is to know of a piece; nothing is made before it is asked for.

    ``has_text`` tells whether the text of a Source (its key) was brought in.
    """

    def __init__(self, has_text: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_text = has_text
        self._suggestion: Suggestion | None = None
        self.read_button = Button("Read it in its place", look="link")
        self.copy_button = Button("Copy reference", self._copy_reference, look="link")
        self._facts = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP_SMALL, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addLayout(self._facts)
        column.addWidget(self.read_button)
        column.addWidget(self.copy_button)
        self.hide()

    def show_suggestion(self, suggestion: Suggestion | None) -> None:
        """Show what there is to know of a piece; None closes."""
        while item := self._facts.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._suggestion = suggestion
        if suggestion is None:
            self.hide()
            return
        piece, source = suggestion.piece, suggestion.source
        self.read_button.setVisible(self._has_text(source.key))
        facts = [("What Insert writes", piece.text), *source_details(piece, source)]
        for label, text in facts:
            self._facts.addWidget(text_label(label, "strong"))
            self._facts.addWidget(text_label(breakable(text), "muted"))
        self.show()

    def _copy_reference(self) -> None:
        if self._suggestion is not None:
            reference = full_reference(self._suggestion.source)
            words = with_locator(reference, self._suggestion.piece.locator)
            QApplication.clipboard().setText(words)
