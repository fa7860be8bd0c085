"""How much of a file is read at most, and packages and XML opened so that they cannot bite.

Zip based documents (Word, OpenDocument, PowerPoint) are checked here before any library sees them:
what they would unpack to, members with passwords, entities in their XML. Nothing is unpacked to the
disk, and packages inside packages stay closed.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.corpus import failures

MEGABYTE = 1024 * 1024
XmlElement = Any  # lxml carries no types
XmlParser = Any
_PROLOG = 64 * 1024
_ENCRYPTED_MEMBER = 0x1
_MANIFEST = "META-INF/manifest.xml"
_XML_ENDINGS = (".xml", ".rels", ".xhtml")
# What zipfile, zlib, bz2 and lzma raise on packages that are not as they should be.
PACKAGE_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,  # a way of packing that is not known
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read of one file.

    Attributes:
        bytes: of the file itself.
        unpacked: bytes of all members of a package together, as it declares them.
        xml: bytes of one XML member of a package, of one web page or of one text.
        members: members of a package.
        blocks: blocks of a document; readers stop there with ``too_large``.
        nesting: lists in lists, tables in tables, mails in mails; deeper ones are flattened.
    """

    bytes: int = 300 * MEGABYTE
    unpacked: int = 500 * MEGABYTE
    xml: int = 80 * MEGABYTE
    members: int = 20_000
    blocks: int = 100_000
    nesting: int = 100


USUAL = Limits()


def check_size(path: Path, limits: Limits) -> int:
    """Return how many bytes the file has.

    Raises:
        ReadError: it is not there, is no file, is empty, or has more bytes than are read.
    """
    try:
        if not path.is_file():
            raise failures.missing(path.name, _no_file(path))
        size = path.stat().st_size
    except OSError as error:
        raise failures.missing(path.name, failures.reason(error)) from error
    except ValueError as error:  # a NUL in the name
        raise failures.missing(path.name, "no file can have this name") from error
    if not size:
        raise failures.empty(path.name)
    if size > limits.bytes:
        raise failures.too_large(path.name, _more_than(size, limits.bytes))
    return size


def read_bytes(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a file that is read whole.

    Raises:
        ReadError: as ``check_size``, or it cannot be opened.
    """
    check_size(path, limits)
    try:
        return path.read_bytes()
    except OSError as error:
        raise failures.missing(path.name, failures.reason(error)) from error


def open_package(path: Path, limits: Limits) -> zipfile.ZipFile:
    """Return the package at ``path``, checked; the caller closes it (it is a context manager).

    A library may be given the path afterwards: what it would find has been looked at here.

    Raises:
        ReadError: missing, empty, damaged, too large (a zip bomb is), or with a password.
    """
    check_size(path, limits)
    try:
        package = zipfile.ZipFile(path)
    except PACKAGE_FAULTS as error:
        raise failures.damaged(path.name, "the package it consists of is incomplete") from error
    try:
        _check_members(package, path.name, limits)
    except PACKAGE_FAULTS as error:
        package.close()
        raise failures.damaged(path.name, "a part of it cannot be unpacked") from error
    except BaseException:
        package.close()
        raise
    return package


def read_member(package: zipfile.ZipFile, member: str, name: str) -> bytes | None:
    """Return the bytes of ``member``, None if there is none; ``name`` is the file's, for messages.

    Raises:
        ReadError: it is there and cannot be unpacked.
    """
    try:
        return package.read(member)
    except KeyError:
        return None
    except PACKAGE_FAULTS as error:
        raise failures.damaged(name, f"its part {member} cannot be unpacked") from error


def xml_parser(*, recover: bool = False) -> XmlParser:
    """Return an lxml parser that resolves no entity, loads nothing and refuses huge trees.

    Nesting deeper than 256 elements ends in an XMLSyntaxError.
    """
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def parse_xml(data: bytes, name: str) -> XmlElement:
    """Return the root of ``data``; ``name`` is the file's, for messages.

    Raises:
        ReadError: it is no well-formed XML, or nested too deeply.
    """
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    try:
        root = etree.fromstring(data, xml_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        deep = "Excessive depth" in str(error)
        what = "its parts are nested too deeply" if deep else "its text is not well formed"
        raise failures.damaged(name, what) from error
    if root is None:
        raise failures.damaged(name, "a part of it is empty")
    return root


def _check_members(package: zipfile.ZipFile, name: str, limits: Limits) -> None:
    members = package.infolist()
    if len(members) > limits.members:
        raise failures.too_large(name, f"it has more than {limits.members:,} parts")
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.unpacked:
        raise failures.too_large(name, f"unpacked, {_more_than(unpacked, limits.unpacked)}")
    for member in members:
        if member.flag_bits & _ENCRYPTED_MEMBER:
            raise failures.password(name)
        if member.filename.lower().endswith(_XML_ENDINGS):
            _check_xml(package, member, name, limits)


def _check_xml(
    package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, limits: Limits
) -> None:
    if member.file_size > limits.xml:
        raise failures.too_large(name, f"one part, {_more_than(member.file_size, limits.xml)}")
    with package.open(member) as stream:
        beginning = stream.read(_PROLOG).replace(b"\0", b"")
    if b"<!ENTITY" in beginning:
        raise failures.damaged(name, "it uses entities, which documents of this kind never do")
    if member.filename == _MANIFEST and re.search(rb"<[\w-]*:?encryption-data\b", beginning):
        raise failures.password(name)


def _no_file(path: Path) -> str:
    return "it is a folder, not a file" if path.is_dir() else "it is not there"


def _more_than(size: int, limit: int) -> str:
    return f"it has {-(-size // MEGABYTE):,} MB, and {limit // MEGABYTE:,} MB are the most"
