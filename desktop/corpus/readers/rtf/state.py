"""What holds at one place of rich text: it is inherited by groups and ends with them."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from enum import Enum, auto


class Target(Enum):
    """Where the text of a group goes."""

    TEXT = auto()
    NOWHERE = auto()  # text is dropped, but groups within may be read
    SKIPPED = auto()  # nothing within is read
    LABEL = auto()
    CODE = auto()
    FONTS = auto()
    STYLES = auto()
    LISTS = auto()
    LEVEL_TEXT = auto()
    INFO = auto()
    FORM = auto()


@dataclass(slots=True)
class State:
    """The state of a group. Sizes are in points, indents in twentieths of a point."""

    target: Target = Target.TEXT
    font: int = 0
    skip: int = 1  # how many characters stand in for a Unicode one
    bold: bool = False
    underlined: bool = False
    capitals: bool = False
    hidden: bool = False
    deleted: bool = False
    size: float = 12
    style: int = 0
    outline: int | None = None
    in_table: bool = False
    depth: int = 0  # of tables within tables
    list_id: int = 0
    level: int = 0
    left: int = 0
    right: int = 0
    contents: bool = False
    nested: bool = False  # rows defined here are of a table within a table
    begins: str = ""  # what ends with the group: "note", "box" or "field"

    def inner(self) -> State:
        """Return the state that a group within begins with."""
        made = copy(self)
        made.begins = ""
        return made

    def plain_text(self) -> None:
        """Go back to the look of ordinary text."""
        self.bold = self.underlined = self.capitals = self.hidden = self.deleted = False
        self.size = 12

    def plain_paragraph(self) -> None:
        """Go back to an ordinary paragraph."""
        self.style, self.outline, self.list_id, self.level = 0, None, 0, 0
        self.in_table, self.depth, self.left, self.right = False, 0, 0, 0

    def take(self, word: str, value: int | None, deepest: int) -> bool:
        """Take in a control word about looks or paragraphs; tell whether it was one."""
        if word in _SWITCHES:
            setattr(self, _SWITCHES[word], value != 0)
        elif word in _NUMBERS:
            setattr(self, _NUMBERS[word], value or 0)
        elif word in _UNDERLINES:
            self.underlined = value != 0
        elif word == "ulnone":
            self.underlined = False
        elif word == "fs":
            self.size = (value or 24) / 2
        elif word == "itap":
            self.depth = min(max(value or 0, 0), deepest)
        elif word == "plain":
            self.plain_text()
        elif word == "pard":
            self.plain_paragraph()
        else:
            return False
        return True


_SWITCHES = {
    "b": "bold", "caps": "capitals", "scaps": "capitals", "v": "hidden", "deleted": "deleted",
    "intbl": "in_table",
}  # fmt: skip
_NUMBERS = {
    "f": "font", "uc": "skip", "s": "style", "outlinelevel": "outline", "ls": "list_id",
    "ilvl": "level", "li": "left", "ri": "right",
}  # fmt: skip
_UNDERLINES = frozenset(
    {
        "ul", "uld", "uldash", "uldashd", "uldashdd", "uldb", "ulhwave", "ulldash", "ulth",
        "ulthd", "ulthdash", "ulw", "ulwave",
    }
)  # fmt: skip
