"""A trainer makes a course: of a finished response, with notes, exercises and timings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.core.course import Course, PartKind, StepKind
from desktop.core.course_switches import hint_id
from desktop.core.course_writing import copy_of
from desktop.core.edits import WORKSPACE_SCOPE, SetBody
from desktop.core.response import Response
from desktop.session import Session
from desktop.ui.context import Context
from desktop.ui.courses.author.chosen_words import chosen_words, show_words
from desktop.ui.editor import AnswerEditor
from desktop.ui.pages.author import AuthorPage
from desktop.ui.place import PageId, Place
from desktop.ui.single_instance import Claim
from desktop.ui.widgets.saved_field import SavedField
from tests.ui.fakes import FakeDialogs

HALLS = "Two of the five halls have closed. Many people miss them, and 40% of groups have nowhere."
Open = Callable[[str], AuthorPage]


@pytest.fixture
def opened(context: Context) -> list[Path]:
    """The workspaces that were asked for."""
    return []


@pytest.fixture
def author(show: Callable[..., Any], context: Context, opened: list[Path]) -> Open:
    """Give a function that opens the page at a course ("" = where one is begun)."""

    def make(around: Context) -> AuthorPage:
        return AuthorPage(replace(around, open_workspace=opened.append))

    return lambda course: show(make, Place(PageId.AUTHOR, item=course))


@pytest.fixture
def own(session: Session) -> Course:
    """A course of one's own: a copy of the one for beginners."""
    made = copy_of(session.courses.read("first-written-evidence"), ())
    session.courses.save(made)
    return made


@pytest.fixture
def page(author: Open, own: Course) -> AuthorPage:
    return author(own.id)


def select(box: Any, words: str) -> None:
    assert show_words(box, words)


def say(saved: SavedField, text: str) -> None:
    """Put a text into a field, as a person who types it would."""
    field: Any = saved.field
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.textEdited.emit(text)
    elif isinstance(field, AnswerEditor):
        field.set_markdown(text)
        field.edited.emit()
    else:
        field.setPlainText(text)


def kept(session: Session, page: AuthorPage) -> Course:
    page.flush()
    return session.courses.read(page.desk.course.id)


def test_a_finished_response_becomes_a_course_with_its_answers_as_models(
    author: Open, session: Session, response: Response, visited: list[Place]
) -> None:
    session.apply(SetBody(response.id, "2", HALLS))
    page = author("")
    page.begin.buttons[response.id].click()
    (place,) = visited
    page.open(place)
    assert [model.text for model in page.desk.course.models] == [HALLS]
    assert page.title.text().startswith("Answering")


def test_without_a_response_it_says_what_to_do_first(author: Open) -> None:
    page = author("")
    assert page.begin.none.isVisible()
    assert "Write one" in page.begin.none.text()


def test_a_course_that_came_with_the_program_is_copied_and_stays_as_it_is(
    author: Open, session: Session, visited: list[Place]
) -> None:
    page = author("")
    page.begin.buttons["big-society-inquiry"].click()
    (place,) = visited
    assert place.item != "big-society-inquiry"
    assert not next(c for c in session.courses.list() if c.id == "big-society-inquiry").own


def test_one_that_came_with_the_program_is_pointed_at_and_not_changed(author: Open) -> None:
    page = author("big-society-inquiry")
    assert not page.desk.is_open
    assert page.first_focus() is page.begin.buttons["big-society-inquiry"]


def test_a_course_file_is_brought_in_or_everything_wrong_with_it_said(
    author: Open, session: Session, visited: list[Place], dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = author("")
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    text = session.courses.text("first-written-evidence")
    good.write_text(text.replace('"first-written-evidence"', '"halls"', 1), encoding="utf-8")
    bad.write_text('format = 1\nversion = 1\nid = "halls"\n', encoding="utf-8")
    dialogs.opens += [bad, good]
    page.begin.file_button.click()
    assert page.begin.problems.said.text() == "“bad.toml” was not brought in"
    assert len(page.begin.problems.cards) > 3
    page.begin.file_button.click()
    assert [place.item for place in visited] == ["halls"]
    assert not page.begin.problems.cards


def test_a_course_is_removed_after_asking_and_undo_brings_it_back(
    author: Open, own: Course, session: Session, dialogs: FakeDialogs
) -> None:
    page = author("")
    card = next(card for card in session.courses.list() if card.own)
    page.begin._remove(card)
    assert own.id in page.begin.buttons
    dialogs.confirms.append(True)
    page.begin._remove(card)
    assert own.id not in page.begin.buttons
    session.undo(WORKSPACE_SCOPE)
    assert own.id in {card.id for card in session.courses.list()}


def test_what_is_typed_is_kept_and_the_title_follows(
    page: AuthorPage, session: Session, own: Course
) -> None:
    page.tabs.part("about").fields["title"].field.setFocus()
    page.tabs.part("about").fields["title"].field.selectAll()
    QTest.keyClicks(page.tabs.part("about").fields["title"].field, "Halls and words")
    page.flush()
    assert kept(session, page).title == page.title.text() == "Halls and words"
    say(page.tabs.part("about").fields["aims"], "Say one thing.\n\nSay it again.")
    assert kept(session, page).aims == ("Say one thing.", "Say it again.")
    say(page.tabs.part("about").fields["organisation.name"], "Fern Halls (fictional)")
    assert kept(session, page).organisation.name == "Fern Halls (fictional)"
    page.tabs.part("about").example.click()
    assert kept(session, page).example is not own.example
    page.tabs.part("about").edition.setValue(2)
    assert kept(session, page).version == 2


def test_undo_takes_one_change_after_another_back_and_the_page_follows(
    page: AuthorPage, session: Session, own: Course
) -> None:
    page.tabs.show_part("units")
    page.tabs.part("units").list.choose(f"unit:{own.units[0].id}")
    page.tabs.part("units").remove()
    page.tabs.part("units").step_by(1)
    first = [unit.id for unit in own.units]
    assert [unit.id for unit in page.desk.course.units][:2] == [first[2], first[1]]
    session.undo(WORKSPACE_SCOPE)
    assert [unit.id for unit in page.desk.course.units] == first[1:]
    session.undo(WORKSPACE_SCOPE)
    assert page.desk.course.units == own.units


def test_steps_are_added_moved_timed_and_removed_by_keyboard(
    page: AuthorPage, session: Session, own: Course
) -> None:
    page.tabs.show_part("units")
    units = page.tabs.part("units")
    units.add_step(StepKind.HEARING)
    made = kept(session, page).steps_of(own.units[0].id)[-1]
    assert made.kind is StepKind.HEARING
    units.step_form.minutes.setValue(12)
    say(units.step_form.title, "Ask one another")
    changed = kept(session, page)
    assert changed.step(made.id).minutes == 12
    assert changed.step(made.id).title == "Ask one another"
    assert changed.minutes == own.minutes + 12
    units.list.setFocus()
    QTest.keyClick(units.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert kept(session, page).steps_of(own.units[0].id)[-2].id == made.id
    units.remove_button.click()
    assert kept(session, page).steps == own.steps


def test_what_was_changed_in_one_part_is_told_in_another(page: AuthorPage, own: Course) -> None:
    page.tabs.show_part("units").add_step(StepKind.HEARING)
    about = page.tabs.show_part("about")
    assert f"{own.minutes + 10} minutes in all" in about.practised.text()


def test_a_unit_is_added_named_and_locked(page: AuthorPage, session: Session) -> None:
    page.tabs.show_part("units")
    page.tabs.part("units").add_button.click()
    assert QApplication.focusWidget() is page.tabs.part("units").unit_form.title.field
    page.tabs.part("units").unit_form.title.field.selectAll()
    QTest.keyClicks(page.tabs.part("units").unit_form.title.field, "At home")
    page.tabs.part("units").unit_form.locked.click()
    unit = kept(session, page).units[-1]
    assert (unit.title, unit.locked) == ("At home", True)


def test_a_note_is_put_on_the_words_that_are_selected(
    page: AuthorPage, session: Session, own: Course
) -> None:
    page.tabs.show_part("models")
    form, model = page.tabs.part("models").form, own.models[0]
    page.tabs.part("models").go("model", model.id)
    words = "22 of the 187 did"
    assert words in model.text
    select(form.box, words)
    assert chosen_words(form.box) == words
    form.add_button.click()
    select(form.box, words)
    form.add_button.click()
    assert form.wrong.text() == "These words have a note already."
    card = next(card for card in form.cards if card.note.at == words)
    QTest.keyClicks(card.text.field, "Says what it does not show.")
    card.part.setCurrentIndex(card.part.findData(PartKind.COUNTER_ARGUMENT))
    card.part.activated.emit(card.part.currentIndex())
    note = next(n for n in kept(session, page).models[0].notes if n.at == words)
    assert (note.text, note.part) == ("Says what it does not show.", PartKind.COUNTER_ARGUMENT)
    card.remove_button.click()
    assert kept(session, page).models[0].notes == model.notes


def test_a_note_needs_words_and_says_when_its_words_are_gone(page: AuthorPage, own: Course) -> None:
    page.tabs.show_part("models")
    form = page.tabs.part("models").form
    page.tabs.part("models").go("model", own.models[0].id)
    form.add_button.click()
    assert form.wrong.text().startswith("Select the words")
    form.box.set_markdown("All new.")
    form.box.edited.emit()
    page.flush()
    assert all(card.lost.text() for card in form.cards)


def test_a_model_answer_is_added_and_removed(page: AuthorPage, session: Session) -> None:
    page.tabs.show_part("models")
    page.tabs.part("models").add("2")
    page.tabs.part("models").form.box.insertPlainText("Because it is so.")
    page.flush()
    assert kept(session, page).models[-1].text == "Because it is so."
    page.tabs.part("models").remove_button.click()
    assert "Because it is so." not in [model.text for model in kept(session, page).models]


def test_a_text_to_mend_is_made_of_selected_words_and_the_checks_say_what_they_find(
    page: AuthorPage, session: Session, qtbot: QtBot
) -> None:
    page.tabs.part("models").add("1")
    page.tabs.part("models").form.box.insertPlainText(HALLS)
    page.flush()
    page.tabs.show_part("exercises")
    making, form = page.tabs.part("exercises").making, page.tabs.part("exercises").repair_form
    page.tabs.part("exercises").refresh("new")
    making.mend_button.click()
    assert making.said.text().startswith("Select some words")
    making.answers.setCurrentIndex(making.answers.count() - 2)
    making.answers.activated.emit(making.answers.currentIndex())
    select(making.box, "Many people miss them, and 40% of groups have nowhere.")
    making.mend_button.click()
    qtbot.waitUntil(lambda: bool(form.faults.said))
    assert form.faults.said["figure-source"] == "Found here: “40%” has no source."
    form.faults.boxes["figure-source"].click()
    qtbot.waitUntil(lambda: form.found.text().startswith("Still found"))
    say(form.solution, "People miss them, and groups have nowhere to meet.")
    form.flush()
    qtbot.waitUntil(lambda: form.found.text().startswith("✓"))
    repair = kept(session, page).repairs[-1]
    assert repair.faults == ("figure-source",)
    assert any(step.about == repair.id for step in page.desk.course.steps)


def test_without_a_model_answer_a_pasted_text_becomes_exercises(
    author: Open, session: Session, own: Course, qtbot: QtBot
) -> None:
    steps = tuple(step for step in own.steps if step.kind is not StepKind.WORKED)
    session.courses.save(replace(own, models=(), steps=steps))
    page = author(own.id)
    page.tabs.show_part("exercises")
    view = page.tabs.part("exercises")
    view.refresh("new")
    making = view.making
    making.mend_button.click()
    assert making.said.text() == "Paste or type the text first."
    flawed = "Many people miss them, and 40% of groups have nowhere."
    making.box.insertPlainText(flawed)
    making.questions.setCurrentIndex(1)
    making.mend_button.click()
    form = view.repair_form
    qtbot.waitUntil(lambda: "figure-source" in form.faults.said)
    assert form.found.text() == "Write here how the text reads once it is mended."
    form.faults.boxes["figure-source"].click()
    say(form.hints, "Where does the figure come from?")
    say(form.solution, "People miss them, and groups have nowhere to meet.")
    form.flush()
    qtbot.waitUntil(lambda: form.found.text().startswith("✓"))
    assert own.consultation is not None
    repair = kept(session, page).repairs[-1]
    assert (repair.question, repair.text) == (own.consultation.questions[1].number, flawed)
    assert (repair.faults, repair.hints) == (
        ("figure-source",),
        ("Where does the figure come from?",),
    )
    view.refresh("new")
    assert making.box.markdown() == ""
    making.box.insertPlainText("Halls matter. Ministers should pay for keys.")
    view.refresh("new")  # as when something changes elsewhere: what is typed stays
    making.mark_button.click()
    spot = kept(session, page).spots[-1]
    assert spot.text == "Halls matter. Ministers should pay for keys."


def test_a_check_that_finds_nothing_is_said_to(page: AuthorPage, own: Course, qtbot: QtBot) -> None:
    page.tabs.show_part("exercises")
    form = page.tabs.part("exercises").repair_form
    page.tabs.part("exercises").go("repair", own.repairs[0].id)
    qtbot.waitUntil(lambda: form.found.text().startswith("✓"))
    other = form.faults.another.findText("Acronyms are spelled out")
    form.faults.another.setCurrentIndex(other)
    form.faults.another.activated.emit(other)
    check = page.desk.course.repairs[0].faults[-1]
    qtbot.waitUntil(lambda: form.faults.said.get(check, "").startswith("Not found here"))


def test_an_answer_is_marked_part_by_part(page: AuthorPage, session: Session, own: Course) -> None:
    page.tabs.show_part("exercises")
    page.tabs.part("exercises").refresh("new")
    making, form = page.tabs.part("exercises").making, page.tabs.part("exercises").spot_form
    making.whole_button.click()
    making.mark_button.click()
    words = "Our journeys are first of all a way to care."
    select(form.box, words)
    form.parts[PartKind.CLAIM].click()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "It answers the question.")
    (marked,) = kept(session, page).spots[-1].key
    assert (marked.part, marked.at, marked.why) == (
        PartKind.CLAIM,
        words,
        "It answers the question.",
    )
    select(form.box, words)
    form.parts[PartKind.ASK].click()
    assert "marked already" in form.wrong.text()
    page.tabs.part("exercises").remove_button.click()
    assert kept(session, page).spots == own.spots


def test_switches_and_checks_are_turned_off(
    page: AuthorPage, session: Session, own: Course
) -> None:
    page.tabs.show_part("switches")
    view = page.tabs.part("switches")
    view.boxes["models"].click()
    assert view.lists["checks_off"].off() == own.switches.checks_off
    view.lists["checks_off"].tick("figure-source", on=False)
    switches = kept(session, page).switches
    assert not switches.models
    assert switches.checks_off == own.switches.checks_off | {"figure-source"}
    session.undo(WORKSPACE_SCOPE)
    assert view.lists["checks_off"].off() == own.switches.checks_off


def test_single_snippets_and_hints_are_turned_off_by_the_space_bar_and_by_clicks(
    page: AuthorPage, session: Session, own: Course, qtbot: QtBot
) -> None:
    page.tabs.show_part("switches")
    snippets, hints = (
        page.tabs.part("switches").lists[f"{of}_off"] for of in ("snippets", "hints")
    )
    snippet = own.snippets[1].id
    snippets.choose(snippet)
    qtbot.keyClick(snippets, Qt.Key.Key_Space)
    repair = next(each for each in own.repairs if each.hints)
    hint = hint_id(repair.id, 1)
    hints.choose(hint)
    box = hints.visualRect(hints.currentIndex())
    indented = hints.fontMetrics().lineSpacing() + hints.fontMetrics().height() // 2
    qtbot.mouseClick(
        hints.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(box.left() + indented, box.center().y()),
    )
    switches = kept(session, page).switches
    assert (switches.snippets_off, switches.hints_off) == ({snippet}, {hint})
    page.tabs.part("switches").boxes["hints"].click()
    assert not hints.isEnabled()  # none of them is shown now
    page.tabs.part("switches").boxes["hints"].click()
    qtbot.keyClick(hints, Qt.Key.Key_Space)
    assert kept(session, page).switches.hints_off == set()


def test_without_snippets_and_hints_it_is_said_where_they_are_made(
    page: AuthorPage, session: Session, own: Course
) -> None:
    page.tabs.show_part("switches")
    view = page.tabs.part("switches")
    without = replace(
        own, snippets=(), repairs=tuple(replace(each, hints=()) for each in own.repairs)
    )
    session.courses.save(without)
    assert view.lists["snippets_off"].isHidden()
    assert view.lists["hints_off"].isHidden()
    assert "made under Data pack" in view.none["snippets_off"].text()
    assert view.none["snippets_off"].isVisible()


def test_checking_says_what_is_wrong_by_place_and_leads_there(
    page: AuthorPage, own: Course, qtbot: QtBot
) -> None:
    page.tabs.part("models").add("1")
    page.tabs.show_part("check")
    problems = page.tabs.part("check").problems
    qtbot.waitUntil(lambda: bool(problems.cards))
    assert problems.said.text() == "1 thing is wrong."
    (card,) = problems.cards
    assert "still to be written" in card.said.text()
    assert card.go_button is not None
    card.go_button.click()
    assert page.tabs.name == "models"
    assert page.tabs.part("models").list.key() == page.desk.course.models[-1].id


def test_a_course_is_tried_as_a_learner_would(
    page: AuthorPage, opened: list[Path], qtbot: QtBot
) -> None:
    page.preview_button.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].suffix == ".consultee"
    assert opened[0].is_file()


def test_a_preview_takes_the_place_of_the_one_before_and_of_nothing_else(
    page: AuthorPage, session: Session, opened: list[Path], qtbot: QtBot
) -> None:
    real = session.courses.beginning(page.desk.course.id, "Bo")()
    for count in (1, 2):
        page.preview_button.click()
        qtbot.waitUntil(lambda count=count: len(opened) == count)
    first, second = opened
    assert (first.exists(), second.exists()) == (False, True)
    in_use = Claim(second)
    assert in_use.take()
    page.preview_button.click()
    qtbot.waitUntil(lambda: len(opened) == 3)
    assert second.exists(), "somebody looks at it in another window"
    in_use.release()
    assert [card.path for card in session.courses.practices()] == [real]


def test_a_course_is_saved_as_a_file_and_replaced_only_after_asking(
    page: AuthorPage, session: Session, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    path = tmp_path / "course.toml"
    dialogs.saves += [tmp_path / "course", path, path]
    page.save_button.click()
    text = path.read_text(encoding="utf-8")
    assert text == session.courses.text(page.desk.course.id)
    path.write_text("mine", encoding="utf-8")
    page.save_button.click()
    assert path.read_text(encoding="utf-8") == "mine"
    dialogs.confirms.append(True)
    page.save_button.click()
    assert path.read_text(encoding="utf-8") == text


def test_the_first_change_after_a_course_was_saved_as_a_file_is_told_to_be_a_new_edition(
    page: AuthorPage, session: Session, own: Course, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    session.courses.export_course(own.id, tmp_path / "ours")
    about = page.tabs.part("about")
    say(about.fields["title"], "Ours")
    about.flush()
    assert about.edition.value() == own.version + 1
    say(about.fields["title"], "Ours, and better")
    assert kept(session, page).version == own.version + 1
    (said,) = dialogs.notices
    assert said.startswith(f"Edition {own.version} was given out. This is edition")


def test_a_course_that_is_undone_away_leads_back_to_the_beginning(
    page: AuthorPage, session: Session, own: Course
) -> None:
    session.courses.remove(own.id)
    assert not page.desk.is_open
    assert page.begin.isVisible()
