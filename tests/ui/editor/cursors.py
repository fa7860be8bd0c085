"""Puts the cursor of an editor where a test wants it; one answer with something of every kind."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from desktop.ui.editor import AnswerEditor

TABLE = "| a | b |\n| --- | --- |\n| c | d |"
ANSWER = f"One **two** three.[@bs-69, para. 3]\n\n- four\n- five\n\n> six\n\n{TABLE}"


def put_cursor(editor: AnswerEditor, before: str = "", *, at_end: bool = False) -> None:
    cursor = editor.document().find(before) if before else editor.textCursor()
    assert not before or not cursor.isNull()
    cursor.setPosition(cursor.selectionStart() if before else 0)
    if at_end:
        cursor.movePosition(QTextCursor.MoveOperation.End)
    editor.setTextCursor(cursor)


def select(editor: AnswerEditor, text: str) -> None:
    cursor = editor.document().find(text)
    assert not cursor.isNull()
    editor.setTextCursor(cursor)
