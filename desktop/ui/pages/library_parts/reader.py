"""The text of a Source as it was brought in, at the place that somebody wants to see."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.evidence import Passage, Source
from desktop.core.imports import ImportedDocument
from desktop.core.imports import Place as TextPlace
from desktop.core.references import full_reference
from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.document_text import DocumentText
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, text_label, tip

_NOT_FOUND = "This place is not in the text that was brought in: look for it in the file."

_TALL_LINES = 26


class SourceReader(QWidget):
    """``left()``: back to where one came from; ``made(Snippet)``: to be looked at and saved."""

    left = Signal()
    made = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document: ImportedDocument | None = None
        self._passages: Sequence[Passage] = ()
        self._at = -1
        self._query = ""
        self.title = text_label("", "heading")
        self.about = text_label("", "muted")
        self.said = text_label("", "strong")
        self.text = DocumentText("The text of the source")
        self.back_button = Button("← Back", self.left.emit, look="link")
        self.back_button.setProperty("inline", True)
        self.previous_button = Button("Previous passage", lambda: self._step(-1))
        self.next_button = Button("Next passage", lambda: self._step(1))
        self.make_button = Button("Make a snippet…", self.make_snippet)
        self.make_button.setToolTip("Of the words selected, or of the passage that is marked")
        self.file_button = Button("Open the file", self._open_file, look="link")
        self._build()

    @property
    def place(self) -> str:
        """What is said of the place that is marked."""
        return self.said.text()

    def show_source(self, document: str, source: Source | None, query: str = "") -> bool:
        """Show the text of an import from its beginning; tell whether it is still there."""
        intake = self._context.session.intake
        try:
            review = intake.review(document)
            self._passages = intake.passages_of(document)
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return False
        self._document, self._at, self._query = review.document, -1, query
        title = source.title if source else review.document.title
        self.title.setText(breakable(title or review.document.name))
        reference = full_reference(source) if source else ""
        parts = (reference, f"File: {review.document.name}", *review.document.notices)
        about = "\n".join(part for part in parts if part)
        self.about.setText(breakable(about))
        self.title.setToolTip(tip(*about.split("\n")))
        self.text.setAccessibleDescription(about)
        self.text.show_blocks(review.blocks)
        self._say()
        return True

    def show_place(self, place: TextPlace | None, passage: str = "") -> None:
        """Mark a place in the text shown and scroll to it; ``passage`` is the id of the Passage
        that it is the place of, if that is known.
        """
        if place is None or not self.text.mark(place.blocks, self._query):
            self.said.setText(_NOT_FOUND)
            return
        names = [one.id for one in self._passages]
        if passage in names:
            self._at = names.index(passage)
        else:
            places = [one.locator for one in self._passages]
            self._at = places.index(place.locator) if place.locator in places else -1
        self._say(place.locator)

    def make_snippet(self) -> None:
        """Make a Snippet of the words selected, or of the passage that is marked."""
        chosen = self.text.chosen()
        intake = self._context.session.intake
        if chosen is not None and self._document is not None:
            try:
                snippet = intake.make_snippet_of(
                    self._document.id, chosen.block, chosen.start, chosen.end
                )
            except DesktopError as error:
                self._context.dialogs.show_error(error)
                return
            self.made.emit(snippet)
        elif 0 <= self._at < len(self._passages):
            self.made.emit(self._passages[self._at])
        else:
            self._context.dialogs.notify("Select the words that the snippet is to hold first.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Large text in a small window: the document itself has the room.
        self.about.setVisible(self.height() > _TALL_LINES * self.fontMetrics().lineSpacing())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_N:
                self._step(1)
            case Qt.Key.Key_P:
                self._step(-1)
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Go to the next Passage, or the one before."""
        at = self._at + by
        if not 0 <= at < len(self._passages):
            return
        passage = self._passages[at]
        self.show_place(self._context.session.intake.place_of(passage), passage.id)

    def _say(self, locator: str = "") -> None:
        count = len(self._passages)
        if self._at >= 0:
            words = f"Marked: passage {self._at + 1} of {count}"
            self.said.setText(f"{words}, {locator}" if locator else words)
        else:
            self.said.setText(f"Marked: {locator}" if locator else "")
        self.previous_button.setEnabled(self._at > 0)
        self.next_button.setEnabled(self._at + 1 < count)
        path = self._document.path if self._document else ""
        self.file_button.setVisible(bool(path))

    def _open_file(self) -> None:
        path = Path(self._document.path) if self._document else Path()
        if path.is_file():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        else:
            self._context.dialogs.show_error(
                DesktopError(
                    "The file is not there any more",
                    f"“{path}” was moved, renamed or deleted since it was brought in.",
                    "Its text is kept here all the same.",
                )
            )

    def _build(self) -> None:
        row = FlowLayout()
        for button in (
            self.previous_button,
            self.next_button,
            self.make_button,
            self.file_button,
        ):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self.said)
        column.addLayout(row)
        column.addWidget(self.text, 1)
