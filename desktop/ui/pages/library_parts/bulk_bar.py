"""What can be done with several rows at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.models.library_rows import LibraryRow
from desktop.ui.models.words import counted
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import text_label


class BulkBar(QFrame):
    """Comes when more than one row is chosen. Its signals say what is wanted; ``clear()`` lets all
    but one go.
    """

    tag = Signal()
    owner = Signal()
    review = Signal()
    retire = Signal()
    restore = Signal()
    merge = Signal()
    pack = Signal()
    clear = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.said = text_label("", "strong")
        self.tag_button = Button("Tags…", self.tag.emit, name="Tags of the chosen snippets")
        self.owner_button = Button("Owner…", self.owner.emit, name="Who looks after the chosen")
        self.review_button = Button("Check by…", self.review.emit, name="When to check the chosen")
        self.retire_button = Button("Retire", self.retire.emit, name="Retire the chosen snippets")
        self.restore_button = Button("Bring back", self.restore.emit, name="Bring the chosen back")
        self.merge_button = Button("Merge…", self.merge.emit, name="Merge the chosen snippets")
        self.pack_button = Button("Save as a pack…", self.pack.emit)
        self.clear_button = Button("Choose one only", self.clear.emit, look="link")
        row = FlowLayout()
        for button in (
            self.tag_button,
            self.owner_button,
            self.review_button,
            self.merge_button,
            self.retire_button,
            self.restore_button,
            self.pack_button,
            self.clear_button,
        ):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.said)
        column.addLayout(row)
        self.hide()

    def show_rows(self, rows: Sequence[LibraryRow]) -> None:
        """Offer what can be done with these rows; nothing where there are not at least two."""
        self.setVisible(len(rows) > 1)
        if len(rows) < 2:
            return
        snippets = [row for row in rows if row.snippet is not None]
        in_use = [row for row in snippets if not row.retired]
        others = len(rows) - len(snippets)
        words = [counted(len(snippets), "snippet")] if snippets else []
        if others:
            words.append(counted(others, "other row" if snippets else "row"))
        self.said.setText(f"{', '.join(words)} chosen.")
        for button in (self.tag_button, self.owner_button, self.review_button):
            button.setVisible(bool(snippets))
        self.retire_button.setVisible(bool(in_use))
        self.restore_button.setVisible(any(row.put_away for row in rows))
        self.merge_button.setVisible(len(in_use) == 2)
        self.pack_button.setVisible(bool(in_use))
