"""Single hints and snippets that are off stay off while a course is written, and go with them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pytest

from desktop.core import course_call as call
from desktop.core import course_pack as pack
from desktop.core import course_writing as writing
from desktop.core.course import Course, Repair
from desktop.core.course_switches import (
    hint_id,
    hint_ids,
    hints_shown,
    snippets_offered,
    without_gone,
)
from tests.support.practised import practised

COURSE = practised("first-written-evidence.toml").course
REPAIR = next(each for each in COURSE.repairs if len(each.hints) >= 2)


def without(
    course: Course = COURSE, *, hints: Collection[str] = (), snippets: Collection[str] = ()
) -> Course:
    """Return a course with these turned off."""
    switches = replace(
        course.switches, hints_off=frozenset(hints), snippets_off=frozenset(snippets)
    )
    return replace(course, switches=switches)


def with_hints(*hints: str) -> Repair:
    return replace(REPAIR, hints=hints)


def test_a_hint_that_is_off_cannot_be_asked_for_and_the_others_can() -> None:
    course = without(hints={hint_id(REPAIR.id, 1)})
    assert hints_shown(REPAIR, course.switches) == REPAIR.hints[1:]
    assert hints_shown(REPAIR, COURSE.switches) == REPAIR.hints
    assert hints_shown(REPAIR, replace(course.switches, hints=False)) == ()


def test_a_snippet_that_is_off_is_not_offered_and_the_others_are() -> None:
    first, *others = COURSE.snippets
    course = without(snippets={first.id})
    assert snippets_offered(course) == tuple(others)
    assert snippets_offered(COURSE) == COURSE.snippets
    assert (
        snippets_offered(replace(course, switches=replace(course.switches, snippets=False))) == ()
    )


@pytest.mark.parametrize(
    ("before", "off", "after", "off_then"),
    [
        (("a", "b"), {2}, ("b", "a"), {1}),
        (("a", "b"), {2}, ("a", "new", "b"), {3}),
        (("a", "b"), {2}, ("a",), set[int]()),
        (("a", "b"), {2}, ("a", "b, said otherwise"), {2}),
        (("a", "b"), {1}, ("a", "b", "c"), {1}),
        (("a",), {1}, ("other", "hints"), set[int]()),
    ],
)
def test_hints_that_are_off_stay_off_where_they_are_moved_or_said_otherwise(
    before: tuple[str, ...], off: set[int], after: tuple[str, ...], off_then: set[int]
) -> None:
    other = "another.1"
    course = writing.put_repair(COURSE, with_hints(*before))
    course = without(course, hints={other, *(hint_id(REPAIR.id, at) for at in off)})
    made = writing.put_repair(course, with_hints(*after))
    assert made.switches.hints_off == {other, *(hint_id(REPAIR.id, at) for at in off_then)}


def test_what_is_off_goes_with_what_is_removed() -> None:
    paper = COURSE.papers[0].source.key
    of_paper = {each.id for each in pack.snippets_of(COURSE, paper)}
    every = without(hints=set(hint_ids(COURSE)), snippets={each.id for each in COURSE.snippets})
    assert of_paper
    assert not pack.remove_paper(every, paper).switches.snippets_off & of_paper
    (gone, *_) = COURSE.snippets
    assert gone.id not in pack.remove_snippet(every, gone.id).switches.snippets_off
    for made in (
        writing.remove_exercise(every, REPAIR.id),
        call.remove_question(every, REPAIR.question),
    ):
        assert hint_id(REPAIR.id, 1) not in made.switches.hints_off
    assert without_gone(every) is every
