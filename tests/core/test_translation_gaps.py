"""What is said of a submission that is printed in Welsh before all of it is translated."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.finding import TextField
from desktop.core.response import Answer, Draft, Recommendation
from desktop.core.translating import Language, TextKey, Translation, originals
from desktop.core.translation_gaps import gap_words, not_translated
from tests.support.drafts import make_draft


def written(*done: TextField, changed: bool = False) -> Draft:
    """A draft with an answer and a recommendation, of which some fields are translated."""
    base = make_draft({"1": "A text."})
    number = base.consultation.questions[0].number
    questions = tuple(
        replace(one, text_welsh=f"Cwestiwn {one.number}") for one in base.consultation.questions
    )
    said = replace(
        base,
        consultation=replace(base.consultation, questions=questions),
        answers={number: Answer(base.response.id, number, "A point.", "A text.")},
        recommendations=(Recommendation("a", base.response.id, number, "The council", "act"),),
        organisation=replace(base.organisation, speaks_for="", reach=""),
        response=replace(
            base.response, about="We run a hall.", reason="", oral_evidence="", summary=None
        ),
        translations={},
    )
    keys = [item.key for item in originals(said, Language.WELSH)]
    translations = {
        key: Translation("Cymraeg", "older" if changed else text_of(said, key))
        for key in keys
        if key.field in done
    }
    return replace(said, translations=translations)


def text_of(said: Draft, key: TextKey) -> str:
    return next(item.text for item in originals(said, Language.WELSH) if item.key == key)


EVERY = (*(TextField.ABOUT, TextField.KEY_POINT, TextField.BODY), *(TextField.WHO, TextField.WHAT))


def test_where_all_is_translated_nothing_is_said() -> None:
    assert gap_words(written(*EVERY), Language.WELSH) == ""
    assert gap_words(written(), Language.ENGLISH) == ""
    assert not_translated(written(), Language.ENGLISH) == []


def test_where_nothing_is_translated_that_is_said_without_a_list() -> None:
    said = gap_words(written(), Language.WELSH)
    assert said == "Nothing that you wrote is translated into Welsh, so its English stands."


def test_where_some_is_missing_the_parts_are_named_once() -> None:
    some = written(TextField.KEY_POINT, TextField.WHO)
    assert not_translated(some, Language.WELSH) == ["about us", "question 1", "recommendation 1"]
    assert gap_words(some, Language.WELSH) == (
        "Not all is translated into Welsh: English stands in about us, question 1 and "
        "recommendation 1."
    )


def test_a_translation_of_what_the_english_said_before_is_told() -> None:
    old = gap_words(written(*EVERY, changed=True), Language.WELSH)
    assert old.startswith("The Welsh is of an older English in about us, question 1 and")


def test_a_call_that_asks_in_english_only_is_told() -> None:
    said = written(*EVERY)
    questions = tuple(replace(one, text_welsh="") for one in said.consultation.questions)
    english = replace(said, consultation=replace(said.consultation, questions=questions))
    assert gap_words(english, Language.WELSH) == (
        "The call gives no Welsh wording of its questions, so the English one stands."
    )


def test_of_very_many_parts_the_first_are_named() -> None:
    some = written(*EVERY)
    asks = tuple(
        Recommendation(str(place), some.response.id, "1", "They", "act") for place in range(9)
    )
    many = gap_words(replace(some, recommendations=asks), Language.WELSH)
    assert many.endswith("recommendation 5 and 4 more parts.")
