"""The few functions of PDFium that are called for every word, bound to plain addresses.

pypdfium2's own bindings check and wrap every argument; bound like this, a call takes a third of the
time. Importing this module loads PDFium.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_double, c_float, c_int, c_ulong, c_ushort, c_void_p
from typing import Any

import pypdfium2.raw as raw

Address = int


def address(pointer: Any) -> Address:
    """Return where a pointer of pypdfium2 points to."""
    return ctypes.cast(pointer, c_void_p).value or 0


def _bound(name: str, gives: Any, *takes: Any) -> Callable[..., Any]:
    """Return PDFium's function ``name`` as one that takes and gives addresses."""
    function = address(getattr(raw, name))
    return ctypes.CFUNCTYPE(gives, *takes)(function)


count_chars = _bound("FPDFText_CountChars", c_int, c_void_p)
get_text = _bound("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
get_unicode = _bound("FPDFText_GetUnicode", c_int, c_void_p, c_int)
get_origin = _bound("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, c_void_p, c_void_p)
get_char_box = _bound(
    "FPDFText_GetCharBox", c_int, c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p
)
get_char_object = _bound("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
get_char_matrix = _bound("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)
get_char_size = _bound("FPDFText_GetFontSize", c_double, c_void_p, c_int)
get_font = _bound("FPDFTextObj_GetFont", c_void_p, c_void_p)
get_render_mode = _bound("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)
get_font_name = _bound("FPDFFont_GetBaseFontName", c_ulong, c_void_p, c_void_p, c_ulong)
get_font_flags = _bound("FPDFFont_GetFlags", c_int, c_void_p)
count_objects = _bound("FPDFPage_CountObjects", c_int, c_void_p)
get_object = _bound("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
count_form_objects = _bound("FPDFFormObj_CountObjects", c_int, c_void_p)
get_form_object = _bound("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)
get_type = _bound("FPDFPageObj_GetType", c_int, c_void_p)
get_bounds = _bound(
    "FPDFPageObj_GetBounds", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p
)
get_object_matrix = _bound("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
count_segments = _bound("FPDFPath_CountSegments", c_int, c_void_p)

PATH, IMAGE, FORM = 2, 3, 5
INVISIBLE, FILLED_AND_STROKED = 3, 2
_FORCED_BOLD, _ITALIC = 1 << 18, 1 << 6


class Numbers:
    """Memory that PDFium writes numbers into: doubles at ``at(0)``, ``at(1)`` …"""

    def __init__(self, kind: type[c_double] | type[c_float], count: int) -> None:
        self._array = (kind * count)()
        self._start = ctypes.addressof(self._array)
        self._size = ctypes.sizeof(kind)
        self.values: Any = self._array

    def at(self, index: int) -> Address:
        """Return the address of number ``index``."""
        return self._start + index * self._size


def page_letters(textpage: Address) -> str:
    """Return the letters of a page, one for each that PDFium counts."""
    count = count_chars(textpage)
    if count <= 0:
        return ""
    buffer = (c_ushort * (count + 1))()
    written = get_text(textpage, 0, count, ctypes.addressof(buffer))
    if written == count + 1:
        text = bytes(buffer)[: count * 2].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
    return "".join(_letter(get_unicode(textpage, index)) for index in range(count))


def _letter(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def font_looks(font: Address) -> tuple[str, int]:
    """Return the name of a font, without the letters of a subset before it, and its flags."""
    size = get_font_name(font, None, 0)
    if not 0 < size < 1000:
        return "", 0
    buffer = ctypes.create_string_buffer(size)
    get_font_name(font, ctypes.addressof(buffer), size)
    name = buffer.value.decode("utf-8", "replace")
    return name.split("+", 1)[-1], get_font_flags(font)


def forced_bold(flags: int) -> bool:
    """Whether the font's flags say that it is bold."""
    return flags > 0 and bool(flags & _FORCED_BOLD)


def slanted(flags: int) -> bool:
    """Whether the font's flags say that it is italic."""
    return flags > 0 and bool(flags & _ITALIC)
