"""The whole job at the real window, from the first start to a document that is read back."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from desktop.paths import Paths
from desktop.store.packs import read_content
from tests.export import reading
from tests.features import journey, story
from tests.features.person import Person
from tests.support.office import OoxmlValidator, PdfText
from tests.support.workspace import SetClock


@pytest.fixture(scope="module")
def kept() -> dict[str, bytes]:
    """The document, once somebody has done the whole job."""
    return {}


@pytest.fixture
def document(
    kept: dict[str, bytes], person: Person, paths: Paths, clock: SetClock, tmp_path: Path
) -> bytes:
    """Give the document that the whole job ends with; the first test that asks does the job."""
    if "document" not in kept:
        assert "begun" not in kept, "the whole job could not be done, as an earlier test says"
        kept["begun"] = b""
        file = tmp_path / "evidence.docx"
        answer_everything(person, paths.default_workspace, clock)
        frame_it(person)
        journey.review_and_mend(person)
        journey.export(person, file)
        kept["document"] = file.read_bytes()
    return kept["document"]


def answer_everything(person: Person, workspace: Path, clock: SetClock) -> None:
    """Walk all nine questions."""
    journey.first_start(person, workspace)
    journey.describe_the_organisation(person)
    journey.question_1(person)
    journey.question_2(person, clock)
    journey.question_3(person)
    journey.question_4(person)
    journey.question_5(person)
    journey.question_6(person)
    journey.questions_7_to_9(person)


def frame_it(person: Person) -> None:
    """Write what stands around the answers."""
    journey.say_who_we_are(person)
    journey.edit_the_summary(person)
    journey.reorder_recommendations(person)


def test_a_charity_answers_the_inquiry_changes_its_mind_and_comes_back_to_all_of_it(
    person: Person, paths: Paths, clock: SetClock
) -> None:
    answer_everything(person, paths.default_workspace, clock)
    journey.undo_across_pages(person)
    journey.restore_a_version(person, clock)
    frame_it(person)
    journey.review_and_mend(person)
    lines = journey.look_at_the_preview(person)
    numbers = [line.rstrip(".") for line in lines if line.rstrip(".").isdigit()]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    for words in typed():
        assert any(words in line for line in lines), words
    journey.close_and_come_back(person, paths.default_workspace)
    assert journey.look_at_the_preview(person) == lines


def test_the_document_has_every_word_that_was_typed_and_no_contact_details(
    document: bytes,
) -> None:
    said = "\n".join(reading.paragraphs(document))
    for words in (*typed(), *story.ORGANISATION.values()):
        assert words in said
    everything = "\n".join(
        reading.words(reading.root(document, name))
        for name in reading.parts(document)
        if name.endswith(".xml")
    )
    for words in (*story.CONTACT.values(), story.SKIP_REASON, "alert(1)", "All wrong"):
        assert words not in everything


def test_the_document_opens_with_its_title_and_knows_what_it_is(document: bytes) -> None:
    opened = docx.Document(BytesIO(document))
    title = f"Written evidence submitted by {story.NAME} Limited"
    assert opened.paragraphs[0].text == title
    assert opened.core_properties.title == title
    assert opened.core_properties.author == f"{story.NAME} Limited"
    assert opened.core_properties.language == "en-GB"
    created = opened.core_properties.created
    assert created is not None
    assert created.date() == date(2026, 11, 23)
    assert b"python-docx" not in b"".join(reading.parts(document).values())


def test_word_numbers_the_paragraphs_from_1_to_the_last(document: bytes) -> None:
    labels = [label for label, _ in reading.printed(document)]
    numbers = [label.rstrip(".") for label in labels if label.rstrip(".").isdigit()]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    printed = dict(reading.printed(document))
    assert printed["R1."].startswith("Every council should publish a list of empty buildings")
    assert "paragraphs" in printed["R1."]
    assert story.ANSWERS["1"].key_point in printed["4."]


def test_each_citation_is_a_footnote_with_its_place_in_the_source(
    document: bytes, paths: Paths
) -> None:
    body = reading.root(document)
    marks = [m.get(f"{reading.W}id") for m in body.iter(f"{reading.W}footnoteReference")]
    assert marks == ["1", "2"]
    notes = {
        note.get(f"{reading.W}id"): reading.words(note)
        for note in reading.root(document, "word/footnotes.xml").iter(f"{reading.W}footnote")
    }
    # What was inserted is whatever came first at the question: the note has a place of its source.
    shipped = read_content(paths.snippets, paths.resources).evidence
    briefing = next(pack for pack in shipped if "A briefing" in pack.source.title)
    assert f" {briefing.source.title}" in notes["1"]
    assert any(f", {piece.locator}." in notes["1"] for piece in briefing.snippets)
    assert "Bramah" in notes["2"]
    assert "slide “" in notes["2"]


def test_what_was_formatted_by_shortcut_and_by_paste_is_formatted_in_word(document: bytes) -> None:
    opened = docx.Document(BytesIO(document))
    bold = {run.text for paragraph in opened.paragraphs for run in paragraph.runs if run.bold}
    assert {story.BOLD, "chose the date"} <= bold
    styles = {p.text: p.style.name or "" for p in opened.paragraphs if p.style is not None}
    assert styles[story.SUBHEADING].startswith("Heading")
    assert styles[story.QUOTATION] != styles[story.PASTED[1]]
    assert len({styles[item] for item in story.BULLETS}) == 1


def test_microsofts_validator_finds_no_error(
    document: bytes, ooxml_validator: OoxmlValidator, tmp_path: Path
) -> None:
    file = tmp_path / "evidence.docx"
    file.write_bytes(document)
    assert ooxml_validator.every_version(file) == {"Office2016": [], "Microsoft365": []}


def test_libreoffice_prints_every_word_and_number(
    document: bytes, pdf_text: PdfText, tmp_path: Path
) -> None:
    file = tmp_path / "evidence.docx"
    file.write_bytes(document)
    printed = squeezed(pdf_text(file))
    for words in typed():
        assert squeezed(words) in printed
    at = 0
    for number, words in ((4, story.ANSWERS["1"].key_point), (25, story.ORAL)):
        at = printed.index(squeezed(f"{number}. {words}"), at)


def typed() -> list[str]:
    """Return everything that is typed or pasted in the story and belongs in the document."""
    answers = [words for told in story.ANSWERS.values() for words in told.paragraphs]
    points = [told.key_point for told in story.ANSWERS.values()]
    asks = [words for asked in story.RECOMMENDATIONS.values() for words in asked]
    summed_up = story.SUMMARY_EDITED.rstrip(".")  # its full stop goes behind the pointer
    rest = [story.BOLD, story.SUBHEADING, story.QUOTATION, summed_up, story.REASON]
    return [
        *answers,
        *points,
        *asks,
        *rest,
        *story.BULLETS,
        *story.PASTED,
        story.REASON,
        story.ORAL,
    ]


def squeezed(text: str) -> str:
    """Leave out white space, which layout moves about."""
    return "".join(text.split())
