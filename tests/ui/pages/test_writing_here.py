"""The paragraph and the sentence at the cursor of an answer."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop.ui.editor import AnswerEditor
from desktop.ui.pages.question_parts.writing_here import WritingHere, sentence_at

TEXT = """\
Two halls closed.[@larch, page 4] One is a shop now, at no. 5. Who meets there?

Nobody asked.
"""


@pytest.fixture
def editor(qtbot: QtBot) -> AnswerEditor:
    editor = AnswerEditor()
    qtbot.addWidget(editor)
    editor.set_markdown(TEXT)
    return editor


def put_cursor(editor: AnswerEditor, words: str, *, select: bool = False) -> None:
    """Put the cursor behind these words, or select them."""
    found = editor.document().find(words)
    assert not found.isNull()
    if not select:
        found.setPosition(found.selectionEnd())
    editor.setTextCursor(found)


@pytest.mark.parametrize(
    ("behind", "sentence"),
    [
        ("Two ha", "Two halls closed."),
        ("shop", "One is a shop now, at no. 5."),
        ("now, at no. 5", "One is a shop now, at no. 5."),
        ("meets there?", "Who meets there?"),
        ("Nob", "Nobody asked."),
    ],
)
def test_the_sentence_at_the_cursor_is_whole(
    editor: AnswerEditor, behind: str, sentence: str
) -> None:
    here = WritingHere(editor)
    put_cursor(editor, behind)
    assert here.ask_about(here.sentence()) == sentence


def test_what_is_selected_is_meant_rather_than_the_sentence(editor: AnswerEditor) -> None:
    here = WritingHere(editor)
    put_cursor(editor, "a shop now", select=True)
    assert here.ask_about(here.sentence()) == "a shop now"


def test_a_selection_over_paragraphs_is_one_line(editor: AnswerEditor) -> None:
    here = WritingHere(editor)
    editor.selectAll()
    assert here.ask_about(here.sentence()) == (
        "Two halls closed. One is a shop now, at no. 5. Who meets there? Nobody asked."
    )


def test_the_paragraph_is_read_without_its_citations(editor: AnswerEditor) -> None:
    put_cursor(editor, "Two ha")
    assert WritingHere(editor).paragraph() == (
        "Two halls closed. One is a shop now, at no. 5. Who meets there?"
    )


def test_an_empty_answer_has_no_sentence(editor: AnswerEditor) -> None:
    editor.set_markdown("")
    here = WritingHere(editor)
    assert here.ask_about(here.sentence()) == ""
    assert here.paragraph() == ""


def test_the_place_behind_a_sentence_is_found_again_after_more_was_written_before_it(
    editor: AnswerEditor,
) -> None:
    here = WritingHere(editor)
    put_cursor(editor, "shop")
    here.ask_about(here.sentence())
    start = QTextCursor(editor.document())
    start.insertText("In our valley it is so. ")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    here.go_to_asked()
    before = editor.textCursor().block().text()[: editor.textCursor().positionInBlock()]
    assert before.endswith("at no. 5.")


def test_the_cursor_stays_where_it_is_once_the_sentence_is_gone(editor: AnswerEditor) -> None:
    here = WritingHere(editor)
    put_cursor(editor, "shop")
    here.ask_about(here.sentence())
    editor.set_markdown("Something else altogether.")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    here.go_to_asked()
    assert editor.textCursor().atEnd()


def test_moving_the_cursor_and_writing_are_told(editor: AnswerEditor, qtbot: QtBot) -> None:
    here = WritingHere(editor)
    with qtbot.waitSignal(here.moved):
        editor.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(here.moved):
        editor.textCursor().insertText(" More.")


@pytest.mark.parametrize(("text", "position"), [("", 0), ("   ", 2)])
def test_where_nothing_is_written_there_is_no_sentence(text: str, position: int) -> None:
    assert sentence_at(text, position) == (0, 0)


def test_behind_the_last_sentence_the_last_sentence_is_meant() -> None:
    text = "Halls close. Groups go.  "
    assert sentence_at(text, len(text)) == (13, 23)
