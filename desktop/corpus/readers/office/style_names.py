"""What the name of a style says, in the languages that office programs name them in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.corpus.readers.office.lines import Role

# As Word and LibreOffice name them; ids drop spaces and accented letters ("berschrift1").
_HEADING = re.compile(
    r"(?:(?:heading|(?:ü|u)?berschrift|titre|t[ií]tulo|titolo|rubrik|overskrift|kop|"
    r"nag[łl][óo]wek|nadpis|otsikko|c[íi]msor|ba[sş]l[ıi]k|pennawd|section ?heading)[ _-]?([1-9])"
    r"|heading)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:title|titel|document title|t[ií]tulo|titolo|titre)", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:toc ?[1-9]|contents? ?[1-9]|verzeichnis ?[1-9]|tm ?[1-9]|tdc ?[1-9]|sommario ?[1-9]|"
    r"indholdsfortegnelse ?[1-9]|inhopg ?[1-9]|table of (?:figures|authorities)|index ?[1-9]|"
    r"(?:illustration|table|figure) index ?[1-9])",
    re.IGNORECASE,
)
_CONTENTS_HEADING = re.compile(r"(?:toc|contents|table of contents) ?heading", re.IGNORECASE)
_QUOTATION = re.compile(
    r"(?:(?:intense |block |displayed? )?(?:quot(?:e|es|ation|ations)|blockquote|zitat|citat|"
    r"citation|citazione|cita|citaat)(?: ?(?:text|block|intense|block text))?|block text|"
    r"blocktext|intensequote|intensives zitat|citation intense)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:caption|beschriftung|l[ée]gende|illustration|figure|subtitle|untertitel|sous-titre)",
    re.IGNORECASE,
)


def role_of_name(names: Iterable[str]) -> tuple[Role, int]:
    """Return the role that the first telling name has, and the level of a heading (0 unknown)."""
    for name in names:
        plain = name.strip().removesuffix("*")
        if found := _HEADING.fullmatch(plain):
            return Role.HEADING, int(found[1] or 0)
        for pattern, role in _OTHERS:
            if pattern.fullmatch(plain):
                return role, 1
    return Role.BODY, 0


_OTHERS = (
    (_TITLE, Role.TITLE),
    (_CONTENTS_HEADING, Role.HEADING),
    (_CONTENTS, Role.CONTENTS),
    (_QUOTATION, Role.QUOTATION),
    (_CAPTION, Role.CAPTION),
)
