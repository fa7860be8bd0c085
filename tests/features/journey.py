"""The whole job at the window, stage by stage, as a person does it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox, QPushButton, QTextBrowser

from desktop.core.response import Draft
from tests.features import story
from tests.features.person import Person
from tests.support.workspace import SetClock


def first_start(person: Person, workspace: Path, name: str = story.NAME) -> None:
    """Open an empty data folder, and answer the inquiry it offers."""
    person.start(workspace)
    assert person.reads("walks you through an inquiry question by question")
    person.picture("first start")
    person.dialogs.texts.append(name)
    person.click("Answer Smaller Government")
    person.wait_for_words("Question 1 of 9")
    assert [(kind, label) for kind, _, label in person.dialogs.asked] == [
        ("text", "Name of your organisation")
    ]
    person.wait_until_saved()
    person.picture("first question")


def describe_the_organisation(person: Person) -> None:
    """Fill in the organisation's page and come back."""
    person.press("Ctrl+Shift+O")
    person.wait_for_words("Said once, used in every response.")
    assert person.text_of("Name") == story.NAME
    for name, words in {**story.ORGANISATION, **story.CONTACT}.items():
        person.write(name, words)
    person.wait_until_saved()
    person.picture("organisation")
    person.press("Alt+Left")
    person.wait_for_words("Question 1 of 9")


def at_question(person: Person, number: str) -> None:
    """See that a question is shown."""
    person.wait_for_words(f"Question {number} of 9")


def say(person: Person, number: str) -> None:
    """Type key point and answer, the way from one to the other by Enter."""
    at_question(person, number)
    told = story.ANSWERS[number]
    person.into("Key point")
    person.type(told.key_point)
    person.press("Return")
    person.type("\n".join(told.paragraphs))
    assert person.text_of(f"Answer to question {number}") == "\n".join(told.paragraphs)


def go_on(person: Person, number: str) -> None:
    """Mark the answer as ready and turn to the next question."""
    person.wait_until_saved()
    person.click("Mark as ready")
    person.wait_for_state(f"Question {number}", "Ready")
    person.picture(f"question {number}")
    person.click("Next")


def question_1(person: Person) -> None:
    """Write, then insert the first piece of evidence that is offered."""
    say(person, "1")
    person.click("Insert:")
    person.wait_until_saved()
    person.wait_for_words("Used above")
    go_on(person, "1")


def question_2(person: Person, clock: SetClock) -> None:
    """Write in bold, search for evidence and cite it, and change one's mind twice."""
    say(person, "2")
    person.type(" ")
    person.press("Ctrl+B")
    person.type(story.BOLD)
    person.press("Ctrl+B")
    person.into("Search all evidence")
    person.type("volunteering slide")
    person.wait_for_words("found for “volunteering slide”")
    person.wait_for(lambda: not person.window.jobs.working)
    person.picture("evidence found")
    person.click("Cite only:")
    person.wait_until_saved()
    assert person.text_of("Answer to question 2").endswith("\ufffc")
    person.press("Ctrl+Z")
    person.wait_for(lambda: not person.text_of("Answer to question 2").endswith("\ufffc"))
    person.press("Ctrl+Shift+Z")
    person.wait_for(lambda: person.text_of("Answer to question 2").endswith("\ufffc"))
    clock.pass_by(61)
    go_on(person, "2")


def question_3(person: Person) -> None:
    """Start a sentence from a prompt, finish it, and tick the prompt."""
    say(person, "3")
    person.click("Prompts")
    person.picture("prompts")
    person.click("Start:")
    person.type("the door stays shut")
    person.press(".")
    tick = person.find(QCheckBox, "Answered:")
    person.click_on(tick, QPoint(8, tick.height() // 2))
    person.wait_for(lambda: any(box.isChecked() for box in person.everything(QCheckBox)))
    person.click("Evidence")
    go_on(person, "3")


def question_4(person: Person) -> None:
    """Use a sub-heading, a quotation and a list, all by their shortcuts."""
    say(person, "4")
    person.press("Return")
    person.press("Ctrl+Alt+1")
    person.type(story.SUBHEADING + "\n")
    person.press("Ctrl+Shift+9")
    person.type(story.QUOTATION + "\n\n")
    person.press("Ctrl+Shift+8")
    person.type("\n".join(story.BULLETS))
    go_on(person, "4")


def question_5(person: Person) -> None:
    """Skip it, but not without a reason."""
    at_question(person, story.SKIPPED)
    person.dialogs.texts.append("  ")
    person.click("Skip this question")
    assert not person.reads("Skipped")
    assert "say why" in person.dialogs.notices[-1]
    person.dialogs.texts.append(story.SKIP_REASON)
    person.click("Skip this question")
    person.wait_for_words(story.SKIP_REASON)
    person.picture("skipped")
    person.click("Next")


def question_6(person: Person) -> None:
    """Paste two paragraphs from a web page; forget the key point."""
    at_question(person, "6")
    person.into("Answer to question 6")
    person.type(story.ANSWERS["6"].paragraphs[0] + "\n")
    person.paste(" ".join(story.PASTED), story.PASTED_HTML)
    person.wait_until_saved()
    assert "alert" not in person.text_of("Answer to question 6")
    person.picture("pasted")
    person.click("Next")


def recommend(person: Person, number: str) -> None:
    """Add a recommendation to the answer on screen."""
    who, what, when = story.RECOMMENDATIONS[number]
    person.click("Add a recommendation")
    for words in (who, what, when):
        person.type(words)
        person.press("Tab")
    person.click("Done with this recommendation")
    person.wait_for_words(f"<b>{who}</b> should {what}")


def questions_7_to_9(person: Person) -> None:
    """Write the rest, with a recommendation at two of them."""
    for number in ("7", "8", "9"):
        say(person, number)
        if number in story.RECOMMENDATIONS:
            recommend(person, number)
        go_on(person, number)
    person.wait_for_words("A committee wants to know who is speaking")


def undo_across_pages(person: Person) -> None:
    """Take back what was done at another question, see it happen, and do it again."""
    # After the last question the person is on the page about us: nothing is typed there yet.
    person.press("Ctrl+Z")
    row = "Question 9"
    person.wait_for_state(row, "Drafting")
    person.press("Ctrl+Shift+Z")
    person.wait_for_state(row, "Ready")
    person.click("Question 7")
    at_question(person, "7")
    person.press("Ctrl+Z")
    person.wait_for_state(row, "Drafting")
    person.press("Ctrl+Shift+Z")
    person.wait_for_state(row, "Ready")


def restore_a_version(person: Person, clock: SetClock) -> None:
    """Spoil an answer, look at how it was, and bring it back."""
    clock.pass_by(3600)
    person.click("Question 1")
    at_question(person, "1")
    before = person.text_of("Answer to question 1")
    person.write("Answer to question 1", "All wrong.")
    person.wait_until_saved()
    person.click("History")
    person.click("Compare with the current draft")
    person.wait_for_words("The current draft")
    person.picture("compare")
    person.click("Restore the earlier version")
    person.wait_for(lambda: person.text_of("Answer to question 1") == before)
    person.wait_until_saved()
    person.click("Evidence")


def say_who_we_are(person: Person) -> None:
    """Read what is known already, add why and what to say in person."""
    person.click("About us")
    person.wait_for_words("A committee wants to know who is speaking")
    assert person.text_of("About us") == story.ORGANISATION["About us"]
    person.write("Why we are submitting", story.REASON)
    person.write("What we would like to say in oral evidence", story.ORAL)
    person.wait_until_saved()
    person.picture("about us")


def edit_the_summary(person: Person) -> None:
    """See that it follows the key points, and put one in other words."""
    person.click("Summary")
    person.wait_for_words("Follows your key points")
    assert person.text_of("Sentence of the summary", 0) == story.ANSWERS["1"].key_point
    person.write("Sentence of the summary", story.SUMMARY_EDITED, 1)
    person.wait_for_words("Edited by you")
    person.wait_until_saved()
    person.picture("summary")


def reorder_recommendations(person: Person) -> None:
    """Move the second recommendation up by the keyboard."""
    person.click("Recommendations")
    person.wait_for_words("2 recommendations")
    person.into("Who", 1)
    person.press("Alt+Up")
    first = story.RECOMMENDATIONS["8"][0]
    person.wait_for(lambda: person.text_of("Who", 0) == first)
    person.wait_until_saved()
    person.picture("recommendations")


def review_and_mend(person: Person) -> None:
    """Read what is missing, go there from the finding, mend it, and see it gone."""
    person.click("Review")
    person.wait_for_words("7 of 9 questions ready, 1 skipped, 1 in draft.")
    person.picture("report")
    person.click("What to mend (")
    missing = "This answer has no key point."
    person.wait_for_words(missing)
    person.picture("review")
    person.click_on(person.label(missing))
    at_question(person, "6")
    person.into("Key point")
    person.type(story.ANSWERS["6"].key_point)
    person.wait_until_saved()
    person.click("Mark as ready")
    person.click("Review")
    person.wait_for(lambda: not person.reads(missing) and not person.reads("Checking…"))
    person.click("Report")
    person.wait_for_words("8 of 9 questions ready, 1 skipped.")
    person.picture("review mended")


def look_at_the_preview(person: Person) -> list[str]:
    """Read the document as it will be; return its lines."""
    person.click("Preview")
    person.wait_for_words("in the document with headings and the questions, without footnotes")
    paper = person.find(QTextBrowser, "The document as it will be exported")
    person.picture("preview")
    return paper.toPlainText().splitlines()


def export(person: Person, file: Path) -> None:
    """Export to a file, refuse to replace it, replace it, and be told of a folder that is gone."""
    person.click("Export")
    person.wait_for_words("Cover email")
    person.dialogs.saves.append(file)
    person.click("Choose where")
    assert person.text_of("File name") == file.name
    export_once(person, file)
    first = file.read_bytes()
    person.picture("exported")

    asked = len(person.dialogs.asked)
    person.click_on(person.find(QPushButton, "Export"))
    person.wait_for(lambda: len(person.dialogs.asked) > asked)
    assert person.dialogs.asked[-1][1] == "Replace the file?"
    person.wait_until_saved()
    assert file.read_bytes() == first

    gone = file.parent / "vanished" / file.name
    person.dialogs.saves.append(gone)
    person.click("Choose where")
    person.click_on(person.find(QPushButton, "Export"))
    person.wait_for(lambda: person.dialogs.errors)
    assert "vanished" in person.dialogs.errors.pop().message
    person.picture("export refused")

    person.dialogs.saves.append(file)
    person.click("Choose where")
    person.dialogs.confirms.append(True)
    export_once(person, file)


def export_once(person: Person, file: Path) -> None:
    """Press Export and wait for the file."""
    person.click_on(person.find(QPushButton, "Export"))
    person.wait_for_words(f"Saved as {file}")


def close_and_come_back(person: Person, workspace: Path) -> None:
    """Close the window in the middle of a word, start again, and be where one was."""
    person.click("Question 8")
    at_question(person, "8")
    person.into("Answer to question 8")
    person.press("Ctrl+End")
    person.type(" Half a wo")
    person.window.close()
    assert person.program.window is None
    person.start(workspace)
    at_question(person, "8")
    assert person.text_of("Answer to question 8").endswith(" Half a wo")
    assert person.text_of("Key point") == story.ANSWERS["8"].key_point
    person.into("Answer to question 8")
    person.press("Ctrl+End")
    person.press("Backspace", len(" Half a wo"))
    person.wait_until_saved()


def draft(person: Person) -> Draft:
    """Return what the workspace holds of the response on screen."""
    session = person.window.session
    return session.draft(person.window.place.response)


def export_to(person: Person, file: Path) -> bytes:
    """Export by shortcut and button, whatever there is to mend; return the document."""
    person.press("Ctrl+E")
    person.wait_for_words("Cover email")
    person.dialogs.saves.append(file)
    person.click("Choose where")
    # Asked for where something must be mended first.
    person.dialogs.texts.append("To see what it looks like.")
    export_once(person, file)
    person.dialogs.texts.clear()
    return file.read_bytes()
