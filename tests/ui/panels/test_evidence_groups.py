"""How what is offered is put into groups, and what is said above them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.evidence import (
    Passage,
    Reason,
    Snippet,
    SnippetKind,
    Source,
    Standing,
    Suggestion,
)
from desktop.ui.panels.evidence_groups import Groups, Row, folded, grouped
from desktop.ui.panels.evidence_wanted import EMPTY_LIBRARY, Purpose, Wanted, heading, said_of
from desktop.ui.panels.evidence_words import as_kind, likes_words, taught_by, why_offered

SOURCE = Source("larch", "Village halls")


def snippet(key: str, **changes: object) -> Suggestion:
    piece = Snippet(key, "larch", f"{key}.", f"{key}.", SnippetKind.ARGUMENT, "page 1")
    return replace(Suggestion(piece, SOURCE, 1.0), **changes)


def passage(key: str, source: str) -> Suggestion:
    piece = Passage(key, source, "file", 0, f"{key}.", "para. 1")
    return Suggestion(piece, Source(source, source), 1.0)


def ids(rows: tuple[Row, ...]) -> list[str]:
    return [row.suggestion.piece.id for row in rows]


FOUND = (
    snippet("good"),
    snippet("weak", confident=False),
    snippet("used", standing=Standing.USED),
    snippet("aside", standing=Standing.PUT_ASIDE),
    snippet("weak and used", standing=Standing.USED, confident=False),
    snippet("good too"),
)


def test_what_is_good_and_new_comes_apart_from_the_rest() -> None:
    groups = grouped(FOUND, weak_apart=True, fold=True)
    assert ids(groups.fresh) == ["good", "good too"]
    assert ids(groups.used) == ["used"]
    assert ids(groups.nearest) == ["weak", "weak and used"]
    assert ids(groups.aside) == ["aside"]
    assert len(groups) == len(FOUND)


def test_whoever_searches_in_their_own_words_sees_everything_found() -> None:
    groups = grouped(FOUND, weak_apart=False, fold=False)
    assert ids(groups.fresh) == ["good", "weak", "good too"]
    assert ids(groups.nearest) == []


def test_passages_of_one_document_stand_under_the_best_of_them() -> None:
    found = [passage("a", "one"), snippet("s"), passage("b", "two"), passage("c", "one")]
    rows = folded(found)
    assert ids(rows) == ["a", "s", "b"]
    assert [[one.piece.id for one in row.under] for row in rows] == [["c"], [], []]


def test_snippets_of_one_source_are_never_folded() -> None:
    assert ids(folded([snippet("a"), snippet("b")])) == ["a", "b"]


def question(text: str = "", **filters: frozenset[str]) -> Wanted:
    return Wanted(Purpose.QUESTION, text, **filters)


GOOD = grouped([snippet("good")], weak_apart=True, fold=True)
WEAK = grouped([snippet("weak", confident=False)], weak_apart=True, fold=True)
USED = grouped([snippet("used", standing=Standing.USED)], weak_apart=True, fold=True)


@pytest.mark.parametrize(
    ("found", "wanted", "title"),
    [
        (GOOD, question(), "For this question, best first."),
        (
            GOOD,
            question("Halls close."),
            "For this question and the paragraph you are writing, best first.",
        ),
        (USED, question(), "Everything good for this question is in your response already."),
        (WEAK, question(), "The library has nothing good for this question."),
        (Groups(), question(), "The library has nothing good for this question."),
        (
            Groups(),
            question(kinds=frozenset({"statistic"})),
            "Nothing of these kinds and sources.",
        ),
        (GOOD, Wanted(Purpose.WORDS, "halls "), "1 found for “halls”, best first."),
        (Groups(), Wanted(Purpose.WORDS, "halls"), "Nothing found for “halls”."),
        (GOOD, Wanted(Purpose.SUPPORT, "Halls close."), "Best first."),
        (
            WEAK,
            Wanted(Purpose.SUPPORT, "Halls close."),
            "Nothing in the library supports this well.",
        ),
        (
            Groups(),
            Wanted(Purpose.COUNTER, "Halls close."),
            "Nothing in the library argues against this.",
        ),
    ],
)
def test_the_state_is_said_in_plain_words(found: Groups, wanted: Wanted, title: str) -> None:
    assert said_of(found, wanted).title == title


def test_where_nothing_is_good_it_is_said_what_to_do() -> None:
    assert "add evidence to the library" in said_of(WEAK, question()).words
    assert said_of(GOOD, question()).words == ""


def test_an_empty_library_says_what_this_place_is_for() -> None:
    assert said_of(Groups(), question(), empty_library=True) is EMPTY_LIBRARY
    assert said_of(GOOD, question(), empty_library=True) is not EMPTY_LIBRARY


def test_the_heading_says_what_was_looked_for() -> None:
    assert heading(Wanted(Purpose.SUPPORT, "Halls close.")) == "Support for “Halls close.”"
    assert heading(Wanted(Purpose.COUNTER, "Halls close.")) == "Arguments against “Halls close.”"


def test_earlier_use_is_said_on_a_line_of_its_own() -> None:
    reasons = (Reason("Mentions halls"), Reason("You used this for a question like this one"))
    assert why_offered(reasons) == "Mentions halls."
    assert taught_by(reasons) == "You used this for a question like this one."


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (SnippetKind.STATISTIC, "a statistic"),
        (SnippetKind.ARGUMENT, "an argument"),
        (SnippetKind.ABOUT_US, "words about us"),
    ],
)
def test_a_kind_is_named_in_a_sentence(kind: SnippetKind, words: str) -> None:
    assert as_kind(kind) == words


def test_near_identical_passages_are_counted() -> None:
    assert likes_words(4) == "And 4 more like it"
    assert likes_words(0) == ""
