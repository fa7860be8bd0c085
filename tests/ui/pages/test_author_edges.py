"""What becomes of a course whose author stops short, goes elsewhere or is refused something."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.course import Course, PartKind, StepKind
from desktop.core.course_writing import copy_of
from desktop.session import Session
from desktop.ui.context import Context
from desktop.ui.courses.author.chosen_words import chosen_words, show_words
from desktop.ui.courses.handouts import HandoutsSheet
from desktop.ui.courses.projector_choice import ProjectorSheet
from desktop.ui.pages.author import AuthorPage
from desktop.ui.place import PageId, Place
from desktop.ui.rules.rule_sheet import RuleSheet
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.saved_field import SavedField
from tests.ui.fakes import FakeDialogs

Show = Callable[..., Any]


@pytest.fixture
def own(session: Session) -> Course:
    made = copy_of(session.courses.read("first-written-evidence"), ())
    session.courses.save(made)
    return made


@pytest.fixture
def page(show: Show, own: Course) -> AuthorPage:
    return show(AuthorPage, Place(PageId.AUTHOR, item=own.id))


def write(saved: SavedField, text: str) -> None:
    """Put a text into the editor of an answer, as a person who types it would."""
    field: Any = saved.field
    field.set_markdown(text)
    field.edited.emit()
    saved.flush()


def type_in(saved: SavedField, text: str) -> None:
    """Type a text into a line in place of what is there."""
    field: Any = saved.field
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    saved.flush()


def kept(session: Session, page: AuthorPage) -> Course:
    page.flush()
    return session.courses.read(page.desk.course.id)


def sheet(kind: type[Any]) -> Any:
    """Return the sheet of a kind that is open."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def test_words_selected_behind_a_wide_character_are_the_words_meant(page: AuthorPage) -> None:
    form = page.tabs.show_part("models").form
    write(form.text, "We said \U0001f600 and **drove** on.")
    cursor = form.box.document().find("drove")
    form.box.setTextCursor(cursor)
    assert chosen_words(form.box) == "drove"
    form.box.moveCursor(QTextCursor.MoveOperation.Start)
    assert show_words(form.box, "drove")
    assert form.box.textCursor().selectedText() == "drove"


def test_a_course_with_something_wrong_is_not_tried_and_what_is_wrong_is_shown(
    page: AuthorPage, session: Session, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    # A paper that texts still cite.
    page.tabs.show_part("pack").remove_button.click()
    assert page.first_focus() is page.tabs.first_tab()
    page.actions_here()["course.preview"]()
    assert page.tabs.name == "check"
    assert len(dialogs.errors) == 1
    assert page.preview_button.isEnabled()
    qtbot.waitUntil(lambda: bool(page.tabs.part("check").problems.cards))


def test_a_preview_that_has_no_room_to_be_made_in_is_told_of(
    page: AuthorPage, session: Session, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    session.paths.practices.parent.mkdir(parents=True, exist_ok=True)
    session.paths.practices.write_text("A file where the folder should be.", encoding="utf-8")
    page.preview_button.click()
    assert not page.preview_button.isEnabled()
    qtbot.waitUntil(lambda: bool(dialogs.errors), timeout=20_000)
    assert page.preview_button.isEnabled()


def test_a_course_file_that_is_not_saved_leaves_everything_as_it_was(
    page: AuthorPage, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    nowhere = tmp_path / "a file"
    nowhere.write_text("mine", encoding="utf-8")
    dialogs.saves += [None, nowhere / "course.toml"]
    page.actions_here()["course.save"]()
    assert not dialogs.errors
    page.actions_here()["course.save"]()
    assert len(dialogs.errors) == 1
    assert not dialogs.notices
    assert nowhere.read_text(encoding="utf-8") == "mine"


def test_what_is_typed_last_is_in_the_handouts_and_on_the_projector(page: AuthorPage) -> None:
    about: Any = page.tabs.show_part("about").fields["title"].field
    about.setFocus()
    about.selectAll()
    QTest.keyClicks(about, "Halls and buses")
    page.actions_here()["course.handouts"]()
    assert page.desk.course.title == "Halls and buses"
    sheet(HandoutsSheet).reject()
    page.actions_here()["course.project"]()
    sheet(ProjectorSheet).reject()


def test_a_rule_is_added_to_those_of_the_body_or_thought_better_of(
    page: AuthorPage, session: Session, own: Course, dialogs: FakeDialogs
) -> None:
    view = page.tabs.show_part("call")
    view.list.choose("rules:")
    rules = view.rules
    there = {card.held.id for card in rules.cards}
    rules.add_button.click()
    assert kept(session, page).changes == own.changes
    dialogs.choices.append(0)
    rules.add_button.click()
    made = sheet(RuleSheet)
    made.says.set_text("As we say.")
    made.accept()
    (new,) = set(kept(session, page).changes.changed) - set(own.changes.changed)
    assert new.says == "As we say."
    assert {card.held.id for card in rules.cards} == {*there, new.id}
    rules.change(new.id)
    again = sheet(RuleSheet)
    assert again.says.toPlainText() == "As we say."
    again.reject()


def test_a_mark_is_shown_explained_and_removed_and_goes_when_its_words_do(
    page: AuthorPage, session: Session
) -> None:
    view = page.tabs.show_part("exercises")
    view.refresh("new")
    view.making.whole_button.click()
    view.making.mark_button.click()
    form = view.spot_form
    write(form.text, "Nobody comes. The bus stops at noon. Fund one more.")
    form.parts[PartKind.CLAIM].click()
    assert form.wrong.text()
    assert form.box.hasFocus()
    for part, words in ((PartKind.CLAIM, "Nobody comes."), (PartKind.ASK, "Fund one more.")):
        assert show_words(form.box, words)
        form.parts[part].click()
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, f"It is the {part.value}.")
    assert [(each.part, each.why) for each in kept(session, page).spots[-1].key] == [
        (PartKind.CLAIM, "It is the claim."),
        (PartKind.ASK, "It is the ask."),
    ]

    def press(name: str) -> None:
        button = next(each for each in form.findChildren(QWidget) if each.accessibleName() == name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    press("Show the words: mark 2")
    assert chosen_words(form.box) == "Fund one more."
    write(form.text, "Nobody comes. The bus stops at noon.")
    assert "Undo brings them back" in form.wrong.text()
    assert [each.at for each in kept(session, page).spots[-1].key] == ["Nobody comes."]
    press("Remove: mark 1")
    assert kept(session, page).spots[-1].key == ()
    assert form.box.hasFocus()


def test_a_solution_comes_with_a_recommendation_only_while_one_is_written(
    page: AuthorPage, session: Session, own: Course
) -> None:
    view = page.tabs.show_part("exercises")
    first = own.repairs[0]
    view.go("repair", first.id)
    form = view.repair_form
    for field, text in zip(form.ask, ("The Assembly", "fund one bus", "April"), strict=True):
        type_in(field, text)
    assert kept(session, page).repairs[0].recommendation == (
        "The Assembly",
        "fund one bus",
        "April",
    )
    for field in form.ask:
        type_in(field, "")
    assert kept(session, page).repairs[0].recommendation is None


def test_a_solution_that_is_to_mend_nothing_yet_says_what_to_do_first(
    page: AuthorPage, session: Session, own: Course, qtbot: QtBot
) -> None:
    view = page.tabs.show_part("exercises")
    view.go("repair", own.repairs[0].id)
    form = view.repair_form
    qtbot.waitUntil(lambda: bool(form.faults.boxes) and form.found.text().startswith("✓"))
    for check in own.repairs[0].faults:
        form.faults.boxes[check].click()
    qtbot.waitUntil(lambda: form.found.text() == "Tick above what is to be mended.")
    assert kept(session, page).repairs[0].faults == ()


def test_the_tags_of_a_snippet_are_told_apart_by_commas_and_its_removal_leads_to_its_paper(
    page: AuthorPage, session: Session, own: Course, dialogs: FakeDialogs
) -> None:
    view = page.tabs.show_part("pack")
    snippet = own.snippets[0]
    view.go("snippet", snippet.id)
    type_in(view.snippet_form.tags, "drivers,  buses,, drivers")
    assert kept(session, page).snippets[0].tags == ("drivers", "buses")
    view.remove_button.click()
    assert dialogs.notices == ["The snippet was removed. Undo brings it back."]
    assert snippet.id not in [each.id for each in kept(session, page).snippets]
    assert view.list.key() == f"paper:{snippet.source}"
    assert view.list.hasFocus()
    view.up.click()
    assert [each.source.key for each in kept(session, page).papers] == [
        each.source.key for each in own.papers
    ]


def test_a_question_with_an_ampersand_keeps_the_keyboard_where_it_is_ticked(
    page: AuthorPage, session: Session, own: Course
) -> None:
    call = page.tabs.show_part("call")
    call.list.choose("question:1")
    type_in(call.question_form.heading, "Buses & taxis")
    view = page.tabs.show_part("pack")
    view.go("snippet", own.snippets[0].id)
    box = next(iter(view.snippet_form.boxes.values()))
    assert box.text() == "1. Buses && taxis"
    assert box.accessibleName() == "For question 1. Buses & taxis"
    box.setFocus()
    view.refresh()
    assert QApplication.focusWidget() is box


def test_what_is_wrong_leads_to_a_step_a_criterion_and_a_question(
    page: AuthorPage, own: Course
) -> None:
    step, criterion = own.steps[2], own.rubric.criteria[1]
    page.show_problem("step", step.id)
    assert (page.tabs.name, page.tabs.part("units").list.key()) == ("units", f"step:{step.id}")
    page.show_problem("criterion", criterion.id)
    key = page.tabs.part("rubric").list.key()
    assert (page.tabs.name, key) == ("rubric", f"criterion:{criterion.id}")
    page.show_problem("question", "2")
    call = page.tabs.part("call")
    assert (page.tabs.name, call.list.key()) == ("call", "question:2")
    page.show_problem("rule", "1")
    assert call.list.key() == "rules:"
    page.show_problem("no such table", "")
    assert page.tabs.name == "about"


def test_an_end_of_a_list_is_not_gone_past_and_a_unit_goes_with_its_steps(
    page: AuthorPage, session: Session, own: Course, dialogs: FakeDialogs
) -> None:
    view = page.tabs.show_part("units")
    first = own.units[0].id
    view.list.choose(f"unit:{first}")
    view.step_by(-1)
    assert kept(session, page).units == own.units
    view.remove()
    left = kept(session, page)
    assert [each.id for each in left.units] == [each.id for each in own.units[1:]]
    assert not left.steps_of(first)
    assert dialogs.notices == ["The unit was removed with its steps. Undo brings it back."]
    rubric = page.tabs.show_part("rubric")
    rubric.list.choose(f"criterion:{own.rubric.criteria[0].id}")
    rubric.step_by(-1)
    assert kept(session, page).rubric == own.rubric


def test_a_step_needs_what_it_is_about_and_says_where_to_make_it(
    show: Show, session: Session, dialogs: FakeDialogs
) -> None:
    made = session.courses.invented("Halls")
    session.courses.save(made)
    page = show(AuthorPage, Place(PageId.AUTHOR, item=made.id))
    page.tabs.show_part("units").add_step(StepKind.WORKED)
    assert dialogs.notices == ["There is no model answer yet. Add one under Model answers."]
    assert session.courses.read(made.id).steps == made.steps


def test_a_course_is_neither_brought_in_nor_removed_when_one_thinks_better_of_it(
    show: Show, session: Session, own: Course, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    begin = show(AuthorPage, Place(PageId.AUTHOR)).begin
    dialogs.opens += [None, tmp_path / "gone.toml"]
    begin.file_button.click()
    assert not dialogs.errors
    assert not begin.problems.cards
    begin.file_button.click()
    assert begin.problems.said.text() == "“gone.toml” was not brought in"
    (card,) = begin.problems.cards
    assert card.said.text()
    button = next(
        each
        for each in begin.findChildren(QWidget)
        if each.accessibleName() == f"Remove: {own.title}"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dialogs.risky == [f"Remove “{own.title}”?"]
    assert session.courses.read(own.id).title == own.title


def test_a_question_and_a_criterion_that_are_added_are_there_in_every_part(
    page: AuthorPage, session: Session, own: Course
) -> None:
    exercises = page.tabs.show_part("exercises")
    exercises.refresh("new")
    exercises.making.share_button.click()
    budget = exercises.budget_form
    pack = page.tabs.show_part("pack")
    pack.go("snippet", own.snippets[0].id)
    models = page.tabs.show_part("models")
    models.add("1")
    page.tabs.show_part("rubric").add_button.click()
    new = kept(session, page).rubric.criteria[-1].id
    page.tabs.show_part("call").add_button.click()
    type_in(page.tabs.part("call").question_form.heading, "What next")
    page.tabs.show_part("pack")
    assert list(pack.snippet_form.boxes.values())[-1].text() == "4. What next"
    list(pack.snippet_form.boxes.values())[-1].click()
    assert [ref.rpartition("#")[2] for ref in kept(session, page).snippets[0].questions][-1] == "4"
    page.tabs.show_part("models")
    assert new in models.form.marks.cards
    page.tabs.show_part("exercises")
    assert list(budget.cards) == ["1", "2", "3", "4"]
    budget.words.setFocus()
    budget.cards["4"].model.setValue(5000)
    assert budget.left.text().endswith("too many.")
    assert kept(session, page).budgets[-1].shares[-1].model == 5000


def test_a_rule_of_the_body_is_made_not_to_hold_in_the_course(
    page: AuthorPage, session: Session, own: Course
) -> None:
    view = page.tabs.show_part("call")
    view.list.choose("rules:")
    rule = next(card.held.id for card in view.rules.cards if card.held.body and card.held.rule)
    view.rules.change(rule)
    away = next(
        each
        for each in sheet(RuleSheet).findChildren(Button)
        if each.text().endswith("not hold here")
    )
    away.click()
    assert rule in kept(session, page).changes.removed
    card = next(card for card in view.rules.cards if card.held.id == rule)
    assert card.held.rule is None
    view.rules.back(rule)
    assert rule not in kept(session, page).changes.removed


@pytest.mark.parametrize("pause", [False, True])
def test_an_exercise_may_be_removed_while_the_checks_are_looking_at_it(
    page: AuthorPage, session: Session, own: Course, context: Context, qtbot: QtBot, pause: bool
) -> None:
    first = own.repairs[0]
    view = page.tabs.show_part("exercises")
    view.go("repair", first.id)
    form = view.repair_form
    type_in(form.ask[0], "The Assembly")
    if pause:
        # The checks have begun, and say what they find when the exercise is gone.
        form._looking.flush()
    view.remove_button.click()
    assert first.id not in {each.id for each in kept(session, page).repairs}
    qtbot.waitUntil(lambda: not form._looking.waiting)
    context.jobs.finish()
    QApplication.processEvents()
    assert view.list.hasFocus()


def test_a_course_is_emptied_down_to_what_a_learner_needs(
    show: Show, session: Session, dialogs: FakeDialogs
) -> None:
    made = session.courses.invented("Halls")
    session.courses.save(made)
    page = show(AuthorPage, Place(PageId.AUTHOR, item=made.id))
    for name in ("pack", "models", "exercises", "call", "units", "rubric"):
        view = page.tabs.show_part(name)
        for _ in range(8):
            view.list.choose((view.list.keys() or [""])[-1])
            if view.remove_button.isEnabled():
                view.remove_button.click()
    assert not dialogs.errors
    left = kept(session, page)
    assert left.consultation is not None
    assert [len(left.consultation.questions), len(left.units), len(left.rubric.criteria)] == [1] * 3
    # There is always something to do, and a file to hand in.
    assert [step.kind for step in left.steps] == [StepKind.FINISH]
