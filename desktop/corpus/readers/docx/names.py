"""The names of elements and attributes in a Word document."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.corpus.limits import XmlElement

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

W = f"{{{_MAIN}}}"
R_ID = f"{_R}id"
VAL = f"{W}val"
P = f"{W}p"
P_PR = f"{W}pPr"
R = f"{W}r"
R_PR = f"{W}rPr"
T = f"{W}t"
TBL = f"{W}tbl"
BOX = f"{W}txbxContent"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
DIAGRAM_DATA = f"{_R}dm"
DRAWING_P = f"{_A}p"
DRAWING_T = f"{_A}t"

Properties = Mapping[str, XmlElement]
NO_PROPERTIES: Properties = {}

_OFF = frozenset({"0", "false", "off", "none"})


def switched_on(value: str | None) -> bool:
    """Tell whether a toggle such as ``w:b`` is on, given its value (None where it has none)."""
    return value is None or value.lower() not in _OFF


def whole(value: str | None, otherwise: int = 0) -> int:
    """Return an attribute as a whole number."""
    try:
        return int(float(value)) if value else otherwise
    except (ValueError, OverflowError):
        return otherwise


def child(parent: XmlElement, tag: str) -> XmlElement | None:
    """Return the first child with this tag; much faster than ``find`` on many small elements."""
    return next(parent.iterchildren(tag), None)


def properties_of(parent: XmlElement, tag: str) -> Properties:
    """Return the properties of a paragraph, a row or a cell by their tags, all found at once."""
    for one in parent.iterchildren(tag):
        return {said.tag: said for said in one}
    return NO_PROPERTIES
