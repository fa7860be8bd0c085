from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.checks import Known
from desktop.checks import check as check_draft
from desktop.core.consultation import Limit, Question
from desktop.core.evidence import Origin, Snippet
from desktop.core.finding import Finding, FindingLevel
from desktop.core.response import Answer, AnswerMark, Draft, Organisation, Recommendation
from tests.support.drafts import DAY, SNIPPET, make_draft

TODAY = DAY.date()
CITE = "[@larch-2024, page 4]"
WHOLE = Recommendation("x", "r", "1", "The Department", "fund hall trustees", "April 2027")


def check(draft: Draft, snippets: Iterable[Snippet]) -> tuple[Finding, ...]:
    return check_draft(draft, Known(TODAY, tuple(snippets)))


def found(draft: Draft, check_id: str) -> list[Finding]:
    return [item for item in check(draft, [SNIPPET]) if item.check == check_id]


def test_a_finished_draft_has_nothing_to_mend() -> None:
    text = f"Four of our eleven halls closed. The Institute found the same elsewhere. {CITE}"
    draft = make_draft({"1": text, "2": text, "3": text}, recommendations=[WHOLE])
    said = replace(draft.response, message="Halls need trustees more than money.")
    assert check(replace(draft, response=said), [SNIPPET]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nearly 40% of halls lost money.",
        "The scheme cost £1.2 million last year.",
        "Some 5,000 organisers were planned.",
        "There were 350 applications.",
        "About 12 per cent of trustees left.",
        "> The average hall spends €900 on heating.",
    ],
)
def test_a_figure_without_a_source_is_found(text: str) -> None:
    (finding,) = found(make_draft({"1": text}), "figure-source")
    assert finding.question == "1"
    assert finding.excerpt in text


@pytest.mark.parametrize(
    "text",
    [
        f"Nearly 40% of halls lost money. {CITE}",
        "In 2010 the plans were new.",
        "Two of the three halls closed.",
        "We counted 350 visitors in our hall.",
        "In our survey 40% said so.",
        "Section 12 applies.",
        "Hall number 7 is open.",
    ],
)
def test_a_figure_that_needs_no_source_is_left_alone(text: str) -> None:
    assert found(make_draft({"1": text}), "figure-source") == []


@pytest.mark.parametrize(
    "text",
    [
        "Write to jo@fernbrook.example for more.",
        "Telephone 01632 960123.",
        "Ring 020 7946 0018 after six.",
        "Call +44 1632 960456.",
        "We are at 3 Mill Lane, FB1 2AB.",
        "Mobile: 07700 900123.",
    ],
)
def test_contact_details_in_an_answer_stop_the_export(text: str) -> None:
    (finding,) = found(make_draft({"2": text}), "contact-details")
    assert finding.level is FindingLevel.ERROR
    assert "covering email" in finding.remedy


@pytest.mark.parametrize(
    "text",
    [
        "Between 2010 and 2011 much changed.",
        "It cost 1,200,000 pounds [@larch-2024].",
        "See BS 69 and HC 902.",
        "Paragraphs 12 to 14.",
        "We met 350 people in 12 places.",
        "Use @fernbrook to find us.",
    ],
)
def test_what_only_looks_like_contact_details_is_left_alone(text: str) -> None:
    assert found(make_draft({"2": text}), "contact-details") == []


def test_contact_details_in_about_us_and_key_points_are_found_too() -> None:
    draft = make_draft(
        {"1": Answer("r", "1", key_point="Ask jo@fernbrook.example.", body="Text.")},
        organisation=Organisation("o", "Fernbrook", about="Ring 01632 960123."),
        reason="Mail us at office@fernbrook.example.",
        oral_evidence="Ring 07700 900123.",
    )
    assert len(found(draft, "contact-details")) == 4


def test_a_library_paragraph_left_as_it_came_is_found() -> None:
    draft = make_draft({"1": f"{SNIPPET.text} {CITE}"})
    (finding,) = found(draft, "own-words")
    assert finding.excerpt == SNIPPET.text
    assert finding.sentence.startswith("100%")
    assert "709 of 753" in finding.authority


def test_of_an_unreviewed_paragraph_it_is_said_once_what_is_to_be_done() -> None:
    draft = replace(make_draft({"1": f"{SNIPPET.text} {CITE}"}), unreviewed={"1": (SNIPPET.text,)})
    told = {item.check for item in check(draft, [SNIPPET])}
    assert "unreviewed" in told
    assert "own-words" not in told


def test_a_library_paragraph_in_ones_own_words_is_left_alone() -> None:
    own = f"Our halls tell the same story as the Larchfield Institute: trustees leave. {CITE}"
    assert found(make_draft({"1": own}), "own-words") == []


def test_ones_own_snippet_may_be_used_as_it_is() -> None:
    draft = make_draft({"1": f"{SNIPPET.text} {CITE}"})
    mine = replace(SNIPPET, origin=Origin.OWN)
    assert [f for f in check(draft, [mine]) if f.check == "own-words"] == []


def test_a_citation_of_an_unknown_source_is_an_error() -> None:
    (finding,) = found(make_draft({"1": "So they say. [@lost-source, page 1]"}), "source-known")
    assert finding.level is FindingLevel.ERROR
    assert "lost-source" in finding.sentence


def test_a_question_not_dealt_with_is_found_and_a_skipped_one_is_not() -> None:
    skipped = Answer("r", "2", mark=AnswerMark.SKIPPED, skip_reason="Not our field.")
    draft = make_draft({"1": "Text.", "2": skipped})
    assert [item.question for item in found(draft, "question-answered")] == ["3"]


def test_a_required_question_left_empty_is_an_error() -> None:
    question = Question("1", "Why?", "Why", required=True)
    (finding,) = found(make_draft(questions=(question,)), "question-answered")
    assert finding.level is FindingLevel.ERROR


def test_skipping_without_a_reason_is_mentioned() -> None:
    draft = make_draft({"1": Answer("r", "1", mark=AnswerMark.SKIPPED)})
    assert [item.question for item in found(draft, "skip-reason")] == ["1"]


@pytest.mark.parametrize(
    ("hard", "level"), [(True, FindingLevel.ERROR), (False, FindingLevel.WARNING)]
)
def test_too_many_words_are_counted_out(hard: bool, level: FindingLevel) -> None:
    draft = make_draft({"1": "word " * 120}, limit=Limit(100, hard=hard))
    (finding,) = found(draft, "within-limit")
    assert finding.level is level
    assert "100 are asked for" in finding.sentence


def test_nearing_the_limit_is_said_once() -> None:
    (finding,) = found(make_draft({"1": "word " * 82}, limit=Limit(100)), "within-limit")
    assert finding.level is FindingLevel.NUDGE


def test_well_below_the_limit_nothing_is_said() -> None:
    assert found(make_draft({"1": "word " * 20}, limit=Limit(100)), "within-limit") == []


def test_a_limit_of_one_question_is_watched() -> None:
    question = Question("1", "Why?", "Why", limit=Limit(10, hard=True))
    (finding,) = found(
        make_draft({"1": "word " * 12}, questions=(question,)), "within-question-limit"
    )
    assert finding.level is FindingLevel.ERROR


def test_an_answer_without_a_key_point_is_found() -> None:
    assert [
        f.question for f in found(make_draft({"1": "Text."}, key_points=False), "key-point")
    ] == ["1"]


def test_a_long_answer_without_evidence_gets_a_nudge() -> None:
    (finding,) = found(make_draft({"1": "Things are bad there. " * 30}), "evidence")
    assert finding.level is FindingLevel.NUDGE


@pytest.mark.parametrize(
    "text", ["Things are bad. " * 30 + CITE, "We saw it happen. " * 30, "Short."]
)
def test_an_answer_that_rests_on_something_gets_none(text: str) -> None:
    assert found(make_draft({"1": text}), "evidence") == []


def test_a_draft_that_asks_for_nothing_is_found() -> None:
    assert len(found(make_draft({"1": "Text."}), "recommendations")) == 1
    assert found(make_draft({"1": "Text."}, recommendations=[WHOLE]), "recommendations") == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"who": ""}, "who should act"),
        ({"what": " "}, "what they should do"),
        ({"by_when": ""}, "by when"),
    ],
)
def test_a_recommendation_that_is_not_whole_is_found(change: dict[str, str], words: str) -> None:
    draft = make_draft({"1": "Text."}, recommendations=[replace(WHOLE, **change)])
    (finding,) = found(draft, "recommendation-complete")
    assert words in finding.sentence


def test_errors_come_first_and_then_the_order_of_the_questions() -> None:
    draft = make_draft({"3": "Write to a@b.example.", "1": "About 40% went."})
    levels = [finding.level for finding in check(draft, [])]
    assert levels == sorted(levels, key=list(FindingLevel).index)
    assert check(draft, [])[0].question == "3"


def test_no_name_and_nothing_about_us_are_found() -> None:
    draft = make_draft({"1": "Text."}, organisation=Organisation("o", " "), reason="")
    assert {"organisation-named", "about-us", "reason"} <= {f.check for f in check(draft, [])}


# Such as a picture pasted as letters; trying each place anew would take hours.
@pytest.mark.parametrize("sign", ["a", "7", "1,", ".", "a.", "+", "0 "])
def test_a_page_of_one_sign_is_checked_at_once(sign: str) -> None:
    page = sign * (200_000 // len(sign))
    assert check(make_draft({"1": f"Look: {page}"}), [SNIPPET])


@given(st.text(), st.text())
def test_the_checks_can_read_any_text(body: str, key_point: str) -> None:
    draft = make_draft({"1": Answer("r", "1", key_point=key_point, body=body)})
    for finding in check(draft, [SNIPPET]):
        assert finding.sentence.endswith(".")
        assert finding.remedy
