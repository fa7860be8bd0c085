"""What is marked where two Snippets stand side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.core.compare import Change, Piece, compare
from desktop.core.evidence import Snippet
from desktop.ui.models.found_words import Spans

_FIGURE = re.compile(r"[£€$]?\d(?:[\d,.]*\d)?(?:\s?(?:%|per cent|million|billion|bn|m\b|k\b))?")


@dataclass(frozen=True, slots=True)
class Marks:
    """The stretches to mark in claim and text."""

    claim: Spans
    text: Spans


def different_words(one: Snippet, other: Snippet) -> tuple[Marks, Marks]:
    """Return the words of each that the other does not have in that place."""
    claims, texts = compare(one.claim, other.claim), compare(one.text, other.text)
    return (
        Marks(_spans(claims.before), _spans(texts.before)),
        Marks(_spans(claims.after), _spans(texts.after)),
    )


def figures(snippet: Snippet) -> Marks:
    """Return the figures in a Snippet."""
    claim, text = (
        tuple((found.start(), found.end()) for found in _FIGURE.finditer(words))
        for words in (snippet.claim, snippet.text)
    )
    return Marks(claim, text)


def _spans(pieces: tuple[Piece, ...]) -> Spans:
    spans: list[tuple[int, int]] = []
    at = 0
    for piece in pieces:
        length = len(piece.text.rstrip())
        if piece.change is not Change.SAME and length:
            spans.append((at, at + length))
        at += len(piece.text)
    return tuple(spans)
