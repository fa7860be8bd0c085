"""The trainer's key: the plan of the session with its timings, and every answer."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.course import Course, ModelAnswer, PartKind, StepKind, Unit
from desktop.core.course_switches import hint_id
from desktop.core.outline import Level, OutlineBlock
from desktop.export.course.handout_words import part_word
from desktop.export.course.key_exercises import exercises
from desktop.export.course.pen import Pen, bullets, heading, paragraph, step_title, table
from desktop.export.course.practice import Practice
from desktop.export.course.words import CourseWords


def trainers_key(
    course: Course, practice: Practice, words: CourseWords, pen: Pen
) -> Iterator[OutlineBlock]:
    """Yield aims and plan, then answers to all that learners are asked to do."""
    say = words.say
    yield paragraph(say("key_about"), bold=True)
    if course.aims:
        yield heading(say("aims_heading"))
        yield from bullets(course.aims)
    yield from _plan(course, words)
    yield from _units(course, words, pen)
    yield from _switches(course, practice, words)
    if course.models:
        yield heading(say("models_heading"))
    for model in course.models:
        yield from _model(model, course, words, pen)
    yield from exercises(course, practice, words, pen)
    for title, items in (
        ("hearing_heading", course.hearing),
        ("comments_heading", course.comments),
    ):
        if items:
            yield heading(say(title))
            yield from bullets(items)


def _plan(course: Course, words: CourseWords) -> Iterator[OutlineBlock]:
    """Yield the units with the minutes that have gone when each begins and ends."""
    say = words.say
    yield heading(say("plan_heading"))
    rows: list[tuple[str, str, str]] = []
    start = 0
    for number, unit in enumerate(course.units, start=1):
        end = start + unit.minutes
        span = say("span", start=_clock(start), end=_clock(end))
        rows.append((span, _title(number, unit, words), unit.aim))
        start = end
    yield table(map(say, ("column_time", "column_unit", "column_aim")), rows)


def _units(course: Course, words: CourseWords, pen: Pen) -> Iterator[OutlineBlock]:
    say = words.say
    for number, unit in enumerate(course.units, start=1):
        yield heading(_title(number, unit, words), Level.QUESTION)
        yield from pen.text(unit.trainer, Level.QUESTION)
        steps = course.steps_of(unit.id)
        if steps:
            columns = ("column_minutes", "column_step", "column_for_trainer")
            none = say("none")
            rows = ((str(step.minutes or ""), step.title, step.trainer or none) for step in steps)
            yield table(map(say, columns), rows)


def _title(number: int, unit: Unit, words: CourseWords) -> str:
    return words.say("unit_locked" if unit.locked else "unit", number=number, title=unit.title)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _switches(course: Course, practice: Practice, words: CourseWords) -> Iterator[OutlineBlock]:
    say, on = words.say, course.switches
    off = [
        say(word)
        for word, is_on in (
            ("switch_hints", on.hints),
            ("switch_solutions", on.solutions),
            ("switch_snippets", on.snippets),
            ("switch_models", on.models),
        )
        if not is_on
    ]
    off += _single(course, words)
    names = sorted(practice.checks.get(check, check) for check in on.checks_off)
    off += [say("switch_check", name=name) for name in names]
    if off:
        yield heading(say("switches_heading"))
        yield from bullets(off)


def _single(course: Course, words: CourseWords) -> Iterator[str]:
    """Yield the single hints and snippets that are off, where not all of them are."""
    on = course.switches
    for repair in course.repairs if on.hints else ():
        title = step_title(course, StepKind.REPAIR, repair.id)
        for number, _ in enumerate(repair.hints, start=1):
            if hint_id(repair.id, number) in on.hints_off:
                yield words.say("switch_hint", number=number, title=title)
    for snippet in course.snippets if on.snippets else ():
        if snippet.id in on.snippets_off:
            yield words.say("switch_snippet", claim=snippet.claim)


def _model(
    model: ModelAnswer, course: Course, words: CourseWords, pen: Pen
) -> Iterator[OutlineBlock]:
    say = words.say
    yield heading(say("model", number=model.question, level=model.level), Level.QUESTION)
    if model.key_point:
        yield paragraph(say("key_point", text=model.key_point), bold=True)
    yield from pen.text(model.text, Level.QUESTION)
    if model.recommendations:
        yield heading(say("recommendations"), Level.SUBHEADING)
        yield from bullets(model.recommendations, ordered=True)
    if model.notes:
        rows = (
            (note.at, say("note", part=_part(note.part, words), text=note.text))
            for note in model.notes
        )
        yield table(map(say, ("column_words", "column_note")), rows)
    if model.marks:
        yield heading(say("marks_heading"), Level.SUBHEADING)
        names = {item.id: item.name for item in course.rubric.criteria}
        rows = ((names.get(one, one), str(level), why) for one, level, why in model.marks)
        yield table(map(say, ("column_criterion", "column_level", "column_why")), rows)


def _part(part: PartKind | None, words: CourseWords) -> str:
    return words.say(part_word("name", part)) if part else ""
