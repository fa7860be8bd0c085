"""What a script has after the submission: exercises, notes, and the rubric in three columns."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.course import Course, StepKind
from desktop.core.learning import Column, Learning, WorkKind
from desktop.core.outline import Level, OutlineBlock
from desktop.core.response import Draft
from desktop.export.course.pen import Pen, heading, paragraph, step_title, table
from desktop.export.course.placing import Placing
from desktop.export.course.words import CourseWords
from desktop.export.marks import unmarked


def repairs(
    course: Course, learning: Learning, placing: Placing, pen: Pen, words: CourseWords
) -> Iterator[OutlineBlock]:
    """Yield the paragraphs that the learner mended, with the marks of comments on them."""
    say = words.say
    done = [item for item in course.repairs if learning.text(WorkKind.REPAIR, item.id).strip()]
    if done:
        yield heading(say("repairs_heading"))
    for number, item in enumerate(done, start=1):
        title = step_title(course, StepKind.REPAIR, item.id)
        yield heading(say("exercise", number=number, title=title), Level.QUESTION)
        work = learning.works[WorkKind.REPAIR, item.id]
        text = unmarked(work.text)
        yield from pen.text(placing.markdown(f"repair:{item.id}", text), Level.QUESTION)
        if any(work.ask):
            who, what, by_when = work.ask
            yield paragraph(say("mended_ask", who=who, what=what, by_when=by_when))


def first_attempts(
    draft: Draft, learning: Learning, placing: Placing, pen: Pen, words: CourseWords
) -> Iterator[OutlineBlock]:
    """Yield what was written before the finished answers were shown, where it has changed since,
    with the marks of comments on it.
    """
    say = words.say
    first = [
        (question.number, work)
        for question in draft.consultation.questions
        if (work := learning.work(WorkKind.FIRST, question.number)) is not None
        and work.text.strip() not in ("", draft.answer(question.number).body.strip())
    ]
    if first:
        yield heading(say("first_heading"))
    for number, work in first:
        yield heading(say("where_answer", number=number), Level.QUESTION)
        if work.words("key_point").strip():
            yield paragraph(work.words("key_point"), bold=True)
        text = placing.markdown(f"first:{number}", unmarked(work.text))
        yield from pen.text(text, Level.QUESTION)


def notes_taken(
    course: Course, learning: Learning, placing: Placing, words: CourseWords
) -> Iterator[OutlineBlock]:
    """Yield what was noted at steps and at the mock hearing, with the marks of comments on it, and
    what a peer wrote.
    """
    say = words.say
    heard = [
        (work.words("asked"), placing.words(f"hearing:{work.item}", unmarked(work.text)))
        for (kind, _), work in sorted(learning.works.items(), key=lambda one: one[1].changed)
        if kind is WorkKind.HEARING and work.text.strip()
    ]
    peer = [
        (item, text)
        for place, item in enumerate(course.peer)
        if (text := learning.text(WorkKind.PEER, str(place))).strip()
    ]
    noted = [
        (step.title, placing.words(f"notes:{step.id}", unmarked(text)))
        for step in course.steps
        if (text := learning.text(WorkKind.NOTES, step.id)).strip()
    ]
    for title, column, rows in (
        ("notes_heading", "column_step", noted),
        ("hearing_heading", "column_asked", heard),
        ("peer_heading", "column_asked", peer),
    ):
        if rows:
            yield heading(say(title))
            yield table([say(column), say("column_noted")], rows)


def marked_rubric(course: Course, learning: Learning, words: CourseWords) -> Iterator[OutlineBlock]:
    """Yield the rubric as three people filled it in, side by side, and what its levels mean."""
    say, rubric = words.say, course.rubric
    if not rubric.criteria:
        return
    yield heading(say("rubric_heading"))
    yield paragraph(say("rubric_about", whose=rubric.whose))
    names = [say("column_criterion"), *(say(f"column_{column.value}") for column in Column)]
    yield table(
        names,
        (
            [item.name, *(_mark(learning, column, item.id, words) for column in Column)]
            for item in rubric.criteria
        ),
    )
    yield heading(say("levels_heading"), Level.QUESTION)
    numbers = [say("level", number=number) for number in range(4)]
    yield table(
        [say("column_criterion"), *numbers],
        (
            [say("criterion", name=item.name, asks=item.asks), *item.levels]
            for item in rubric.criteria
        ),
    )


def _mark(learning: Learning, column: Column, criterion: str, words: CourseWords) -> str:
    work = learning.work(WorkKind.RUBRIC, f"{column.value}/{criterion}")
    if work is None:
        return words.say("none")
    quote, number = work.words("quote"), work.words("question")
    level = "" if work.level is None else str(work.level)
    said = words.say("mark", level=level, why=work.text, place=quote, number=number)
    return said or words.say("none")
