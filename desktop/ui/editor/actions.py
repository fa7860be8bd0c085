"""The formatting actions of an editor: for its toolbar, for menus, and by shortcut while typing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from desktop.ui.editor.editor import AnswerEditor
from desktop.ui.editor.formats import BlockKind
from desktop.ui.editor.kinds import EditorState
from desktop.ui.editor.tables import TableChange


class FormatActions(QObject):
    """One set of actions for one editor; iterate to get all that belong on a toolbar.

    The actions are added to the editor, so their shortcuts work while it has the focus and nowhere
    else. ``cite_requested`` asks the owner to offer sources.
    """

    cite_requested = Signal()

    def __init__(self, editor: AnswerEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.bold = self._made("Bold", "B", "Ctrl+B", editor.apply_bold)
        self.italic = self._made("Italic", "I", "Ctrl+I", editor.apply_italic)
        self.bullets = self._made("Bulleted list", "•", "Ctrl+Shift+8", editor.apply_bullets)
        self.numbers = self._made("Numbered list", "1.", "Ctrl+Shift+7", editor.apply_numbers)
        self.quote = self._made("Quotation", "❝", "Ctrl+Shift+Q", editor.apply_quote)
        self.subheading = self._made("Sub-heading", "H", "Ctrl+Alt+3", editor.apply_subheading)
        self.link = self._made("Link", "Link", "Ctrl+Shift+L", lambda: editor.apply_link())
        self.table = self._made("Table", "Table", "Ctrl+Shift+T", editor.apply_table)
        self.cite = self._made(
            "Cite source", "Cite source", "Ctrl+Shift+C", self.cite_requested.emit, checkable=False
        )
        self.table_changes = tuple(map(self._table_change, TableChange))
        editor.state_changed.connect(self._show)
        self._show(editor.state())

    def __iter__(self) -> Iterator[QAction]:
        """Yield the actions in the order of the toolbar."""
        yield from (self.bold, self.italic, self.bullets, self.numbers, self.quote)
        yield from (self.subheading, self.link, self.table, self.cite)

    def _made(
        self,
        text: str,
        sign: str,
        shortcut: str,
        act: Callable[[], object],
        *,
        checkable: bool = True,
    ) -> QAction:
        action = QAction(text, self)
        action.setIconText(sign)
        keys = QKeySequence(shortcut)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(f"{text} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
        action.setCheckable(checkable)
        action.triggered.connect(lambda: self._act(act))
        self._editor.addAction(action)
        return action

    def _act(self, act: Callable[[], object]) -> None:
        act()
        # Qt has ticked the action by itself; the text decides.
        self._show(self._editor.state())

    def _table_change(self, change: TableChange) -> QAction:
        action = QAction(change.value, self)
        action.triggered.connect(lambda: self._editor.change_table(change))
        return action

    def _show(self, state: EditorState) -> None:
        self.bold.setChecked(state.bold)
        self.italic.setChecked(state.italic)
        self.link.setChecked(bool(state.link))
        self.table.setChecked(state.in_table)
        kinds = {
            BlockKind.BULLETS: self.bullets,
            BlockKind.NUMBERS: self.numbers,
            BlockKind.QUOTE: self.quote,
            BlockKind.SUBHEADING: self.subheading,
        }
        for kind, action in kinds.items():
            action.setChecked(state.kind is kind)
            action.setEnabled(not state.in_table)
        for action in self.table_changes:
            action.setEnabled(state.in_table)
