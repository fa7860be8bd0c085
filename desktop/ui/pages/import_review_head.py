"""What is being looked at: title, what it is, where it stands, and what the reader has to say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.evidence import Source
from desktop.core.imports import ImportedDocument
from desktop.ui.models.import_rows import kind_cell, row_of, state_cell
from desktop.ui.spacing import GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, set_text, text_label


class ReviewHead(QWidget):
    """A title with a line below it. ``same(key)``: the person says that this is the Source of that
    key, which the library has already.
    """

    same = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = text_label("", "question")
        self.about = text_label("", "muted")
        self.notices = text_label("", "warn")
        self._source = ""
        self.known = text_label()
        self.same_button = Button(
            "It is the same document",
            lambda: self.same.emit(self._source),
            look="link",
            name="This file is that document of the library",
        )
        offer = FlowLayout()
        offer.addWidget(self.known)
        offer.addWidget(self.same_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, 0, GAP_LARGE, 0)
        column.setSpacing(GAP_SMALL)
        for label in (self.title, self.about, self.notices):
            column.addWidget(label)
        column.addLayout(offer)
        self.offer(None)

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

    def offer(self, source: Source | None) -> None:
        """Ask whether this is a document that the library has already; None where there is none."""
        self._source = source.key if source is not None else ""
        said = f"“{source.title}” is in the library already." if source is not None else ""
        set_text(self.known, breakable(said))
        self.same_button.setVisible(source is not None)
