"""One text of a learner's with the comments on it at its side, or below it for want of room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.commenting import Anchor, anchor_at
from desktop.session.written_parts import WrittenPart
from desktop.ui.commenting.card import CommentCard, Numbered
from desktop.ui.commenting.form import CommentForm
from desktop.ui.commenting.script_text import Marking, ScriptText
from desktop.ui.spacing import GAP, GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import breakable, set_text, text_label

_FOLDED_BELOW = 92
_TEXT, _MARGIN = 3, 2


class PartRow(QWidget):
    """``wants(Anchor)``: the person wants to comment on these words; ``pointed(str)``: a comment is
    looked at; ``edit(str)``, ``remove(str)``, ``ticked(str, bool)`` of a comment by its id;
    ``go(str)``: to the answer to a Question.
    """

    wants = Signal(object)
    pointed = Signal(str)
    edit = Signal(str)
    remove = Signal(str)
    ticked = Signal(str, bool)
    go = Signal(str)

    def __init__(self, *, changeable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changeable = changeable
        self.part = WrittenPart("", "", "", "")
        self.cards: list[CommentCard] = []
        self.heading = text_label("", "heading")
        self.label = text_label("", "muted")
        self.note = text_label("", "muted")
        self.text = ScriptText()
        self.text.asked.connect(self.ask)
        self.text.pointed.connect(self._caret_at)
        self.go_button = Button("Go to the answer", self._go, look="link")
        self.comment_button = Button("Comment", self.ask, look="link")
        for button in (self.go_button, self.comment_button):
            button.setProperty("inline", True)
        self._margin = QVBoxLayout()
        self._margin.setSpacing(GAP)
        self._build()

    def show_part(self, part: WrittenPart) -> None:
        """Show a text, with no comment on it."""
        self.part = part
        set_text(self.heading, breakable(part.heading))
        self.label.setText(part.label)
        set_text(self.note, breakable(part.note))
        self.text.setVisible(bool(part.text.strip()))
        name = f"{part.label}, question {part.question}" if part.question else part.label
        self.text.setAccessibleName(name)
        if self._changeable:
            self.text.setAccessibleDescription(
                "Select words and press Enter to comment on them; N and P go to the next part and "
                "the one before"
            )
        self.text.show_part(part)
        self.comment_button.set_words("Comment", f"Comment on words of: {name}")
        self.comment_button.setVisible(self._changeable)
        self.go_button.set_words(
            "Go to the answer", f"Go to the answer to question {part.question}"
        )
        self.go_button.setVisible(not self._changeable and bool(part.question and part.heading))

    def show_comments(self, comments: Sequence[Numbered], here: str) -> None:
        """Show the comments on this text, and which of them is looked at."""
        while len(self.cards) < len(comments):
            self.cards.append(self._card())
        for card, numbered in zip(self.cards, comments, strict=False):
            is_here = numbered.id == here
            card.show_comment(numbered, here=is_here, quoted=not self.part.text.strip())
            card.show()
        for card in self.cards[len(comments) :]:
            card.shown = None
            card.hide()
        self.text.show_markings(
            [
                Marking(each.number, each.located.start, each.located.end, each.id == here)
                for each in comments
                if each.located.end > each.located.start or each.located.moved
            ]
        )

    def ask(self) -> None:
        """Ask to comment on the words that are selected, or else on the sentence at the caret."""
        if self._changeable:
            self.wants.emit(self.anchor())

    def anchor(self) -> Anchor:
        """Return what is selected here; the part as a whole where there are no words."""
        stretch = self.text.stretch()
        text = self.part.text
        return anchor_at(self.part.id, text, *stretch) if stretch else Anchor(self.part.id, "", 0)

    def put_form(self, form: CommentForm) -> None:
        """Have a comment written here."""
        self._margin.insertWidget(0, form)
        form.show()

    def first_focus(self) -> QWidget:
        """Return what takes the keyboard here."""
        return self.comment_button if self.text.isHidden() else self.text

    def card_of(self, comment: str) -> CommentCard | None:
        """Return the card of a comment."""
        return next((one for one in self.cards if one.shown and one.shown.id == comment), None)

    def _card(self) -> CommentCard:
        card = CommentCard(changeable=self._changeable)
        card.pointed.connect(self._point)
        card.edit.connect(self.edit)
        card.remove.connect(self.remove)
        card.ticked.connect(self.ticked)
        self._margin.insertWidget(self._margin.count() - 1, card)
        return card

    def _point(self, comment: str) -> None:
        card = self.card_of(comment)
        if card is not None and card.shown is not None:
            self.text.point_at(card.shown.number)
        self.pointed.emit(comment)

    def _caret_at(self, number: int) -> None:
        for card in self.cards:
            if card.shown is not None and card.shown.number == number:
                self.pointed.emit(card.shown.id)

    def _go(self) -> None:
        self.go.emit(self.part.question)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.label, 1)
        head.addWidget(self.comment_button)
        head.addWidget(self.go_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.text)
        column.addStretch(1)
        margin = QWidget()
        margin.setLayout(self._margin)
        self._margin.setContentsMargins(0, 0, 0, 0)
        self._margin.addStretch(1)
        self.folding = Folding(_FOLDED_BELOW, GAP_LARGE)
        self.folding.add(left, _TEXT)
        self.folding.add(margin, _MARGIN)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP)
        outer.addWidget(self.heading)
        outer.addWidget(self.folding)
