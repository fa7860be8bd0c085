"""Reading OpenDocument texts (ODT, and its flat form in one XML file), straight from their XML.

Nothing outside the file is ever followed, linked sections and pictures included.
"""

from __future__ import annotations

from pathlib import Path

from desktop.core.document import Document, DocumentFormat, Metadata
from desktop.corpus import failures
from desktop.corpus.limits import Limits, XmlElement, read_bytes
from desktop.corpus.readers.odt.lists import Lists
from desktop.corpus.readers.odt.names import DC, META, OFFICE, text_of
from desktop.corpus.readers.odt.story import Parts, read_body
from desktop.corpus.readers.odt.styles import Styles
from desktop.corpus.readers.office.package import Package, open_office, parsed
from desktop.corpus.readers.office.properties import day
from desktop.corpus.readers.office.shaping import one_line, shape

_KIND = "an OpenDocument text"
_OTHERS = {
    "spreadsheet": "an OpenDocument spreadsheet",
    "presentation": "an OpenDocument presentation",
    "drawing": "an OpenDocument drawing",
    "chart": "an OpenDocument chart",
    "database": "an OpenDocument database",
}
_WORD = "word/document.xml"
_NOTICES = {
    "tracked": "Tracked changes were read as if all of them had been accepted.",
    "comments": "Comments in the margin were left out.",
    "hidden": "Hidden text was left out.",
}
_MARKS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\0<")


def read(path: Path, limits: Limits) -> Document:
    """Return what an OpenDocument text says.

    Raises:
        ReadError: it is missing, empty, damaged, too large, has a password, or is something else.
    """
    if _is_flat(path):
        root = parsed(read_bytes(path, limits), path.name)
        return _document(root, root, root, path.name, limits)
    with open_office(path, limits, _KIND) as package:
        content = package.root("content.xml")
        if content is None:
            raise _no_document(package)
        styles = package.spare_root("styles.xml")
        return _document(content, styles, package.spare_root("meta.xml"), path.name, limits)


def _document(
    content: XmlElement,
    styles_root: XmlElement | None,
    meta: XmlElement | None,
    name: str,
    limits: Limits,
) -> Document:
    body = content.find(f"{OFFICE}body")
    text = None if body is None else body.find(f"{OFFICE}text")
    if text is None:
        raise _other_kind(body, name)
    styles, lists = Styles(), Lists()
    _take_styles(styles, lists, content, "automatic-styles")
    if styles_root is not None:
        _take_styles(styles, lists, styles_root, "styles")
    parts = Parts(styles, lists)
    blocks = shape(read_body(text, parts), name, limits)
    notices = tuple(words for key, words in _NOTICES.items() if getattr(parts.seen, key))
    return Document(DocumentFormat.ODT, blocks, _metadata(meta, styles.language), notices)


def _take_styles(styles: Styles, lists: Lists, root: XmlElement, part: str) -> None:
    for group in root.iterfind(f"{OFFICE}{part}"):
        styles.add(group)
        lists.add(group)


def _metadata(root: XmlElement | None, language: str) -> Metadata:
    said = None if root is None else root.find(f"{OFFICE}meta")
    if said is None:
        return Metadata(language=language)

    def value(*names: str) -> str:
        found = (one_line(text_of(said.find(name))) for name in names)
        return next(filter(None, found), "")

    return Metadata(
        title=value(f"{DC}title"),
        author=value(f"{META}initial-creator", f"{DC}creator"),
        date=max(day(value(f"{META}creation-date")), day(value(f"{DC}date"))),
        language=value(f"{DC}language") or language,
    )


def _is_flat(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(4).startswith(_MARKS)
    except (OSError, ValueError):
        return False


def _other_kind(body: XmlElement | None, name: str) -> failures.ReadError:
    for one in () if body is None else body:
        really = _OTHERS.get(one.tag.rpartition("}")[2])
        if really:
            return failures.wrong_name(name, really)
    return failures.damaged(name, "there is no text in it")


def _no_document(package: Package) -> failures.ReadError:
    if package.has(_WORD):
        return failures.wrong_name(package.name, "a Word document")
    return failures.damaged(package.name, "there is no text part in it")
