"""The left side of a review: the original, and what can be done where the caret is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.imports import KeptBlock
from desktop.ui.form import name_field
from desktop.ui.imports.original_text import OriginalText
from desktop.ui.models.block_words import BLOCK_CHOICES, block_choice, block_words
from desktop.ui.pages.library_form import combo
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import text_label


class OriginalPane(QWidget):
    """The text with its tools above it; the tools are for the paragraph with the caret."""

    def __init__(
        self,
        *,
        join: Callable[[], object],
        split: Callable[[], object],
        begin: Callable[[], object],
        move: Callable[[int], object],
        set_kind: Callable[[int], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = OriginalText("The document as it was read")
        self.kind = combo()
        for _, _, words in BLOCK_CHOICES:
            self.kind.addItem(words)
        name_field(self.kind, "What this paragraph is")
        self.kind.activated.connect(set_kind)
        self.join_button = Button("Join to the one above", join)
        self.split_button = Button("Split here", split)
        self.begin_button = Button("An answer begins here", begin)
        self.up_button = Button("↑", lambda: move(-1), name="Move this paragraph up")
        self.down_button = Button("↓", lambda: move(1), name="Move this paragraph down")
        tools = FlowLayout()
        for tool in (
            self.kind,
            self.begin_button,
            self.split_button,
            self.join_button,
            self.up_button,
            self.down_button,
        ):
            tools.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(text_label("As it was read", "heading"))
        column.addLayout(tools)
        column.addWidget(self.text, 1)
        self.fit()

    def show_block(self, kept: KeptBlock | None, *, changeable: bool) -> None:
        """Let the tools suit the paragraph with the caret."""
        can = kept is not None and changeable
        place = block_choice(kept.block) if kept is not None else -1
        self.kind.setEnabled(can and place >= 0)
        self.kind.setCurrentIndex(place)
        self.kind.setPlaceholderText(block_words(kept.block) if kept is not None else "")
        self.split_button.setEnabled(can and place >= 0)
        for button in (self.join_button, self.begin_button, self.up_button, self.down_button):
            button.setEnabled(can)

    def fit(self) -> None:
        """Keep some lines of the text in sight however little room there is."""
        self.text.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
