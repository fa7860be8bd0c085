from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.core.edits import (
    MarkAnswer,
    RestoreAnswer,
    SetBody,
    SetKeyPoint,
    response_scope,
)
from desktop.core.evidence import Snippet, SnippetKind
from desktop.core.response import Answer, AnswerMark, Response
from desktop.core.text import Cite
from desktop.errors import WorkspaceError
from desktop.session import Session
from desktop.ui.context import Context
from desktop.ui.editor.clipboard import snippet_mime
from desktop.ui.pages.question import QuestionPage
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs

SNIPPET = Snippet(
    "halls-1",
    "blume-reconfigure-big-society",
    "Halls close for want of people.",
    "Halls close for want of people, not for want of money.",
    SnippetKind.ARGUMENT,
    "paragraph 3",
)
CITED = "[@blume-reconfigure-big-society, paragraph 3]"


@dataclass
class Room:
    """The page at question 2, and the means to look behind it."""

    page: QuestionPage
    context: Context
    response: Response

    @property
    def session(self) -> Session:
        return self.context.session

    def answer(self, number: str = "2") -> Answer:
        return self.session.draft(self.response.id).answer(number)

    def at(self, number: str) -> Place:
        return Place(PageId.QUESTION, self.response.id, number)

    def write(self, words: str) -> None:
        QTest.keyClicks(self.page.sheet.editor, words)


@pytest.fixture
def room(show: Callable[..., Any], context: Context, response: Response, qtbot: QtBot) -> Room:
    page = show(QuestionPage, Place(PageId.QUESTION, response.id, "2"))
    page.activateWindow()
    page.first_focus().setFocus()
    return Room(page, context, response)


def test_the_page_says_what_is_asked_and_what_helps_to_answer(room: Room) -> None:
    said = room.page.sheet.question_words()
    assert said[0] == "Question 2 of 9"
    assert said[1].startswith("The impact and consequences of reductions in public expenditure")
    assert said[2].startswith("Describe what has happened")


def test_typing_is_saved_after_a_short_quiet(room: Room, qtbot: QtBot) -> None:
    room.write("Four of our groups closed.")
    assert room.answer().body == ""
    qtbot.waitUntil(lambda: room.answer().body == "Four of our groups closed.")


def test_typing_says_that_it_waits_and_then_that_it_is_saved(room: Room, qtbot: QtBot) -> None:
    waiting: list[bool] = []
    room.context.bridge.unsaved.connect(waiting.append)
    room.write("Four")
    assert waiting == [True]
    qtbot.waitUntil(lambda: room.answer().body == "Four")
    assert waiting[-1] is False


def test_the_caret_stays_where_it_is_while_the_page_saves(room: Room, qtbot: QtBot) -> None:
    room.write("One two")
    room.page.sheet.editor.moveCursor(room.page.sheet.editor.textCursor().MoveOperation.Start)
    room.write("Zero ")
    room.page.flush()
    room.write("and ")
    room.page.flush()
    assert room.answer().body == "Zero and One two"


def test_going_to_another_question_saves_at_once(room: Room) -> None:
    room.write("Four of our groups closed.")
    QTest.keyClicks(room.page.sheet.key_point, "Groups are closing.")
    room.page.open(room.at("3"))
    assert room.answer().body == "Four of our groups closed."
    assert room.answer().key_point == "Groups are closing."
    assert room.page.sheet.editor.markdown() == ""
    room.page.open(room.at("2"))
    assert room.page.sheet.editor.markdown() == "Four of our groups closed."
    assert room.page.sheet.key_point.text() == "Groups are closing."


def test_leaving_the_field_saves_at_once(room: Room, qtbot: QtBot) -> None:
    room.write("Four.")
    room.page.sheet.key_point.setFocus()
    qtbot.waitUntil(lambda: room.answer().body == "Four.", timeout=300)
    QTest.keyClicks(room.page.sheet.key_point, "Closing.")
    room.page.footer.next_button.setFocus()
    assert room.answer().key_point == "Closing."


def test_hiding_the_page_saves_at_once(room: Room) -> None:
    room.write("Four.")
    room.page.hide()
    assert room.answer().body == "Four."


def test_enter_in_the_key_point_goes_on_to_the_answer(room: Room) -> None:
    room.page.sheet.key_point.setFocus()
    QTest.keyClicks(room.page.sheet.key_point, "Closing.")
    QTest.keyClick(room.page.sheet.key_point, Qt.Key.Key_Return)
    assert room.page.focusWidget() is room.page.sheet.editor
    assert room.answer().key_point == "Closing."


def test_a_key_point_stays_one_line_and_says_when_it_is_long(room: Room) -> None:
    field = room.page.sheet.key_point
    field.insertPlainText("one\ntwo")
    assert field.text() == "one two"
    field.set_text("word " * 31)
    assert field.accessibleDescription().startswith("31 words")


def test_what_cannot_be_saved_is_kept_said_once_and_saved_later(
    room: Room, dialogs: FakeDialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = room.session.apply

    def full(*_: object, **__: object) -> None:
        raise WorkspaceError("The disk is full", "Nothing could be written.", "Make room.")

    monkeypatch.setattr(room.session, "apply", full)
    room.write("Four of our groups closed.")
    room.page.flush()
    room.write(" Two remain.")
    room.page.flush()
    assert [error.title for error in dialogs.errors] == ["The disk is full"]
    room.page.open(room.at("3"))
    assert room.page.sheet.editor.markdown() == ""
    room.page.open(room.at("2"))
    assert room.page.sheet.editor.markdown() == "Four of our groups closed. Two remain."
    monkeypatch.setattr(room.session, "apply", real)
    room.page.flush()
    assert room.answer().body == "Four of our groups closed. Two remain."
    assert room.answer("3").body == ""


def test_undo_brings_the_text_before_back_into_the_field(room: Room, clock: Any) -> None:
    room.write("First.")
    room.page.flush()
    clock.pass_by(120)
    room.write(" Second.")
    room.page.flush()
    room.session.undo(response_scope(room.response.id))
    assert room.page.sheet.editor.markdown() == "First."
    room.session.redo(response_scope(room.response.id))
    assert room.page.sheet.editor.markdown() == "First. Second."


def test_a_change_elsewhere_leaves_what_is_being_typed_alone(room: Room) -> None:
    room.write("Typing")
    room.session.apply(SetKeyPoint(room.response.id, "7", "Something else."))
    room.session.apply(SetBody(room.response.id, "2", "From elsewhere."))
    assert room.page.sheet.editor.markdown() == "Typing"
    room.page.flush()
    assert room.answer().body == "Typing"


def test_a_change_from_elsewhere_shows_and_keeps_the_caret(room: Room) -> None:
    room.write("One two three")
    room.page.flush()
    cursor = room.page.sheet.editor.textCursor()
    cursor.setPosition(4)
    room.page.sheet.editor.setTextCursor(cursor)
    room.session.apply(RestoreAnswer(room.response.id, "2", "Key.", "One two four"))
    assert room.page.sheet.editor.markdown() == "One two four"
    assert room.page.sheet.key_point.text() == "Key."
    assert room.page.sheet.editor.textCursor().position() == 4


def test_inserting_evidence_puts_paragraph_and_citation_and_saves(
    room: Room, dialogs: FakeDialogs
) -> None:
    room.write("Before.")
    room.page.insert_evidence(SNIPPET)
    assert room.answer().body == f"Before.\n\n{SNIPPET.text}{CITED}"
    assert room.page.focusWidget() is room.page.sheet.editor
    assert dialogs.notices == []  # the text appearing says enough


def test_citing_only_puts_the_citation_at_the_cursor(room: Room) -> None:
    room.write("Groups closed.")
    room.page.cite_evidence(SNIPPET)
    assert room.answer().body == f"Groups closed.{CITED}"


def test_a_card_can_be_dropped_into_the_answer(room: Room) -> None:
    editor = room.page.sheet.editor
    data = snippet_mime(SNIPPET.text, Cite(SNIPPET.source, SNIPPET.locator))
    drop = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    editor.dropEvent(drop)
    room.page.flush()
    assert room.answer().body == f"{SNIPPET.text}{CITED}"


def test_a_starter_leaves_the_cursor_where_the_sentence_goes_on(room: Room) -> None:
    room.page.start_sentence("Since we lost ")
    room.write("our forum.")
    room.page.flush()
    assert room.answer().body == "Since we lost our forum."


def test_a_past_answer_comes_with_its_citations(room: Room) -> None:
    room.page.insert_answer(f"Old words.{CITED}\n\n- one\n- two")
    assert room.answer().body == f"Old words.{CITED}\n\n- one\n- two"


def test_skipping_asks_why_and_shows_the_reason(room: Room, dialogs: FakeDialogs) -> None:
    room.write("Some words.")
    dialogs.texts.append("We run no co-operative.")
    room.page.footer.skip_button.click()
    assert room.answer().mark is AnswerMark.SKIPPED
    assert room.answer().body == "Some words."
    assert room.page.sheet.skipped.isVisible()
    assert room.page.sheet.skipped.reason() == "We run no co-operative."
    assert not room.page.sheet.editor.isVisible()
    assert not room.page.footer.skip_button.isVisible()


def test_a_skipped_question_can_be_answered_after_all(room: Room) -> None:
    room.session.apply(MarkAnswer(room.response.id, "2", AnswerMark.SKIPPED, "No time."))
    assert room.page.first_focus() is room.page.sheet.skipped.reopen_button
    room.page.sheet.skipped.reopen_button.click()
    assert room.answer().mark is AnswerMark.NONE
    assert room.page.sheet.editor.isVisible()
    assert room.page.focusWidget() is room.page.sheet.editor


def test_the_reason_for_skipping_can_be_changed(room: Room, dialogs: FakeDialogs) -> None:
    room.session.apply(MarkAnswer(room.response.id, "2", AnswerMark.SKIPPED, "No time."))
    dialogs.texts.append("Not our field.")
    room.page.sheet.skipped.reword_button.click()
    assert room.page.sheet.skipped.reason() == "Not our field."


@pytest.mark.parametrize("reply", [None, "", "  \n"])
def test_without_a_reason_the_question_is_not_skipped(
    room: Room, dialogs: FakeDialogs, reply: str | None
) -> None:
    dialogs.texts.append(reply)
    room.page.skip()
    assert room.answer().mark is AnswerMark.NONE
    assert bool(dialogs.notices) is (reply is not None)


def test_nothing_is_written_into_a_skipped_question(room: Room, dialogs: FakeDialogs) -> None:
    room.session.apply(MarkAnswer(room.response.id, "2", AnswerMark.SKIPPED, "No time."))
    room.page.insert_evidence(SNIPPET)
    assert room.answer().body == ""
    assert "skipped" in dialogs.notices[0]


def test_ready_can_be_marked_and_taken_back(room: Room) -> None:
    room.write("Done.")
    button = room.page.footer.ready_button
    button.click()
    assert room.answer().mark is AnswerMark.READY
    assert room.answer().body == "Done."
    assert (button.text(), button.isChecked()) == ("✓ Ready", True)
    button.click()
    assert room.answer().mark is AnswerMark.NONE
    assert (button.text(), button.isChecked()) == ("Mark as ready", False)


def test_next_and_previous_save_and_go(room: Room, visited: list[Place]) -> None:
    room.write("Four.")
    room.page.footer.next_button.click()
    room.page.footer.previous_button.click()
    assert visited == [room.at("3"), room.at("1")]
    assert room.answer().body == "Four."


def test_after_the_last_question_comes_the_next_part(room: Room, visited: list[Place]) -> None:
    room.page.open(room.at("9"))
    assert room.page.footer.next_button.text() == "Next: about us"
    room.page.footer.next_button.click()
    assert visited == [Place(PageId.ABOUT, room.response.id)]
    room.page.open(room.at("1"))
    assert not room.page.footer.previous_button.isEnabled()


def test_without_a_question_the_first_one_opens(room: Room) -> None:
    room.page.open(Place(PageId.QUESTION, room.response.id))
    assert room.page.sheet.question_words()[0] == "Question 1 of 9"


def test_words_are_counted_against_the_suggested_share(room: Room) -> None:
    assert room.page.sheet.length() == "0 words, suggested 300"
    QTest.keyClicks(room.page.sheet.key_point, "Groups close.")
    room.write("Four of them.")
    assert room.page.sheet.length() == "5 words, suggested 300"
    room.page.sheet.editor.insert_starter("word " * 300)
    assert room.page.sheet.length() == "305 words, 5 more than the suggested 300"


def test_the_length_says_that_the_key_point_is_counted(room: Room) -> None:
    length = next(
        label
        for label in room.page.sheet.findChildren(QLabel)
        if label.text() == room.page.sheet.length()
    )
    assert length.toolTip().startswith("The key point is counted with the answer")
    assert length.accessibleDescription() == length.toolTip()


def test_skipping_another_question_gives_its_share_to_this_one(room: Room) -> None:
    room.session.apply(MarkAnswer(room.response.id, "5", AnswerMark.SKIPPED, "Not ours."))
    assert room.page.sheet.length() == "0 words, suggested 330"


def test_any_source_can_be_cited_by_hand(room: Room, qtbot: QtBot) -> None:
    room.write("Groups closed.")
    room.page.actions_here()["insert.cite"]()
    bar = room.page.sheet.cite_bar
    assert bar.isVisible()
    bar.source.setCurrentIndex(bar.source.findData("blume-reconfigure-big-society"))
    QTest.keyClicks(bar.place, "paragraph 3")
    QTest.keyClick(bar.place, Qt.Key.Key_Return)
    room.page.flush()
    assert room.answer().body == f"Groups closed.{CITED}"
    assert not bar.isVisible()
    assert room.page.focusWidget() is room.page.sheet.editor


def test_escape_closes_the_citation_bar_and_nothing_else(room: Room) -> None:
    room.page.sheet.open_cite_bar()
    QTest.keyClick(room.page.sheet.cite_bar.place, Qt.Key.Key_Escape)
    assert not room.page.sheet.cite_bar.isVisible()
    assert room.answer().body == ""


def test_the_commands_of_the_window_reach_the_text(room: Room) -> None:
    room.page.actions_here()["text.bold"]()
    room.write("Four")
    room.page.flush()
    assert room.answer().body == "**Four**"
    expected = {"question.skip", "question.ready", "question.history", "insert.cite"}
    assert expected <= set(room.page.actions_here())


def test_a_skipped_question_offers_only_what_can_be_done(room: Room) -> None:
    room.session.apply(MarkAnswer(room.response.id, "2", AnswerMark.SKIPPED, "No time."))
    assert set(room.page.actions_here()) == {"question.skip", "question.history"}


def test_the_toolbar_names_the_shortcuts_of_the_window(room: Room) -> None:
    bold = room.page.sheet.toolbar.format_actions.bold
    assert bold.shortcut().isEmpty()
    assert bold.toolTip() == "Bold (Ctrl+B)"


def test_hovering_over_a_citation_names_the_source(room: Room) -> None:
    cite = Cite(SNIPPET.source, SNIPPET.locator)
    assert "Toby Blume" in room.page.sheet.reference(cite)
    assert room.page.sheet.reference(Cite("gone", "p. 1")) == "gone, p. 1"
