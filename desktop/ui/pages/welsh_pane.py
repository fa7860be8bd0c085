"""One text of the submission: the English to read, the Welsh to write."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.translating import Original, Translation, TranslationState
from desktop.ui.context import Context
from desktop.ui.form import labelled, name_field
from desktop.ui.models.translations import LONG, SIGNS
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import FoldingSplitter
from desktop.ui.widgets.labels import chip, set_look, set_text, text_label
from desktop.ui.widgets.long_text import LongText
from desktop.ui.widgets.saved_field import SavedField
from desktop.ui.widgets.sentence_field import SentenceField

_LOOKS = {
    TranslationState.MISSING: "neutral",
    TranslationState.CHANGED: "warn",
    TranslationState.DONE: "kind",
}


class WelshPane(QWidget):
    """``save(original, text)`` writes a translation and tells whether it is written.

    ``step(int)`` asks for the text before (-1) or after (1) this one.
    """

    step = Signal(int)

    def __init__(
        self, context: Context, save: Callable[[Original, str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = save
        self._item: Original | None = None
        self.title = text_label("", "heading")
        self.state = chip()
        self.changed = text_label("", "muted")
        self.english = LongText(context.dialogs)
        self.english.setReadOnly(True)
        self.long, self.short = LongText(context.dialogs), SentenceField()
        self._saved = {
            True: SavedField(self.long, self._save, context),
            False: SavedField(self.short, self._save, context),
        }
        self.copy_button = Button("Start from the English", self._copy, look="link")
        self.keep_button = Button("The Welsh still says it", self._keep, look="link")
        self.before_button = Button("Previous text", lambda: self.step.emit(-1))
        self.after_button = Button("Next text", lambda: self.step.emit(1), look="primary")
        self._fields = QStackedWidget()
        self._build()

    @property
    def item(self) -> Original | None:
        """The text on screen."""
        return self._item

    @property
    def field(self) -> LongText | SentenceField:
        """Where the Welsh is written now."""
        return self.long if self._is_long else self.short

    def show_item(self, item: Original, name: str) -> None:
        """Show another text, or a newer state of the same; what is typed was flushed before."""
        self._item = item
        said = item.translation.text if item.translation else ""
        self.title.setText(name)
        self.english.set_markdown(item.text if self._is_long else _as_markdown(item.text))
        self._fields.setCurrentIndex(0 if self._is_long else 1)
        self._saved[self._is_long].show(said)
        self.show_state(item)

    def show_state(self, item: Original) -> None:
        """Show where the translation stands now."""
        self._item = item
        sign, words = SIGNS[item.state]
        self.state.setText(f"{sign} {words}")
        set_look(self.state, "chip", _LOOKS[item.state])
        is_changed = item.state is TranslationState.CHANGED
        before = item.translation.original if item.translation else ""
        set_text(self.changed, f"It was translated from: {before}" if is_changed else "")
        self.keep_button.setVisible(is_changed)
        self.copy_button.setVisible(item.state is TranslationState.MISSING)

    def flush(self) -> None:
        """Save what is typed and not saved."""
        if self._saved[self._is_long].unsaved:
            self._saved[self._is_long].flush()

    @property
    def _is_long(self) -> bool:
        return self._item is None or self._item.key.field in LONG

    def _save(self, text: str) -> bool:
        return self._item is not None and self._store(self._item, text)

    def _copy(self) -> None:
        """Put the English where the Welsh is written: its citations come along."""
        if self._item is not None and self._store(self._item, self._item.text):
            self._saved[self._is_long].show(self._item.text)
            self.field.setFocus()

    def _keep(self) -> None:
        said = self._item.translation if self._item else None
        if self._item is not None and isinstance(said, Translation):
            self._store(self._item, self._saved[self._is_long].text)

    def _build(self) -> None:
        head = FlowLayout()
        head.addWidget(self.state)
        head.addWidget(self.keep_button)
        head.addWidget(self.copy_button)
        name_field(self.long, "Welsh")
        name_field(self.short, "Welsh")
        self._fields.addWidget(self.long)
        self._fields.addWidget(_at_top(self.short))
        both = FoldingSplitter(90, (1, 1))
        both.addWidget(labelled(self.english, "English"))
        both.addWidget(labelled(self._fields, "Welsh"))
        steps = FlowLayout()
        steps.addWidget(self.before_button)
        steps.addWidget(self.after_button)
        both.setHandleWidth(GAP_LARGE)
        for text in (self.english, self.long):
            # As high as there is room, and never without any: an answer is long.
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addLayout(head)
        column.addWidget(self.changed)
        column.addWidget(both, 1)
        column.addLayout(steps)


def _at_top(field: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(field)
    column.addStretch(1)
    return holder


def _as_markdown(text: str) -> str:
    """Return plain words so that the reader of answer text shows them as they are."""
    from desktop.core.text import Paragraph, Text
    from desktop.markup import write

    return write((Paragraph((Text(text),)),))
