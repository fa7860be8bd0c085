"""One Snippet, Passage or Source in full: where it comes from, what it serves, where it is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.consent import Consent
from desktop.core.evidence import ANY_QUESTION, Origin, Passage
from desktop.core.references import full_reference
from desktop.ui.models.library_rows import KINDS, LibraryRow, is_due
from desktop.ui.models.words import ORIGINS, SOURCE_KINDS, consent_words, counted, day
from desktop.ui.pages.library_parts.uses_list import UsesList
from desktop.ui.spacing import GAP, GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.address_label import AddressLabel
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.found_label import found_label, show_found
from desktop.ui.widgets.labels import breakable, chip, set_text, text_label
from desktop.ui.widgets.page_column import PageColumn

_LABELS = (
    "Reference",
    "Where in it",
    "Answered",
    "Said by",
    "Kind of document",
    "About the source",
    "Licence",
    "Tags",
    "Consultation",
    "Questions it serves",
    "Looked after by",
    "Check again by",
    "Consent",
)


class LibraryDetail(PageColumn):
    """Its signals say what the person wants done with the row shown; ``go(Place)`` leads to an
    answer, ``read(LibraryRow)`` to the text of the Source.
    """

    edit = Signal()
    retire = Signal()
    still_true = Signal()
    history = Signal()
    add_snippet = Signal()
    likes = Signal()
    read = Signal(object)
    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("The chosen snippet, passage or source", wide=True, parent=parent)
        self.column.setSpacing(GAP)
        self._row: LibraryRow | None = None
        self.query = ""
        self.kind = chip("", "kind")
        self.origin = chip("", "neutral")
        self.standing = chip("", "warn")
        self.title = found_label("heading")
        self.text = found_label()
        self.address = AddressLabel()
        self.read_button = Button("Read it in its place", lambda: self.read.emit(self._row))
        self.edit_button = Button("Edit…", self.edit.emit)
        self.true_button = Button("Still true", self.still_true.emit)
        self.retire_button = Button("", self.retire.emit)
        self.add_button = Button("Add a snippet from it…", self.add_snippet.emit)
        self.history_button = Button("Earlier versions…", self.history.emit, look="link")
        self.likes_button = Button("", self.likes.emit, look="link")
        self.uses = UsesList()
        self.uses.go.connect(self.go)
        self._facts = {label: (text_label(label, "strong"), text_label()) for label in _LABELS}
        self._likes: list[Button] = []
        self._like_list = QVBoxLayout()
        self._build()

    def show_row(
        self,
        row: LibraryRow,
        questions: Mapping[str, str],
        today: date,
        consent: Consent | None = None,
    ) -> None:
        """Show a row; ``questions`` has words for each question reference, ``consent`` is what the
        people in it have agreed to.
        """
        self._row = row
        due = row.snippet is not None and is_due(row.snippet, today)
        away = "Retired" if row.retired else "In the bin" if row.binned else ""
        away = "Retired with its source" if row.with_source else away
        self.kind.setText(KINDS[row.kind])
        self.origin.setText(ORIGINS[row.origin])
        set_text(self.standing, away or ("! Check date" if due else ""))
        show_found(self.title, row.title, self.query)
        show_found(self.text, row.text if row.snippet or row.passage else "", self.query)
        facts = _facts(row, questions)
        if consent is not None:
            facts["Consent"] = consent_words(consent)
        for label, (heading, value) in self._facts.items():
            set_text(value, breakable(facts.get(label, "")))
            heading.setVisible(bool(facts.get(label)))
        self.address.show_address(row.source.address)
        self._offer(row, due=due)
        self.show_likes(())
        self.uses.show_uses(None)

    def show_likes(self, passages: Sequence[Passage]) -> None:
        """Show the passages that say nearly the same, each with the way to its place."""
        for link in self._likes:
            link.hide()
            link.deleteLater()
        self._likes = []
        row = self._row
        if row is None:
            return
        for passage in passages:
            link = Button(passage.locator or passage.claim, look="link", name=passage.claim)
            link.clicked.connect(lambda _=False, one=passage: self.read.emit(_row_of(row, one)))
            link.setToolTip(passage.text)
            self._likes.append(link)
            self._like_list.addWidget(link)

    def like_links(self) -> list[Button]:
        """Return the ways to the passages that say nearly the same."""
        return list(self._likes)

    def _offer(self, row: LibraryRow, *, due: bool) -> None:
        """Show the buttons for what can be done with this row."""
        snippet = row.snippet is not None
        likes = row.passage.likes if row.passage else 0
        self.read_button.setVisible(bool(row.document))
        self.read_button.set_words("Read it in its place" if row.locator else "Read it")
        self.edit_button.setVisible(row.passage is None and not row.binned)
        self.edit_button.setToolTip(
            "What you save is your own copy." if row.origin is Origin.BUILT_IN else ""
        )
        self.true_button.setVisible(due and not row.put_away)
        self.retire_button.setVisible(row.passage is None)
        back = "Bring its source back" if row.with_source else "Bring back"
        self.retire_button.set_words(back if row.put_away else "Retire")
        self.add_button.setVisible(not snippet and not row.put_away)
        words = "Make a snippet of it…" if row.passage else "Add a snippet from it…"
        self.add_button.set_words(words)
        self.history_button.setVisible(snippet)
        self.likes_button.setVisible(likes > 0)
        self.likes_button.set_words(f"And {counted(likes, 'passage')} that say nearly the same…")

    def _build(self) -> None:
        chips = FlowLayout()
        for label in (self.kind, self.origin, self.standing):
            chips.addWidget(label)
        self.column.addLayout(chips)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        buttons = FlowLayout()
        for button in (
            self.read_button,
            self.edit_button,
            self.true_button,
            self.add_button,
            self.retire_button,
            self.history_button,
        ):
            buttons.addWidget(button)
        self.column.addLayout(buttons)
        self.column.addWidget(self.likes_button)
        self.column.addLayout(self._like_list)
        self.column.addSpacing(GAP)
        for heading, value in self._facts.values():
            pair = QVBoxLayout()
            pair.setSpacing(GAP_SMALL)
            pair.addWidget(heading)
            pair.addWidget(value)
            self.column.addLayout(pair)
        self.column.addWidget(self.address)
        self.column.addSpacing(GAP_LARGE)
        self.column.addWidget(self.uses)
        self.column.addStretch(1)


def _facts(row: LibraryRow, questions: Mapping[str, str]) -> dict[str, str]:
    """Return what there is to say of a row, by label."""
    source, snippet = row.source, row.snippet
    facts = {
        "Reference": full_reference(source),
        "Where in it": row.locator,
        "Kind of document": SOURCE_KINDS[source.kind],
        "About the source": source.note,
        "Licence": source.licence,
        "Consultation": row.consultation,
    }
    if row.passage is not None and (row.passage.question or row.passage.number):
        asked = f"Question {row.passage.number}: {row.passage.question}".strip(": ")
        facts["Answered"] = asked if row.passage.number else row.passage.question
    if snippet is not None:
        serves = _question_words(snippet.questions, questions)
        facts |= {
            "Said by": snippet.speaker,
            "Tags": ", ".join(snippet.tags),
            # The questions name their consultation.
            "Consultation": "" if serves else row.consultation,
            "Questions it serves": serves,
            "Looked after by": snippet.owner,
            "Check again by": day(snippet.review_by) if snippet.review_by else "",
        }
    return facts


def _row_of(row: LibraryRow, passage: Passage) -> LibraryRow:
    """Return the row of a Passage of which only its place is wanted."""
    return LibraryRow(row.source, passage=passage, document=passage.document)


def _question_words(refs: tuple[str, ...], questions: Mapping[str, str]) -> str:
    if ANY_QUESTION in refs:
        return "Any question"
    return "\n".join(questions.get(ref, ref) for ref in refs)
