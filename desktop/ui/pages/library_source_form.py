"""The form for a Source of one's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.core.edits import SaveSource
from desktop.core.evidence import Source, SourceKind
from desktop.core.text import is_link
from desktop.ui.form import labelled
from desktop.ui.models.typed_date import as_written
from desktop.ui.models.words import SOURCE_KINDS
from desktop.ui.pages.library_form import LibraryForm, combo
from desktop.ui.widgets.saved_field import line_edit, note_edit
from desktop.ui.widgets.sentence_field import SentenceField

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LONGEST_KEY = 40


class SourceForm(LibraryForm):
    """Its values are the fields of a Source as text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Source", parent)
        self.title = SentenceField()
        self.author, self.body, self.date = line_edit(), line_edit(), line_edit()
        self.kind = combo()
        for kind, words in SOURCE_KINDS.items():
            self.kind.addItem(words, kind.value)
        self.reference, self.address = line_edit(), line_edit()
        self.short, self.licence = line_edit(), line_edit()
        self.about = note_edit(3)
        self._kept: Source | None = None
        self._taken: Container[str] = ()
        self.adopt(
            {
                "title": self.title,
                "author": self.author,
                "body": self.body,
                "date": self.date,
                "kind": self.kind,
                "reference": self.reference,
                "address": self.address,
                "short": self.short,
                "licence": self.licence,
                "note": self.about,
            }
        )
        self._build()

    def start_source(
        self, heading: str, note: str, source: Source | None, taken: Container[str]
    ) -> None:
        """Open the form for a Source, or for a new one whose key must not be ``taken``."""
        self._kept = source
        self._taken = taken
        self.start(heading, note, source_values(source) if source else {})

    def values(self) -> dict[str, Any]:
        said = super().values()
        key = self._kept.key if self._kept else ""
        return {**said, "date": as_written(said["date"]), "key": key}

    def lacks(self) -> tuple[str, str]:
        values = self.values()
        if not values["title"]:
            return "title", "Give the title of the document."
        if values["date"] and not is_date(values["date"]):
            return "date", "Write the date as 2010, July 2010 or 20 July 2010, or leave it empty."
        if values["address"] and not is_link(values["address"]):
            return "address", "Write the whole address, beginning with https://, or leave it empty."
        return super().lacks()

    def edit(self) -> SaveSource:
        """Return the Edit that saves it; only when nothing lacks."""
        return SaveSource(self.source())

    def source(self) -> Source:
        """Return the Source as it stands in the form."""
        values = self.values()
        old = self._kept
        same_date = old is not None and old.date == values["date"]
        return Source(
            key=old.key if old else new_key(values["author"], values["title"], self._taken),
            title=values["title"],
            author=values["author"],
            body=values["body"],
            date=values["date"],
            date_note=old.date_note if old and same_date else "",
            kind=SourceKind(values["kind"]),
            reference=values["reference"],
            address=values["address"],
            licence=values["licence"],
            short=values["short"],
            note=values["note"],
        )

    def _build(self) -> None:
        rows = (
            labelled(self.title, "Title"),
            labelled(self.author, "Author", "A person or an organisation."),
            labelled(self.body, "Published by or given to"),
            labelled(self.date, "Date", "2010, July 2010 or 20 July 2010."),
            labelled(self.kind, "Kind of document"),
            labelled(self.reference, "Reference", "For example: HC 902, BS 69."),
            labelled(self.address, "Web address"),
            labelled(self.short, "Short form", "How later footnotes name it."),
            labelled(self.licence, "Licence"),
            labelled(self.about, "About the source", "What a colleague should know of it."),
        )
        for row in rows:
            self.column.addWidget(row)
        self.finish()


def source_values(source: Source) -> dict[str, Any]:
    """Return a Source as the form takes it."""
    return {
        "title": source.title,
        "author": source.author,
        "body": source.body,
        "date": source.date,
        "kind": source.kind.value,
        "reference": source.reference,
        "address": source.address,
        "short": source.short,
        "licence": source.licence,
        "note": source.note,
    }


def is_date(text: str) -> bool:
    """Tell whether a text is a year, a month or a day: 2010, 2010-07, 2010-07-20."""
    found = _DATE.fullmatch(text)
    if not found:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def new_key(author: str, title: str, taken: Container[str]) -> str:
    """Return a key for a new Source, made of its author's and title's letters and not taken."""
    plain = unicodedata.normalize("NFKD", f"{author} {title}".casefold())
    letters = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")
    stem = letters[:_LONGEST_KEY].strip("-") or "source"
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def restored(form: SourceForm, values: Mapping[str, Any], sources: Mapping[str, Source]) -> None:
    """Open the form as it was left unfinished."""
    old = sources.get(str(values.get("key", "")))
    form.start_source("A source you left unfinished", "", old, sources)
    form.set_values(values)
