from __future__ import annotations

from dataclasses import replace

from desktop.core.drafting import AnswerPlan, Missing, Room, Untouched
from desktop.core.drafting_words import length_words, missing_words, untouched_words
from desktop.core.evidence import Purpose
from tests.core.test_drafting import opened, piece, plan
from tests.support.drafts import make_questions

EMPTY = AnswerPlan(make_questions(1)[0], Room(300))


def test_it_says_how_much_goes_in_of_what_there_is_room_for() -> None:
    (found,) = plan(opened("1"), {"1": [piece("a"), piece("b")]}, None)
    assert length_words(found) == "2 pieces, 80 of 300 words."
    assert length_words(replace(found, room=Room())) == "2 pieces, 80 words."
    one = replace(found, placed=found.placed[:1], room=Room(characters=2000))
    assert length_words(one) == "1 piece, 149 of 2,000 characters."
    assert length_words(EMPTY) == "nothing goes in."


def test_it_says_plainly_what_was_not_found_and_why() -> None:
    missing = {
        Purpose.CLAIM: Missing.NOT_FOUND,
        Purpose.EVIDENCE: Missing.NO_ROOM,
        Purpose.EXAMPLE: Missing.NOT_FOUND,
        Purpose.COUNTER_ARGUMENT: Missing.NOT_FOUND,
        Purpose.RECOMMENDATION: Missing.LEFT_OUT,
    }
    assert missing_words(replace(EMPTY, missing=missing)) == [
        "Not found in the library: a key point of your own, an example and the other side of the "
        "argument.",
        "Found, but too long for the words left: evidence.",
        "Left out by you: a recommendation.",
    ]


def test_it_says_why_an_answer_is_left_as_it_is() -> None:
    assert all("left as it is" in untouched_words(why) for why in Untouched)
