"""Tables of a Word document: their rows and cells, deleted ones left out."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.docx.names import VAL, W, switched_on, whole
from desktop.corpus.readers.docx.words import Seen
from desktop.corpus.readers.office.tables import WIDEST, Cell

_WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"})


def cells_of(table: XmlElement, seen: Seen) -> list[list[Cell]]:
    """Return the cells of each row that is not deleted."""
    rows: list[list[Cell]] = []
    for row in _unwrapped(table, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            seen.tracked = True
            continue
        before = 0 if properties is None else _number(properties, "gridBefore", 0)
        cells = [Cell(None)] * min(before, WIDEST)
        cells.extend(_cell(one) for one in _unwrapped(row, f"{W}tc") if not _deleted(one, seen))
        rows.append(cells)
    return rows


def _unwrapped(parent: XmlElement, tag: str) -> Iterator[XmlElement]:
    for one in parent:
        if one.tag == tag:
            yield one
        elif one.tag in _WRAPPERS:
            yield from _unwrapped(one, tag)


def _cell(one: XmlElement) -> Cell:
    properties = one.find(f"{W}tcPr")
    if properties is None:
        return Cell(one)
    goes_on = any(
        found is not None and found.get(VAL, "continue") == "continue"
        for found in (properties.find(f"{W}vMerge"), properties.find(f"{W}hMerge"))
    )
    span = min(max(_number(properties, "gridSpan", 1), 1), WIDEST)
    return Cell(one, span, goes_on)


def _deleted(one: XmlElement, seen: Seen) -> bool:
    found = one.find(f"{W}tcPr/{W}cellDel")
    if found is None or not switched_on(found.get(VAL)):
        return False
    seen.tracked = True
    return True


def _number(properties: XmlElement, tag: str, otherwise: int) -> int:
    found = properties.find(f"{W}{tag}")
    return otherwise if found is None else whole(found.get(VAL), otherwise)
