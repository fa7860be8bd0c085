"""Lines joined into paragraphs: a break inside a sentence is where somebody's line was full."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from desktop.corpus.readers.numbering import begins_with_one, take
from desktop.corpus.readers.text.lines import Line

_QUESTION = re.compile(r"(?:question|q)\s?\d{1,3}[a-z]?\b", re.IGNORECASE)
_MARKS = re.compile(r"#{1,6}\s+(?=\S)")
_ENDS = re.compile(r"[.!?…:;][\"”’')\]]*\Z")
_GOES_ON = re.compile(
    r"(?:,|&|\b(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|our|the|their|to|with|that|which|"
    r"between|through|your|its))\Z"
)
_SUBMITTED = re.compile(
    r"(?:(?:supplementary |further )?(?:written )?(?:evidence|submission|memorandum|response)) "
    r"(?:submitted )?(?:by|from|to)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\([A-Z]{2,8} ?\d{1,4}[A-Za-z]?\)\Z")
_WIDEST = 110
_NARROWEST = 30
_ENOUGH = 4


@dataclass(slots=True)
class Para:
    """A paragraph to be: its lines joined, and what it looked like.

    Attributes:
        text: its words, without bullet and number.
        bullet: it began with a bullet.
        number: what it was numbered with, and ``closed``: with a bracket, as lists are.
        marks: how many # stood before it.
        depth: how far it was set in.
        blanks: how many blank lines stood before it, ``after`` behind it.
        rows: the cells of a table, row by row.
    """

    text: str
    bullet: bool = False
    number: str = ""
    closed: bool = False
    marks: int = 0
    depth: int = 0
    blanks: int = 0
    after: int = 0
    bold: bool = False
    underlined: bool = False
    new_page: bool = False
    quoted: bool = False
    rows: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_ENDS.search(self.text))

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def paragraphs(lines: list[Line]) -> list[Para]:
    """Return the paragraphs, list items and rows of tables that the lines make."""
    width = _width(lines)
    found: list[Para] = []
    last: Line | None = None
    for line in lines:
        if last is not None and _goes_on(found[-1], last, line, width):
            _join(found[-1], line)
        else:
            found.append(_begin(line))
        last = line
    for one, following in pairwise(found):
        one.after = following.blanks
    return found


def _width(lines: list[Line]) -> int:
    """Return how long the lines of a text with hard breaks get; 0 if its lines are not broken."""
    full = sorted(
        len(line.text) + line.indent
        for line, following in pairwise(lines)
        if not following.blanks and not _starts_anew(following.text)
    )
    if len(full) < _ENOUGH:
        return 0
    width = full[int(len(full) * 0.9)]
    # Where many lines are far longer, the short ones are short on purpose: names, addresses.
    longer = sum(len(line.text) > width * 1.5 for line in lines)
    hard = _NARROWEST <= width <= _WIDEST and longer <= len(lines) * 0.05
    return width if hard else 0


def _starts_anew(text: str) -> bool:
    return bool(
        begins_with_one(text) or _MARKS.match(text) or _QUESTION.match(text) or text.startswith(">")
    )


def _goes_on(para: Para, last: Line, line: Line, width: int) -> bool:
    if line.new_page and not _in_mid_sentence(last.text, line.text):
        return False
    if _is_row(last, line):
        return True
    if line.blanks and not line.new_page:
        return False
    if para.rows or line.cells or last.bold or line.bold or last.underlined or para.marks:
        return False
    if para.quoted:
        return line.text.startswith(">")
    if _starts_anew(line.text):
        return False
    return _same_sentence(last, line, width)


def _in_mid_sentence(before: str, after: str) -> bool:
    return not _ENDS.search(before) and after[0].islower() and len(before) > _NARROWEST


def _is_row(last: Line, line: Line) -> bool:
    return bool(line.cells) and len(line.cells) == len(last.cells) and not line.blanks


def _same_sentence(last: Line, line: Line, width: int) -> bool:
    before, after = last.text, line.text
    full = width > 0 and last.indent + len(before) + 1 + len(after.split(" ", 1)[0]) > width
    if _SUBMITTED.match(before) and _REFERENCE.search(after) and not _REFERENCE.search(before):
        return True
    if _ENDS.search(before):
        return full and line.indent <= last.indent + 2
    if after[0].islower() or _GOES_ON.search(before):
        return True
    return full


def _begin(line: Line) -> Para:
    para = Para(
        line.text,
        depth=line.indent,
        blanks=line.blanks,
        bold=line.bold,
        underlined=line.underlined,
        new_page=line.new_page,
    )
    if line.cells:
        para.rows.append(line.cells)
        return para
    _take_mark(para)
    return para


def _take_mark(para: Para) -> None:
    """Take bullet, number or other mark from the beginning of the text."""
    text = para.text
    if text.startswith(">"):
        para.quoted = True
        para.text = text.lstrip("> ") or text
    elif marks := _MARKS.match(text):
        para.marks = marks.end() - len(marks.group().lstrip("#"))
        para.text = text[marks.end() :].rstrip("# ") or text
    else:
        taken = take(text)
        para.text, para.bullet = taken.text, taken.bullet
        para.number, para.closed = taken.number, taken.closed


def _join(para: Para, line: Line) -> None:
    if line.cells:
        para.rows.append(line.cells)
        return
    text = line.text.lstrip("> ") if para.quoted else line.text
    gap = "" if re.search(r"\w-\Z", para.text) and text[:1].islower() else " "
    para.text = f"{para.text}{gap}{text}"
    para.underlined = line.underlined
