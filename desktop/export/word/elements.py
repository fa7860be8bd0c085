"""WordprocessingML elements, built directly, in the order that the schema wants."""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from desktop.core.text import safe_characters

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": MAIN, "r": RELATIONSHIPS}

_W = f"{{{MAIN}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# lxml carries no types.
Element: TypeAlias = Any


def el(tag: str, *children: Element | None, **attributes: object) -> Element:
    """Return ``w:tag`` with attributes of that namespace and those children that are not None."""
    made = etree.Element(_W + tag, nsmap=NAMESPACES)
    for name, value in attributes.items():
        made.set(_W + name, safe_characters(str(value)))
    made.extend([child for child in children if child is not None])
    return made


def text(words: str) -> Element:
    """Return ``w:t`` with these words, every space kept, without what XML cannot carry."""
    made = etree.Element(_W + "t", nsmap=NAMESPACES)
    made.set(_SPACE, "preserve")
    made.text = safe_characters(words)
    return made


def run(words: str, style: str = "") -> Element:
    """Return a run of words in a character style ("" for none)."""
    look = el("rPr", el("rStyle", val=style)) if style else None
    return el("r", look, text(words))


def w(tag: str) -> str:
    """Return the full name of ``w:tag``, for finding elements and attributes."""
    return _W + tag


def relation(rel_id: str) -> dict[str, str]:
    """Return the attribute that points at a relationship."""
    return {f"{{{RELATIONSHIPS}}}id": rel_id}
