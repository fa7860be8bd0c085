"""The head of the library page: its title, what can be added, what keeps it in order."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.ui.form import name_field
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import text_label

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
        self.tidy = _menu_button(
            "Tidy up",
            ("Review list…", self.review),
            ("Snippets that say the same…", self.alike),
            ("Figures that differ…", self.figures),
            ("Bin", self.bin),
        )
        self.share = _menu_button(
            "Share",
            ("Import a pack…", self.import_pack),
            ("Save the chosen as a pack…", self.save_pack),
            ("Save the table…", self.save_table),
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


def _menu_button(name: str, *entries: tuple[str, SignalInstance]) -> QToolButton:
    button = QToolButton()
    button.setProperty("boxed", True)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setText(f"{name} ▾")
    menu = QMenu(button)
    menu.setAccessibleName(name)
    for words, signal in entries:
        action = QAction(words, button)
        action.triggered.connect(lambda _=False, said=signal: said.emit())
        menu.addAction(action)
    button.setMenu(menu)
    name_field(button, name)
    return button
