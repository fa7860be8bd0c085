"""The examples of each check, as data: what it must find, and what only looks so.

``tests/checks/examples/<check id>.toml`` has tables ``[[found]]`` (``at`` = what must be marked, or
a list of it) and ``[[clear]]`` (with ``why`` it is in order), and may have ``[given]``, which
holds for all of them. The other keys are those of ``example_keys``; ``also`` names checks that
rightly speak of it beside.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.core.finding import Finding, Spot, TextField
from desktop.core.response import Draft
from desktop.core.summary import summary_points
from desktop.core.text import lines, plain
from desktop.markup import parse
from tests.checks.example_keys import KEYS
from tests.checks.sound_draft import Picture, sound

FOLDER = Path(__file__).with_name("examples")
_ABOUT_THE_EXAMPLE = {"at", "also", "why"}


@dataclass(frozen=True, slots=True)
class Example:
    """One draft of which ``check`` must say something (``found``), or nothing.

    ``at`` has what must be marked; empty where any place will do. ``also`` are the other checks
    that may speak.
    """

    name: str
    check: str
    found: bool
    at: tuple[str, ...]
    also: frozenset[str]
    picture: Picture

    def expects(self, finding: Finding) -> bool:
        """Tell whether this is what must be found."""
        if not self.found or finding.check != self.check:
            return False
        return not self.at or any(marks(self.picture.draft, finding, text) for text in self.at)

    def allows(self, finding: Finding) -> bool:
        """Tell whether a Finding about this draft is right."""
        return self.expects(finding) or finding.check in self.also

    def missed(self, findings: tuple[Finding, ...]) -> int:
        """Return how many of the places that must be found were not."""
        own = [finding for finding in findings if finding.check == self.check]
        if not self.found:
            return 0
        if not self.at:
            return 0 if own else 1
        draft = self.picture.draft
        return sum(not any(marks(draft, one, text) for one in own) for text in self.at)


def every_example() -> Iterator[Example]:
    """Yield the examples of every file."""
    for path in sorted(FOLDER.glob("*.toml")):
        yield from examples_of(path)


def examples_of(path: Path) -> Iterator[Example]:
    """Yield the examples of one file; raises KeyError for a key that means nothing."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    check = tables["check"]
    given = tables.get("given", {})
    for kind in ("found", "clear"):
        for place, table in enumerate(tables.get(kind, ()), 1):
            name = f"{check} {kind} {place}"
            yield _example(name, check, kind == "found", {**given, **table})


def _example(name: str, check: str, found: bool, table: Mapping[str, Any]) -> Example:
    picture = sound()
    # In the order of KEYS, not of the file: what changes a question comes after what adds it.
    told = table.keys() - _ABOUT_THE_EXAMPLE
    if told - KEYS.keys():
        raise KeyError(name, *sorted(told - KEYS.keys()))
    for key, step in KEYS.items():
        if key in told:
            picture = step(picture, table[key])
    at = table.get("at", ())
    at = (at,) if isinstance(at, str) else tuple(at)
    return Example(name, check, found, at, frozenset(table.get("also", ())), picture)


def marks(draft: Draft, finding: Finding, text: str) -> bool:
    """Tell whether a Finding marks ``text``: what stands at its spot holds it, or is part of it, or
    where it has no spot its excerpt does.
    """
    marked = marked_by(draft, finding)
    return bool(marked) and (text in marked or marked in text)


def marked_by(draft: Draft, finding: Finding) -> str:
    """Return what stands where a Finding points."""
    if finding.spot is None:
        return finding.excerpt
    line = _line(draft, finding.question, finding.spot)
    return line[finding.spot.start : finding.spot.end]


def _line(draft: Draft, question: str, spot: Spot) -> str:
    text = _text(draft, question, spot)
    if spot.field in _PLAIN:
        return text
    said = [plain(line) for line in lines(parse(text))]
    return said[spot.line]


_PLAIN = {
    TextField.KEY_POINT,
    TextField.SUMMARY,
    TextField.WHO,
    TextField.WHAT,
    TextField.BY_WHEN,
    TextField.MESSAGE,
}


def _text(draft: Draft, question: str, spot: Spot) -> str:
    field = spot.field
    if field is TextField.BODY:
        return draft.answer(question).body
    if field is TextField.KEY_POINT:
        return draft.answer(question).key_point
    if field is TextField.ABOUT:
        return draft.about
    if field is TextField.SUMMARY:
        return summary_points(draft)[int(spot.item)].text
    if spot.item:
        asked = next(one for one in draft.recommendations if one.id == spot.item)
        return str(getattr(asked, field.value.replace("-", "_")))
    return str(getattr(draft.response, field.value.replace("-", "_")))
