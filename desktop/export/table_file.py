"""A table as a file for a spreadsheet: CSV or XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime, time
from enum import StrEnum

Cell = str | int | date | None

# What a spreadsheet would take for a formula; a text that begins so is marked as text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL = 32_767  # characters: what Excel can hold in one cell
_WIDEST, _NARROWEST = 60, 8


class TableFormat(StrEnum):
    """The kinds of file; the value is the ending of the name."""

    CSV = "csv"
    XLSX = "xlsx"


def table_bytes(heads: Sequence[str], rows: Sequence[Sequence[Cell]], kind: TableFormat) -> bytes:
    """Return a table with a row of headings as the content of a file.

    CSV is UTF-8 with a mark at its beginning, by which Excel knows it; a text that a spreadsheet
    would take for a formula gets an apostrophe before it. XLSX holds texts as texts.
    """
    return _csv(heads, rows) if kind is TableFormat.CSV else _xlsx(heads, rows)


def _csv(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(cell: Cell) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


def _xlsx(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Library")
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "d mmm yyyy", "align": "left", "valign": "top"})
        for column, name in enumerate(heads):
            sheet.write_string(0, column, name, head)
            sheet.set_column(column, column, _width([name, *(row[column] for row in rows)]))
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    midnight = datetime.combine(cell, time())
                    sheet.write_datetime(number, column, midnight, day)
                elif isinstance(cell, int):
                    sheet.write_number(number, column, cell, wrapped)
                elif cell:
                    sheet.write_string(number, column, _sheet_text(cell), wrapped)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
    return out.getvalue()


def _sheet_text(text: str) -> str:
    """Return a text as a cell holds it: with line feeds alone, and no longer than it may be."""
    return "\n".join(text.replace("\r\n", "\n").split("\r"))[:_LONGEST_CELL]


def _width(cells: Sequence[Cell]) -> int:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return max(_NARROWEST, min(longest + 2, _WIDEST))
