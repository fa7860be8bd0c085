"""What the first bytes of files that are not read look like, and what to say of them."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A kind of file that is not read.

    Attributes:
        what: what it is, with its article.
        hint: what to do instead.
        can_be_saved: it is a document that another program can save as one that is read.
        password: it is protected with a password.
        known: it was recognised, not only found to be none of the others.
    """

    what: str
    hint: str = ""
    can_be_saved: bool = False
    password: bool = False
    known: bool = True


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_WORD = "Open it in Word or LibreOffice, save it as .docx, and add that file."
_IN_SLIDES = "Open it in PowerPoint or LibreOffice, save it as .pptx, and add that file."
_PICTURE = "Words in a picture cannot be read. Add the document that it was made from."
_UNPACK = "Unpack it, and add the documents that are in it."
_TABLE = "Copy the table that you need into a document, and add that."

# The names of streams in an old Office file, the telling ones first.
OLD_OFFICE = (
    ("EncryptedPackage", Unreadable("a document with a password", password=True)),
    ("WordDocument", Unreadable("a Word document of the old kind (.doc)", _IN_WORD, True)),
    (
        "PowerPoint Document",
        Unreadable("a PowerPoint file of the old kind (.ppt)", _IN_SLIDES, True),
    ),
    ("Workbook", Unreadable("a spreadsheet", _TABLE)),
    (
        "__substg1.0",
        Unreadable("an Outlook message (.msg)", "Save it from Outlook as .eml or text.", True),
    ),
    ("VisioDocument", Unreadable("a Visio drawing")),
    ("Quill", Unreadable("a Publisher document", "Save it as PDF, and add that file.", True)),
)


def _starts(*beginnings: bytes) -> re.Pattern[bytes]:
    return re.compile(b"(?:" + b"|".join(re.escape(one) for one in beginnings) + b")", re.DOTALL)


SIGNATURES: tuple[tuple[re.Pattern[bytes], Unreadable], ...] = (
    (_starts(b"\xff\xd8\xff"), Unreadable("a picture (JPEG)", _PICTURE)),
    (_starts(b"\x89PNG\r\n\x1a\n"), Unreadable("a picture (PNG)", _PICTURE)),
    (_starts(b"GIF87a", b"GIF89a"), Unreadable("a picture (GIF)", _PICTURE)),
    (_starts(b"II*\0", b"MM\0*"), Unreadable("a picture (TIFF)", _PICTURE)),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), Unreadable("a picture (WebP)", _PICTURE)),
    (re.compile(rb"BM....\0\0\0\0", re.DOTALL), Unreadable("a picture (BMP)", _PICTURE)),
    (re.compile(rb"....ftyphei[cfx]", re.DOTALL), Unreadable("a picture (HEIC)", _PICTURE)),
    (re.compile(rb"....ftyp", re.DOTALL), Unreadable("a film or sound recording")),
    (re.compile(rb"RIFF....(?:AVI |WAVE)", re.DOTALL), Unreadable("a film or sound recording")),
    (_starts(b"ID3", b"OggS", b"fLaC", b"\xff\xfb"), Unreadable("a sound recording")),
    (_starts(b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0"), Unreadable("a compressed file", _UNPACK)),
    (_starts(b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07"), Unreadable("an archive of files", _UNPACK)),
    (_starts(b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe"), Unreadable("a program")),
    (re.compile(rb"MZ.{58}", re.DOTALL), Unreadable("a program")),
    (_starts(b"SQLite format 3\0"), Unreadable("a database")),
    (re.compile(rb"\0\x01\0\0Standard (?:Jet|ACE) DB"), Unreadable("a database")),
    (_starts(b"\xffWPC"), Unreadable("a WordPerfect document", _IN_WORD, True)),
    (_starts(b"%!PS", b"\xc5\xd0\xd3\xc6"), Unreadable("PostScript", "Convert it to PDF.", True)),
    (_starts(b"8BPS"), Unreadable("a Photoshop picture", _PICTURE)),
    (_starts(b"wOFF", b"wOF2", b"OTTO", b"\0\x01\0\0\0"), Unreadable("a font")),
)

_LEADING = re.compile(
    rb"(?:\s+|<\?xml[^>]*\?>|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE(?!\s+html)[^>\[]*(?:\[.*?\]\s*)?>)*",
    re.DOTALL | re.IGNORECASE,
)
_PAGE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|table|p|h[1-6]|article|"
    rb"main|section|span|font|center|ul|ol|br|a|b|i|strong|em|img)\b",
    re.IGNORECASE,
)
_OTHER_MARKUP = (
    (rb"<(?:\w+:)?wordDocument\b", Unreadable("a Word document in XML", _IN_WORD, True)),
    (rb"<(?:\w+:)?package\b[^>]*xmlPackage", Unreadable("a Word document in XML", _IN_WORD, True)),
    (
        rb"<(?:\w+:)?document\b[^>]*urn:oasis:names:tc:opendocument",
        Unreadable(
            "an OpenDocument file in one piece of XML",
            "Open it in LibreOffice, save it as .odt, and add that file.",
            True,
        ),
    ),
    (rb"<svg\b", Unreadable("a drawing (SVG)", _PICTURE)),
    (rb"<(?:\w+:)?Workbook\b", Unreadable("a spreadsheet", _TABLE)),
)


def markup_kind(start: bytes) -> Unreadable | bool:
    """Say whether a text that may be markup is a web page (True), something else, or just text."""
    begun = _LEADING.match(start)
    rest = start[begun.end() :] if begun else start
    if _PAGE.match(rest):
        return True
    for pattern, kind in _OTHER_MARKUP:
        if re.match(pattern, rest, re.IGNORECASE):
            return kind
    return False
