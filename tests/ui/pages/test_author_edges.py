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

from desktop.core.course import Course, PartKind
from desktop.core.course_writing import copy_of
from desktop.session import Session
from desktop.ui.courses.author.chosen_words import chosen_words, show_words
from desktop.ui.courses.handouts import HandoutsSheet
from desktop.ui.courses.projector_choice import ProjectorSheet
from desktop.ui.pages.author import AuthorPage
from desktop.ui.place import PageId, Place
from desktop.ui.rules.rule_sheet import RuleSheet
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
