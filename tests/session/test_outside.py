"""Documents that were written elsewhere, checked like a response of one's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from desktop.checks import CHECKS
from desktop.core.document import Block, BlockKind
from desktop.core.edits import AddOrganisation
from desktop.core.finding import FindingLevel
from desktop.core.read_ask import ReadAsk, read_ask
from desktop.core.response import Organisation
from desktop.core.rules import Part
from desktop.core.text import citations
from desktop.corpus.failures import Cause, ReadError
from desktop.errors import WorkspaceError
from desktop.markup import parse
from desktop.session import Session
from desktop.session.outside import WRITTEN_HERE
from desktop.session.outside_text import OutsideTexts
from tests.support.spoilt_documents import PROSE, language, sound_document, spoilt_document
from tests.support.workspace import INQUIRY

ASKED = ("What is the state of village halls?", "Who should pay for their upkeep?")


def response_document(path: Path) -> Path:
    """Write a response to two questions, with the parts that a committee wants."""
    document = Document()
    language(document, "en-GB")
    document.core_properties.title = "Written evidence submitted by Larch Valley Network"
    document.add_heading("Written evidence submitted by Larch Valley Network", 0)
    document.add_heading("About us", 1)
    document.add_paragraph("Larch Valley Network is a charity that supports forty village halls.")
    document.add_paragraph("Ring us on 01632 960123 for more.")
    document.add_heading("Summary", 1)
    document.add_paragraph("Halls need trustees.", style="List Bullet")
    for number, text in enumerate(ASKED, 1):
        document.add_heading(f"Question {number}: {text}", 2)
        document.add_paragraph(f"Nearly {number}5% of halls lost money last year. {PROSE}")
    document.add_heading("Recommendations", 1)
    document.add_paragraph("The Department should publish a plan by March 2028 (question 2).")
    document.add_paragraph("Keep halls open.")
    document.add_paragraph("26 November 2026")
    document.save(str(path))
    return path


def test_the_parts_of_a_response_are_found(session: Session, tmp_path: Path) -> None:
    found = session.checking_file(response_document(tmp_path / "response.docx"))()
    draft = found.draft
    assert draft.organisation.name == "Larch Valley Network"
    assert [question.text for question in draft.consultation.questions] == list(ASKED)
    assert draft.answers["2"].body.startswith("Nearly 25% of halls")
    assert draft.about.startswith("Larch Valley Network is a charity")
    assert [point.text for point in draft.response.summary or ()] == ["Halls need trustees."]
    assert draft.response.dated == date(2026, 11, 26)
    asked = draft.recommendations[0]
    assert (asked.who, asked.what, asked.by_when) == (
        "The Department",
        "publish a plan",
        "by March 2028",
    )
    assert asked.question == "2"
    assert len(draft.recommendations) == 2


def test_its_text_is_checked(session: Session, tmp_path: Path) -> None:
    found = session.checking_file(response_document(tmp_path / "response.docx"))()
    said = {(finding.check, finding.excerpt) for finding in found.findings}
    assert ("figure-source", "15%") in said
    assert ("contact-details", "01632 960123") in said
    assert "key-point" not in {check for check, _ in said}


def test_an_ask_that_is_guessed_from_an_answer_is_spoken_of_once(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "asks.txt"
    path.write_text(
        "Village halls\n\nThe council should publish the plan for its halls in order to tell"
        " trustees what is to come.\n",
        encoding="utf-8",
    )
    found = session.checking_file(path)()
    assert found.draft.recommendations
    said = [finding.excerpt for finding in found.findings if finding.check == "jargon"]
    assert said == ["in order to"]
    assert {f.check for f in found.findings if f.part is Part.RECOMMENDATIONS} == set()


def test_the_words_of_an_ask_that_is_guessed_are_counted_once(
    session: Session, tmp_path: Path
) -> None:
    ask = "The council should open one more hall. "
    path = tmp_path / "long.txt"
    path.write_text(
        "Village halls\n\n" + ask * 340 + "\n", encoding="utf-8"
    )  # 2,380 words of 3,000
    found = session.checking_file(path, "pasc-2011")()
    assert found.draft.recommendations
    assert "within-limit" not in {finding.check for finding in found.findings}


def test_a_heading_that_only_asks_is_no_question_without_an_answer(
    session: Session, tmp_path: Path
) -> None:
    document = Document()
    document.add_heading("Larch Valley Network", 0)
    for text in ("Who runs our halls?", "What is a hall for?"):
        document.add_heading(text, 1)
        document.add_paragraph(PROSE)
    document.add_heading("Is this the end?", 1)
    document.save(str(tmp_path / "slides.docx"))
    found = session.checking_file(tmp_path / "slides.docx")()
    assert [each.text for each in found.draft.consultation.questions] == [
        "Who runs our halls?",
        "What is a hall for?",
    ]
    assert "question-answered" not in {finding.check for finding in found.findings}


def test_a_document_without_a_name_is_asked_for_one_and_told_nothing_twice(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Notes on halls\n\nOur halls need trustees.\n", encoding="utf-8")
    said = {finding.check: finding for finding in session.checking_file(path)().findings}
    assert said["organisation-named"].asks
    assert said["summary"].level is FindingLevel.WARNING
    assert not {"about-us", "title-line"} & set(said)


def test_the_file_itself_is_checked(session: Session, tmp_path: Path) -> None:
    found = session.checking_file(spoilt_document(tmp_path / "spoilt.docx"))()
    said = {finding.check for finding in found.findings}
    assert {"heading-levels", "table-header", "alt-text", "link-text"} <= said
    sound = session.checking_file(sound_document(tmp_path / "sound.docx"))()
    assert not {"heading-levels", "table-header", "alt-text", "link-text"} & {
        finding.check for finding in sound.findings
    }


def test_what_would_be_said_in_an_oral_session_is_no_answer(
    session: Session, tmp_path: Path
) -> None:
    path = response_document(tmp_path / "response.docx")
    document = Document(str(path))
    document.add_heading("Oral evidence", 1)
    document.add_paragraph("Our chair would gladly speak of halls that the council has sold.")
    document.save(str(path))
    draft = session.checking_file(path)().draft
    texts = [draft.response.oral_evidence, *(each.body for each in draft.answers.values())]
    assert sum("gladly speak of halls" in text for text in texts) == 1
    assert "gladly speak of halls" in draft.response.oral_evidence


def test_the_rules_of_a_body_hold_where_one_is_named(session: Session, tmp_path: Path) -> None:
    path = response_document(tmp_path / "response.docx")
    found = session.checking_file(path, "commons-select-committee")()
    assert found.draft.rules.id == "commons-select-committee"
    assert "numbering" in {finding.check for finding in found.findings}
    with pytest.raises(WorkspaceError):
        session.checking_file(path, "no-such-body")()


def test_the_limit_of_a_call_does_not_hold_for_another_body(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "response.docx"
    document = Document()
    document.add_heading("Written evidence submitted by Larch Valley Network", 0)
    call = next(one for one in session.consultations() if one.id == INQUIRY)
    for question in call.questions:
        document.add_heading(question.text, 1)
        document.add_paragraph("Our halls in the Larch valley were open each week last year.")
    document.save(str(path))
    own = session.checking_file(path)().draft
    assert own.consultation.id == INQUIRY
    assert own.consultation.limit is not None
    other = session.checking_file(path, "uk-government")().draft
    assert other.consultation.id == INQUIRY
    assert other.consultation.limit is None
    assert all(question.limit is None for question in other.consultation.questions)


def test_a_document_without_a_date_is_told_so_where_one_is_wanted(
    session: Session, tmp_path: Path
) -> None:
    dated = session.checking_file(response_document(tmp_path / "a.docx"), "lords-select-committee")
    undated = session.checking_file(sound_document(tmp_path / "b.docx"), "lords-select-committee")
    assert "date" not in {finding.check for finding in dated().findings}
    assert "The document has no date." in {finding.sentence for finding in undated().findings}


def test_the_house_rules_of_an_organisation_of_the_workspace_hold(
    session: Session, tmp_path: Path
) -> None:
    session.apply(AddOrganisation(Organisation("larch", "larch valley network")))
    draft = session.checking_file(response_document(tmp_path / "response.docx"))().draft
    assert draft.organisation.id == "larch"
    assert draft.about.startswith("Larch Valley Network is a charity")


def test_only_checks_that_there_are_are_left_out() -> None:
    assert {one.id for one in CHECKS} >= WRITTEN_HERE


def test_what_answers_no_question_is_checked_too(session: Session, tmp_path: Path) -> None:
    path = sound_document(tmp_path / "sound.docx")
    draft = session.checking_file(path)().draft
    assert PROSE.strip() in draft.answers["other"].body
    assert draft.consultation.question("other").heading == "Other parts of the document"


def test_plain_text_is_checked_without_the_facts_of_word(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "response.txt"
    path.write_text(f"Our evidence\n\n{PROSE * 4}\n\nWrite to halls@example.org.\n", "utf-8")
    found = session.checking_file(path)()
    assert not found.file.word
    checks = {finding.check for finding in found.findings}
    assert "contact-details" in checks
    assert not checks & {"document-title", "document-language", "heading-levels"}


def test_a_damaged_an_empty_and_a_missing_document_are_a_sentence(
    session: Session, tmp_path: Path
) -> None:
    whole = response_document(tmp_path / "whole.docx").read_bytes()
    damaged, empty, blank = (tmp_path / f"{name}.docx" for name in ("damaged", "empty", "blank"))
    damaged.write_bytes(whole[: len(whole) // 2])
    empty.write_bytes(b"")
    Document().save(str(blank))
    wanted = {
        damaged: Cause.DAMAGED,
        empty: Cause.EMPTY,
        blank: Cause.EMPTY,
        tmp_path / "missing.docx": Cause.MISSING,
    }
    for path, cause in wanted.items():
        with pytest.raises(ReadError) as error:
            session.checking_file(path)()
        assert error.value.cause is cause
        assert error.value.message.endswith(".")


def test_five_hundred_pages_are_checked(session: Session, tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Written evidence submitted by Larch Valley Network", 0)
    for page in range(500):
        document.add_heading(f"Chapter {page + 1}", 1)
        document.add_paragraph(f"In chapter {page + 1}: {PROSE * 4}")
        document.add_page_break()
    path = tmp_path / "long.docx"
    document.save(str(path))
    found = session.checking_file(path)()
    assert found.file.words > 30_000
    assert sum(len(answer.body.split()) for answer in found.draft.answers.values()) > 30_000
    assert "link-text" not in {finding.check for finding in found.findings}


def test_a_paragraph_cites_the_notes_that_follow_it() -> None:
    texts = OutsideTexts()
    note = "Larch Institute, Halls in decline, 2024, https://example.org/halls."
    body = texts.written(
        [
            Block(BlockKind.PARAGRAPH, "Halls shut."),
            Block(BlockKind.FOOTNOTE, note, number="1"),
            Block(BlockKind.LIST_ITEM, "Roofs leak."),
            Block(BlockKind.FOOTNOTE, "Ibid, page 4.", number="2"),
            Block(BlockKind.QUOTATION, "We lost our room."),
            Block(BlockKind.FOOTNOTE, "A member, in a letter.", number="3"),
            Block(BlockKind.TABLE, "Hall", cells=(("Hall", "Rooms"), ("Old", "2"))),
            Block(BlockKind.FOOTNOTE, "Our own count.", number="4"),
            Block(BlockKind.HEADING, "Roofs", level=2),
            Block(BlockKind.FOOTNOTE, "Said before.", number="5"),
        ]
    )
    assert [cite.key for cite in citations(parse(body))] == [f"note-{at}" for at in range(1, 6)]
    first, second, third = (texts.sources[f"note-{at}"] for at in (1, 2, 3))
    assert (first.title, first.date, first.address) == (note, "2024", "https://example.org/halls")
    assert second.date == "2024"
    assert third.date == ""


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "The Department should publish a plan by March 2028.",
            ReadAsk("The Department", "publish a plan", "by March 2028"),
        ),
        (
            "Councils must keep a list of halls.",
            ReadAsk("Councils", "keep a list of halls", ""),
        ),
        ("Keep halls open.", ReadAsk("", "Keep halls open", "")),
        (
            "Ministers should publish them within six months of the committee’s report.",
            ReadAsk("Ministers", "publish them", "within six months of the committee’s report"),
        ),
        (
            "Ministers should report, by the end of 2027.",
            ReadAsk("Ministers", "report", "by the end of 2027"),
        ),
        (
            "Funding should be decided by local people.",
            ReadAsk("Funding", "be decided by local people", ""),
        ),
    ],
)
def test_an_ask_is_taken_apart(sentence: str, parts: ReadAsk) -> None:
    assert read_ask(sentence) == parts


@given(st.text(max_size=300))
def test_no_word_of_an_ask_is_lost(text: str) -> None:
    found = read_ask(text)
    kept = f"{found.who} {found.what} {found.when}".split()
    assert len(kept) >= len(text.split()) - 2
