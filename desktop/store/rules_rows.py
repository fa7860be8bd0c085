"""Submission rules as the workspace keeps them: one JSON document each."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop.core.consultation import LimitUnit
from desktop.core.rules import (
    Authority,
    DocumentRules,
    Numbering,
    Part,
    Rule,
    Rules,
    Strength,
    SummaryForm,
)
from desktop.store.consultation_rows import document_row


def rules_row(value: Rules, pack: str) -> dict[str, str]:
    """Return the row of a body's rules that came with ``pack``."""
    return document_row(value, value.id, value.title, pack)


def rules(data: dict[str, Any]) -> Rules:
    """Return the Rules of a row's JSON."""
    document = data["document"]
    return Rules(
        id=data["id"],
        title=data["title"],
        body=data["body"],
        checked=date.fromisoformat(data["checked"]),
        document=DocumentRules(
            title_line=document["title_line"],
            numbering=Numbering(document["numbering"]),
            page_numbers=document["page_numbers"],
            summary=SummaryForm(document["summary"]),
            parts=tuple(map(Part, document["parts"])),
            formats=tuple(document["formats"]),
        ),
        rules=tuple(map(_rule, data["rules"])),
    )


def _rule(data: dict[str, Any]) -> Rule:
    return Rule(
        **{
            **data,
            "strength": Strength(data["strength"]),
            "authority": Authority(data["authority"]),
            "checked": date.fromisoformat(data["checked"]),
            "unit": LimitUnit(data["unit"]) if data["unit"] else None,
        }
    )
