"""The way through a course, and the numbers of a paper's places."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from desktop.core.course import Course, StepKind
from desktop.core.course_steps import (
    beside,
    counted_steps,
    draft_step,
    in_order,
    is_behind,
    way_on,
    where_to_go_on,
    with_numbers,
)
from desktop.core.learning import Learning, Work, WorkKind
from desktop.markup import parse, write
from tests.support.practised import practised

NOON = datetime(2026, 11, 28, 12)  # noqa: DTZ001 - as all times of a workspace


@pytest.fixture(scope="module")
def course() -> Course:
    return practised("first-written-evidence.toml").course


def learning(course: Course, **states: str) -> Learning:
    works = {
        (WorkKind.STEP, step): Work(WorkKind.STEP, step, {"state": state}, NOON)
        for step, state in states.items()
    }
    return Learning(course.id, "practice", works)


def test_steps_come_unit_by_unit_and_end_at_both_ends(course: Course) -> None:
    steps = in_order(course)
    assert len(steps) == len(course.steps)
    assert [beside(course, step.id, 1) for step in steps[:-1]] == list(steps[1:])
    assert beside(course, steps[0].id, -1) is None
    assert beside(course, steps[-1].id, 1) is None
    assert beside(course, "gone", 1) is None


def test_the_way_leads_past_what_is_left_of_a_locked_unit(course: Course) -> None:
    papers = course.step("paper-cases")
    assert way_on(course, papers, 1) == course.step("paper-minutes")
    units = tuple(replace(unit, locked=unit.id == papers.unit) for unit in course.units)
    locked = replace(course, units=units)
    assert way_on(locked, papers, 1) == course.step("do-vague")
    assert way_on(locked, papers, -1) == course.step("spot-again")
    shut = replace(course, units=tuple(replace(unit, locked=True) for unit in course.units))
    assert way_on(shut, course.step("welcome"), -1) is None
    assert way_on(shut, course.step("hearing"), 1) is None


def test_who_comes_back_goes_on_with_what_was_begun(course: Course) -> None:
    first, second, third, *_ = (step.id for step in in_order(course))
    assert where_to_go_on(course, learning(course)) == course.step(first)
    done = learning(course, **{first: "done", second: "skipped"})
    assert where_to_go_on(course, done) == course.step(third)
    begun = learning(course, **{first: "done", third: "begun"})
    assert where_to_go_on(course, begun) == course.step(third)
    assert is_behind(done, second)
    assert not is_behind(begun, third)


def test_who_has_done_everything_is_shown_the_last_step(course: Course) -> None:
    steps = in_order(course)
    everything = learning(course, **{step.id: "done" for step in steps})
    assert where_to_go_on(course, everything) == steps[-1]


def test_steps_for_who_has_time_do_not_count(course: Course) -> None:
    counted = counted_steps(course, "mending")
    assert 0 < len(counted) < len(course.steps_of("mending"))
    assert all(step.minutes for step in counted)


def test_the_step_that_drafts_a_question_is_found(course: Course) -> None:
    step = draft_step(course, "2")
    assert step is not None
    assert (step.kind, step.about) == (StepKind.DRAFT, "2")
    assert draft_step(course, "99") is None


def test_the_places_of_a_paper_are_numbered_but_for_its_headings() -> None:
    text = "One.\n\n## Head\n\n- a\n- b\n\n> said\n\n| A |\n| --- |\n| 1 |"
    numbered = write(with_numbers(parse(text))).replace("\\", "")
    assert numbered == (
        "**[1]** One.\n\n### Head\n\n- **[2]** a\n- b\n\n> **[3]** said\n\n**[4]**\n\n"
        "| A |\n| --- |\n| 1 |"
    )
