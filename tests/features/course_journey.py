"""A learner's way through the first course, stage by stage, as a person goes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QSpinBox

from desktop.ui.pages.course import CoursePage
from tests.features import course_story as story
from tests.features.person import USUAL_SIZE, Person


def begin(person: Person, workspace: Path) -> None:
    """Find the course from the first page, and begin it under a name."""
    person.start(workspace)
    person.click("Courses")
    person.wait_for_words("At the end you can")
    person.picture("courses")
    person.dialogs.texts.append(story.NAME)
    person.click(f"Begin {story.TITLE}")
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


def title(person: Person) -> str:
    """Return what the step on screen is called, "" where there is none."""
    page = person.window.navigation.page
    return page.head.title.text() if isinstance(page, CoursePage) else ""


def at(person: Person, step: str) -> None:
    """See that a step is shown."""
    person.wait_for(lambda: title(person) == step, f"“{step}” is not shown")


def go_on(person: Person) -> None:
    """Turn to the next step by key."""
    before = title(person)
    person.press("Ctrl+PgDown")
    person.wait_for(lambda: title(person) not in ("", before), f"“{before}” is not left")


# Reading and exercises


def mark(person: Person, step: str) -> None:
    """Mark the sentences of a text by key, compare, and look at the key."""
    at(person, step)
    text = person.text_of("The text to mark")
    for key, words in story.MARKED[step]:
        person.into("The text to mark")
        person.press("Ctrl+Home")
        person.press("Right", text.index(words) + 1)
        person.press(key)
    person.click("Compare with the key")
    many = len(story.MARKED[step])
    person.wait_for_words(f"{many} of {many} found. ")
    person.click("Show the key in the text")
    person.picture(f"spot {step}")
    go_on(person)


def read_the_papers(person: Person) -> None:
    """Read each paper and take a note; go on by mouse."""
    for step, (paper, note) in story.NOTES.items():
        at(person, step)
        assert "[2]" in person.text_of(story.title_of(paper))
        person.write("Notes for yourself", note)
        person.click("Next step")
    person.picture("papers")


def mend(person: Person, step: str, mended: story.Mend) -> None:
    """Write a paragraph anew, cite a place of a paper, ask for something, until the checks say that
    the fault is gone and nothing else came in.
    """
    at(person, step)
    person.wait_for(lambda: person.reads("● Still there"))
    person.write("The text to mend", mended.words)
    person.click("Look in the papers")
    person.choose("Paper", mended.paper)
    person.click(f"Cite paragraph {mended.place} of {story.title_of(mended.paper)}")
    person.click("Close the papers")
    person.type(".")
    for field, words in zip(("Who should act", "What should", "By when"), mended.ask, strict=False):
        person.write(field, words)
    see_it_mended(person)


def see_it_mended(person: Person) -> None:
    """See that the checks are content, and go on."""
    person.wait_for(
        lambda: person.reads("The fault is gone.") or person.reads("All 2 faults are gone."),
        f"“{title(person)}” is not mended",
    )
    assert not person.reads("+ New")
    go_on(person)


def ask_for_help(person: Person) -> None:
    """Take both hints of the exercise on screen, and look at its solution."""
    person.click("Show a hint")
    person.wait_for_words("First hint")
    person.click("Show another hint")
    person.wait_for_words("Second hint")
    person.click("Show the solution")
    person.wait_for_words("One way to mend it")
    person.picture("hints and solution")


def mend_by_button(person: Person) -> None:
    """Let the program move the number, as the check offers."""
    at(person, story.BY_BUTTON)
    person.click(story.MOVED)
    see_it_mended(person)


def share_out(person: Person) -> None:
    """Give each answer its words, and compare."""
    person.wait_for(lambda: any(person.everything(QSpinBox)), "there is nothing to share out")
    for number, words in story.WORDS.items():
        person.click_on(person.find(QSpinBox, f"Words for question {number}"))
        person.press("Ctrl+A")
        person.type(str(words))
        person.press("Tab")
    person.click("Compare with the model")
    person.wait_for_words("Why the model shares them out as it does")
    person.picture("budget")
    go_on(person)


# Writing


def write_with_the_guide(person: Person) -> None:
    """Write part by part as the guide asks, a sentence of it completed and a piece of evidence put
    in; then the ask and the key point.
    """
    said = story.FIRST
    claim, counted, *others = said.parts
    answer = f"Answer to question {said.number}"
    person.click("Write the answer")
    person.wait_for_words("part 1 of 5")
    person.into(answer)
    person.type(claim)
    next_part(person, 2)
    person.click("Put it in: In [year] we counted")
    person.wait_for(lambda: person.focus() is person.field(answer))
    person.press("Shift+End")
    person.type(counted)
    person.picture("guide")
    insert_evidence(person)
    person.press("Ctrl+6")
    for place, words in enumerate(others, 3):
        next_part(person, place)
        person.into(answer)
        person.press("Ctrl+End")
        person.type(f"\n{words}")
    next_part(person, 5)
    ask_for(person, said)
    person.click("All parts done")
    person.wait_for_words("Write the key point last")
    finish_answer(person, said)


def write_shortly(person: Person, said: story.Said) -> None:
    """Write an answer without the guide: what is asked for first, then its parts and the evidence,
    the key point last.
    """
    person.click("Write the answer")
    person.wait_for_words(f"Question {said.number} · part 1 of 5")
    ask_for(person, said)
    person.into(f"Answer to question {said.number}")
    person.type("\n".join(said.parts))
    insert_evidence(person)
    finish_answer(person, said)


def next_part(person: Person, place: int) -> None:
    """Go on to a part of the guide."""
    person.click("Next part")
    person.wait_for_words(f"part {place} of 5")


def insert_evidence(person: Person) -> None:
    """Put in the first piece that is offered; its citation comes with it."""
    person.click("Evidence")
    person.click("Insert:")
    person.wait_until_saved()


def ask_for(person: Person, said: story.Said) -> None:
    """Add a recommendation: who, what, by when."""
    person.click("Add a recommendation")
    for words in said.ask:
        person.type(words)
        person.press("Tab")
    person.click("Done with this recommendation")
    person.wait_for_words(f"<b>{said.ask[0]}</b> should {said.ask[1]}")


def finish_answer(person: Person, said: story.Said) -> None:
    """Write the key point and go back to the course."""
    person.write("Key point", said.key_point)
    person.wait_until_saved()
    person.picture(f"answer {said.number}")
    person.click("Go on with the course")
    person.wait_for(lambda: title(person), "the course does not come back")


def compare(person: Person, number: str) -> None:
    """Look at the finished answers beside one's own; guess first."""
    assert story.ANSWERS[number].key_point in person.texts()
    person.click("Show the finished answers")
    person.wait_for_words("What each part does")
    person.click("Hide the notes")
    person.wait_for_words("Guess first")
    person.click("Show the notes")
    person.click("A common attempt")
    person.wait_for_words("As it was when you looked")
    person.picture(f"worked {number}")
    go_on(person)


# Looking back


def answer_a_member(person: Person) -> None:
    """Answer two questions of a member, and note what was said."""
    for place, words in enumerate(story.HEARING):
        if place:
            person.click("Next question")
        person.wait_for_words(f"Question {place + 1} of ")
        person.click("Start two minutes")
        person.write("Notes", words)
    person.picture("hearing")
    go_on(person)


def be_read(person: Person) -> None:
    """Let a neighbour write into every box."""
    person.wait_for_words("The strongest point is …, because …")
    for begins, words in story.PEER.items():
        person.write(begins, words)
    person.picture("peer")
    go_on(person)


def look_at_ones_own(person: Person) -> None:
    """Give a level in each row, and say in one of them why, and where."""
    person.wait_for_words("Could a reader tell from the first two sentences")
    for name, level in story.LEVELS.items():
        person.click(f"{name}, you: {level}")
    person.write("Answers the question, you: why?", story.WHY)
    person.click("Point at a place: Answers the question, you")
    person.click(f"Question 1: {story.FIRST.parts[0]}")
    person.wait_for_words(f"“{story.FIRST.parts[0]}”, question 1")
    person.picture("rubric")


def stop_and_go_on(person: Person) -> None:
    """Leave for one's own work, and come back another day to the step that was open."""
    person.press("Ctrl+Alt+W")
    arrive(person, f"steps behind you · as {story.NAME}")
    assert not person.reads("Practice:")
    person.press("Alt+Home")
    person.wait_for_words("Begin with this inquiry")
    person.press("Ctrl+Alt+C")
    person.wait_for_words(f"steps behind you · as {story.NAME}")
    person.click(f"Go on with {story.TITLE}")
    arrive(person, "Look at your own")
    assert person.text_of("Answers the question, you: why?") == story.WHY
    go_on(person)


def hand_in(person: Person, file: Path) -> None:
    """Write down what will be different, and save the file for the trainer."""
    person.wait_for_words("Before you send it")
    person.write("What you will do differently", story.DIFFERENTLY)
    person.dialogs.saves.append(file)
    person.click("Save the file for your trainer")
    person.wait_for_words("✓ Saved as")


def take_home(person: Person, everything: Path, folder: Path) -> None:
    """Save all of the work as a document, and the certificate."""
    person.dialogs.saves.append(everything)
    saved(person, "Save all of your work", everything.is_file)
    person.dialogs.opens.append(folder)
    saved(person, "Save the certificate", lambda: folder.is_dir() and any(folder.iterdir()))
    person.picture("handed in")
    person.click("Finish")
    person.wait_for_words("21 of 21 steps behind you")


def saved(person: Person, button: str, fact: Callable[[], bool]) -> None:
    """Press a button that writes a file, and wait for that."""
    person.click(button)
    person.wait_for(fact, f"“{button}” wrote nothing")
    person.wait_until_saved()
