"""Where in a piece a word stands, and the texts of an Entry in that order."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from desktop.core.search import Entry


class Field(IntEnum):
    """The part of a piece that a word stands in; see ``Entry``."""

    CLAIM = 0
    TEXT = 1
    TAGS = 2
    ASKED = 3
    PLACE = 4
    ABOUT = 5


FIELDS: Final = len(Field)
# What a piece is about; the other fields say where it is from. They come first: see ``tallying``.
CONTENT: Final = (Field.CLAIM, Field.TEXT, Field.TAGS, Field.ASKED)


def texts(entry: Entry) -> tuple[str, str, str, str, str, str]:
    """Give the texts of an Entry in the order of ``Field``."""
    return (entry.claim, entry.text, entry.tags, entry.asked, entry.place, entry.about)
