"""Writing the parts of a course that learners work with: papers, prompts, budget, rubric, call."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.consultation import Limit, LimitUnit
from desktop.core.course import Course, Paper, PartKind, StepKind
from desktop.core.course_budget import add_budget, even, left_over, put_share, share_of
from desktop.core.course_call import (
    add_question,
    put_question,
    remove_question,
    with_words,
    words_limit,
)
from desktop.core.course_pack import (
    add_paper,
    add_snippet,
    cited_in,
    move_paper,
    place_with,
    places,
    remove_paper,
    snippet_of,
    snippets_of,
)
from desktop.core.course_places import follow_places, moved_places, place_words
from desktop.core.course_prompts import cues_of, frames_of, own_starters, put_cues, put_frames
from desktop.core.course_rubric import (
    add_criterion,
    is_own,
    mark_of,
    put_mark,
    put_rubric,
    remove_criterion,
)
from desktop.core.evidence import SnippetKind, Source
from desktop.core.text import citations
from desktop.markup import parse
from tests.support.practised import practised

COURSE = practised("first-written-evidence.toml").course
FIRST = COURSE.papers[0].source.key


def test_a_new_paper_has_a_key_that_nothing_has_and_its_title_as_short_form() -> None:
    made, key = add_paper(COURSE, Paper(Source("", "Minutes"), "It was agreed."), {"minutes"})
    assert (key, made.papers[-1].source.short) == ("minutes-2", "Minutes")


def test_a_paper_goes_with_its_snippets_and_leaves_the_step_that_read_it() -> None:
    read = next(step for step in COURSE.steps if step.kind is StepKind.READ)
    course = replace(
        COURSE,
        steps=tuple(replace(s, about=FIRST) if s.id == read.id else s for s in COURSE.steps),
    )
    assert snippets_of(course, FIRST)
    assert cited_in(course, FIRST) > 0
    left = remove_paper(course, FIRST)
    assert not snippets_of(left, FIRST)
    assert left.step(read.id).about == ""
    assert cited_in(left, FIRST) == cited_in(course, FIRST)


def test_a_paper_is_not_cited_by_a_key_that_only_begins_like_its_own() -> None:
    made, key = add_paper(COURSE, Paper(Source("", FIRST[:-1]), ""))
    assert cited_in(made, key) == 0


def test_papers_change_places() -> None:
    moved = move_paper(COURSE, 0, 1)
    assert [each.source.key for each in moved.papers][1] == FIRST


def test_a_snippet_of_selected_words_stands_where_the_words_do() -> None:
    blocks = parse("## Head\n\nOne hall.\n\nTwo of **five** halls closed.")
    assert places(blocks) == (
        ("paragraph 1", "One hall."),
        ("paragraph 2", "Two of five halls closed."),
    )
    assert place_with(blocks, "five halls") == "paragraph 2"
    assert place_with(blocks, "nowhere") == "paragraph 1"
    made, name = add_snippet(COURSE, FIRST, "paragraph 2", "In 2026 two halls closed.")
    snippet = snippet_of(made, name)
    assert (snippet.kind, snippet.claim) == (SnippetKind.STATISTIC, snippet.text)


@given(st.lists(st.sampled_from(("One.", "Two?", "Three …")), unique=True))
def test_what_is_asked_of_a_part_is_exchanged_and_nothing_else(texts: list[str]) -> None:
    part = PartKind.EVIDENCE
    course = put_frames(put_cues(COURSE, "2", part, texts), "2", part, texts)
    assert cues_of(course, "2", part) == frames_of(course, "2", part) == tuple(texts)
    others = [(q, p) for q in ("", "1", "2", "3") for p in PartKind if (q, p) != ("2", part)]
    assert all(cues_of(course, *each) == cues_of(COURSE, *each) for each in others)
    assert all(frames_of(course, *each) == frames_of(COURSE, *each) for each in others)


def test_prompts_stay_where_they_stood() -> None:
    part = COURSE.cues[0].part
    changed = put_cues(COURSE, COURSE.cues[0].question, part, ("Other?",))
    assert changed.cues[0].text == "Other?"
    assert own_starters(changed, "") + sum(own_starters(changed, n) for n in "123") == len(
        changed.cues
    ) + len(changed.frames)


def test_a_word_budget_begins_with_the_words_of_the_call_in_even_shares() -> None:
    call = COURSE.consultation
    assert call is not None
    made, name = add_budget(COURSE, call, "Share.")
    budget = made.budget(name)
    assert budget.words == words_limit(call.limit)
    assert left_over(budget) == 0
    assert any(step.about == name for step in made.steps)
    free = replace(
        call, limit=None, questions=tuple(replace(q, limit=None) for q in call.questions)
    )
    assert add_budget(COURSE, free, "")[0].budgets[-1].words == 900
    limited = replace(free, questions=tuple(replace(q, limit=Limit(100)) for q in free.questions))
    assert add_budget(COURSE, limited, "")[0].budgets[-1].words == 300


@given(st.integers(0, 10_000), st.integers(0, 12))
def test_even_shares_add_up_and_differ_by_one_at_most(words: int, parts: int) -> None:
    shares = even(words, parts)
    assert sum(shares) == (words if parts else 0)
    assert not shares or max(shares) - min(shares) <= 1


def test_a_question_without_a_share_gets_one_when_somebody_gives_it() -> None:
    budget = COURSE.budgets[0]
    share = replace(share_of(budget, "9"), model=40)
    given = put_share(budget, share)
    assert share_of(given, "9") == share
    assert left_over(given) == left_over(budget) - 40


def test_a_rubric_that_is_changed_is_nobody_elses_any_more() -> None:
    shared = COURSE.rubric
    title = put_rubric(COURSE, replace(shared, title="Ours"), shared)
    assert is_own(title, shared)
    assert (title.rubric.id != shared.id, title.rubric.whose) == (True, "Made for this course.")
    assert put_rubric(title, shared, shared) == COURSE
    said = put_rubric(title, replace(title.rubric, whose="Ama"), shared)
    assert said.rubric.whose == "Ama"


def test_a_criterion_goes_with_its_marks_but_the_last_stays() -> None:
    shared = COURSE.rubric
    key = shared.criteria[0].id
    model = put_mark(COURSE.models[0], shared, key, 2, "Because.")
    course = replace(COURSE, models=(model, *COURSE.models[1:]))
    left = put_rubric(course, remove_criterion(shared, key), shared)
    assert mark_of(left.models[0], key) == (None, "")
    one = replace(shared, criteria=shared.criteria[:1])
    assert remove_criterion(one, key) == one
    more, added = add_criterion(one, "")
    assert [each.id for each in more.criteria] == [key, added]


def test_marks_stand_in_the_order_of_the_rubric_and_can_be_taken_away() -> None:
    rubric = COURSE.rubric
    first, second = (each.id for each in rubric.criteria[:2])
    bare = replace(COURSE.models[0], marks=())
    marked = put_mark(put_mark(bare, rubric, second, 1, "b"), rubric, first, 3, "a")
    assert [name for name, *_ in marked.marks] == [first, second]
    assert mark_of(marked, first) == (3, "a")
    assert put_mark(marked, rubric, first, None, "a").marks == ((second, 1, "b"),)


def test_a_question_goes_with_all_that_is_about_it() -> None:
    left = remove_question(COURSE, "2")
    assert left.consultation is not None
    assert [each.number for each in left.consultation.questions] == ["1", "3"]
    about = {step.about for step in left.steps if step.kind in (StepKind.DRAFT, StepKind.WORKED)}
    assert "2" not in about | {each.question for each in (*left.models, *left.repairs, *left.cues)}
    assert {s.about for s in left.steps if s.kind is StepKind.REPAIR} == {
        each.id for each in left.repairs
    } & {s.about for s in COURSE.steps}
    assert not any(ref.endswith("#2") for each in left.snippets for ref in each.questions)
    alone = remove_question(remove_question(left, "1"), "3")
    assert alone.consultation is not None
    assert len(alone.consultation.questions) == 1


def test_a_new_question_gets_the_first_free_number_and_can_be_written() -> None:
    made, number = add_question(remove_question(COURSE, "2"))
    assert number == "2"
    assert made.consultation is not None
    asked = replace(made.consultation.question("2"), text="What next?")
    assert put_question(made, asked).consultation.question("2") == asked  # type: ignore[union-attr]
    built_in: Course = replace(COURSE, consultation=None)
    assert add_question(built_in) == (built_in, "")
    assert put_question(built_in, asked) == remove_question(built_in, "1") == built_in


@pytest.mark.parametrize("limit", [None, Limit(3, LimitUnit.PAGES, hard=True, note="n")])
def test_a_limit_in_words_is_as_binding_as_the_one_before(limit: Limit | None) -> None:
    assert words_limit(limit) == 0
    made = with_words(limit, 500)
    assert made is not None
    assert (made.value, made.unit, made.hard) == (500, LimitUnit.WORDS, limit is not None)
    assert with_words(made, 0) is None


def cited_places(course: Course, places: tuple[str, ...]) -> list[str]:
    """Return the words of the places of the first paper that model answers cite."""
    cites = (cite for model in course.models for cite in citations(parse(model.text)))
    numbers = (re.findall(r"\d+", cite.locator) for cite in cites if cite.key == FIRST)
    return [places[int(number) - 1] for each in numbers for number in each]


def test_who_writes_a_paragraph_into_a_paper_leaves_all_citations_where_they_were() -> None:
    before = place_words(parse(COURSE.papers[0].text))
    after = ("It is new.", *before)
    moved = follow_places(COURSE, FIRST, moved_places(before, after))
    for was, now in zip(COURSE.snippets, moved.snippets, strict=True):
        later = re.sub(r"\d+", lambda found: str(int(found[0]) + 1), was.locator)
        assert now.locator == (later if was.source == FIRST else was.locator)
    then, now = cited_places(COURSE, before), cited_places(moved, after)
    assert then
    assert now == then
    for model in moved.models:
        assert all(model.text.count(note.at) == 1 for note in model.notes)
    assert follow_places(moved, FIRST, moved_places(after, before)) == COURSE


@given(st.lists(st.sampled_from("abcdefg"), unique=True), st.data())
def test_a_place_that_says_what_it_said_is_found_again(
    words: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(words)))
    longer = [*words[:at], "new", *words[at:]]
    moved = moved_places(words, longer)
    assert all(longer[moved.get(n, n) - 1] == words[n - 1] for n in range(1, len(words) + 1))
    shorter = words[:at] + words[at + 1 :]
    moved = moved_places(words, shorter)
    kept = [n for n in range(1, len(words) + 1) if n != at + 1]
    assert all(shorter[moved.get(n, n) - 1] == words[n - 1] for n in kept)


def test_a_range_of_places_moves_at_both_ends() -> None:
    model = replace(COURSE.models[0], text=f"So. [@{FIRST}, paragraphs 2 to 3]", notes=())
    course = replace(COURSE, models=(model,))
    (now,) = follow_places(course, FIRST, {2: 4, 3: 5}).models
    assert now.text == f"So. [@{FIRST}, paragraphs 4 to 5]"
    assert follow_places(course, "other", {2: 4}).models == course.models
