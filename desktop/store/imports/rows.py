"""Rows of imports to values and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from desktop.core.characters import safe_characters
from desktop.core.consultation import Limit, LimitUnit, QuestionKind
from desktop.core.document import Block, BlockKind, Cells, DocumentFormat, Locator
from desktop.core.evidence import SourceKind
from desktop.core.imports import (
    ImportedDocument,
    ImportState,
    KeptBlock,
    KeptMark,
    KeptPart,
    MarkState,
)
from desktop.core.understanding import (
    SURE,
    Call,
    CalledQuestion,
    PartRole,
    RuleMention,
    SentenceKind,
)

Row = Mapping[str, Any]


def document(row: Row) -> ImportedDocument:
    """Return the import of a row that has its counts beside its columns."""
    return ImportedDocument(
        id=row["id"],
        name=row["name"],
        path=row["path"],
        digest=row["digest"],
        format=DocumentFormat(row["format"]),
        kind=SourceKind(row["kind"]),
        confidence=row["confidence"],
        state=ImportState(row["state"]),
        source=row["source"],
        title=row["title"],
        author=row["author"],
        date=row["date"],
        imported=datetime.fromisoformat(row["imported"]),
        notices=tuple(json.loads(row["notices"])),
        scanned=bool(row["scanned"]),
        unsure=row["unsure"],
        answers=row["answers"],
        passages=row["pieces"],
        updates=row["updates"],
        consultation=row["consultation"],
        organisation=row["organisation"],
        sent=row["sent"],
    )


def block_columns(block: Block) -> dict[str, Any]:
    """Return the columns that hold a block itself."""
    return {
        "kind": block.kind.value,
        "text": safe_characters(block.text),
        "level": block.level,
        "number": safe_characters(block.number),
        "cells": cells_column(block.cells),
        "page": block.page,
        "slide": block.slide,
    }


def cells_column(cells: Cells) -> str:
    """Return the column that holds the cells of a table; "" where there are none."""
    if not cells:
        return ""
    clean = [[safe_characters(cell) for cell in row] for row in cells]
    return json.dumps(clean, ensure_ascii=False)


def place_column(place: Locator) -> str:
    """Return the column that holds where a block stood in the original."""
    heading = safe_characters(place.heading)
    return json.dumps(
        [place.page, place.slide, safe_characters(place.number), heading, place.paragraph],
        ensure_ascii=False,
    )


def kept_block(row: Row) -> KeptBlock:
    """Return the block of a row."""
    cells = json.loads(row["cells"]) if row["cells"] else []
    return KeptBlock(
        row["id"],
        Block(
            kind=BlockKind(row["kind"]),
            text=row["text"],
            level=row["level"],
            number=row["number"],
            cells=tuple(map(tuple, cells)),
            page=row["page"],
            slide=row["slide"],
        ),
        Locator(*json.loads(row["place"])),
    )


def part_row(document: str, part: KeptPart) -> dict[str, Any]:
    """Return the row of a part."""
    return {
        "document": document,
        "id": part.id,
        "role": part.role.value,
        "first": part.first,
        "body": part.body,
        "number": safe_characters(part.number),
        "question": safe_characters(part.question),
        "ref": part.ref,
        "confidence": part.confidence,
    }


def kept_part(row: Row) -> KeptPart:
    """Return the part of a row."""
    return KeptPart(
        row["id"],
        PartRole(row["role"]),
        row["first"],
        row["body"],
        row["number"],
        row["question"],
        row["ref"],
        row["confidence"],
    )


def mark_row(document: str, mark: KeptMark) -> dict[str, Any]:
    """Return the row of a mark."""
    return {
        "document": document,
        "id": mark.id,
        "block": mark.block,
        "start": mark.start,
        "end": mark.end,
        "text": safe_characters(mark.text),
        "kind": mark.kind.value,
        "confidence": mark.confidence,
        "cues": json.dumps([safe_characters(cue) for cue in mark.cues], ensure_ascii=False),
        "speaker": safe_characters(mark.speaker),
        "state": mark.state.value,
        "snippet": mark.snippet,
        "passage": "",
    }


def kept_mark(row: Row) -> KeptMark:
    """Return the mark of a row."""
    return KeptMark(
        row["id"],
        row["block"],
        row["start"],
        row["end"],
        row["text"],
        SentenceKind(row["kind"]),
        row["confidence"],
        tuple(json.loads(row["cues"])),
        row["speaker"],
        MarkState(row["state"]),
        row["snippet"],
    )


def call_column(call: Call | None) -> str | None:
    """Return the column that holds what was understood of a call for evidence."""
    if call is None:
        return None
    return json.dumps(_clean(asdict(call)), default=_plain, ensure_ascii=False)


def call(column: str | None) -> Call | None:
    """Return what was understood of a call for evidence."""
    if column is None:
        return None
    data = json.loads(column)
    return Call(
        **{
            **data,
            "closes": date.fromisoformat(data["closes"]) if data["closes"] else None,
            "limit": _limit(data["limit"]),
            "rules": tuple(RuleMention(**rule) for rule in data["rules"]),
            "questions": tuple(map(_called_question, data["questions"])),
        }
    )


def doubts(*, kind_sure: bool, call: Call | None) -> int:
    """Return how many places outside the parts a person should look at."""
    questions = call.questions if call else ()
    return (not kind_sure) + unsure(question.confidence for question in questions)


def unsure(confidences: Iterable[float]) -> int:
    """Return how many of these are too low to be believed unseen."""
    return sum(confidence < SURE for confidence in confidences)


def _called_question(data: dict[str, Any]) -> CalledQuestion:
    # Calls kept before answers had limits of their own say nothing of them.
    limit = _limit(data.get("limit"))
    kind, options = QuestionKind(data["kind"]), tuple(data["options"])
    return CalledQuestion(**{**data, "kind": kind, "options": options, "limit": limit})


def _limit(data: dict[str, Any] | None) -> Limit | None:
    return Limit(**{**data, "unit": LimitUnit(data["unit"])}) if data else None


def _clean(value: Any) -> Any:
    """Take out what no Word file may hold: inside JSON it cannot be seen any more."""
    if isinstance(value, str):
        return safe_characters(value)
    if isinstance(value, dict):
        return {name: _clean(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(item) for item in value]
    return value


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
