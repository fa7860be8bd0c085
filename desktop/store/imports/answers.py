"""What past responses that were brought in said: whole answers, and their telling sentences."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.core.evidence import Passage, Source
from desktop.core.response import Answer
from desktop.core.understanding import SentenceKind
from desktop.store import evidence_rows
from desktop.store.database import Database
from desktop.store.past_answers import PastAnswer

_ANSWERS = (
    "SELECT a.*, d.source, d.consultation, d.organisation, d.title AS document_title, d.author,"
    " d.date, d.sent, d.imported, coalesce(c.title, '') AS consultation_title"
    " FROM past_answers AS a JOIN documents AS d ON d.id = a.document"
    " JOIN sources AS s ON s.key = d.source"
    " LEFT JOIN consultations AS c ON c.id = d.consultation"
    " WHERE d.state = 'accepted' AND d.kind = 'past-response' AND s.retired = 0 AND {}"
    " ORDER BY d.sent || d.date DESC, d.imported DESC, a.id"
)
_MOST_ALIKE = 40


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that a past response said, what it is, and in which Passage it stands."""

    mark: str
    text: str
    kind: SentenceKind
    passage: Passage
    source: Source
    sent: str


def every(db: Database) -> list[PastAnswer]:
    """Return the answers of all past responses in the library, newest first."""
    return list(_answers(db, "1", []))


def to_questions(db: Database, ref: str, words: Iterable[str]) -> list[PastAnswer]:
    """Return the answers to the Question ``ref`` (see ``question_ref``), and those to questions
    whose wording has some of these words, newest first.
    """
    chosen = json.dumps(_ids_like(db, words))
    where = "(a.ref = ? OR a.id IN (SELECT value FROM json_each(?)))"
    return list(_answers(db, where, [ref, chosen]))


def around(db: Database, passages: Iterable[Passage]) -> list[PastAnswer]:
    """Return the answers that these Passages are from, newest first."""
    places = json.dumps([[item.document, item.number] for item in passages if item.number])
    where = (
        "EXISTS (SELECT 1 FROM json_each(?) AS j"
        " WHERE json_extract(j.value, '$[0]') = a.document"
        " AND json_extract(j.value, '$[1]') = a.number)"
    )
    return list(_answers(db, where, [places]))


def said_in(
    db: Database, answers: Iterable[PastAnswer], kinds: Iterable[SentenceKind]
) -> list[Said]:
    """Return the sentences of these kinds in these answers, dismissed ones apart."""
    wanted = json.dumps([kind.value for kind in kinds])
    found: list[Said] = []
    for answer in answers:
        sql = (
            "SELECT m.id AS mark, m.text AS said, m.kind AS sort, p.* FROM passages AS p"
            " JOIN marks AS m ON m.document = p.document AND m.passage = p.id"
            " WHERE p.document = ? AND p.number = ?"
            " AND m.kind IN (SELECT value FROM json_each(?)) AND m.state <> 'dismissed'"
            " ORDER BY p.position, m.start"
        )
        source = db.query("SELECT * FROM sources WHERE key = ?", [answer.source])
        known = next(map(evidence_rows.source, source))
        for row in db.query(sql, [answer.document, answer.answer.question, wanted]):
            key = f"{answer.document}:{row['mark']}"
            kind = SentenceKind(row["sort"])
            passage = evidence_rows.passage(row)
            found.append(Said(key, row["said"], kind, passage, known, answer.sent))
    return found


def _ids_like(db: Database, words: Iterable[str]) -> list[int]:
    wanted = " OR ".join('"' + word.replace('"', '""') + '"' for word in words)
    if not wanted:
        return []
    sql = (
        "SELECT rowid FROM search_asked WHERE search_asked MATCH ?"
        f" ORDER BY bm25(search_asked) LIMIT {_MOST_ALIKE}"
    )
    return [row[0] for row in db.execute(sql, [wanted])]


def _answers(db: Database, where: str, values: list[Any]) -> Iterator[PastAnswer]:
    for row in db.query(_ANSWERS.format(where), values):
        sent = row["sent"] or row["date"]
        yield PastAnswer(
            answer=Answer("", row["number"], body=row["text"]),
            consultation=row["ref"].rpartition("#")[0] or row["consultation"],
            consultation_title=row["consultation_title"] or row["document_title"],
            organisation=row["organisation"] or row["author"],
            edited=_moment(sent) or datetime.fromisoformat(row["imported"]),
            source=row["source"],
            locator=row["locator"],
            sent=sent,
            document=row["document"],
            asked=row["question"],
            ref=row["ref"],
        )


def _moment(day: str) -> datetime | None:
    """Return the first moment of YYYY, YYYY-MM or YYYY-MM-DD; None for anything else."""
    try:
        return datetime.fromisoformat((day + "-01-01")[:10] if day else "")
    except ValueError:
        return None
