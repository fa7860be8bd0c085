"""Citing a paper of the course, or what the program knows, in a text that its author writes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.cited_words import reference
from desktop.ui.editor import AnswerEditor
from desktop.ui.pages.question_parts.cite_bar import CiteBar
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button


class Citing(QWidget):
    """A button below a text, and the bar that it opens; what is chosen goes in at the cursor."""

    def __init__(self, desk: Desk, box: AnswerEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.button = Button(
            "Cite…", self.open_bar, look="link", name=f"Cite in: {box.accessibleName()}"
        )
        self.bar = CiteBar()
        self.bar.cite.connect(box.insert_citation)
        self.bar.closed.connect(lambda: box.setFocus(Qt.FocusReason.OtherFocusReason))
        box.set_reference_provider(lambda cite: reference(cite, desk.sources()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.bar)

    def open_bar(self) -> None:
        """Offer what can be cited."""
        self.bar.open_bar(self._desk.sources())
