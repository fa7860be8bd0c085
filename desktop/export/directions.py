"""Right-to-left writing: which stretches of a text run the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, with presentation forms and the
# right-to-left blocks beyond the basic plane.
_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_RTL = re.compile(_LETTER)
# One stretch goes on over spaces, digits and punctuation up to the next such letter.
_STRETCH = re.compile(rf"{_LETTER}+(?:[\W\d_]*{_LETTER}+)*")
_FIRST_LETTER = re.compile(r"[^\W\d_]")


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the text in pieces, each with whether it runs from right to left."""
    if text.isascii() or not _RTL.search(text):
        yield text, False
        return
    place = 0
    for found in _STRETCH.finditer(text):
        if found.start() > place:
            yield text[place : found.start()], False
        yield found[0], True
        place = found.end()
    if place < len(text):
        yield text[place:], False


def starts_rtl(text: str) -> bool:
    """Tell whether the first letter belongs to a right-to-left script."""
    if text.isascii():
        return False
    found = _FIRST_LETTER.search(text)
    return bool(found and _RTL.match(found[0]))
