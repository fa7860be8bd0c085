"""The rows of a Response's texts in another language (reading them: ``reading``)."""

from __future__ import annotations

from desktop.core.translating_edits import SetTranslation
from desktop.store.database import Database
from desktop.store.journal import RowChange
from desktop.store.writing import require, row_changes


@row_changes.register
def _(edit: SetTranslation, db: Database) -> list[RowChange]:
    require(db, "responses", edit.response, "response")
    key = {
        "response": edit.response,
        "language": edit.key.language.value,
        "field": edit.key.field.value,
        "question": edit.key.question,
        "item": edit.key.item,
    }
    if not edit.text.strip():
        return [RowChange("translations", key, None)]
    said = {"text": edit.text, "original": edit.original}
    return [RowChange("translations", key, {**key, **said})]
