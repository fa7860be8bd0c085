"""The styles of an OpenDocument text, as far as they tell what a paragraph is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.odt.names import FO, STYLE, TEXT, spoken, whole
from desktop.corpus.readers.office.lines import Role
from desktop.corpus.readers.office.style_names import role_of_name

_LENGTH = re.compile(r"(-?\d*\.?\d+)(mm|cm|in|pt|pc|px)")
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "pt": 1, "pc": 12, "px": 0.75}
_BOTH_SIDES = 14.0  # points: about half a centimetre
_BOLD = frozenset({"bold", "600", "700", "800", "900"})


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits. ``size`` is in points, 0 unknown."""

    role: Role = Role.BODY
    level: int = 0
    list_style: str = ""
    bold: bool = False
    size: float = 0
    capitals: bool = False
    underlined: bool = False
    hidden: bool = False
    left: float = 0
    right: float = 0
    breaks: bool = False

    @property
    def indented(self) -> bool:
        """Whether it stands in from both sides, as quotations do."""
        return self.left >= _BOTH_SIDES and self.right >= _BOTH_SIDES


@dataclass(slots=True)
class Styles:
    """Looks up styles by family and name."""

    language: str = ""
    _found: dict[tuple[str, str], XmlElement] = field(default_factory=dict)
    _ready: dict[tuple[str, str], Style] = field(default_factory=dict)

    def add(self, styles: Iterable[XmlElement]) -> None:
        """Take in the children of ``office:styles`` or ``office:automatic-styles``."""
        for one in styles:
            family = one.get(f"{STYLE}family", "")
            if one.tag == f"{STYLE}style":
                self._found.setdefault((family, one.get(f"{STYLE}name", "")), one)
            elif one.tag == f"{STYLE}default-style":
                self._found.setdefault((family, ""), one)
                self._take_language(one)

    def paragraph(self, name: str) -> Style:
        """Return a paragraph style."""
        return self._style("paragraph", name)

    def text(self, name: str, base: Style) -> Style:
        """Return how text of a character style looks in a paragraph that looks like ``base``."""
        key = ("text", name)
        one = self._found.get(key)
        if one is None:
            return base
        parent = one.get(f"{STYLE}parent-style-name", "")
        below = self.text(parent, base) if parent and parent != name else base
        return _with_look(below, one.find(f"{STYLE}text-properties"))

    def _style(self, family: str, name: str, seen: frozenset[str] = frozenset()) -> Style:
        key = (family, name)
        if key not in self._ready:
            self._ready[key] = self._resolved(family, name, seen)
        return self._ready[key]

    def _resolved(self, family: str, name: str, seen: frozenset[str]) -> Style:
        one = self._found.get((family, name))
        if one is None:
            return self._style(family, "") if name else Style()
        parent = one.get(f"{STYLE}parent-style-name", "")
        below = Style()
        if name and parent not in seen:
            below = self._style(family, parent, seen | {name})
        made = _with_look(below, one.find(f"{STYLE}text-properties"))
        made = _with_paragraph(made, one.find(f"{STYLE}paragraph-properties"))
        if (lists := one.get(f"{STYLE}list-style-name")) is not None:
            made = replace(made, list_style=lists)
        starts_page = bool(one.get(f"{STYLE}master-page-name"))
        return _with_name(replace(made, breaks=made.breaks or starts_page), one, name)

    def _take_language(self, one: XmlElement) -> None:
        found = one.find(f"{STYLE}text-properties")
        if found is not None and not self.language:
            parts = [found.get(f"{FO}{part}", "") for part in ("language", "country")]
            self.language = "-".join(part for part in parts if part and part != "none")


def points(length: str | None, otherwise: float = 0) -> float:
    """Return a length in points."""
    found = _LENGTH.fullmatch(length or "")
    return float(found[1]) * _POINTS[found[2]] if found else otherwise


def _with_look(style: Style, said: XmlElement | None) -> Style:
    if said is None:
        return style
    weight, size = said.get(f"{FO}font-weight"), said.get(f"{FO}font-size", "")
    upper, under = said.get(f"{FO}text-transform"), said.get(f"{STYLE}text-underline-style")
    small, shown = said.get(f"{FO}font-variant"), said.get(f"{TEXT}display")
    scale = size.removesuffix("%")
    if size.endswith("%") and scale.isdigit():
        style = replace(style, size=style.size * int(scale) / 100)
    return replace(
        style,
        bold=style.bold if weight is None else weight in _BOLD,
        size=points(size, style.size),
        capitals=style.capitals
        if upper is None and small is None
        else upper == "uppercase" or small == "small-caps",
        underlined=style.underlined if under is None else under != "none",
        hidden=style.hidden if shown is None else shown == "none",
    )


def _with_paragraph(style: Style, said: XmlElement | None) -> Style:
    if said is None:
        return replace(style, breaks=False)
    return replace(
        style,
        left=points(said.get(f"{FO}margin-left"), style.left),
        right=points(said.get(f"{FO}margin-right"), style.right),
        breaks=said.get(f"{FO}break-before") == "page",
    )


def _with_name(style: Style, one: XmlElement, name: str) -> Style:
    shown = one.get(f"{STYLE}display-name") or spoken(name)
    role, level = role_of_name([shown, spoken(name)])
    outline = whole(one.get(f"{STYLE}default-outline-level"), 0)
    if role is not Role.BODY:
        return replace(style, role=role, level=level or outline or style.level or 1)
    if outline:
        return replace(style, role=Role.HEADING, level=outline)
    return style
