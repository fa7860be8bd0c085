"""A trainer writes a course on a call that nobody has answered, and sees it as learners will."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QToolButton

from desktop.core.text import Cite, citations
from desktop.markup import parse
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.courses.practice import TRAINER, is_practice
from tests.features.person import Person
from tests.support.workspace import SetClock

TITLE = "Minutes of May"
SAID = "The trustees want a rate that holds for three years."


def trainers(paths: Paths, clock: SetClock) -> Path:
    """Return a workspace of a trainer in which nothing is written yet."""
    with_nothing = Session.open(paths.default_workspace, paths, clock)
    with_nothing.set_setting(TRAINER, True)
    with_nothing.close()
    return paths.default_workspace


def test_a_course_is_written_from_the_call_to_a_model_that_cites_its_paper(
    person: Person, paths: Paths, clock: SetClock
) -> None:
    person.start(trainers(paths, clock))
    person.press("Ctrl+Alt+A")
    person.wait_for_words("From a consultation that nobody has answered here")
    person.tab_to("Make a course on it: Smaller Government: Bigger Society?")
    person.press("Return")
    person.wait_for_words("About it")

    person.press("Right", 2)
    person.wait_for_words("No paper yet")
    from_menu(person, "Add a paper", "Write one here")
    person.write("Title of the paper", TITLE)
    person.tab_to("What it says")
    person.type(SAID)
    person.press("Ctrl+A")
    person.tab_to("Make a snippet of the selected words")
    person.press("Return")
    person.wait_for_words("Out of the paper")
    assert person.focus().accessibleName() == "What it shows, in one sentence"
    assert person.text_of("What it shows, in one sentence") == SAID
    person.click("For question 2.")
    person.picture("snippet")

    person.click("Model answers")
    person.wait_for_words("No model answer yet")
    from_menu(person, "Add a model answer", "To question 2")
    person.into("The answer")
    person.type("Rates that change each year close halls.")
    person.click("Cite in: The answer")
    person.choose("Source to cite", TITLE)
    person.into("Where in it")
    person.type("paragraph 1")
    person.click("Add citation")
    person.picture("model")

    person.press("Ctrl+Alt+V")
    person.wait_for(lambda: is_practice(person.window.session), "no practice workspace is open")
    session = person.window.session
    course = session.course
    assert course is not None
    (model,), (paper,) = course.models, course.papers
    assert list(citations(parse(model.text))) == [Cite(paper.source.key, "paragraph 1")]
    assert SAID in [snippet.claim for snippet in session.snippets()]


def from_menu(person: Person, button: str, action: str) -> None:
    """Take something from the menu of a button, which would wait for a hand on the mouse."""
    menu = person.find(QToolButton, button).menu()
    found = next(each for each in menu.actions() if each.text().startswith(action))
    found.trigger()
