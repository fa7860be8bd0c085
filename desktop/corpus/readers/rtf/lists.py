"""The lists of rich text: the number that was written beside a paragraph, or the computed one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop.corpus.readers.office.counters import Counters, Level, ListInstance, bare
from desktop.corpus.readers.office.lines import Label
from desktop.corpus.readers.office.symbols import readable

_FORMS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    5: "ordinal", 6: "cardinalText", 7: "ordinalText", 22: "decimalZero", 23: "bullet",
    255: "none",
}  # fmt: skip
_BULLET = 23
_LAST_FIGURE = re.compile(r"(\d+)\D*$")
_PLACES = 9  # characters up to this one stand for the number of a level
_HOLLOW = "o"  # the bullet of second levels in Word, a small letter in Courier


@dataclass(slots=True)
class _Level:
    form: int = 0
    start: int = 1
    text: str = ""

    def level(self) -> Level:
        """Return it as the counters want it."""
        # The first character is the length; then come letters and the places of numbers.
        shown = "".join(
            f"%{ord(one) + 1}" if ord(one) < _PLACES else one for one in self.text[1:].rstrip(";")
        )
        form = _FORMS.get(self.form, "decimal")
        return Level(form, shown or f"%{1}.", self.start)


@dataclass(slots=True)
class Lists:
    """Takes in the list tables word by word, and then labels paragraphs."""

    _levels: list[_Level] = field(default_factory=list)
    _list_id: int = 0
    _lists: dict[int, list[_Level]] = field(default_factory=dict)
    _overrides: dict[int, int] = field(default_factory=dict)
    _counters: Counters = field(default_factory=Counters)
    _last: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def word(self, word: str, value: int) -> None:
        """Take in a control word of the list table or the override table."""
        match word:
            case "list":
                self._levels = []
            case "listlevel":
                self._levels.append(_Level())
            case "levelnfc" | "levelnfcn" if self._levels:
                self._levels[-1].form = value
            case "levelstartat" if self._levels:
                self._levels[-1].start = value
            case "listid":
                self._list_id = value
                if self._levels:
                    self._lists.setdefault(value, self._levels)
                    self._levels = []
            case "ls":
                self._overrides[value] = self._list_id
            case _:
                pass

    def level_text(self, text: str) -> None:
        """Take in a piece of the text of a level."""
        if self._levels:
            self._levels[-1].text += text

    def label(self, written: str, list_id: int, depth: int) -> Label | None:
        """Return the label of a paragraph with this text beside it ("" if there was none)."""
        if not written.strip():
            return self._computed(list_id, depth)
        form = self._form(list_id, depth)
        number = bare(readable(written))
        if form == _BULLET or number == _HOLLOW or not any(map(str.isalnum, number)):
            return Label("", depth)
        return Label(number, depth, self._sequence(number, list_id, depth))

    def _form(self, list_id: int, depth: int) -> int | None:
        levels = self._lists.get(self._overrides.get(list_id, 0), [])
        return levels[depth].form if 0 <= depth < len(levels) else None

    def _computed(self, list_id: int, depth: int) -> Label | None:
        own = self._overrides.get(list_id)
        levels = self._lists.get(own, []) if own is not None else []
        if not levels or not 0 <= depth < len(levels):
            return None
        shapes = {place: level.level() for place, level in enumerate(levels)}
        return self._counters.count(ListInstance(str(list_id), str(own), shapes), depth)

    def _sequence(self, number: str, list_id: int, depth: int) -> str:
        """Name the run of numbers that a written one belongs to."""
        found = _LAST_FIGURE.search(number)
        value = int(found[1][-9:]) if found else 0
        last, run = self._last.get((list_id, depth), (0, 0))
        run += value <= last
        self._last[list_id, depth] = (value, run)
        return f"{list_id}/{depth}/{run}"
