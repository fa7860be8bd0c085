"""Marking stretches of a text: each word is one part of the argument, or none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.course import PartKind
from desktop.core.exercises import Mark, marks_of
from desktop.core.marking import marks_at, sentence_round, whole_words, with_mark, without_marks

TEXT = "Halls close. We counted 12 of 40 in May! Who should act?\nThe council should."
_STRETCH = (
    st.tuples(st.integers(0, 80), st.integers(0, 80)).map(sorted).filter(lambda s: s[0] < s[1])
)
_STEPS = st.lists(st.tuples(_STRETCH, st.sampled_from([*PartKind, None])), max_size=12)


def test_what_is_marked_anew_gives_way() -> None:
    marks = with_mark((), 0, 20, PartKind.CLAIM)
    marks = with_mark(marks, 5, 10, PartKind.ASK)
    assert marks == (
        Mark(0, 5, PartKind.CLAIM),
        Mark(5, 10, PartKind.ASK),
        Mark(10, 20, PartKind.CLAIM),
    )
    assert marks_at(marks, 7) == Mark(5, 10, PartKind.ASK)
    assert marks_at(marks, 20) is None


def test_a_mark_is_taken_away_where_somebody_says_so() -> None:
    marks = (Mark(0, 10, PartKind.CLAIM), Mark(12, 20, PartKind.ASK))
    assert without_marks(marks, 0, 15) == (Mark(15, 20, PartKind.ASK),)
    assert without_marks(marks, 10, 12) == marks


@given(_STEPS)
def test_marks_never_overlap_and_say_what_was_said_last(
    steps: list[tuple[tuple[int, int], PartKind | None]],
) -> None:
    marks: tuple[Mark, ...] = ()
    said: dict[int, PartKind | None] = {}
    for (start, end), part in steps:
        cut = part is None
        marks = without_marks(marks, start, end) if cut else with_mark(marks, start, end, part)
        said.update(dict.fromkeys(range(start, end), part))
    for at in range(82):
        found = marks_at(marks, at)
        assert (found.part if found else None) == said.get(at)
    assert marks_of([[mark.start, mark.end, mark.part.value] for mark in marks]) == marks


def test_half_a_word_is_the_whole_word() -> None:
    start = TEXT.index("ounted 1")
    assert TEXT[slice(*whole_words(TEXT, start, start + 8))] == "counted 12"
    assert TEXT[slice(*whole_words(TEXT, 12, 16))] == "We"
    start, end = whole_words(TEXT, 12, 13)
    assert start == end


@given(st.text(max_size=60), st.integers(0, 70), st.integers(0, 70))
def test_whole_words_stay_within_the_text(text: str, one: int, other: int) -> None:
    start, end = whole_words(text, min(one, other), max(one, other))
    assert 0 <= start <= end <= max(len(text), start)
    assert text[start:end] == text[start:end].strip()


def test_without_a_selection_the_sentence_is_meant() -> None:
    def sentence(at: int) -> str:
        return TEXT[slice(*sentence_round(TEXT, at))]

    assert sentence(0) == "Halls close."
    assert sentence(TEXT.index("12")) == "We counted 12 of 40 in May!"
    assert sentence(TEXT.index("council")) == "The council should."
    assert sentence(len(TEXT)) == "The council should."
    assert sentence_round("", 0) == (0, 0)
