"""What is right in what a learner marked, and what is lost of a budget of words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.course import Budget, Marked, PartKind, Share, Spot
from desktop.core.exercises import Mark, compare_marks, marks_of, place_of, shared_out

TEXT = "Halls need people. We counted 40. Pay for keys."
CLAIM = Marked(PartKind.CLAIM, "Halls need people.", "It says what is so.")
FIGURE = Marked(PartKind.EVIDENCE, "We counted 40.", "It has a number.")
ASK = Marked(PartKind.ASK, "Pay for keys.", "It asks.")
SPOT = Spot("find", TEXT, "Find them.", tuple(PartKind), (CLAIM, FIGURE, ASK))
BUDGET = Budget(
    "words", 500, "", (Share("1", 100, "figures", 300), Share("2", 50, "asks", 200)), ""
)


def mark(words: str, part: PartKind) -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), part)


def test_a_mark_that_covers_most_of_the_words_is_right() -> None:
    found = compare_marks(SPOT, [mark("Halls need people", PartKind.CLAIM)])
    assert [each for _, each in found.right] == [CLAIM]
    assert (found.missed, found.wrong) == ((FIGURE, ASK), ())


def test_a_mark_of_another_part_is_wrong_and_told_what_stands_there() -> None:
    wrong = mark("We counted 40.", PartKind.CLAIM)
    found = compare_marks(SPOT, [wrong])
    assert found.wrong == ((wrong, FIGURE),)
    assert found.missed == SPOT.key


def test_a_mark_over_everything_is_nothing() -> None:
    found = compare_marks(SPOT, [Mark(0, len(TEXT), PartKind.ASK)])
    assert found.right == ()


def test_one_stretch_of_the_key_counts_once() -> None:
    twice = [mark("Halls need people.", PartKind.CLAIM), mark("Halls need people", PartKind.CLAIM)]
    found = compare_marks(SPOT, twice)
    assert (len(found.right), len(found.wrong)) == (1, 1)


def test_a_mark_where_the_key_has_nothing_is_wrong_for_nothing() -> None:
    spot = Spot("find", TEXT, "", (PartKind.CLAIM,), (CLAIM,))
    stray = mark("Pay", PartKind.CLAIM)
    assert compare_marks(spot, [stray]).wrong == ((stray, None),)


@given(st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60), st.sampled_from(PartKind))))
def test_every_mark_is_right_or_wrong_and_all_of_the_key_found_or_missed(
    given_: list[tuple[int, int, PartKind]],
) -> None:
    marks = marks_of([list(each) for each in given_])
    found = compare_marks(SPOT, marks)
    assert len(found.right) + len(found.wrong) == len(marks)
    assert len(found.right) + len(found.missed) == len(SPOT.key)


@given(st.recursive(st.none() | st.integers() | st.text(max_size=3), st.lists, max_leaves=6))
def test_what_is_no_mark_is_left_out(said: object) -> None:
    assert all(each.start < each.end for each in marks_of(said))


def test_the_key_finds_nothing_missing() -> None:
    marks = [Mark(*place_of(SPOT, each), each.part) for each in SPOT.key]
    found = compare_marks(SPOT, marks)
    assert (len(found.right), found.missed, found.wrong) == (3, (), ())


def test_what_has_less_than_it_needs_is_lost() -> None:
    found = shared_out(BUDGET, {"1": 450, "2": 20})
    assert [each.share.lost for each in found.lost] == ["asks"]
    assert found.left == 30
    assert shared_out(BUDGET, {"1": 300, "2": 200}).lost == ()


@given(st.dictionaries(st.sampled_from(["1", "2", "9"]), st.none() | st.integers() | st.text()))
def test_whatever_was_typed_the_words_add_up(words: dict[str, object]) -> None:
    found = shared_out(BUDGET, words)
    assert sum(each.words for each in found.shares) + found.left == BUDGET.words
    assert all(each.words >= 0 for each in found.shares)
