"""What is said of an import as a whole: title, author, date, what it is, where it was sent."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.core.consultation import Consultation
from desktop.core.imports import ImportedDocument
from desktop.ui.form import labelled
from desktop.ui.imports.typed_fields import TypedFields
from desktop.ui.models.typed_date import as_written
from desktop.ui.models.words import SOURCE_KINDS
from desktop.ui.pages.library_form import combo
from desktop.ui.spacing import GAP
from desktop.ui.widgets.breakable import breakable
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.page_column import PageColumn
from desktop.ui.widgets.sentence_field import SentenceField

_DATES = frozenset({"date", "sent"})


class AboutForm(PageColumn):
    """``changed(field, value)``: as ``SetImportField`` takes them."""

    changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("About the document", wide=True, margin=GAP, parent=parent)
        self.column.setSpacing(GAP)
        self._document = ""
        self.title = SentenceField()
        self.kind = combo()
        for kind, words in SOURCE_KINDS.items():
            self.kind.addItem(words, kind.value)
        self.author, self.date = QLineEdit(), QLineEdit()
        self.organisation, self.sent = QLineEdit(), QLineEdit()
        self.consultation = combo()
        self.fields = TypedFields(
            {
                "title": self.title,
                "kind": self.kind,
                "author": self.author,
                "date": self.date,
                "organisation": self.organisation,
                "consultation": self.consultation,
                "sent": self.sent,
            },
            self,
        )
        self.fields.changed.connect(self._tell)
        self.file = text_label("", "muted")
        self._rows = [
            labelled(self.title, "Title"),
            labelled(self.kind, "What it is"),
            labelled(self.author, "Author"),
            labelled(self.date, "Date", "A year, a month or a day, such as 20 July 2010"),
            labelled(self.organisation, "Organisation it came from"),
            labelled(self.consultation, "Consultation it answered"),
            labelled(self.sent, "Sent on", "The day it was sent, where it was"),
        ]
        for row in self._rows:
            self.add(row)
        self.add(self.file)
        self.end()

    def offer(self, consultations: Iterable[Consultation]) -> None:
        """Offer these consultations."""
        chosen = self.consultation.currentData()
        self.consultation.clear()
        self.consultation.addItem("None that is known", "")
        for consultation in consultations:
            self.consultation.addItem(consultation.title, consultation.id)
        self.consultation.setCurrentIndex(max(self.consultation.findData(chosen), 0))

    def show_document(self, document: ImportedDocument, *, changeable: bool) -> None:
        """Show what is said of a document."""
        self.fields.show(
            {
                "title": document.title,
                "kind": document.kind.value,
                "author": document.author,
                "date": document.date,
                "organisation": document.organisation,
                "consultation": document.consultation,
                "sent": document.sent,
            },
            other=document.id != self._document,
        )
        self._document = document.id
        for row in self._rows:
            row.setEnabled(changeable)
        from pathlib import Path

        set_text(self.file, f"Read from {breakable(Path(document.path or document.name))}")

    def first_unknown(self) -> QComboBox:
        """Return the field that says what the document is."""
        return self.kind

    def sizeHint(self) -> QSize:
        # What it would like does not count: it scrolls.
        return QSize(0, self.minimumSizeHint().height())

    def flush(self) -> None:
        """Tell at once what has been typed."""
        self.fields.flush()

    def _tell(self, changed: dict[str, str]) -> None:
        for name, value in changed.items():
            self.changed.emit(name, as_written(value) if name in _DATES else value)
