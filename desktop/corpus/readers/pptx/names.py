"""The names of elements and attributes in a PowerPoint presentation."""

from __future__ import annotations

from desktop.corpus.limits import XmlElement

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

_OFF = frozenset({"0", "false"})


def is_off(value: str | None) -> bool:
    """Tell whether a switch that is on by default is off."""
    return value in _OFF


def whole(value: str | None, otherwise: int = 0) -> int:
    """Return an attribute as a whole number."""
    return int(value) if value and value.isascii() and value.isdigit() else otherwise


def placeholder(shape: XmlElement) -> XmlElement | None:
    """Return what says that a shape is a placeholder, None if it is not one."""
    return next(shape.iter(f"{P}ph"), None) if shape.tag in _MAY_HOLD else None


_MAY_HOLD = frozenset({f"{P}sp", f"{P}graphicFrame", f"{P}pic"})
