"""Files that mean harm, or were harmed, made by code."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from desktop.corpus.failures import Cause, ReadError

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


def package(members: Mapping[str, str | bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a package with the members in the order given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", kind) as written:
        for name, content in members.items():
            written.writestr(name, content)
    return buffer.getvalue()


def word(body: str, before: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a Word document of bare XML: ``body`` inside, ``before`` the root element."""
    document = f'<?xml version="1.0"?>{before}<w:document {_W}><w:body>{body}</w:body></w:document>'
    return package(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELATIONS,
            "word/document.xml": document,
            **(more or {}),
        }
    )


def paragraph(words: str) -> str:
    """Return a paragraph of Word's XML."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def open_document(content: str, manifest: str = "") -> bytes:
    """Return an OpenDocument text of bare XML."""
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        },
        zipfile.ZIP_STORED,
    )


def with_password(data: bytes) -> bytes:
    """Mark every member of a package as encrypted, as archive programs do."""
    marked = bytearray(data)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = marked.find(signature)
        while place >= 0:
            marked[place + at] |= 1
            place = marked.find(signature, place + 4)
    return bytes(marked)


def cause_of(call: Callable[..., object], *args: object) -> Cause | None:
    """Return why a call refuses a file; None if it does not."""
    try:
        call(*args)
    except ReadError as error:
        return error.cause
    return None
