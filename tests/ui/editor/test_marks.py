from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.editor import AnswerEditor
from desktop.ui.editor.mark_ink import Ink, stretch_rects
from desktop.ui.editor.marks import Layer, Mark, narrow, wide
from tests.ui.editor.cursors import put_cursor

BODY = "Most halls closed in May.\n\nNearly 40% lost money, and nobody knew."


def mark_of(editor: AnswerEditor, words: str, ink: Ink = Ink.WARNING, said: str = "") -> Mark:
    found = editor.document().find(words)
    assert not found.isNull()
    return Mark(found.selectionStart(), found.selectionEnd(), ink, said, words)


def marked_words(editor: AnswerEditor, layer: Layer = Layer.FINDINGS) -> list[str]:
    """Return the words that stand under the marks now."""
    found: list[str] = []
    for mark in editor.marks.all(layer):
        cursor = QTextCursor(editor.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText())
    return found


@pytest.fixture
def marked(editor: AnswerEditor) -> AnswerEditor:
    editor.set_markdown(BODY)
    editor.marks.set_colours(lambda _: QColor("#ff0000"))
    editor.marks.show(Layer.FINDINGS, [mark_of(editor, "Most", said="How many?")])
    return editor


def test_an_underline_is_painted_and_is_no_part_of_the_text(marked: AnswerEditor) -> None:
    def red(image: QImage) -> int:
        colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(80))
        return sum(colour.red() - colour.green() > 60 for colour in colours)

    assert red(marked.grab().toImage()) > 5
    assert marked.markdown() == BODY
    assert not marked.document().isUndoAvailable()
    marked.marks.show(Layer.FINDINGS, [])
    assert red(marked.grab().toImage()) == 0


def test_every_ink_has_a_shape_of_its_own(editor: AnswerEditor) -> None:
    editor.set_markdown(BODY)
    editor.marks.set_colours(lambda _: QColor("#ff0000"))
    pictures: set[bytes] = set()
    for ink in Ink:
        editor.marks.show(Layer.FINDINGS, [mark_of(editor, "Most", ink)])
        pictures.add(bytes(editor.grab().toImage().constBits()))
    assert len(pictures) == len(Ink)


def test_a_mark_keeps_to_its_words_while_the_text_round_them_changes(marked: AnswerEditor) -> None:
    marked.marks.show(Layer.FINDINGS, [mark_of(marked, "Most"), mark_of(marked, "40%")])
    put_cursor(marked, "closed")
    QTest.keyClicks(marked, "have now ")
    QTest.keyClick(marked, Qt.Key.Key_Return)
    assert marked_words(marked) == ["Most", "40%"]
    marked.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(marked, "So: ")
    assert marked_words(marked) == ["Most", "40%"]


def test_a_mark_whose_words_change_is_gone_at_that_keystroke(marked: AnswerEditor) -> None:
    marked.marks.show(Layer.FINDINGS, [mark_of(marked, "Most"), mark_of(marked, "40%")])
    put_cursor(marked, "ost")
    QTest.keyClicks(marked, "x")
    assert marked_words(marked) == ["40%"]
    marked.selectAll()
    marked.textCursor().removeSelectedText()
    assert marked_words(marked) == []


def test_making_a_paragraph_a_heading_leaves_its_marks(marked: AnswerEditor) -> None:
    put_cursor(marked, "Most")
    marked.apply_subheading()
    assert marked_words(marked) == ["Most"]
    marked.apply_bullets()
    assert marked_words(marked) == ["Most"]


def test_layers_do_not_take_each_others_marks_away(marked: AnswerEditor) -> None:
    marked.marks.show(Layer.SPELLING, [mark_of(marked, "nobody", Ink.SPELLING)])
    marked.marks.show(Layer.FINDINGS, [])
    assert marked_words(marked, Layer.SPELLING) == ["nobody"]


def test_one_paragraph_can_be_marked_anew_without_the_others(editor: AnswerEditor) -> None:
    editor.set_markdown("Teh \U0001f600 hall.\n\nAnother wrod here.")
    first, second = editor.document().begin(), editor.document().begin().next()
    for block, word in ((first, "hall"), (second, "wrod")):
        at = block.text().index(word)
        found = [Mark(at, at + len(word), Ink.SPELLING)]
        editor.marks.show_in(Layer.SPELLING, block, block.text(), found)
    assert marked_words(editor, Layer.SPELLING) == ["hall", "wrod"]
    editor.marks.show_in(Layer.SPELLING, first, first.text(), [Mark(0, 3, Ink.SPELLING)])
    assert marked_words(editor, Layer.SPELLING) == ["Teh", "wrod"]
    editor.marks.show_in(Layer.SPELLING, first, "What it said before.", [])
    assert marked_words(editor, Layer.SPELLING) == ["Teh", "wrod"]


def test_hovering_over_the_words_says_what_is_wrong_and_nowhere_else(marked: AnswerEditor) -> None:
    rect = next(stretch_rects(marked, 0, 4))
    assert marked.hint_at(rect.center()) == "How many?"
    assert marked.hint_at(QPointF(rect.right() + 40, rect.center().y())) == ""
    assert [mark.what for mark in marked.marks.at(2)] == ["Most"]


def test_two_sayings_of_one_place_are_both_told_what_matters_most_first(
    marked: AnswerEditor,
) -> None:
    marked.marks.show(Layer.SPELLING, [mark_of(marked, "Most", Ink.SPELLING, "Spelling")])
    assert [mark.ink for mark in marked.marks.at(1)] == [Ink.WARNING, Ink.SPELLING]
    rect = next(stretch_rects(marked, 0, 4))
    assert marked.marks.said_at(rect.center()) == "How many?\nSpelling"


def test_the_word_that_is_being_typed_is_left_in_peace(marked: AnswerEditor, qtbot: QtBot) -> None:
    marked.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(marked, " wrod")
    before = marked.grab().toImage()
    marked.marks.show(Layer.SPELLING, [mark_of(marked, "wrod", Ink.SPELLING)])
    marked.setCursorWidth(0)
    quiet = marked.grab().toImage()
    with qtbot.waitSignal(marked.marks.changed):
        QTest.keyClick(marked, Qt.Key.Key_Left)
    assert marked.grab().toImage() != quiet
    assert before.size() == quiet.size()


@pytest.mark.parametrize("text", ["hall", "a\U0001f600b", "\U0001f600\U0001f600", ""])
def test_places_are_the_same_counted_either_way(text: str) -> None:
    for place in range(len(text) + 1):
        assert narrow(text, wide(text, place)) == place
