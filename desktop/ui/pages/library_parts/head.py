"""The head of the library page: its title, what can be added, what keeps it in order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.menu_button import menu_button

_WHAT_FOR = "A snippet is a piece of evidence you can use again; a passage is text as it stands."
_FOLDS_BELOW = 92


class LibraryHead(QWidget):
    """Its signals say what was chosen in the two menus."""

    review = Signal()
    alike = Signal()
    figures = Signal()
    bin = Signal()
    import_pack = Signal()
    save_pack = Signal()
    save_table = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new_snippet_button = Button("New snippet…", look="primary")
        self.new_source_button = Button("New source…")
        self.import_button = Button("Import documents…")
        self.tidy = menu_button(
            "Tidy up",
            ("Review list…", self.review.emit),
            ("Snippets that say the same…", self.alike.emit),
            ("Figures that differ…", self.figures.emit),
            ("Bin", self.bin.emit),
        )
        self.share = menu_button(
            "Share",
            ("Import a pack…", self.import_pack.emit),
            ("Save the chosen as a pack…", self.save_pack.emit),
            ("Save the table…", self.save_table.emit),
        )
        buttons = QWidget()
        line = FlowLayout(buttons)
        for widget in (
            self.new_snippet_button,
            self.new_source_button,
            self.import_button,
            self.tidy,
            self.share,
        ):
            line.addWidget(widget)
        top = Folding(_FOLDS_BELOW)
        top.add(text_label("Library", "title"), 1)
        top.add(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(top)
        self.what_for = text_label(_WHAT_FOR, "muted")
        column.addWidget(self.what_for)
