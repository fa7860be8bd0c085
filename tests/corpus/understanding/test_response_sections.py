"""What stands round the answers of a response, and which inquiry's questions they answer."""

from __future__ import annotations

from desktop.core.document import Block
from desktop.core.understanding import PartRole
from tests.corpus.understanding.samples import (
    ANSWER,
    ASKED,
    LONGER,
    F,
    answers,
    body,
    heading,
    inquiry,
    item,
    para,
    response,
)


def test_chapters_between_answers_belong_to_none_of_them() -> None:
    got = response(
        heading("Chapter 1: Halls", 1),
        heading(f"Question 1: {ASKED[0]}"),
        para(),
        heading("Why halls matter", 3),
        para(LONGER),
        heading("Chapter 2: Buses", 1),
        para("Chapter two of the paper is about buses."),
        heading(f"Question 2: {ASKED[1]}"),
        para(),
        para("Part C - Money"),
        heading(f"Question 3: {ASKED[2]}"),
        para(),
    )
    first, second, _ = answers(got)
    assert body(got, first).endswith(LONGER)
    assert body(got, second) == ANSWER
    assert [part.role for part in got.parts].count(PartRole.OTHER) == 3


def test_sections_round_the_answers_are_recognised() -> None:
    got = response(
        heading("Response to the consultation on halls", 1),
        para("The Quillby Trust is a charity that keeps halls open."),
        heading("Executive summary"),
        para(),
        item("Halls matter."),
        heading("Our recommendations"),
        item("Fund them."),
        heading("Introduction"),
        para(),
        heading(f"Question 1: {ASKED[0]}"),
        para(),
        heading(f"Question 2: {ASKED[1]}"),
        para(),
        Block(F, "Annual report, 2019", number="1"),
        heading("Annex A: our survey"),
        para(LONGER),
    )
    assert [part.role for part in got.parts] == [
        PartRole.OTHER,
        PartRole.ABOUT_US,
        PartRole.SUMMARY,
        PartRole.RECOMMENDATIONS,
        PartRole.OTHER,
        PartRole.ANSWER,
        PartRole.ANSWER,
        PartRole.ANNEX,
    ]


def test_a_date_and_a_contact_at_the_end_are_no_part_of_the_last_answer() -> None:
    got = response(
        heading(f"Question 1: {ASKED[0]}"),
        para(),
        heading(f"Question 2: {ASKED[1]}"),
        para(),
        para("March 2011"),
        para("Email: policy@example.org"),
    )
    assert body(got, answers(got)[1]) == ANSWER
    assert got.parts[-1].role is PartRole.OTHER


def test_a_running_header_that_was_left_in_ends_no_answer() -> None:
    pages = [
        Block(heading("").kind, "The Quillby Trust response", 2, page=page) for page in (1, 2, 3)
    ]
    got = response(
        pages[0],
        heading(f"Question 1: {ASKED[0]}"),
        para(),
        pages[1],
        para(LONGER),
        heading(f"Question 2: {ASKED[1]}"),
        para(),
        pages[2],
        para(LONGER),
    )
    assert [body(got, part).endswith(LONGER) for part in answers(got)] == [True, True]


def test_answers_are_matched_with_the_questions_of_a_known_inquiry() -> None:
    known = inquiry()
    texts = {question.number: question.text for question in known.questions}
    got = response(
        para(f"1. {texts['1']}"),
        para(),
        # Run into one paragraph, without the full stop and with a word changed.
        para(f"2. {texts['2'].rstrip('.').replace('vision', 'plan')} {LONGER}"),
        heading("8. The place of local authorities"),
        para(),
        heading("Possible problems from increased commissioning", 2, "4"),
        para(),
        known=(known,),
    )
    refs = [part.ref.partition("#")[2] for part in answers(got)]
    assert sorted(refs) == ["1", "2", "4", "8"]
    assert all(part.sure for part in answers(got)[:2])
    assert body(got, answers(got)[1]) == LONGER


def test_shortened_headings_are_matched_by_number_and_subject() -> None:
    known = inquiry()
    got = response(
        heading("Written evidence on Smaller Government: Bigger Society?", 1),
        heading("Question 3: Role and capacity of the voluntary sector"),
        para(),
        heading("Question 8"),
        para(),
        known=(known,),
    )
    assert [part.ref for part in answers(got)] == [f"{known.id}#3", f"{known.id}#8"]


def test_a_wording_that_is_only_mentioned_begins_no_answer() -> None:
    known = inquiry()
    wording = known.questions[2].text
    got = response(
        para(f"1. {known.questions[0].text}"),
        para(f"{ANSWER} The committee asks about {wording[0].lower()}{wording[1:]}"),
        para(f"2. {known.questions[1].text}"),
        para(),
        known=(known,),
    )
    assert [part.ref.partition("#")[2] for part in answers(got)] == ["1", "2"]
