"""The styles of a Word document, as far as they tell what a paragraph is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from desktop.corpus.limits import XmlElement
from desktop.corpus.readers.docx.names import P_PR, R_PR, VAL, W, switched_on, whole
from desktop.corpus.readers.office.lines import Role
from desktop.corpus.readers.office.style_names import role_of_name

BODY_LEVEL = 9  # the outline level that Word gives body text
_BOTH_SIDES = 280  # in twentieths of a point: about half a centimetre


@dataclass(frozen=True, slots=True)
class RunLook:
    """What run properties say; None where they say nothing."""

    bold: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    underlined: bool | None = None
    size: float | None = None

    def over(self, below: RunLook) -> RunLook:
        """Return this look with its gaps filled from another."""
        return RunLook(
            below.bold if self.bold is None else self.bold,
            below.hidden if self.hidden is None else self.hidden,
            below.capitals if self.capitals is None else self.capitals,
            below.underlined if self.underlined is None else self.underlined,
            below.size if self.size is None else self.size,
        )


NOTHING = RunLook()


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits.

    ``outline`` is from 0 (``BODY_LEVEL`` for text, None if not said), ``numbering`` the id of its
    list ("" for none, None if not said), ``depth`` the level in it (None if not said).
    """

    role: Role = Role.BODY
    level: int = 0
    outline: int | None = None
    numbering: str | None = None
    numbered_by: str = ""
    depth: int | None = None
    left: int = 0
    right: int = 0
    look: RunLook = NOTHING


@dataclass(slots=True)
class Styles:
    """Looks up styles by id; the root is None where a file has none."""

    root: XmlElement | None
    default: str = ""
    language: str = ""
    _found: dict[str, XmlElement] = field(default_factory=dict)
    _ready: dict[str, Style] = field(default_factory=dict)
    _defaults: RunLook = RunLook(size=10)  # as Word has it where a file says nothing

    def __post_init__(self) -> None:
        for one in () if self.root is None else self.root:
            if one.tag == f"{W}style":
                self._found.setdefault(one.get(f"{W}styleId", ""), one)
                if one.get(f"{W}default") in ("1", "true") and one.get(f"{W}type") == "paragraph":
                    self.default = one.get(f"{W}styleId", "")
            elif one.tag == f"{W}docDefaults":
                properties = one.find(f"{W}rPrDefault/{R_PR}")
                self._defaults = run_look(properties).over(self._defaults)
                if properties is not None and (said := properties.find(f"{W}lang")) is not None:
                    self.language = said.get(VAL, "")

    def paragraph(self, style: str | None) -> Style:
        """Return a paragraph style; the default one where ``style`` is not known."""
        known = style if style in self._found else self.default
        if known not in self._ready:
            found = self._resolved(known, frozenset())
            self._ready[known] = replace(found, look=found.look.over(self._defaults))
        return self._ready[known]

    def run(self, style: str) -> RunLook:
        """Return the look of a character style."""
        key = f"\0{style}"
        if key not in self._ready:
            self._ready[key] = self._resolved(style, frozenset())
        return self._ready[key].look

    def _resolved(self, style: str, seen: frozenset[str]) -> Style:
        one = self._found.get(style)
        if one is None or style in seen:
            return Style()
        based = one.find(f"{W}basedOn")
        parent = based.get(VAL, "") if based is not None else ""
        below = self._resolved(parent, seen | {style}) if parent else Style()
        look = run_look(one.find(R_PR)).over(below.look)
        own = _with_paragraph(replace(below, look=look), one.find(P_PR), style)
        return _with_name(own, one, style)


def run_look(properties: XmlElement | None) -> RunLook:
    """Return what a ``w:rPr`` says about the look."""
    if properties is None or not len(properties):
        return NOTHING
    bold = hidden = capitals = underlined = size = None
    for one in properties:
        match one.tag.rpartition("}")[2]:
            case "b":
                bold = switched_on(one.get(VAL))
            case "vanish":
                hidden = switched_on(one.get(VAL))
            case "caps" | "smallCaps":
                capitals = switched_on(one.get(VAL))
            case "u":
                underlined = switched_on(one.get(VAL))
            case "sz":
                size = whole(one.get(VAL)) / 2
            case _:
                pass
    return RunLook(bold, hidden, capitals, underlined, size)


def indents(found: XmlElement | None, left: int = 0, right: int = 0) -> tuple[int, int]:
    """Return how far a ``w:ind`` moves in from left and right, in twentieths of a point."""
    if found is None:
        return left, right
    start = found.get(f"{W}left") or found.get(f"{W}start")
    end = found.get(f"{W}right") or found.get(f"{W}end")
    return whole(start, left), whole(end, right)


def indented(left: int, right: int) -> bool:
    """Tell whether a paragraph stands in from both sides, as quotations do."""
    return left >= _BOTH_SIDES and right >= _BOTH_SIDES


def _with_paragraph(style: Style, properties: XmlElement | None, name: str) -> Style:
    """Lay the paragraph properties of a style over what it inherits."""
    if properties is None:
        return style
    outline = properties.find(f"{W}outlineLvl")
    if outline is not None:
        style = replace(style, outline=whole(outline.get(VAL), BODY_LEVEL))
    numbered = properties.find(f"{W}numPr")
    if numbered is not None:
        list_id, depth = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
        if list_id is not None:
            style = replace(style, numbering=list_id.get(VAL, ""), numbered_by=name, depth=None)
        if depth is not None:
            style = replace(style, depth=whole(depth.get(VAL)))
    left, right = indents(properties.find(f"{W}ind"), style.left, style.right)
    return replace(style, left=left, right=right)


def _with_name(style: Style, one: XmlElement, style_id: str) -> Style:
    """Let the name say what the outline level does not: names of Word's own styles stay English."""
    properties = one.find(P_PR)
    says_level = properties is not None and properties.find(f"{W}outlineLvl") is not None
    role, level = role_of_name(_names(one, style_id))
    if role is not Role.BODY and not (role is Role.HEADING and says_level and level == 0):
        return replace(style, role=role, level=level or style.level or 1)
    if not says_level or style.outline is None:
        return style
    if style.outline < BODY_LEVEL:
        return replace(style, role=Role.HEADING, level=style.outline + 1)
    heading = style.role is Role.HEADING
    return replace(style, role=Role.BODY if heading else style.role, level=0)


def _names(one: XmlElement, style_id: str) -> list[str]:
    names = [style_id]
    for tag in ("name", "aliases"):
        found = one.find(f"{W}{tag}")
        if found is not None:
            names.extend(found.get(VAL, "").split(","))
    # The name first: an id may be left over from another language or a renamed copy.
    return names[1:] + names[:1]
