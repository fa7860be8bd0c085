"""What can be done about a word that is underlined: other spellings, one's own words, ignoring."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from desktop.spelling.words import Word
from desktop.ui.context import Context
from desktop.ui.editor import AnswerEditor
from desktop.ui.editor.mark_ink import TextBox
from desktop.ui.spelling.underlining import SpellingMarks
from desktop.ui.widgets.sentence_field import SentenceField


class SpellingMenu(QObject):
    """Puts what can be done about the word at a place into the menu of a box."""

    def __init__(self, box: TextBox, marks: SpellingMarks, context: Context) -> None:
        super().__init__(box)
        self._box = box
        self.marks = marks
        self._context = context

    def add_to(self, menu: QMenu, at: QTextCursor) -> None:
        """Add the entries for the word at a place, if it is underlined."""
        word = self.marks.word_at(at.selectionStart() if at.hasSelection() else at.position())
        if word is None:
            return
        spelling = self._context.session.spelling
        if not menu.isEmpty():
            menu.addSeparator()
        found = spelling.suggestions(word.text)
        for each in found:
            action = self._added(menu, each, lambda each=each: self._write(word, each))
            font = action.font()
            font.setBold(True)
            action.setFont(font)
        if not found:
            nothing = QAction("No other spelling found", menu)
            nothing.setEnabled(False)
            menu.addAction(nothing)
        self._added(menu, f"Add “{word.text}” to our words", lambda: self._add(word))
        self._added(menu, "Ignore in this response", lambda: self._ignore(word))

    def make(self, point: QPoint) -> QMenu:
        """Return the usual menu of a box at a point, with these entries first."""
        menu = self._box.createStandardContextMenu()
        menu.setAccessibleName(self._box.accessibleName())
        usual = menu.actions()
        self.add_to(menu, self._box.cursorForPosition(point))
        added = menu.actions()[len(usual) :]
        for action in added:
            menu.removeAction(action)
            if not action.isSeparator():
                menu.insertAction(usual[0], action)
        if added:
            menu.insertSeparator(usual[0])
        return menu

    def open(self, point: QPoint) -> None:
        """Show that menu."""
        menu = self.make(point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._box.viewport().mapToGlobal(point))

    def _added(self, menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
        action = QAction(words.replace("&", "&&"), menu)
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)
        return action

    def _write(self, word: Word, spelling: str) -> None:
        """Put another spelling in the place of a word, with the look of the word, as one step."""
        cursor = QTextCursor(self._box.document())
        cursor.setPosition(word.start + 1)
        look = cursor.charFormat()
        cursor.setPosition(word.start)
        cursor.setPosition(word.end, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == word.text:
            cursor.insertText(spelling, look)
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, word: Word) -> None:
        if self._context.apply(self._context.session.spelling.adding(word.text)) is not None:
            self._context.dialogs.notify(f"“{word.text}” is one of your words now.")

    def _ignore(self, word: Word) -> None:
        self._context.session.spelling.ignore(self.marks.response, word.text)


def spelled(field: AnswerEditor | SentenceField, context: Context) -> SpellingMenu:
    """Give a field underlines and a menu of its own."""
    menu = SpellingMenu(field, SpellingMarks(field, field.marks, context), context)
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    field.customContextMenuRequested.connect(menu.open)
    return menu
