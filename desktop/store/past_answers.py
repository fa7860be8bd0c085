"""What other Responses of the workspace answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.core.response import Answer
from desktop.store import rows
from desktop.store.database import Database


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """An Answer of another Response, with enough to say where it was given.

    One from a past response that was brought in has no Response (``answer.response`` is ""), but
    the key of its ``source``, the ``locator`` in it, the import (``document``), the question as it
    was ``asked``, the known Question it is matched with (``ref``, see ``question_ref``) and when
    it was ``sent`` (YYYY, YYYY-MM or YYYY-MM-DD, "" unknown).
    """

    answer: Answer
    consultation: str
    consultation_title: str
    organisation: str
    edited: datetime
    source: str = ""
    locator: str = ""
    sent: str = ""
    document: str = ""
    asked: str = ""
    ref: str = ""


def of_other_responses(db: Database, response_id: str) -> list[PastAnswer]:
    """Return the Answers of every other Response not in the bin, last edited first. Those of one
    that was sent come from the library, as they were sent.
    """
    sql = (
        "SELECT a.*, r.consultation AS _consultation, c.title AS _title, o.name AS _name, "
        "r.edited AS _edited FROM answers a JOIN responses r ON r.id = a.response "
        "JOIN organisations o ON o.id = r.organisation "
        "JOIN consultations c ON c.id = r.consultation "
        "WHERE r.id <> ? AND r.binned IS NULL AND a.body <> '' AND NOT EXISTS ("
        " SELECT 1 FROM sendings AS sent JOIN documents AS d ON d.id = sent.document "
        " JOIN sources AS s ON s.key = d.source "
        " WHERE sent.response = r.id AND d.state = 'accepted' AND s.retired = 0) "
        "ORDER BY r.edited DESC"
    )
    return [
        PastAnswer(
            answer=rows.answer({key: row[key] for key in row if not key.startswith("_")}),
            consultation=row["_consultation"],
            consultation_title=row["_title"],
            organisation=row["_name"],
            edited=datetime.fromisoformat(row["_edited"]),
        )
        for row in db.query(sql, [response_id])
    ]
