"""Word's lists: from numbering.xml to what is printed before a paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.docx.names import VAL, Properties, W, switched_on, whole
from desktop.corpus.readers.docx.styles import Style, Styles
from desktop.corpus.readers.office.counters import Counters, Level, ListInstance
from desktop.corpus.readers.office.lines import Label

NO_LIST = "0"


@dataclass(slots=True)
class _Definition:
    levels: dict[int, Level]
    by_style: dict[str, int]


@dataclass(slots=True)
class Numbering:
    """Counts the numbered paragraphs of one document, from the first to the last."""

    root: XmlElement | None
    styles: Styles
    _counters: Counters = field(default_factory=Counters)
    _instances: dict[str, ListInstance] = field(default_factory=dict)
    _definitions: dict[str, _Definition] = field(default_factory=dict)
    _nums: dict[str, XmlElement] = field(default_factory=dict)
    _abstracts: dict[str, XmlElement] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in () if self.root is None else self.root:
            if one.tag == f"{W}num":
                self._nums.setdefault(one.get(f"{W}numId", ""), one)
            elif one.tag == f"{W}abstractNum":
                self._abstracts.setdefault(one.get(f"{W}abstractNumId", ""), one)

    def label(self, properties: Properties, style: Style) -> Label | None:
        """Count a paragraph with these properties and style; return its label, if it has one."""
        list_id, depth = style.numbering, style.depth
        direct = properties.get(f"{W}numPr")
        if direct is not None:
            number, level = direct.find(f"{W}numId"), direct.find(f"{W}ilvl")
            list_id = list_id if number is None else number.get(VAL, NO_LIST)
            depth = depth if level is None else whole(level.get(VAL))
        if not list_id or list_id == NO_LIST:
            return None
        instance = self._instance(list_id)
        if instance is None:
            return None
        if depth is None:
            depth = self._definition(instance.family).by_style.get(style.numbered_by, 0)
        return self._counters.count(instance, depth)

    def _instance(self, list_id: str) -> ListInstance | None:
        if list_id not in self._instances:
            num = self._nums.get(list_id)
            if num is None:
                return None
            family = self._family(num, frozenset())
            levels = dict(self._definition(family).levels)
            starts: dict[int, int] = {}
            for one in num.iterfind(f"{W}lvlOverride"):
                depth = whole(one.get(f"{W}ilvl"))
                if (level := one.find(f"{W}lvl")) is not None:
                    # Another look for the same numbers: it does not make them start anew.
                    levels[depth] = _level(level)
                if (start := one.find(f"{W}startOverride")) is not None:
                    starts[depth] = whole(start.get(VAL), 1)
            self._instances[list_id] = ListInstance(list_id, family, levels, starts)
        return self._instances[list_id]

    def _family(self, num: XmlElement, seen: frozenset[str]) -> str:
        """Return the id of the definition of a list, followed through list styles."""
        found = num.find(f"{W}abstractNumId")
        family = found.get(VAL, "") if found is not None else ""
        abstract = self._abstracts.get(family)
        link = None if abstract is None else abstract.find(f"{W}numStyleLink")
        if link is None or family in seen:
            return family
        style = link.get(VAL, "")
        for name, one in self._abstracts.items():
            own = one.find(f"{W}styleLink")
            if own is not None and own.get(VAL) == style:
                return name
        through = self._nums.get(self.styles.paragraph(style).numbering or "")
        return family if through is None else self._family(through, seen | {family})

    def _definition(self, family: str) -> _Definition:
        if family not in self._definitions:
            abstract = self._abstracts.get(family)
            made = _Definition({}, {})
            for one in () if abstract is None else abstract.iterfind(f"{W}lvl"):
                depth = whole(one.get(f"{W}ilvl"))
                made.levels[depth] = _level(one)
                if (linked := one.find(f"{W}pStyle")) is not None:
                    made.by_style.setdefault(linked.get(VAL, ""), depth)
            self._definitions[family] = made
        return self._definitions[family]


def _level(one: XmlElement) -> Level:
    def said(tag: str, otherwise: str = "") -> str:
        found = one.find(f"{W}{tag}")
        return otherwise if found is None else found.get(VAL, otherwise)

    restart = one.find(f"{W}lvlRestart")
    legal = one.find(f"{W}isLgl")
    return Level(
        form=_form(one),
        text=said("lvlText"),
        start=whole(said("start"), 1 if one.find(f"{W}start") is not None else 0),
        restart=None if restart is None else whole(restart.get(VAL)),
        legal=legal is not None and switched_on(legal.get(VAL)),
    )


def _form(one: XmlElement) -> str:
    """Return the number form; newer ones stand in an alternative that older programs pass over."""
    found = next(one.iter(f"{W}numFmt"), None)
    return "decimal" if found is None else found.get(VAL, "decimal")
