"""Saying what the document must look like for one call."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from desktop.core.rules import DocumentRules, Numbering, Part, SummaryForm
from desktop.ui.form import labelled
from desktop.ui.models.rule_words import FORMATS, NUMBERINGS, PAGE_NUMBERS, SUMMARIES
from desktop.ui.models.words import PARTS
from desktop.ui.pages.library_form import combo
from desktop.ui.rules.fields_sheet import FieldsSheet, capital, choose
from desktop.ui.rules.rule_sheet import ticked
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.saved_field import line_edit

_ORGANISATION = "{{ organisation }}"
_NAME = "NAME"


class DocumentSheet(FieldsSheet):
    """Asks for the shape of the document; ``save`` is called with it, or with None for that of the
    body.
    """

    def __init__(
        self,
        document: DocumentRules,
        body: DocumentRules,
        save: Callable[[DocumentRules | None], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("The shape of the document", parent)
        self._body, self._save, self._before = body, save, document
        self.title = line_edit()
        self.numbering, self.pages, self.summary = combo(), combo(), combo()
        _fill(self.numbering, NUMBERINGS.items())
        _fill(self.pages, PAGE_NUMBERS.items())
        _fill(self.summary, SUMMARIES.items())
        # In the body's order; what it does not want comes last.
        order = dict.fromkeys((*body.parts, *Part))
        self.parts = {part.value: QCheckBox(PARTS[part]) for part in order}
        self.formats = {key: QCheckBox(capital(words)) for key, words in FORMATS.items()}
        self._build()
        self._show(document)

    def accept(self) -> None:
        """Save what was chosen, or say what is missing."""
        parts = tuple(map(Part, ticked(self.parts.items())))
        formats = ticked(self.formats.items())
        title = self.title.text().strip().replace(_NAME, _ORGANISATION)
        if not parts or not formats:
            self.tell("Tick at least one part and one kind of file.")
            return
        if "{" in title.replace(_ORGANISATION, ""):
            self.tell("The title can hold words and NAME, and no braces.")
            return
        document = DocumentRules(
            title or self._before.title_line,
            Numbering(self.numbering.currentData()),
            self.pages.currentData(),
            SummaryForm(self.summary.currentData()),
            parts,
            formats,
        )
        self._save(None if document == self._body else document)
        super().accept()

    def _build(self) -> None:
        self.add(labelled(self.title, "Title", "NAME stands for the name of the organisation."))
        self.add(labelled(self.numbering, "Paragraph numbers"))
        self.add(labelled(self.summary, "Summary"))
        self.add(labelled(self.pages, "Page numbers"))
        for words, boxes in (("Parts", self.parts), ("Kinds of file taken", self.formats)):
            self.add(text_label(words, "strong"))
            row = FlowLayout(spacing=GAP_LARGE)
            for box in boxes.values():
                row.addWidget(box)
            self.add(row)
        if self._before != self._body:
            self.add_link("Back to what the body says").clicked.connect(self._back)
        self.decline_with("Cancel")
        self.accept_with("Save")

    def _show(self, document: DocumentRules) -> None:
        self.title.setText(document.title_line.replace(_ORGANISATION, _NAME))
        choose(self.numbering, document.numbering.value)
        choose(self.pages, document.page_numbers)
        choose(self.summary, document.summary.value)
        for key, box in self.parts.items():
            box.setChecked(key in document.parts)
        for key, box in self.formats.items():
            box.setChecked(key in document.formats)

    def _back(self) -> None:
        self._save(None)
        self.reject()


def _fill(box: QComboBox, words: Iterable[tuple[str, str]]) -> None:
    for value, said in words:
        box.addItem(capital(said), str(value))
