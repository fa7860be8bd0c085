"""What supports a sentence of an answer, and what may be said against it."""

from __future__ import annotations

from desktop import matching
from desktop.core.evidence import SnippetKind, Standing, Suggestion
from desktop.core.suggesting import Asked, Noted, Verdict
from tests.matching.offering.shelf import THORNLEY, Library, library, many, snippet

SENTENCE = "Grants to village halls have increased."
ASKED = Asked("How are halls paid for?", ref="inquiry#1", number="1")


def ids(found: list[Suggestion]) -> list[str]:
    return [item.piece.id for item in found]


def first_reason(found: list[Suggestion], key: str) -> str:
    return next(item.reasons[0].text for item in found if item.piece.id == key)


def halls() -> Library:
    return library(
        snippet("same", "Village halls have had more grants lately, as people like to say."),
        snippet("figure", "Grants to village halls came to 312.", kind=SnippetKind.STATISTIC),
        snippet(
            "case", "A hall in our village had grants for a roof.", kind=SnippetKind.CASE_STUDY
        ),
        snippet("count", "In all 4,000 village halls asked for grants.", source=THORNLEY),
        snippet("against", "Grants to village halls fell, and many a hall went dark."),
        *many(60),
    )


def test_figures_and_cases_support_a_sentence_before_what_only_says_the_same() -> None:
    shelf = halls()
    found = matching.support(shelf.index, shelf, SENTENCE, ASKED)
    assert ids(found)[0] == "figure"
    assert ids(found).index("case") < ids(found).index("same")
    assert first_reason(found, "figure") == "Gives a figure for it"
    assert first_reason(found, "case") == "Gives a case of it"
    assert first_reason(found, "count") == "Has a figure in it"


def test_the_sentence_itself_does_not_support_itself() -> None:
    shelf = library(snippet("mine", SENTENCE), *many(60))
    assert ids(matching.support(shelf.index, shelf, SENTENCE, ASKED)) == []
    assert ids(matching.counter(shelf.index, shelf, SENTENCE, ASKED)) == []


def test_what_goes_the_other_way_is_offered_against_a_sentence_with_the_words_that_tell() -> None:
    shelf = halls()
    found = matching.counter(shelf.index, shelf, SENTENCE, ASKED)
    assert ids(found) == ["against"]
    told = first_reason(found, "against")
    assert told.startswith("May argue the other way: says “fell” of ")
    assert told.endswith("where you write “increased”")


def test_a_turn_in_what_is_on_the_subject_is_told_too() -> None:
    shelf = library(snippet("turn", "However, village halls live on grants."), *many(60))
    found = matching.counter(shelf.index, shelf, SENTENCE, ASKED)
    told = first_reason(found, "turn")
    assert told.startswith("May argue the other way: says “however” and mentions ")
    assert "Mentions" not in told


def test_one_word_in_common_is_no_subject_in_common() -> None:
    shelf = library(snippet("one", "However, grants were late."), *many(60))
    assert matching.counter(shelf.index, shelf, SENTENCE, ASKED) == []


def test_what_is_used_or_put_aside_at_the_question_is_not_offered_as_new() -> None:
    shelf = halls()
    asked = Asked(
        "How are halls paid for?",
        ref="inquiry#1",
        number="1",
        used={"figure": ("1",)},
        verdicts=(Noted("case", "inquiry#1", "How are halls paid for?", Verdict.NOT_HERE),),
    )
    standing = {
        item.piece.id: item.standing
        for item in matching.support(shelf.index, shelf, SENTENCE, asked)
    }
    assert standing["figure"] is Standing.USED
    assert standing["case"] is Standing.PUT_ASIDE
    assert standing["same"] is Standing.OFFERED
