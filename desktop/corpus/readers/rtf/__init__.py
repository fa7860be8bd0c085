"""Reading rich text (RTF): the numbers that were written beside paragraphs, tables, notes."""

from __future__ import annotations

from pathlib import Path

from desktop.core.document import Document, DocumentFormat, Metadata
from desktop.corpus import failures
from desktop.corpus.limits import Limits, read_bytes
from desktop.corpus.readers.office.shaping import shape
from desktop.corpus.readers.rtf.reader import Reader

_BEGINNING = b"{\\rt"
_OTHERS = {
    b"PK": "a package, such as a Word document",
    b"\xd0\xcf": "a file of Word 2003 or older",
    b"%P": "a PDF document",
}
_NOTICES = {
    "tracked": "Tracked changes were read as if all of them had been accepted.",
    "comments": "Comments in the margin were left out.",
    "hidden": "Hidden text was left out.",
}


def read(path: Path, limits: Limits) -> Document:
    """Return what an RTF document says.

    Raises:
        ReadError: it is missing, empty, damaged, too large, or something else.
    """
    data = read_bytes(path, limits).lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if not data.startswith(_BEGINNING):
        really = _OTHERS.get(data[:2])
        if really:
            raise failures.wrong_name(path.name, really)
        raise failures.damaged(path.name, "it does not begin as rich text does")
    reader = Reader(limits)
    lines = reader.read(data.decode("latin-1"))
    said = reader.information
    return Document(
        DocumentFormat.RTF,
        shape(lines, path.name, limits),
        Metadata(said.title, said.author, said.date, reader.language),
        tuple(words for name, words in _NOTICES.items() if getattr(reader.seen, name)),
    )
