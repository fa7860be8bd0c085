"""Mending a flawed paragraph: what the checks say of it, hints, the solution, starting again."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.core.course import Switches
from desktop.core.learning import WorkKind
from desktop.session import Session
from desktop.session.course_examining import Mended
from desktop.ui.courses.repair import RepairView
from desktop.ui.courses.repair_said import GONE, LEFT, LITTLE, NEW, summed_up
from desktop.ui.editor.marks import Layer
from desktop.ui.widgets.buttons import Button
from desktop.ui.window import Window
from tests.ui.conftest import visible_texts
from tests.ui.courses.practising import AtStep
from tests.ui.fakes import FakeDialogs

MINE = "Of our 187 passengers 58 missed one."


def opened(at_step: AtStep, step: str, qtbot: QtBot) -> RepairView:
    view = at_step(step).view
    assert isinstance(view, RepairView)
    wait_for(qtbot, view, LEFT)
    return view


def wait_for(qtbot: QtBot, view: RepairView, *states: tuple[str, str]) -> None:
    def told() -> None:
        assert [row.state for row in view.said.rows()] == list(states)

    qtbot.waitUntil(told, timeout=20_000)


def wait_to_read(qtbot: QtBot, view: RepairView, words: str) -> None:
    """What was added shows once the layout has made room for it."""
    qtbot.waitUntil(lambda: words in visible_texts(view))


def write(view: RepairView, text: str) -> None:
    """Type in place of all that stands there."""
    cursor = view.sheet.editor.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(text)


def test_the_checks_tell_which_fault_is_gone_and_what_came_in(
    at_step: AtStep, practice: Session, qtbot: QtBot
) -> None:
    view = opened(at_step, "do-figure", qtbot)
    editor = view.sheet.editor
    assert editor.hasFocus()
    assert view.said.words() == "The fault is still there."
    assert [mark.what.check for mark in editor.marks.all(Layer.FINDINGS)] == ["figure-source"]  # type: ignore[union-attr]
    write(view, "Please ring our coordinator on 01632 960117.")
    wait_for(qtbot, view, GONE, NEW)
    assert view.said.words() == "The fault is gone, but 1 new thing came in."
    work = practice.learning.work(WorkKind.REPAIR, "mend-figure")  # type: ignore[union-attr]
    assert work is not None
    assert work.text.endswith("960117.")
    assert str(work.data["solved"]).startswith("2026-11-23")


def test_a_fault_that_was_cut_away_with_the_text_does_not_count(
    at_step: AtStep, practice: Session, qtbot: QtBot
) -> None:
    view = opened(at_step, "do-vague", qtbot)
    write(view, "x")
    wait_for(qtbot, view, LITTLE)
    assert view.said.words() == "Little of the text is left, so it does not count as mended yet."
    assert view.said.rows()[0].title.startswith("You have 1 word.")
    view.flush()
    work = practice.learning.work(WorkKind.REPAIR, "mend-vague")  # type: ignore[union-attr]
    assert work is not None
    assert not work.data["solved"]
    write(view, MINE)
    wait_for(qtbot, view, GONE)
    assert view.said.words() == "The fault is gone."


def test_help_comes_step_by_step_and_is_there_next_time(
    at_step: AtStep, practice: Session, qtbot: QtBot
) -> None:
    view = opened(at_step, "do-figure", qtbot)
    assert "Who would have to stand up" not in visible_texts(view)
    view.help.hint_button.click()
    wait_to_read(qtbot, view, "Who would have to stand up")
    assert "Paper 2, paragraph 2" not in visible_texts(view)
    view.help.hint_button.click()
    wait_to_read(qtbot, view, "Paper 2, paragraph 2")
    assert not view.help.hint_button.isEnabled()
    view.help.solution_button.click()
    wait_to_read(qtbot, view, "A figure that cannot be shown harms")
    wait_to_read(qtbot, view, "survey of April 2026")
    at_step("do-vague")
    again = at_step("do-figure").view
    assert again is view
    wait_to_read(qtbot, view, "A figure that cannot be shown harms")
    view.help.solution_button.click()
    assert "A figure that cannot be shown harms" not in visible_texts(view)


def test_a_hint_that_the_trainer_turned_off_cannot_be_asked_for(
    at_step: AtStep, practice: Session, qtbot: QtBot
) -> None:
    view = opened(at_step, "do-figure", qtbot)
    repair = practice.courses.practised()[0].repair("mend-figure")
    off = Switches(hints_off=frozenset({"mend-figure.1"}))
    view.help.show_help(repair, off, 0, solution=False, papers=False)
    view.help.hint_button.click()
    wait_to_read(qtbot, view, "Paper 2, paragraph 2")
    assert "Who would have to stand up" not in visible_texts(view)
    assert not view.help.hint_button.isEnabled()


def test_undo_takes_back_what_was_written_and_not_the_look_at_a_hint(
    at_step: AtStep, practice: Session, learner: Window, qtbot: QtBot
) -> None:
    view = opened(at_step, "do-figure", qtbot)
    first = view.sheet.text()
    write(view, MINE)
    view.flush()
    view.help.hint_button.click()
    wait_to_read(qtbot, view, "Who would have to stand up")
    learner.undoing.undo()
    assert view.sheet.text() == first
    assert "Who would have to stand up" in visible_texts(view)
    # What was asked for is noted with the step, and going on forgets none of it.
    learner.run("question.next")
    work = practice.learning.work(WorkKind.STEP, "do-figure")  # type: ignore[union-attr]
    assert work is not None
    assert work.data == {"state": "done", "hints": 1, "shown": False}


def seen(view: RepairView, words: str) -> bool:
    """Whether words are in sight, without scrolling."""
    labels = view.findChildren(QLabel)
    return any(words in each.text() and not each.visibleRegion().isEmpty() for each in labels)


def test_what_is_asked_for_comes_into_sight_in_a_small_window(
    at_step: AtStep, learner: Window, qtbot: QtBot
) -> None:
    learner.resize(1024, 560)
    view = opened(at_step, "do-length", qtbot)
    view.help.hint_button.click()
    qtbot.waitUntil(lambda: seen(view, "Underline what only Larkhope Wheels can say"))
    view.help.papers_button.click()
    qtbot.waitUntil(lambda: seen(view, "Larkhope Wheels (fictional), “Journeys"))
    view.help.solution_button.click()
    qtbot.waitUntil(lambda: seen(view, "One way to mend it"))


def test_a_place_in_the_papers_is_cited_at_the_cursor(
    at_step: AtStep, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    view = opened(at_step, "do-vague", qtbot)
    view.help.papers_button.click()
    papers = view.sheet.papers
    papers.choice.setCurrentIndex(1)
    view.sheet.editor.moveCursor(QTextCursor.MoveOperation.End)

    def cites() -> list[Button]:
        found = papers.findChildren(Button)
        return [each for each in found if each.text() == "Cite" and each.isVisible()]

    qtbot.waitUntil(lambda: "What our" in "".join(each.accessibleName() for each in cites()))
    here = cites()
    assert here[1].accessibleName().startswith("Cite paragraph 2 of What our passengers told us")
    here[1].click()
    assert view.sheet.text().endswith("[@wheels-survey, paragraph 2]")
    assert dialogs.notices[-1] == "Cited paragraph 2 at the cursor."
    view.flush()
    papers.put_away()
    assert view.sheet.editor.hasFocus()


def test_an_ask_is_part_of_what_is_mended(at_step: AtStep, practice: Session, qtbot: QtBot) -> None:
    view = opened(at_step, "do-no-ask", qtbot)
    assert view.sheet.asks.isVisible()
    for field, words in zip(
        view.sheet.fields(),
        ("The Minister for Transport", "let charities pay 51 pence a mile", "by April 2027"),
        strict=True,
    ):
        qtbot.keyClicks(field, words)
    wait_for(qtbot, view, GONE)
    view.flush()
    work = practice.learning.work(WorkKind.REPAIR, "mend-no-ask")  # type: ignore[union-attr]
    assert work is not None
    assert work.data["ask"][0] == "The Minister for Transport"  # type: ignore[index]
    view.help.solution_button.click()
    wait_to_read(qtbot, view, "One way to mend it")
    asked = view.course.repair("mend-no-ask").recommendation
    assert asked is not None
    assert asked[1] in visible_texts(view.help)
    # A workspace that somebody wrote in by hand.
    practice.courses.set(WorkKind.REPAIR, "mend-no-ask", text=MINE, ask="the Minister")
    assert view.sheet.text() == MINE
    assert view.sheet.ask() == ("", "", "")


def test_a_machine_mends_what_it_can(at_step: AtStep, dialogs: FakeDialogs, qtbot: QtBot) -> None:
    view = opened(at_step, "do-contact", qtbot)
    row = view.said.rows()[0]
    assert row.finding is not None
    words = row.finding.fixes[0].words
    (button,) = (each for each in view.said.findChildren(Button) if each.text() == words)
    button.click()
    assert "01632" not in view.sheet.text()
    assert dialogs.notices[-1] == "In this exercise it is only taken out of the text."
    qtbot.waitUntil(lambda: GONE in [each.state for each in view.said.rows()], timeout=20_000)


def test_what_a_machine_would_mend_and_is_gone_meanwhile_is_told(
    at_step: AtStep, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    view = opened(at_step, "do-contact", qtbot)
    finding = view.said.rows()[0].finding
    assert finding is not None
    write(view, MINE)
    view.said.fix.emit(finding, finding.fixes[0])
    assert dialogs.notices[-1] == "This cannot be done to the text as it is now."
    assert view.sheet.text() == MINE


@pytest.mark.parametrize(
    ("gone", "left", "words"),
    [
        (("a", "b"), (), "All 2 faults are gone."),
        (("a",), ("b",), "1 of 2 faults gone."),
        ((), ("a",), "The fault is still there."),
    ],
)
def test_how_it_stands_is_told_in_one_sentence(
    gone: tuple[str, ...], left: tuple[str, ...], words: str
) -> None:
    assert summed_up(Mended(gone, left, (), ())) == words


def test_starting_again_can_be_taken_back(
    at_step: AtStep, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    view = opened(at_step, "do-vague", qtbot)
    first = view.sheet.text()
    write(view, MINE)
    view.flush()
    mine = view.sheet.text()
    view.help.again_button.click()
    assert view.sheet.text() == first
    dialogs.ways_back[-1]()
    assert view.sheet.text() == mine


def test_undo_takes_back_what_was_mended(
    at_step: AtStep, learner: Window, practice: Session, qtbot: QtBot
) -> None:
    view = opened(at_step, "do-vague", qtbot)
    first = view.sheet.text()
    write(view, MINE)
    view.flush()
    practice.undo("response:practice")
    assert view.sheet.text() == first
    write(view, MINE)
    practice.courses.set(WorkKind.NOTES, "welcome", text="Somewhere else.")
    assert view.sheet.text() == MINE


@pytest.mark.parametrize("step", ["do-length"])
def test_a_long_text_is_all_to_be_seen(at_step: AtStep, qtbot: QtBot, step: str) -> None:
    view = opened(at_step, step, qtbot)
    editor = view.sheet.editor
    qtbot.waitUntil(lambda: editor.verticalScrollBar().maximum() == 0)
    assert editor.height() > 20 * editor.fontMetrics().height()
    assert "of 220 words" in visible_texts(view)
