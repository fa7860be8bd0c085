"""The way through a Course: which Step is next, where to go on, what is behind a learner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.core.course import Course, Step, StepKind
from desktop.core.learning import Learning
from desktop.core.text import (
    Block,
    Blocks,
    Line,
    ListBlock,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
)

DONE, SKIPPED, BEGUN = "done", "skipped", "begun"
_BEHIND = (DONE, SKIPPED)


def in_order(course: Course) -> tuple[Step, ...]:
    """Return all Steps in the order in which a learner meets them: unit by unit."""
    return tuple(step for unit in course.units for step in course.steps_of(unit.id))


def beside(course: Course, step: str, by: int) -> Step | None:
    """Return the Step so many places on, None where there is none."""
    steps = in_order(course)
    place = next((at for at, each in enumerate(steps) if each.id == step), None)
    if place is None or not 0 <= place + by < len(steps):
        return None
    return steps[place + by]


def way_on(course: Course, step: Step, by: int) -> Step | None:
    """Return the Step to which a learner goes on (1) or back (-1), None where there is none; out of
    a locked Unit it leads past all of that.
    """
    if not course.unit(step.unit).locked:
        return beside(course, step.id, by)
    shut = course.steps_of(step.unit)
    return beside(course, shut[-1 if by > 0 else 0].id, by)


def is_behind(learning: Learning, step: str) -> bool:
    """Tell whether a Step is done or was skipped."""
    return learning.state(step) in _BEHIND


def where_to_go_on(course: Course, learning: Learning) -> Step | None:
    """Return the Step to show to who comes back: the one begun last in the order, or the first that
    is neither behind them nor locked; the last of all where nothing is left.
    """
    steps = [step for step in in_order(course) if not course.unit(step.unit).locked]
    left = [step for step in steps if not is_behind(learning, step.id)]
    begun = [step for step in left if learning.state(step.id) == BEGUN]
    found = begun or left[:1] or steps
    return found[-1] if found else next(iter(in_order(course)), None)


def counted_steps(course: Course, unit: str) -> tuple[Step, ...]:
    """Return the Steps that count towards a Unit: those of 0 minutes are for who has time, and hold
    nothing back, unless there is nothing else.
    """
    steps = course.steps_of(unit)
    return tuple(step for step in steps if step.minutes) or steps


def draft_step(course: Course, question: str) -> Step | None:
    """Return the Step in which a Question is drafted, None where none is."""
    drafts = (step for step in in_order(course) if step.kind is StepKind.DRAFT)
    return next((step for step in drafts if step.about == question), None)


def with_numbers(blocks: Blocks) -> Blocks:
    """Return a paper with the number of each place before it: every block but sub-headings."""
    return tuple(_numbered(blocks))


def _numbered(blocks: Blocks) -> Iterator[Block]:
    number = 0
    for block in blocks:
        if isinstance(block, Subheading):
            yield block
            continue
        number += 1
        match block:
            case Paragraph(line):
                yield Paragraph(_after(number, line))
            case ListBlock(_, items) if items:
                yield replace(block, items=(_after(number, items[0]), *items[1:]))
            case Quote(paragraphs) if paragraphs:
                yield Quote((_after(number, paragraphs[0]), *paragraphs[1:]))
            case Table() | ListBlock() | Quote():
                yield Paragraph((Text(f"[{number}]", bold=True),))
                yield block


def _after(number: int, line: Line) -> Line:
    return (Text(f"[{number}]  ", bold=True), *line)
