"""Headings told by their look, where a writer used bold type instead of styles."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from statistics import median

from desktop.corpus.readers.office.lines import Label, Line, Look, Role
from desktop.corpus.readers.office.typed import split_label

_MOST_WORDS = 20
_MOST_WORDS_OF_A_STYLE = 80
_MOST_WORDS_OF_A_QUESTION = 60
_PROSE = 8
_BARE_NUMBER = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")
_ADDRESS = re.compile(r"@|://|www\.")  # underlined because it is a link
_OPENING = "“\"‘'([«¿¡"
_UNFINISHED = (",", ";", "-", "–")
_LARGER = 1.15
_DEEPEST = 9


def without_false_headings(lines: list[Line]) -> list[Line]:
    """Return the lines with those made text that have the style of a heading and are none.

    Some writers number their paragraphs with the styles of headings: long ones, and sentences that
    follow one another without text between them.
    """
    out = list(lines)
    for level in {line.level for line in lines if line.role is Role.HEADING}:
        places = [
            place
            for place, line in enumerate(lines)
            if line.role is Role.HEADING and line.level == level and _runs_on(line.text)
        ]
        alone = sum(_has_no_text(lines, place) for place in places)
        for place in places:
            if alone * 2 > len(places) or len(lines[place].text.split()) > _MOST_WORDS_OF_A_STYLE:
                out[place] = replace(lines[place], role=Role.BODY, level=0)
    return out


def _runs_on(text: str) -> bool:
    """Tell whether the words of a heading are so many that it may be a paragraph."""
    words, flat = len(text.split()), text.strip()
    if flat.endswith("?"):
        return words > _MOST_WORDS_OF_A_STYLE
    return words > (_MOST_WORDS // 2 if _is_sentences(flat) else _MOST_WORDS * 2)


def _has_no_text(lines: list[Line], place: int) -> bool:
    """Tell whether another heading, or nothing, comes next."""
    after = _next(lines, place)
    return after is None or after.role is Role.HEADING


def _next(lines: list[Line], place: int) -> Line | None:
    """Return the next line that says something."""
    following = (lines[at] for at in range(place + 1, len(lines)))
    return next((line for line in following if line.cells or line.text.strip()), None)


def by_look(lines: list[Line]) -> list[Line]:
    """Return the lines with those made headings that look like it.

    A heading by look is short, all of it bold, underlined, in capitals or larger than the text,
    and stands before something else. Documents of nothing but bold type have none.
    """
    body = _body(lines)
    styled = [line.level for line in lines if line.role is Role.HEADING]
    strict = len(styled) > 1
    found = [
        place
        for place, line in enumerate(lines)
        if _stands_out(line, body, strict) and _introduces(lines, place, body, strict)
    ]
    levels = _levels([lines[place] for place in found], max(styled, default=0), body)
    out = list(lines)
    for place, level in zip(found, levels, strict=True):
        out[place] = replace(lines[place], role=Role.HEADING, level=level)
    return out


def with_bare_numbers(lines: list[Line]) -> list[Line]:
    """Return the lines with the numbers of headings such as "1 Introduction" taken out of the text.

    Only where there is a "1" and a "2", and the number before: "10 years of the Trust" has none.
    """
    places = [
        (place, found)
        for place, line in enumerate(lines)
        if line.role is Role.HEADING and line.label is None
        if (found := _BARE_NUMBER.match(line.text.strip()))
    ]
    numbers = {int(found[1]) for _, found in places}
    if not {1, 2} <= numbers:
        return lines
    out = list(lines)
    for place, found in places:
        if int(found[1]) == 1 or int(found[1]) - 1 in numbers:
            rest = lines[place].text.strip()[found.end() :]
            out[place] = replace(lines[place], text=rest, label=Label(found[1]))
    return out


def _body(lines: list[Line]) -> Look:
    """Return the look of most of the text."""
    prose = [line for line in lines if line.role is Role.BODY and line.text.strip()]
    long = [line for line in prose if len(line.text.split()) >= _PROSE] or prose
    sizes = [line.look.size for line in long if line.look.size]
    return Look(
        bold=_most(long, lambda look: look.bold),
        size=median(sizes) if sizes else 0,
        capitals=_most(long, lambda look: look.capitals),
        underlined=_most(long, lambda look: look.underlined),
    )


def _most(lines: list[Line], has: Callable[[Look], bool]) -> bool:
    return sum(has(line.look) for line in lines) * 2 > len(lines)


def _stands_out(line: Line, body: Look, strict: bool) -> bool:
    """Tell whether a line could be a heading, whatever comes after it.

    In a document with headings by style (``strict``), larger type alone makes none.
    """
    if line.role is not Role.BODY or "\n" in line.text.strip():
        return False
    if line.label is not None and (not line.label.number or line.label.depth):
        return False
    label, words = split_label(line.text.strip())
    if label is not None and not label.number[:1].isdigit():
        return False
    if not _reads_like_one(words):
        return False
    look = line.look
    return (
        (look.bold and not body.bold)
        or (look.underlined and not body.underlined)
        or (look.capitals and not body.capitals and len(words) > len("ANNEX"))
        or (not strict and _larger(look, body))
    )


def _reads_like_one(text: str) -> bool:
    if not any(map(str.isalpha, text)) or not _short(text) or _ADDRESS.search(text):
        return False
    return text[0].isalnum() or text[0] in _OPENING


def _short(text: str) -> bool:
    words = len(text.split())
    if text.endswith("?"):
        return words <= _MOST_WORDS_OF_A_QUESTION
    return words <= _MOST_WORDS and not _is_sentences(text) and not text.endswith(_UNFINISHED)


def _is_sentences(text: str) -> bool:
    return text.rstrip("\"'”’)").endswith((".", "!")) and len(text.split()) > 2


def _larger(look: Look, body: Look) -> bool:
    return bool(body.size) and look.size >= body.size * _LARGER


def _introduces(lines: list[Line], place: int, body: Look, strict: bool) -> bool:
    """Tell whether what comes next is what a heading stands before.

    Where ``strict``, only prose, a list or a table will do: a bold name at the end of a letter is
    no heading.
    """
    line = _next(lines, place)
    if line is None or line.role is Role.HEADING:
        return line is not None and not strict
    if line.role is Role.TABLE or line.label is not None:
        return True
    prose = len(line.text.split()) >= _PROSE or line.text.rstrip().endswith((".", ":", "?"))
    return prose or (not strict and _stands_out(line, body, strict))


def _levels(found: list[Line], above: int, body: Look) -> list[int]:
    """Return levels for headings by look: the larger and louder, the higher."""
    ranks = sorted({_rank(line, body) for line in found}, reverse=True)
    return [min(above + 1 + ranks.index(_rank(line, body)), _DEEPEST) for line in found]


def _rank(line: Line, body: Look) -> tuple[float, bool, bool]:
    look = line.look
    size = look.size if _larger(look, body) else 0
    return size, look.capitals, look.bold
