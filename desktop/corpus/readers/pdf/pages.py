"""One page of a PDF: opened, looked at, closed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw

from desktop.corpus.readers.pdf import engine
from desktop.corpus.readers.pdf.drawings import drawings
from desktop.corpus.readers.pdf.glyphs import LetterReader
from desktop.corpus.readers.pdf.grids import Grid, cell_runs, grids, without_empty
from desktop.corpus.readers.pdf.lines import lines_of
from desktop.corpus.readers.pdf.paragraphs import same_columns
from desktop.corpus.readers.pdf.shapes import Line, PageParts, Rule, Run

_OUTSIDE = 4.0
_MOST_NOTES = 2_000  # on a page: links, comments, fields


def page_parts(document: Any) -> Iterator[PageParts]:
    """Yield what stands on each page; a page that cannot be loaded has nothing on it."""
    reader = LetterReader()
    table: Line | None = None
    for index in range(raw.FPDF_GetPageCount(document)):
        page = _loaded(document, index)
        if not page:
            yield PageParts(index + 1, 0.0, 0.0)
            continue
        try:
            parts = _parts(page, index + 1, reader, table)
            table = max((line for line in parts.lines if line.cells), key=_bottom, default=None)
            yield parts
        finally:
            raw.FPDF_ClosePage(page)


def _loaded(document: Any, index: int) -> Any:
    """Return a page; what was filled into its form, or typed over it, is made part of it."""
    page = raw.FPDF_LoadPage(document, index)
    if page and _is_filled_in(page):
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        raw.FPDF_ClosePage(page)
        page = raw.FPDF_LoadPage(document, index)
    return page


def _is_filled_in(page: Any) -> bool:
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if note:
            kind = raw.FPDFAnnot_GetSubtype(note)
            raw.FPDFPage_CloseAnnot(note)
            if kind in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT):
                return True
    return False


def _bottom(line: Line) -> float:
    return line.bottom


def _parts(page: Any, number: int, reader: LetterReader, table: Line | None) -> PageParts:
    """Return what stands on a page; ``table`` is the last one of the page before."""
    where = engine.address(page)
    left, top, width, height = _box(page)
    drawn = drawings(where, width, height)
    textpage = raw.FPDFText_LoadPage(page)
    if not textpage:
        return PageParts(number, width, height, pictured=drawn.pictured, drawn=drawn.drawn)
    try:
        letters = reader.read(engine.address(textpage))
    finally:
        raw.FPDFText_ClosePage(textpage)
    rules = drawn.rules
    if letters.angle:
        rules = [_turned(rule, letters.angle) for rule in rules]
        corner = _turned(Rule(left, -top, left + width, -top + height), letters.angle)
    else:
        corner = Rule(left, -top, left + width, -top + height)
    runs = [_moved(run, corner) for run in letters.runs]
    runs = [run for run in runs if _is_on(run, corner)]
    rules = [_shifted(rule, corner) for rule in rules]
    return PageParts(
        number=number,
        width=corner.x1 - corner.x0,
        height=corner.y1 - corner.y0,
        lines=tuple(_lines(runs, rules, number, table)),
        askew=tuple(letters.askew),
        rules=tuple(rule for rule in rules if rule.level),
        pictured=drawn.pictured,
        drawn=drawn.drawn,
        letters=letters.letters,
        hidden=letters.hidden / letters.letters if letters.letters else 0.0,
        unreadable=letters.unreadable,
    )


def _box(page: Any) -> tuple[float, float, float, float]:
    """Return the left and upper edge, width and height of a page as it is before it is turned."""
    rect = raw.FS_RECTF()
    if raw.FPDF_GetPageBoundingBox(page, rect):
        return rect.left, rect.top, rect.right - rect.left, rect.top - rect.bottom
    return 0.0, 792.0, 612.0, 792.0


def _turned(rule: Rule, angle: float) -> Rule:
    """Return a rule as it lies when text that runs at ``angle`` is turned to run level."""
    cosine, sine = math.cos(angle), math.sin(angle)
    corners = [(x, -y) for x in (rule.x0, rule.x1) for y in (rule.y0, rule.y1)]
    xs = [x * cosine + y * sine for x, y in corners]
    ys = [x * sine - y * cosine for x, y in corners]
    return Rule(min(xs), min(ys), max(xs), max(ys))


def _moved(run: Run, corner: Rule) -> Run:
    return run._replace(x0=run.x0 - corner.x0, x1=run.x1 - corner.x0, y=run.y - corner.y0)


def _shifted(rule: Rule, corner: Rule) -> Rule:
    x, y = corner.x0, corner.y0
    return Rule(rule.x0 - x, rule.y0 - y, rule.x1 - x, rule.y1 - y)


def _is_on(run: Run, corner: Rule) -> bool:
    """Whether a run can be seen: printers' marks stand outside the page."""
    wide, high = corner.x1 - corner.x0, corner.y1 - corner.y0
    return (
        run.x1 > -_OUTSIDE
        and run.x0 < wide + _OUTSIDE
        and -_OUTSIDE < run.y < high + run.style.size + _OUTSIDE
    )


def _lines(runs: list[Run], rules: list[Rule], number: int, before: Line | None) -> list[Line]:
    """Return the lines of a page, ruled tables among them."""
    found: list[Line] = []
    for grid in grids(rules):
        inside = [run for run in runs if grid.holds(run)]
        table = _table(grid, inside, number)
        if table is not None and (_filled_columns(table) >= 2 or _same_table(before, table)):
            taken = {id(run) for run in inside}
            runs = [run for run in runs if id(run) not in taken]
            found.append(table)
    return found + lines_of(runs, number)


def _table(grid: Grid, runs: list[Run], number: int) -> Line | None:
    """Return a ruled table as one line; None if nothing stands in it."""
    if not runs:
        return None
    cells = without_empty(
        grid,
        [
            ["\n".join(line_text(line) for line in lines_of(cell, number)) for cell in row]
            for row in cell_runs(grid, runs)
        ],
    )
    if not cells:
        return None
    box, style = grid.box, runs[0].style
    return Line(
        text="",
        x0=box.x0,
        x1=box.x1,
        y=box.y0,
        style=style,
        lead=style,
        bottom=box.y1,
        cells=cells,
        page=number,
    )


def _filled_columns(table: Line) -> int:
    return sum(any(row[i] for row in table.cells) for i in range(len(table.cells[0])))


def _same_table(before: Line | None, table: Line) -> bool:
    """Whether a table has the columns of the one that the page before ended with."""
    return before is not None and same_columns(before, table)


def line_text(line: Line) -> str:
    """Return the words of a line with the mark that it begins with."""
    return f"{line.mark} {line.text}".strip()
