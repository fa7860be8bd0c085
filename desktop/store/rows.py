"""Rows to people and drafts, and back: here columns and core types meet (of evidence, in
``evidence_rows``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, replace
from datetime import date, datetime
from typing import Any

from desktop.core.characters import safe_characters
from desktop.core.response import (
    Answer,
    AnswerMark,
    AnswerVersion,
    Organisation,
    OrganisationKind,
    Recommendation,
    Response,
    SummaryPoint,
)

Row = Mapping[str, Any]


def organisation_row(value: Organisation) -> dict[str, Any]:
    """Return the row of an Organisation."""
    return asdict(value)


def organisation(row: Row) -> Organisation:
    """Return the Organisation of a row."""
    return Organisation(**{**row, "kind": OrganisationKind(row["kind"])})


def response_row(value: Response) -> dict[str, Any]:
    """Return the row of a Response."""
    return {
        **{f.name: getattr(value, f.name) for f in fields(value)},
        "created": value.created.isoformat(),
        "edited": value.edited.isoformat(),
        "summary": summary_column(value.summary),
        "dated": value.dated.isoformat() if value.dated else None,
        "binned": value.binned.isoformat() if value.binned else None,
    }


def response(row: Row) -> Response:
    """Return the Response of a row."""
    summary = row["summary"]
    return Response(
        **{
            **row,
            "created": datetime.fromisoformat(row["created"]),
            "edited": datetime.fromisoformat(row["edited"]),
            "summary": None
            if summary is None
            else tuple(
                SummaryPoint(point["text"], tuple(point["questions"]))
                for point in json.loads(summary)
            ),
            "dated": date.fromisoformat(row["dated"]) if row["dated"] else None,
            "binned": datetime.fromisoformat(row["binned"]) if row["binned"] else None,
        }
    )


def summary_column(points: tuple[SummaryPoint, ...] | None) -> str | None:
    """Return the column that holds a summary.

    Cleaned here: inside JSON a character that no Word file may hold cannot be seen any more.
    """
    if points is None:
        return None
    clean = (replace(point, text=safe_characters(point.text)) for point in points)
    return json.dumps([asdict(point) for point in clean])


def choice_column(choice: Iterable[str]) -> str:
    """Return the column that holds the chosen options of a closed Question, cleaned likewise."""
    return json.dumps([safe_characters(option) for option in choice])


def answer(row: Row) -> Answer:
    """Return the Answer of a row."""
    return Answer(
        **{
            **row,
            "mark": AnswerMark(row["mark"]),
            "choice": tuple(json.loads(row["choice"])),
        }
    )


def recommendation_row(value: Recommendation) -> dict[str, Any]:
    """Return the row of a Recommendation."""
    return asdict(value)


def recommendation(row: Row) -> Recommendation:
    """Return the Recommendation of a row."""
    return Recommendation(**row)


def answer_version(row: Row) -> AnswerVersion:
    """Return the AnswerVersion of a row."""
    return AnswerVersion(**{**row, "saved": datetime.fromisoformat(row["saved"])})
