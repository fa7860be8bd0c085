from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.core.search import Frequencies, Query, Term
from desktop.matching import query as asking

CUTS = (
    "The impact and consequences of reductions in public expenditure on the Government's ambitions "
    "to deliver its vision for the Big Society."
)


def words(query: Query) -> list[str]:
    return [term.word for term in query.terms]


def term(word: str, count: int = 1) -> Term:
    return Term(word, (word,), count=count)


def test_a_question_is_asked_by_the_words_that_say_what_it_is_about() -> None:
    assert words(asking.for_question(CUTS)) == [
        "impact",
        "consequences",
        "reductions",
        "public",
        "expenditure",
        "Government",
        "ambitions",
        "deliver",
        "vision",
        "Big",
        "Society",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("To what extent do you agree? Please give reasons for your answer.", []),
        ("DO YOU AGREE WITH PAYMENT BY RESULTS?", ["PAYMENT", "RESULTS"]),
        ("Beth yw effaith y toriadau ar wasanaethau?", ["effaith", "toriadau", "wasanaethau"]),
        ("cuts, a cut, the cuts' effects", ["cuts", "effects"]),
        ("What don’t councils’ officers see?", ["councils", "officers"]),
        ("😀 🎉", []),
        ("", []),
        ("العمل التطوعي", ["العمل", "التطوعي"]),
    ],
)
def test_words_of_asking_are_not_looked_for(text: str, expected: list[str]) -> None:
    assert words(asking.for_question(text)) == expected


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("co-operatives", ("co operatives", "cooperatives")),
        ("cooperatives", ("cooperatives", "co operatives")),
        ("co‑ordination", ("co ordination", "coordination")),
        ("2010–11", ("2010 11",)),
        ("3,000", ("3 000",)),
        ("Whitehall’s", ("whitehall",)),
    ],
)
def test_a_word_is_found_however_it_is_spelled(written: str, forms: tuple[str, ...]) -> None:
    (only,) = asking.for_question(written).terms
    assert only.forms == forms


def test_a_compound_word_is_also_found_by_its_parts() -> None:
    assert words(asking.for_question("employee-owned mutuals")) == ["employee", "owned", "mutuals"]


def test_the_last_word_of_a_search_may_be_unfinished() -> None:
    *_, last = asking.for_free_search("lord volunteeri").terms
    assert (last.word, last.prefix) == ("volunteeri", "volunteeri")
    assert "volunteering" in last.forms


@pytest.mark.parametrize("text", ["cuts ", "cuts?", "cuts\n"])
def test_a_finished_word_is_looked_for_as_it_is(text: str) -> None:
    assert asking.for_free_search(text).terms == (term("cuts"),)


def test_one_letter_is_not_enough_for_every_word_that_begins_with_it() -> None:
    assert asking.for_free_search("c").terms == (term("c"),)


def test_a_search_for_nothing_but_small_words_looks_for_them() -> None:
    assert words(asking.for_free_search("to be or not ")) == ["to", "be", "or", "not"]
    assert words(asking.for_free_search("the")) == ["the"]
    assert words(asking.for_free_search("the cuts")) == ["cuts"]


def test_of_a_very_long_text_the_words_it_repeats_are_kept() -> None:
    text = " ".join(f"word{n}x" for n in range(3000)) + " cuts cuts cuts"
    query = asking.for_question(text)
    assert len(query.terms) == asking.MOST_CANDIDATES
    assert query.terms[-1] == term("cuts", count=3)


def test_a_long_question_is_pruned_to_its_rarest_words() -> None:
    terms = tuple(term(f"w{n}") for n in range(30))
    frequencies = Frequencies(100, {item: n for n, item in enumerate(terms)})
    kept = asking.pruned(Query(terms), frequencies)
    assert words(kept) == [f"w{n}" for n in range(1, asking.MOST_TERMS + 1)]


def test_a_word_the_question_repeats_outlives_a_slightly_rarer_one() -> None:
    often = term("often", count=5)
    rest = tuple(term(f"w{n}") for n in range(asking.MOST_TERMS))
    frequencies = Frequencies(100, {often: 20, **dict.fromkeys(rest, 18)})
    kept = asking.pruned(Query((*rest, often)), frequencies)
    assert (len(kept.terms), kept.terms[-1]) == (asking.MOST_TERMS, often)


def test_in_a_large_library_a_question_is_asked_by_words_that_are_quickly_counted() -> None:
    terms = tuple(term(f"w{n}") for n in range(1, 11))
    frequencies = Frequencies(100_000, {item: n * 2000 for n, item in enumerate(terms, 1)})
    assert words(asking.pruned(Query(terms), frequencies)) == ["w1", "w2", "w3", "w4", "w5"]


def test_a_few_words_are_kept_however_often_they_occur() -> None:
    terms = tuple(term(f"w{n}") for n in range(6))
    frequencies = Frequencies(100_000, dict.fromkeys(terms, 40_000))
    assert len(asking.pruned(Query(terms), frequencies).terms) == 4


def test_words_that_most_of_a_library_has_are_left_out_unless_there_are_no_others() -> None:
    rare, common = term("cuts"), term("society")
    frequencies = Frequencies(100, {rare: 3, common: 51})
    query = Query((common, rare))
    assert asking.without_common(query, frequencies).terms == (rare,)
    alone = Query((common,))
    assert asking.without_common(alone, frequencies) == alone
    assert asking.without_common(query, replace(frequencies, documents=4)) == query


@given(st.text())
@example("0:0")
def test_any_text_becomes_a_query_of_plain_words(text: str) -> None:
    for query in (asking.for_question(text), asking.for_free_search(text)):
        forms = [form for item in query.terms for form in item.forms]
        assert all(part.isalnum() for form in forms for part in form.split())
        assert all(item.word and item.forms for item in query.terms)
        assert len(set(query.terms)) == len(query.terms)
