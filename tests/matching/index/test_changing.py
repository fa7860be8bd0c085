"""After any edits an index knows what one built anew would know."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.search import Entry
from desktop.matching.index import Field, Index, build
from tests.matching.index.entries import VILLAGE, picture

_WORDS = st.sampled_from(
    [
        "village",
        "villages",
        "hall",
        "volunteers",
        "volunteering",
        "the",
        "voluntary sector (VS)",
        "café",
        "2019",
    ]
)
_TEXTS = st.lists(_WORDS, max_size=3).map(" ".join)
_IDS = st.sampled_from("abcdefgh")
_ENTRIES = st.builds(
    Entry,
    id=_IDS,
    source=st.sampled_from(["survey", "response"]),
    kind=st.sampled_from(["statistic", "passage"]),
    claim=_TEXTS,
    text=_TEXTS,
    tags=_TEXTS,
    asked=_TEXTS,
    place=_TEXTS,
    about=_TEXTS,
    questions=st.lists(st.sampled_from(["*", "r#1"]), max_size=2, unique=True).map(tuple),
    document=st.sampled_from(["", "d1", "d2"]),
    likeness=st.sampled_from(["", "x"]),
    own=st.booleans(),
    date=st.sampled_from(["", "2019", "2019-03"]),
)
_EDITS = st.lists(
    st.tuples(st.lists(_ENTRIES, max_size=3, unique_by=lambda entry: entry.id), st.sets(_IDS)),
    max_size=4,
)


@settings(max_examples=80, deadline=None)
@given(
    start=st.lists(_ENTRIES, max_size=4, unique_by=lambda entry: entry.id),
    edits=_EDITS,
    whole=st.booleans(),
)
def test_after_any_edits_an_index_knows_what_one_built_anew_knows(
    start: list[Entry], edits: list[tuple[list[Entry], set[str]]], whole: bool
) -> None:
    rows = {entry.id: placed(entry) for entry in start}
    index = build(rows.values())
    for changed, gone in edits:
        for id in gone:
            rows.pop(id, None)
        fresh = [placed(entry) for entry in changed]
        rows.update((entry.id, entry) for entry in fresh)
        index = index.changed(fresh, gone)
    told = picture(build(rows.values()))
    assert picture(index) == told
    assert picture(index.tidied(whole=whole)) == told


def test_a_library_that_lost_one_piece_of_many_is_left_as_it_is() -> None:
    index = build([Entry(id, "survey", "statistic", text="words") for id in "abcd"])
    index = index.changed([], {"a"})
    assert index.tidied() is index


def placed(entry: Entry) -> Entry:
    """Give a piece a place in its document that no other has."""
    facts = {name: getattr(entry, name) for name in Entry.__dataclass_fields__}
    return Entry(**{**facts, "position": ord(entry.id)})


def test_an_index_that_was_changed_still_says_what_it_said() -> None:
    index = build(VILLAGE)
    before = picture(index)
    index.changed([Entry("bus", "s", "passage", text="trams")], ["hall-1"])
    assert picture(index) == before


def test_a_change_of_nothing_gives_the_same_index() -> None:
    index = build(VILLAGE)
    assert index.changed([], ["unheard-of"]) is index


def test_many_edits_make_few_parts() -> None:
    index = build(many(2000))
    for number in range(600):
        index = index.changed([Entry(f"p{number}", "s", "passage", text=f"trams {number}")])
    assert len(index.parts) < 12
    assert index.count == 2000
    assert index.df[index.term("tram")] == 600


def test_an_index_of_many_parts_is_untidy_until_it_is_tidied() -> None:
    index = build(many(2000))
    assert not index.untidy
    index = index.changed([], [f"p{number}" for number in range(700)])
    assert index.untidy
    tidy = index.tidied()
    assert not tidy.untidy
    assert (tidy.count, tidy.size) == (1300, 1300)


def test_the_largest_part_is_left_alone_while_little_has_changed() -> None:
    index = build(many(2000))
    for batch in range(3):
        index = index.changed(
            [Entry(f"n{batch}-{number}", "s", "passage", text="trams") for number in range(150)]
        )
    tidy = index.tidied()
    assert tidy.parts[0].segment is index.parts[0].segment
    assert len(tidy.parts) == 2
    assert tidy.df[tidy.term("tram")] == len(tidy.postings(tidy.term("tram"), Field.TEXT).slots)


def test_one_that_went_is_missed_nowhere_among_thousands_that_are_left() -> None:
    index = build(many(2000)).changed([], ["p1000"])
    slots = index.postings(index.term("hall"), Field.TEXT).slots.tolist()
    assert len(slots) == 1999
    assert "p1000" not in {index.ids[slot] for slot in slots}


def test_pieces_of_several_parts_are_read_in_the_order_asked_for() -> None:
    index = build(many(1000)).changed([Entry("new", "s", "passage", text="trams")])
    assert len(index.parts) == 2
    slots = np.array([index.slot("new"), index.slot("p5")], np.int32)
    owner, terms, _ = index.sequences(slots, (Field.TEXT,))
    assert owner.tolist() == [0, 1, 1, 1]
    assert [index.word(term) for term in terms.tolist()] == ["tram", "a", "villag", "hall"]


def test_a_library_that_is_emptied_finds_nothing() -> None:
    index = build(VILLAGE).changed([], [entry.id for entry in VILLAGE])
    assert (index.size, index.count, index.term("hall")) == (0, 0, -1)
    assert index.tidied(whole=True).count == 0


def many(count: int) -> list[Entry]:
    return [Entry(f"p{number}", "s", "passage", text="a village hall") for number in range(count)]


def test_a_great_many_identical_passages_are_indexed() -> None:
    index: Index = build(many(5000))
    assert index.df[index.term("hall")] == 5000
    assert len(index.phrase([index.term("villag"), index.term("hall")], Field.TEXT).slots) == 5000
