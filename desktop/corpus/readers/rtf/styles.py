"""The style sheet of rich text, as far as its names tell what a paragraph is."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.corpus.readers.office.lines import Role
from desktop.corpus.readers.office.style_names import role_of_name

BODY_LEVEL = 9


@dataclass(slots=True)
class _Entry:
    number: int = 0
    based_on: int | None = None
    outline: int | None = None
    name: str = ""


@dataclass(slots=True)
class Styles:
    """Takes in a style sheet word by word, and then tells the role of each style."""

    _entry: _Entry = field(default_factory=_Entry)
    _found: dict[int, _Entry] = field(default_factory=dict)

    def begin(self) -> None:
        """Begin an entry."""
        self._entry = _Entry()

    def word(self, word: str, value: int) -> None:
        """Take in a control word of the entry."""
        match word:
            case "s":
                self._entry.number = value
            case "sbasedon":
                self._entry.based_on = value
            case "outlinelevel":
                self._entry.outline = value
            case _:
                pass

    def text(self, text: str) -> None:
        """Take in a piece of the name; a semicolon ends the entry."""
        name, semicolon, _ = text.partition(";")
        self._entry.name += name
        if semicolon:
            self._found.setdefault(self._entry.number, self._entry)
            self.begin()

    def role(self, number: int) -> tuple[Role, int]:
        """Return what a style says that a paragraph is, and the level of a heading."""
        seen: set[int] = set()
        while number in self._found and number not in seen:
            seen.add(number)
            entry = self._found[number]
            role, level = role_of_name(entry.name.split(","))
            outline = entry.outline
            if role is not Role.BODY:
                return role, level or (1 if outline is None else outline + 1)
            if outline is not None:
                heading = 0 <= outline < BODY_LEVEL
                return (Role.HEADING, outline + 1) if heading else (Role.BODY, 0)
            if entry.based_on is None:
                break
            number = entry.based_on
        return Role.BODY, 0
