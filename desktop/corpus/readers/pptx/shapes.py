"""The text of one slide: title first, then the shapes in their order, groups and tables opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.office.alternatives import ALTERNATE, chosen
from desktop.corpus.readers.office.lines import Line, Role, flat
from desktop.corpus.readers.office.symbols import readable
from desktop.corpus.readers.office.tables import Cell, grid
from desktop.corpus.readers.pptx.bullets import Bullets, inherited_styles
from desktop.corpus.readers.pptx.names import (
    DIAGRAM,
    MATH_TEXT,
    A,
    P,
    R,
    is_off,
    placeholder,
    whole,
)

_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"ftr", "sldNum", "dt", "hdr"})
_FIELDS_LEFT_OUT = ("slidenum", "datetime")


@dataclass(frozen=True, slots=True)
class Sheets:
    """A slide with what it inherits from; ``diagram`` gives the data of a diagram on it."""

    layout: XmlElement | None
    master: XmlElement | None
    diagram: Callable[[str], XmlElement | None]


def slide_lines(slide: XmlElement, sheets: Sheets) -> list[Line]:
    """Return the lines of a slide."""
    tree = slide.find(f"{P}cSld/{P}spTree")
    if tree is None:
        return []
    shapes = list(_shapes(tree))
    titles = [shape for shape in shapes if _kind(shape) in _TITLES]
    lines = [line for shape in titles for line in _title(shape)]
    for shape in shapes:
        if _kind(shape) not in _TITLES | _FURNITURE:
            lines.extend(_lines(shape, sheets))
    return lines


def text_lines(body: XmlElement, bullets: Bullets) -> list[Line]:
    """Return the paragraphs of a text body."""
    lines: list[Line] = []
    for paragraph in body.iterfind(f"{A}p"):
        text = paragraph_text(paragraph)
        properties = paragraph.find(f"{A}pPr")
        label = bullets.label(properties) if text.strip() else None
        lines.append(Line(text, label=label))
    return lines


def paragraph_text(paragraph: XmlElement) -> str:
    """Return the text of a paragraph, without the number of the slide and today's date."""
    parts: list[str] = []
    for one in paragraph:
        if one.tag == f"{A}r":
            parts.append(one.findtext(f"{A}t") or "")
        elif one.tag == f"{A}br":
            parts.append("\n")
        elif one.tag == f"{A}fld":
            if not one.get("type", "").startswith(_FIELDS_LEFT_OUT):
                parts.append(one.findtext(f"{A}t") or "")
        elif len(one):
            inner = chosen(one) if one.tag == ALTERNATE else one
            parts.extend(found.text or "" for found in inner.iter(MATH_TEXT))
    return readable("".join(parts).replace("\v", "\n"))


def _shapes(tree: XmlElement) -> Iterator[XmlElement]:
    for one in tree:
        if one.tag == f"{P}grpSp":
            yield from _shapes(one)
        elif one.tag == ALTERNATE:
            yield from _shapes(chosen(one))
        elif one.tag in (f"{P}sp", f"{P}graphicFrame") and not _is_hidden(one):
            yield one


def _is_hidden(shape: XmlElement) -> bool:
    own = next(shape.iter(f"{P}cNvPr"), None)
    return own is not None and own.get("hidden") is not None and not is_off(own.get("hidden"))


def _kind(shape: XmlElement) -> str:
    mark = placeholder(shape)
    return "" if mark is None else mark.get("type", "")


def _title(shape: XmlElement) -> list[Line]:
    body = shape.find(f"{P}txBody")
    paragraphs = [] if body is None else [paragraph_text(one) for one in body.iterfind(f"{A}p")]
    text = " ".join(" ".join(paragraphs).split())
    return [Line(text, Role.HEADING, level=1)] if text else []


def _lines(shape: XmlElement, sheets: Sheets) -> list[Line]:
    if shape.tag == f"{P}sp":
        body = shape.find(f"{P}txBody")
        if body is None:
            return []
        inherited = inherited_styles(shape, sheets.layout, sheets.master)
        lines = text_lines(body, Bullets(inherited))
        if placeholder(shape) is None:
            # A loose text box: it may be a footer that somebody put on every slide.
            lines = [replace(line, role=Role.CAPTION) for line in lines]
        return lines
    lines = [_table(table) for table in shape.iter(f"{A}tbl")]
    for relations in shape.iter(DIAGRAM):
        data = sheets.diagram(relations.get(f"{R}dm", ""))
        found = () if data is None else data.iter(f"{A}p")
        lines.extend(Line(paragraph_text(paragraph)) for paragraph in found)
    return lines


def _table(table: XmlElement) -> Line:
    rows: list[list[tuple[Cell, str]]] = []
    for row in table.iterfind(f"{A}tr"):
        cells: list[tuple[Cell, str]] = []
        for one in row.iterfind(f"{A}tc"):
            merged = whole(one.get("hMerge")) or whole(one.get("vMerge"))
            body = one.find(f"{A}txBody")
            text = "" if merged or body is None else flat(text_lines(body, Bullets(())))
            cells.append((Cell(one), text))
        rows.append(cells)
    return Line(role=Role.TABLE, cells=grid(rows))
