"""The window: it goes where it is told, says what is saved, and comes back to the same place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QScreen, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.core.edits import SetBody, response_scope
from desktop.core.response import Response
from desktop.errors import WorkspaceError
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.body import Side
from desktop.ui.memory import Memory
from desktop.ui.page_table import PAGE_TITLES
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import FakeDialogs


def editor_of(window: Window) -> QTextEdit:
    page = window.navigation.page
    assert page is not None
    editor = page.first_focus()
    if not isinstance(editor, QTextEdit):
        editor = next(w for w in page.findChildren(QTextEdit) if w.accessibleName() == "Answer")
    return editor


@pytest.mark.parametrize("page", list(PageId))
def test_every_page_opens_in_the_window(
    window: Window, draft_response: Response, dialogs: FakeDialogs, page: PageId
) -> None:
    item = "1" if page is PageId.QUESTION else ""
    window.go(Place(page, draft_response.id, item))
    assert window.place.page is page
    assert window.navigation.page is not None
    assert window.navigation.page.isVisible()
    assert dialogs.errors == []


def test_the_start_page_is_where_it_begins(window: Window) -> None:
    assert window.place == Place(PageId.START)
    assert window.windowTitle() == "Responses – Consultee"
    assert window.header.title.text() == PAGE_TITLES[PageId.START]


def test_the_header_names_the_inquiry_and_counts_the_words(
    window: Window, draft_response: Response, qtbot: QtBot
) -> None:
    window.go(Place(PageId.QUESTION, draft_response.id, "2"))
    assert window.header.title.text() == "Smaller Government: Bigger Society?"
    assert window.header.body.text() == "Public Administration Committee"
    qtbot.waitUntil(lambda: "of 3,000 words" in window.header.words.text())
    before = window.header.words.text()
    window.context.apply(
        SetBody(draft_response.id, "2", "Three more words than before, surely so.")
    )
    qtbot.waitUntil(lambda: window.header.words.text() not in ("", before))


def test_typing_says_saving_and_then_saved(
    window: Window, draft_response: Response, session: Session, qtbot: QtBot
) -> None:
    window.go(Place(PageId.QUESTION, draft_response.id, "1"))
    qtbot.keyClicks(editor_of(window), "Now ")
    assert window.header.saved.text() == "Saving…"
    qtbot.waitUntil(lambda: window.header.saved.text() == "Saved")
    assert "Now" in session.draft(draft_response.id).answer("1").body


def test_leaving_a_question_saves_what_was_typed_at_once(
    window: Window, draft_response: Response, session: Session, qtbot: QtBot
) -> None:
    window.go(Place(PageId.QUESTION, draft_response.id, "1"))
    qtbot.keyClicks(editor_of(window), "At once ")
    window.run("question.next")
    assert window.place == Place(PageId.QUESTION, draft_response.id, "2")
    assert "At once" in session.draft(draft_response.id).answer("1").body


def test_what_cannot_be_saved_is_said_once_and_stays_on_screen(
    window: Window, draft_response: Response, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    edit = SetBody("gone", "1", "Nowhere to go.")
    assert window.context.apply(edit) is None
    assert window.context.apply(edit) is None
    assert [type(error) for error in dialogs.errors] == [WorkspaceError]
    assert window.header.saved.text() == "Not saved"
    assert dialogs.errors[0].message in window.header.saved.toolTip()
    window.context.apply(SetBody(draft_response.id, "1", "Here it goes."))
    assert window.header.saved.text() == "Saved"


def test_closing_with_something_unsaved_asks_first(
    window: Window, draft_response: Response, dialogs: FakeDialogs
) -> None:
    window.context.apply(SetBody("gone", "1", "Nowhere to go."))
    dialogs.confirms = [False]
    assert not window.close()
    assert window.isVisible()
    assert dialogs.asked[-1][1] == "Close without saving?"
    assert dialogs.risky == ["Close without saving?"]
    dialogs.confirms = [True]
    assert window.close()


def test_reopening_comes_back_to_the_same_question(
    open_window: OpenWindow, session: Session, draft_response: Response
) -> None:
    first = open_window()
    first.go(Place(PageId.QUESTION, draft_response.id, "4"))
    first.close()
    again = open_window()
    assert again.place == Place(PageId.QUESTION, draft_response.id, "4")


def test_reopening_comes_back_to_the_same_place_in_the_text(
    open_window: OpenWindow, session: Session, draft_response: Response, qtbot: QtBot
) -> None:
    first = open_window()
    first.go(Place(PageId.QUESTION, draft_response.id, "2"))
    editor = editor_of(first)
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(editor, "Once more: ")
    first.close()
    again = open_window()
    qtbot.keyClicks(QApplication.focusWidget(), "here, ")
    again.flush()
    assert session.draft(draft_response.id).answer("2").body.startswith("Once more: here, Two")


@pytest.mark.parametrize(
    "caret", [None, "5", {"box": "no such box", "at": 1}, {"box": [], "at": ""}]
)
def test_a_place_in_a_text_that_is_no_more_is_no_obstacle(
    open_window: OpenWindow, session: Session, draft_response: Response, caret: object
) -> None:
    session.set_setting("place", Place(PageId.QUESTION, draft_response.id, "2").stored())
    session.set_setting("caret", caret)
    assert open_window().place.item == "2"


def test_reopening_after_the_response_has_gone_shows_the_start_page(
    open_window: OpenWindow, session: Session
) -> None:
    session.set_setting("place", Place(PageId.QUESTION, "gone", "4").stored())
    assert open_window().place == Place(PageId.START)


def test_a_place_that_is_no_more_is_explained_and_the_start_page_shown(
    window: Window, dialogs: FakeDialogs
) -> None:
    window.go(Place(PageId.SUMMARY, "gone"))
    assert window.place == Place(PageId.START)
    assert dialogs.errors[0].title


def test_the_window_remembers_its_size_and_its_sheets(
    open_window: OpenWindow, draft_response: Response, memory: Memory
) -> None:
    first = open_window()
    first.go(Place(PageId.QUESTION, draft_response.id, "1"))
    first.resize(1210, 777)
    first.run("view.questions")
    first.run("tab.3")
    first.close()
    again = open_window()
    again.run("go.review")
    assert not again.body.shown(Side.LEFT)
    assert memory.text("tab") == "Checks"
    assert not memory.bytes("geometry").isEmpty()


def test_the_first_window_leaves_room_for_its_frame_on_a_small_screen(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(1366, 768))
    sizes: list[QSize] = []
    resize = Window.resize

    def resized(window: Window, *size: Any) -> None:
        sizes.append(QSize(*size))
        resize(window, *size)

    monkeypatch.setattr(Window, "resize", resized)
    open_window()
    assert sizes[0].width() < 1366
    assert sizes[0].height() <= 768 - 40


def test_undo_in_the_menu_names_what_it_takes_back(
    window: Window, draft_response: Response, session: Session, dialogs: FakeDialogs
) -> None:
    window.go(Place(PageId.REVIEW, draft_response.id))
    window.menus.refresh_shown()
    assert window.menus.actions["edit.undo"].text() == "Undo change to answer 2"
    window.run("edit.undo")
    assert session.draft(draft_response.id).answer("2").body == ""
    assert dialogs.notices[-1] == "Undone: change to answer 2"
    window.menus.refresh_shown()
    assert window.menus.actions["edit.redo"].text() == "Redo change to answer 2"
    window.run("edit.redo")
    assert session.draft(draft_response.id).answer("2").body


def test_undo_goes_to_the_question_that_it_changes(
    window: Window, draft_response: Response
) -> None:
    window.go(Place(PageId.QUESTION, draft_response.id, "7"))
    window.run("edit.undo")
    assert window.place.item == "2"


def test_undo_takes_back_typing_first_and_then_the_steps_before(
    window: Window, draft_response: Response, session: Session, qtbot: QtBot
) -> None:
    window.go(Place(PageId.QUESTION, draft_response.id, "2"))
    editor = editor_of(window)
    editor.setFocus()
    qtbot.keyClicks(editor, "Soon gone ")
    assert window.undoing.undo_words() == "Undo typing"
    for _ in range(40):
        qtbot.keySequence(editor, QKeySequence("Ctrl+Z"))
    window.flush()
    body = session.draft(draft_response.id).answer("2").body
    assert "Soon gone" not in body
    # The text box has nothing left, so the same keys reached the steps of the response.
    assert session.redo_name(response_scope(draft_response.id)) is not None


def test_undo_of_a_response_says_nothing_when_there_is_nothing(
    window: Window, response: Response, dialogs: FakeDialogs
) -> None:
    window.go(Place(PageId.REVIEW, response.id))
    assert not window.undoing.can_undo()
    window.run("edit.undo")
    assert dialogs.notices == []


def test_deleting_a_response_puts_it_in_the_bin_and_offers_it_back(
    window: Window, draft_response: Response, session: Session, qtbot: QtBot
) -> None:
    window.go(Place(PageId.REVIEW, draft_response.id))
    window.run("response.delete")
    assert window.place == Place(PageId.START)
    assert session.responses() == []
    qtbot.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    assert [card.response.id for card in session.responses()] == [draft_response.id]


def test_back_goes_where_the_person_was_before(window: Window, draft_response: Response) -> None:
    assert not window.can_go_back()
    window.go(Place(PageId.REVIEW, draft_response.id))
    window.go(Place(PageId.LIBRARY))
    window.run("go.back")
    assert window.place == Place(PageId.REVIEW, draft_response.id)
    window.run("go.back")
    assert window.place == Place(PageId.START)


def test_next_and_previous_stop_at_the_ends(window: Window, draft_response: Response) -> None:
    window.go(Place(PageId.QUESTION, draft_response.id, "1"))
    assert not window.can_step_question(-1)
    window.run("question.previous")
    assert window.place.item == "1"
    window.go(Place(PageId.QUESTION, draft_response.id, "9"))
    assert not window.can_step_question(1)


def test_the_keyboard_reaches_all_three_sheets(
    window: Window, draft_response: Response, qtbot: QtBot
) -> None:
    window.go(Place(PageId.QUESTION, draft_response.id, "1"))
    for command, side in (("focus.left", Side.LEFT), ("focus.right", Side.RIGHT)):
        window.run(command)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert window.body.sheets[side].isAncestorOf(focused)
    window.run("focus.page")
    assert QApplication.focusWidget() is editor_of(window)


def test_back_up_now_writes_a_backup_and_says_so(
    window: Window,
    draft_response: Response,
    session: Session,
    paths: Paths,
    dialogs: FakeDialogs,
    qtbot: QtBot,
) -> None:
    window.run("workspace.backup")
    qtbot.waitUntil(lambda: any("Backed up" in notice for notice in dialogs.notices))
    assert list(paths.backups(session.path).glob("*.consultee"))
    window.run("workspace.backup")
    assert dialogs.notices[-1] == "Nothing has changed since the last backup."


def test_another_workspace_is_asked_for_and_handed_on(
    window: Window, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    window.run("workspace.open")  # the person changes their mind
    dialogs.opens = [tmp_path / "other.consultee"]
    with qtbot.waitSignal(window.workspace_wanted) as wanted:
        window.run("workspace.open")
    assert wanted.args == [tmp_path / "other.consultee"]


def test_text_actions_work_in_whatever_field_has_the_keyboard(
    window: Window, draft_response: Response, session: Session
) -> None:
    window.go(Place(PageId.QUESTION, draft_response.id, "1"))
    editor_of(window).setFocus()
    for command in ("edit.all", "edit.cut", "edit.paste", "edit.paste"):
        window.run(command)
    window.flush()
    assert session.draft(draft_response.id).answer("1").body.count("unpaid") == 2


def test_the_smallest_window_has_room_for_its_words(
    window: Window, draft_response: Response, qtbot: QtBot
) -> None:
    window.go(Place(PageId.QUESTION, draft_response.id, "1"))
    qtbot.waitUntil(lambda: bool(window.header.words.text()))
    window.resize(QSize(760, 520))
    header = window.header
    signs = (header.search_button, header.words, header.saved)
    # Checks that end meanwhile add a sign, and the row is laid out again.
    qtbot.waitUntil(
        lambda: (
            header.width() < 760
            and bool(header.checks_button.text())
            and all(part.width() >= part.sizeHint().width() for part in signs)
        )
    )


def test_bugs_in_work_on_other_threads_are_not_swallowed(
    window: Window, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    lane = window.jobs.lane()

    def break_down() -> None:
        raise WorkspaceError("It broke", "Badly.")

    lane.run(break_down, lambda _: None)
    qtbot.waitUntil(lambda: len(dialogs.errors) == 1)
    with qtbot.captureExceptions() as caught:
        lane.run(lambda: 1 // 0, lambda _: None)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError


def test_the_help_menu_shows_what_it_says(window: Window, session: Session) -> None:
    for command, words in (("help.keys", "Keyboard shortcuts"), ("help.about", "About Consultee")):
        window.run(command)
        sheet = QApplication.activeModalWidget()
        assert sheet is not None
        assert sheet.windowTitle() == words
        sheet.close()
        QApplication.processEvents()
    window.run("help.log")
    assert str(session.paths.log) in window.notice.message


def test_a_page_starts_with_its_own_first_field_also_when_one_comes_from_a_text(
    window: Window, draft_response: Response
) -> None:
    window.go(Place(PageId.QUESTION, draft_response.id, "1"))
    editor_of(window).setFocus()
    window.go(Place(PageId.REVIEW, draft_response.id))
    page = window.navigation.page
    assert page is not None
    assert QApplication.focusWidget() is page.first_focus()
