"""The styles a submission uses, found by name in the style file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.errors import ContentError
from desktop.export.word.elements import Element, w


class StyleName(StrEnum):
    """The names that a style file must hold, as Word shows them."""

    TITLE = "Title"
    SUBTITLE = "Subtitle"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    BODY = "Body Text"
    NUMBERED = "Numbered Paragraph"
    NUMBERED_TEXT = "Numbered Text"
    BULLET = "List Bullet"
    BULLET_INSIDE = "List Bullet 2"
    NUMBER = "List Number"
    NUMBER_INSIDE = "List Number 2"
    RECOMMENDATION = "Recommendation"
    QUOTE = "Quote"
    DATE = "Date"
    SOURCE = "Bibliography"
    TABLE = "Evidence Table"
    TABLE_TEXT = "Table Text"
    TABLE_GAP = "Table Gap"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "footnote text"
    MARK = "footnote reference"
    LINK = "Hyperlink"


@dataclass(frozen=True, slots=True)
class Styles:
    """The ids behind the names, and the list that a paragraph style belongs to."""

    ids: Mapping[str, str]
    lists: Mapping[str, str]

    def __getitem__(self, name: StyleName) -> str:
        """Return the id of a style."""
        return self.ids[name.casefold()]

    def list_of(self, name: StyleName) -> str:
        """Return the id of the list that a paragraph style belongs to."""
        return self.lists[self[name]]


_WITH_LIST = (
    StyleName.NUMBERED,
    StyleName.BULLET,
    StyleName.BULLET_INSIDE,
    StyleName.NUMBER,
    StyleName.NUMBER_INSIDE,
    StyleName.RECOMMENDATION,
)


def read_styles(root: Element, file: Path) -> Styles:
    """Return the styles of a style file.

    Raises:
        ContentError: a style is missing, or a list style belongs to no list.
    """
    ids: dict[str, str] = {}
    lists: dict[str, str] = {}
    for style in root.iterfind(w("style")):
        name, style_id = style.find(w("name")), style.get(w("styleId"), "")
        if name is not None:
            # Word writes some names with a capital and some without.
            ids[name.get(w("val"), "").casefold()] = style_id
        num = style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if num is not None:
            lists[style_id] = num.get(w("val"), "")
    styles = Styles(ids, lists)
    missing = [name for name in StyleName if name.casefold() not in ids]
    unlisted = [name for name in _WITH_LIST if name not in missing and styles[name] not in lists]
    for names, what in ((missing, "lacks"), (unlisted, "has no list for")):
        if names:
            raise ContentError(
                "The style file cannot be used",
                f"{file} {what} the style “{names[0]}”.",
                "Put the original style.docx back, or add the style in Word.",
            )
    return styles
