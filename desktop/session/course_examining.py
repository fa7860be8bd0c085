"""Course files examined with the checks: whether each exercise shows its fault, and mends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from desktop.checks import CHECKS, Checker, checker
from desktop.checks.mending import mended
from desktop.core.checking_edits import MendText
from desktop.core.course import Course, Repair
from desktop.core.course_writing import typed
from desktop.core.finding import Finding, Fix, TextField
from desktop.core.response import Answer, Draft, Recommendation
from desktop.markup.cited import cited_sources
from desktop.markup.counting import count_markdown_words
from desktop.session.course_drafts import Ground, ground_of
from desktop.session.knowing import known
from desktop.store.connection import Connection
from desktop.store.course_shelf import shelf
from desktop.store.packs.courses import CourseReading, course_in, examine_course
from desktop.store.packs.document import parse_document
from desktop.store.packs.problems import PackError, Problem
from desktop.store.practice import RESPONSE

CHECK_IDS = frozenset(check.id for check in CHECKS)
Ask = tuple[str, str, str]
_LEAST_LEFT = 3  # a text of which less than this part is left has not been mended


@dataclass(frozen=True, slots=True)
class Examined:
    """A course file as it was examined: the Course, None if it cannot be understood, and all that
    is wrong with it.
    """

    course: Course | None
    problems: tuple[Problem, ...]
    is_sound: bool = False


@dataclass(frozen=True, slots=True)
class Mended:
    """What the checks say of a repair: the faults of the exercise that are ``gone`` and ``left``
    (ids of checks), and the Findings that were not there before. ``findings`` are all that concern
    the answer; ``titles`` are what the checks of the faults are called. The text has ``words``;
    with fewer than ``least`` little is left of what there was to say, and a fault that went with it
    was cut away and not mended.
    """

    gone: tuple[str, ...]
    left: tuple[str, ...]
    new: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    titles: Mapping[str, str] = field(default_factory=dict[str, str])
    words: int = 0
    least: int = 0

    @property
    def is_little(self) -> bool:
        """Whether little is left of the text."""
        return self.words < self.least

    @property
    def is_mended(self) -> bool:
        """Whether every fault of the exercise is gone, and the text is still there."""
        return not self.left and not self.is_little


def examined(db: Connection, path: Path, resources: Path, now: datetime) -> Examined:
    """Return what is wrong with a course file, the checks' part included. Nothing is raised."""
    try:
        reading = examine_course(path, shelf(db, resources, CHECK_IDS))
    except PackError as error:
        return Examined(None, error.problems)
    return _with_checks(db, path, reading, resources, now)


def examined_text(db: Connection, name: str, text: str, resources: Path, now: datetime) -> Examined:
    """Return the same of what a course file says."""
    try:
        reading = course_in(name, text, shelf(db, resources, CHECK_IDS))
    except PackError as error:
        return Examined(None, error.problems)
    return _with_checks(db, Path(name), reading, resources, now)


def _with_checks(
    db: Connection, path: Path, reading: CourseReading, resources: Path, now: datetime
) -> Examined:
    course = reading.course
    if course is None or not reading.is_sound:
        return Examined(course, reading.problems)
    document = parse_document(path, reading.text)
    found = list(reading.problems)
    if course.repairs:
        checks = RepairChecks(db, course, resources, now)
        for place, repair in enumerate(course.repairs):
            for key, message in _faults(checks, repair):
                found.append(document.problem(("repair", place, key), message))
    found.sort(key=lambda each: each.line or 0)
    return Examined(course, tuple(found), True)


def _faults(checks: RepairChecks, repair: Repair) -> Iterator[tuple[str, str]]:
    first = {finding.check for finding in checks.findings(repair, repair.text)}
    for fault in repair.faults:
        if fault not in first:
            yield "faults", f"no check “{fault}” finds its fault in the text"
    solved = checks.findings(repair, repair.solution, repair.recommendation)
    for finding in solved:
        if finding.check in repair.faults:
            yield "solution", f"the check “{finding.check}” still says: {finding.sentence}"


class RepairChecks:
    """What the checks say of the texts of a Course's repair exercises."""

    def __init__(self, db: Connection, course: Course, resources: Path, now: datetime) -> None:
        self._db = db
        self._ground: Ground = ground_of(db, course)
        self._resources = resources
        self._now = now
        self._checker: Checker = checker()

    def findings(self, repair: Repair, text: str, ask: Ask | None = None) -> tuple[Finding, ...]:
        """Return the Findings about the answer that an exercise is about, if it reads so, with or
        without a recommendation.
        """
        number = repair.question
        answers = {number: Answer(RESPONSE, number, body=text)}
        asks = [Recommendation("ask", RESPONSE, number, *ask)] if ask else []
        draft = self._ground.draft(answers, asks)
        told = known(self._db, draft, self._now, self._resources)
        cited = cited_sources(draft)
        own = tuple(each for each in self._ground.course.snippets if each.source in cited)
        told = replace(told, snippets=(*told.snippets, *own))
        return tuple(
            finding
            for finding in self._checker.check(draft, told)
            if finding.question == number
            or (not finding.question and finding.check in repair.faults)
        )

    def mended(self, repair: Repair, text: str, ask: Ask | None = None) -> Mended:
        """Return which faults a learner's text still has, and what is new in it."""
        before = {each.check for each in self.findings(repair, repair.text)}
        found = self.findings(repair, text, ask)
        there = {finding.check for finding in found}
        untold = before | self._ground.course.switches.checks_off
        return Mended(
            gone=tuple(fault for fault in repair.faults if fault not in there),
            left=tuple(fault for fault in repair.faults if fault in there),
            new=tuple(each for each in found if each.check not in untold),
            findings=found,
            titles={check.id: check.title for check in CHECKS if check.id in repair.faults},
            words=count_markdown_words(text),
            least=least_words(repair),
        )


def least_words(repair: Repair) -> int:
    """Return how many words a mended text must have: a third of those that the flawed one had, or
    of those of its solution where that is shorter, as when the fault is length.
    """
    had, needs = (count_markdown_words(typed(text)) for text in (repair.text, repair.solution))
    return -(-min(had, needs or had) // _LEAST_LEFT)


def with_fix(draft: Draft, repair: Repair, text: str, finding: Finding, fix: Fix) -> str | None:
    """Return what the answer of an exercise says once a Finding is mended as offered; None where
    that is nothing for this text alone.
    """
    number = repair.question
    answer = replace(draft.answer(number), body=text)
    edit = mended(replace(draft, answers={**draft.answers, number: answer}), finding, fix)
    if not isinstance(edit, MendText):
        return None
    bodies = [each.text for each in edit.texts if each.field is TextField.BODY]
    return bodies[0] if len(bodies) == 1 else None
