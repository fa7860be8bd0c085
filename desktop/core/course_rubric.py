"""The rubric of a Course that is being written, and what its model answers are given by it."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.course import Course, Criterion, ModelAnswer, Rubric
from desktop.core.course_writing import free_id, moved

LEVELS = 4


def is_own(course: Course, shared: Rubric) -> bool:
    """Tell whether the rubric is another than the ``shared`` one."""
    return course.rubric != shared


def put_rubric(course: Course, rubric: Rubric, shared: Rubric) -> Course:
    """Have another rubric; one that is no longer the ``shared`` one gets an id of its own, and
    does not say that it is whose that was.
    """
    if course.rubric == shared and rubric != shared:
        whose = "Made for this course." if rubric.whose == shared.whose else rubric.whose
        rubric = replace(rubric, id=free_id(f"{course.id}-rubric", {shared.id}), whose=whose)
    return _without_lost_marks(replace(course, rubric=rubric))


def put_criterion(rubric: Rubric, criterion: Criterion) -> Rubric:
    """Change a criterion; it is known by its id."""
    found = tuple(criterion if each.id == criterion.id else each for each in rubric.criteria)
    return replace(rubric, criteria=found)


def add_criterion(rubric: Rubric, name: str) -> tuple[Rubric, str]:
    """Add a criterion that has still to be written at the end; return its id."""
    key = free_id(name, {each.id for each in rubric.criteria})
    made = Criterion(key, name, "", ("", "", "", ""))
    return replace(rubric, criteria=(*rubric.criteria, made)), key


def move_criterion(rubric: Rubric, was: int, now: int) -> Rubric:
    """Put a criterion at another place."""
    return replace(rubric, criteria=moved(rubric.criteria, was, now))


def remove_criterion(rubric: Rubric, key: str) -> Rubric:
    """Remove a criterion, but never the last: a Course without any has the shared rubric."""
    left = tuple(each for each in rubric.criteria if each.id != key)
    return replace(rubric, criteria=left) if left else rubric


def mark_of(model: ModelAnswer, criterion: str) -> tuple[int | None, str]:
    """Return the level that a model answer is given by a criterion (None = none), and why."""
    for name, level, why in model.marks:
        if name == criterion:
            return level, why
    return None, ""


def put_mark(
    model: ModelAnswer, rubric: Rubric, criterion: str, level: int | None, why: str
) -> ModelAnswer:
    """Give a model answer a level by a criterion, or take it away (None), in the rubric's order."""
    marks = [each for each in model.marks if each[0] != criterion]
    if level is not None:
        marks.append((criterion, level, why))
    order = [each.id for each in rubric.criteria]
    marks.sort(key=lambda each: order.index(each[0]) if each[0] in order else len(order))
    return replace(model, marks=tuple(marks))


def _without_lost_marks(course: Course) -> Course:
    """Return the Course without marks by criteria that are gone."""
    known = {each.id for each in course.rubric.criteria}
    models = tuple(
        replace(model, marks=tuple(each for each in model.marks if each[0] in known))
        for model in course.models
    )
    return replace(course, models=models)
