"""Writing a Course: each change gives the whole Course as it is then, with its times added up."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from desktop.core.consultation import Consultation
from desktop.core.course import (
    IN_ORDER,
    Budget,
    Course,
    ModelAnswer,
    Note,
    Repair,
    Spot,
    Step,
    StepKind,
    Unit,
)
from desktop.core.course_switches import hints_kept, without_gone
from desktop.core.shortening import shortened

# What a text that has still to be written is in the file: an empty one would not be read.
BLANK = "…"
MOST_MINUTES = 480
_SHOWN = 60  # characters of what an exercise is about, in a list
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_EXERCISES = (StepKind.REPAIR, StepKind.SPOT, StepKind.BUDGET)
_ABOUT_A_QUESTION = (StepKind.DRAFT, StepKind.WORKED)
# How long a new Step takes until somebody says otherwise.
_MINUTES = {
    StepKind.READ: 5,
    StepKind.DRAFT: 15,
    StepKind.WORKED: 5,
    StepKind.REPAIR: 5,
    StepKind.SPOT: 5,
    StepKind.BUDGET: 10,
    StepKind.HEARING: 10,
    StepKind.RUBRIC: 10,
    StepKind.PEER: 10,
    StepKind.FINISH: 5,
}
_ItemT = TypeVar("_ItemT", Unit, Step, ModelAnswer, Repair, Spot)
_AnyT = TypeVar("_AnyT")


def typed(text: str) -> str:
    """Return a text of a Course for a field: nothing where it has still to be written."""
    return "" if is_unwritten(text) else text


def is_unwritten(text: str) -> bool:
    """Tell whether a text of a Course has still to be written. Of a list in which no two may be
    the same, the second such has two signs, and so on.
    """
    return not text.strip(BLANK)


def free_id(words: str, taken: Collection[str]) -> str:
    """Return an id made of words that nothing else has."""
    stem = _NOT_IN_ID.sub("-", words.casefold()).strip("-")[:48].strip("-") or "piece"
    names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def copy_of(course: Course, taken: Collection[str]) -> Course:
    """Return a Course of one's own that begins as a copy of this one."""
    title = f"{course.title} (our version)"
    return replace(course, id=free_id(title, taken), title=title, version=1)


def timed(course: Course) -> Course:
    """Return the Course with the minutes of its Units and its own added up from its Steps. One
    without any Step gets the last thing that every Course has.
    """
    if not course.units:
        course = replace(course, units=(Unit("end", "At the end", "", 1),))
    if not course.steps:
        return add_step(course, course.units[0].id, StepKind.FINISH, "", "Hand in")
    units = tuple(
        replace(unit, minutes=max(1, sum(step.minutes for step in course.steps_of(unit.id))))
        for unit in course.units
    )
    steps = tuple(step for unit in units for step in course.steps_of(unit.id))
    orphans = tuple(step for step in course.steps if step not in steps)
    minutes = sum(unit.minutes for unit in units)
    return replace(course, units=units, steps=(*steps, *orphans), minutes=max(1, minutes))


# Units


def add_unit(course: Course, title: str = "") -> Course:
    """Add a Unit at the end."""
    taken = {unit.id for unit in course.units}
    name = title or f"Unit {len(course.units) + 1}"
    return timed(replace(course, units=(*course.units, Unit(free_id(name, taken), name, "", 1))))


def put_unit(course: Course, unit: Unit) -> Course:
    """Change a Unit."""
    return timed(replace(course, units=_put(course.units, unit)))


def move_unit(course: Course, was: int, now: int) -> Course:
    """Put a Unit at another place, with its Steps."""
    return timed(replace(course, units=moved(course.units, was, now)))


def remove_unit(course: Course, unit: str) -> Course:
    """Remove a Unit with its Steps; exercises stay."""
    steps = tuple(step for step in course.steps if step.unit != unit)
    units = tuple(each for each in course.units if each.id != unit)
    return timed(replace(course, units=units, steps=steps))


# Steps


def add_step(course: Course, unit: str, kind: StepKind, about: str, title: str) -> Course:
    """Add a Step at the end of a Unit."""
    taken = {step.id for step in course.steps}
    name = free_id(f"{kind}-{about}" if about else f"{unit}-{kind}", taken)
    step = Step(name, unit, kind, title, about, minutes=_MINUTES[kind])
    return timed(replace(course, steps=(*course.steps, step)))


def put_step(course: Course, step: Step) -> Course:
    """Change a Step; in another Unit than before it stands last."""
    before = course.step(step.id)
    if before.unit == step.unit:
        return timed(replace(course, steps=_put(course.steps, step)))
    others = tuple(each for each in course.steps if each.id != step.id)
    return timed(replace(course, steps=(*others, step)))


def move_step(course: Course, unit: str, was: int, now: int) -> Course:
    """Put a Step at another place in its Unit."""
    others = tuple(step for step in course.steps if step.unit != unit)
    steps = (*others, *moved(course.steps_of(unit), was, now))
    return timed(replace(course, steps=steps))


def remove_step(course: Course, step: str) -> Course:
    """Remove a Step; what it is about stays."""
    return timed(replace(course, steps=tuple(each for each in course.steps if each.id != step)))


def things_for(
    course: Course, kind: StepKind, asked: Consultation | None
) -> tuple[tuple[str, str], ...]:
    """Return what a Step of this kind can be about, as (what ``Step.about`` says, words)."""
    match kind:
        case StepKind.DRAFT | StepKind.WORKED:
            questions = asked.questions if asked else ()
            modelled = {model.question for model in course.models}
            return tuple(
                (each.number, f"Question {each.number}: {each.heading}")
                for each in questions
                if kind is StepKind.DRAFT or each.number in modelled
            )
        case StepKind.READ:
            papers = ((each.source.key, each.source.title) for each in course.papers)
            return (("", "Its own text"), *papers)
        case StepKind.REPAIR:
            return tuple((each.id, repair_words(each)) for each in course.repairs)
        case StepKind.SPOT:
            return tuple((each.id, spot_words(each)) for each in course.spots)
        case StepKind.BUDGET:
            return tuple((each.id, budget_words(each)) for each in course.budgets)
        case _:
            return (("", ""),)


def repair_words(repair: Repair) -> str:
    """Return what to call a repair exercise."""
    about = shortened(typed(repair.says) or repair.text, _SHOWN)
    return f"Mend at question {repair.question}: {about}"


def spot_words(spot: Spot) -> str:
    """Return what to call a spotting exercise."""
    return f"Find the parts: {shortened(typed(spot.says) or spot.text, _SHOWN)}"


def budget_words(budget: Budget) -> str:
    """Return what to call a word budget."""
    return f"Share out {budget.words:,} words"


# Model answers and their notes


def add_model(course: Course, question: str, level: str) -> Course:
    """Add an empty model answer to a Question."""
    taken = {model.id for model in course.models}
    model = ModelAnswer(free_id(f"model-{question}", taken), question, level, "", "")
    return replace(course, models=(*course.models, model))


def put_model(course: Course, model: ModelAnswer) -> Course:
    """Change a model answer."""
    return replace(course, models=_put(course.models, model))


def remove_model(course: Course, model: str) -> Course:
    """Remove a model answer, and the Steps that have nothing to compare with any more."""
    models = tuple(each for each in course.models if each.id != model)
    left = {each.question for each in models}
    steps = tuple(
        step for step in course.steps if step.kind is not StepKind.WORKED or step.about in left
    )
    return timed(replace(course, models=models, steps=steps))


def put_note(model: ModelAnswer, note: Note, place: int | None = None) -> ModelAnswer:
    """Add a note to a model answer (in the order of its words), or change the one at a place."""
    notes = list(model.notes)
    if place is None:
        notes.append(note)
    else:
        notes[place] = note
    notes.sort(key=lambda each: model.text.find(each.at))
    return replace(model, notes=tuple(notes))


def words_once(text: str, words: str) -> str:
    """Return what is wrong with words that a note is to be about, "" if nothing is."""
    times = text.count(words) if words.strip() else 0
    if not words.strip():
        return "Select the words first that it is about."
    if not times:
        return "These words do not stand in the text as one piece. Select fewer of them."
    if times > 1:
        return "These words stand in the text more than once. Select a few more beside them."
    return ""


# Exercises


def add_repair(
    course: Course, question: str, text: str, says: str, solution: str = ""
) -> tuple[Course, str]:
    """Add an exercise of a flawed text with the Step that sets it; return its id as well. What a
    ``solution`` of "" should say has still to be written.
    """
    taken = {each.id for each in course.repairs}
    name = free_id(f"mend-{question}", taken)
    repair = Repair(name, question, text, (), says, (), solution, "")
    made = replace(course, repairs=(*course.repairs, repair))
    unit = _unit_of(course, question)
    return add_step(made, unit, StepKind.REPAIR, name, f"Mend a text at question {question}"), name


def put_repair(course: Course, repair: Repair) -> Course:
    """Change a repair exercise; hints of it that are off stay off."""
    off = hints_kept(course.repair(repair.id), repair, course.switches.hints_off)
    made = replace(course, repairs=_put(course.repairs, repair))
    return replace(made, switches=replace(course.switches, hints_off=off))


def add_spot(course: Course, question: str, text: str, spot: Spot) -> tuple[Course, str]:
    """Add an exercise in which the parts of a text are marked, with its Step; return its id."""
    taken = {each.id for each in course.spots}
    name = free_id(f"spot-{question}", taken)
    made = replace(course, spots=(*course.spots, replace(spot, id=name, text=text)))
    unit = _unit_of(course, question)
    return add_step(made, unit, StepKind.SPOT, name, "What is what in this answer"), name


def put_spot(course: Course, spot: Spot) -> Course:
    """Change a spotting exercise; marks on words that are gone from its text go."""
    key = tuple(each for each in spot.key if not words_once(spot.text, each.at))
    key = tuple(sorted(key, key=lambda each: spot.text.find(each.at)))
    marked = {each.part for each in key}
    parts = tuple(part for part in IN_ORDER if part in marked) or spot.parts
    return replace(course, spots=_put(course.spots, replace(spot, key=key, parts=parts)))


def remove_exercise(course: Course, exercise: str) -> Course:
    """Remove an exercise with the Steps that set it."""
    steps = tuple(
        step for step in course.steps if step.kind not in _EXERCISES or step.about != exercise
    )
    left = replace(
        course,
        steps=steps,
        repairs=tuple(each for each in course.repairs if each.id != exercise),
        spots=tuple(each for each in course.spots if each.id != exercise),
        budgets=tuple(each for each in course.budgets if each.id != exercise),
    )
    return timed(without_gone(left))


def _unit_of(course: Course, question: str) -> str:
    """Return the Unit that works at a Question, or the first."""
    for step in course.steps:
        if step.kind in _ABOUT_A_QUESTION and step.about == question:
            return step.unit
    return course.units[0].id if course.units else ""


def _put(items: Sequence[_ItemT], item: _ItemT) -> tuple[_ItemT, ...]:
    return tuple(item if each.id == item.id else each for each in items)


def moved(items: Sequence[_AnyT], was: int, now: int) -> tuple[_AnyT, ...]:
    """Return items with one of them at another place."""
    order = list(items)
    order.insert(now, order.pop(was))
    return tuple(order)
