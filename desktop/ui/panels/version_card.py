"""A card for a text that was written before: where and when, first words, what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.form import name_field
from desktop.ui.panels.help_tab import card_column
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, set_text, text_label

_FIRST_WORDS = 40


class VersionCard(QFrame):
    """``use()`` and ``compare()`` say what the person wants done with the text; ``open()`` asks for
    the place that it comes from, where ``offer_way`` said that there is one.
    """

    use = Signal()
    compare = Signal()
    open = Signal()

    def __init__(self, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._text = ""
        self._title = text_label("", "strong")
        self._about = text_label("", "muted")
        self._words = text_label("")
        self.more = Button("Show all")
        self.more.setCheckable(True)
        self.more.setProperty("role", "link")
        self.use_button = Button(verb)
        self.use_button.setProperty("primary", True)
        self.compare_button = Button("Compare with draft")
        self.way_button = Button("", self.open.emit, look="link")
        self.way_button.hide()
        self.more.toggled.connect(self._show_words)
        self.use_button.clicked.connect(self.use)
        self.compare_button.clicked.connect(self.compare)
        column = card_column(self)
        for label in (self._title, self._about, self._words):
            column.addWidget(label)
        row = FlowLayout()
        for button in (self.use_button, self.compare_button, self.way_button, self.more):
            row.addWidget(button)
        column.addLayout(row)

    def show_text(self, title: str, about: str, text: str) -> None:
        """Show another text, closed to its first words."""
        self._text = text
        self._title.setText(breakable(title))
        set_text(self._about, breakable(about))
        self.more.setChecked(False)
        self.more.setVisible(_first_words(text) != text)
        self._show_words(False)
        self.setAccessibleName(f"{title}, {about}")
        name_field(self.use_button, f"{self.use_button.text()}: {title}", about)
        name_field(self.compare_button, f"Compare with the current draft: {title}", about)
        name_field(self.more, f"Show all of: {title}")

    def offer_way(self, words: str) -> None:
        """Offer a way to where the text comes from."""
        self.way_button.set_words(words, f"{words}: {self._title.text()}")
        self.way_button.show()

    def words(self) -> str:
        """Return the text as far as it is shown."""
        return self._words.text()

    def title(self) -> str:
        """Return the heading of the card."""
        return self._title.text()

    def _show_words(self, all_of_it: bool) -> None:
        set_text(self._words, breakable(self._text if all_of_it else _first_words(self._text)))
        self.more.setText("Show less" if all_of_it else "Show all")


def _first_words(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= _FIRST_WORDS else " ".join(words[:_FIRST_WORDS]) + " …"
