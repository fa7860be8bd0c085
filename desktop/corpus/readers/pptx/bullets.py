"""Which paragraphs of a slide have bullets or numbers: slide, layout and master decide it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.office.lines import Label
from desktop.corpus.readers.office.numerals import printed
from desktop.corpus.readers.pptx.names import A, P, placeholder, whole

_MARKS = {f"{A}buNone": "none", f"{A}buChar": "bullet", f"{A}buBlip": "bullet",
          f"{A}buAutoNum": "number"}  # fmt: skip
_BODY = frozenset({"body", "obj", "subTitle", "tbl", "chart", "media", ""})
_TITLES = frozenset({"title", "ctrTitle"})
_LIKE = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "": "body"}
_FORMS = {
    "alphaLc": "lowerLetter", "alphaUc": "upperLetter", "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
}  # fmt: skip


@dataclass(slots=True)
class Bullets:
    """Labels the paragraphs of one shape, from the first to the last."""

    inherited: Sequence[XmlElement]
    _counts: dict[int, tuple[str, int]] = field(default_factory=dict)

    def label(self, properties: XmlElement | None) -> Label | None:
        """Return the label of the next paragraph, which has these properties."""
        depth = whole(None if properties is None else properties.get("lvl"))
        for deeper in [level for level in self._counts if level > depth]:
            del self._counts[deeper]
        mark = self._mark(properties, depth)
        kind = "none" if mark is None else _MARKS[mark.tag]
        if mark is None or kind != "number":
            self._counts.pop(depth, None)
            return Label("", depth) if kind == "bullet" else None
        form = mark.get("type", "arabicPeriod")
        last = self._counts.get(depth)
        start = whole(mark.get("startAt"), 1)
        value = last[1] + 1 if last and last[0] == form else start
        self._counts[depth] = (form, value)
        named = next((name for begins, name in _FORMS.items() if form.startswith(begins)), "")
        return Label(printed(value, named or "decimal"), depth)

    def _mark(self, properties: XmlElement | None, depth: int) -> XmlElement | None:
        for place in (properties, *self._levels(depth)):
            for one in () if place is None else place:
                if one.tag in _MARKS:
                    return one
        return None

    def _levels(self, depth: int) -> Iterator[XmlElement | None]:
        for style in self.inherited:
            yield style.find(f"{A}lvl{depth + 1}pPr")


def inherited_styles(
    shape: XmlElement, layout: XmlElement | None, master: XmlElement | None
) -> list[XmlElement]:
    """Return the list styles that hold for a shape, the nearest first."""
    styles = [shape.find(f"{P}txBody/{A}lstStyle")]
    mark = placeholder(shape)
    if mark is not None:
        kind = mark.get("type", "")
        above = _same_place(layout, mark.get("idx"), kind)
        styles.append(None if above is None else above.find(f"{P}txBody/{A}lstStyle"))
        if above is not None and not kind:
            found = placeholder(above)
            kind = "" if found is None else found.get("type", "")
        top = _same_place(master, None, _LIKE.get(kind, kind))
        styles.append(None if top is None else top.find(f"{P}txBody/{A}lstStyle"))
        name = "titleStyle" if kind in _TITLES else "bodyStyle" if kind in _BODY else "otherStyle"
        styles.append(None if master is None else master.find(f"{P}txStyles/{P}{name}"))
    return [style for style in styles if style is not None]


def _same_place(sheet: XmlElement | None, index: str | None, kind: str) -> XmlElement | None:
    """Return the placeholder of a layout or master that one on a slide takes after."""
    if sheet is None:
        return None
    by_kind = None
    for shape in sheet.iter(f"{P}sp"):
        mark = placeholder(shape)
        if mark is None:
            continue
        if index is not None and mark.get("idx") == index:
            return shape
        if by_kind is None and _alike(mark.get("type", ""), kind):
            by_kind = shape
    return by_kind


def _alike(one: str, other: str) -> bool:
    return _LIKE.get(one, one) == _LIKE.get(other, other)
