"""Bytes into text, whatever encoding an old file is in."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
_MANY_ZEROS = 0.3
# Names that pages and mails give and that stand for more than they say.
_WIDER = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc_kr": "cp949",
}
# Typical of UTF-8 that was taken for Windows-1252 and saved as such: “ ” ‘ ’ – … and é.
_TWICE = re.compile('â€[œ\x9d™˜“”¦"]|Ã[\xa0-\xbf]|Â[\xa0-\xbf]')
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\ufeff\u200b\u200e\u200f\u2060\ufffe\uffff\ud800-\udfff]"
)


def decode(data: bytes, declared: str = "") -> str:
    """Return the text of ``data``; ``declared`` is the encoding that it is said to be in.

    A byte order mark goes before everything, valid UTF-8 before what is declared (many files say
    something else and are UTF-8), then what is declared, then
    Windows-1252. Line ends become line feeds; characters that are no text are left out.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return tidy(data[len(mark) :].decode(encoding, "replace"))
    wide = _without_mark(data)
    if wide:
        return tidy(data.decode(wide, "replace"))
    try:
        return tidy(data.decode("utf-8"))
    except UnicodeDecodeError:
        return tidy(_old(data, declared))


def tidy(text: str) -> str:
    """Return ``text`` with plain line ends, and without characters that are no text."""
    text = (
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x85", "\n")
    )
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\u00ad", "")
    return _mended(_DROPPED.sub("", text))


def _without_mark(data: bytes) -> str:
    sample = data[:_SAMPLE]
    for encoding, zeros, letters in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if sample[zeros::2].count(0) > len(sample[zeros::2]) * _MANY_ZEROS and not sample[
            letters::2
        ].count(0):
            return encoding
    return ""


def _old(data: bytes, declared: str) -> str:
    name = declared.strip().strip("\"'").lower()
    name = _WIDER.get(name, name)
    if name and _is_text_encoding(name):
        try:
            return data.decode(name)
        except (UnicodeError, ValueError):
            pass
    broken = data.decode("utf-8", "replace")
    if broken.count("\ufffd") <= len(data) // 2000 + 1 and not _western(data):
        return broken  # UTF-8 that was cut off or has a stray byte
    return data.decode("cp1252", "replace")


def _is_text_encoding(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding  # as bytes.decode itself asks
    except (LookupError, ValueError):
        return False


def _western(data: bytes) -> bool:
    """Say whether bytes beyond ASCII stand alone between ASCII, as in the old Western encodings."""
    alone = len(re.findall(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])", data))
    return alone > sum(byte >= 0x80 for byte in data) * 0.5


def _mended(text: str) -> str:
    """Undo UTF-8 that was read as Windows-1252, where the whole text is like that."""
    if len(_TWICE.findall(text)) < 2:
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
