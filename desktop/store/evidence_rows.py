"""Rows to Sources, Snippets, Passages and Prompts, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
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

Row = Mapping[str, Any]
_SOURCE = tuple(field.name for field in fields(Source))
_SNIPPET = tuple(field.name for field in fields(Snippet))
_PASSAGE = tuple(field.name for field in fields(Passage))


def source_row(value: Source, pack: str) -> dict[str, Any]:
    """Return the row of a Source that came with ``pack`` ("" for the user's own)."""
    return {**asdict(value), "pack": pack}


def source(row: Row) -> Source:
    """Return the Source of a row."""
    values = {name: row[name] for name in _SOURCE}
    return Source(**{**values, "kind": SourceKind(row["kind"]), "origin": Origin(row["origin"])})


def snippet_row(value: Snippet, pack: str) -> dict[str, Any]:
    """Return the row of a Snippet, but for its ``retired`` column."""
    return {
        # Its fields by hand: taking ten thousand apart by ``asdict`` takes seconds.
        **{name: getattr(value, name) for name in _SNIPPET},
        # Cleaned here as a summary is, and with its letters as they are: tags are searched.
        "tags": json.dumps([safe_characters(tag) for tag in value.tags], ensure_ascii=False),
        "questions": json.dumps(value.questions),
        "review_by": value.review_by.isoformat() if value.review_by else None,
        "pack": pack,
    }


def snippet(row: Row) -> Snippet:
    """Return the Snippet of a row (further columns are ignored)."""
    values = {name: row[name] for name in _SNIPPET}
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


def passage(row: Row) -> Passage:
    """Return the Passage of a row (further columns are ignored); ``likes`` may be missing."""
    return Passage(**{name: row.get(name, 0) for name in _PASSAGE})
