"""Spelling at a question: what is underlined, and what mouse and keyboard can do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.core.edits import WORKSPACE_SCOPE, SetBody, SetKeyPoint
from desktop.core.response import Response
from desktop.ui.context import Context
from desktop.ui.editor.mark_ink import TextBox
from desktop.ui.editor.marks import Layer
from desktop.ui.pages.question import QuestionPage
from desktop.ui.place import PageId, Place

TEXT = "The goverment shut our **hal** in May.\n\n- We recieve nothing 🏠 and wunder why."


@pytest.fixture
def page(
    show: Callable[..., Any], context: Context, response: Response, qtbot: QtBot
) -> QuestionPage:
    context.session.apply(SetBody(response.id, "2", TEXT))
    context.session.apply(SetKeyPoint(response.id, "2", "Halls need trustes."))
    page = show(QuestionPage, Place(PageId.QUESTION, response.id, "2"))
    qtbot.waitUntil(lambda: wrong(page.sheet.editor) == ["goverment", "hal", "recieve", "wunder"])
    return page


def wrong(box: TextBox) -> list[str]:
    """Return the words that are underlined."""
    found: list[str] = []
    for mark in box.marks.all(Layer.SPELLING):  # type: ignore[attr-defined]
        cursor = QTextCursor(box.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText())
    return found


def menu_at(page: QuestionPage, words: str) -> QMenu:
    """Return what Alt+Return and the right mouse button offer in the middle of some words."""
    found = page.sheet.editor.document().find(words)
    cursor = QTextCursor(page.sheet.editor.document())
    cursor.setPosition(found.selectionStart() + 1)
    page.sheet.editor.setTextCursor(cursor)
    return page.helping.menu.make_here()


def choose(menu: QMenu, words: str) -> None:
    (action,) = [each for each in menu.actions() if each.text() == words]
    action.trigger()
    menu.deleteLater()


def test_a_misspelt_key_point_is_underlined_too(page: QuestionPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: wrong(page.sheet.key_point) == ["trustes"])


def test_choosing_another_spelling_puts_it_in_with_the_look_of_the_word(
    page: QuestionPage, qtbot: QtBot
) -> None:
    menu = menu_at(page, "hal")
    assert [action.text() for action in menu.actions()][-2:] == [
        "Add “hal” to our words",
        "Ignore in this response",
    ]
    menu.deleteLater()
    choose(menu_at(page, "recieve"), "receive")
    assert page.sheet.editor.markdown() == TEXT.replace("recieve", "receive")
    qtbot.waitUntil(lambda: wrong(page.sheet.editor) == ["goverment", "hal", "wunder"])
    page.sheet.editor.undo()
    assert page.sheet.editor.markdown() == TEXT
    choose(menu_at(page, "hal"), "hall")
    assert "**hall**" in page.sheet.editor.markdown()


def test_a_word_of_ours_is_underlined_nowhere_and_undo_brings_the_line_back(
    page: QuestionPage, qtbot: QtBot
) -> None:
    choose(menu_at(page, "wunder"), "Add “wunder” to our words")
    qtbot.waitUntil(lambda: "wunder" not in wrong(page.sheet.editor))
    assert page.context.session.spelling.own_words() == ["wunder"]
    page.context.session.undo(WORKSPACE_SCOPE)
    qtbot.waitUntil(lambda: "wunder" in wrong(page.sheet.editor))


def test_a_word_can_be_ignored_here(page: QuestionPage, qtbot: QtBot) -> None:
    choose(menu_at(page, "goverment"), "Ignore in this response")
    qtbot.waitUntil(lambda: wrong(page.sheet.editor) == ["hal", "recieve", "wunder"])


def test_without_spelling_nothing_is_underlined(page: QuestionPage, qtbot: QtBot) -> None:
    page.context.session.spelling.switch(False)
    qtbot.waitUntil(lambda: wrong(page.sheet.editor) == [])
    page.context.session.spelling.switch(True)
    qtbot.waitUntil(lambda: len(wrong(page.sheet.editor)) == 4)


def test_what_is_typed_is_looked_at_after_a_pause(page: QuestionPage, qtbot: QtBot) -> None:
    page.sheet.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(page.sheet.editor, " Now nobdy knows.")
    qtbot.waitUntil(lambda: "nobdy" in wrong(page.sheet.editor))
    assert wrong(page.sheet.editor)[:2] == ["goverment", "hal"]


def test_a_right_click_on_the_key_point_offers_other_spellings(
    page: QuestionPage, qtbot: QtBot
) -> None:
    field = page.sheet.key_point
    qtbot.waitUntil(lambda: wrong(field) == ["trustes"])
    cursor = QTextCursor(field.document())
    cursor.setPosition(len("Halls need tr"))
    menu = page.spelling.key_point.make(field.cursorRect(cursor).center())
    first = [action.text() for action in menu.actions()]
    assert "trustees" in first[:5]
    choose(menu, "trustees")
    assert field.text() == "Halls need trustees."
