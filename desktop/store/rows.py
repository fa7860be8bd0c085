"""Rows to values and back: the only place that knows both the columns and the core types."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, replace
from datetime import date, datetime
from typing import Any

from desktop.core.characters import safe_characters
from desktop.core.evidence import (
    Origin,
    Passage,
    Prompt,
    Purpose,
    Snippet,
    SnippetKind,
    Source,
    SourceKind,
)
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


def source_row(value: Source, pack: str) -> dict[str, Any]:
    """Return the row of a Source that came with ``pack`` ("" for the user's own)."""
    return {**asdict(value), "pack": pack}


def source(row: Row) -> Source:
    """Return the Source of a row."""
    values = {f.name: row[f.name] for f in fields(Source)}
    return Source(**{**values, "kind": SourceKind(row["kind"]), "origin": Origin(row["origin"])})


def snippet_row(value: Snippet, pack: str) -> dict[str, Any]:
    """Return the row of a Snippet, but for its ``retired`` column."""
    return {
        **asdict(value),
        # Cleaned here as a summary is, and with its letters as they are: tags are searched.
        "tags": json.dumps([safe_characters(tag) for tag in value.tags], ensure_ascii=False),
        "questions": json.dumps(value.questions),
        "review_by": value.review_by.isoformat() if value.review_by else None,
        "pack": pack,
    }


def snippet(row: Row) -> Snippet:
    """Return the Snippet of a row (further columns are ignored)."""
    values = {f.name: row[f.name] for f in fields(Snippet)}
    return Snippet(
        **{
            **values,
            "kind": SnippetKind(row["kind"]),
            "tags": tuple(json.loads(row["tags"])),
            "questions": tuple(json.loads(row["questions"])),
            "review_by": date.fromisoformat(row["review_by"]) if row["review_by"] else None,
            "origin": Origin(row["origin"]),
        }
    )


def passage(row: Row) -> Passage:
    """Return the Passage of a row (further columns are ignored); ``likes`` may be missing."""
    return Passage(**{f.name: row.get(f.name, 0) for f in fields(Passage)})


def prompt_row(value: Prompt, pack: str) -> dict[str, Any]:
    """Return the row of a Prompt."""
    return {**asdict(value), "questions": json.dumps(value.questions), "pack": pack}


def prompt(row: Row) -> Prompt:
    """Return the Prompt of a row."""
    values = {key: row[key] for key in row if key != "pack"}
    return Prompt(
        **{
            **values,
            "purpose": Purpose(row["purpose"]),
            "questions": tuple(json.loads(row["questions"])),
        }
    )
