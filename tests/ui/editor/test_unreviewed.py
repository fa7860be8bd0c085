from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.editor import AnswerEditor
from tests.ui.editor.cursors import put_cursor

BODY = """\
The hall closed.[@larch-2024, page 4]

Ours.

> Nobody came."""
TEXTS = ("The hall closed.", "Nobody came.")


@pytest.fixture
def marked(editor: AnswerEditor) -> AnswerEditor:
    editor.resize(700, 300)
    editor.set_markdown(BODY)
    editor.unreviewed.show_texts(TEXTS)
    return editor


def margin(editor: AnswerEditor) -> QWidget:
    found = editor.findChild(QWidget, "unreviewedMargin")
    assert found is not None
    return found


def test_what_came_from_a_first_draft_is_marked_and_what_did_not_is_not(
    marked: AnswerEditor,
) -> None:
    assert [block.text().strip("\ufffc") for block in marked.unreviewed.blocks()] == list(TEXTS)
    assert margin(marked).isVisible()
    assert marked.viewportMargins().left() == margin(marked).width() > 0


def test_without_anything_to_review_there_is_no_margin(editor: AnswerEditor) -> None:
    editor.set_markdown(BODY)
    assert not margin(editor).isVisible()
    assert editor.viewportMargins().left() == 0


def test_the_first_letter_typed_into_a_paragraph_makes_it_ones_own(
    marked: AnswerEditor, qtbot: QtBot
) -> None:
    put_cursor(marked, "closed")
    with qtbot.waitSignal(marked.unreviewed.changed):
        QTest.keyClicks(marked, "x")
    assert marked.unreviewed.count == 1
    marked.undo()
    assert marked.unreviewed.count == 2


def test_a_paragraph_that_moves_keeps_its_mark(marked: AnswerEditor) -> None:
    put_cursor(marked, "Ours")
    QTest.keyClick(marked, Qt.Key.Key_Return)
    assert [block.blockNumber() for block in marked.unreviewed.blocks()] == [0, 3]


def test_the_next_piece_is_the_next_below_the_cursor(marked: AnswerEditor) -> None:
    put_cursor(marked, "Ours")
    assert marked.unreviewed.at_cursor() == ""
    assert marked.unreviewed.go_to_next()
    assert marked.unreviewed.at_cursor() == "Nobody came."
    assert not marked.unreviewed.go_to_next()
    assert marked.unreviewed.go_to_next(from_start=True)
    assert marked.unreviewed.at_cursor() == "The hall closed."


def test_a_click_on_the_mark_puts_the_cursor_into_its_paragraph(marked: AnswerEditor) -> None:
    put_cursor(marked, "Ours")
    last = list(marked.unreviewed.blocks())[-1]
    top = marked.document().documentLayout().blockBoundingRect(last).top()
    QTest.mouseClick(margin(marked), Qt.MouseButton.LeftButton, pos=QPoint(10, round(top) + 5))
    assert marked.unreviewed.at_cursor() == "Nobody came."


def test_the_mark_is_a_bar_with_a_word_in_a_wide_box_and_with_a_sign_in_a_narrow_one(
    marked: AnswerEditor,
) -> None:
    wide = margin(marked).width()
    assert wide > marked.fontMetrics().horizontalAdvance("Unrev")
    marked.resize(260, 300)
    assert 0 < margin(marked).width() < wide / 2
    image = margin(marked).grab().toImage()
    ground = image.pixelColor(0, image.height() - 1)
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, 60, 3)}
    assert len(colours - {ground.name()}) >= 1


def test_confirmed_texts_lose_their_mark(marked: AnswerEditor) -> None:
    marked.unreviewed.show_texts(("Nobody came.",))
    assert marked.unreviewed.count == 1
    marked.unreviewed.show_texts(())
    assert marked.unreviewed.count == 0
    assert not margin(marked).isVisible()


def test_the_text_itself_is_not_changed_by_marks(marked: AnswerEditor) -> None:
    assert marked.markdown() == BODY
    assert not marked.document().isUndoAvailable()


def test_the_margin_does_not_push_the_caret_out_of_sight(editor: AnswerEditor) -> None:
    paragraph = " ".join(["Halls are full every evening of the week."] * 9)
    editor.resize(500, 200)
    editor.set_markdown("\n\n".join(f"{paragraph} {number}." for number in range(5)))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.unreviewed.show_texts([f"{paragraph} {number}." for number in range(5)])
    assert editor.unreviewed.count == 5
    assert editor.viewport().rect().contains(editor.cursorRect().center())
