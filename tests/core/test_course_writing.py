"""Writing a course: times add up, nothing points at what is gone, copies have their own names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import course_budget as budget
from desktop.core import course_call as call
from desktop.core import course_pack as pack
from desktop.core import course_prompts as prompts
from desktop.core import course_rubric as rubric
from desktop.core import course_writing as writing
from desktop.core.course import (
    Course,
    Marked,
    ModelAnswer,
    Note,
    Paper,
    PartKind,
    Spot,
    StepKind,
)
from desktop.core.evidence import SnippetKind, Source
from desktop.store.packs.course_text import course_text
from desktop.store.packs.courses import course_in
from tests.support.practised import practised

COURSE = practised("first-written-evidence.toml").course


def times_add_up(course: Course) -> bool:
    units = all(
        unit.minutes == max(1, sum(step.minutes for step in course.steps_of(unit.id)))
        for unit in course.units
    )
    return units and course.minutes == sum(unit.minutes for unit in course.units)


def test_minutes_of_a_step_are_those_of_its_unit_and_of_the_course() -> None:
    step = COURSE.steps[0]
    longer = writing.put_step(COURSE, replace(step, minutes=step.minutes + 10))
    assert longer.minutes == COURSE.minutes + 10
    assert longer.unit(step.unit).minutes == COURSE.unit(step.unit).minutes + 10


def test_a_unit_moves_with_its_steps_and_goes_with_them() -> None:
    first, second, *_ = COURSE.units
    moved = writing.move_unit(COURSE, 0, 1)
    assert [unit.id for unit in moved.units[:2]] == [second.id, first.id]
    assert moved.steps[0].unit == second.id
    removed = writing.remove_unit(COURSE, first.id)
    assert not removed.steps_of(first.id)
    assert removed.minutes == COURSE.minutes - first.minutes


def test_a_step_moves_in_its_unit_and_to_the_end_of_another() -> None:
    unit, other = COURSE.units[0].id, COURSE.units[1].id
    before = [step.id for step in COURSE.steps_of(unit)]
    moved = writing.move_step(COURSE, unit, 0, 1)
    assert [step.id for step in moved.steps_of(unit)][:2] == [before[1], before[0]]
    given_away = writing.put_step(COURSE, replace(COURSE.steps[0], unit=other))
    assert given_away.steps_of(other)[-1].id == before[0]


def test_a_course_never_loses_its_last_unit_and_step() -> None:
    course = COURSE
    for unit in COURSE.units:
        course = writing.remove_unit(course, unit.id)
    (step,) = course.steps
    assert step.kind is StepKind.FINISH
    assert step.unit == course.units[0].id


def test_an_exercise_comes_with_its_step_where_its_question_is_worked_at_and_goes_with_it() -> None:
    drafted = next(step for step in COURSE.steps if step.kind is StepKind.DRAFT)
    made, name = writing.add_repair(COURSE, drafted.about, "Many people say so.", "Mend it.")
    (step,) = [step for step in made.steps if step.about == name]
    assert (step.unit, step.kind) == (drafted.unit, StepKind.REPAIR)
    assert made.repair(name).solution == ""  # it has still to be written
    made, name = writing.add_repair(COURSE, drafted.about, "Many say so.", "Mend it.", "58 say so.")
    assert made.repair(name).solution == "58 say so."
    assert writing.remove_exercise(made, name) == COURSE


def test_a_model_answer_takes_the_comparing_with_it_only_if_it_was_the_last() -> None:
    question = COURSE.models[0].question
    course = COURSE
    for model in COURSE.models_of(question):
        assert any(s.kind is StepKind.WORKED and s.about == question for s in course.steps)
        course = writing.remove_model(course, model.id)
    assert not any(s.kind is StepKind.WORKED and s.about == question for s in course.steps)


def test_marks_on_words_that_are_gone_go_and_the_parts_follow_the_key() -> None:
    marks = (Marked(PartKind.ASK, "Act now.", ""), Marked(PartKind.CLAIM, "It is so.", ""))
    spot = Spot("s", "", "", (PartKind.REASON,), marks)
    course = replace(COURSE, spots=(replace(spot, text="It is so. Act now."),))
    kept = writing.put_spot(course, course.spots[0]).spots[0]
    assert [each.at for each in kept.key] == ["It is so.", "Act now."]
    assert kept.parts == (PartKind.CLAIM, PartKind.ASK)
    shorter = writing.put_spot(course, replace(kept, text="It is so.")).spots[0]
    assert [each.at for each in shorter.key] == ["It is so."]


def test_notes_stand_in_the_order_of_their_words() -> None:
    model = ModelAnswer("m", "1", "Strong", "", "One two three.")
    model = writing.put_note(writing.put_note(model, Note("three", "b")), Note("One", "a"))
    assert [note.at for note in model.notes] == ["One", "three"]
    assert writing.put_note(model, Note("One", "c"), 0).notes[0].text == "c"


@pytest.mark.parametrize(
    ("words", "says"),
    [("", "Select"), ("gone", "do not stand"), ("is", "more than once"), ("It", "")],
)
def test_words_of_a_note_must_stand_in_the_text_once(words: str, says: str) -> None:
    found = writing.words_once("It is what is here.", words)
    assert says in found
    assert bool(says) == bool(found)


def test_a_copy_has_an_id_that_nothing_else_has() -> None:
    one = writing.copy_of(COURSE, {COURSE.id})
    other = writing.copy_of(COURSE, {COURSE.id, one.id})
    assert len({COURSE.id, one.id, other.id}) == 3
    assert one.version == 1


def test_what_has_still_to_be_written_is_an_empty_field() -> None:
    assert writing.typed(writing.BLANK) == ""
    assert writing.typed("Said.") == "Said."


def test_there_is_something_for_each_kind_of_step() -> None:
    asked = COURSE.consultation
    for kind in StepKind:
        things = writing.things_for(COURSE, kind, asked)
        assert things
        for about, words in things:
            made = writing.add_step(COURSE, COURSE.units[0].id, kind, about, words or "A step")
            assert course_in("x.toml", course_text(made)).course is not None
    assert writing.things_for(COURSE, StepKind.DRAFT, None) == ()


CHANGES = {
    "add unit": lambda c: writing.add_unit(c),
    "remove unit": lambda c: writing.remove_unit(c, c.units[0].id),
    "move unit": lambda c: writing.move_unit(c, 0, len(c.units) - 1),
    "nameless unit": lambda c: writing.put_unit(c, replace(c.units[-1], title="", aim="")),
    "add step": lambda c: writing.add_step(c, c.units[-1].id, StepKind.PEER, "", ""),
    "remove step": lambda c: writing.remove_step(c, c.steps[-1].id),
    "add repair": lambda c: writing.add_repair(c, "1", "", "")[0],
    "add spot": lambda c: writing.add_spot(c, "2", "So.", Spot("", "", "", (PartKind.CLAIM,), ()))[
        0
    ],
    "add model": lambda c: writing.add_model(c, "3", ""),
    "remove model": lambda c: writing.remove_model(c, c.models[0].id) if c.models else c,
    "add paper": lambda c: pack.add_paper(c, Paper(Source("", ""), ""))[0],
    "remove paper": lambda c: pack.remove_paper(c, c.papers[0].source.key) if c.papers else c,
    "add snippet": lambda c: (
        pack.add_snippet(c, c.papers[0].source.key, "", "")[0] if c.papers else c
    ),
    "quotation of nobody": lambda c: replace(
        c, snippets=tuple(replace(each, kind=SnippetKind.QUOTATION) for each in c.snippets)
    ),
    "no cues": lambda c: prompts.put_cues(c, "", PartKind.CLAIM, ()),
    "two frames": lambda c: prompts.put_frames(c, "1", PartKind.ASK, ("We ask …", "Please")),
    "add budget": lambda c: budget.add_budget(c, c.consultation, "")[0] if c.consultation else c,
    "add criterion": lambda c: rubric.put_rubric(
        c, rubric.add_criterion(c.rubric, "")[0], COURSE.rubric
    ),
    "empty rubric": lambda c: rubric.put_rubric(c, replace(c.rubric, title=""), COURSE.rubric),
    "add question": lambda c: call.add_question(c)[0],
    "remove question": lambda c: call.remove_question(c, "2"),
    "rules off": lambda c: call.put_changes(c, replace(c.changes, removed=("title",))),
    "copy": lambda c: writing.copy_of(c, {c.id}),
}


@given(st.lists(st.sampled_from(sorted(CHANGES)), max_size=12))
def test_whatever_is_done_the_file_can_be_read_again_and_its_times_add_up(
    names: list[str],
) -> None:
    course = COURSE
    for name in names:
        course = CHANGES[name](course)
    read = course_in("x.toml", course_text(course)).course
    assert read is not None
    assert [step.id for step in read.steps] == [step.id for step in course.steps]
    assert times_add_up(writing.timed(course))
