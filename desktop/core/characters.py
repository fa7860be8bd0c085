"""Characters that neither a workspace nor a Word file may hold."""

from __future__ import annotations

import re

# What XML 1.0 cannot carry, besides the separators that editors use for line and paragraph ends,
# the object-replacement character (the editor's own mark for an embedded thing), lone surrogates.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff\ud800-\udfff]"
)


def safe_characters(text: str) -> str:
    """Return ``text`` without the characters that no Word file may hold."""
    return _UNSAFE.sub("", text)
