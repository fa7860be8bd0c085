"""What is wrong between the parts of a course: what names something that is not there, and what
would let a learner down.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cached_property
from typing import Any

from desktop.core.consultation import Consultation
from desktop.core.course import Course, Paper, StepKind
from desktop.core.course_places import place_blocks
from desktop.core.course_switches import hint_ids
from desktop.core.course_writing import is_unwritten
from desktop.core.text import citations
from desktop.markup import parse
from desktop.store.packs.courses import Shelf
from desktop.store.packs.document import Document
from desktop.store.packs.forms import did_you_mean
from desktop.store.packs.lines import Steps
from desktop.store.packs.problems import Level, Problem, shown

_PLACE = re.compile(r"paragraphs?\s+(\d+)(?:\s*(?:-|–|to|and)\s*(\d+))?\Z")
_WITH_QUESTION = {StepKind.DRAFT, StepKind.WORKED}


def breaks(document: Document, course: Course, shelf: Shelf | None) -> Iterator[Problem]:
    """Yield what keeps a course from being worked through: names of what is not there."""
    looking = _Looking(document, course, shelf)
    for look in (_asked, _numbers, _papers, _texts, _marks, _steps):
        yield from look(looking)


def weaknesses(document: Document, course: Course, shelf: Shelf | None) -> Iterator[Problem]:
    """Yield what would let a learner down, though the course can be worked through."""
    looking = _Looking(document, course, shelf)
    for look in (_unfinished, _places, _unused, _budgets, _checks, _switched, _minutes):
        yield from look(looking)


class _Looking:
    """A course and what it may refer to."""

    def __init__(self, document: Document, course: Course, shelf: Shelf | None) -> None:
        self.course = course
        self.shelf = shelf
        self._document = document

    def wrong(self, *steps: str | int, says: str, allowed: str = "") -> Problem:
        return self._document.problem(steps, says, allowed)

    def advice(self, *steps: str | int, says: str, allowed: str = "") -> Problem:
        return self._document.problem(steps, says, allowed, Level.ADVICE)

    def unknown(self, steps: Steps, what: str, name: str, known: Collection[str]) -> Problem:
        near = did_you_mean(name, known)
        listed = ", ".join(sorted(known)) if len(known) <= 30 else ""
        return self._document.problem(
            steps, f"there is no {what} {shown(name)}{near}", listed or f"a {what} that is there"
        )

    @property
    def tables(self) -> Collection[str]:
        """The tables that the file has."""
        return self._document.data

    @cached_property
    def consultation(self) -> Consultation | None:
        own = self.course.consultation
        if own is not None or self.shelf is None:
            return own
        return self.shelf.consultations.get(self.course.consultation_id)

    @cached_property
    def numbers(self) -> tuple[str, ...] | None:
        """The numbers of the questions; None where they are not known here."""
        asked = self.consultation
        return tuple(each.number for each in asked.questions) if asked else None

    @cached_property
    def papers(self) -> Mapping[str, Paper]:
        return {paper.source.key: paper for paper in self.course.papers}

    def places_of(self, key: str) -> int:
        """Return how many places a paper has: every block of its text but sub-headings is one."""
        return len(place_blocks(parse(self.papers[key].text)))


def _unfinished(looking: _Looking) -> Iterator[Problem]:
    """Look for what its writer has left open."""
    course = looking.course
    for key in ("title", "about", "author", "aims"):
        if any(map(is_unwritten, _as_texts(getattr(course, key)))):
            yield looking.wrong(key, says="it has still to be written")
    if is_unwritten(course.organisation.name):
        yield looking.wrong("organisation", "name", says="it has still to be written")
    call = course.consultation
    for key in ("title", "body", "about"):
        if call is not None and is_unwritten(getattr(call, key)):
            yield looking.wrong("consultation", key, says="it has still to be written")
    tables = {
        "question": call.questions if call else (),
        "paper": course.papers,
        "snippet": course.snippets,
        "cue": course.cues,
        "frame": course.frames,
        "model": course.models,
        "repair": course.repairs,
        "spot": course.spots,
        "budget": course.budgets,
        "criterion": course.rubric.criteria if "criterion" in looking.tables else (),
        "unit": course.units,
        "step": course.steps,
    }
    for table, rows in tables.items():
        for place, row in enumerate(rows):
            for key in _unwritten(row):
                yield looking.wrong(table, place, key, says="it has still to be written")
    yield from _unfinished_parts(looking)


def _unfinished_parts(looking: _Looking) -> Iterator[Problem]:
    """Look for what is left open within a model answer or an exercise."""
    course = looking.course
    for place, model in enumerate(course.models):
        if any(is_unwritten(why) for _, _, why in model.marks):
            says = "why it is given this level has still to be written"
            yield looking.wrong("model", place, "marks", says=says)
    for place, budget in enumerate(course.budgets):
        if any(is_unwritten(share.lost) for share in budget.shares):
            says = "what is lost under the least words has still to be written"
            yield looking.wrong("budget", place, "shares", says=says)
    for place, repair in enumerate(course.repairs):
        if not repair.faults:
            says = "it does not say which checks find what is wrong with the text"
            yield looking.wrong("repair", place, "faults", says=says)
    for place, spot in enumerate(course.spots):
        if not spot.key:
            says = "nothing is marked, so there is nothing to find"
            yield looking.wrong("spot", place, "key", says=says)


def _unwritten(row: Any) -> Iterator[str]:
    """Yield the keys of a row whose texts have still to be written."""
    for each in fields(row):
        if any(text and is_unwritten(text) for text in _as_texts(getattr(row, each.name))):
            yield each.name


def _as_texts(said: Any) -> list[str]:
    return [
        text for text in (said if isinstance(said, tuple) else (said,)) if isinstance(text, str)
    ]


def _asked(looking: _Looking) -> Iterator[Problem]:
    course, shelf = looking.course, looking.shelf
    if not course.consultation_id:
        yield looking.wrong(
            "consultation",
            says="there is nothing to answer",
            allowed="the id of a built-in consultation, or a table [consultation]",
        )
    elif course.consultation is not None:
        if not course.consultation.questions:
            yield looking.wrong("consultation", says="it has no [[question]]")
        if shelf and course.consultation.rules not in shelf.rules:
            steps: Steps = ("consultation", "rules")
            yield looking.unknown(steps, "rules file", course.consultation.rules, shelf.rules)
    elif shelf and looking.consultation is None:
        known = shelf.consultations
        yield looking.unknown(("consultation",), "consultation", course.consultation_id, known)


def _numbers(looking: _Looking) -> Iterator[Problem]:
    """Look at every place that names a question by its number."""
    if looking.numbers is None:
        return
    for steps, number in _named_questions(looking.course):
        if number and number not in looking.numbers:
            yield looking.unknown(steps, "question", number, looking.numbers)


def _named_questions(course: Course) -> Iterator[tuple[Steps, str]]:
    rows: tuple[tuple[str, Iterable[str]], ...] = (
        ("cue", (each.question for each in course.cues)),
        ("frame", (each.question for each in course.frames)),
        ("model", (each.question for each in course.models)),
        ("repair", (each.question for each in course.repairs)),
    )
    for table, found in rows:
        for place, number in enumerate(found):
            yield (table, place, "question"), number
    for place, snippet in enumerate(course.snippets):
        for ref in snippet.questions:
            yield ("snippet", place, "questions"), ref.rpartition("#")[2]
    for place, budget in enumerate(course.budgets):
        for share in budget.shares:
            yield ("budget", place, "shares"), share.question


def _papers(looking: _Looking) -> Iterator[Problem]:
    for place, snippet in enumerate(looking.course.snippets):
        if snippet.source not in looking.papers:
            steps: Steps = ("snippet", place, "paper")
            yield looking.unknown(steps, "paper", snippet.source, looking.papers)


def _places(looking: _Looking) -> Iterator[Problem]:
    """Look whether the papers have the paragraphs that are named."""
    for place, snippet in enumerate(looking.course.snippets):
        steps: Steps = ("snippet", place, "locator")
        yield from _place_in_paper(looking, steps, snippet.source, snippet.locator)
    for steps, text in _cited_texts(looking.course):
        for cite in citations(parse(text)):
            yield from _place_in_paper(looking, steps, cite.key, cite.locator)


def _place_in_paper(looking: _Looking, steps: Steps, key: str, locator: str) -> Iterator[Problem]:
    found = _PLACE.match(locator)
    if found is None or key not in looking.papers:
        return
    # Nine figures are enough: Python refuses to read thousands of them.
    first, last = (int(number[:9]) for number in (found[1], found[2] or found[1]))
    places = looking.places_of(key)
    if not 1 <= first <= last <= places:
        says = f"the paper {shown(key)} has {places} paragraphs, and this says {shown(locator)}"
        yield looking.wrong(*steps, says=says, allowed=f"paragraph 1 to {places}")


def _texts(looking: _Looking) -> Iterator[Problem]:
    """Look at what every text of the course cites."""
    for steps, text in _cited_texts(looking.course):
        for cite in citations(parse(text)):
            known = cite.key in looking.papers or looking.shelf is None
            if not known and looking.shelf and cite.key not in looking.shelf.sources:
                yield looking.unknown(steps, "source", cite.key, looking.papers)


def _cited_texts(course: Course) -> Iterator[tuple[Steps, str]]:
    for place, model in enumerate(course.models):
        yield ("model", place, "text"), model.text
    for place, repair in enumerate(course.repairs):
        yield ("repair", place, "text"), repair.text
        yield ("repair", place, "solution"), repair.solution
    for place, spot in enumerate(course.spots):
        yield ("spot", place, "text"), spot.text


def _marks(looking: _Looking) -> Iterator[Problem]:
    """Look for the words that notes and keys are about, and the criteria of marked examples."""
    criteria = {each.id for each in looking.course.rubric.criteria}
    for place, model in enumerate(looking.course.models):
        for note in model.notes:
            yield from _words(looking, ("model", place, "notes"), model.text, note.at)
        for criterion, _, _ in model.marks:
            if criteria and criterion not in criteria:
                yield looking.unknown(("model", place, "marks"), "criterion", criterion, criteria)
    for place, spot in enumerate(looking.course.spots):
        for marked in spot.key:
            yield from _words(looking, ("spot", place, "key"), spot.text, marked.at)
            if marked.part not in spot.parts:
                says = f"the key has {shown(marked.part)}, which is not to be marked here"
                yield looking.wrong("spot", place, "key", says=says, allowed=", ".join(spot.parts))


def _words(looking: _Looking, steps: Steps, text: str, words: str) -> Iterator[Problem]:
    times = text.count(words)
    if times != 1:
        where = "are not in the text" if not times else f"are in the text {times} times"
        says = f"the words {shown(words)} {where}"
        yield looking.wrong(*steps, says=says, allowed="words that stand in the text once")


def _steps(looking: _Looking) -> Iterator[Problem]:
    course = looking.course
    units = {unit.id for unit in course.units}
    for place, step in enumerate(course.steps):
        if step.unit not in units:
            yield looking.unknown(("step", place, "unit"), "unit", step.unit, units)
        known = _things(looking, step.kind)
        if known is None or (step.kind is StepKind.READ and not step.about):
            continue
        what, names = known
        if names is not None and step.about not in names:
            yield looking.unknown(("step", place, "about"), what, step.about, names)
    models = {model.question for model in course.models}
    for place, step in enumerate(course.steps):
        if step.kind is StepKind.WORKED and step.about not in models:
            says = f"question {shown(step.about)} has no model answer to compare with"
            yield looking.wrong("step", place, "about", says=says)


def _things(looking: _Looking, kind: StepKind) -> tuple[str, Collection[str] | None] | None:
    """Return what a step of this kind is about: the word for it, and those that are there."""
    course = looking.course
    if kind in _WITH_QUESTION:
        return "question", looking.numbers
    things: dict[StepKind, Callable[[], tuple[str, Collection[str]]]] = {
        StepKind.READ: lambda: ("paper", looking.papers),
        StepKind.REPAIR: lambda: ("repair exercise", [each.id for each in course.repairs]),
        StepKind.SPOT: lambda: ("spotting exercise", [each.id for each in course.spots]),
        StepKind.BUDGET: lambda: ("word budget", [each.id for each in course.budgets]),
    }
    return things[kind]() if kind in things else None


def _unused(looking: _Looking) -> Iterator[Problem]:
    course = looking.course
    used = {step.about for step in course.steps if step.kind in _WITH_QUESTION}
    done = {kind: {step.about for step in course.steps if step.kind is kind} for kind in StepKind}
    used |= {each.question for each in course.repairs if each.id in done[StepKind.REPAIR]}
    used |= {
        share.question
        for each in course.budgets
        if each.id in done[StepKind.BUDGET]
        for share in each.shares
    }
    own = {question: place for place, question in enumerate(looking.numbers or ())}
    for number, place in own.items():
        if number not in used:
            steps: Steps = ("question", place) if course.consultation else ("consultation",)
            says = f"no unit of the course uses question {number}"
            yield looking.wrong(*steps, says=says, allowed="a step that is about it")
    rows = (
        ("repair", StepKind.REPAIR, course.repairs),
        ("spot", StepKind.SPOT, course.spots),
        ("budget", StepKind.BUDGET, course.budgets),
    )
    for table, kind, exercises in rows:
        for place, each in enumerate(exercises):
            if each.id not in done[kind]:
                yield looking.advice(table, place, says="no unit of the course uses this exercise")


def _budgets(looking: _Looking) -> Iterator[Problem]:
    for place, budget in enumerate(looking.course.budgets):
        steps: Steps = ("budget", place, "shares")
        total = sum(share.model for share in budget.shares)
        if total != budget.words:
            says = f"the key's shares add up to {total:,} words, and there are {budget.words:,}"
            yield looking.wrong(*steps, says=says, allowed=f"shares that make {budget.words:,}")
        for number, times in Counter(share.question for share in budget.shares).items():
            if times > 1:
                yield looking.wrong(*steps, says=f"question {number} has {times} shares")
        for share in budget.shares:
            if 0 < share.model < share.least:
                says = f"the key gives question {share.question} less than it says it needs"
                yield looking.wrong(*steps, says=says, allowed=f"at least {share.least}, or 0")


def _checks(looking: _Looking) -> Iterator[Problem]:
    known = looking.shelf.checks if looking.shelf else frozenset[str]()
    if not known:
        return
    for place, repair in enumerate(looking.course.repairs):
        for fault in repair.faults:
            if fault not in known:
                yield looking.unknown(("repair", place, "faults"), "check", fault, known)
    for fault in sorted(looking.course.switches.checks_off - known):
        yield looking.unknown(("switches", "checks_off"), "check", fault, known)


def _switched(looking: _Looking) -> Iterator[Problem]:
    switches, snippets = looking.course.switches, {each.id for each in looking.course.snippets}
    hints = frozenset(hint_ids(looking.course))
    for hint in sorted(switches.hints_off - hints):
        yield looking.unknown(("switches", "hints_off"), "hint", hint, hints)
    for snippet in sorted(switches.snippets_off - snippets):
        yield looking.unknown(("switches", "snippets_off"), "snippet", snippet, snippets)


def _minutes(looking: _Looking) -> Iterator[Problem]:
    course = looking.course
    for place, unit in enumerate(course.units):
        steps = course.steps_of(unit.id)
        if not steps:
            yield looking.wrong("unit", place, says="it has no [[step]]")
            continue
        total = sum(step.minutes for step in steps)
        if total != unit.minutes:
            says = f"its steps take {total} minutes, and it says {unit.minutes}"
            yield looking.advice("unit", place, "minutes", says=says, allowed=str(total))
    total = sum(unit.minutes for unit in course.units)
    if total != course.minutes:
        says = f"its units take {total} minutes, and it says {course.minutes}"
        yield looking.advice("minutes", says=says, allowed=str(total))
