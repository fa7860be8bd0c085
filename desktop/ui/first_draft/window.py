"""The plan of a first draft: what would go where, to be looked at, thinned out and put in."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.core.consultation import LimitUnit
from desktop.core.drafting import without
from desktop.core.edits import response_scope
from desktop.core.response import Draft
from desktop.errors import DesktopError
from desktop.session.assembling import FirstDraft, assemble, assembling
from desktop.ui.context import Context
from desktop.ui.first_draft.answer_card import AnswerCard
from desktop.ui.models.words import counted
from desktop.ui.sheet import SheetDialog
from desktop.ui.spacing import GAP
from desktop.ui.taking_back import notify_with_undo
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.page_column import PageColumn

_WIDTH, _HEIGHT = 760, 640
_ABOUT = (
    "Untick what you do not want. Every piece is marked as unreviewed until you change it or "
    "confirm it. Nothing that is written is changed, and one Undo takes everything back."
)
_LOOKING = "Looking through the library…"
_NOTHING = "The library has nothing good enough to put in here. Add evidence, or write first."
_ALL_WRITTEN = "There is no empty answer here to put anything into."


class FirstDraftWindow(SheetDialog):
    """Looks for the pieces on another thread, shows them, and puts in those that are ticked."""

    def __init__(
        self, context: Context, draft: Draft, numbers: Collection[str], parent: QWidget
    ) -> None:
        one = len(numbers) == 1
        super().__init__(
            f"First draft of answer {next(iter(numbers))}" if one else "First draft", parent
        )
        self.setObjectName("firstDraft")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._draft = context, draft
        self._first: FirstDraft | None = None
        self.cards: list[AnswerCard] = []
        self.said = text_label(_LOOKING, "strong")
        self._list = PageColumn("What would go into the answers", wide=True, margin=0)
        self._list.column.setSpacing(GAP)
        self.cancel_button = self.decline_with("Cancel")
        self.put_button = self.accept_with("Put into the answer" if one else "Put into the answers")
        self.put_button.setEnabled(False)
        self.say(_ABOUT, "muted")
        self.column.addWidget(self.said)
        self.column.addWidget(self._list, 1)
        room, scale = self.screen().availableSize(), max(self.fontMetrics().height() / 16, 1)
        width, height = round(_WIDTH * min(scale, 1.6)), round(_HEIGHT * min(scale, 1.6))
        self.resize(min(width, room.width() - 40), min(height, room.height() - 80))
        lane = context.jobs.lane(self)
        lane.run(assembling(context.session, draft, numbers), self._show, self._fail)

    def accept(self) -> None:
        """Put in what is ticked."""
        if self._first is None:
            return
        left_out = {key for card in self.cards for key in card.left_out()}
        plans = without(self._first.plans, left_out)
        try:
            changes = assemble(self._context.session, self._first, plans)
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return
        super().accept()
        if changes is not None:
            filled = counted(sum(1 for item in plans if item.placed), "answer")
            pieces = counted(sum(len(item.placed) for item in plans), "piece")
            scope = response_scope(self._draft.response.id)
            said = f"First draft: {pieces} in {filled}, all unreviewed."
            notify_with_undo(self._context, said, scope)

    def _show(self, first: FirstDraft) -> None:
        self._first = first
        for item in first.plans:
            card = AnswerCard(item)
            card.changed.connect(self._tell)
            self.cards.append(card)
            self._list.add(card)
            card.show()
        self._list.end()
        self._tell()
        if self.put_button.isEnabled():
            self.put_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, DesktopError):
            raise error
        set_text(self.said, str(error))

    def _tell(self) -> None:
        pieces = sum(card.pieces for card in self.cards)
        self.put_button.setEnabled(pieces > 0)
        if pieces:
            self.said.setText(self._used(pieces))
        elif any(card.has_pieces for card in self.cards):
            self.said.setText("Nothing is ticked, so nothing would be put in.")
        else:
            self.said.setText(_NOTHING if any(card.open for card in self.cards) else _ALL_WRITTEN)

    def _used(self, pieces: int) -> str:
        """Return how much would be put in, and what the submission has then of its limit."""
        words = sum(card.words for card in self.cards)
        said = f"{counted(pieces, 'piece')}, {counted(words, 'word')}."
        limit = self._draft.consultation.limit
        if self._first is None or limit is None or limit.unit is not LimitUnit.WORDS:
            return said
        return f"{said} The submission then has {self._first.words + words:,} of {limit.value:,}."
