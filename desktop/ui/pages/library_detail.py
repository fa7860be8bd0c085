"""One Snippet or Source in full: where it comes from, what it serves, where it is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.evidence import ANY_QUESTION, Origin
from desktop.core.references import full_reference
from desktop.store.uses import Use
from desktop.ui.models.library_rows import KINDS, LibraryRow, is_due
from desktop.ui.models.words import ORIGINS, SOURCE_KINDS, counted, day
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.address_label import AddressLabel
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, chip, set_text, text_label
from desktop.ui.widgets.page_column import PageColumn

_LABELS = (
    "Reference",
    "Where in it",
    "Said by",
    "Kind of document",
    "About the source",
    "Licence",
    "Tags",
    "Questions it serves",
    "Looked after by",
    "Check again by",
)


class LibraryDetail(PageColumn):
    """``edit()``, ``retire()``, ``add_snippet()`` of this Source, ``go(Place)``."""

    edit = Signal()
    retire = Signal()
    add_snippet = Signal()
    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("The chosen snippet or source", wide=True, parent=parent)
        self.column.setSpacing(GAP)
        self.kind = chip("", "kind")
        self.origin = chip("", "neutral")
        self.standing = chip("", "warn")
        self.title = text_label("", "heading")
        self.text = text_label()
        self.address = AddressLabel()
        self.edit_button = Button("Edit…", self.edit.emit)
        self.retire_button = Button("", self.retire.emit)
        self.add_button = Button("Add a snippet from it…", self.add_snippet.emit)
        self.used = text_label("", "strong")
        self._facts = {label: (text_label(label, "strong"), text_label()) for label in _LABELS}
        self._links: list[Button] = []
        self._uses = QVBoxLayout()
        self._build()

    def show_row(self, row: LibraryRow, questions: Mapping[str, str], today: date) -> None:
        """Show a row; ``questions`` has words for each question reference."""
        snippet, source = row.snippet, row.source
        self.kind.setText(KINDS[row.kind])
        self.origin.setText(ORIGINS[row.origin])
        due = snippet is not None and is_due(snippet, today)
        standing = "Retired" if row.retired else "! Check date" if due else ""
        set_text(self.standing, standing)
        self.title.setText(breakable(row.title))
        set_text(self.text, breakable(snippet.text) if snippet else "")
        facts = {
            "Reference": full_reference(source),
            "Kind of document": SOURCE_KINDS[source.kind],
            "About the source": source.note,
            "Licence": source.licence,
        }
        if snippet is not None:
            facts |= {
                "Where in it": snippet.locator,
                "Said by": snippet.speaker,
                "Tags": ", ".join(snippet.tags),
                "Questions it serves": _question_words(snippet.questions, questions),
                "Looked after by": snippet.owner,
                "Check again by": day(snippet.review_by) if snippet.review_by else "",
            }
        for label, (heading, value) in self._facts.items():
            set_text(value, breakable(facts.get(label, "")))
            heading.setVisible(bool(facts.get(label)))
        self.address.show_address(source.address)
        self.retire_button.setVisible(snippet is not None)
        self.retire_button.set_words("Bring back" if row.retired else "Retire")
        self.add_button.setVisible(snippet is None)
        self.edit_button.setToolTip(
            "What you save is your own copy." if row.origin is Origin.BUILT_IN else ""
        )
        self.show_uses(None)

    def show_uses(self, uses: Iterable[Use] | None) -> None:
        """Show where it is used; None = not known yet."""
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = [self._link(use) for use in uses or ()]
        for link in self._links:
            self._uses.addWidget(link)
        if uses is None:
            self.used.setText("Where it is used")
        elif self._links:
            self.used.setText(f"Used in {counted(len(self._links), 'answer')}")
        else:
            self.used.setText("Not used in any response yet")

    def links(self) -> list[Button]:
        """Return the ways to the answers that use it."""
        return list(self._links)

    def _link(self, use: Use) -> Button:
        place = Place(PageId.QUESTION, use.response, use.question)
        name = f"{use.organisation}, {use.consultation}, question {use.question}: {use.heading}"
        link = Button(
            f"Question {use.question}: {use.heading}",
            lambda: self.go.emit(place),
            look="link",
            name=name,
        )
        link.setToolTip(name)
        return link

    def _build(self) -> None:
        chips = FlowLayout()
        for label in (self.kind, self.origin, self.standing):
            chips.addWidget(label)
        self.column.addLayout(chips)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        buttons = FlowLayout()
        for button in (self.edit_button, self.retire_button, self.add_button):
            buttons.addWidget(button)
        self.column.addLayout(buttons)
        self.column.addSpacing(GAP)
        for heading, value in self._facts.values():
            pair = QVBoxLayout()
            pair.setSpacing(GAP_SMALL)
            pair.addWidget(heading)
            pair.addWidget(value)
            self.column.addLayout(pair)
        self.column.addWidget(self.address)
        self.column.addSpacing(GAP_LARGE)
        self.column.addWidget(self.used)
        self._uses.setSpacing(0)
        self.column.addLayout(self._uses)
        self.column.addStretch(1)


def _question_words(refs: tuple[str, ...], questions: Mapping[str, str]) -> str:
    if ANY_QUESTION in refs:
        return "Any question"
    return "\n".join(questions.get(ref, ref) for ref in refs)
