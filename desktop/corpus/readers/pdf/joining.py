"""Words joined across the ends of lines, and letters made plain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u0132": "IJ",
    "\u0133": "ij",
}
_PLAIN = str.maketrans(
    _LIGATURES
    | dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2007\u2008\u2009\u200a\u202f\u3000", " ")
    | dict.fromkeys("\u2010\u2011\x02", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\u200e\u200f", None)
    | {"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\u2028": " ", "\u2029": " "}
)
_ACCENTS = {
    "¨": "\u0308",
    "´": "\u0301",
    "`": "\u0300",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¸": "\u0327",
}
_LOOSE_ACCENT = re.compile(rf"(?<=[^\W\d_])([{''.join(_ACCENTS)}])([^\W\d_])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BROKEN = re.compile(r"(\w+(?:-\w+)*)[-\u2010]$")
_HYPHENS = ("-", "\u2010")
_BEGINNING = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SOFT = "\u00ad"
# Words that a hyphen often follows, and words that others are made with and no hyphen.
_KEEPS = re.compile(
    "self|non|co|ex|well|long|short|high|low|full|part|cross|multi|pre|post|all|half|anti|semi|vice"
    "|socio|inter|ill|year|user|place|one|two|three|four|five|six|seven|eight|nine|ten"
)
_MERGES = re.compile(
    "under|over|some|with|further|every|where|here|there|mean|house|work|out|down|back|fore|never"
    "|none|thereby|grand|hand|home|land|life|head"
)


def plain(text: str) -> str:
    """Return text with ligatures, odd spaces and hyphens made plain and control characters gone."""
    if text.isascii() and text.isprintable():
        return text
    text = _LOOSE_ACCENT.sub(_accented, text.translate(_PLAIN))
    return _CONTROL.sub("", unicodedata.normalize("NFC", text))


def _accented(match: re.Match[str]) -> str:
    """Return a letter with the accent that stands before it, as some typesetters store it."""
    return match[2].replace("ı", "i") + _ACCENTS[match[1]]


def words_in(lines: Iterable[str]) -> set[str]:
    """Return the words of lines in small letters; those cut at the end of a line are left out."""
    found: set[str] = set()
    cut = False
    for line in lines:
        words = _WORD.findall(line.casefold())[1 if cut else 0 :]
        cut = _broken(line) is not None
        found.update(words[:-1] if cut else words)
    return found


def joined_text(lines: Sequence[str], words: Collection[str] = ()) -> str:
    """Return lines as one text; a word cut at the end of a line is made whole.

    ``words`` are the words of the document: they tell whether a hyphen at the end of a line belongs
    to the word.
    """
    text = ""
    for line in lines:
        text = _with(text, line, words) if text else line
    return " ".join(plain(text).split())


def _with(text: str, line: str, words: Collection[str]) -> str:
    if not line:
        return text
    if text.endswith(_SOFT):
        return text[:-1] + line
    broken = _broken(text)
    beginning = _BEGINNING.match(line)
    if broken is not None and line[0].isdigit():
        return text + line
    if broken is None or beginning is None:
        return text + line if text.endswith(("/", "—")) and line[:1].islower() else f"{text} {line}"
    if not beginning[0][0].islower() or not broken[1][-1].isalpha():
        return text + line
    return (text if _is_real(broken[1], beginning[0], words) else text[:-1]) + line


def _broken(text: str) -> re.Match[str] | None:
    """Return the word that a hyphen at the end of ``text`` cuts."""
    return _BROKEN.search(text, max(0, len(text) - 60)) if text[-1:] in _HYPHENS else None


def _is_real(before: str, after: str, words: Collection[str]) -> bool:
    """Whether a hyphen at the end of a line belongs to the word."""
    one, two = before.casefold(), after.casefold()
    if one + two in words:
        return False
    if f"{one}-{two}" in words or "-" in one:
        return True
    if two not in words:
        return False
    whole_words = one in words and len(one) >= 4 and len(two) >= 4
    return bool(_KEEPS.fullmatch(one)) or (whole_words and not _MERGES.fullmatch(one))
