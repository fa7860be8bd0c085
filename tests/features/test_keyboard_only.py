"""From the first start to a document without touching the mouse."""

from __future__ import annotations

from pathlib import Path

from desktop.paths import Paths
from tests.export import reading
from tests.features import journey, story
from tests.features.person import Person

KEY_POINT = "Halls are where a society meets."
ANSWER = "We keep four halls open, and each is full on a Tuesday."
SEARCHED = "volunteering"


def test_the_whole_way_to_a_document_goes_by_keyboard_alone(
    person: Person, paths: Paths, tmp_path: Path
) -> None:
    person.start(paths.default_workspace)
    person.dialogs.texts.append(story.NAME)
    person.tab_to("Answer Smaller Government")
    person.press("Return")
    answer_the_first_question(person)
    find_evidence_by_palette(person)
    skip_the_others(person)
    say_why(person)
    file = tmp_path / "keyboard.docx"
    export(person, file)
    said = "\n".join(reading.paragraphs(file.read_bytes()))
    who, what, when = story.RECOMMENDATIONS["7"]
    for words in (KEY_POINT, ANSWER, f"{who} should {what} {when} (para", story.REASON):
        assert words in said
    marks = list(reading.root(file.read_bytes()).iter(f"{reading.W}footnoteReference"))
    assert len(marks) == 3


def answer_the_first_question(person: Person) -> None:
    journey.at_question(person, "1")
    person.tab_to("Key point", back=True)
    person.type(KEY_POINT)
    person.press("Return")
    person.type(ANSWER)
    person.wait_for_words("For this question and the paragraph you are writing, best first.")
    person.press("Ctrl+Shift+I")
    person.wait_for_words("Used above")
    person.press("F8")
    person.tab_to("Cite only:")
    person.press("Space")
    assert person.focus() is person.field("Answer to question 1")
    person.press("Ctrl+Shift+N")
    for words in story.RECOMMENDATIONS["7"]:
        person.type(words)
        person.press("Tab")
    person.press("Return")
    person.wait_for_words("<b>The Cabinet Office</b> should")
    person.press("Ctrl+Return")
    person.wait_for_state("Question 1", "Ready")
    person.picture("keyboard question 1")


def find_evidence_by_palette(person: Person) -> None:
    person.press("F7")
    person.tab_to("Answer to question 1")
    person.press("Ctrl+End")
    person.press("Ctrl+K")
    person.type(SEARCHED)
    person.wait_for(lambda: not person.window.jobs.working)
    found = person.window.finder
    assert found is not None
    person.picture("palette")
    person.wait_for(lambda: any("olunteer" in words for words in found.entries()))
    person.press("End")
    person.press("Down", len(found.entries()) - 1)
    person.press("Return")
    person.wait_until_saved()
    assert person.text_of("Answer to question 1").count("\ufffc") == 3


def skip_the_others(person: Person) -> None:
    for number in range(2, 10):
        person.press("Ctrl+PgDown")
        journey.at_question(person, str(number))
        person.dialogs.texts.append(story.SKIP_REASON)
        person.press("Ctrl+Shift+S")
        person.wait_for_words(story.SKIP_REASON)
    person.press("Ctrl+K")
    person.type("about us")
    person.press("Return")
    person.wait_for_words("A committee wants to know who is speaking")


def say_why(person: Person) -> None:
    person.tab_to("Why we are submitting")
    person.type(story.REASON)
    person.press("Ctrl+R")
    person.wait_for_words("1 of 9 questions ready, 8 skipped.")
    person.picture("keyboard review")


def export(person: Person, file: Path) -> None:
    person.press("Ctrl+E")
    person.wait_for_words("Cover email")
    person.dialogs.saves.append(file)
    person.tab_to("Choose where", back=True)
    person.press("Return")
    person.tab_to("Export")
    person.press("Return")
    person.wait_for(file.exists)
    person.wait_for_words(f"Saved as {file}")
