"""What is being looked at: title, what it is, where it stands, and what the reader has to say."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.imports import ImportedDocument
from desktop.ui.models.import_rows import kind_cell, row_of, state_cell
from desktop.ui.spacing import GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.labels import breakable, set_text, text_label


class ReviewHead(QWidget):
    """A title with a line below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = text_label("", "question")
        self.about = text_label("", "muted")
        self.notices = text_label("", "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, 0, GAP_LARGE, 0)
        column.setSpacing(GAP_SMALL)
        for label in (self.title, self.about, self.notices):
            column.addWidget(label)

    def show_document(self, document: ImportedDocument) -> None:
        """Show what is said of a document as a whole."""
        row = row_of(document)
        self.title.setText(breakable(document.title or document.name))
        parts = [kind_cell(row), document.name, state_cell(row)]
        self.about.setText(breakable(" · ".join(parts)))
        said = list(document.notices)
        if document.updates:
            said.append("It is a newer copy of a document in the library and takes its place.")
        set_text(self.notices, breakable(" ".join(said)))
