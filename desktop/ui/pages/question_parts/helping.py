"""What the help panel does for the text, and the text for the help panel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

from desktop.core.evidence import Passage, Snippet
from desktop.ui.dialogs import Dialogs
from desktop.ui.editor import AnswerEditor
from desktop.ui.pages.question_parts.editor_menu import EditorMenu
from desktop.ui.pages.question_parts.writing_here import WritingHere
from desktop.ui.panels.evidence_wanted import Purpose
from desktop.ui.panels.help import HelpPanel, Tab


class Helping(QObject):
    """Finds what supports a sentence of an answer, or speaks against it, and what fits a paragraph.

    ``show_help`` brings a tab of the panel to be seen, by its name.
    """

    def __init__(
        self, editor: AnswerEditor, dialogs: Dialogs, show_help: Callable[[str], object]
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._dialogs = dialogs
        self._show_help = show_help
        self._panel: HelpPanel | None = None
        self.writing = WritingHere(editor)
        self.menu = EditorMenu(
            editor,
            (
                ("evidence.support", lambda at: self.look_for(Purpose.SUPPORT, at)),
                ("evidence.counter", lambda at: self.look_for(Purpose.COUNTER, at)),
            ),
        )

    def attach(self, panel: HelpPanel) -> None:
        """Let a panel follow what is written."""
        self._panel = panel
        panel.follow(self.writing)
        panel.left.connect(lambda: self._editor.setFocus(Qt.FocusReason.OtherFocusReason))

    def actions(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by command id."""
        if self._panel is None:
            return {}
        following = self._panel.evidence.following
        return {
            "evidence.support": lambda: self.look_for(Purpose.SUPPORT),
            "evidence.counter": lambda: self.look_for(Purpose.COUNTER),
            "evidence.follow": lambda: following.turn(not following.on),
        }

    def look_for(self, purpose: Purpose, at: QTextCursor | None = None) -> None:
        """Look for what is wanted of the words selected, or of the sentence at a place."""
        sentence = self.writing.ask_about(self.writing.sentence(at))
        if self._panel is None:
            return
        if not sentence:
            self._dialogs.notify("Put the cursor into a sentence first, or select some words.")
            return
        self._show_help(Tab.EVIDENCE.value)
        self._panel.look_for(purpose, sentence)

    def stop_looking(self) -> bool:
        """Go back to the evidence for the question; tell whether anything else was shown."""
        return self._panel is not None and self._panel.evidence.stop_looking()

    def go_to_place(self) -> None:
        """Put the cursor where a piece belongs: behind the sentence it was found for."""
        if self._panel is not None and self._panel.evidence.looked_for.words:
            self.writing.go_to_asked()

    def used(self, piece: Snippet | Passage) -> None:
        """Say that a piece was put into the answer."""
        if self._panel is not None:
            self._panel.evidence.used(piece)
