"""The rows of checking: what was dismissed, and the texts that were mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.core.checking_edits import DismissFinding, MendedText, MendText, TakeBackDismissal
from desktop.core.dismissing import Dismissal
from desktop.core.finding import TextField
from desktop.store import reading, rows
from desktop.store.database import Database
from desktop.store.journal import RowChange
from desktop.store.writing import answer_changes, require, row_changes

_OF_ANSWERS = frozenset({TextField.BODY, TextField.KEY_POINT})
_OF_RECOMMENDATIONS = frozenset({TextField.WHO, TextField.WHAT, TextField.BY_WHEN})


@row_changes.register
def _(edit: DismissFinding, db: Database) -> list[RowChange]:
    require(db, "responses", edit.response, "response")
    key = _key(edit.response, edit.dismissal)
    said = {
        "sentence": edit.dismissal.sentence,
        "reason": edit.dismissal.reason,
        "noted": edit.dismissal.noted.isoformat(),
    }
    return [RowChange("dismissals", key, {**key, **said})]


@row_changes.register
def _(edit: TakeBackDismissal, _db: Database) -> list[RowChange]:
    return [RowChange("dismissals", _key(edit.response, edit.dismissal), None)]


@row_changes.register
def _(edit: MendText, db: Database) -> list[RowChange]:
    changes = [change for text in edit.texts for change in _mended(db, edit.response, text)]
    return [*changes, *_contact(db, edit)]


def _mended(db: Database, response: str, text: MendedText) -> list[RowChange]:
    column = text.field.value.replace("-", "_")
    if text.field in _OF_ANSWERS:
        return answer_changes(db, response, text.question, {column: text.text})
    if text.field in _OF_RECOMMENDATIONS:
        require(db, "recommendations", text.item, "recommendation")
        return [RowChange("recommendations", {"id": text.item}, {column: text.text})]
    if text.field is TextField.SUMMARY:
        return _summary(db, response, text)
    require(db, "responses", response, "response")
    return [RowChange("responses", {"id": response}, {column: text.text})]


def _summary(db: Database, response: str, text: MendedText) -> list[RowChange]:
    points = list(reading.response(db, response).summary or ())
    place = int(text.item)
    # A point that has gone meanwhile needs no mending.
    if place >= len(points):
        return []
    points[place] = replace(points[place], text=text.text)
    column = rows.summary_column(tuple(points))
    return [RowChange("responses", {"id": response}, {"summary": column})]


def _contact(db: Database, edit: MendText) -> Iterator[RowChange]:
    own = reading.response(db, edit.response).organisation
    organisation = next(item for item in reading.organisations(db) if item.id == own)
    empty = {
        field: value for field, value in edit.contact if not getattr(organisation, field).strip()
    }
    if empty:
        yield RowChange("organisations", {"id": organisation.id}, empty)


def _key(response: str, dismissal: Dismissal) -> dict[str, str]:
    return {
        "response": response,
        "finding": dismissal.check,
        "part": dismissal.part.value,
        "question": dismissal.question,
        "basis": dismissal.basis,
        "excerpt": dismissal.excerpt,
    }
