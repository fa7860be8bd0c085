"""The toolbar above an answer editor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from desktop.ui.editor.actions import FormatActions
from desktop.ui.editor.editor import AnswerEditor
from desktop.ui.spacing import GAP_SMALL
from desktop.ui.widgets.flow import FlowLayout


class EditorToolbar(QWidget):
    """Buttons for the actions of one editor; they show what the text at the cursor is.

    Reached with Tab; the arrow keys go from button to button. Where it is narrow the buttons go on
    in a second line. ``cite_requested`` asks the owner to offer sources.
    """

    cite_requested = Signal()

    def __init__(
        self,
        editor: AnswerEditor,
        actions: FormatActions | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("editorToolbar")
        self.setAccessibleName("Formatting")
        self.format_actions = actions or FormatActions(editor)
        self.format_actions.cite_requested.connect(self.cite_requested)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = FlowLayout(self, GAP_SMALL)
        self._buttons = [self._button(action) for action in self.format_actions]
        for button in self._buttons:
            layout.addWidget(button)
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from button to button with the arrow keys, Home and End."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        here = next((i for i, b in enumerate(self._buttons) if b is watched), 0)
        last = len(self._buttons) - 1
        there = {
            Qt.Key.Key_Right: min(here + 1, last),
            Qt.Key.Key_Left: max(here - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if there is None:
            return False
        self._buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setObjectName(f"{action.text().lower().replace(' ', '-')}Button")
        button.setProperty("tool", True)
        button.setAccessibleName(action.text())
        button.setAccessibleDescription(action.toolTip())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        font = button.font()
        font.setBold(action is self.format_actions.bold)
        font.setItalic(action is self.format_actions.italic)
        button.setFont(font)
        if action is self.format_actions.table:
            menu = QMenu(button)
            menu.addActions(self.format_actions.table_changes)
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        return button
