"""What asks nobody: notes, chapters called by a question, courtesies; and quoted questions."""

from __future__ import annotations

from desktop.core.document import Block
from tests.corpus.understanding.samples import (
    ANSWER,
    ASKED,
    LONGER,
    N,
    Q,
    answers,
    body,
    heading,
    numbers,
    para,
    response,
)


def note(number: int, asking: bool) -> Block:
    title = "Who pays for the hall?" if asking else "Halls of the valley."
    return Block(
        N, f"Larchfield News, 2022, {title} Page {number} of the issue.", number=f"{number}"
    )


def test_titles_that_ask_among_endnotes_are_no_questions() -> None:
    asking = {4, 9, 10, 17}
    got = response(
        heading("Halls in the valley"),
        para(LONGER),
        heading("Endnotes"),
        *(note(number, number in asking) for number in range(1, 21)),
    )
    assert numbers(got) == []


def test_numbered_paragraphs_of_which_some_ask_are_no_questions() -> None:
    texts = [ANSWER, LONGER, "Who would pay for it? Nobody has said so.", ANSWER, LONGER]
    texts += ["How long would it last? We do not know.", ANSWER, LONGER]
    got = response(*(Block(N, text, number=str(at)) for at, text in enumerate(texts, 1)))
    assert numbers(got) == []


def test_numbered_questions_in_paragraphs_are_found_though_one_does_not_ask() -> None:
    wordings = [*ASKED, "The place of parish councils", "Who should keep the accounts?"]
    got = response(
        *(
            each
            for at, wording in enumerate(wordings, 1)
            for each in (Block(N, wording, number=str(at)), para(LONGER))
        )
    )
    assert [number for number in numbers(got) if number != "4"] == ["1", "2", "3", "5"]


def test_a_courtesy_at_the_beginning_is_no_question() -> None:
    got = response(
        heading("Overview"),
        para("We welcome the opportunity to comment on the draft rules for village halls."),
        para(LONGER),
        heading("General comments"),
        para(LONGER),
    )
    assert answers(got) == []


def test_a_few_chapters_that_are_called_by_a_question_were_not_asked() -> None:
    names = [f"What happened in year {n}" + ("?" if n in (3, 7) else "") for n in range(1, 10)]
    got = response(*(each for name in names for each in (heading(name), para(LONGER))))
    assert answers(got) == []


def test_headings_that_ask_are_questions_beside_an_introduction() -> None:
    got = response(
        heading("Introduction"),
        para(LONGER),
        *(each for asked in ASKED for each in (heading(asked), para(LONGER))),
    )
    assert [part.question for part in answers(got)] == list(ASKED)


def test_questions_that_are_set_as_quotations_are_found() -> None:
    got = response(*(each for asked in ASKED for each in (Block(Q, asked), para(LONGER))))
    assert [part.question for part in answers(got)] == list(ASKED)
    assert all(body(got, part) == LONGER for part in answers(got))
