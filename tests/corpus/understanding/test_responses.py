"""A past response comes apart into questions and answers, however its author laid it out."""

from __future__ import annotations

import pytest

from desktop.core.document import Block
from desktop.core.understanding import PartRole
from tests.corpus.understanding.samples import (
    ANSWER,
    ASKED,
    BREAK,
    LONGER,
    N,
    Q,
    answers,
    body,
    heading,
    inquiry,
    item,
    numbers,
    para,
    response,
    table,
)


def test_headings_that_name_a_question_begin_an_answer() -> None:
    got = response(
        *(
            each
            for at, asked in enumerate(ASKED, 1)
            for each in (heading(f"Question {at}: {asked}"), para(), para(LONGER))
        )
    )
    assert numbers(got) == ["1", "2", "3"]
    assert [part.question for part in answers(got)] == list(ASKED)
    assert all(body(got, part) == f"{ANSWER} {LONGER}" for part in answers(got))
    assert all(part.sure for part in answers(got))


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("Q1. ", "Q2. ", "Q3. "), ["1", "2", "3"]),
        (("Q 1a – ", "Q 1b – ", "Q 2 – "), ["1a", "1b", "2"]),
        (("QUESTION 4 ", "QUESTION 5 ", "QUESTION 9 "), ["4", "5", "9"]),
        (
            ("Consultation question 1: ", "Consultation question 2: ", "Consultation question 3: "),
            ["1", "2", "3"],
        ),
        (("Question 3 (a): ", "Question 3 (b): ", "Question 12: "), ["3a", "3b", "12"]),
        (("1. ", "2. ", "3. "), ["1", "2", "3"]),
        (("1) ", "2) ", "3) "), ["1", "2", "3"]),
        (("Question one: ", "Question two: ", "Question three: "), ["1", "2", "3"]),
        (("", "", ""), ["", "", ""]),
    ],
)
def test_plain_paragraphs_that_ask_begin_an_answer_as_headings_do(
    labels: tuple[str, ...], expected: list[str]
) -> None:
    got = response(
        *(
            para(text)
            for label, asked in zip(labels, ASKED, strict=True)
            for text in (f"{label}{asked}", ANSWER, LONGER)
        )
    )
    assert numbers(got) == expected
    assert all(body(got, part) == f"{ANSWER} {LONGER}" for part in answers(got))


def test_a_printed_number_counts_as_one_in_the_text() -> None:
    got = response(
        *(
            each
            for at, asked in enumerate(ASKED, 1)
            for each in (Block(N, asked, number=str(at)), para())
        )
    )
    assert numbers(got) == ["1", "2", "3"]


def test_a_label_alone_takes_the_wording_from_the_next_block_over_a_page_end() -> None:
    got = response(
        heading("Question 1"),
        para(ASKED[0]),
        para(),
        heading("Question 2"),
        Block(BREAK),
        para(ASKED[1]),
        para(),
    )
    assert [part.question for part in answers(got)] == list(ASKED[:2])
    assert all(body(got, part) == ANSWER for part in answers(got))


def test_a_wording_that_a_page_end_cut_in_two_is_put_together() -> None:
    got = response(
        para("Question 1: Do you agree that village halls"),
        Block(BREAK),
        para("should be exempt from the charge?"),
        para(),
        para("Question 2: What would help?"),
        para(),
    )
    first, _ = answers(got)
    assert first.question == "Do you agree that village halls should be exempt from the charge?"
    assert body(got, first) == ANSWER


def test_what_goes_on_asking_belongs_to_the_question_and_a_label_of_the_answer_to_neither() -> None:
    got = response(
        heading(f"Question 1: {ASKED[0]}"),
        para("Please give reasons for your answer."),
        para("Our response:"),
        para(),
        heading(f"Question 2: {ASKED[1]}"),
        para("☒ Yes ☐ No"),
        para(),
    )
    first, second = answers(got)
    assert first.question.endswith("reasons for your answer.")
    assert body(got, first) == ANSWER
    assert body(got, second) == f"☒ Yes ☐ No {ANSWER}"


def test_an_answer_in_the_same_paragraph_as_its_question_is_cut_from_it() -> None:
    got = response(
        para(f"Q1. {ASKED[0]} If not, why not? {LONGER}"),
        para(f"Q2. {ASKED[1]} {ANSWER} Question 3: {ASKED[2]} {LONGER}"),
        para("Q4: Yes, in every case."),
    )
    assert numbers(got) == ["1", "2", "3", "4"]
    assert [body(got, part) for part in answers(got)] == [
        LONGER,
        ANSWER,
        LONGER,
        "Yes, in every case.",
    ]


def test_questions_that_share_an_answer_are_one_part() -> None:
    got = response(heading("Questions 3 and 4"), para(), heading("Question 5"), para())
    assert numbers(got) == ["3 and 4", "5"]


def test_parts_of_a_question_that_are_answered_one_by_one_are_questions_of_their_own() -> None:
    got = response(
        heading("Question 2: On funding,"),
        para("(a) who should decide?"),
        para(),
        para("(b) who should pay?"),
        para(LONGER),
        heading(f"Question 3: {ASKED[1]}"),
        para(),
    )
    assert numbers(got) == ["2a", "2b", "3"]
    assert [body(got, part) for part in answers(got)] == [ANSWER, LONGER, ANSWER]


def test_parts_of_a_question_that_are_answered_together_stay_with_it() -> None:
    got = response(
        heading("Question 2: On funding,"),
        para("(a) who should decide?"),
        para("(b) who should pay?"),
        para(LONGER),
        heading(f"Question 3: {ASKED[1]}"),
        para(),
    )
    assert numbers(got) == ["2", "3"]
    assert body(got, answers(got)[0]) == LONGER


def test_a_table_of_questions_and_answers_is_unfolded() -> None:
    got = response(
        table(("No.", "Question", "Our response"), ("1", ASKED[0], ANSWER), ("2", ASKED[1], LONGER))
    )
    assert numbers(got) == ["1", "2"]
    assert [body(got, part) for part in answers(got)] == [ANSWER, LONGER]


def test_a_form_in_boxes_is_unfolded() -> None:
    got = response(
        *(table((f"Question {at}: {asked}",), (ANSWER,)) for at, asked in enumerate(ASKED, 1))
    )
    assert numbers(got) == ["1", "2", "3"]


def test_a_table_of_figures_stays_a_table_in_its_answer() -> None:
    figures = table(("Year", "People"), ("2019", "412"), ("2020", "388"))
    got = response(
        heading(f"Question 1: {ASKED[0]}"),
        para(),
        figures,
        heading(f"Question 2: {ASKED[1]}"),
        para(),
    )
    assert figures in got.document.blocks
    assert "412" in body(got, answers(got)[0])


def test_contents_and_a_list_of_the_questions_are_no_answers() -> None:
    got = response(
        heading("Contents"),
        *(para(f"Question {at}: {asked} ........ {at + 2}") for at, asked in enumerate(ASKED, 1)),
        heading("Consultation questions"),
        *(para(f"Question {at}: {asked}") for at, asked in enumerate(ASKED, 1)),
        heading("Our answers"),
        *(
            each
            for at, asked in enumerate(ASKED, 1)
            for each in (heading(f"Question {at}: {asked}", 3), para())
        ),
    )
    assert numbers(got) == ["1", "2", "3"]
    assert all(body(got, part) == ANSWER for part in answers(got))
    assert got.parts[0].role is PartRole.CONTENTS
    assert not any("....." in piece.text for piece in got.pieces)


def test_numbered_paragraphs_and_lists_in_answers_are_no_questions() -> None:
    got = response(
        heading(f"1. {ASKED[0]}"),
        Block(N, ANSWER, number="1"),
        Block(N, LONGER, number="2"),
        heading(f"2. {ASKED[1]}"),
        Block(N, ANSWER, number="3"),
        item("Fund it.", "1"),
        item("Keep it.", "2"),
        heading(f"3. {ASKED[2]}"),
        Block(N, LONGER, number="4"),
    )
    assert numbers(got) == ["1", "2", "3"]


def test_numbered_paragraphs_alone_are_not_taken_for_questions() -> None:
    got = response(*(Block(N, ANSWER, number=str(at)) for at in range(1, 9)))
    assert numbers(got) == []
    assert [part.role for part in got.parts] == [PartRole.OTHER]


def test_a_question_that_is_quoted_in_an_answer_begins_none() -> None:
    got = response(
        heading(f"Question 1: {ASKED[0]}"),
        para(f"“Question 2: {ASKED[1]}” was put to our members too."),
        Block(Q, f"Question 3: {ASKED[2]}"),
        para("Question 3 asks a like thing, and we answer it there."),
        heading(f"Question 2: {ASKED[1]}"),
        para(),
        para(f"Question 1: {ASKED[0]}"),
        para(LONGER),
        heading(f"Question 3: {ASKED[2]}"),
        para(),
    )
    assert numbers(got) == ["1", "2", "3"]
    assert len(body(got, answers(got)[0]).split()) > 20


def test_questions_that_begin_again_at_one_in_the_next_part_are_all_kept() -> None:
    def chapter(name: str) -> list[Block]:
        return [heading(name, 1)] + [
            each
            for at, asked in enumerate(ASKED, 1)
            for each in (heading(f"Question {at}: {asked} ({name})"), para())
        ]

    got = response(*chapter("Part A"), *chapter("Part B"))
    assert numbers(got) == ["1", "2", "3", "1", "2", "3"]


def test_an_empty_answer_is_kept_and_marked_unsure() -> None:
    got = response(
        heading(f"Question 1: {ASKED[0]}"),
        heading(f"Question 2: {ASKED[1]}"),
        para(),
        heading("Question 3"),
        para(),
    )
    assert numbers(got) == ["1", "2", "3"]
    assert [part.sure for part in answers(got)] == [False, True, True]


def test_a_list_of_the_questions_is_told_from_the_answers_to_them() -> None:
    got = response(
        heading("Consultation questions"),
        *(para(f"Question {at}: {asked}") for at, asked in enumerate(ASKED, 1)),
        heading("Our answers"),
        *(
            each
            for at in range(1, 4)
            for each in (heading(f"Response to question {at}", 3), para(), para(LONGER))
        ),
    )
    assert numbers(got) == ["1", "2", "3"]
    assert all(body(got, part) == f"{ANSWER} {LONGER}" for part in answers(got))
    assert not any("Question 2" in piece.text for piece in got.pieces)


def test_a_list_of_the_questions_in_a_note_gives_no_answers_of_nothing() -> None:
    known = inquiry()
    note = [
        heading("The inquiry", 1),
        para("Nine issues, in its own words, to be shared out on Monday."),
        *(item(each.text, each.number) for each in known.questions),
        para("Its rules then: begin with a short summary, and number the paragraphs of the whole."),
    ]
    assert answers(response(*note, known=(known,))) == []


def test_questions_left_unanswered_among_those_answered_stay_questions() -> None:
    got = response(
        *(
            each
            for at, asked in enumerate([*ASKED, *ASKED, *ASKED], 1)
            for each in (
                heading(f"Question {at}: {asked}"),
                *([para()] if at not in (4, 5, 6) else []),
            )
        )
    )
    assert [part.number for part in answers(got)][3:6] == ["4", "5", "6"]


def test_a_heading_over_several_questions_is_none_of_them() -> None:
    got = response(
        heading("Questions 1 to 3: halls", 1),
        para("We take these in turn."),
        *(
            each
            for at, asked in enumerate(ASKED, 1)
            for each in (heading(f"Question {at} (page 4): {asked}"), para())
        ),
    )
    assert numbers(got) == ["1", "2", "3"]


def test_contents_without_page_numbers_are_left_out_of_the_passages() -> None:
    got = response(
        heading("Contents"),
        para("About us"),
        para(f"Question 1: {ASKED[0]}"),
        para(f"Question 2: {ASKED[1]}"),
        heading(f"Question 1: {ASKED[0]}"),
        para(),
        heading(f"Question 2: {ASKED[1]}"),
        para(LONGER),
    )
    assert got.parts[0].role is PartRole.CONTENTS
    assert [piece.text for piece in got.pieces] == [ANSWER, LONGER]


def test_a_question_continued_on_the_next_page_is_still_one() -> None:
    got = response(
        heading(f"Question 1: {ASKED[0]}"),
        para(),
        heading("Question 1 (continued)"),
        para(LONGER),
        heading(f"Question 2: {ASKED[1]}"),
        para(),
    )
    assert numbers(got) == ["1", "2"]
    assert body(got, answers(got)[0]).endswith(LONGER)
