"""Answers to the exercises of a Course, for the trainer's key."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.course import Budget, Course, Repair, Spot, StepKind
from desktop.core.outline import Level, OutlineBlock
from desktop.export.course.handout_words import part_word
from desktop.export.course.pen import Pen, bullets, heading, paragraph, step_title, table
from desktop.export.course.practice import Practice
from desktop.export.course.words import CourseWords
from desktop.markup.paragraphs import paragraphs


def exercises(
    course: Course, practice: Practice, words: CourseWords, pen: Pen
) -> Iterator[OutlineBlock]:
    """Yield the key to every exercise, kind by kind."""
    if course.repairs:
        yield heading(words.say("repairs_heading"))
    for number, repair in enumerate(course.repairs, start=1):
        yield _title(number, course, StepKind.REPAIR, repair.id, words)
        yield from _repair(repair, practice, words, pen)
    if course.spots:
        yield heading(words.say("spots_heading"))
    for number, spot in enumerate(course.spots, start=1):
        yield _title(number, course, StepKind.SPOT, spot.id, words)
        yield from _spot(spot, words, pen)
    if course.budgets:
        yield heading(words.say("budgets_heading"))
    for number, budget in enumerate(course.budgets, start=1):
        yield _title(number, course, StepKind.BUDGET, budget.id, words)
        yield from _budget(budget, practice, words, pen)


def _title(
    number: int, course: Course, kind: StepKind, exercise: str, words: CourseWords
) -> OutlineBlock:
    """Return a heading called after the step that the exercise belongs to."""
    title = step_title(course, kind, exercise)
    return heading(words.say("exercise", number=number, title=title), Level.QUESTION)


def _repair(
    repair: Repair, practice: Practice, words: CourseWords, pen: Pen
) -> Iterator[OutlineBlock]:
    say = words.say
    yield from pen.text(repair.says, Level.QUESTION)
    yield heading(say("given"), Level.SUBHEADING)
    yield from pen.text(repair.text, Level.QUESTION)
    if repair.recommendation:
        who, what, by_when = repair.recommendation
        yield paragraph(say("mended_ask", who=who, what=what, by_when=by_when))
    yield heading(say("faults"), Level.SUBHEADING)
    yield from bullets(practice.checks.get(check, check) for check in repair.faults)
    if repair.hints:
        yield heading(say("hints"), Level.SUBHEADING)
        yield from bullets(repair.hints, ordered=True)
    yield heading(say("mended"), Level.SUBHEADING)
    yield from pen.text(repair.solution, Level.QUESTION)
    if repair.reasons:
        yield heading(say("why"), Level.SUBHEADING)
        yield from pen.text(repair.reasons, Level.QUESTION)


def _spot(spot: Spot, words: CourseWords, pen: Pen) -> Iterator[OutlineBlock]:
    say = words.say
    yield from pen.text(spot.says, Level.QUESTION)
    yield heading(say("given"), Level.SUBHEADING)
    yield from pen.text(spot.text, Level.QUESTION)
    rows = (
        (say(part_word("name", one.part)), " ".join(paragraphs(one.at)), one.why)
        for one in spot.key
    )
    yield table(map(say, ("column_part", "column_words", "column_why")), rows)


def _budget(
    budget: Budget, practice: Practice, words: CourseWords, pen: Pen
) -> Iterator[OutlineBlock]:
    say = words.say
    yield from pen.text(budget.says, Level.QUESTION)
    headings = {item.number: item.heading or item.text for item in practice.consultation.questions}
    rows = (
        (
            f"{share.question}  {headings.get(share.question, '')}",
            f"{share.model:,}",
            f"{share.least:,}",
            share.lost,
        )
        for share in budget.shares
    )
    columns = ("column_question", "column_key", "column_least", "column_lost")
    yield table(map(say, columns), rows)
    yield from pen.text(budget.reasons, Level.QUESTION)
