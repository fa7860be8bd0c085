"""Which prompts are asked at a question, in which order, and why."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.evidence import Prompt, Purpose
from desktop.core.lacking import Need
from desktop.core.suggesting import Asked
from desktop.matching.offering.prompts import Prompted, prompted

REF = "inquiry#2"
ASKED = Asked("What followed the cuts to support networks?", ref=REF, number="2")


def prompt(
    key: str,
    question: str,
    purpose: Purpose = Purpose.CLAIM,
    questions: tuple[str, ...] = (REF,),
) -> Prompt:
    return Prompt(key, question, "So ", purpose, questions)


FIGURE = prompt("figure", "How many networks have closed?", Purpose.EVIDENCE)
SECOND_FIGURE = prompt("second", "How many people were hit?", Purpose.EVIDENCE)
CASE = prompt("case", "Which hall was shut, and when?", Purpose.EXAMPLE)
ASK = prompt("ask", "Who should do what?", Purpose.RECOMMENDATION, ("*",))
EVERY = (ASK, CASE, SECOND_FIGURE, FIGURE)


def ids(found: list[Prompted]) -> list[str]:
    return [item.prompt.id for item in found]


def why(found: list[Prompted], key: str) -> list[str]:
    return [reason.text for item in found for reason in item.reasons if item.prompt.id == key]


def test_prompts_made_for_the_question_come_before_good_practice() -> None:
    found = prompted(EVERY, ASKED, (), ())
    assert ids(found)[-1] == "ask"
    assert ids(found)[0] == "figure"
    assert why(found, "figure") == ["Made for this question"]
    assert why(found, "ask") == ["Good practice at any question"]


def test_what_the_answer_lacks_comes_first_and_says_so() -> None:
    found = prompted(EVERY, ASKED, (Need.RECOMMENDATION,), ())
    assert ids(found)[0] == "ask"
    assert why(found, "ask")[0] == "Your answer recommends nothing yet"
    assert [item.lacking for item in found] == [True, False, False, False]


def test_the_first_prompts_are_not_all_about_one_thing_that_is_missing() -> None:
    found = prompted(EVERY, ASKED, (Need.FIGURE, Need.EXAMPLE), ())
    assert ids(found)[:3] == ["figure", "case", "second"]


def test_an_answered_prompt_comes_last_whatever_it_asks() -> None:
    found = prompted(EVERY, ASKED, (Need.FIGURE,), frozenset({"figure"}))
    assert ids(found)[0] == "second"
    assert ids(found)[-1] == "figure"


def test_a_prompt_of_another_inquiry_about_the_same_is_asked_too_and_says_what_about() -> None:
    other = replace(FIGURE, id="other", questions=("elsewhere#1",))
    far = replace(CASE, id="far", questions=("elsewhere#1",))
    found = prompted((other, far), Asked("Have the networks closed?"), (), ())
    assert ids(found) == ["other"]
    assert why(found, "other") == ["Made for another question about networks and closed"]


def test_only_a_few_prompts_of_other_inquiries_are_asked_fewer_where_there_are_own_ones() -> None:
    others = [replace(FIGURE, id=f"other-{n}", questions=("elsewhere#1",)) for n in range(12)]
    assert len(prompted(others, Asked("Have the networks closed?"), (), ())) == 8
    asked = Asked("Have the networks closed?", ref=REF)
    assert len(prompted((*others, CASE), asked, (), ())) == 6


def test_prompts_follow_what_is_being_written() -> None:
    here = replace(ASKED, paragraph="Our hall was shut in March, and nobody could say why.")
    found = prompted(EVERY, here, (), ())
    assert ids(found)[0] == "case"
    assert why(found, "case")[0] == "On what you are writing: hall and shut"


def test_what_one_said_before_is_asked_about_before_the_rest() -> None:
    said = prompt("said:1", "In 2019 you asked for rooms. Does it still stand?")
    found = prompted((*EVERY, said), ASKED, (), ())
    assert ids(found)[0] == "said:1"
    assert why(found, "said:1") == []  # it says itself when that was, and at what


def test_a_question_of_no_words_gets_the_prompts_made_for_it() -> None:
    assert ids(prompted(EVERY, Asked("", ref=REF), (), ()))[:2] == ["case", "second"]
    assert prompted((), ASKED, (), ()) == []
