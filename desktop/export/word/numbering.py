"""Word's own numbering: one run of paragraph numbers, and lists that start at 1 each."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from desktop.export.numbers import number_prefix
from desktop.export.word.elements import Element, el, w
from desktop.export.word.styles import StyleName, Styles


@dataclass(slots=True)
class WordNumbering:
    """Hands out list instances (``w:num``) in the numbering part of a document.

    Attributes:
        root: the ``w:numbering`` element of the style file.
        styles: which style belongs to which list there.
    """

    root: Element
    styles: Styles
    _by_prefix: dict[str, str] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    def for_paragraph(self, number: str) -> str:
        """Return the list instance that prints this paragraph number.

        Continuous numbers share one instance through the whole document, so that no list between
        breaks them. Numbers by section have one per section, its prefix typed: "3.%1".
        """
        base = self.styles.list_of(StyleName.NUMBERED)
        prefix = number_prefix(number)
        if not prefix:
            return base
        if prefix not in self._by_prefix:
            definition = deepcopy(self._definition(base))
            definition.set(w("abstractNumId"), self._new_id("abstractNum", "abstractNumId"))
            nsid = definition.find(w("nsid"))
            if nsid is not None:
                definition.remove(nsid)
            for level in definition.iterfind(w("lvl")):
                linked = level.find(w("pStyle"))
                if linked is not None:
                    # A style can be linked to one list only: the continuous one.
                    level.remove(linked)
                shown = level.find(w("lvlText"))
                if shown is not None:
                    shown.set(w("val"), prefix.replace("%", "") + "%1")
            first = self.root.find(w("num"))
            assert first is not None  # _definition found one
            first.addprevious(definition)
            self._by_prefix[prefix] = self._new_instance(definition.get(w("abstractNumId"), ""))
        return self._by_prefix[prefix]

    def for_list(self, name: StyleName) -> str:
        """Return a list instance of its own that starts at 1."""
        base = self.styles.list_of(name)
        if base not in self._used:
            self._used.add(base)
            return base
        start = el("lvlOverride", el("startOverride", val=1), ilvl=0)
        return self._new_instance(self._definition(base).get(w("abstractNumId"), ""), start)

    def _definition(self, num_id: str) -> Element:
        """Return the definition behind a list instance."""
        for num in self.root.iterfind(w("num")):
            if num.get(w("numId")) == num_id:
                wanted = num.find(w("abstractNumId")).get(w("val"))
                for definition in self.root.iterfind(w("abstractNum")):
                    if definition.get(w("abstractNumId")) == wanted:
                        return definition
        raise KeyError(num_id)

    def _new_instance(self, definition: str, *overrides: Element) -> str:
        num_id = self._new_id("num", "numId")
        made = el("num", el("abstractNumId", val=definition), *overrides, numId=num_id)
        last = self.root.findall(w("num"))[-1]
        last.addnext(made)
        return num_id

    def _new_id(self, tag: str, attribute: str) -> str:
        taken = (int(found.get(w(attribute), "0")) for found in self.root.iterfind(w(tag)))
        return str(max(taken, default=0) + 1)
