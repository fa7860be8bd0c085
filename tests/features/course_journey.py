"""A learner's way through the first course, stage by stage, as a person goes it."""

from __future__ import annotations

from pathlib import Path

from desktop.ui.pages.course import CoursePage
from tests.features.person import USUAL_SIZE, Person

TITLE = "Your first written evidence"
NAME = "Wren"
KEY_POINT = "When nobody can drive, people go without care."
CLAIM = "Our journeys are first of all a way to care."
COUNTED = "2025-26 we counted 648 refusals of 5,508 requests."
REPAIRED = "Of the 187 passengers who answered our survey in April 2026, 58 missed an appointment"
NOTES = "648 were refused."
HEARING = "From the booking sheet, and it is in the pack."
PEER = "The strongest point is the price of a mile."
WHY = "The first sentence says it."
DIFFERENTLY = "I shall begin with the number."


def begin(person: Person, workspace: Path) -> None:
    """Find the course from the first page, and begin it under a name."""
    person.start(workspace)
    person.click("Courses")
    person.wait_for_words("At the end you can")
    person.picture("courses")
    person.dialogs.texts.append(NAME)
    person.click(f"Begin {TITLE}")
    arrive(person, "What a committee does with it")


def arrive(person: Person, words: str) -> None:
    """Wait for the window of another workspace, and look at it."""
    person.wait_for(
        lambda: (
            person.program.window is not None
            and person.program.window.isVisible()
            and person.reads(words)
        ),
        f"“{words}” never came",
    )
    person.window.resize(*USUAL_SIZE)
    person.come_to_front()


def at(person: Person, title: str) -> None:
    """See that a step is shown."""
    person.wait_for(
        lambda: (
            isinstance(page := person.window.navigation.page, CoursePage)
            and page.head.title.text() == title
        ),
        f"“{title}” is not shown",
    )


def mark_a_claim(person: Person) -> None:
    """Mark the first sentence by key, and compare."""
    at(person, "Claim, evidence, ask")
    person.into("The text to mark")
    person.press("Ctrl+Home")
    person.press("1")
    person.click("Compare with the key")
    person.wait_for(lambda: person.reads("Right"))
    person.picture("spot")
    person.press("Ctrl+PgDown")
    at(person, "If you have time: a harder one")
    person.press("Ctrl+Alt+S")


def read_the_papers(person: Person) -> None:
    """Read, take a note, go on by mouse."""
    at(person, "Paper 1: journeys, drivers and money")
    assert "[4]" in person.text_of("Journeys, drivers and money")
    person.write("Notes for yourself", NOTES)
    person.picture("paper")
    for _ in range(5):
        person.click("Next step")
    at(person, "Many, most, a growing number")


def mend_a_paragraph(person: Person) -> None:
    """Take a hint, mend the paragraph, cite a place of a paper; leave the others out."""
    person.wait_for(lambda: person.reads("The fault is still there"))
    person.click("Show a hint")
    person.wait_for_words("Which word makes a number out of nothing?")
    person.into("The text to mend")
    person.press("Ctrl+A")
    person.type(f"{REPAIRED} .")
    person.press("Left", 1)
    person.wait_for(lambda: person.reads("The fault is gone"))
    person.picture("repair")
    person.press("Ctrl+PgDown")
    at(person, "A figure from somewhere")
    person.press("Ctrl+Alt+S", 3)
    person.click("Question 1: what journeys make possible, 14 minutes")
    at(person, "Question 1: what journeys make possible")


def write_an_answer(person: Person) -> None:
    """Write at the question page, with the guide beside it, part by part."""
    person.click("Write the answer")
    person.wait_for_words("Question 1 · part 1 of 5")
    person.into("Answer to question 1")
    person.type(CLAIM)
    person.click("Next part")
    person.wait_for_words("Question 1 · part 2 of 5")
    person.click("Put it in: In [year] we counted")
    person.wait_for(lambda: person.focus() is person.field("Answer to question 1"))
    person.press("Shift+End")
    person.type(COUNTED)
    person.picture("guide")
    person.click("Evidence")
    person.click("Insert:")
    person.wait_until_saved()
    person.press("Ctrl+6")
    for part in (3, 4, 5):
        person.click("Skip this part")
        person.wait_for_words(f"Question 1 · part {part} of 5")
    person.click("Next part" if person.reads("Next part") else "All parts done")
    person.wait_for_words("Write the key point last")
    person.write("Key point", KEY_POINT)
    person.click("Go on with the course")
    at(person, "Compare it with two others")


def compare(person: Person) -> None:
    """Look at the finished answers; guess first."""
    assert KEY_POINT in person.texts()
    person.click("Show the finished answers")
    person.wait_for_words("What each part does")
    person.click("Hide the notes")
    person.wait_for_words("Guess first")
    person.click("Show the notes")
    person.click("A common attempt")
    person.wait_for_words("How it was looked at, 0 to 3")
    person.picture("worked")
    person.press("Ctrl+PgDown")
    at(person, "500 words for three answers")


def share_out(person: Person) -> None:
    """Share the words out, and leave the rest of the unit out."""
    person.click("Share evenly")
    person.click("Compare with the model")
    person.wait_for_words("Why the model shares them out as it does")
    person.picture("budget")
    person.press("Ctrl+PgDown")
    at(person, "Find the counter-argument")
    person.press("Ctrl+Alt+S", 5)
    at(person, "In front of the committee")


def look_back(person: Person) -> None:
    """Answer a member, be read by a neighbour, look at one's own."""
    person.click("Start two minutes")
    person.write("Notes", HEARING)
    person.picture("hearing")
    person.press("Ctrl+PgDown")
    at(person, "Look at somebody else’s")
    person.wait_for_words("I would want to know where this comes from: …")
    person.write("The strongest point is", PEER)
    person.press("Ctrl+PgDown")
    at(person, "Look at your own")
    person.wait_for_words("Could a reader tell from the first two sentences")
    person.click("Answers the question, you: 2")
    person.write("Answers the question, you: why?", WHY)
    person.picture("rubric")


def stop_and_go_on(person: Person) -> None:
    """Leave for one's own work, and come back another day to the step that was open."""
    person.press("Ctrl+Alt+W")
    arrive(person, "steps behind you · as Wren")
    assert not person.reads("Practice:")
    person.press("Alt+Home")
    person.wait_for_words("Begin with this inquiry")
    person.press("Ctrl+Alt+C")
    person.wait_for_words("steps behind you · as Wren")
    person.click(f"Go on with {TITLE}")
    arrive(person, "Look at your own")
    assert person.text_of("Answers the question, you: why?") == WHY
    person.press("Ctrl+PgDown")
    at(person, "Hand in and take home")


def hand_in(person: Person, file: Path, folder: Path) -> None:
    """Save the file for the trainer and the certificate."""
    person.write("What you will do differently", DIFFERENTLY)
    person.dialogs.saves.append(file)
    person.click("Save the file for your trainer")
    person.wait_for_words("✓ Saved as")
    person.dialogs.opens.append(folder)
    person.click("Save the certificate")
    person.wait_for(lambda: folder.is_dir() and list(folder.iterdir()))
    person.wait_until_saved()
    person.picture("handed in")
    person.click("Finish")
    person.wait_for_words("21 of 21 steps behind you")
