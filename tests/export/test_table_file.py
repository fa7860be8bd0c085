"""A table opens in a spreadsheet with every word as it was, and none of it as a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.export.table_file import Cell, TableFormat, table_bytes

HEADS = ("Claim", "Year", "Review by")
ROWS: list[list[Cell]] = [
    ["Four halls closed.", 2019, date(2027, 3, 1)],
    ["=SUM(A1:A9)", None, None],
]
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def read_xlsx(data: bytes) -> list[list[str]]:
    """Return the texts of a sheet by cell, row by row, from the file's own XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        shared = [
            "".join(part.text or "" for part in item.iter(f"{_MAIN}t"))
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{_MAIN}f"))
    return [
        [
            shared[int(value.text or "0")] if cell.get("t") == "s" else str(value.text)
            for cell in row.iter(f"{_MAIN}c")
            for value in cell.iter(f"{_MAIN}v")
        ]
        for row in sheet.iter(f"{_MAIN}row")
    ]


def test_csv_holds_headings_and_rows_and_excel_knows_its_letters() -> None:
    data = table_bytes(HEADS, [["Café hall", 2019, date(2027, 3, 1)]], TableFormat.CSV)
    assert data.startswith(b"\xef\xbb\xbf")
    assert read_csv(data) == [list(HEADS), ["Café hall", "2019", "2027-03-01"]]


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    assert read_csv(table_bytes(HEADS, ROWS, TableFormat.CSV))[2] == ["'=SUM(A1:A9)", "", ""]
    assert read_xlsx(table_bytes(HEADS, ROWS, TableFormat.XLSX))[2] == ["=SUM(A1:A9)"]


def test_xlsx_holds_texts_numbers_and_days() -> None:
    rows = read_xlsx(table_bytes(HEADS, ROWS, TableFormat.XLSX))
    assert rows[0] == list(HEADS)
    assert rows[1] == ["Four halls closed.", "2019", "46447"]


def test_a_table_without_rows_is_its_headings() -> None:
    assert read_csv(table_bytes(HEADS, [], TableFormat.CSV)) == [list(HEADS)]
    assert read_xlsx(table_bytes(HEADS, [], TableFormat.XLSX)) == [list(HEADS)]


letters = st.sampled_from([*"aZ9 =+-@'\",;\t\n\r<&>", "é", "“", "😀"])
cells = st.text(letters, max_size=12).map(lambda text: f"{text}x")


@given(table=st.lists(st.lists(cells, min_size=3, max_size=3), max_size=5))
def test_every_word_is_there_in_both_kinds(table: list[list[str]]) -> None:
    def unmarked(text: str) -> str:
        return text.removeprefix("'") if text[1:2] in ("=", "+", "-", "@", "\t", "\r") else text

    found = read_csv(table_bytes(HEADS, table, TableFormat.CSV))[1:]
    assert [[unmarked(cell) for cell in row] for row in found] == [
        [unmarked(cell) for cell in row] for row in table
    ]
    sheet = read_xlsx(table_bytes(HEADS, table, TableFormat.XLSX))[1:]
    assert [[_folded(cell) for cell in row] for row in sheet] == [
        [_folded(cell) for cell in row] for row in table
    ]


def _folded(text: str) -> str:
    """Return a text with line feeds alone, as a cell of a sheet has it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("kind", TableFormat)
def test_a_very_long_text_does_not_break_the_file(kind: TableFormat) -> None:
    data = table_bytes(("Text",), [["long " * 20_000]], kind)
    assert (read_csv if kind is TableFormat.CSV else read_xlsx)(data)[1][0].startswith("long long")
