"""The names of elements and attributes in an OpenDocument text."""

from __future__ import annotations

from desktop.corpus.limits import XmlElement

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"

OFFICE = _OASIS % "office"
TEXT = _OASIS % "text"
TABLE = _OASIS % "table"
STYLE = _OASIS % "style"
DRAW = _OASIS % "drawing"
META = _OASIS % "meta"
FO = _OASIS % "xsl-fo-compatible"
DC = "{http://purl.org/dc/elements/1.1/}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

H = f"{TEXT}h"
P = f"{TEXT}p"
LIST = f"{TEXT}list"
NOTE = f"{TEXT}note"
SOFT_BREAK = f"{TEXT}soft-page-break"
STYLE_NAME = f"{TEXT}style-name"


def whole(value: str | None, otherwise: int) -> int:
    """Return an attribute as a whole number."""
    return int(value) if value and value.isascii() and value.isdigit() else otherwise


def spoken(name: str) -> str:
    """Return the name of a style as people see it: "Heading_20_1" is "Heading 1"."""
    return name.replace("_20_", " ").replace("_5f_", "_")


def text_of(element: XmlElement | None) -> str:
    """Return all the text in an element."""
    return "" if element is None else "".join(element.itertext())
