"""Quotations told by their place: in from both sides, where most of the text is not."""

from __future__ import annotations

from dataclasses import replace

from desktop.corpus.readers.office.lines import Line, Role

_MOST = 0.3  # of the text; where more of it stands in, that is how its pages look


def by_place(lines: list[Line]) -> list[Line]:
    """Return the lines with those made quotations that stand in from both sides."""
    text = [line for line in lines if line.role is Role.BODY and line.label is None]
    inside = sum(len(line.text) for line in text if line.look.indented)
    if inside > _MOST * sum(len(line.text) for line in text):
        return lines
    return [
        replace(line, role=Role.QUOTATION) if _is_one(line) and line.text.strip() else line
        for line in lines
    ]


def _is_one(line: Line) -> bool:
    return line.role is Role.BODY and line.label is None and line.look.indented
