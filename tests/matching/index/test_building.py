"""What an index knows of the pieces that it was built from."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from desktop.core.search import Entry
from desktop.matching.index import CONTENT, Field, Index, build
from desktop.matching.words import index_word
from tests.matching.index.entries import VILLAGE, found


@pytest.fixture(scope="module")
def village() -> Index:
    return build(VILLAGE)


def term(index: Index, word: str) -> int:
    return index.term(index_word(word))


def test_a_word_is_found_in_each_field_with_how_often_it_stands_there(village: Index) -> None:
    buses = term(village, "buses")
    assert found(village, *village.postings(buses, Field.CLAIM)) == {"bus": 1}
    assert found(village, *village.postings(buses, Field.TEXT)) == {"bus": 1}
    volunteers = term(village, "volunteers")
    assert found(village, *village.postings(volunteers, Field.TEXT)) == {"hall-1": 2, "hall-2": 1}
    assert found(village, *village.postings(volunteers, Field.ASKED)) == {}


def test_a_word_that_no_piece_has_has_no_number(village: Index) -> None:
    assert village.term("trams") == -1
    assert found(village, *village.postings(-1, Field.TEXT)) == {}


def test_pieces_are_counted_by_what_they_are_about_and_by_where_they_are_from(
    village: Index,
) -> None:
    rural, villages = term(village, "rural"), term(village, "villages")
    assert (village.df[rural], village.df_all[rural], village.cf[rural]) == (0, 2, 0)
    assert (village.df[villages], village.df_all[villages], village.cf[villages]) == (3, 3, 5)
    assert village.totals[Field.CLAIM] == 3
    assert village.filled.tolist() == [1, 3, 1, 1, 3, 3]
    assert village.lengths[village.slot("bus")].tolist()[:3] == [3, 9, 2]


def test_a_word_is_counted_up_to_255_times() -> None:
    index = build([Entry("a", "s", "passage", text="bus " * 300)])
    assert found(index, *index.postings(term(index, "bus"), Field.TEXT)) == {"a": 255}
    assert index.cf[term(index, "bus")] == 300


def test_facts_of_a_piece_are_known_by_its_slot(village: Index) -> None:
    slot = village.slot("bus")
    assert village.ids[slot] == "bus"
    assert village.name(village.source[slot]) == "survey"
    assert village.name(village.kind[slot]) == "statistic"
    assert village.name(village.document[slot]) == ""
    assert village.own[slot]
    assert village.slot("tram") == -1


@pytest.mark.parametrize(
    ("date", "number"),
    [
        ("2019-03-04", 20190304),
        ("2019-03", 20190300),
        ("2019", 20190000),
        ("", 0),
        ("last year", 0),
    ],
)
def test_dates_can_be_compared_however_much_of_them_is_known(date: str, number: int) -> None:
    assert build([Entry("a", "s", "passage", text="x", date=date)]).date.tolist() == [number]


def test_what_is_tagged_for_a_question_is_found_by_it(village: Index) -> None:
    assert [village.ids[slot] for slot in village.tagged("rural-2019#2").tolist()] == ["bus"]
    assert [village.ids[slot] for slot in village.tagged("*").tolist()] == ["bus"]
    assert village.tagged("rural-2019#3").tolist() == []


def test_a_passage_knows_its_neighbours_in_its_document(village: Index) -> None:
    before, after = village.neighbours
    first, second = village.slot("hall-1"), village.slot("hall-2")
    assert (before[first], after[first]) == (-1, second)
    assert (before[second], after[second]) == (first, -1)
    assert (before[village.slot("bus")], after[village.slot("bus")]) == (-1, -1)


@pytest.mark.parametrize(
    ("kinds", "sources", "passages", "left"),
    [
        (None, None, False, ["bus"]),
        ({"statistic"}, None, True, ["bus", "hall-1", "hall-2"]),
        ({"quotation"}, None, False, []),
        (None, {"response"}, True, ["hall-1", "hall-2"]),
        (None, {"elsewhere"}, True, []),
    ],
)
def test_the_choice_is_narrowed_by_kind_source_and_passages(
    village: Index,
    kinds: set[str] | None,
    sources: set[str] | None,
    passages: bool,
    left: list[str],
) -> None:
    chosen = village.narrowed(kinds, sources, passages=passages)
    assert chosen is not None
    assert sorted(village.ids[slot] for slot in np.flatnonzero(chosen).tolist()) == left


def test_a_choice_of_everything_is_no_choice(village: Index) -> None:
    assert village.narrowed() is None


def test_words_are_kept_in_order_piece_by_piece_with_a_gap_between_fields(village: Index) -> None:
    slots = np.array([village.slot("hall-2"), village.slot("bus")], np.int32)
    owner, terms, at = village.sequences(slots, CONTENT)
    first = [village.word(number) for number in terms[owner == 0].tolist()]
    words = "a volunteer opens the hall in the village"
    assert first == [index_word(word) for word in words.split()]
    claim = at[owner == 1][:3].tolist()
    assert claim == [0, 1, 2]
    assert at[owner == 1][3] > 2 + 100


def test_several_words_are_looked_for_as_one(village: Index) -> None:
    either = [term(village, "buses"), term(village, "volunteer"), term(village, "buses")]
    assert found(village, *village.any_of(either, Field.TEXT)) == {
        "bus": 1,
        "hall-1": 2,
        "hall-2": 1,
    }
    assert found(village, *village.any_of([], Field.TEXT)) == {}


def test_words_that_follow_one_another_are_found_as_a_phrase(village: Index) -> None:
    phrase = [term(village, word) for word in ("village", "hall")]
    assert found(village, *village.phrase(phrase, Field.TEXT)) == {"hall-1": 1}
    assert found(village, *village.phrase(phrase, Field.TEXT)) == {"hall-1": 1}
    assert found(village, *village.phrase(phrase, Field.ASKED)) == {"hall-1": 1}
    assert found(village, *village.phrase([*phrase, -1], Field.TEXT)) == {}


def test_a_phrase_does_not_reach_from_one_piece_into_the_next() -> None:
    index = build(
        [Entry("a", "s", "passage", text="village"), Entry("b", "s", "passage", text="hall")]
    )
    phrase = [term(index, word) for word in ("village", "hall")]
    assert found(index, *index.phrase(phrase, Field.TEXT)) == {}


def test_a_word_that_repeats_is_a_phrase_with_itself() -> None:
    index = build([Entry("a", "s", "passage", text="never never never land")])
    assert found(index, *index.phrase([index.term("never")] * 2, Field.TEXT)) == {"a": 2}


def test_a_word_still_being_typed_is_found_as_it_was_written(village: Index) -> None:
    stem = index_word("volunteering")
    assert [village.word(number) for number in village.prefixed("volunteeri")] == [stem]
    assert village.prefixed("volunteerism").tolist() == []


def test_of_many_words_that_begin_so_the_most_frequent_are_looked_for() -> None:
    pieces = [
        Entry(f"p{at}", "s", "passage", text=" ".join(f"co{x}de" for x in "abcdefgh"[: at + 1]))
        for at in range(8)
    ]
    index = build(pieces)
    found = [index.word(number) for number in index.prefixed("co", most=3)]
    assert found == [index_word(f"co{x}de") for x in "abc"]


def test_beginnings_are_found_among_thousands_of_words_and_among_those_that_came_last() -> None:
    pieces = [
        Entry(
            f"p{n}",
            "s",
            "passage",
            text=f"word{n}x " + " ".join(f"other{n}x{k}" for k in range(20)),
        )
        for n in range(1000)
    ]
    index = build(pieces)
    assert found(index, *index.postings(index.term("other999x19"), Field.TEXT)) == {"p999": 1}
    assert found(index, *index.postings(10**6, Field.TEXT)) == {}
    assert [index.word(term) for term in index.prefixed("word77x")] == ["word77x"]
    index = index.changed([Entry("late", "s", "passage", text="word77xyz")])
    assert [index.word(term) for term in index.prefixed("word77x")] == ["word77x", "word77xyz"]
    assert found(index, *index.any_of(index.prefixed("word77x"), Field.TEXT)) == {
        "p77": 1,
        "late": 1,
    }


def test_more_is_remembered_of_phrases_than_is_ever_asked_at_once() -> None:
    index = build([Entry("a", "s", "passage", text=" ".join(f"w{n}x" for n in range(600)))])
    terms = [index.term(f"w{n}x") for n in range(600)]
    for first, second in pairwise(terms):
        assert found(index, *index.phrase([first, second], Field.TEXT)) == {"a": 1}
    assert len(index.parts[0].segment.phrases) <= 500


def test_an_empty_library_finds_nothing() -> None:
    index = build([])
    assert (index.size, index.count, index.term("bus")) == (0, 0, -1)
    assert index.any_of([], Field.TEXT).slots.tolist() == []
    assert index.prefixed("bu").tolist() == []
    assert index.tagged("*").tolist() == []
    assert index.narrowed(passages=False) is not None
    assert index.lengths.shape == (0, 6)
    assert [side.tolist() for side in index.neighbours] == [[], []]
    assert index.sequences(np.zeros(0, np.int32), CONTENT).terms.tolist() == []


def test_pieces_without_a_word_are_there_and_not_found() -> None:
    index = build([Entry("a", "s", "passage", text="— …")])
    assert index.count == 1
    assert index.lengths.tolist() == [[0] * 6]
