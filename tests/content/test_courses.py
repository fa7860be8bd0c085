"""The shipped courses: exercises do what they say, model answers are sound, timings are honest."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from desktop.checks import CHECKS
from desktop.core.course import Course, ModelAnswer, PartKind, Repair, Step, StepKind
from desktop.core.finding import Finding, FindingLevel, TextField
from desktop.core.response import Recommendation
from desktop.core.text import Subheading, citations, plain_text
from desktop.core.words import count_words
from desktop.markup import parse
from desktop.store.packs.courses import RUBRIC_FILE, read_rubric
from tests.support.course_figures import paper_figures
from tests.support.practised import COURSES, Practised, course_names, course_read, practised

NAMES = course_names()
WORDS_A_MINUTE = 200
REPAIRS = [(name, one.id) for name in NAMES for one in practised(name).course.repairs]
_PLACE = re.compile(r"paragraphs? (\d+)(?:(?:-|–| to | and |, )(\d+))*")


def _ids(pairs: list[tuple[str, str]]) -> list[str]:
    return [item for _, item in pairs]


def _repair(name: str, item: str) -> tuple[Practised, Repair]:
    place = practised(name)
    return place, place.course.repair(item)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_course_is_read_without_a_problem_or_a_piece_of_advice(name: str) -> None:
    assert [str(problem) for problem in course_read(name).problems] == []


def test_the_rubric_of_the_program_has_seven_criteria_and_says_whose_it_is() -> None:
    rubric = read_rubric(COURSES / RUBRIC_FILE)
    assert [one.id for one in rubric.criteria] == [
        *("answers", "knowledge", "evidence", "recommendations", "clarity", "rules", "people")
    ]
    assert "Consultee’s own" in rubric.whose
    for one in rubric.criteria:
        assert len(set(one.levels)) == 4, one.id
        assert one.asks.endswith("?")


# --- repairs ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "item"), REPAIRS, ids=_ids(REPAIRS))
def test_every_fault_of_an_exercise_is_found_in_its_paragraph(name: str, item: str) -> None:
    place, repair = _repair(name, item)
    said = place.said_of(repair.question, repair.text)
    for fault in repair.faults:
        assert any(one.check == fault and _in_the_text(one) for one in said), fault


@pytest.mark.parametrize(("name", "item"), REPAIRS, ids=_ids(REPAIRS))
def test_a_solution_has_none_of_the_faults_and_no_new_one(name: str, item: str) -> None:
    place, repair = _repair(name, item)
    asks = (
        (Recommendation("a", "r", repair.question, *repair.recommendation),)
        if repair.recommendation
        else ()
    )
    said = place.said_of(repair.question, repair.solution, asks)
    off = place.course.switches.checks_off
    assert {one.check for one in said if _in_the_text(one)} - off == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_exercises_of_a_course_have_a_fault_of_each_kind_that_drafts_have(name: str) -> None:
    faults = {fault for one in practised(name).course.repairs for fault in one.faults}
    assert faults >= {
        *("vague-quantity", "figure-source", "identifiable", "problem-without-ask"),
        *("party-political", "within-question-limit", "jargon"),
    } - ({"within-question-limit"} if not _limits(name) else set())


@pytest.mark.parametrize("name", NAMES)
def test_an_exercise_gives_two_hints_before_its_solution(name: str) -> None:
    for repair in practised(name).course.repairs:
        assert len(repair.hints) >= 2, repair.id
        assert repair.reasons
        assert repair.solution not in " ".join(repair.hints)


def _limits(name: str) -> bool:
    return any(one.limit for one in practised(name).consultation.questions)


def _in_the_text(finding: Finding) -> bool:
    return finding.spot is None or finding.spot.field is TextField.BODY


# --- model answers ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_checks_warn_of_nothing_in_a_submission_made_of_strong_answers(name: str) -> None:
    place = practised(name)
    models = list(filter(_strong, place.course.models))
    draft = place.draft(
        {one.question: (one.key_point, one.text) for one in models},
        [ask for one in models for ask in place.asks_of(one)],
    )
    written = {one.question for one in models}
    warned = [one for one in place.said(draft) if one.level is not FindingLevel.NUDGE]
    assert written
    assert [(one.question, one.check) for one in warned if one.question in written] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_model_answer_asks_for_something_or_shows_what_is_missing(name: str) -> None:
    for model in practised(name).course.models:
        assert model.notes, model.id
        assert any(note.part is PartKind.ASK for note in model.notes) or _strong(model), model.id


@pytest.mark.parametrize("name", NAMES)
def test_the_marks_of_an_example_cover_the_rubric(name: str) -> None:
    course = practised(name).course
    marked = [model for model in course.models if model.marks]
    assert marked
    for model in marked:
        assert [one for one, _, _ in model.marks] == [one.id for one in course.rubric.criteria]
        assert all(level in range(4) and why for _, level, why in model.marks)


@pytest.mark.parametrize("name", NAMES)
def test_words_that_notes_and_keys_point_at_stand_there_once(name: str) -> None:
    course = practised(name).course
    pairs = [(m.text, note.at) for m in course.models for note in m.notes]
    pairs += [(spot.text, marked.at) for spot in course.spots for marked in spot.key]
    for text, at in pairs:
        assert text.count(at) == 1, at
        assert plain_text(parse(text)).count(at) == 1, at


def _strong(model: ModelAnswer) -> bool:
    return "strong" in model.level.casefold()


# --- papers and snippets ------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_what_is_cited_of_a_paper_is_a_place_in_it(name: str) -> None:
    course = practised(name).course
    places = {paper.source.key: _places(paper.text) for paper in course.papers}
    for key, locator in _cited(course):
        if key in places:
            found = _PLACE.fullmatch(locator)
            assert found, (key, locator)
            numbers = [int(one) for one in re.findall(r"\d+", locator)]
            assert all(1 <= one <= places[key] for one in numbers), (key, locator)


@pytest.mark.parametrize("name", NAMES)
def test_a_snippet_can_be_pasted_without_a_warning(name: str) -> None:
    place = practised(name)
    for snippet in place.course.snippets:
        pasted = f"{snippet.text} [@{snippet.source}, {snippet.locator}]"
        for ref in snippet.questions:
            said = place.said_of(ref.partition("#")[2], pasted)
            warned = [one for one in said if one.level is not FindingLevel.NUDGE]
            assert [one.check for one in warned if _in_the_text(one)] == [], snippet.id


def _places(text: str) -> int:
    return sum(not isinstance(block, Subheading) for block in parse(text))


def _cited(course: Course) -> Iterator[tuple[str, str]]:
    texts = [*(m.text for m in course.models), *(r.text for r in course.repairs)]
    texts += [repair.solution for repair in course.repairs]
    for text in texts:
        yield from ((cite.key, cite.locator) for cite in citations(parse(text)))
    yield from ((one.source, one.locator) for one in course.snippets)


# --- units and timings --------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_minutes_of_steps_and_units_add_up(name: str) -> None:
    course = practised(name).course
    assert sum(unit.minutes for unit in course.units) == course.minutes
    for unit in course.units:
        assert sum(step.minutes for step in course.steps_of(unit.id)) == unit.minutes, unit.id


@pytest.mark.parametrize("name", NAMES)
def test_every_exercise_and_question_has_a_step_and_every_kind_of_step_is_there(name: str) -> None:
    place = practised(name)
    course = place.course
    about = {step.about for step in course.steps}
    assert about >= {one.id for one in (*course.repairs, *course.spots, *course.budgets)}
    shared = {share.question for budget in course.budgets for share in budget.shares}
    assert about | shared >= {question.number for question in place.consultation.questions}
    assert {step.kind for step in course.steps} == set(StepKind)


@pytest.mark.parametrize("name", NAMES)
def test_a_trainer_is_told_what_to_do_in_every_unit(name: str) -> None:
    for unit in practised(name).course.units:
        assert unit.trainer, unit.id


@pytest.mark.parametrize("name", NAMES)
def test_cues_and_sentences_help_with_every_part_of_every_answer(name: str) -> None:
    place = practised(name)
    for question in place.consultation.questions:
        for part in PartKind:
            assert place.course.cues_at(question.number, part)
            assert place.course.frames_at(question.number, part)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_budget_proposes_adds_up_and_loses_nothing(name: str) -> None:
    for budget in practised(name).course.budgets:
        assert sum(share.model for share in budget.shares) == budget.words
        for share in budget.shares:
            assert not 0 < share.model < share.least, share.question


@pytest.mark.parametrize("name", NAMES)
def test_what_there_is_to_read_in_a_step_can_be_read_in_its_minutes(name: str) -> None:
    course = practised(name).course
    for step in course.steps:
        if step.minutes:
            assert _words_of(course, step) <= step.minutes * WORDS_A_MINUTE, step.id


def test_who_does_both_courses_meets_another_charity_with_other_figures() -> None:
    first, second = (practised(name).course for name in NAMES)
    shared = paper_figures(first) & paper_figures(second)

    assert first.organisation.name != second.organisation.name
    assert {found for found in shared if len(found) > 2 and not found.startswith("20")} == set()


@pytest.mark.parametrize("name", NAMES)
def test_an_invented_rule_names_no_address_that_leads_nowhere(name: str) -> None:
    assert not [rule.id for rule in practised(name).course.rules if ".example" in rule.address]


def _words_of(course: Course, step: Step) -> int:
    texts = [step.text]
    match step.kind:
        case StepKind.READ:
            texts += [paper.text for paper in course.papers if paper.source.key == step.about]
        case StepKind.WORKED:
            for model in course.models_of(step.about):
                texts += [model.text, *(note.text for note in model.notes)]
                texts += [why for _, _, why in model.marks]
        case StepKind.REPAIR:
            repair = course.repair(step.about)
            texts += [repair.says, repair.text, *repair.hints, repair.solution, repair.reasons]
        case StepKind.SPOT:
            spot = course.spot(step.about)
            texts += [spot.says, spot.text, *(marked.why for marked in spot.key)]
        case _:
            pass
    return sum(count_words(plain_text(parse(text))) for text in texts)


def test_the_checks_that_a_course_turns_off_are_checks() -> None:
    known = {one.id for one in CHECKS}
    for name in NAMES:
        assert practised(name).course.switches.checks_off <= known
