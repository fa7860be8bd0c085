"""A submission in Welsh beside English: what is translated, what is missing, what has changed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.finding import TextField
from desktop.core.response import AnswerMark, Draft, Recommendation, SummaryPoint
from desktop.core.translating import (
    Language,
    TextKey,
    Translation,
    TranslationState,
    in_language,
    offered,
    originals,
    wanted,
)
from tests.support.drafts import make_draft

ASK = Recommendation("a", "r", "1", "The Department", "fund hall trustees", "April 2027")
BODY = TextKey(Language.WELSH, TextField.BODY, "1")


def with_welsh(draft: Draft, **texts: tuple[TextKey, str, str]) -> Draft:
    said = {key: Translation(text, original) for key, text, original in texts.values()}
    return replace(draft, translations=said)


def test_what_is_translated_stands_in_the_welsh_and_the_rest_stays_readable() -> None:
    draft = make_draft({"1": "Four halls closed.", "2": "Trustees leave."}, recommendations=[ASK])
    welsh = in_language(
        with_welsh(
            draft,
            body=(BODY, "Caeodd pedair neuadd.", "Four halls closed."),
            ask=(TextKey(Language.WELSH, TextField.WHO, item="a"), "yr Adran", "The Department"),
        ),
        Language.WELSH,
    )
    assert welsh.language == "cy-GB"
    assert welsh.answer("1").body == "Caeodd pedair neuadd."
    assert welsh.answer("2").body == "Trustees leave."
    assert welsh.recommendations[0].who == "yr Adran"
    assert welsh.recommendations[0].what == "fund hall trustees"


def test_the_english_is_left_as_it_is() -> None:
    draft = make_draft({"1": "Four halls closed."})
    assert in_language(draft, Language.ENGLISH) is draft
    assert in_language(draft, Language.WELSH).answers == draft.answers


def test_a_call_that_gives_its_questions_in_welsh_has_them_printed_so() -> None:
    draft = make_draft({"1": "Four halls closed."})
    first, *rest = draft.consultation.questions
    asked = replace(first, text_welsh="Beth ddylid ei wneud?", heading_welsh="Neuadd 1")
    draft = replace(draft, consultation=replace(draft.consultation, questions=(asked, *rest)))
    questions = in_language(draft, Language.WELSH).consultation.questions
    assert (questions[0].text, questions[0].heading) == ("Beth ddylid ei wneud?", "Neuadd 1")
    assert questions[1:] == tuple(rest)


def test_a_summary_of_ones_own_is_translated_point_by_point_and_one_that_follows_follows() -> None:
    draft = make_draft({"1": "Text."}, summary=(SummaryPoint("Halls close.", ("1",)),))
    key = TextKey(Language.WELSH, TextField.SUMMARY, item="0")
    welsh = in_language(with_welsh(draft, a=(key, "Mae neuaddau'n cau.", "")), Language.WELSH)
    assert welsh.response.summary == (SummaryPoint("Mae neuaddau'n cau.", ("1",)),)
    assert in_language(make_draft({"1": "Text."}), Language.WELSH).response.summary is None


def states(draft: Draft) -> dict[TextField, TranslationState]:
    return {item.key.field: item.state for item in originals(draft, Language.WELSH)}


def test_each_text_says_whether_it_is_translated_missing_or_changed_since() -> None:
    draft = make_draft({"1": "Four halls closed."}, questions=1)
    assert set(states(draft).values()) == {TranslationState.MISSING}
    done = with_welsh(draft, body=(BODY, "Caeodd pedair.", "Four halls closed."))
    assert states(done)[TextField.BODY] is TranslationState.DONE
    older = with_welsh(draft, body=(BODY, "Caeodd tair.", "Three halls closed."))
    assert states(older)[TextField.BODY] is TranslationState.CHANGED


def test_only_what_is_printed_wants_translating() -> None:
    draft = make_draft({"1": "Four halls closed."}, questions=2, oral_evidence="")
    answer = replace(draft.answer("1"), mark=AnswerMark.SKIPPED, skip_reason="Others know more.")
    skipped = replace(draft, answers={"1": answer})
    fields = {item.key.field for item in originals(skipped, Language.WELSH)}
    assert TextField.SKIP_REASON in fields
    assert fields.isdisjoint({TextField.BODY, TextField.KEY_POINT, TextField.ORAL_EVIDENCE})


def test_welsh_is_wanted_where_the_call_asks_for_it_and_offered_to_whoever_writes_it() -> None:
    draft = make_draft({"1": "Four halls closed."})
    assert (wanted(draft), offered(draft)) == ((), ())
    asked = replace(draft, consultation=replace(draft.consultation, languages=("en-GB", "cy-GB")))
    assert wanted(asked) == offered(asked) == (Language.WELSH,)
    own = replace(draft, organisation=replace(draft.organisation, languages="cy-GB"))
    assert (wanted(own), offered(own)) == ((), (Language.WELSH,))
    begun = with_welsh(draft, body=(BODY, "Caeodd pedair.", ""))
    assert (wanted(begun), offered(begun)) == ((), (Language.WELSH,))


@given(st.dictionaries(st.sampled_from(["1", "2", "3"]), st.text(min_size=1), max_size=3))
def test_a_submission_translated_word_for_word_is_the_same_submission(
    texts: dict[str, str],
) -> None:
    draft = make_draft(texts, recommendations=[ASK])
    said = {o.key: Translation(o.text, o.text) for o in originals(draft, Language.WELSH)}
    both = replace(draft, translations=said)
    welsh = in_language(both, Language.WELSH)
    assert welsh.answers == draft.answers
    assert welsh.recommendations == draft.recommendations
    assert welsh.about == draft.about
    found = {item.state for item in originals(both, Language.WELSH)}
    assert found == {TranslationState.DONE}
