"""From old files to a footnote that leads back to them, and from a call for evidence to answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.paths import Paths
from desktop.ui.panels.evidence_card import EvidenceCard
from desktop.ui.widgets.document_text import DocumentText
from tests.export import reading
from tests.features import bringing, journey, mixed_folder
from tests.features.person import Person
from tests.support.workspace import REPOSITORY

CORPUS = REPOSITORY.parent / "shared" / "corpus"
BS69 = "altogether-better-bs69.txt"
OWN_WORDS = "We have said so since the winter of 2010, and it is still so."

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.mark.qt_log_ignore(r"This plugin does not support (raise\(\)|grabbing)", extend=True)
def test_an_old_answer_is_put_right_cited_exported_and_found_again_in_its_file(
    person: Person, paths: Paths, tmp_path: Path
) -> None:
    journey.first_start(person, paths.default_workspace, mixed_folder.NAME)
    (inquiry,) = person.window.session.consultations()
    folder = mixed_folder.make_folder(tmp_path / "past work", inquiry)
    bringing.go_to_import(person)
    bringing.add_folder(person, folder)
    see_where_each_file_stands(person)
    bringing.look_at(person, mixed_folder.RESPONSE)
    put_the_split_right(person)
    accept(person)
    insert_the_passage(person)
    see_the_footnote(journey.export_to(person, tmp_path / "evidence.docx"))
    follow_the_footnote(person)


def test_a_call_in_word_becomes_a_consultation_that_is_walked_and_answered(
    person: Person, paths: Paths, tmp_path: Path
) -> None:
    person.start(paths.default_workspace)
    call = mixed_folder.make_call(tmp_path / "Call for evidence.docx")
    bringing.go_to_import(person)
    bringing.add_files(person, call)
    assert bringing.stands(person)[call.name] == "! To look at: a call, to be made a consultation"
    bringing.look_at(person, call.name)
    see_what_was_asked(person)
    start_a_response(person)
    walk(person)
    see_when_it_closes(person)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the five corpus texts are not beside the project")
def test_the_five_corpus_texts_are_read_and_bs_69_answers_its_six_questions(
    person: Person, paths: Paths
) -> None:
    person.start(paths.default_workspace)
    texts = sorted(CORPUS.glob("*.txt"))
    bringing.go_to_import(person)
    bringing.add_files(person, *texts)
    said = bringing.stands(person)
    assert said.keys() == {path.name for path in texts}
    assert not [state for state in said.values() if state.startswith("✕")]
    assert "6 answers" in said[BS69]
    bringing.look_at(person, BS69)
    person.click("Answers (")
    answers = [words for words in bringing.parts(person) if "Answer." in words]
    matched = [
        re.findall(r"Matched with Smaller Government.*?, question (\d+):", a) for a in answers
    ]
    assert matched == [["1"], ["2"], ["3"], ["4"], ["8"], ["9"]]
    person.picture("BS 69")


# An old answer


def see_where_each_file_stands(person: Person) -> None:
    """See that everything was read but for the broken file, which has its sentence."""
    said = bringing.stands(person)
    assert said.keys() == {
        mixed_folder.RESPONSE,
        mixed_folder.REPORT,
        mixed_folder.PAGE,
        mixed_folder.EMAIL,
        mixed_folder.ATTACHED,
        mixed_folder.BROKEN,
    }
    broken = said.pop(mixed_folder.BROKEN)
    assert broken.startswith("✕ Not read: “Old minutes.docx” cannot be read:")
    assert all(state.startswith(("! To look at", "→ Ready to accept")) for state in said.values())
    assert "3 answers" in said[mixed_folder.RESPONSE]
    bringing.choose(person, mixed_folder.BROKEN)
    person.wait_for_words("Ask for it again or copy it again.")
    person.picture("a mixed folder")


def put_the_split_right(person: Person) -> None:
    """Let an answer begin at the paragraph that says something on question 3, and say so."""
    person.click("Answers (")
    before = bringing.parts(person)
    assert not any("question 3:" in words for words in before)
    bringing.click_before(person, mixed_folder.MISPLACED[:40])
    person.click("Answer begins here")
    bringing.choose_in_menu(person, "Known question", "Smaller", "3 ")
    person.wait_for(lambda: len(bringing.parts(person)) == len(before) + 1)
    after = bringing.parts(person)
    numbers = [words.partition("question ")[2].partition(":")[0] for words in after]
    assert numbers == ["", "1", "2", "3", "4"]
    person.press("Ctrl+Z")
    person.wait_for(lambda: bringing.parts(person) != after)
    assert not any("question 3:" in words for words in bringing.parts(person))
    person.press("Ctrl+Shift+Z")
    person.wait_for(lambda: bringing.parts(person) == after)
    person.picture("put right")


def accept(person: Person) -> None:
    """Accept what is on screen, and wait until it is in the library."""
    person.click("Accept")
    person.wait_for(lambda: person.button("Take back to change it"))


def insert_the_passage(person: Person) -> None:
    """Go back to the questions, find the passage at the third, and insert it with its source."""
    person.press("Alt+Left", 2)
    journey.at_question(person, "1")
    person.click("Question 3")
    journey.at_question(person, "3")
    person.into("Answer to question 3")
    person.type(OWN_WORDS + "\n")
    person.into("Search all evidence")
    person.type("sign for the boiler")
    person.wait_for_words("found for “sign for the boiler”")
    person.wait_for(lambda: not person.window.jobs.working)
    person.picture("passage found")
    beginning = mixed_folder.MISPLACED[:40]
    card = person.find(EvidenceCard, f"Passage: {beginning}")
    assert any(words.startswith(f"{mixed_folder.NAME}, March 2011") for words in card.words())
    assert any("2011, question 3." in words for words in card.words())
    person.click(f"Insert: {beginning}")
    person.wait_until_saved()
    written = person.text_of("Answer to question 3")
    assert written == f"{OWN_WORDS}\n{mixed_folder.MISPLACED}\ufffc"


def see_the_footnote(document: bytes) -> None:
    """Read the document back: the words are in it, the footnote says whose they are and where."""
    assert any(mixed_folder.MISPLACED in words for words in reading.paragraphs(document))
    notes = [
        reading.words(note).strip()
        for note in reading.root(document, "word/footnotes.xml").iter(f"{reading.W}footnote")
    ]
    (note,) = filter(None, notes)
    named = f"{mixed_folder.NAME}, “Written evidence submitted by {mixed_folder.NAME}”, March 2011"
    assert note.startswith(named)
    assert note.removeprefix(named).startswith(", under “The impact and consequences")
    assert note.endswith(", paragraph 2.")


def follow_the_footnote(person: Person) -> None:
    """Go from the footnote in the answer to the file and the paragraph, and back."""
    person.click("Question 3")
    journey.at_question(person, "3")
    person.into("Answer to question 3")
    person.press("Ctrl+End")
    person.press("F12")
    person.wait_for_words("Marked: passage 4 of 5, under “The impact and consequences")
    assert person.reads(f"File: {mixed_folder.RESPONSE}")
    text = person.find(DocumentText, "The text of the source")
    person.wait_for(text.marked_in_view)
    assert text.marked_words() == mixed_folder.MISPLACED
    person.picture("followed")
    person.press("Alt+Left")
    journey.at_question(person, "3")


# A call


def see_what_was_asked(person: Person) -> None:
    """See questions, closing day and limit beside the call."""
    person.click("Questions (3)")
    for words, row in zip(mixed_folder.QUESTIONS, bringing.parts(person), strict=True):
        assert words.rstrip(".") in row
    person.click("The call")
    assert person.text_of("Closes on") == "12 May 2027"
    assert person.text_of("Time of closing") == "5pm"
    assert person.text_of("Longest submission") == "3000"
    assert person.text_of("Where to send it") == "halls@assembly.example"
    person.picture("a call")


def start_a_response(person: Person) -> None:
    """Make it a consultation, and answer it at once."""
    person.dialogs.confirms.append(True)
    person.dialogs.texts.append(mixed_folder.NAME)
    person.click("Make this a consultation")
    person.wait_for_words("Question 1 of 3")


def walk(person: Person) -> None:
    """Answer the first question, and walk to the last and back."""
    first, *others = mixed_folder.QUESTIONS
    assert person.reads(first)
    person.wait_for_words("0 of 3,000 words")
    person.into("Answer to question 1")
    person.type(OWN_WORDS)
    person.wait_until_saved()
    count = len(OWN_WORDS.split())
    person.wait_for_words(f"{count} of 3,000 words")
    for number, words in enumerate(others, 2):
        person.click("Next")
        person.wait_for_words(f"Question {number} of 3")
        assert person.reads(words)
        assert person.text_of(f"Answer to question {number}") == ""
    person.click("Previous")
    person.wait_for_words("Question 2 of 3")
    person.click("Previous")
    person.wait_for_words("Question 1 of 3")
    assert person.text_of("Answer to question 1") == OWN_WORDS
    person.picture("a call walked")


def see_when_it_closes(person: Person) -> None:
    """See on the start page when the call closes."""
    person.press("Alt+Home")
    person.wait_for_words("12 May 2027")
    assert person.reads("Village halls and the places people meet")
