"""Reads a Word document back the way Word does: raw parts, words, printed numbers."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of the file; fails if the archive is damaged or names a part twice."""
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(set(names)) == len(names)
        return {name: archive.read(name) for name in names}


def root(data: bytes, part: str = "word/document.xml") -> Any:
    """Return the parsed XML of a part."""
    return etree.fromstring(parts(data)[part])


def words(element: Any) -> str:
    """Return the text below an element, a tab for ``w:tab``."""
    return "".join(
        "\t" if found.tag == f"{W}tab" else found.text or ""
        for found in element.iter(f"{W}t", f"{W}tab")
        if found.getparent().tag == f"{W}r"
    )


def paragraphs(data: bytes) -> list[str]:
    """Return the words of every paragraph of the document, those in tables too."""
    return [words(paragraph) for paragraph in root(data).iter(f"{W}p")]


def style_of(paragraph: Any) -> str:
    """Return the style id of a paragraph."""
    return paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


def printed(data: bytes) -> list[tuple[str, str]]:
    """Return label and words of every paragraph in a list, counting as Word counts."""
    numbering = root(data, "word/numbering.xml")
    definitions = {
        found.get(f"{W}abstractNumId"): found.find(f"{W}lvl/{W}lvlText").get(f"{W}val")
        for found in numbering.iterfind(f"{W}abstractNum")
    }
    instances = {found.get(f"{W}numId"): found for found in numbering.iterfind(f"{W}num")}
    counts: dict[str, int] = {}
    seen: set[str] = set()
    out: list[tuple[str, str]] = []
    for paragraph in root(data).iter(f"{W}p"):
        num = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if num is None:
            continue
        num_id = num.get(f"{W}val")
        instance = instances[num_id]
        definition = instance.find(f"{W}abstractNumId").get(f"{W}val")
        if num_id not in seen and instance.find(f"{W}lvlOverride") is not None:
            counts[definition] = 0
        seen.add(num_id)
        counts[definition] = counts.get(definition, 0) + 1
        label = definitions[definition].replace("%1", str(counts[definition]))
        out.append((label, words(paragraph)))
    return out
