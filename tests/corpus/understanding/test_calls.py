"""A call for evidence becomes questions to walk, with its deadline, limits and rules."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.consultation import Limit, LimitUnit, QuestionKind
from desktop.core.document import Block
from desktop.core.understanding import Call
from desktop.corpus.understand import understand
from desktop.corpus.understanding.calls import consultation
from desktop.corpus.understanding.closing import address, closing, limit, limit_of_answer
from tests.corpus.understanding.samples import (
    BREAK,
    CALL,
    N,
    document,
    heading,
    item,
    para,
    table,
)


def call(*blocks: Block) -> Call:
    """Return what is understood of a call."""
    got = understand(document(*blocks), "call.docx", (), CALL).call
    assert got is not None
    return got


def asked(got: Call) -> list[tuple[str, str]]:
    return [(each.number, each.text) for each in got.questions]


@pytest.mark.parametrize(
    ("sentence", "day", "time"),
    [
        ("Please respond by 5pm on Friday 14 March 2025.", date(2025, 3, 14), "5pm"),
        ("The deadline for submissions is 23:59 on 1 May 2024.", date(2024, 5, 1), "23:59"),
        ("Evidence must arrive by Friday 16 April 2004.", date(2004, 4, 16), ""),
        (
            "Responses should reach us no later than 12 noon, 2nd of June 2023.",
            date(2023, 6, 2),
            "12 noon",
        ),
        ("This consultation closes at 11:45pm on 28 April 2025", date(2025, 4, 28), "11:45pm"),
        ("Closing date: 03/02/2025", date(2025, 2, 3), ""),
        ("The consultation will run from 2 January 2025 to 27 March 2025.", date(2025, 3, 27), ""),
        ("It closes on Monday, 3 March 2025 (midday).", date(2025, 3, 3), "midday"),
        ("Submissions are welcome until April 4, 2025.", date(2025, 4, 4), ""),
        ("The closing date is 2025-06-30.", date(2025, 6, 30), ""),
        ("Please respond by 14 March.", None, ""),
        ("Please respond by 31 February 2025.", None, ""),
        ("The report was published on 3 May 2024.", None, ""),
        ("Oral evidence will be heard by 3 May 2024.", None, ""),
    ],
)
def test_the_last_day_is_found_in_the_forms_that_bodies_use(
    sentence: str, day: date | None, time: str
) -> None:
    found = closing((sentence,))
    assert (found.day, found.time) == (day, time)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Submissions should be no more than 3,000 words.", Limit(3000, LimitUnit.WORDS)),
        ("Evidence must not exceed four sides of A4.", Limit(4, LimitUnit.PAGES, hard=True)),
        (
            "Responses are limited to 10,000 characters.",
            Limit(10_000, LimitUnit.CHARACTERS, hard=True),
        ),
        ("Ideally a response is 6 pages long, maximum 8.", Limit(6, LimitUnit.PAGES)),
        ("Your submission: 1,500 words maximum", Limit(1500, LimitUnit.WORDS, hard=True)),
        ("Answers to each question should be no more than 250 words.", None),
        ("Submissions longer than 6 pages should have a summary.", None),
        ("The report runs to 300 pages.", None),
    ],
)
def test_a_limit_is_found_with_its_unit_and_whether_it_is_hard(
    sentence: str, expected: Limit | None
) -> None:
    assert limit((sentence,)) == expected


@pytest.mark.parametrize(
    ("wording", "guidance", "expected"),
    [
        ("What do halls need? (250 words)", "", Limit(250, LimitUnit.WORDS)),
        ("What do halls need? [max. 300 words]", "", Limit(300, LimitUnit.WORDS, hard=False)),
        (
            "Who pays?",
            "You must not exceed 2,000 characters.",
            Limit(2000, LimitUnit.CHARACTERS, True),
        ),
        ("Who pays?", "Please answer in no more than 500 words.", Limit(500, LimitUnit.WORDS)),
        ("How many words did your council write to 40 halls?", "", None),
        ("What became of the hall with 300 members?", "Think of the last ten years.", None),
    ],
)
def test_how_long_an_answer_may_be_is_found_at_its_question(
    wording: str, guidance: str, expected: Limit | None
) -> None:
    assert limit_of_answer(wording, guidance) == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (("Send your response to halls@example.org by Friday.",), "halls@example.org"),
        (("Respond online at https://example.org/halls.",), "https://example.org/halls"),
        (
            ("Media enquiries: press@example.org", "Submit evidence at www.example.org/9"),
            "www.example.org/9",
        ),
        (("Submit your evidence here:", "https://example.org/a"), "https://example.org/a"),
        (("For queries, write to team@example.org.",), ""),
        ((), ""),
    ],
)
def test_the_address_is_the_one_that_submissions_go_to(
    sentences: tuple[str, ...], expected: str
) -> None:
    assert address(sentences) == expected


def test_a_committees_terms_of_reference_become_questions() -> None:
    got = call(
        heading("Call for evidence: village halls", 1),
        para("The Rural Services Committee has launched an inquiry into village halls."),
        para("The Committee is particularly interested in the following:"),
        item("The role of halls in preventing loneliness;"),
        item("Whether funding is adequate; and"),
        Block(BREAK),
        item("What would replace them?"),
        heading("How to submit"),
        para("Submissions should be:"),
        item("no longer than 3,000 words"),
        item("in Word format"),
        para("Submissions must be received by 5pm on 14 March 2025."),
    )
    assert got.title == "village halls"
    assert got.body == "Rural Services Committee"
    assert got.closes == date(2025, 3, 14)
    assert got.closing_time == "5pm"
    assert got.limit == Limit(3000, LimitUnit.WORDS)
    assert got.lead_in.endswith("interested in the following:")
    assert asked(got) == [
        ("1", "The role of halls in preventing loneliness"),
        ("2", "Whether funding is adequate"),
        ("3", "What would replace them?"),
    ]
    assert [rule.text for rule in got.rules] == [
        "no longer than 3,000 words",
        "in Word format",
        "Submissions must be received by 5pm on 14 March 2025.",
    ]


def test_questions_under_sub_headings_go_on_in_one_list() -> None:
    got = call(
        para("We would welcome evidence on the following matters:"),
        heading("Halls", 3),
        item("The cost of heating."),
        heading("Buses", 3),
        item("The cost of fuel."),
        item("The case for a new line."),
        heading("About the committee", 3),
        item("Ann Example, chair"),
    )
    assert [number for number, _ in asked(got)] == ["1", "2", "3"]


def test_numbered_questions_have_their_parts() -> None:
    got = call(
        heading("Questions"),
        Block(N, "What do halls cost?", number="1"),
        Block(N, "Who should pay, and", number="2"),
        item("how is that decided?", "a", 2),
        item("how often;", "b", 2),
        Block(N, "What are your views on:", number="3"),
        item("grants", "", 2),
        item("loans", "", 2),
        Block(N, "Is there anything else?", number="4"),
    )
    assert [number for number, _ in asked(got)] == ["1", "2", "2a", "2b", "3", "3a", "3b", "4"]
    assert [each.parent for each in got.questions] == ["", "", "2", "2", "", "3", "3", ""]
    walked = consultation(got, "halls", "any-body")
    assert [each.number for each in walked.questions] == ["1", "2a", "2b", "3a", "3b", "4"]
    assert walked.question("3a").text == "What are your views on: grants"


def test_a_department_s_questions_are_taken_with_options_and_guidance_out_of_its_text() -> None:
    proposal = "The Government proposes to exempt village halls from the charge. " * 12
    got = call(
        heading("Village halls: consultation", 1),
        heading("Contents"),
        para("Question 1: Do you agree? ........ 4"),
        heading("1. What are we proposing?", 1),
        para(proposal),
        para("Question 1: Do you agree with the proposal? (Yes/No/Don’t know) Please say why."),
        para(proposal),
        heading("Question 2"),
        para("To what extent do you agree that councils should keep a list of halls?"),
        *(item(f"{how} agree") for how in ("Strongly", "Partly")),
        item("Disagree"),
        para("You may wish to consider small halls."),
        heading("2. Why does this matter?", 1),
        para(proposal),
        table(("Question 3. Which of the following apply to you? Select all that apply.",)),
        para("☐ Hall ☐ Council"),
        para("☐ Other"),
        heading("Annex: list of questions", 1),
        para("Question 1: Do you agree with the proposal?"),
        para("Question 2: To what extent do you agree that councils should keep a list of halls?"),
    )
    first, second, third = got.questions
    assert first.text == "Do you agree with the proposal? Please say why."
    assert (first.kind, first.options) == (QuestionKind.SINGLE, ("Yes", "No", "Don’t know"))
    assert second.options == ("Strongly agree", "Partly agree", "Disagree")
    assert second.kind is QuestionKind.AGREE_SCALE
    assert second.guidance == "You may wish to consider small halls."
    assert (third.kind, third.options) == (QuestionKind.MULTIPLE, ("Hall", "Council", "Other"))


def test_invitations_without_a_question_mark_are_questions() -> None:
    got = call(
        para("Please share your views on:"),
        item("whether the Bill is needed"),
        item("its costs"),
    )
    assert asked(got) == [("1", "whether the Bill is needed"), ("2", "its costs")]


def test_loose_questions_are_numbered_in_order() -> None:
    got = call(
        heading("How do I respond?"),
        para("By post."),
        para("What do halls cost?"),
        para("Who should pay for them?"),
    )
    assert asked(got) == [("1", "What do halls cost?"), ("2", "Who should pay for them?")]
    assert all(each.confidence < 0.7 for each in got.questions)


def test_a_table_of_dates_tells_the_last_day() -> None:
    got = call(
        para("Call for views"), table(("Opened", "3 May 2024"), ("Closing date", "5 June 2024"))
    )
    assert got.closes == date(2024, 6, 5)


def test_what_is_not_found_is_empty() -> None:
    got = call(heading("Remit", 1), para("Some words about halls."))
    assert (got.closes, got.closing_time, got.limit, got.address, got.body) == (
        None,
        "",
        None,
        "",
        "",
    )
    assert (got.questions, got.rules, got.lead_in) == ((), (), "")


def test_a_call_is_walked_by_its_own_numbers_or_in_order_where_these_come_twice() -> None:
    got = call(
        heading("Part A", 1),
        para("Question 1: Do you agree that councils should list village halls?"),
        para("Question 2: What are your views on heating grants for halls?"),
    )
    walked = consultation(got, "halls", "any-body")
    assert [each.heading for each in walked.questions] == [
        "Councils should list village halls",
        "Heating grants for halls",
    ]
    assert (walked.id, walked.rules) == ("halls", "any-body")
    twice = Call(questions=got.questions + got.questions)
    assert [each.number for each in consultation(twice, "x", "any-body").questions] == [
        "1",
        "2",
        "3",
        "4",
    ]
