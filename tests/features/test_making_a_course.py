"""A trainer makes a course of a finished response, by keyboard, and tries it as a learner would."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.cli.demo import fill_demo, read_demo
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.courses.practice import TRAINER, is_practice
from desktop.ui.courses.projector import Projector
from tests.features.person import Person
from tests.support.workspace import SetClock

NOTE = "It says at once what the charity has seen."


def finished(paths: Paths, clock: SetClock) -> Path:
    """Return a workspace of a trainer who has finished a response."""
    session = Session.open(paths.default_workspace, paths, clock)
    fill_demo(session, read_demo(paths))
    session.set_setting(TRAINER, True)
    session.close()
    return paths.default_workspace


def test_a_course_is_made_of_a_response_by_keyboard_and_tried(
    person: Person, paths: Paths, clock: SetClock, tmp_path: Path
) -> None:
    person.start(finished(paths, clock))
    person.press("Ctrl+Alt+A")
    person.wait_for_words("From a response")
    person.tab_to("Make a course of it: Smaller Government: Bigger Society?")
    person.press("Return")
    person.wait_for_words("About it")
    assert person.focus().accessibleName() == "About it"

    person.press("Right", 5)
    person.wait_for_words("Add a note on the selected words")
    person.tab_to("The answer")
    person.press("Ctrl+Shift+Right", 3)
    person.tab_to("Add a note on the selected words")
    person.press("Return")
    person.wait_for(lambda: person.focus().accessibleName() == "Note 1", "no note to write")
    person.type(NOTE)
    person.picture("note")

    person.press("Ctrl+Alt+Y")  # no file is chosen, and what was typed is kept all the same
    (card,) = [each for each in person.window.session.courses.list() if each.own]
    course = person.window.session.courses.read(card.id)
    (note,) = [note for model in course.models for note in model.notes]
    assert note.text == NOTE
    assert note.at

    look_at_the_wall(person)
    person.press("Ctrl+Alt+V")
    person.wait_for(lambda: is_practice(person.window.session), "no practice workspace is open")
    assert person.window.session.course == course
    person.picture("preview")


def look_at_the_wall(person: Person) -> None:
    """Show the course on the whole screen, turn it, and come back."""

    def walls() -> list[Projector]:
        shown = QApplication.topLevelWidgets()
        return [each for each in shown if isinstance(each, Projector) and each.isVisible()]

    person.press("Ctrl+Alt+P")
    person.wait_for(lambda: person.focus().accessibleName() == "What to show", "no list")
    person.press("Down", 2)
    person.tab_to("Show")
    person.press("Return")
    person.wait_for(walls, "nothing is on the wall")
    (wall,) = walls()
    person.wait_for(lambda: QApplication.activeWindow() is wall, "the wall has no keyboard")
    person.press("N")
    assert wall.at == 0
    person.press("Escape")
    person.wait_for(lambda: not walls(), "it is still on the wall")
    person.come_to_front()
