"""What cited places said when they were cited, kept beside the Answers: a claim whose evidence has
changed or been retired since can be told.

Of each place the pieces that the Answer uses are kept: their ids, each with a short digest of its
words. That follows the text at each save; it is no step of its own that could be undone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from desktop.core.citing import CitedPlace, ConfirmCitation, Since
from desktop.core.evidence import Passage, Snippet
from desktop.core.response import Answer
from desktop.core.text import citations
from desktop.core.usage import is_used, shared_places, written
from desktop.markup import parse
from desktop.store import evidence_rows, reading
from desktop.store.database import Database
from desktop.store.journal import RowChange
from desktop.store.reading import every
from desktop.store.writing import row_changes

_LETTERS = 16
_Place = tuple[str, str]
_SNIPPETS = (
    "SELECT x.* FROM snippets AS x JOIN sources AS o ON o.key = x.source"
    " WHERE x.retired = 0 AND o.retired = 0"
)
_PASSAGES = (
    "SELECT x.* FROM passages AS x JOIN documents AS d ON d.id = x.document"
    " JOIN sources AS o ON o.key = x.source WHERE d.state = 'accepted' AND o.retired = 0"
)
# An import that replaces a cited one has a Source of its own.
_NEWER_COPIES = (
    "WITH RECURSIVE newer (id, source) AS ("
    " SELECT id, source FROM documents WHERE source = ?"
    " UNION SELECT d.id, d.source FROM documents AS d JOIN newer ON d.updates = newer.id"
    ") SELECT DISTINCT source FROM newer"
)


def note(db: Database, response: str, question: str, now: datetime) -> None:
    """Keep what newly cited places say, and forget those no longer cited; ``question`` "" stands
    for all the Answers of a Response. Call inside ``db.atomic()``.
    """
    for number, answer in reading.answers(db, response).items():
        if question in {"", number}:
            _note(db, answer, now)


def _note(db: Database, answer: Answer, now: datetime) -> None:
    sql = "SELECT source, locator FROM cited_places WHERE response = ? AND question = ?"
    known: set[_Place] = set(db.execute(sql, [answer.response, answer.question]))
    cited = _cited(answer)
    for place in known - cited:
        db.execute(
            "DELETE FROM cited_places"
            " WHERE response = ? AND question = ? AND source = ? AND locator = ?",
            [answer.response, answer.question, *place],
        )
    digests = _digests(db, answer, cited - known)
    db.insert_all(
        "cited_places",
        [
            {
                "response": answer.response,
                "question": answer.question,
                "source": source,
                "locator": locator,
                "digest": digest,
                "noted": now.date().isoformat(),
            }
            for (source, locator), digest in sorted(digests.items())
        ],
    )


def changed_since(db: Database, response: str) -> tuple[CitedPlace, ...]:
    """Return the cited places of a Response whose evidence is no longer what it was."""
    sql = "SELECT * FROM cited_places WHERE response = ? AND digest <> '{}' ORDER BY rowid"
    rows = list(db.query(sql, [response]))
    pieces = {id: known for row in rows for id, known in json.loads(row["digest"]).items()}
    live = _live_pieces(db, "id", pieces) if pieces else []
    standing = {piece.id: piece.text for piece in live}
    found: list[CitedPlace] = []
    for row in rows:
        then: dict[str, str] = json.loads(row["digest"])
        place = (row["source"], row["locator"])
        became = _became(db, place, then, standing)
        if became is not None:
            day = datetime.fromisoformat(row["noted"]).date()
            found.append(CitedPlace(row["question"], *place, became.since, day, became.now))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Became:
    since: Since
    now: str = ""


def _became(
    db: Database, place: _Place, then: Mapping[str, str], standing: Mapping[str, str]
) -> _Became | None:
    """Return what has become of the pieces of a place; None if they say what they said."""
    for id, known in then.items():
        text = standing.get(id)
        if text is None:
            return _without(db, place, known)
        if _digest(text) != known:
            return _Became(Since.CHANGED, text)
    return None


def _without(db: Database, place: _Place, known: str) -> _Became | None:
    """Return what is there instead of a piece that is gone: the same words, under another id or
    at another place of the Source or of a newer copy, are as good as the piece itself.
    """
    copies = {key for (key,) in db.execute(_NEWER_COPIES, [place[0]])}
    there = _live_pieces(db, "source", {place[0], *copies})
    if any(_digest(piece.text) == known for piece in there):
        return None
    here = [piece.text for piece in there if piece.locator == place[1]]
    return _Became(Since.CHANGED, here[0]) if here else _Became(Since.RETIRED)


@row_changes.register
def _(edit: ConfirmCitation, db: Database) -> list[RowChange]:
    place = (edit.source, edit.locator)
    answer = reading.answers(db, edit.response).get(edit.question)
    if answer is None or place not in _cited(answer):
        return []
    key = {
        "response": edit.response,
        "question": edit.question,
        "source": edit.source,
        "locator": edit.locator,
    }
    return [RowChange("cited_places", key, {"digest": _digests(db, answer, {place})[place]})]


def _cited(answer: Answer) -> set[_Place]:
    return {(cite.key, cite.locator) for cite in citations(parse(answer.body))}


def _digests(db: Database, answer: Answer, places: set[_Place]) -> dict[_Place, str]:
    """Return for each place what the pieces that an Answer uses of it say, as digests."""
    if not places:
        return {}
    at = {locator for _, locator in places}
    pieces = _live_pieces(db, "source", {source for source, _ in places}, at)
    shared = shared_places((piece.source, piece.locator) for piece in pieces)
    text = written(parse(answer.body))
    told: dict[_Place, dict[str, str]] = {place: {} for place in places}
    for piece in pieces:
        place = (piece.source, piece.locator)
        if place in told and is_used(piece, text, shared):
            told[place][piece.id] = _digest(piece.text)
    return {place: json.dumps(digests, sort_keys=True) for place, digests in told.items()}


def _live_pieces(
    db: Database, column: str, values: Iterable[str], locators: Iterable[str] | None = None
) -> list[Snippet | Passage]:
    """Return the Snippets and Passages in use whose ``id`` or ``source`` is one of these, at these
    ``locators`` alone unless None.
    """
    asked = [json.dumps(sorted(values))]
    those = f"x.{column} IN (SELECT value FROM json_each(?))"
    if locators is not None:
        asked.append(json.dumps(sorted(locators)))
        those += " AND x.locator IN (SELECT value FROM json_each(?))"
    order = f"{those} ORDER BY x.rowid"
    return [
        *every(db, evidence_rows.snippet, f"{_SNIPPETS} AND {order}", *asked),
        *every(db, evidence_rows.passage, f"{_PASSAGES} AND {order}", *asked),
    ]


def _digest(text: str) -> str:
    """Return what tells the words of a text from others; case, marks and spaces do not count."""
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:_LETTERS]
