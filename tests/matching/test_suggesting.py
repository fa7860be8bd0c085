from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import matching
from desktop.core.evidence import SnippetKind, Suggestion
from desktop.core.search import Query
from desktop.store.search_index import LookUp, SearchIndex
from tests.matching.library import FERNBROOK, library, many, question, snippet

REF = "inquiry#2"
CUTS = question("What followed the cuts to support networks?")


def ids(suggestions: list[Suggestion]) -> list[str]:
    return [item.piece.id for item in suggestions]


def test_at_a_question_the_tagged_come_first_then_what_shares_its_words() -> None:
    with library(
        snippet("worded", "Cuts closed support networks."),
        snippet("tagged", "Buses stopped.", questions=(REF,)),
        snippet("single", "Networks of pipes."),
        *many(20),
    ) as index:
        assert ids(matching.suggest(index, CUTS, REF)) == ["tagged", "worded"]


def test_everything_a_card_needs_comes_with_a_suggestion() -> None:
    with library(snippet("a", "Cuts closed support networks."), *many(20)) as index:
        (only,) = matching.suggest(index, CUTS, REF)
    assert only.source == FERNBROOK
    assert only.matched == ("cuts", "support", "networks")
    assert [reason.text for reason in only.reasons] == ["Mentions cuts and support networks"]


def test_the_heading_of_a_question_counts_too() -> None:
    with library(snippet("a", "Mutuals need capital."), *many(20)) as index:
        asked = question("Which rules would govern them?", heading="Capital for mutuals")
        assert ids(matching.suggest(index, asked, REF)) == ["a"]


def test_nothing_is_offered_when_the_library_has_nothing_on_it() -> None:
    with library(snippet("a", "Buses stopped on Sundays, and what networks!"), *many(20)) as index:
        assert ids(matching.suggest(index, question("Networks?"), REF)) == ["a"]
        assert matching.suggest(index, CUTS, REF) == []
    with library() as index:
        assert matching.suggest(index, CUTS, REF) == []
        assert matching.search(index, "cuts") == []


def test_suggestions_are_narrowed_to_kinds_and_sources() -> None:
    with library(
        snippet("figure", "Cuts closed 9 networks.", kind=SnippetKind.STATISTIC),
        snippet("other", "Cuts closed some networks.", source="other"),
        *many(20),
    ) as index:
        kinds = frozenset({SnippetKind.STATISTIC})
        assert ids(matching.suggest(index, CUTS, REF, kinds=kinds)) == ["figure"]
        sources = frozenset({"other"})
        assert ids(matching.suggest(index, CUTS, REF, sources=sources)) == ["other"]
        assert ids(matching.search(index, "cuts", kinds=kinds)) == ["figure"]


def test_no_more_are_offered_than_asked_for() -> None:
    with library(*(snippet(f"s{n}", f"Cuts closed {n} networks.") for n in range(9))) as index:
        assert len(matching.suggest(index, CUTS, REF, limit=4)) == 4
        assert len(matching.search(index, "cuts", limit=4)) == 4


def test_a_hundred_identical_texts_are_one_suggestion() -> None:
    same = [snippet(f"s{n}", "Cuts closed networks.") for n in range(100)]
    with library(*same, *many(400)) as index:
        assert len(matching.suggest(index, CUTS, REF)) == 1


def test_search_finds_a_word_before_it_is_finished() -> None:
    with library(snippet("a", "Volunteering is not free."), snippet("b", "Volts")) as index:
        assert ids(matching.search(index, "voluntee")) == ["a"]
        assert set(ids(matching.search(index, "vol"))) == {"a", "b"}
        assert ids(matching.search(index, "vol ")) == []


def test_search_finds_by_source_author_and_place() -> None:
    with library(snippet("a", "Buses stopped.")) as index:
        for text in ("fernbrook", "survey trust", "p. 1"):
            assert ids(matching.search(index, text)) == ["a"]


def test_search_puts_what_has_all_the_words_first() -> None:
    with library(
        snippet("twice", "Capital, capital and more capital."),
        snippet("both", "Mutuals of a certain size and age that lack working capital to begin."),
    ) as index:
        assert ids(matching.search(index, "mutuals capital"))[0] == "both"


LONG = " ".join(f"networks support{n} cuts" for n in range(1000))


@pytest.mark.parametrize(
    "text",
    [LONG, "cuts", "WHAT ABOUT THE CUTS?", 'the "cuts" AND NOT (networks*)', "Beth am y cuts?"],
    ids=["3000-words", "one-word", "capitals", "operators", "welsh"],
)
def test_a_question_of_any_shape_gets_its_evidence(text: str) -> None:
    with library(snippet("a", "Cuts closed support networks."), *many(60)) as index:
        assert ids(matching.suggest(index, question(text), REF)) == ["a"]


@given(st.text())
def test_any_text_may_be_asked_and_searched(text: str) -> None:
    with library(snippet("a", "Cuts closed networks.", questions=(REF,))) as index:
        assert ids(matching.suggest(index, question(text), REF)) == ["a"]
        assert ids(matching.search(index, text)) in ([], ["a"])


class Losing(SearchIndex):
    """Loses a Snippet between the counting of words and the search, as another thread might."""

    def look_up(self, query: Query) -> LookUp:
        found = super().look_up(query)
        with self._db.atomic():
            self._db.execute("DELETE FROM snippets WHERE id = 'gone'")
        return found


def test_a_library_edited_while_it_is_searched_offers_what_is_left() -> None:
    with library(snippet("gone", "Cuts hit networks"), snippet("a", "Networks lost cuts")) as index:
        assert ids(matching.suggest(Losing(index._db), CUTS, REF)) == ["a"]
