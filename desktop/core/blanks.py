"""The blanks of a sentence to complete: "In [year] we counted … of … ."."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLANK = re.compile(r"…|\[[^\[\]\n]+\]")
# In somebody's own words dots and brackets are how a quotation is shortened.
_QUOTED = re.compile(r"“[^”\n]*”")
_ENDS = re.compile(r"[.!?]\s+")


def first_blank(text: str) -> tuple[int, int] | None:
    """Return where the first blank of a sentence begins and ends, None where it has none."""
    found = _BLANK.search(text)
    return found.span() if found else None


def unfinished(text: str) -> Iterator[str]:
    """Yield each sentence of a text in which a blank is left, up to its first blank."""
    for line in text.splitlines():
        own = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), line)
        begins = 0
        for end in (*(each.end() for each in _ENDS.finditer(own)), len(own)):
            found = _BLANK.search(own, begins, end)
            if found is not None:
                yield line[begins : found.end()].strip()
            begins = end
