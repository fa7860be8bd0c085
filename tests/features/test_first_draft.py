"""A first draft at the real window: looked at, put in, taken back, reviewed, and warned of."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton

from desktop.core.response import AnswerState
from desktop.markup.unreviewed import unreviewed_questions
from desktop.paths import Paths
from tests.export import reading
from tests.features import journey
from tests.features.person import Person
from tests.support.office import OoxmlValidator

NUMBERS = [str(number) for number in range(1, 10)]
PUT_IN = "Put into the answer"


@pytest.fixture
def at_work(person: Person, paths: Paths) -> Person:
    """A person with something written at question 2, and question 5 skipped."""
    journey.first_start(person, paths.default_workspace)
    person.click("Question 2")
    journey.at_question(person, "2")
    person.into("Answer to question 2")
    person.type("Two of our five halls have closed.")
    person.wait_until_saved()
    person.click("Question 5")
    journey.question_5(person)
    journey.at_question(person, "6")
    return person


def look_at_the_plan(person: Person, keys: str) -> None:
    """Ask for a first draft and wait until it shows what it would be."""
    person.press(keys)
    person.wait_for(lambda: person.button(PUT_IN).isEnabled(), "no plan came")
    person.picture("plan")


def unreviewed(person: Person) -> dict[str, int]:
    """Return how many pieces are unreviewed, by question."""
    return unreviewed_questions(journey.draft(person))


def put_everything_in(person: Person) -> dict[str, int]:
    """Put a first draft into all answers but one piece; return what is unreviewed then."""
    look_at_the_plan(person, "Shift+F2")
    assert person.reads("Something is written already, so it is left as it is.")
    assert person.reads("It is skipped, so it is left as it is.")
    assert person.reads("Not found in the library: a key point of your own")
    # The dialogue is found twice: as a window, and as a child of the one below it.
    boxes = {box.accessibleName(): box for box in person.everything(QCheckBox)}
    ticks = [box for box in boxes.values() if box.window().objectName() == "firstDraft"]
    assert all(tick.isChecked() for tick in ticks)
    person.click_on(person.find(QCheckBox, "Evidence: "))
    person.wait_for_words(f"{len(ticks) - 1} pieces, ")
    person.click(PUT_IN)
    person.wait_for(lambda: unreviewed(person), "nothing was put in")
    found = unreviewed(person)
    assert sum(found.values()) == len(ticks) - 1
    return found


def test_a_first_draft_goes_in_comes_out_and_is_reviewed_piece_by_piece(
    at_work: Person, tmp_path: Path, ooxml_validator: OoxmlValidator
) -> None:
    person = at_work
    found = put_everything_in(person)
    assert list(found) == [number for number in NUMBERS if number not in ("2", "5")]
    after = journey.draft(person)
    assert after.answer("2").body == "Two of our five halls have closed."
    assert all(after.answer(number).state is AnswerState.DRAFTING for number in found)
    person.wait_for_words(f"! {found['6']} unreviewed")
    person.picture("put in")

    take_it_back_and_do_it_again(person)
    review_two_pieces(person, found["6"])
    export_it(person, tmp_path / "draft.docx", ooxml_validator)


def take_it_back_and_do_it_again(person: Person) -> None:
    """Undo all of it in one step, see it gone, and bring it back."""
    filled = journey.draft(person)
    person.into("Answer to question 6")
    person.press("Ctrl+Z")
    person.wait_for(lambda: not unreviewed(person), "Undo left something")
    before = journey.draft(person)
    assert [number for number, answer in before.answers.items() if answer.body] == ["2"]
    person.wait_for(lambda: person.button("Assemble a first draft").isVisible())
    person.press("Ctrl+Shift+Z")
    person.wait_for(lambda: unreviewed(person), "Redo did nothing")
    again = journey.draft(person)
    assert (again.answers, again.unreviewed) == (filled.answers, filled.unreviewed)


def review_two_pieces(person: Person, pieces: int) -> None:
    """Type into one piece and confirm another, by the keyboard."""
    person.into("Answer to question 6")
    person.press("Ctrl+Home")
    person.type("As we see it too: ")
    person.wait_for_words(f"! {pieces - 1} unreviewed")
    person.wait_until_saved()
    person.press("F4")
    person.press("Shift+F4")
    person.wait_for(lambda: unreviewed(person)["6"] == pieces - 2, "not confirmed")
    person.wait_until_saved()
    person.picture("reviewed")


def export_it(person: Person, file: Path, validator: OoxmlValidator) -> None:
    """Be warned and led back, go on all the same, and have a document that Word can read."""
    person.press("Ctrl+E")
    person.wait_for_words("Cover email")
    left = unreviewed(person)
    assert person.reads(f"{sum(left.values())} pieces of the first draft are unreviewed, at")
    person.dialogs.saves.append(file)
    person.click("Choose where")
    # Asked why where something must be mended first.
    person.dialogs.texts.append("For the trustees.")
    person.dialogs.confirms.append(False)
    person.click_on(person.find(QPushButton, "Export"))
    journey.at_question(person, next(iter(left)))
    assert person.dialogs.asked[-1][1] == "Nobody has read these pieces yet"
    assert not file.exists()
    person.press("Ctrl+E")
    person.wait_for_words("Cover email")
    person.dialogs.texts = ["For the trustees."]
    person.dialogs.confirms = [True]
    journey.export_once(person, file)
    assert validator.every_version(file) == {"Office2016": [], "Microsoft365": []}
    data = file.read_bytes()
    said = "\n".join(reading.paragraphs(data))
    assert "As we see it too: " in said
    assert "nreviewed" not in said
    marks = list(reading.root(data).iter(f"{reading.W}footnoteReference"))
    assert len(marks) >= sum(left.values())


def test_one_answer_is_filled_from_the_button_where_nothing_is_written(at_work: Person) -> None:
    person = at_work
    person.click("Assemble a first draft")
    person.wait_for(lambda: person.button(PUT_IN).isEnabled(), "no plan came")
    person.click("Cancel")
    person.wait_for(lambda: not person.reads("First draft of answer 6"))
    assert not unreviewed(person)
    person.click("Assemble a first draft")
    person.wait_for(lambda: person.button(PUT_IN).isEnabled(), "no plan came")
    person.click(PUT_IN)
    person.wait_for(lambda: list(unreviewed(person)) == ["6"], "nothing was put in")
    notice = person.dialogs.notices[-1]
    assert notice.startswith("First draft: ")
    person.dialogs.ways_back[-1]()
    person.wait_for(lambda: not unreviewed(person), "the way back led nowhere")
