"""What stands above the cards: what was found, or why nothing is there and what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.panels.evidence_wanted import Said
from desktop.ui.spacing import GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, set_look, set_text, text_label

_FOR_PARAGRAPH = "Show evidence for this paragraph"
_NEW = "Show what is new"


class EvidenceState(QWidget):
    """A line or two, with the buttons that fit the moment; all are hidden until they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = text_label("", "muted")
        self._words = text_label("", "muted")
        self.stop_button = Button("Stop", look="link")
        self.again_button = Button("Look again", look="link")
        self.clear_button = Button("Show all kinds and sources", look="link")
        self.held_button = Button(_NEW, look="link")
        self.import_button = Button("Bring in past work…", look="primary")
        self.library_button = Button("Add to the library…")
        self.buttons = (
            self.stop_button,
            self.again_button,
            self.clear_button,
            self.held_button,
            self.import_button,
            self.library_button,
        )
        row = FlowLayout()
        for button in self.buttons:
            row.addWidget(button)
            button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(row)
        self._words.hide()

    @property
    def message(self) -> str:
        """All that is said."""
        words = (self._title.text(), self._words.text())
        return " ".join(part.replace("\u200b", "") for part in words if part)

    def say(self, said: Said, *buttons: Button) -> None:
        """Say something else, with these buttons. What needs something done is said louder."""
        self._title.setText(breakable(said.title))
        set_look(self._title, "role", "strong" if said.words else "muted")
        set_text(self._words, said.words)
        for button in self.buttons:
            button.setVisible(button in buttons)

    def hold(self, said: Said, *, follows: bool) -> None:
        """Say that there is something new, which waits until the cards are no longer in use."""
        self.held_button.set_words(_FOR_PARAGRAPH if follows else _NEW)
        self.say(said, self.held_button)
