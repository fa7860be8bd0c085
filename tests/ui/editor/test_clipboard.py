from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QTextCursor

from desktop.core.text import Cite
from desktop.ui.editor import SNIPPET_MIME, snippet_mime
from tests.support.workspace import REPOSITORY

ANSWER = "One **two**.[@a, p. 1]\n\n- three[@b]\n- four"


def mime(**formats: str) -> QMimeData:
    data = QMimeData()
    if "text" in formats:
        data.setText(formats["text"])
    if "html" in formats:
        data.setHtml(formats["html"])
    return data


def test_citations_survive_cut_and_paste_undo_and_redo(editor):
    editor.set_markdown(ANSWER)
    editor.selectAll()
    editor.cut()
    assert editor.markdown() == ""
    editor.paste()
    assert editor.markdown() == ANSWER
    editor.undo()
    editor.undo()
    assert editor.markdown() == ANSWER
    editor.redo()
    editor.redo()
    assert editor.markdown() == ANSWER


def test_a_copied_citation_can_be_pasted_elsewhere(editor):
    editor.set_markdown("One.[@a, p. 1]\n\nTwo.")
    cursor = editor.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.copy()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.paste()
    assert editor.markdown() == "One.[@a, p. 1]\n\nTwo.[@a, p. 1]"


def test_other_programs_get_readable_text_with_the_references(editor):
    editor.set_reference_provider(lambda cite: f"Ref <{cite.key}>")
    editor.set_markdown(
        "### H\n\n**a** *b* [c](<http://d>)[@k]\n\n> q\n\n1. n\n\n| t |\n| --- |\n| u |"
    )
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    assert data.text() == "H\na b c [Ref <k>]\nq\nn\nt\nu"
    assert data.html() == (
        '<h3>H</h3><p><b>a</b> <i>b</i> <a href="http://d">c</a> [Ref &lt;k&gt;]</p>'
        "<blockquote><p>q</p></blockquote><ol><li>n</li></ol>"
        "<table border='1'><tr><th>t</th></tr><tr><td>u</td></tr></table>"
    )


@pytest.mark.parametrize(
    ("before", "html", "after"),
    [
        ("", "<p>a</p><ul><li>b</li></ul>", "a\n\n- b"),
        ("x y", "<b>a</b>", "x**a** y"),
        ("x y", "<p>a</p><p>b</p>", "xa\n\nb y"),
        ("x y", "<ul><li>b</li></ul>", "x\n\n- b\n\n y".replace("\n\n y", "\n\ny")),
        ("| x y |\n| --- |", "<p>a</p><p>b</p>", "| xa b y |\n| --- |"),
    ],
)
def test_what_is_pasted_flows_into_the_text(editor, before, html, after):
    editor.set_markdown(before)
    found = editor.document().find("x")
    if before:
        found.setPosition(found.selectionEnd())
        editor.setTextCursor(found)
    editor.insertFromMimeData(mime(html=html, text="unused"))
    expected = after if before != "x y" or "<b>" not in html else "x<b>a</b> y"
    assert editor.markdown() == expected


def test_pasting_replaces_what_is_selected_in_one_undo_step(editor):
    editor.set_markdown("One two three")
    editor.setTextCursor(editor.document().find("two"))
    editor.insertFromMimeData(mime(text="2"))
    assert editor.markdown() == "One 2 three"
    editor.undo()
    assert editor.markdown() == "One two three"


def test_control_shift_v_pastes_words_only(editor, qtbot):
    QGuiApplication.clipboard().setMimeData(mime(html="<b>a</b>", text="a"))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(editor, Qt.Key.Key_V, both)
    assert editor.markdown() == "a"


def test_control_characters_never_arrive(editor):
    editor.insertFromMimeData(mime(text="a\x07b\x0cc\ufffcd"))
    assert editor.markdown() == "ab\n\ncd"


def drop(editor, data: QMimeData, text: str) -> None:
    cursor = editor.document().find(text)
    cursor.setPosition(cursor.selectionEnd())
    event = QDropEvent(
        QPointF(editor.cursorRect(cursor).center()),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    editor.dropEvent(event)
    assert event.isAccepted()


def test_a_dropped_card_of_evidence_becomes_a_cited_paragraph(editor):
    editor.set_markdown("One.\n\nTwo.")
    drop(editor, snippet_mime("Four closed.", Cite("bs-69", "para. 3")), "One.")
    assert editor.markdown() == "One.\n\nFour closed.[@bs-69, para. 3]\n\nTwo."


def test_a_dropped_card_without_text_becomes_a_citation(editor):
    editor.set_markdown("One. Two.")
    drop(editor, snippet_mime("", Cite("bs-69")), "One.")
    assert editor.markdown() == "One.[@bs-69] Two."


@pytest.mark.parametrize("told", ["", "no json", "[]", '{"text": "x"}', "null"])
def test_a_broken_card_falls_back_to_its_text(editor, told):
    data = mime(text="plain")
    data.setData(SNIPPET_MIME, told.encode())
    editor.insertFromMimeData(data)
    assert editor.markdown() == "plain"


def test_only_what_has_words_can_be_dropped(editor):
    assert editor.canInsertFromMimeData(mime(text="a"))
    assert editor.canInsertFromMimeData(mime(html="a"))
    assert editor.canInsertFromMimeData(snippet_mime("", Cite("a")))
    assert not editor.canInsertFromMimeData(QMimeData())


@pytest.mark.parametrize(
    "unit", ["A sentence of a long report. ", "A paragraph of a long report.\n"]
)
@pytest.mark.timeout(300)
def test_two_megabytes_are_pasted_whole(editor, unit):
    text = unit * (2_000_000 // len(unit))
    editor.insertFromMimeData(mime(text=text))
    assert editor.word_count().words == len(text.split())


def test_quitting_with_something_copied_ends_the_program_in_order() -> None:
    """The clipboard is emptied after Python is gone: what it holds must be Qt's own."""
    copy_and_quit = (
        "from PySide6.QtWidgets import QApplication\n"
        "from desktop.ui.editor import AnswerEditor\n"
        "app = QApplication([])\n"
        "editor = AnswerEditor()\n"
        "editor.set_markdown('Copied. [@larch-2024, page 4]')\n"
        "editor.selectAll()\n"
        "editor.copy()\n"
        "assert app.clipboard().text().startswith('Copied.')\n"
    )
    ended = subprocess.run([sys.executable, "-c", copy_and_quit], cwd=REPOSITORY, check=False)
    assert ended.returncode == 0
