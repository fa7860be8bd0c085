from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.ui.editor import AnswerEditor, EditorToolbar


@pytest.fixture
def page(qtbot, dialogs):
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    editor = AnswerEditor(dialogs=dialogs)
    layout.addWidget(EditorToolbar(editor))
    layout.addWidget(editor)
    page.resize(700, 400)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    editor.setFocus()
    return page


@pytest.fixture
def editor(page) -> AnswerEditor:
    return page.findChild(AnswerEditor)


@pytest.fixture
def toolbar(page) -> EditorToolbar:
    return page.findChild(EditorToolbar)


def button(toolbar: EditorToolbar, name: str) -> QToolButton:
    return next(b for b in toolbar.findChildren(QToolButton) if b.accessibleName() == name)


def test_every_button_has_a_name_and_says_its_shortcut(toolbar):
    buttons = toolbar.findChildren(QToolButton)
    assert [b.accessibleName() for b in buttons] == [
        "Bold", "Italic", "Bulleted list", "Numbered list", "Quotation",
        "Sub-heading", "Link", "Table", "Cite source",
    ]  # fmt: skip
    assert all("Ctrl+" in b.toolTip() for b in buttons)
    assert all(b.focusPolicy() & Qt.FocusPolicy.TabFocus for b in buttons)


@pytest.mark.parametrize(
    ("name", "markdown"),
    [
        ("Bold", "**word**"),
        ("Italic", "*word*"),
        ("Bulleted list", "- word"),
        ("Numbered list", "1. word"),
        ("Quotation", "> word"),
        ("Sub-heading", "### word"),
    ],
)
def test_a_button_changes_the_text_and_shows_that_it_did(editor, toolbar, qtbot, name, markdown):
    editor.set_markdown("word")
    editor.selectAll()
    qtbot.mouseClick(button(toolbar, name), Qt.MouseButton.LeftButton)
    assert editor.markdown() == markdown
    assert button(toolbar, name).isChecked()
    qtbot.mouseClick(button(toolbar, name), Qt.MouseButton.LeftButton)
    assert editor.markdown() == "word"
    assert not button(toolbar, name).isChecked()


@pytest.mark.parametrize(
    ("keys", "markdown"),
    [
        ("Ctrl+B", "**word**"),
        ("Ctrl+I", "*word*"),
        ("Ctrl+Shift+8", "- word"),
        ("Ctrl+Shift+7", "1. word"),
        ("Ctrl+Shift+Q", "> word"),
        ("Ctrl+Alt+3", "### word"),
        ("Ctrl+Shift+L", "[word](<https://a.example>)"),
    ],
)
def test_shortcuts_work_while_typing(editor, qtbot, dialogs, keys, markdown):
    dialogs.answer = "a.example"
    editor.set_markdown("word")
    editor.selectAll()
    qtbot.keySequence(editor, keys)
    assert editor.markdown() == markdown


def test_buttons_follow_the_cursor(editor, toolbar):
    editor.set_markdown("**a** b\n\n- c\n\n> d\n\n[e](<http://e>)")
    shown = []
    for text in "abcde":
        cursor = editor.document().find(text)
        cursor.setPosition(cursor.selectionEnd())
        if text == "e":
            cursor = editor.document().find(text)
        editor.setTextCursor(cursor)
        shown.append(
            [b.accessibleName() for b in toolbar.findChildren(QToolButton) if b.isChecked()]
        )
    assert shown == [["Bold"], [], ["Bulleted list"], ["Quotation"], ["Link"]]


def test_a_table_is_changed_from_the_table_buttons_menu(editor, toolbar, qtbot):
    actions = {action.text(): action for action in toolbar.format_actions.table_changes}
    assert not actions["Add row below"].isEnabled()
    qtbot.mouseClick(button(toolbar, "Table"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor, "a")
    assert button(toolbar, "Table").isChecked()
    assert not button(toolbar, "Bulleted list").isEnabled()
    actions["Add row below"].trigger()
    qtbot.keyClicks(editor, "b")
    empty = "|  |  |"
    assert editor.markdown() == f"| a |  |\n| --- | --- |\n| b |  |\n{empty}\n{empty}"
    actions["Remove row"].trigger()
    assert editor.markdown() == f"| a |  |\n| --- | --- |\n{empty}\n{empty}"


def test_citing_is_left_to_the_page(toolbar, editor, qtbot):
    with qtbot.waitSignal(toolbar.cite_requested):
        qtbot.mouseClick(button(toolbar, "Cite source"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(toolbar.cite_requested):
        qtbot.keySequence(editor, "Ctrl+Shift+C")


def test_arrow_keys_go_from_button_to_button(toolbar, qtbot):
    first, last = button(toolbar, "Bold"), button(toolbar, "Cite source")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Left)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert button(toolbar, "Italic").hasFocus()
    qtbot.keyClick(button(toolbar, "Italic"), Qt.Key.Key_End)
    assert last.hasFocus()
    qtbot.keyClick(last, Qt.Key.Key_Home)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_A)
    assert first.hasFocus()


def test_where_it_is_narrow_the_buttons_go_on_in_a_second_line(page, toolbar, qtbot):
    wide = toolbar.height()
    page.resize(260, 400)
    qtbot.waitUntil(lambda: toolbar.height() > wide)
    rows = {b.y() for b in toolbar.findChildren(QToolButton)}
    assert len(rows) > 1
    inside = toolbar.rect()
    assert all(inside.contains(b.geometry()) for b in toolbar.findChildren(QToolButton))


def test_the_cursor_stays_where_it_was_when_a_button_is_used(editor, toolbar, qtbot):
    editor.set_markdown("One two")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.mouseClick(button(toolbar, "Bold"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor, " three")
    assert editor.markdown() == "One two **three**"
