"""What the buttons of a card do, apart from writing into the answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from desktop.core.evidence import Standing
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

    def show_question(self, draft: Draft, number: str) -> None:
        """Do what is done at this question of this draft."""
        self._draft, self._number = draft, number

    def serve(self, card: EvidenceCard) -> None:
        """Do what is wanted at a card."""
        card.read.connect(self.pieces.read)
        card.make.connect(lambda piece: self.pieces.make(piece, self._draft, self._number))
        card.put_aside.connect(self._put_aside)
        card.offer_again.connect(self._offer_again)
        card.forget.connect(self._forget)

    def _put_aside(self, card: EvidenceCard) -> None:
        piece = card.piece
        if self._draft is None or piece is None:
            return
        if self.teaching.not_here(piece.id, self._draft, self._number):
            card.show_aside(True)
            card.again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_again(self, card: EvidenceCard) -> None:
        piece = card.piece
        if self._draft is None or piece is None:
            return
        if not self.teaching.offer_again(piece.id, self._draft, self._number):
            return
        if card.suggestion is not None and card.suggestion.standing is Standing.PUT_ASIDE:
            self.offered.emit()
        else:
            card.show_aside(False)
            card.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self, card: EvidenceCard) -> None:
        piece = card.piece
        if self._draft is None or piece is None:
            return
        if self.teaching.forget(piece.id, self._draft):
            card.show_forgotten()
            card.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._context.dialogs.notify("Forgotten: it is offered as if you had not used it.")
