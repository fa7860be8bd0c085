"""The lines of a text, without the strokes and stars that old files are decorated with."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NO_WORDS = re.compile(r"[\W_]+\Z")
_UNDERLINE = re.compile(r"([=~^*-])\1{2,}\Z")
_BOLD_BLOCK = re.compile(
    r"(?:(?<=\n\n)|\A)[ \t]*(\*\*|__)(?!\s)([^*\n]+(?:\n[^*\n]+){0,3}?)\1[ \t]*(?=\n\n|\n?\Z)"
)
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*\n]{1,300}?)(?<=\S)\1")
_SLANTED = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\*(?![\w*])")
_RULE = re.compile(r"\s*[|+][-=:|+ ]*-[-=:|+ ]*\Z")  # between the rows of a drawn table
_BLANKS = re.compile(r"[ \t\xa0\u2000-\u200a\u202f\u3000]+")
_CELLS = re.compile(r"\S\t+\S")
_BOLD_MARK = "\x01"


@dataclass(slots=True)
class Line:
    """One line with words.

    Attributes:
        text: its words, with one space between them.
        indent: how far it is set in.
        blanks: how many lines without words stand before it.
        cells: its cells, if tabs or bars part it into several.
        bold: it is a block set in bold by stars.
        underlined: the line below it was a row of strokes.
        new_page: it is the first one after the end of a page or slide.
    """

    text: str
    indent: int = 0
    blanks: int = 0
    cells: tuple[str, ...] = ()
    bold: bool = False
    underlined: bool = False
    new_page: bool = False


def lines_of(text: str) -> list[Line]:
    """Return the lines with words of a text that was decoded."""
    text = re.sub(r"\n[ \t\xa0]+(?=\n)", "\n", text)
    text = _BOLD_BLOCK.sub(lambda found: _BOLD_MARK + " ".join(found[2].split()), text)
    text = _SLANTED.sub(r"\1", _BOLD.sub(r"\2", text))
    found: list[Line] = []
    blanks, new_page = 0, False
    for raw in text.split("\n"):
        if "\f" in raw:
            new_page = True
        line = _line(raw.replace("\f", ""))
        if line is None and found and found[-1].cells and _RULE.match(raw):
            continue
        if line is None:
            if found and not blanks and _underlines(raw.strip(), found[-1].text):
                found[-1].underlined = True
            blanks += 1
            continue
        line.blanks, line.new_page = blanks, new_page
        found.append(line)
        blanks, new_page = 0, False
    return found


def _line(raw: str) -> Line | None:
    raw = raw.expandtabs(8) if not raw.strip(" ").strip("\t").count("\t") else raw
    bold = _BOLD_MARK in raw
    text = _BLANKS.sub(" ", raw.replace(_BOLD_MARK, "")).strip()
    if not text or _NO_WORDS.match(text):
        return None
    indent = len(raw) - len(raw.lstrip())
    return Line(text, indent, cells=_cells(raw), bold=bold)


def _cells(raw: str) -> tuple[str, ...]:
    stripped = raw.strip()
    if stripped.startswith("|") and stripped.endswith("|") and stripped.count("|") > 2:
        parts = stripped[1:-1].split("|")
    elif _CELLS.search(stripped):
        parts = re.split(r"\t+", stripped)
    else:
        return ()
    return tuple(" ".join(part.split()) for part in parts)


def _underlines(strokes: str, words: str) -> bool:
    return bool(_UNDERLINE.match(strokes)) and len(strokes) * 2 >= len(words)
