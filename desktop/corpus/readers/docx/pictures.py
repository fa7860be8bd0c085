"""Pictures of a Word document and what they say to people who do not see them."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.word_file import FilePicture
from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.docx.names import W

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_V = "{urn:schemas-microsoft-com:vml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SHOWS = (f"{_A}blip", _CHART, _DIAGRAM)
_NO = frozenset({"0", "false"})


def pictures_in(parent: XmlElement, near: str) -> Iterator[FilePicture]:
    """Yield the pictures, charts and diagrams in an element; text boxes and lines are none."""
    for one in parent.iter(f"{W}drawing", f"{W}pict"):
        if next(one.iterancestors(_FALLBACK), None) is not None:
            continue  # the same picture once more, for older programs
        if one.tag == f"{W}drawing":
            yield from _drawn(one, near)
        else:
            yield from _older(one, near)


def _drawn(drawing: XmlElement, near: str) -> Iterator[FilePicture]:
    if next(drawing.iter(*_SHOWS), None) is None:
        return
    about = next(drawing.iter(f"{_DRAWING}docPr"), None)
    said = {} if about is None else about.attrib
    mark = None if about is None else next(about.iter(_DECORATIVE), None)
    decorative = mark is not None and mark.get("val", "1") not in _NO
    alt = said.get("descr", "") or said.get("title", "")
    yield FilePicture(alt.strip(), decorative, near)


def _older(pict: XmlElement, near: str) -> Iterator[FilePicture]:
    for image in pict.iter(f"{_V}imagedata"):
        shape = image.getparent()
        alt = "" if shape is None else shape.get("alt", "")
        yield FilePicture(alt.strip(), near=near)
