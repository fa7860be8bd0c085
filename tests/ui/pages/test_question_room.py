"""How the height of the question page is shared: the answer has the most of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.edits import SaveRecommendation, SetBody
from desktop.core.response import Recommendation, Response
from desktop.ui.context import Context
from desktop.ui.pages.question import QuestionPage
from desktop.ui.place import PageId, Place
from desktop.ui.widgets.folded_text import FoldedText

# What the page gets of a window of 1366 by 768 between its side sheets.
SMALL = (640, 620)
LONG = "\n\n".join(f"Paragraph {number} of a long answer." for number in range(40))


@pytest.fixture
def page(show: Callable[..., Any], context: Context, response: Response) -> QuestionPage:
    context.session.apply(SetBody(response.id, "9", LONG))
    page: QuestionPage = show(QuestionPage, Place(PageId.QUESTION, response.id, "9"), SMALL)
    page.activateWindow()
    QTest.qWait(0)
    return page


def in_view(page: QuestionPage, widget: QWidget) -> bool:
    """Whether the whole of a widget can be seen on the sheet."""
    view = page.sheet.viewport()
    top = widget.mapTo(view, QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= view.height()


def test_the_answer_has_the_most_room_also_in_a_low_window(page: QuestionPage) -> None:
    editor = page.sheet.editor
    assert editor.height() > page.sheet.viewport().height() * 0.45
    assert in_view(page, editor)


def test_without_recommendations_one_line_offers_to_add_one(page: QuestionPage) -> None:
    shelf = page.sheet.recommendations
    assert shelf.height() <= shelf.add_button.height() + 4
    shelf.add()
    QTest.qWait(0)
    assert shelf.height() > 2 * shelf.add_button.height()


def test_the_fields_of_a_new_recommendation_are_seen_whole(
    page: QuestionPage, qtbot: QtBot
) -> None:
    shelf = page.sheet.recommendations
    shelf.add_button.click()
    card = shelf.cards()[0]
    qtbot.waitUntil(lambda: in_view(page, card.done_button) and in_view(page, card.who))


def test_the_answer_stays_where_it_was_scrolled_when_a_recommendation_is_done(
    page: QuestionPage, context: Context, response: Response, qtbot: QtBot
) -> None:
    for name in ("Councils", "Ministers"):
        item = Recommendation(name, response.id, "9", name, "act", "")
        context.session.apply(SaveRecommendation(response.id, item))
    QTest.qWait(0)
    bar, sheet = page.sheet.editor.verticalScrollBar(), page.sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    before, low = bar.value(), sheet.maximum()
    card = page.sheet.recommendations.cards()[-1]
    card.change_button.click()
    qtbot.waitUntil(lambda: sheet.maximum() > low and in_view(page, card.done_button))
    card.done_button.click()
    qtbot.waitUntil(lambda: sheet.maximum() == low)
    assert bar.value() == before > 0


def test_guidance_folds_to_a_line_and_opens(qtbot: QtBot) -> None:
    text = FoldedText("guidance")
    qtbot.addWidget(text)
    words = "Say what has changed, where, for how many people and who picks up the demand."
    text.set_text(words)
    text.resize(300, 100)
    text.show()
    assert (text.label.text(), text.more_button.isVisible()) == (words, False)
    text.set_short(True)
    assert text.folded
    assert text.label.text().endswith("…")
    assert (text.text(), text.label.accessibleName()) == (words, words)
    qtbot.mouseClick(text.more_button, Qt.MouseButton.LeftButton)
    assert (text.label.text(), text.more_button.text()) == (words, "Less")
    qtbot.keyClick(text.more_button, Qt.Key.Key_Return)
    assert text.folded
    text.resize(2000, 100)
    assert (text.label.text(), text.more_button.isVisible()) == (words, False)


def test_the_line_that_is_typed_is_seen_where_the_box_is_not(
    page: QuestionPage, qtbot: QtBot
) -> None:
    editor = page.sheet.editor
    page.resize(640, 300)
    qtbot.waitUntil(lambda: editor.height() < 200)
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    page.sheet.to_top()
    QTest.keyClicks(editor, " More")

    def caret_in_view() -> bool:
        caret = editor.viewport().mapTo(page.sheet.viewport(), editor.cursorRect().center())
        return page.sheet.viewport().rect().contains(caret)

    qtbot.waitUntil(caret_in_view)
