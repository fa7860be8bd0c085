"""What was read and understood of a file, as values that JSON can hold (docs/import-json.md)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop.core.consultation import Limit
from desktop.core.document import Block, Locator, locators
from desktop.core.understanding import Call, Mark, Part, PartRole, Understanding

if TYPE_CHECKING:
    from desktop.corpus.pool import Reading


def as_record(reading: Reading) -> dict[str, Any]:
    """Return everything that is known of one file."""
    record: dict[str, Any] = {
        "file": reading.path or reading.name,
        "name": reading.name,
        "digest": reading.digest,
        "bytes": reading.size,
        "seconds": round(reading.seconds, 3),
        "error": None,
    }
    if reading.error is not None:
        cause = reading.error.cause.value
        record["error"] = {"cause": cause, "message": str(reading.error)}
    if reading.understanding is not None:
        record |= _understood(reading.understanding)
    record["attachments"] = [as_record(one) for one in reading.attachments]
    return record


def _understood(found: Understanding) -> dict[str, Any]:
    document = found.document
    places = locators(document.blocks)
    return {
        "format": document.format.value,
        "kind": found.kind.value,
        "confidence": round(found.confidence, 3),
        "title": found.title,
        "author": found.author,
        "date": found.date,
        "language": document.metadata.language,
        "scanned": document.scanned,
        "notices": document.notices,
        "blocks": [_block(*pair) for pair in zip(document.blocks, places, strict=True)],
        "parts": [_part(part) for part in found.parts],
        "answers": _answers(found.parts, document.blocks, places),
        "call": _call(found.call) if found.call else None,
        "passages": [
            {
                "text": piece.text,
                "locator": piece.locator.words(),
                "first": piece.first,
                "end": piece.end,
                "number": piece.number,
                "question": piece.question,
                "ref": piece.ref,
            }
            for piece in found.pieces
        ],
        "sentences": [_mark(mark) for mark in found.marks],
    }


def _block(block: Block, place: Locator) -> dict[str, Any]:
    return {
        "kind": block.kind.value,
        "text": block.text,
        "level": block.level,
        "number": block.number,
        "cells": block.cells,
        "page": block.page or None,
        "slide": block.slide or None,
        "locator": place.words(),
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "role": part.role.value,
        "first": part.first,
        "body": part.body,
        "end": part.end,
        "number": part.number,
        "question": part.question,
        "ref": part.ref,
        "confidence": round(part.confidence, 3),
        "sure": part.sure,
    }


def _answers(
    parts: Sequence[Part], blocks: Sequence[Block], places: Sequence[Locator]
) -> list[dict[str, Any]]:
    return [
        {
            "number": part.number,
            "question": part.question,
            "ref": part.ref,
            "text": "\n\n".join(b.text for b in blocks[part.body : part.end] if b.text),
            "locator": places[part.body].words() if part.body < part.end else "",
            "confidence": round(part.confidence, 3),
        }
        for part in parts
        if part.role is PartRole.ANSWER
    ]


def _call(call: Call) -> dict[str, Any]:
    return {
        "title": call.title,
        "body": call.body,
        "closes": call.closes,
        "closing_time": call.closing_time,
        "limit": _limit(call.limit),
        "rules": [{"text": rule.text, "block": rule.block} for rule in call.rules],
        "address": call.address,
        "lead_in": call.lead_in,
        "questions": [
            {
                "number": question.number,
                "text": question.text,
                "guidance": question.guidance,
                "kind": question.kind.value,
                "options": question.options,
                "parent": question.parent,
                "block": question.block,
                "confidence": round(question.confidence, 3),
                "limit": _limit(question.limit),
            }
            for question in call.questions
        ],
    }


def _limit(limit: Limit | None) -> dict[str, Any] | None:
    return {"value": limit.value, "unit": limit.unit.value} if limit else None


def _mark(mark: Mark) -> dict[str, Any]:
    return {
        "block": mark.block,
        "start": mark.start,
        "end": mark.end,
        "text": mark.text,
        "kind": mark.kind.value,
        "confidence": round(mark.confidence, 3),
        "cues": mark.cues,
        "speaker": mark.speaker,
    }
