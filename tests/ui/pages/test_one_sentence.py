"""The response in one sentence, on the summary page; spelling in the settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop.core.edits import SetBody, response_scope
from desktop.core.response import Response
from desktop.ui.context import Context
from desktop.ui.editor.marks import Layer
from desktop.ui.pages.about import AboutPage
from desktop.ui.pages.settings import SettingsPage
from desktop.ui.pages.summary import SummaryPage
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs

Show = Callable[..., Any]


def test_the_one_sentence_is_asked_for_as_soon_as_something_is_answered(
    show: Show, context: Context, response: Response, qtbot: QtBot
) -> None:
    session = context.session
    session.apply(SetBody(response.id, "1", "Our hall shut."))
    page = show(SummaryPage, Place(PageId.SUMMARY, response.id))
    assert page.message.isVisible()
    qtbot.keyClicks(page.message, "We want halls, for they recieve nobody. ")
    page.flush()
    wanted = "We want halls, for they recieve nobody."
    assert session.draft(response.id).response.message == wanted
    qtbot.waitUntil(lambda: len(page.message.marks.all(Layer.SPELLING)) == 1)
    session.undo(response_scope(response.id))
    assert page.message.text() == ""


def test_misspelt_words_about_us_are_underlined_with_a_menu_of_their_own(
    show: Show, context: Context, response: Response, qtbot: QtBot
) -> None:
    page = show(AboutPage, Place(PageId.ABOUT, response.id))
    qtbot.keyClicks(page.reason, "Becuase ")
    qtbot.waitUntil(lambda: len(page.reason.marks.all(Layer.SPELLING)) == 1)
    cursor = QTextCursor(page.reason.document())
    cursor.setPosition(2)
    menu = page.spelling[1].make(page.reason.cursorRect(cursor).center())
    assert menu.actions()[0].text() == "Because"
    menu.deleteLater()


def test_spelling_is_switched_in_the_settings(show: Show, context: Context) -> None:
    page = show(SettingsPage, Place(PageId.SETTINGS))
    assert page.spelling.isChecked()
    page.spelling.click()
    assert not context.session.spelling.on


def test_a_word_of_ours_is_taken_out_in_the_settings(
    show: Show, context: Context, dialogs: FakeDialogs
) -> None:
    page = show(SettingsPage, Place(PageId.SETTINGS))
    page.words_button.click()
    assert "added no words yet" in dialogs.notices[0]
    session = context.session
    for word in ("befrendr", "hubb"):
        session.apply(session.spelling.adding(word))
    page.words_button.click()
    assert session.spelling.own_words() == ["befrendr", "hubb"]
    dialogs.choices.append(1)
    page.words_button.click()
    assert session.spelling.own_words() == ["befrendr"]
