"""House rules and own words as the workspace keeps them, and the rows their Edits change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desktop.core import wording_edits
from desktop.core.characters import safe_characters
from desktop.core.wording import HouseRules
from desktop.store.database import Database
from desktop.store.journal import RowChange
from desktop.store.writing import require, row_changes

_NAMED = (
    ("title, author, body, short", "sources"),
    ("speaker, owner", "snippets"),
    ("name, contact_name", "organisations"),
    ("data", "consultations"),
)


def house_rules(db: Database, organisation: str) -> list[HouseRules]:
    """Return the files of house rules of an Organisation by name."""
    found = db.query(
        "SELECT * FROM house_rules WHERE organisation = ? ORDER BY name COLLATE NOCASE, id",
        [organisation],
    )
    return [HouseRules(**{**row, "added": datetime.fromisoformat(row["added"])}) for row in found]


def own_words(db: Database, language: str) -> list[str]:
    """Return the words that count as well spelled in a language, by alphabet."""
    found = db.query(
        "SELECT word FROM own_words WHERE language = ? ORDER BY word COLLATE NOCASE, word",
        [language],
    )
    return [row["word"] for row in found]


def names_known(db: Database) -> Iterator[str]:
    """Yield the texts whose words are names, or as others spell them: of the sources and speakers
    of the library, of organisations and of calls for evidence.
    """
    for columns, table in _NAMED:
        for row in db.execute(f"SELECT DISTINCT {columns} FROM {table}"):
            yield from filter(None, row)


@row_changes.register
def _(edit: wording_edits.SaveHouseRules, db: Database) -> list[RowChange]:
    given = edit.rules
    require(db, "organisations", given.organisation, "organisation")
    row = {
        "id": given.id,
        "organisation": given.organisation,
        "name": safe_characters(given.name),
        "text": given.text,
        "added": given.added.isoformat(),
    }
    return [RowChange("house_rules", {"id": given.id}, row)]


@row_changes.register
def _(edit: wording_edits.RemoveHouseRules, _db: Database) -> list[RowChange]:
    return [RowChange("house_rules", {"id": edit.rules}, None)]


@row_changes.register
def _(edit: wording_edits.AddOwnWord, _db: Database) -> list[RowChange]:
    key = {"word": safe_characters(edit.word.strip()), "language": edit.language}
    return [RowChange("own_words", key, dict(key))] if key["word"] else []


@row_changes.register
def _(edit: wording_edits.RemoveOwnWord, _db: Database) -> list[RowChange]:
    return [RowChange("own_words", {"word": edit.word, "language": edit.language}, None)]
