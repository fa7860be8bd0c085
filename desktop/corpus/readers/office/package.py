"""Opening office files, whatever they turn out to be, and finding their way between parts."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from urllib.parse import unquote
from zipfile import ZipFile

from desktop.corpus import failures
from desktop.corpus.limits import (
    Limits,
    XmlElement,
    check_size,
    open_package,
    parse_xml,
    read_member,
    xml_parser,
)

_BEGINNING = 8
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY = 1 << 22  # the directory of such a container is at its beginning or its end
_STRICT = b"http://purl.oclc.org/ooxml/"
_OPEN = b"http://schemas.openxmlformats.org/"
# ISO strict documents are the same in other namespaces: the older ones are put in their place.
_STRICT_NAMES = (
    (_STRICT + b"officeDocument/", _OPEN + b"officeDocument/2006/"),
    (_STRICT + b"wordprocessingml/", _OPEN + b"wordprocessingml/2006/"),
    (_STRICT + b"presentationml/", _OPEN + b"presentationml/2006/"),
    (_STRICT + b"drawingml/", _OPEN + b"drawingml/2006/"),
)
_ANOTHER = {
    b"%PDF": "a PDF document",
    b"{\\rt": "a rich text (RTF) document",
    b"<htm": "a web page",
    b"<!DO": "a web page",
}


def open_office(path: Path, limits: Limits, kind: str) -> Package:
    """Return the package at ``path``; ``kind`` says what it should be ("a Word document").

    Raises:
        ReadError: it is missing, empty, damaged, too large, with a password, or no package at all.
    """
    check_size(path, limits)
    try:
        with path.open("rb") as stream:
            beginning = stream.read(_BEGINNING)
            whole = beginning + stream.read(_DIRECTORY) if beginning == _OLE else beginning
            if beginning == _OLE:
                stream.seek(max(0, path.stat().st_size - _DIRECTORY))
                whole += stream.read()
    except OSError as error:
        raise failures.missing(path.name, "you may not read it") from error
    if beginning == _OLE:
        if _ENCRYPTED in whole:
            raise failures.password(path.name)
        raise failures.unsupported(
            path.name,
            "a file of Word, Excel or PowerPoint 2003 or older",
            "Open it in its own program, save it in today’s format, and add that.",
        )
    if not beginning.startswith(_ZIP):
        really = _ANOTHER.get(beginning[:4])
        if really:
            raise failures.wrong_name(path.name, really)
        raise failures.damaged(path.name, f"it does not begin as {kind} does")
    return Package(open_package(path, limits), path.name)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points at: ``kind`` is the last word of the type, ``target`` a part's name.

    What lies outside the package has the target "": it is never followed.
    """

    kind: str
    target: str


class Package:
    """An open zip package; a context manager. Names of parts are found in any case."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self._archive = archive
        self.name = name

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._archive.close()

    @cached_property
    def _names(self) -> dict[str, str]:
        return {name.replace("\\", "/").lower(): name for name in self._archive.namelist()}

    def data(self, part: str) -> bytes | None:
        """Return the bytes of a part, None if there is none.

        Raises:
            ReadError: it cannot be unpacked.
        """
        member = self._names.get(part.lstrip("/").lower())
        return None if member is None else read_member(self._archive, member, self.name)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts, in small letters."""
        return tuple(self._names)

    def has(self, part: str) -> bool:
        """Tell whether there is a part of this name."""
        return part.lstrip("/").lower() in self._names

    def root(self, part: str) -> XmlElement | None:
        """Return the XML of a part, None if there is none.

        Raises:
            ReadError: it cannot be unpacked or is not well formed.
        """
        data = self.data(part)
        return None if data is None else parsed(_transitional(data), self.name)

    def spare_root(self, part: str) -> XmlElement | None:
        """Return the XML of a part that the text can do without, as far as it is well formed."""
        from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

        try:
            data = self.data(part)
        except failures.ReadError:
            return None
        if not data:
            return None
        try:
            root = etree.fromstring(_transitional(data), xml_parser(recover=True))
        except (etree.XMLSyntaxError, ValueError):
            return None
        return None if root is None or _has_entities(root) else root

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return what ``part`` points at, by id; those of the package itself for ""."""
        folder, _, name = part.rpartition("/")
        root = self.spare_root(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for one in () if root is None else root:
            external = one.get("TargetMode", "").lower() == "external"
            target = "" if external else _resolved(folder, one.get("Target", ""))
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = Relation(kind, target)
        return found

    def related(self, part: str, kind: str) -> str:
        """Return the name of the first part of this kind that ``part`` points at, or ""."""
        targets = (one.target for one in self.relations(part).values() if one.kind == kind)
        return next(filter(None, targets), "")


def parsed(data: bytes, name: str) -> XmlElement:
    """Return the root of XML that has no entities of its own; ``name`` is the file's.

    Raises:
        ReadError: it is not well formed, nested too deeply, or defines entities.
    """
    root = parse_xml(data, name)
    if _has_entities(root):
        raise failures.damaged(name, "it uses entities, which documents of this kind never do")
    return root


def _has_entities(root: XmlElement) -> bool:
    declared = root.getroottree().docinfo.internalDTD
    return declared is not None and next(iter(declared.iterentities()), None) is not None


def _resolved(folder: str, target: str) -> str:
    plain = unquote(target.replace("\\", "/")).partition("#")[0]
    if not plain or "://" in plain:
        return ""
    joined = plain if plain.startswith("/") else posixpath.join("/", folder, plain)
    return posixpath.normpath(joined).lstrip("/")


def _transitional(data: bytes) -> bytes:
    if _STRICT in data[:4096]:
        for strict, loose in _STRICT_NAMES:
            data = data.replace(strict, loose)
    return data
