from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.evidence import Origin, Snippet, SnippetKind, Suggestion
from desktop.core.search import Frequencies, Hit, Term
from desktop.matching import ranking
from tests.matching.library import FERNBROOK, snippet

REF = "inquiry#2"
TODAY = date(2026, 11, 23)
CUTS, NETWORKS, CAPACITY, SOCIETY = (
    Term(word, (word,)) for word in ("cuts", "networks", "capacity", "Society")
)
TERMS = (CUTS, NETWORKS, CAPACITY, SOCIETY)
# "Society" is in most Snippets and tells none of them apart.
FREQUENCIES = Frequencies(100, {CUTS: 5, NETWORKS: 3, CAPACITY: 4, SOCIETY: 60})


def hit(item: Snippet, score: float = 1.0, *matched: Term) -> Hit:
    return Hit(item, FERNBROOK, score, matched or (CUTS, NETWORKS))


def ranked(*hits: Hit) -> list[Suggestion]:
    return ranking.for_question(hits, TERMS, FREQUENCIES, REF, TODAY)


def order(*hits: Hit) -> list[str]:
    return [item.piece.id for item in ranked(*hits)]


def reasons(item: Suggestion) -> list[str]:
    return [reason.text for reason in item.reasons]


def liked(*hits: Hit) -> list[str]:
    found = ranking.like_the_question(hits, FREQUENCIES, REF)
    return [item.piece.id for item in found]


TAGGED = snippet("tagged", "Buses ran", questions=(REF,))


def test_what_is_tagged_for_the_question_comes_before_ordinary_matches() -> None:
    assert order(hit(snippet("worded"), 2.0), hit(TAGGED, 1.0)) == ["tagged", "worded"]


def test_among_the_tagged_the_better_match_comes_first() -> None:
    better = replace(TAGGED, id="better")
    assert order(hit(TAGGED, 1.0), hit(better, 2.0)) == ["better", "tagged"]


def test_a_snippet_with_more_of_the_words_comes_before_one_that_repeats_a_single_word() -> None:
    one = hit(snippet("one"), 1.2, CUTS)
    three = hit(snippet("three"), 1.0, CUTS, NETWORKS, CAPACITY)
    assert order(one, three) == ["three", "one"]


def test_figures_come_before_what_anybody_could_say_and_about_us_last() -> None:
    kinds = (SnippetKind.ABOUT_US, SnippetKind.ARGUMENT, SnippetKind.STATISTIC)
    hits = [hit(snippet(kind.value, kind=kind)) for kind in kinds]
    assert order(*hits) == ["statistic", "argument", "about-us"]


def test_own_evidence_comes_first_and_says_so() -> None:
    own = replace(snippet("own"), origin=Origin.OWN)
    first, _ = ranked(hit(snippet("built-in")), hit(own))
    assert first.piece.id == "own"
    assert reasons(first)[-1] == "From your own library"


def test_evidence_past_its_review_date_sinks_and_says_since_when() -> None:
    due = replace(snippet("due"), review_by=date(2024, 5, 3))
    current = replace(snippet("current"), review_by=TODAY)
    first, second = ranked(hit(due, 1.1), hit(current, 1.0))
    assert (first.piece.id, second.piece.id) == ("current", "due")
    assert reasons(second)[-1] == "Was due for review by 3 May 2024"


def test_newer_evidence_comes_first_among_equals() -> None:
    newer = replace(FERNBROOK, key="newer", date="2011-01")
    hits = [hit(snippet("old")), Hit(snippet("new"), newer, 1.0, (CUTS, NETWORKS))]
    assert order(*hits) == ["new", "old"]


def test_a_card_says_why_in_words() -> None:
    item = replace(TAGGED, text="Capacity went with the cuts to voluntary networks.")
    (only,) = ranked(hit(item, 1.0, CUTS, NETWORKS, CAPACITY))
    assert reasons(only) == ["Tagged for this question", "Mentions cuts, networks and capacity"]
    assert only.matched == ("cuts", "networks", "capacity")


def test_words_that_stand_together_are_shown_together() -> None:
    big, spending = Term("Big", ("big",)), Term("Spending", ("spending",))
    item = snippet("a", "The Big Society came after spending cuts.")
    frequencies = Frequencies(9, dict.fromkeys((big, SOCIETY, spending, CUTS), 1))
    found = [hit(item, 1.0, big, SOCIETY, spending, CUTS)]
    (only,) = ranking.for_question(found, (), frequencies, REF, TODAY)
    assert reasons(only) == ["Mentions Big Society and spending cuts"]


def test_only_the_rarest_words_are_shown() -> None:
    (only,) = ranked(hit(snippet("a"), 1.0, SOCIETY, CUTS, NETWORKS, CAPACITY))
    assert reasons(only) == ["Mentions cuts, networks and capacity"]


def test_a_snippet_that_suits_any_question_says_so() -> None:
    any_question = snippet("any", questions=("*",))
    first, _ = ranked(hit(snippet("plain")), hit(any_question))
    assert reasons(first)[0] == "Suits any question"


def test_a_word_being_typed_is_shown_as_the_word_it_begins() -> None:
    typed = Term("volunt", ("volunt",), prefix="volunt")
    found = [hit(snippet("a", "Our volunteers’ time"), 1.0, typed)]
    (only,) = ranking.for_free_search(found, (typed,), Frequencies(1, {typed: 1}), TODAY)
    assert only.matched == ("volunteers",)


def test_in_free_search_all_the_words_come_before_a_good_match_of_one() -> None:
    one, both = hit(snippet("one"), 9.0, CUTS), hit(snippet("both"), 1.0, CUTS, NETWORKS)
    found = ranking.for_free_search([one, both], (CUTS, NETWORKS), FREQUENCIES, TODAY)
    assert [item.piece.id for item in found] == ["both", "one"]


@pytest.mark.parametrize(
    ("matched", "offered"),
    [
        ((CUTS, NETWORKS), True),
        ((CUTS, SOCIETY), False),
        ((CUTS,), False),
        ((SOCIETY,), False),
    ],
)
def test_two_words_that_tell_snippets_apart_are_needed(
    matched: tuple[Term, ...], offered: bool
) -> None:
    assert liked(hit(snippet("a"), 1.0, *matched)) == (["a"] if offered else [])


def test_what_is_tagged_is_offered_without_a_word_in_common() -> None:
    assert liked(Hit(TAGGED, FERNBROOK, 0.0, ())) == ["tagged"]


def test_what_suits_any_question_needs_words_in_common_like_the_rest() -> None:
    assert liked(Hit(snippet("any", questions=("*",)), FERNBROOK, 0.0, ())) == []


@pytest.mark.parametrize("terms", [(CUTS,), (CUTS, SOCIETY), (SOCIETY,)])
def test_a_short_question_is_served_by_the_words_it_has(terms: tuple[Term, ...]) -> None:
    hits = [hit(snippet("a"), 1.0, *terms), Hit(snippet("b"), FERNBROOK, 0.0, ())]
    frequencies = Frequencies(100, {term: FREQUENCIES.of[term] for term in terms})
    found = ranking.like_the_question(hits, frequencies, REF)
    assert [item.piece.id for item in found] == ["a"]


TEXT = "Half of the forty groups that answered had lost a grant since the spring of that year"


def without_repetition(*items: Snippet, limit: int = 9) -> list[str]:
    hits = [hit(item, 9.0 - place) for place, item in enumerate(items)]
    found = ranked(*hits)
    return [item.piece.id for item in ranking.without_repetition(found, limit)]


def test_of_near_identical_texts_only_the_best_is_offered() -> None:
    assert without_repetition(snippet("a", TEXT), snippet("b", f"{TEXT}!")) == ["a"]


def test_texts_that_differ_in_a_number_are_both_offered() -> None:
    assert without_repetition(snippet("a", f"{TEXT} 5"), snippet("b", f"{TEXT} 6")) == ["a", "b"]


def test_a_longer_text_that_contains_a_shorter_one_says_more() -> None:
    longer = f"{TEXT}; most of them were in the north, where no other funder had taken their place"
    assert without_repetition(snippet("a", TEXT), snippet("b", longer)) == ["a", "b"]


def test_no_more_than_asked_for_are_offered() -> None:
    items = [snippet(f"s{n}", f"{TEXT} {n}") for n in range(5)]
    assert without_repetition(*items, limit=2) == ["s0", "s1"]


@given(
    st.lists(
        st.tuples(st.floats(0, 50), st.sets(st.sampled_from(TERMS)), st.booleans()), max_size=8
    )
)
def test_the_order_follows_the_score_and_loses_nobody(
    drawn: list[tuple[float, set[Term], bool]],
) -> None:
    hits = [
        Hit(replace(TAGGED if tagged else snippet(""), id=str(n)), FERNBROOK, score, tuple(matched))
        for n, (score, matched, tagged) in enumerate(drawn)
    ]
    found = ranked(*hits)
    assert sorted(item.piece.id for item in found) == [item.piece.id for item in hits]
    scores = [item.score for item in found]
    assert scores == sorted(scores, reverse=True)
