"""The checks of a draft that is being written: what was said of a line is kept until it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from threading import Lock
from typing import TypeVar

from desktop.checks.known import Known
from desktop.checks.placing import at_line
from desktop.checks.reading import Reading, WrittenLine
from desktop.checks.registry import Check
from desktop.core.finding import Finding, FindingLevel, TextField
from desktop.core.response import Draft
from desktop.core.rules import Rule

_LEVELS = {level: place for place, level in enumerate(FindingLevel)}
_FIELDS = {field: place for place, field in enumerate(TextField)}
_Said = tuple[tuple[Check, Finding], ...]
_T = TypeVar("_T")


class NotWanted(Exception):
    """Nobody waits any more for what the checks would say."""


class Checker:
    """Runs ``checks`` over drafts, one at a time; may be asked by any thread.

    Nothing that it remembers outlasts the text it was said of: each time just what was said of the
    lines of that draft is kept.
    """

    def __init__(self, checks: tuple[Check, ...]) -> None:
        self._checks = checks
        self._lock = Lock()
        self._lasting: Known | None = None
        self._said: Mapping[WrittenLine, _Said] = {}
        self._same: Mapping[int, tuple[WrittenLine, _Said]] = {}
        self._wanted: Callable[[], bool] = lambda: True

    def check(
        self, draft: Draft, known: Known, wanted: Callable[[], bool] = lambda: True
    ) -> tuple[Finding, ...]:
        """Return the Findings about a draft: errors first, then in the order of the document.

        ``wanted`` is asked now and then; raises NotWanted as soon as it says no.
        """
        with self._lock:
            self._wanted = wanted
            # No line is other than it was because the clock has moved on.
            lasting = replace(known, now=None)
            if lasting != self._lasting:
                self._lasting, self._said, self._same = lasting, {}, {}
            return self._check(Reading(draft, known))

    def _check(self, reading: Reading) -> tuple[Finding, ...]:
        found: list[tuple[Check, Finding]] = [
            (one, finding)
            for one in self._checks
            if one.whole is not None
            for finding in self._while_wanted(one.whole(reading))
        ]
        found += self._about_lines(reading)
        rules = reading.draft.rules
        behind = {one.rule: rules.rule(one.rule) for one in self._checks if one.rule}
        questions = reading.draft.consultation.questions
        places = {question.number: place for place, question in enumerate(questions, 1)}
        told = (_on_authority(finding, one, behind) for one, finding in found)
        return tuple(sorted(told, key=lambda finding: _order(finding, places)))

    def _while_wanted(self, items: Iterable[_T]) -> Iterator[_T]:
        """Yield the items; a report of thousands of pages is not gone on with for nobody."""
        if not self._wanted():
            raise NotWanted
        for item in items:
            yield item
            if not self._wanted():
                raise NotWanted

    def _about_lines(self, reading: Reading) -> Iterator[tuple[Check, Finding]]:
        said: dict[WrittenLine, _Said] = {}
        same: dict[int, tuple[WrittenLine, _Said]] = {}
        for place, line in self._while_wanted(reading.lines):
            told = self._told_of(line, said, reading.known)
            same[id(line)] = (line, told)
            for one, finding in told:
                yield one, at_line(finding, place)
        self._said, self._same = said, same

    def _told_of(self, line: WrittenLine, said: dict[WrittenLine, _Said], known: Known) -> _Said:
        # The very same line is known by its id, which spares comparing it with others.
        same, told = self._same.get(id(line), (None, ()))
        if same is not line:
            before = said.get(line, self._said.get(line))
            told = self._about(line, known) if before is None else before
        said[line] = told
        return told

    def _about(self, line: WrittenLine, known: Known) -> _Said:
        return tuple(
            (one, finding if finding.basis else replace(finding, basis=line.text))
            for one in self._checks
            if one.line is not None
            for finding in one.line(line, known)
        )


def _on_authority(finding: Finding, check: Check, behind: Mapping[str, Rule | None]) -> Finding:
    """Add the rule and the authority of its check where a Finding names none itself."""
    rule = finding.rule or behind.get(check.rule)
    told = finding.authority or not check.authority
    if rule is finding.rule and told:
        return finding
    if told:
        return replace(finding, rule=rule)
    return replace(finding, rule=rule, authority=check.authority, address=check.address)


def _order(finding: Finding, places: Mapping[str, int]) -> tuple[int, ...]:
    """Return where a Finding comes: by level, then by question, then by place in the text."""
    level, question = _LEVELS[finding.level], places.get(finding.question, 0)
    spot = finding.spot
    if spot is None:
        return level, question, -1
    return level, question, _FIELDS[spot.field], spot.line, spot.start
