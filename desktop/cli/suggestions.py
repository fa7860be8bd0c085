"""Suggestions as a terminal and a program see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from desktop.cli.console import Console
from desktop.core.evidence import Passage, Snippet, Suggestion
from desktop.core.references import card_reference, full_reference, with_locator


def as_records(suggestions: Iterable[Suggestion]) -> list[dict[str, Any]]:
    """Return suggestions as values that JSON can hold, best first."""
    return [
        {
            "snippet": item.piece.id,
            "claim": item.piece.claim,
            "text": item.piece.text,
            "kind": kind_of(item.piece),
            "speaker": item.piece.speaker,
            "tags": item.piece.tags,
            "questions": item.piece.questions,
            "source": item.source.key,
            "locator": item.piece.locator,
            "reference": with_locator(full_reference(item.source), item.piece.locator),
            "score": round(item.score, 4),
            "reasons": [reason.text for reason in item.reasons],
            "matched": item.matched,
            "confident": item.confident,
            "standing": item.standing.value,
            "taught": item.taught,
        }
        for item in suggestions
    ]


def show(suggestions: Sequence[Suggestion], console: Console, nothing: str) -> None:
    """Write suggestions for a person: claim, where it stands, why it is offered.

    ``nothing`` is said where none is good enough; those that come nearest stand apart.
    """
    sure = [item for item in suggestions if item.confident]
    nearest = [item for item in suggestions if not item.confident]
    if not sure:
        console.say(nothing)
    for place, item in enumerate(sure, 1):
        _show(item, place, console)
    if nearest:
        console.say()
        console.say("Nearest to it, and perhaps about something else:")
    for place, item in enumerate(nearest, len(sure) + 1):
        _show(item, place, console)


def _show(item: Suggestion, place: int, console: Console) -> None:
    start = f"{place:>3}. "
    indent = " " * len(start)
    console.paragraph(item.piece.claim, indent, first=start)
    where = with_locator(card_reference(item.source), item.piece.locator)
    kind = kind_of(item.piece).replace("-", " ")
    console.paragraph(f"{kind}; {where}", indent)
    why = "; ".join(reason.text for reason in item.reasons)
    console.paragraph(f"{item.piece.id}{f': {why}' if why else ''}", indent)


def kind_of(piece: Snippet | Passage) -> str:
    """Return what sort of evidence it is, as a program reads it."""
    return "passage" if isinstance(piece, Passage) else piece.kind.value
