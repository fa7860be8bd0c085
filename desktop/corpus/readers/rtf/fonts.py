"""The character sets of rich text: by document and by font."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

SYMBOL = "symbol"
_BY_CHARSET = {
    0: "cp1252", 2: SYMBOL, 77: "mac_roman", 78: "shift_jis", 79: "euc_kr", 80: "gb2312",
    81: "big5", 83: "mac_roman", 84: "mac_greek", 85: "mac_turkish", 128: "cp932", 129: "cp949",
    130: "johab", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
_BY_PAGE = {10000: "mac_roman", 65001: "utf_8", 708: "iso8859_6", 42: SYMBOL}
_WIDE = frozenset({"cp932", "cp936", "cp949", "cp950", "shift_jis", "big5", "johab"})
_LANGUAGES = {
    1031: "de-DE", 1033: "en-US", 1034: "es-ES", 1036: "fr-FR", 1040: "it-IT", 1043: "nl-NL",
    1045: "pl-PL", 1106: "cy-GB", 2057: "en-GB", 2108: "ga-IE", 3081: "en-AU", 3082: "es-ES",
    4105: "en-CA", 5129: "en-NZ", 6153: "en-IE", 1169: "gd-GB",
}  # fmt: skip


def code_page(number: int) -> str:
    """Return the name of a code page by which its bytes are decoded."""
    name = _BY_PAGE.get(number, f"cp{number}")
    if name == SYMBOL:
        return name
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def language(number: int) -> str:
    """Return a language of Windows as its tag, "" if it is not a likely one."""
    return _LANGUAGES.get(number, "")


@dataclass(slots=True)
class Fonts:
    """The font table, as far as it tells how bytes are decoded."""

    page: str = "cp1252"
    _pages: dict[int, str] = field(default_factory=dict)

    def charset(self, font: int, charset: int) -> None:
        """Note the character set of a font; 1 is that of the document."""
        if charset in _BY_CHARSET:
            self._pages[font] = _BY_CHARSET[charset]

    def code_page(self, font: int, number: int) -> None:
        """Note the code page of a font."""
        if number:
            self._pages[font] = code_page(number)

    def decode(self, data: bytes, font: int) -> str:
        """Return bytes that stand in a font as text."""
        page = self._pages.get(font, self.page)
        if page in ("cp1252", SYMBOL) and data.isascii() and page != SYMBOL:
            return data.decode("ascii")
        if page == SYMBOL:
            return "".join(chr(0xF000 + byte) if byte > 0x20 else chr(byte) for byte in data)
        return data.decode(page, "replace")

    def wide(self, font: int) -> bool:
        """Tell whether characters of this font can take two bytes, the second an ASCII one."""
        return self._pages.get(font, self.page) in _WIDE
