"""The form for a Snippet of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QVBoxLayout, QWidget

from desktop.core.consent_edits import SaveAgreedSnippet
from desktop.core.consultation import Consultation
from desktop.core.edits import SaveSnippet
from desktop.core.evidence import Snippet, SnippetKind, Source
from desktop.ui.form import labelled, name_field
from desktop.ui.models.words import SNIPPET_KINDS
from desktop.ui.pages.library_form import LibraryForm, combo
from desktop.ui.pages.library_parts.consent_fields import (
    ConsentFields,
    consent_of,
    says_anything,
)
from desktop.ui.spacing import GAP_SMALL
from desktop.ui.widgets.inset import inset
from desktop.ui.widgets.question_refs import QuestionRefs
from desktop.ui.widgets.saved_field import line_edit, note_edit
from desktop.ui.widgets.sentence_field import SentenceField

_OF_PEOPLE = {SnippetKind.CASE_STUDY.value, SnippetKind.QUOTATION.value}


class SnippetForm(LibraryForm):
    """Its values are the fields of a Snippet as text, and of its consent record; tags are separated
    by commas. Only a case study and a quotation are asked for a consent record.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Snippet", parent)
        self.claim = SentenceField()
        self.text = note_edit(6)
        self.kind = combo()
        for kind, words in SNIPPET_KINDS.items():
            self.kind.addItem(words, kind.value)
        self.source = combo()
        self.locator, self.speaker, self.owner = line_edit(), line_edit(), line_edit()
        self.tags = line_edit()
        self.questions = QuestionRefs()
        self.questions.picked.connect(self.tell)
        self.review = QCheckBox("Check it again by a certain day")
        name_field(self.review, self.review.text())
        self.review_by = QDateEdit()
        inset(self.review_by)
        self.review_by.setCalendarPopup(True)
        self.review_by.setDisplayFormat("d MMMM yyyy")
        name_field(self.review_by, "Check again by")
        self.review.toggled.connect(self._review_wanted)
        self.review_by.dateChanged.connect(self.tell)
        self.consent = ConsentFields()
        self.consent.changed.connect(self.tell)
        self.kind.currentIndexChanged.connect(self._kind_shown)
        self._id = ""
        self.adopt(
            {
                "claim": self.claim,
                "text": self.text,
                "kind": self.kind,
                "source": self.source,
                "locator": self.locator,
                "speaker": self.speaker,
                "tags": self.tags,
                "owner": self.owner,
                "consent_who": self.consent.who,
                "consent_note": self.consent.note,
            }
        )
        self._build()

    def offer(self, sources: Mapping[str, Source], consultations: Iterable[Consultation]) -> None:
        """Offer these Sources and Questions."""
        chosen, refs = self.source.currentData(), self.questions.refs()
        self.source.clear()
        self.source.addItem("Choose a source", "")
        for key, source in sources.items():
            self.source.addItem(source.title, key)
        self.source.setCurrentIndex(max(self.source.findData(chosen), 0))
        self.questions.offer(consultations)
        self.questions.set_refs(refs)

    def values(self) -> dict[str, Any]:
        chosen = self.review_by.date()
        day = date(chosen.year(), chosen.month(), chosen.day()).isoformat()
        return {
            **super().values(),
            **self.consent.values(),
            "id": self._id,
            "questions": list(self.questions.refs()),
            "review_by": day if self.review.isChecked() else "",
        }

    def set_values(self, values: Mapping[str, Any]) -> None:
        super().set_values(values)
        self._setting = True
        self._id = str(values.get("id", ""))
        self.consent.set_values(values)
        self._kind_shown()
        self.questions.set_refs(values.get("questions", ()))
        day = QDate.fromString(str(values.get("review_by", "")), "yyyy-MM-dd")
        self.review.setChecked(day.isValid())
        self.review_by.setEnabled(day.isValid())
        self.review_by.setDate(day if day.isValid() else QDate.currentDate().addYears(1))
        self._setting = False

    def lacks(self) -> tuple[str, str]:
        values = self.values()
        if not values["claim"]:
            return "claim", "Say in one sentence what this evidence shows."
        if not values["text"]:
            return "text", "Write the paragraph that goes into an answer."
        if not values["source"]:
            return (
                "source",
                "Choose the source it comes from. A source that is not there yet can be added.",
            )
        if self._is_of_people() and says_anything(values) and not values["consent_who"]:
            return "consent_who", "Say who has agreed, or clear what is ticked below."
        return super().lacks()

    def edit(self) -> SaveSnippet:
        """Return the Edit that saves it; only when nothing lacks."""
        values = self.values()
        if not self._is_of_people() or _agreed(values) == _agreed(self._before):
            return SaveSnippet(self.snippet())
        now = QDate.currentDate()
        today = date(now.year(), now.month(), now.day())
        return SaveAgreedSnippet(self.snippet(), consent_of(values, self._id, today))

    def snippet(self) -> Snippet:
        """Return the Snippet as it stands in the form."""
        values = self.values()
        tags = (tag.strip() for tag in values["tags"].split(","))
        return Snippet(
            id=self._id,
            source=values["source"],
            claim=values["claim"],
            text=values["text"],
            kind=SnippetKind(values["kind"]),
            locator=values["locator"],
            tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
            questions=tuple(values["questions"]),
            speaker=values["speaker"],
            owner=values["owner"],
            review_by=date.fromisoformat(values["review_by"]) if values["review_by"] else None,
        )

    def _is_of_people(self) -> bool:
        return self.kind.currentData() in _OF_PEOPLE

    def _kind_shown(self) -> None:
        self.consent.setVisible(self._is_of_people())

    def _review_wanted(self, wanted: bool) -> None:
        self.review_by.setEnabled(wanted)
        self.tell()

    def _build(self) -> None:
        rows = (
            labelled(self.claim, "Claim", "What it shows, in one sentence."),
            labelled(self.text, "Text", "The paragraph that goes into an answer, 30 to 90 words."),
            labelled(self.kind, "Kind"),
            labelled(self.source, "Source"),
            labelled(self.locator, "Where in it", "For example: para. 3, page 12, slide 4."),
            labelled(self.speaker, "Said by", "For a quotation: who is quoted."),
            labelled(self.tags, "Tags", "Words to find it by, with commas between them."),
            labelled(self.questions, "Questions it serves"),
            labelled(self.owner, "Looked after by", "Who knows whether it still holds."),
        )
        for row in rows:
            self.column.addWidget(row)
        review = QVBoxLayout()
        review.setSpacing(GAP_SMALL)
        review.addWidget(self.review)
        review.addWidget(self.review_by)
        self.column.addLayout(review)
        self.column.addWidget(self.consent)
        self.finish()


def _agreed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said of consent among the values of the form."""
    return {name: value for name, value in values.items() if name.startswith("consent_")}


def snippet_values(snippet: Snippet) -> dict[str, Any]:
    """Return a Snippet as the form takes it."""
    return {
        "id": snippet.id,
        "source": snippet.source,
        "claim": snippet.claim,
        "text": snippet.text,
        "kind": snippet.kind.value,
        "locator": snippet.locator,
        "tags": ", ".join(snippet.tags),
        "questions": list(snippet.questions),
        "speaker": snippet.speaker,
        "owner": snippet.owner,
        "review_by": snippet.review_by.isoformat() if snippet.review_by else "",
    }
