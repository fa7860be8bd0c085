"""What the ``item`` of a Place in the library may name: a row, or a place in a Source's text."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.ui.place import PageId, Place

_READ, _PASSAGE = "read:", "passage:"
# No key of a Source has a space in it.
_BETWEEN = " "


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """A ``row`` of the table; or a ``passage`` (its id), or a ``source`` and a place in it, to be
    read where it stands. What is not meant is "".
    """

    row: str = ""
    passage: str = ""
    source: str = ""
    locator: str = ""

    @property
    def to_read(self) -> bool:
        """Whether the text of a Source is wanted."""
        return bool(self.passage or self.source)


def reading_place(source: str, locator: str = "") -> Place:
    """Return where the text of a Source can be read, at the place that a citation names."""
    return Place(PageId.LIBRARY, item=f"{_READ}{source}{_BETWEEN}{locator}".rstrip())


def passage_place(passage: str) -> Place:
    """Return where a Passage can be read in the text around it."""
    return Place(PageId.LIBRARY, item=f"{_PASSAGE}{passage}")


def library_item(item: str) -> LibraryItem:
    """Return what the ``item`` of a Place names."""
    if item.startswith(_PASSAGE):
        return LibraryItem(passage=item.removeprefix(_PASSAGE))
    if item.startswith(_READ):
        source, _, locator = item.removeprefix(_READ).partition(_BETWEEN)
        return LibraryItem(source=source, locator=locator)
    return LibraryItem(row=item)
