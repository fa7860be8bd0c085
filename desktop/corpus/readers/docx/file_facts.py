"""Facts about a Word document that its text does not tell: what screen readers and clerks meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.core.shortening import shortened
from desktop.core.word_file import FileHeading, FileLink, FilePicture, FileTable, WordFile
from desktop.core.words import count_words
from desktop.corpus import failures
from desktop.corpus.limits import Limits, XmlElement
from desktop.corpus.readers.docx import names as n
from desktop.corpus.readers.docx.names import VAL, W
from desktop.corpus.readers.docx.pictures import pictures_in
from desktop.corpus.readers.docx.styles import BODY_LEVEL, Styles
from desktop.corpus.readers.docx.tables import cells_of
from desktop.corpus.readers.docx.words import Seen
from desktop.corpus.readers.office.lines import Role
from desktop.corpus.readers.office.package import Package, open_office
from desktop.corpus.readers.office.properties import metadata

_MAIN = "word/document.xml"
_CHANGES = tuple(f"{W}{tag}" for tag in ("ins", "del", "moveFrom", "moveTo"))
_DELETED = frozenset({f"{W}del", f"{W}moveFrom", n.P_PR, n.R_PR})
_LONGEST = 80
# How far red, green and blue are apart in a colour that is one: greys are not.
_COLOURFUL = 0x40


def facts(path: Path, limits: Limits) -> WordFile:
    """Return the facts about a Word document.

    Raises:
        ReadError: it is missing, empty, damaged, too large, has a password, or is something else.
    """
    with open_office(path, limits, "a Word document") as package:
        part = package.related("", "officeDocument") or _MAIN
        root = package.root(part if package.has(part) else _MAIN)
        body = None if root is None else root.find(f"{W}body")
        if body is None:
            raise failures.damaged(path.name, "there is no text part in it")
        return _Facts(package, part, body).found(path)


@dataclass(frozen=True, slots=True)
class _Said:
    """A paragraph: its element, its words and, of a heading, its level (otherwise 0)."""

    element: XmlElement
    text: str
    level: int


class _Facts:
    def __init__(self, package: Package, part: str, body: XmlElement) -> None:
        styles = package.related(part, "styles")
        self._styles = Styles(package.spare_root(styles) if styles else None)
        self._package, self._part, self._body = package, part, body
        self._margins = [
            root
            for one in package.relations(part).values()
            if one.kind in ("header", "footer") and one.target
            if (root := package.spare_root(one.target)) is not None
        ]

    def found(self, path: Path) -> WordFile:
        """Return all of it."""
        body = self._body
        said = list(self._paragraphs())
        about = metadata(self._package, self._styles.language)
        return WordFile(
            name=path.name,
            size=path.stat().st_size,
            title=about.title,
            first_line=next((shortened(one.text, _LONGEST) for one in said if one.text), ""),
            language=about.language,
            headings=tuple(
                FileHeading(one.level, shortened(one.text, _LONGEST)) for one in said if one.level
            ),
            tables=tuple(self._tables()),
            pictures=tuple(self._pictures(said)),
            links=tuple(link for one in said for link in _links(one)),
            words=sum(count_words(one.text) for one in said),
            page_numbers=any(_is_page_number(one) for root in self._margins for one in root.iter()),
            coloured=sum(_coloured_words(one.element) for one in said if not one.level),
            macros=any(name.endswith("vbaproject.bin") for name in self._package.parts),
            embedded=sum(1 for _ in body.iter(f"{W}object", f"{W}altChunk")),
            tracked=next(body.iter(*_CHANGES), None) is not None,
            comments=next(body.iter(f"{W}commentReference"), None) is not None,
        )

    def _paragraphs(self) -> Iterator[_Said]:
        for paragraph in self._body.iter(n.P):
            text = " ".join(_text(paragraph).split())
            yield _Said(paragraph, text, self._level(paragraph))

    def _level(self, paragraph: XmlElement) -> int:
        properties = n.properties_of(paragraph, n.P_PR)
        outline = properties.get(f"{W}outlineLvl")
        if outline is not None:
            own = n.whole(outline.get(VAL), BODY_LEVEL)
            return own + 1 if own < BODY_LEVEL else 0
        named = properties.get(f"{W}pStyle")
        style = self._styles.paragraph(None if named is None else named.get(VAL))
        return style.level if style.role is Role.HEADING else 0

    def _tables(self) -> Iterator[FileTable]:
        for table in self._body.iter(n.TBL):
            rows = cells_of(table, Seen())
            columns = max(map(len, rows), default=0)
            if len(rows) < 2 or columns < 2:
                continue  # it only frames what is in it
            begins = shortened(_text(table), _LONGEST)
            yield FileTable(_has_header(table), begins, len(rows), columns)

    def _pictures(self, said: list[_Said]) -> Iterator[FilePicture]:
        near = ""
        for one in said:
            if one.element.getparent() is self._body:  # not the words of a table's cells
                near = one.text or near
            yield from pictures_in(one.element, shortened(near, _LONGEST))
        for root in self._margins:
            yield from pictures_in(root, "")


def _has_header(table: XmlElement) -> bool:
    """Tell whether the first row is marked as one that says what the columns hold."""
    first = next(table.iterchildren(f"{W}tr"), None)
    if first is None:
        return False
    mark = n.properties_of(first, f"{W}trPr").get(f"{W}tblHeader")
    return mark is not None and n.switched_on(mark.get(VAL))


def _text(element: XmlElement) -> str:
    """Return the words of an element, without what was deleted."""
    if element.tag == n.T:
        return element.text or ""
    if element.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
        return " "
    parts = [_text(one) for one in element if one.tag not in _DELETED]
    return "".join(parts) + (" " if element.tag == n.P else "")


def _links(said: _Said) -> Iterator[FileLink]:
    """Yield the links of a paragraph: elements of their own, and fields."""
    for link in said.element.iter(f"{W}hyperlink", f"{W}fldSimple"):
        field = link.get(f"{W}instr", "HYPERLINK")
        if field.split()[:1] == ["HYPERLINK"] and (text := " ".join(_text(link).split())):
            yield FileLink(text, shortened(said.text, _LONGEST))
    for text in _linked_by_fields(said.element):
        yield FileLink(text, shortened(said.text, _LONGEST))


def _linked_by_fields(paragraph: XmlElement) -> Iterator[str]:
    code, shown, inside, result = "", "", False, False
    for one in paragraph.iter(f"{W}fldChar", f"{W}instrText", n.T):
        if one.tag == f"{W}fldChar":
            kind = one.get(f"{W}fldCharType")
            if kind == "end" and result and code.split()[:1] == ["HYPERLINK"] and shown.strip():
                yield " ".join(shown.split())
            inside, result = kind != "end", kind == "separate"
            if kind != "separate":
                code = shown = ""
        elif one.tag == f"{W}instrText" and inside and not result:
            code += one.text or ""
        elif one.tag == n.T and result:
            shown += one.text or ""


def _is_page_number(one: XmlElement) -> bool:
    words = one.text if one.tag == f"{W}instrText" else one.get(f"{W}instr")
    return (words or "").split()[:1] == ["PAGE"]


def _coloured_words(paragraph: XmlElement) -> int:
    words = 0
    for colour in paragraph.iter(f"{W}color"):
        run = colour.getparent().getparent()
        if run is None or run.tag != n.R or not _colourful(colour.get(VAL, "")):
            continue
        if run.getparent().tag != f"{W}hyperlink":
            words += count_words(_text(run))
    return words


def _colourful(value: str) -> bool:
    try:
        red, green, blue = (int(value[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return max(red, green, blue) - min(red, green, blue) >= _COLOURFUL
