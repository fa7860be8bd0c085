"""What the buttons of a card do, apart from writing into the answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from desktop.core.response import Draft
from desktop.ui.context import Context
from desktop.ui.panels.evidence_card import EvidenceCard
from desktop.ui.panels.piece_actions import PieceActions
from desktop.ui.panels.teaching import Teaching


class CardDeeds(QObject):
    """Puts pieces aside, offers them again and forgets; ``offered()``: one that was put aside
    before is to be among the others again.
    """

    offered = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.teaching = Teaching(context, parent)
        self.pieces = PieceActions(context)
        self._draft: Draft | None = None
        self._number = ""
        # What was done since the cards were last found, by the ids of pieces.
        self._aside: set[str] = set()
        self._forgotten: set[str] = set()

    def show_question(self, draft: Draft, number: str) -> None:
        """Do what is done at this question of this draft."""
        self._draft, self._number = draft, number

    def found(self) -> None:
        """The cards are found anew, and say themselves what was done."""
        self._aside.clear()
        self._forgotten.clear()

    def dress(self, card: EvidenceCard) -> None:
        """Let a card that shows another piece look as what was done to that piece wants it."""
        piece = _known(card)
        if piece in self._aside:
            card.show_aside(True)
        if piece in self._forgotten:
            card.show_forgotten()

    def serve(self, card: EvidenceCard) -> None:
        """Do what is wanted at a card."""
        card.read.connect(self.pieces.read)
        card.make.connect(lambda piece: self.pieces.make(piece, self._draft, self._number))
        card.put_aside.connect(self._put_aside)
        card.offer_again.connect(self._offer_again)
        card.forget.connect(self._forget)

    def _put_aside(self, card: EvidenceCard) -> None:
        piece, draft = _known(card), self._shown()
        if self.teaching.not_here(piece, draft, self._number):
            self._aside.add(piece)
            card.show_aside(True)
            card.again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_again(self, card: EvidenceCard) -> None:
        piece, draft = _known(card), self._shown()
        if not self.teaching.offer_again(piece, draft, self._number):
            return
        self._aside.discard(piece)
        if card.was_aside:
            self.offered.emit()
        else:
            card.show_aside(False)
            card.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self, card: EvidenceCard) -> None:
        piece, draft = _known(card), self._shown()
        if self.teaching.forget(piece, draft):
            self._forgotten.add(piece)
            card.show_forgotten()
            card.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._context.dialogs.notify("Forgotten: it is offered as if you had not used it.")

    def _shown(self) -> Draft:
        assert self._draft is not None, "cards come with a question"
        return self._draft


def _known(card: EvidenceCard) -> str:
    """Return the id of the piece that a card shows."""
    assert card.piece is not None, "a button can be pressed only on a card that shows something"
    return card.piece.id
