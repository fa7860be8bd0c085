"""One piece of evidence: what it claims, where it is from, why it is offered, what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop.core.evidence import Passage, Suggestion
from desktop.core.references import full_reference, with_locator
from desktop.core.text import Cite
from desktop.ui.editor.clipboard import snippet_mime
from desktop.ui.form import name_field
from desktop.ui.panels.evidence_words import (
    is_due,
    piece_word,
    source_details,
    used_words,
    where_from,
    why_offered,
)
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, chip, set_look, set_text, text_label


class EvidenceCard(QFrame):
    """Shows a Suggestion; ``insert``, ``cite`` (of a Snippet or Passage), ``read`` (of either, in
    the text around it) and ``make`` (a Snippet of a Passage) say what the person wants done.

    ``has_text`` tells whether the text of a Source (its key) was brought in.
    """

    insert = Signal(object)
    cite = Signal(object)
    read = Signal(object)
    make = Signal(object)

    def __init__(
        self,
        has_text: Callable[[str], bool] = lambda _: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._has_text = has_text
        self.setProperty("card", True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.suggestion: Suggestion | None = None
        self._pressed: QPoint | None = None
        self._kind = chip("", "kind")
        self._used = chip("", "neutral")
        self._due = chip("Check date", "warn")
        self._likes = chip("", "neutral")
        self._claim = text_label("", "strong")
        self._from = text_label("", "muted")
        self._why = text_label("", "muted")
        self._details = QWidget()
        self.copy_button = Button("Copy reference", self._copy_reference, look="link")
        self._facts = QVBoxLayout()
        self.make_button = Button("Make a snippet", lambda: self._emit(self.make), look="link")
        self.make_button.setToolTip("Keep this passage as a snippet of your own")
        self.read_button = Button(
            "Read it in its place", lambda: self._emit(self.read), look="link"
        )
        self._buttons = self._make_buttons()
        self._build()

    def show_suggestion(self, suggestion: Suggestion, today: date) -> None:
        """Show another piece of evidence."""
        snippet, source = suggestion.piece, suggestion.source
        self.suggestion = suggestion
        self._kind.setText(piece_word(snippet))
        self._due.setVisible(is_due(snippet, today))
        likes = snippet.likes if isinstance(snippet, Passage) else 0
        set_text(self._likes, f"And {likes} more" if likes else "")
        self._likes.setToolTip("Other passages say nearly the same; the library shows them")
        self._claim.setText(snippet.claim)
        self._from.setText(where_from(snippet, source))
        set_text(self._why, why_offered(suggestion.reasons))
        self._buttons[2].setChecked(False)
        self.setAccessibleName(f"{piece_word(snippet)}: {snippet.claim}")
        for button, verb in zip(self._buttons, ("Insert", "Cite only", "Source"), strict=True):
            name_field(button, f"{verb}: {snippet.claim}", where_from(snippet, source))
        self.make_button.setVisible(isinstance(snippet, Passage))
        name_field(self.make_button, f"Make a snippet of: {snippet.claim}")
        name_field(self.read_button, f"Read it in its place: {snippet.claim}")
        self.updateGeometry()

    def show_used(self, numbers: tuple[str, ...], here: str) -> None:
        """Say which answers use it already."""
        self._used.setText(used_words(numbers, here))
        set_look(self._used, "chip", "used" if numbers else "neutral")

    def words(self) -> list[str]:
        """Return what the card says, in reading order."""
        chips = (self._kind, self._used, self._due, self._likes)
        labels = (*chips, self._claim, self._from, self._why)
        return [label.text() for label in labels if not label.isHidden()]

    @property
    def buttons(self) -> tuple[Button, Button, Button]:
        """Insert, Cite only, Source."""
        return self._buttons

    def _make_buttons(self) -> tuple[Button, Button, Button]:
        insert, cite, source = (
            Button("Insert"),
            Button("Cite only"),
            Button("Source"),
        )
        insert.setProperty("primary", True)
        source.setProperty("role", "link")
        source.setCheckable(True)
        insert.setToolTip("Put the paragraph and its citation where the cursor is")
        cite.setToolTip("Put only the citation where the cursor is")
        source.setToolTip("Show the paragraph, the full reference and the place in it")
        insert.clicked.connect(lambda: self._emit(self.insert))
        cite.clicked.connect(lambda: self._emit(self.cite))
        source.toggled.connect(self._show_details)
        return insert, cite, source

    def _build(self) -> None:
        column = card_column(self)
        chips = FlowLayout()
        for label in (self._kind, self._used, self._due, self._likes):
            chips.addWidget(label)
        column.addLayout(chips)
        for label in (self._claim, self._from, self._why):
            column.addWidget(label)
        row = FlowLayout()
        for button in (*self._buttons, self.make_button):
            button.setCursor(Qt.CursorShape.ArrowCursor)
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self._details)
        self._details.hide()
        inner = QVBoxLayout(self._details)
        inner.setContentsMargins(0, GAP_SMALL, 0, 0)
        inner.setSpacing(GAP_SMALL)
        inner.addLayout(self._facts)
        inner.addWidget(self.read_button)
        inner.addWidget(self.copy_button)

    def _emit(self, wanted: SignalInstance) -> None:
        if self.suggestion is not None:
            wanted.emit(self.suggestion.piece)

    def _show_details(self, shown: bool) -> None:
        while item := self._facts.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if shown and self.suggestion is not None:
            snippet, source = self.suggestion.piece, self.suggestion.source
            self.read_button.setVisible(self._has_text(source.key))
            for label, text in [
                ("What Insert writes", snippet.text),
                *source_details(snippet, source),
            ]:
                self._facts.addWidget(text_label(label, "strong"))
                self._facts.addWidget(text_label(breakable(text), "muted"))
        self._details.setVisible(shown)

    def _copy_reference(self) -> None:
        if self.suggestion is not None:
            reference = full_reference(self.suggestion.source)
            words = with_locator(reference, self.suggestion.piece.locator)
            QApplication.clipboard().setText(words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self.suggestion is None:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            snippet = self.suggestion.piece
            cite = Cite(snippet.source, snippet.locator)
            drag.setMimeData(snippet_mime(snippet.text, cite))
            drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = None
