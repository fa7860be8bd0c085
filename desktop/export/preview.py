"""The submission as HTML for the preview, within what Qt's rich text understands.

No colours and no fonts: those are the window's. Numbered paragraphs are small tables, the only
hanging indent that Qt lays out truly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from desktop.core.outline import (
    BulletsBlock,
    HeadingBlock,
    Level,
    Note,
    NoteRef,
    Outline,
    OutlineBlock,
    ParagraphBlock,
    QuoteBlock,
    Runs,
    TableBlock,
)
from desktop.core.text import Text
from desktop.export.addresses import link_target, linked
from desktop.export.blocks import plain_words
from desktop.export.directions import starts_rtl
from desktop.export.numbers import printed_number
from desktop.export.shapes import figure_columns, numbered_places, place_of
from desktop.export.text import list_label

_TAGS = {Level.TITLE: "h1", Level.SECTION: "h2", Level.QUESTION: "h3", Level.SUBHEADING: "h4"}
_COLUMN, _BULLET = 44, 26


def question_anchor(number: str) -> str:
    """Return the name of the anchor at a Question's heading, for ``scrollToAnchor``."""
    return "question-" + re.sub(r"[^A-Za-z0-9.]", "-", number)


def to_preview(outline: Outline) -> str:
    """Return the whole submission as an HTML body; everything a person wrote is escaped."""
    numbered = numbered_places(outline.blocks)
    pieces = [_block(block, inside=place_of(block) in numbered) for block in outline.blocks]
    if outline.sources:
        pieces.append(f"<h2>{escape(outline.frame.sources)}</h2>")
        pieces.extend(f"<p>{_inline(linked(source))}</p>" for source in outline.sources)
    if outline.notes:
        pieces.append(f"<hr/><h4>{escape(outline.frame.notes)}</h4>")
        pieces.extend(_note(note) for note in outline.notes)
    return "\n".join(pieces)


def _block(block: OutlineBlock, *, inside: bool) -> str:
    """Return one block; ``inside``: indented as the text of numbered paragraphs is."""
    match block:
        case HeadingBlock(level, words, _, question, notes):
            marks = "".join(_mark(number) for number in notes)
            anchor = ""
            if level is Level.QUESTION:
                anchor = f'<a name="{escape(question_anchor(question))}"></a>'
            return f"<{_TAGS[level]}>{anchor}{escape(words)}{marks}</{_TAGS[level]}>"
        case ParagraphBlock(runs, _, ""):
            return _paragraph(runs)
        case ParagraphBlock(runs, _, number):
            return _hanging(((printed_number(number), runs, ""),))
        case BulletsBlock():
            lines = enumerate(block.lines, start=1)
            return _hanging(
                ((list_label(block, place), item, ref) for place, (item, ref) in lines),
                inside=inside,
            )
        case QuoteBlock(paragraphs):
            return f"<blockquote>{''.join(map(_paragraph, paragraphs))}</blockquote>"
        case TableBlock():
            return _indented(_table(block)) if inside else _table(block)


def _paragraph(runs: Runs) -> str:
    return f"<p{_direction(runs)}>{_inline(runs)}</p>"


def _hanging(lines: Iterable[tuple[str, Runs, str]], *, inside: bool = False) -> str:
    """Return lines with their numbers or bullets in a column of their own."""
    before = f'<td width="{_COLUMN}"></td>' if inside else ""
    column = _BULLET if inside else _COLUMN
    rows = (
        f'<tr>{before}<td width="{column}">{escape(label)}</td>'
        f"<td{_direction(runs)}>{_inline(runs)}{escape(f' {ref}') if ref else ''}</td></tr>"
        for label, runs, ref in lines
    )
    return _layout("".join(rows))


def _indented(html: str) -> str:
    return _layout(f'<tr><td width="{_COLUMN}"></td><td>{html}</td></tr>')


def _layout(rows: str) -> str:
    return f'<table width="100%" cellspacing="0" cellpadding="3">{rows}</table>'


def _table(block: TableBlock) -> str:
    figures = figure_columns(block)
    head = _cells("th", block.header, figures)
    rows = "".join(f"<tr>{_cells('td', row, figures)}</tr>" for row in block.rows)
    return (
        '<table border="1" cellspacing="0" cellpadding="4" style="border-collapse: collapse">'
        f"<thead><tr>{head}</tr></thead>{rows}</table>"
    )


def _cells(tag: str, cells: tuple[Runs, ...], figures: tuple[bool, ...]) -> str:
    return "".join(
        f'<{tag} align="{"right" if right else "left"}"{_direction(cell)}>{_inline(cell)}</{tag}>'
        for cell, right in zip(cells, figures, strict=True)
    )


def _note(note: Note) -> str:
    runs = linked(note.text)
    number = note.number
    back = f'<a name="note-{number}"></a><a href="#mark-{number}">{number}</a>'
    return f"<p{_direction(runs)}>{back}. {_inline(runs)}</p>"


def _mark(number: int) -> str:
    return f'<a name="mark-{number}"></a><sup><a href="#note-{number}">{number}</a></sup>'


def _inline(runs: Runs) -> str:
    out: list[str] = []
    after_mark = False
    for run in runs:
        if isinstance(run, NoteRef):
            out.append(("<sup>, </sup>" if after_mark else "") + _mark(run.number))
        else:
            out.append(_run(run))
        after_mark = isinstance(run, NoteRef)
    return "".join(out)


def _run(run: Text) -> str:
    words = escape(run.text)
    if run.bold:
        words = f"<b>{words}</b>"
    if run.italic:
        words = f"<i>{words}</i>"
    target = link_target(run.href) if run.href else None
    return f'<a href="{escape(target)}">{words}</a>' if target else words


def _direction(runs: Runs) -> str:
    return ' dir="rtl"' if starts_rtl(plain_words(runs)) else ""
