"""The call of a Course that is being written, where it is the Course's own, and its rules."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.consultation import Consultation, Limit, LimitUnit, Question, question_ref
from desktop.core.course import Course, StepKind
from desktop.core.course_switches import without_gone
from desktop.core.course_writing import timed
from desktop.core.rules_changes import CallChanges

_ABOUT_A_QUESTION = (StepKind.DRAFT, StepKind.WORKED)


def put_call(course: Course, call: Consultation) -> Course:
    """Change the call, which the Course has itself."""
    return replace(course, consultation=call)


def put_changes(course: Course, changes: CallChanges) -> Course:
    """Have rules hold that are other than the body's, and others of it not hold."""
    return replace(course, rules=changes.changed, rules_off=changes.removed)


def put_question(course: Course, question: Question) -> Course:
    """Change a Question of the Course's own call; it is known by its number."""
    call = course.consultation
    if call is None:
        return course
    number = question.number
    found = tuple(question if each.number == number else each for each in call.questions)
    return put_call(course, replace(call, questions=found))


def add_question(course: Course) -> tuple[Course, str]:
    """Add a Question at the end of the Course's own call; return its number."""
    call = course.consultation
    if call is None:
        return course, ""
    taken = {each.number for each in call.questions}
    number = next(str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)
    made = Question(number, "", "")
    return put_call(course, replace(call, questions=(*call.questions, made))), number


def remove_question(course: Course, number: str) -> Course:
    """Remove a Question of the Course's own call with all that is about it, but never the last."""
    call = course.consultation
    left = tuple(each for each in call.questions if each.number != number) if call else ()
    if call is None or not left:
        return course
    mended = {each.id for each in course.repairs if each.question == number}
    steps = tuple(
        step
        for step in course.steps
        if not (step.kind in _ABOUT_A_QUESTION and step.about == number)
        and not (step.kind is StepKind.REPAIR and step.about in mended)
    )
    ref = question_ref(call.id, number)
    made = replace(
        course,
        consultation=replace(call, questions=left),
        steps=steps,
        cues=tuple(each for each in course.cues if each.question != number),
        frames=tuple(each for each in course.frames if each.question != number),
        models=tuple(each for each in course.models if each.question != number),
        repairs=tuple(each for each in course.repairs if each.question != number),
        snippets=tuple(
            replace(each, questions=tuple(one for one in each.questions if one != ref))
            for each in course.snippets
        ),
        budgets=tuple(
            replace(each, shares=tuple(one for one in each.shares if one.question != number))
            for each in course.budgets
        ),
    )
    return timed(without_gone(made))


def words_limit(limit: Limit | None) -> int:
    """Return how many words a limit allows, 0 where there is none in words."""
    return limit.value if limit is not None and limit.unit is LimitUnit.WORDS else 0


def with_words(limit: Limit | None, words: int) -> Limit | None:
    """Return a limit of so many words, as binding as it was; none at all for 0."""
    if not words:
        return None
    return replace(limit, value=words, unit=LimitUnit.WORDS) if limit else Limit(words)
