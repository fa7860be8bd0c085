"""Headers and text of a mail, out of the encodings that mails wrap them in."""

from __future__ import annotations

from email.errors import HeaderParseError
from email.header import Header, decode_header
from email.message import Message

from desktop.corpus.readers.text.decoding import decode


def header(value: str | Header) -> str:
    """Return a header as a person reads it, on one line."""
    try:
        pieces = decode_header(str(value))
    except (HeaderParseError, ValueError, LookupError):
        return " ".join(str(value).split())
    words = [
        decode(piece, encoding or "") if isinstance(piece, bytes) else piece
        for piece, encoding in pieces
    ]
    return " ".join("".join(words).split())


def text_of(part: Message) -> str:
    """Return the text of a part, decoded."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    return decode(data, str(part.get_content_charset() or ""))
