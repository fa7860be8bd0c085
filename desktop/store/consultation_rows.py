"""Consultations as the workspace keeps them: one JSON document each."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, time
from typing import Any

from desktop.core.consultation import Consultation, Limit, LimitUnit, Question, QuestionKind


def consultation_row(value: Consultation, pack: str) -> dict[str, str]:
    """Return the row of a Consultation that came with ``pack`` ("" for the user's own)."""
    return document_row(value, value.id, value.title, pack)


def document_row(value: Any, key: str, title: str, pack: str) -> dict[str, str]:
    """Return the row of a dataclass that is kept as JSON."""
    data = json.dumps(asdict(value), default=plain_value, ensure_ascii=False)
    return {"id": key, "title": title, "data": data, "pack": pack}


def consultation(data: dict[str, Any]) -> Consultation:
    """Return the Consultation of a row's JSON."""
    questions = tuple(
        Question(
            **{
                **item,
                "kind": QuestionKind(item["kind"]),
                "options": tuple(item["options"]),
                "limit": _limit(item["limit"]),
            }
        )
        for item in data["questions"]
    )
    return Consultation(
        **{
            **data,
            "questions": questions,
            "announced": day(data["announced"]),
            "closes": day(data["closes"]),
            "limit": _limit(data["limit"]),
            # Rows of earlier versions do not have these.
            "closes_time": clock(data.get("closes_time")),
            **{key: tuple(data.get(key, ())) for key in ("languages", "clauses", "amendments")},
        }
    )


def plain_value(value: object) -> str:
    """Return what stands in JSON for a value that JSON does not know."""
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def clock(value: str | None) -> time | None:
    """Return the time of day that JSON holds."""
    return time.fromisoformat(value) if value else None


def day(value: str | None) -> date | None:
    """Return the day that JSON holds."""
    return date.fromisoformat(value) if value else None


def _limit(data: dict[str, Any] | None) -> Limit | None:
    return None if data is None else Limit(**{**data, "unit": LimitUnit(data["unit"])})
