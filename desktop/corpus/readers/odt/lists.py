"""The lists of an OpenDocument text: which one a paragraph stands in, and its number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.odt.names import LOEXT, STYLE, STYLE_NAME, TEXT, XML_ID, whole
from desktop.corpus.readers.office.counters import Counters, Level, ListInstance
from desktop.corpus.readers.office.lines import Label

_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "1st": "ordinal", "": "none",
}  # fmt: skip
_PLACES = re.compile(r"%(\d+)%")
_BULLET = Level("bullet", "")
_NUMBERED = frozenset(
    {f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"}
)  # the others are bullets and pictures
_STYLES = frozenset({f"{TEXT}list-style", f"{TEXT}outline-style"})
OUTLINE = "\0outline"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: in which list, at which depth, as the how-manieth of its item."""

    instance: ListInstance
    depth: int


@dataclass(slots=True)
class Lists:
    """Counts the list items of one document, from the first to the last."""

    counters: Counters = field(default_factory=Counters)
    _levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    _by_id: dict[str, ListInstance] = field(default_factory=dict)
    _last: dict[str, ListInstance] = field(default_factory=dict)
    _made: int = 0

    def add(self, styles: Iterable[XmlElement]) -> None:
        """Take in the children of ``office:styles`` or ``office:automatic-styles``."""
        for one in styles:
            if one.tag in _STYLES:
                outline = one.tag.endswith("}outline-style")
                name = OUTLINE if outline else one.get(f"{STYLE}name", "")
                levels = {whole(level.get(f"{TEXT}level"), 1) - 1: _level(level) for level in one}
                self._levels.setdefault(name, levels)

    def begin(self, one: XmlElement, style: str) -> ListInstance:
        """Return the list that a ``text:list`` begins or goes on with, in this list style."""
        name = one.get(STYLE_NAME) or style
        known = self._by_id.get(one.get(f"{TEXT}continue-list", ""))
        if known is None and one.get(f"{TEXT}continue-numbering") == "true":
            known = self._last.get(name)
        family = known.family if known else self._new_family()
        made = ListInstance(family, family, self._levels.get(name, {0: _BULLET}))
        self._last[name] = made
        if identity := one.get(XML_ID):
            self._by_id[identity] = made
        return made

    def nested(self, outer: ListInstance, one: XmlElement) -> ListInstance:
        """Return the list that a ``text:list`` within another is part of."""
        name = one.get(STYLE_NAME)
        if not name or name not in self._levels:
            return outer
        return ListInstance(outer.name, outer.family, self._levels[name])

    def named(self, identity: str, style: str) -> ListInstance:
        """Return the list of a ``text:numbered-paragraph``."""
        if identity not in self._by_id:
            levels = self._levels.get(style, {0: _BULLET})
            family = self._new_family()
            self._by_id[identity] = ListInstance(family, family, levels)
        return self._by_id[identity]

    def heading(self, one: XmlElement, level: int) -> Label | None:
        """Count a heading outside lists; return its number, if headings have numbers."""
        levels = self._levels.get(OUTLINE)
        if not levels or one.get(f"{TEXT}is-list-header") == "true":
            return None
        instance = ListInstance(OUTLINE, OUTLINE, levels)
        if one.get(f"{TEXT}restart-numbering") == "true":
            self.counters.begin(instance, level - 1, whole(one.get(f"{TEXT}start-value"), 1))
        return self.counters.count(instance, level - 1)

    def count(self, place: Place, start: str | None) -> Label | None:
        """Count an item; ``start`` is the number that it is said to have."""
        if start:
            self.counters.begin(place.instance, place.depth, whole(start, 1))
        return self.counters.count(place.instance, place.depth)

    def _new_family(self) -> str:
        self._made += 1
        return f"list {self._made}"


def _level(one: XmlElement) -> Level:
    if one.tag not in _NUMBERED:
        return _BULLET
    form = _FORMS.get(one.get(f"{STYLE}num-format", ""), "decimal")
    shape = one.get(f"{LOEXT}num-list-format")
    start = whole(one.get(f"{TEXT}start-value"), 1)
    if shape is not None:
        return Level(form, _PLACES.sub(r"%\1", shape), start)
    if form == "none":
        return Level(form, "", start)
    depth = whole(one.get(f"{TEXT}level"), 1)
    shown = min(whole(one.get(f"{TEXT}display-levels"), 1), depth)
    numbers = ".".join(f"%{at}" for at in range(depth - shown + 1, depth + 1))
    before, after = one.get(f"{STYLE}num-prefix", ""), one.get(f"{STYLE}num-suffix", "")
    return Level(form, f"{before}{numbers}{after}", start)
