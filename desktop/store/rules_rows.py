"""Submission rules as the workspace keeps them: one JSON document each."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop.core.consultation import LimitUnit
from desktop.core.rules import (
    Authority,
    DocumentRules,
    Form,
    Numbering,
    Part,
    Rule,
    Rules,
    Strength,
    SummaryForm,
    Venue,
)
from desktop.store.consultation_rows import document_row


def rules_row(value: Rules, pack: str) -> dict[str, str]:
    """Return the row of a body's rules that came with ``pack``."""
    return document_row(value, value.id, value.title, pack)


def rules(data: dict[str, Any]) -> Rules:
    """Return the Rules of a row's JSON."""
    return Rules(
        id=data["id"],
        title=data["title"],
        body=data["body"],
        checked=date.fromisoformat(data["checked"]),
        document=document_rules(data["document"]),
        rules=tuple(map(rule, data["rules"])),
        # Rows of earlier versions do not have these.
        venue=Venue(data.get("venue", Venue.OTHER)),
        form=Form(data.get("form", Form.DOCUMENT)),
        also_called=tuple(data.get("also_called", ())),
        not_called=tuple(data.get("not_called", ())),
    )


def document_rules(data: dict[str, Any]) -> DocumentRules:
    """Return the shape of the document of a row's JSON."""
    return DocumentRules(
        title_line=data["title_line"],
        numbering=Numbering(data["numbering"]),
        page_numbers=data["page_numbers"],
        summary=SummaryForm(data["summary"]),
        parts=tuple(map(Part, data["parts"])),
        formats=tuple(data["formats"]),
    )


def rule(data: dict[str, Any]) -> Rule:
    """Return the Rule of a row's JSON."""
    return Rule(
        **{
            **data,
            "strength": Strength(data["strength"]),
            "authority": Authority(data["authority"]),
            "checked": date.fromisoformat(data["checked"]),
            "unit": LimitUnit(data["unit"]) if data["unit"] else None,
            "choices": tuple(data.get("choices", ())),
        }
    )
