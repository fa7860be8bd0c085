"""The left side of a review: the original, and what can be done where the caret is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
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

# So many lines of the text are in sight however little room there is.
_LINES = 7


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
        self.join_button = Button("Join above", join, name="Join this paragraph to the one above")
        self.split_button = Button("Split here", split)
        self.begin_button = Button("Answer begins here", begin)
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
        column.setContentsMargins(GAP_LARGE, 0, GAP_LARGE, 0)
        column.setSpacing(GAP)
        column.addWidget(text_label("As it was read", "heading"))
        column.addLayout(tools)
        column.addWidget(self.text, 1)

    def sizeHint(self) -> QSize:
        # As little as it needs: what there is more goes to both sides alike, and the page scrolls
        # only where even that is too much.
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_height(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # Also when the text has become larger, and with it all that stands here.
            self.text.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
            keep_height(self)
        return super().event(event)

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


def keep_height(pane: QWidget) -> None:
    """Let a pane of a splitter be no less high than its wrapping rows need at its width."""
    layout = pane.layout()
    if layout is not None:
        pane.setMinimumHeight(layout.minimumHeightForWidth(pane.width()))
