"""From a footnote in an answer to the place that it cites."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from desktop.core.text import Cite
from desktop.ui.editor import AnswerEditor
from desktop.ui.editor.formats import citation_of


class CitedPlace(QObject):
    """``wanted(Cite)``: a footnote was clicked with Ctrl held down."""

    wanted = Signal(object)

    def __init__(self, editor: AnswerEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.followed.connect(self.wanted)

    def at_cursor(self) -> Cite | None:
        """Return the citation before or after the cursor, or the first one selected."""
        cursor = self._editor.textCursor()
        last = self._editor.document().characterCount() - 1
        start, end = cursor.selectionStart(), min(cursor.selectionEnd() + 1, last)
        # The format of a place is that of the character before it.
        for place in range(start, end + 1):
            at = QTextCursor(self._editor.document())
            at.setPosition(place)
            cite = citation_of(at.charFormat()) if place else None
            if cite is not None:
                return cite
        return None
