"""What a document is, what it is called, who wrote it and when, are read off its first words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.document import Block, Document, DocumentFormat, Metadata
from desktop.core.evidence import SourceKind
from desktop.corpus.understand import understand
from desktop.corpus.understanding.kinds import cues
from desktop.corpus.understanding.seen import see
from tests.corpus.understanding.samples import (
    ANSWER,
    BREAK,
    LONGER,
    document,
    heading,
    item,
    para,
)


def slides() -> Document:
    return document(
        *(
            each
            for title in ("Buses", "Halls", "What next?", "Money", "People")
            for each in (heading(title), item("Few words."), item("Fewer."), Block(BREAK))
        ),
        name=DocumentFormat.TEXT,
    )


SORTS = [
    (
        document(heading("Written evidence submitted by Quillby Trust (VH 12)"), para()),
        SourceKind.WRITTEN_EVIDENCE,
    ),
    (
        document(heading("Quillby Trust response to the consultation on halls"), para()),
        SourceKind.PAST_RESPONSE,
    ),
    (
        document(
            heading("Call for evidence: halls"),
            para("The Committee invites written submissions by 3 May 2024."),
            para("How to respond"),
        ),
        SourceKind.CALL_FOR_EVIDENCE,
    ),
    (document(heading("Village halls: a briefing"), para(LONGER)), SourceKind.BRIEFING),
    (document(heading("Final report of the hall survey"), para(LONGER)), SourceKind.REPORT),
    (document(para("Dear Minister"), para(LONGER), para("Yours sincerely")), SourceKind.LETTER),
    (document(heading("Halls"), para(LONGER), name=DocumentFormat.PPTX), SourceKind.SLIDES),
    (document(heading("Halls"), para(LONGER), name=DocumentFormat.HTML), SourceKind.WEB_PAGE),
    (document(heading("Hello"), para(LONGER), name=DocumentFormat.EML), SourceKind.LETTER),
    (document(heading("Quillby newsletter"), para("In this issue: halls.")), SourceKind.NEWSLETTER),
    (
        document(
            heading("Halls"),
            para("I have thought about this. My view is simple, and I hold it."),
            name=DocumentFormat.HTML,
        ),
        SourceKind.BLOG_POST,
    ),
    (
        replace(
            document(
                para("3 May 2024"),
                heading("Halls"),
                para("A new report says so."),
                name=DocumentFormat.TEXT,
            ),
            notices=("Buttons, forms and the like of the web page around it were left out.",),
        ),
        SourceKind.NEWSLETTER,
    ),
    (slides(), SourceKind.SLIDES),
    (document(), SourceKind.REPORT),
]


@pytest.mark.parametrize(("made", "kind"), SORTS, ids=[f"{kind}" for _, kind in SORTS])
def test_the_kind_is_guessed_from_what_can_be_pointed_at(made: Document, kind: SourceKind) -> None:
    got = understand(made, "file.docx", ())
    assert got.kind is kind
    assert 0 < got.confidence < 1
    if made.blocks:
        assert any(cue.words for cue in cues(made, see(made.blocks), "file.docx"))


def test_questions_with_answers_tell_a_response_whatever_it_is_called() -> None:
    asked = (f"Question {at}: Do you agree with point {at}?" for at in range(1, 6))
    got = understand(
        document(
            heading("Halls of the valley"), *(each for ask in asked for each in (para(ask), para()))
        ),
        "halls.docx",
        (),
    )
    assert got.kind is SourceKind.PAST_RESPONSE
    assert len(got.parts) == 6


def test_questions_that_nobody_answers_tell_a_call() -> None:
    asked = [para(f"{at}. Do you agree with point {at}?") for at in range(1, 6)]
    options = [item(word) for word in ("Yes", "No", "Not sure")]
    blocks = [each for ask in asked for each in (ask, *options)]
    assert (
        understand(document(heading("Halls"), *blocks), "x.docx", ()).kind
        is SourceKind.CALL_FOR_EVIDENCE
    )


def test_what_a_person_says_it_is_is_not_guessed_again() -> None:
    asked = (f"Question {at}: Do you agree with point {at}?" for at in range(1, 6))
    made = document(*(each for ask in asked for each in (para(ask), para())))
    got = understand(made, "x.docx", (), SourceKind.BRIEFING)
    assert (got.kind, got.confidence, len(got.parts)) == (SourceKind.BRIEFING, 1.0, 1)


@pytest.mark.parametrize(
    ("own", "first", "name", "expected"),
    [
        ("Halls of the valley", "Something else", "x.docx", "Halls of the valley"),
        ("Microsoft Word - draft3.docx", "Halls of the valley", "x.docx", "Halls of the valley"),
        ("untitled", "", "halls_of-the_valley.v2.docx", "halls of the valley.v2"),
        ("", "", "minutes.eml › halls of the valley.docx", "halls of the valley"),
    ],
)
def test_the_title_is_the_plainest_of_properties_heading_and_name(
    own: str, first: str, name: str, expected: str
) -> None:
    blocks = (heading("Contents"), heading(first, 1)) if first else (para(LONGER * 3),)
    made = replace(document(*blocks), metadata=Metadata(title=own))
    assert understand(made, name, ()).title == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Written evidence submitted by Quillby Trust (VH 12)", "Quillby Trust"),
        ("Memorandum by the WI of Quillby", "WI of Quillby"),
        (
            "Response from Harrowmere Advice Centre to the consultation on halls",
            "Harrowmere Advice Centre",
        ),
        ("Quillby Trust’s response to the consultation on halls", "Quillby Trust"),
        ("Submitted by: Quillby Trust", "Quillby Trust"),
        ("By Ann Example", "Ann Example"),
        ("Halls of the valley", "Ann Example of the file"),
    ],
)
def test_the_author_is_the_body_named_at_the_top_before_the_name_in_the_file(
    line: str, expected: str
) -> None:
    made = replace(
        document(heading(line), para()), metadata=Metadata(author="Ann Example of the file")
    )
    assert understand(made, "x.docx", ()).author == expected


def test_a_name_that_the_word_processor_put_in_is_no_author() -> None:
    made = replace(document(para()), metadata=Metadata(author="Microsoft Office User"))
    assert understand(made, "x.docx", ()).author == ""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("14 June 2024", ANSWER), "2024-06-14"),
        (("Submitted on 3rd May 2021", ANSWER), "2021-05-03"),
        ((ANSWER, "March 2011"), "2011-03"),
        (("January 12, 2011", ANSWER), "2011-01-12"),
        (("Date: 03/05/2021", ANSWER), "2021-05-03"),
        (("Fernbrook Trust, 3 October 2022", ANSWER), "2022-10-03"),
        (("Friends of Fernbrook – March 2019", ANSWER), "2019-03"),
        (("Evidence is wanted, says the council, by 14 June 2024", ANSWER), "2020-02-02"),
        (
            ("In a long sentence of this document 14 June 2024 is a day among others, no more.",),
            "2020-02-02",
        ),
        (("31 February 2024", ANSWER), "2020-02-02"),
    ],
)
def test_the_date_is_a_line_of_its_own_or_what_the_file_says(
    lines: tuple[str, ...], expected: str
) -> None:
    made = replace(document(*map(para, lines)), metadata=Metadata(date="2020-02-02"))
    assert understand(made, "x.docx", ()).date == expected


def test_a_heading_of_contents_or_an_address_is_no_title() -> None:
    made = document(heading("Contents"), para("www.example.org"), para("3 May 2024"), para("Halls"))
    assert understand(made, "x.docx", ()).title == "Halls"
