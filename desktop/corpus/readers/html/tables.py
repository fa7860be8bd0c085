"""Tables of a web page: those that hold data, and those that old pages were laid out with."""

from __future__ import annotations

import re

from desktop.core.document import Cells
from desktop.corpus.limits import XmlElement

_MARK = re.compile(r"\[?\(?([\ue000-\uf8ff])\)?\]?")
_LAYOUT_INSIDE = ("h1", "h2", "h3", "table", "form", "blockquote")
_LONG_CELL = 900  # characters of text that no cell of a table of data has, and several times
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "td"})


def is_data(table: XmlElement) -> bool:
    """Say whether a table holds data: rows and columns, none of them a page of text."""
    if table.get("role") in ("presentation", "none"):
        return False
    if table.find(".//th") is not None and table.find(".//table") is None:
        return True
    if any(table.find(f".//{tag}") is not None for tag in _LAYOUT_INSIDE):
        return False
    rows = _rows(table)
    widest = max((len(_cells(row)) for row in rows), default=0)
    if len(rows) < 2 or widest < 2:
        return False
    full = sum(1 for row in rows if sum(bool(_text(cell)) for cell in _cells(row)) > 1)
    if full * 2 < len(rows):
        return False
    cells = [cell for row in rows for cell in _cells(row)]
    long = sum(len(_text(cell)) > _LONG_CELL for cell in cells)
    many = sum(len(cell.findall(".//p")) > 4 for cell in cells)
    return long + many <= len(cells) // 10


def cells_of(table: XmlElement) -> tuple[Cells, list[str]]:
    """Return the cells row by row, each text once, and the marks of notes that stood in them."""
    rows: list[tuple[str, ...]] = []
    marks: list[str] = []
    for row in _rows(table):
        texts = [_text(cell) for cell in _cells(row)]
        for text in texts:
            marks.extend(_MARK.findall(text))
        if any(texts):
            rows.append(tuple(" ".join(_MARK.sub("", text).split()) for text in texts))
    return tuple(rows), marks


def _rows(table: XmlElement) -> list[XmlElement]:
    return [row for row in table.iter("tr") if _owner(row) is table]


def _owner(row: XmlElement) -> XmlElement | None:
    return next((parent for parent in row.iterancestors() if parent.tag == "table"), None)


def _cells(row: XmlElement) -> list[XmlElement]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _text(cell: XmlElement) -> str:
    parts: list[str] = []
    for element in cell.iter():
        if element.tag in _BREAKS:
            parts.append(" ")
        parts.append(element.text or "")
        if element is not cell:
            if element.tag in _BREAKS:
                parts.append(" ")
            parts.append(element.tail or "")
    return " ".join("".join(parts).split())
