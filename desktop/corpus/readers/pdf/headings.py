"""Headings: told by size, weight, capitals and numbers, with their levels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.corpus.readers.pdf.markers import Marker
from desktop.corpus.readers.pdf.shapes import Line, Paragraph, Style

_LARGER = 1.09
_LONGEST = 220  # letters; a question asked in bold may take several lines
_LONGEST_QUESTION = 900
_QUESTION = re.compile(
    r"(?:consultation\s+)?(?:question|q)\s*\.?\s*\d+\s*[a-z]?\b\W*", re.IGNORECASE
)
_SET_OFF = re.compile(
    r"(?:consultation\s+)?(?:question|q)\s*\.?\s*\d+\s*[a-z]?\s*[:.)–-]", re.IGNORECASE
)
_ONLY_QUESTION = re.compile(
    r"(?:consultation\s+)?question\s+\d+\s*[a-z]?\s*[:.)–-]?", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]")
_INVITES = re.compile(
    r"(?:please|tell us|give us|share|describe|explain|comment|outline|set out|provide|list)\b",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(r"[a-z]\. [A-Z]")
_RUNNING_ON = re.compile(r"[,;]$")


class Look(NamedTuple):
    """What tells headings apart: the larger, the higher."""

    size: float
    bold: bool
    capitals: bool


class Body(NamedTuple):
    """How most text looks."""

    size: float
    bold: bool


def body_look(lines: Iterable[Line]) -> Body:
    """Return the size of most letters, and whether they are bold."""
    weights: dict[tuple[float, bool], int] = {}
    for line in lines:
        if not line.cells:
            key = (round(line.height * 2) / 2, line.style.bold)
            weights[key] = weights.get(key, 0) + len(line.text)
    if not weights:
        return Body(0.0, False)
    return Body(*max(weights, key=lambda key: (weights[key], not key[1])))


def is_heading(paragraph: Paragraph, text: str, marker: Marker | None, body: Body) -> bool:
    """Whether a paragraph is a heading."""
    letters = len(_LETTERS.findall(text))
    if letters < 2 or paragraph.first.cells or (marker and marker.bullet):
        return False
    asks = bool(_QUESTION.match(text)) or text.endswith("?")
    if len(text) > (_LONGEST_QUESTION if asks else _LONGEST) or len(paragraph.lines) > 9:
        return False
    if asks and _ONLY_QUESTION.fullmatch(text):
        return True
    style = paragraph.first.style
    if _is_larger(style, body):
        return not _RUNNING_ON.search(text) and (asks or not _is_prose(text))
    if _all_bold(paragraph) and not body.bold:
        return _stands_out(text, asks or marker is not None, style, body)
    if asks and _QUESTION.match(text):
        return _is_question_line(paragraph, text)
    return _is_plain_heading(paragraph, text, marker)


def _is_prose(text: str) -> bool:
    """Whether large letters are set as sentences, as on the back of a cover."""
    return len(text) > 90 and (text.endswith(".") or bool(_NEXT_SENTENCE.search(text)))


def _is_larger(style: Style, body: Body) -> bool:
    return style.size >= _LARGER * body.size and style.size >= body.size + 0.8


def _all_bold(paragraph: Paragraph) -> bool:
    return all(line.style.bold for line in paragraph.lines)


def _stands_out(text: str, asks: bool, style: Style, body: Body) -> bool:
    """Whether bold words are a heading rather than a sentence that is stressed."""
    if asks:
        return True
    if style.size < 0.85 * body.size or _RUNNING_ON.search(text):
        return False
    return not text.endswith(".") or len(text) < 60 or bool(_INVITES.match(text))


def _is_question_line(paragraph: Paragraph, text: str) -> bool:
    """Whether a paragraph is a numbered question and nothing else: no answer follows in it."""
    if text.endswith("?"):
        return True
    numbered = bool(_SET_OFF.match(text)) and "?" not in text and len(paragraph.lines) <= 5
    return numbered or len(paragraph.lines) == 1


def _is_plain_heading(paragraph: Paragraph, text: str, marker: Marker | None) -> bool:
    """Whether text in the letters of the body is a heading by its capitals."""
    if len(paragraph.lines) > 2 or len(text) > 100 or text.endswith((".", ",", ";")):
        return False
    capitals = is_capitals(text)
    return capitals and len(_LETTERS.findall(text)) >= 5 and (marker is None or marker.arabic)


def is_capitals(text: str) -> bool:
    """Whether all letters are capitals."""
    return text.isupper() and len(_LETTERS.findall(text)) >= 4


def look_of(paragraph: Paragraph, text: str) -> Look:
    """Return what the level of a heading is told by."""
    style = paragraph.first.style
    return Look(round(style.size * 2) / 2, _all_bold(paragraph), is_capitals(text))


def levels(looks: Sequence[Look]) -> dict[Look, int]:
    """Return a level from 1 to 9 for each look; the largest is the highest."""
    ranked = sorted(set(looks), reverse=True)
    return {look: min(index + 1, 9) for index, look in enumerate(ranked)}
