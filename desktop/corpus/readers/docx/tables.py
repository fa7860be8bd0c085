"""Tables of a Word document: their rows and cells, deleted ones left out."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.docx.names import VAL, Properties, W, properties_of, whole
from desktop.corpus.readers.docx.words import Seen
from desktop.corpus.readers.office.tables import WIDEST, Cell

_WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"})


def cells_of(table: XmlElement, seen: Seen) -> list[list[Cell]]:
    """Return the cells of each row that is not deleted."""
    rows: list[list[Cell]] = []
    for row in _unwrapped(table, f"{W}tr"):
        properties = properties_of(row, f"{W}trPr")
        if f"{W}del" in properties:
            seen.tracked = True
            continue
        before = _number(properties, "gridBefore", 0)
        cells = [Cell(None)] * min(before, WIDEST)
        for one in _unwrapped(row, f"{W}tc"):
            said = properties_of(one, f"{W}tcPr")
            if f"{W}cellDel" in said:
                seen.tracked = True
            else:
                cells.append(_cell(one, said))
        rows.append(cells)
    return rows


def _unwrapped(parent: XmlElement, tag: str) -> Iterator[XmlElement]:
    for one in parent:
        if one.tag == tag:
            yield one
        elif one.tag in _WRAPPERS:
            yield from _unwrapped(one, tag)


def _cell(one: XmlElement, properties: Properties) -> Cell:
    goes_on = any(
        found is not None and found.get(VAL, "continue") == "continue"
        for found in (properties.get(f"{W}vMerge"), properties.get(f"{W}hMerge"))
    )
    span = min(max(_number(properties, "gridSpan", 1), 1), WIDEST)
    return Cell(one, span, goes_on)


def _number(properties: Properties, tag: str, otherwise: int) -> int:
    found = properties.get(f"{W}{tag}")
    return otherwise if found is None else whole(found.get(VAL), otherwise)
