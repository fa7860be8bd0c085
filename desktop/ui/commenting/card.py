"""One comment as a card beside the words that it is about."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.commenting import Located
from desktop.core.text import one_line
from desktop.ui.models.words import day
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, set_look, set_text, text_label

_MOST_QUOTED = 90
_MOVED = "⚠ These words have changed since. The nearest place is marked."
_GONE = "⚠ What this was about is no longer there. It said: “{quote}”."


@dataclass(frozen=True, slots=True)
class Numbered:
    """A comment where it belongs now, its number on the page, and whether it was dealt with."""

    number: int
    located: Located
    dealt: bool = False

    @property
    def id(self) -> str:
        """The comment's id."""
        return self.located.comment.id


class CommentCard(QFrame):
    """``pointed(str)``: show its words; ``edit(str)`` and ``remove(str)`` as the buttons say;
    ``ticked(str, bool)``: it was dealt with, or not, which those say who
    cannot change it. All carry the comment's id.
    """

    pointed = Signal(str)
    edit = Signal(str)
    remove = Signal(str)
    ticked = Signal(str, bool)

    def __init__(self, *, changeable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commentCard")
        self.setProperty("card", True)
        self.setProperty("current", False)
        self.shown: Numbered | None = None
        self.number_button = Button("", lambda: self._say(self.pointed), look="link")
        self.number_button.setProperty("inline", True)
        self.quote = text_label("", "muted")
        self.text = text_label()
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.moved = text_label("", "warn")
        self.by = text_label("", "small")
        self.edit_button = Button("Change", lambda: self._say(self.edit), look="link")
        self.remove_button = Button("Remove", lambda: self._say(self.remove), look="link")
        self.tick = QCheckBox("Dealt with", self)
        self.tick.setVisible(not changeable)
        self.tick.clicked.connect(self._tick)
        below = FlowLayout()
        for button in (self.edit_button, self.remove_button):
            button.setProperty("inline", True)
            if changeable:
                below.addWidget(button)
            else:
                button.setParent(self)
                button.hide()
        column = QVBoxLayout()
        column.setSpacing(GAP_SMALL)
        for label in (self.quote, self.text, self.moved, self.by):
            column.addWidget(label)
        if changeable:
            column.addLayout(below)
        else:
            column.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP, GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(self.number_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_comment(self, numbered: Numbered, *, here: bool, quoted: bool) -> None:
        """Show a comment; ``quoted`` says also what it is about, for where the words are not at its
        side.
        """
        self.shown = numbered
        located = numbered.located
        comment = located.comment
        quote = one_line(comment.anchor.quote)
        self.number_button.set_words(f"{numbered.number}", _name(numbered))
        set_text(self.quote, breakable(f"“{shortened(quote)}”") if quoted and quote else "")
        self.text.setText(breakable(comment.text))
        lost = located.moved and located.start == located.end
        said = _GONE.format(quote=shortened(quote)) if lost else _MOVED
        set_text(self.moved, breakable(said) if located.moved else "")
        written = day(comment.written.date())
        set_text(self.by, breakable(", ".join(filter(None, (comment.author, written)))))
        self.tick.setChecked(numbered.dealt)
        self.tick.setAccessibleName(f"Dealt with: comment {numbered.number}")
        set_look(self.text, "role", "muted" if numbered.dealt else "")
        self.edit_button.set_words("Change", f"Change comment {numbered.number}")
        self.remove_button.set_words("Remove", f"Remove comment {numbered.number}")
        set_look(self, "current", here)
        dealt = ", dealt with" if numbered.dealt else ""
        self.setAccessibleName(f"Comment {numbered.number}{dealt}: {comment.text}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._say(self.pointed)

    def _tick(self, dealt: bool) -> None:
        if self.shown is not None:
            self.ticked.emit(self.shown.id, dealt)

    def _say(self, signal: SignalInstance) -> None:
        if self.shown is not None:
            signal.emit(self.shown.id)


def shortened(quote: str) -> str:
    """Return the beginning of a long quotation; the whole of it stands in the text itself."""
    if len(quote) <= _MOST_QUOTED:
        return quote
    return f"{quote[:_MOST_QUOTED].rsplit(' ', 1)[0]} …"


def _name(numbered: Numbered) -> str:
    comment = numbered.located.comment
    quote = shortened(one_line(comment.anchor.quote))
    about = f" on “{quote}”" if quote else ""
    return f"Comment {numbered.number}{about}: {comment.text}. Show its words"
