"""Spelling at one question: the answer and its key point."""

from __future__ import annotations

from desktop.ui.context import Context
from desktop.ui.pages.question_parts.editor_menu import EditorMenu
from desktop.ui.pages.question_parts.sheet import QuestionSheet
from desktop.ui.spelling.menu import SpellingMenu, spelled
from desktop.ui.spelling.underlining import SpellingMarks


class SpellingHere:
    """Ties the texts of the page to the dictionary, and ``menu`` to what it says."""

    def __init__(self, context: Context, sheet: QuestionSheet, menu: EditorMenu) -> None:
        self.answer = SpellingMarks(sheet.editor, sheet.editor.marks, context)
        self.key_point = spelled(sheet.key_point, context)
        menu.add_section(SpellingMenu(sheet.editor, self.answer, context).add_to)

    def show_texts(self, response: str) -> None:
        """Look at the texts of a Response that have just been put in."""
        self.answer.show_text(response)
        self.key_point.marks.show_text(response)
