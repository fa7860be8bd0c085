"""What is offered at a question: in which order, how surely, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import matching
from desktop.core.evidence import SnippetKind, Standing, Suggestion
from desktop.core.search import Found
from desktop.core.suggesting import Asked, Noted, Verdict
from tests.matching.offering.shelf import (
    FERNBROOK,
    OURS,
    SOURCES,
    THORNLEY,
    Library,
    library,
    many,
    passage,
    snippet,
)

REF = "inquiry#2"
WORDING = "What followed the cuts to support networks?"
TODAY = date(2026, 11, 23)
CUTS = Asked(WORDING, ref=REF, number="2", today=TODAY)
CLOSED = "Cuts closed support networks."


def ids(found: list[Suggestion]) -> list[str]:
    return [item.piece.id for item in found]


def suggest(shelf: Library, asked: Asked = CUTS, **narrowing: object) -> list[Suggestion]:
    return matching.suggest(shelf.index, shelf, asked, **narrowing)  # pyright: ignore[reportArgumentType]


def why(found: list[Suggestion], key: str) -> list[str]:
    return [reason.text for item in found for reason in item.reasons if item.piece.id == key]


def test_the_tagged_come_before_what_only_shares_the_words() -> None:
    shelf = library(
        snippet("worded", CLOSED),
        snippet("tagged", "Networks stopped.", questions=(REF,)),
        *many(60),
    )
    found = suggest(shelf)
    assert ids(found) == ["tagged", "worded"]
    assert why(found, "tagged")[0] == "Tagged for this question"
    assert why(found, "worded")[0].startswith("Mentions ")


def test_what_is_tagged_is_offered_without_a_word_in_common_but_not_before_a_strong_match() -> None:
    shelf = library(
        snippet("strong", CLOSED), snippet("tagged", "Buses stopped.", questions=(REF,)), *many(60)
    )
    found = suggest(shelf)
    assert ids(found) == ["strong", "tagged"]
    assert why(found, "tagged") == ["Tagged for this question"]
    assert found[1].confident


def test_everything_a_card_needs_comes_with_a_suggestion() -> None:
    (only,) = suggest(library(snippet("a", CLOSED), *many(60)))
    assert only.source == FERNBROOK
    assert set(only.matched) >= {"cuts", "support", "networks"}
    assert only.confident
    assert only.standing is Standing.OFFERED
    assert not only.taught


def test_the_heading_of_a_question_counts_too() -> None:
    shelf = library(snippet("a", "Mutuals need capital."), *many(60))
    assert ids(suggest(shelf, Asked("Which rules would govern?", "Capital for mutuals"))) == ["a"]


def test_what_shares_a_word_by_chance_is_offered_with_a_warning_and_says_so() -> None:
    shelf = library(snippet("a", "Pipes make networks under the road."), *many(60))
    (only,) = suggest(shelf)
    assert not only.confident
    assert why([only], "a")[0].startswith("Shares no more than ")


def test_of_what_is_not_good_only_the_nearest_few_are_offered() -> None:
    far = [snippet(f"far-{n}", f"Cuts of cloth number{n} arrived.") for n in range(25)]
    shelf = library(*far, *many(60))
    found = suggest(shelf)
    assert not any(item.confident for item in found)
    assert 0 < len(found) <= 10


def test_an_empty_library_offers_nothing() -> None:
    shelf = library()
    assert suggest(shelf) == []
    assert matching.search(shelf.index, shelf, "cuts") == []


def test_suggestions_are_narrowed_to_kinds_sources_and_passages() -> None:
    shelf = library(
        snippet("figure", "Cuts closed 9 support networks.", kind=SnippetKind.STATISTIC),
        snippet("other", "Cuts closed some support networks.", source=THORNLEY),
        passage("ours", "The cuts closed all our support networks."),
        *many(60),
    )
    assert ids(suggest(shelf, kinds=frozenset({SnippetKind.STATISTIC}))) == ["figure"]
    assert ids(suggest(shelf, sources=frozenset({"thornley"}))) == ["other"]
    assert ids(suggest(shelf, kinds=frozenset(), passages=True)) == ["ours"]
    assert set(ids(suggest(shelf, passages=False))) == {"figure", "other"}


def test_no_more_are_offered_than_asked_for() -> None:
    shelf = library(*(snippet(f"s{n}", f"Cuts closed {n} support networks.") for n in range(9)))
    assert len(suggest(shelf, limit=4)) == 4
    assert len(matching.search(shelf.index, shelf, "cuts", limit=4)) == 4


def test_near_identical_texts_are_one_suggestion() -> None:
    same = [snippet(f"s{n}", CLOSED) for n in range(100)]
    assert len(suggest(library(*same, *many(400)))) == 1


def test_a_thousand_copies_of_one_passage_do_not_hide_what_else_there_is() -> None:
    copies = [passage(f"p{n}", f"{CLOSED} {CLOSED}") for n in range(1000)]
    other = snippet("else", "Networks closed after the cuts, said one of them.")
    shelf = library(*copies, other, *many(60), alike=[copy.id for copy in copies])
    found = suggest(shelf)
    assert len(found) == 2
    assert "else" in ids(found)


def test_what_is_in_the_response_already_comes_after_the_rest_and_says_where() -> None:
    shelf = library(
        snippet("used", CLOSED),
        snippet("fresh", "Cuts hit the networks that gave support to old and young."),
        *many(60),
    )
    found = suggest(shelf, replace(CUTS, used={"used": ("1", "4")}))
    assert ids(found) == ["fresh", "used"]
    assert found[1].standing is Standing.USED
    assert why(found, "used")[0] == "Already in your answer to questions 1 and 4"
    here = suggest(shelf, replace(CUTS, used={"used": ("2",)}))
    assert why(here, "used")[0] == "Already in this answer"


def test_a_copy_of_what_is_used_is_not_offered_as_new() -> None:
    shelf = library(snippet("used", CLOSED), snippet("copy", CLOSED), *many(60))
    assert ids(suggest(shelf, replace(CUTS, used={"used": ("1",)}))) == ["used"]
    passages = [passage(key, CLOSED) for key in ("one", "two")]
    alike = library(*passages, *many(60), alike=("one", "two"))
    for key in ("one", "two"):
        assert ids(suggest(alike, replace(CUTS, used={key: ("1",)}))) == [key]


def test_what_is_put_aside_for_this_question_comes_last_and_says_so() -> None:
    shelf = library(
        snippet("no", CLOSED, questions=(REF,)),
        snippet("yes", "Cuts hit the networks that gave support."),
        *many(60),
    )
    verdict = Noted("no", REF, WORDING, Verdict.NOT_HERE)
    found = suggest(shelf, replace(CUTS, verdicts=(verdict,)))
    assert ids(found) == ["yes", "no"]
    assert found[1].standing is Standing.PUT_ASIDE
    assert why(found, "no")[0] == "You put this aside for this question"
    elsewhere = replace(verdict, ref="other#1", wording="Boats at sea?")
    assert ids(suggest(shelf, replace(CUTS, verdicts=(elsewhere,))))[0] == "no"


def test_what_helped_before_comes_up_and_says_why_even_without_a_word_in_common() -> None:
    shelf = library(
        snippet("worded", CLOSED), snippet("taught", "Buses stopped on Sundays."), *many(60)
    )
    here = Noted("taught", REF, WORDING, Verdict.HELPED)
    found = suggest(shelf, replace(CUTS, verdicts=(here,)))
    assert set(ids(found)) == {"worded", "taught"}
    (taught,) = [item for item in found if item.piece.id == "taught"]
    assert taught.taught
    assert taught.confident
    assert why(found, "taught")[0] == "You used this for this question before"
    like = replace(here, ref="other#1", wording="What did the cuts to networks of support do?")
    found = suggest(shelf, replace(CUTS, verdicts=(like,)))
    assert why(found, "taught")[0] == "You used this for a question like this one"


def test_what_helped_before_never_passes_a_strong_match_on_that_alone() -> None:
    shelf = library(
        snippet("strong", CLOSED), snippet("taught", "Buses stopped on Sundays."), *many(60)
    )
    here = Noted("taught", REF, WORDING, Verdict.HELPED)
    assert ids(suggest(shelf, replace(CUTS, verdicts=(here,))))[0] == "strong"


def test_own_evidence_comes_first_among_equals_and_says_so() -> None:
    shelf = library(
        snippet("built-in", "Cuts closed 3 support networks."),
        snippet("own", "Cuts closed 4 support networks.", own=True),
        *many(60),
    )
    found = suggest(shelf)
    assert ids(found) == ["own", "built-in"]
    assert "From your own library" in why(found, "own")


def test_evidence_past_its_review_date_sinks_and_says_since_when() -> None:
    due = replace(snippet("due", "Cuts closed 3 support networks."), review_by=date(2024, 5, 3))
    current = replace(snippet("current", "Cuts closed 4 support networks."), review_by=TODAY)
    found = suggest(library(due, current, *many(60)))
    assert ids(found) == ["current", "due"]
    assert why(found, "due")[-1] == "Was due for review by 3 May 2024"
    assert "Was due" not in " ".join(why(found, "current"))


def test_newer_evidence_comes_first_among_equals_and_the_newest_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fresh = replace(FERNBROOK, key="fresh", date="2026-01")
    monkeypatch.setitem(SOURCES, "fresh", fresh)
    shelf = library(
        snippet("old", "Cuts closed 3 support networks."),
        snippet("new", "Cuts closed 4 support networks.", source=fresh),
        *many(60),
    )
    found = suggest(shelf)
    assert ids(found) == ["new", "old"]
    assert "Recent: 2026" in why(found, "new")


def test_figures_come_before_what_anybody_could_say_and_about_us_last() -> None:
    kinds = (SnippetKind.ABOUT_US, SnippetKind.ARGUMENT, SnippetKind.STATISTIC)
    pieces = [
        snippet(kind.value, f"Cuts closed {n} support networks.", kind=kind)
        for n, kind in enumerate(kinds)
    ]
    assert ids(suggest(library(*pieces, *many(60)))) == ["statistic", "argument", "about-us"]


def test_an_answer_to_this_very_question_comes_before_one_to_a_question_like_it() -> None:
    like = "What came of cuts to support networks?"
    shelf = library(
        passage("very", "Cuts closed 3 support networks here.", ref=REF, number="2"),
        passage("like", "Cuts closed 4 support networks here.", question=like, number="7"),
        passage("none", "Cuts closed 5 support networks here."),
        *many(60),
    )
    found = suggest(shelf)
    assert ids(found) == ["very", "like", "none"]
    assert why(found, "very")[:2] == [
        "From your response “Our answer”, 2019, question 2",
        "Answered this question",
    ]
    assert "Answered a question like this one" in why(found, "like")


def test_a_passage_says_what_it_is_from() -> None:
    text = "Cuts closed 3 support networks here."
    shelf = library(passage("ours", text), passage("theirs", text, source=THORNLEY), *many(60))
    answered = replace(shelf.found["ours"], answered="the 2019 inquiry")
    known = Library(shelf.index, {**shelf.found, "ours": answered})
    assert why(suggest(known), "ours")[0] == "From your response to the 2019 inquiry, 2019"
    theirs = suggest(known, sources=frozenset({THORNLEY.key}))
    assert why(theirs, "theirs")[0] == "From “Thornley report”, 2010"


def test_the_first_five_are_not_all_from_one_source_if_another_is_nearly_as_good() -> None:
    pieces = [snippet(f"f{n}", f"Cuts closed {n} support networks.") for n in range(8)]
    other = snippet("t", "Cuts closed 99 support networks.", source=THORNLEY)
    found = suggest(library(*pieces, other, *many(60)))
    assert "t" in ids(found)[:3]
    assert len(found) == 9


def test_suggestions_follow_what_is_being_argued() -> None:
    shelf = library(
        snippet("question", CLOSED, questions=(REF,)),
        snippet("paragraph", "Volunteers drive the minibus, and drivers wait for licences."),
        *many(60),
    )
    argued = "Our volunteers drive a minibus, and new drivers wait for months for their licences."
    found = suggest(shelf, replace(CUTS, paragraph=argued))
    assert ids(found) == ["paragraph", "question"]
    assert why(found, "paragraph")[0].startswith("On what you are writing: ")
    assert found[0].confident


def test_a_paragraph_that_the_library_knows_nothing_of_leaves_the_question_in_front() -> None:
    shelf = library(snippet("question", CLOSED), snippet("chance", "Licences cost."), *many(60))
    argued = "Trawlers off the coast catch herring in spring, and licences are shared out."
    assert ids(suggest(shelf, replace(CUTS, paragraph=argued)))[0] == "question"


def test_a_suggestion_that_suits_any_question_says_so() -> None:
    shelf = library(snippet("any", CLOSED, questions=("*",)), *many(60))
    assert why(suggest(shelf), "any")[0] == "Suits any question"


LONG = " ".join(f"networks support{n} cuts" for n in range(1000))


@pytest.mark.parametrize(
    "text",
    [LONG, "cuts", "WHAT ABOUT THE CUTS?", 'the "cuts" AND NOT (networks*)', "Beth am y cuts?"],
    ids=["3000-words", "one-word", "capitals", "operators", "welsh"],
)
def test_a_question_of_any_shape_gets_its_evidence(text: str) -> None:
    shelf = library(snippet("a", CLOSED), *many(60))
    assert "a" in ids(suggest(shelf, Asked(text)))


SMALL = library(snippet("a", "Cuts closed networks.", questions=(REF,)), *many(3))


@given(st.text(), st.text())
def test_any_text_may_be_asked_argued_and_searched(text: str, paragraph: str) -> None:
    asked = Asked(text, ref=REF, paragraph=paragraph)
    assert ids(suggest(SMALL, asked))[0] == "a"
    matching.search(SMALL.index, SMALL, text)
    matching.support(SMALL.index, SMALL, text, asked)
    matching.counter(SMALL.index, SMALL, text, asked)


class Losing(Library):
    """Has lost a piece since the index was caught up, as another thread might make it."""

    def pieces(self, ids: Collection[str]) -> Mapping[str, Found]:
        return super().pieces([key for key in ids if key != "gone"])


def test_a_library_edited_while_it_is_searched_offers_what_is_left() -> None:
    whole = library(snippet("gone", CLOSED), snippet("a", "Networks lost support to cuts."))
    losing = Losing(whole.index, whole.found)
    assert ids(suggest(losing)) == ["a"]
    assert ids(matching.search(losing.index, losing, "networks")) == ["a"]


def test_search_finds_what_has_the_words_and_says_which() -> None:
    shelf = library(
        snippet("twice", "Capital, capital and more capital."),
        snippet("both", "Mutuals of a certain size and age that lack working capital to begin."),
        passage("ours", "Our hall was paid for by us."),
        *many(60),
    )
    found = matching.search(shelf.index, shelf, "mutuals capital")
    assert ids(found)[0] == "both"
    assert why(found, "both")[0].startswith("Mentions ")
    assert matching.search(shelf.index, shelf, "") == []
    assert ids(matching.search(shelf.index, shelf, "hall ", sources=frozenset({OURS.key}))) == [
        "ours"
    ]
