"""What an answer still lacks of a good argument."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.evidence import Prompt, Purpose, SnippetKind
from desktop.core.lacking import (
    BEGUN_WORDS,
    MISSING,
    Argued,
    Need,
    all_missing,
    helps_with,
    lacks,
    passage_with,
)

PLAIN = Argued(
    "Small groups in the valley depend on a hall, on a caretaker and on a bus that comes in the"
    " evening, and none of the three can be taken for granted nowadays."
)


def with_more(text: str) -> tuple[Need, ...]:
    return lacks(replace(PLAIN, text=f"{PLAIN.text} {text}"))


def prompt(purpose: Purpose, question: str = "What is to be said?", starter: str = "") -> Prompt:
    return Prompt("p", question, starter, purpose, ("*",))


def test_a_plain_answer_lacks_all_that_makes_an_argument() -> None:
    assert set(lacks(PLAIN)) == set(Need)


def test_all_that_is_missing_is_one_sentence() -> None:
    said = (MISSING[Need.KEY_POINT], "Made for this question", MISSING[Need.FIGURE])
    assert all_missing(said) == "Your answer gives no figure and has no key point yet"
    assert all_missing(said[:1]) == MISSING[Need.KEY_POINT]
    assert all_missing(said[1:2]) == ""


def test_nothing_is_missed_before_an_answer_is_begun() -> None:
    assert lacks(Argued("")) == ()
    assert lacks(Argued("Halls matter.")) == ()
    assert lacks(Argued(" ".join(["word"] * BEGUN_WORDS))) != ()


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("Of forty halls 31 have closed a room.", Need.FIGURE),
        ("Two thirds of groups meet less often.", Need.FIGURE),
        ("It costs £4,000 a year.", Need.FIGURE),
        ("For example, the hall in Thornley shut its kitchen.", Need.EXAMPLE),
        ("One of our members lost its only room.", Need.EXAMPLE),
        ("We have seen three groups close.", Need.FIRST_HAND),
        ("Our volunteers told us so.", Need.FIRST_HAND),
        ("In our experience it is so.", Need.FIRST_HAND),
        ("We carried people to the clinic on most days.", Need.FIRST_HAND),
        ("Many of our members have no way of getting there.", Need.FIRST_HAND),
        ("Our charity runs a minibus.", Need.FIRST_HAND),
        ("Some members of ours left.", Need.FIRST_HAND),
        ("We used to have a caretaker.", Need.FIRST_HAND),
        ("We recommend that rents are frozen.", Need.RECOMMENDATION),
        ("The council should freeze rents.", Need.RECOMMENDATION),
        ("Some may argue that halls stand empty.", Need.COUNTER_ARGUMENT),
        ("We accept that rooms cost money.", Need.COUNTER_ARGUMENT),
        ("It may be objected that halls are old.", Need.COUNTER_ARGUMENT),
    ],
)
def test_what_a_sentence_adds_is_no_longer_missed(text: str, need: Need) -> None:
    assert need not in with_more(text)


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("It was so in 2011 and in May 2014.", Need.FIGURE),
        ("They have seen three groups close.", Need.FIRST_HAND),
        ("We see no reason for it.", Need.FIRST_HAND),
        ("We supported the bill, and we say so again.", Need.FIRST_HAND),
        ("There should be no doubt.", Need.RECOMMENDATION),
        ("There is much to be said.", Need.COUNTER_ARGUMENT),
    ],
)
def test_what_only_looks_like_it_is_still_missed(text: str, need: Need) -> None:
    assert need in with_more(text)


@pytest.mark.parametrize(
    ("answer", "need"),
    [
        (replace(PLAIN, key_point=True), Need.KEY_POINT),
        (replace(PLAIN, recommends=True), Need.RECOMMENDATION),
        (replace(PLAIN, cites=True), Need.SOURCE),
        (replace(PLAIN, quotes=True), Need.EXAMPLE),
        (replace(PLAIN, cited=frozenset({SnippetKind.STATISTIC})), Need.FIGURE),
        (replace(PLAIN, cited=frozenset({SnippetKind.CASE_STUDY})), Need.EXAMPLE),
    ],
)
def test_the_fields_and_what_is_cited_count_too(answer: Argued, need: Need) -> None:
    assert need not in lacks(answer)


@pytest.mark.parametrize(
    ("asked", "need"),
    [
        (prompt(Purpose.CLAIM), Need.KEY_POINT),
        (prompt(Purpose.EVIDENCE, "How many halls are there?"), Need.FIGURE),
        (prompt(Purpose.EVIDENCE, "Can somebody else check it?"), Need.SOURCE),
        (prompt(Purpose.EXAMPLE), Need.EXAMPLE),
        (prompt(Purpose.EXAMPLE, "What have you seen where you work?"), Need.FIRST_HAND),
        (prompt(Purpose.CLAIM, starter="{{ organisation }} knows that "), Need.FIRST_HAND),
        (prompt(Purpose.COUNTER_ARGUMENT), Need.COUNTER_ARGUMENT),
        (prompt(Purpose.RECOMMENDATION), Need.RECOMMENDATION),
    ],
)
def test_a_prompt_helps_with_what_it_asks_for(asked: Prompt, need: Need) -> None:
    assert need in helps_with(asked)


def test_a_recommendation_is_no_first_hand_experience() -> None:
    asked = prompt(Purpose.RECOMMENDATION, starter="{{ organisation }} recommends that ")
    assert helps_with(asked) == {Need.RECOMMENDATION}


def test_every_thing_missing_has_its_words() -> None:
    assert MISSING.keys() == set(Need)


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    found = lacks(Argued(text))
    assert list(found) == [need for need in Need if need in found]


@pytest.mark.parametrize(
    "says",
    [
        "The county had a reason.",
        "An employer is right to be careful with public vehicles.",
        "That is a fair charge against us too.",
        "Nobody should read this as a wish for fewer rules.",
    ],
)
def test_the_other_side_may_be_let_in_without_naming_it_an_objection(says: str) -> None:
    assert passage_with(Need.COUNTER_ARGUMENT, [says]) == says
