"""The sending log: where and when a Response was sent, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.core.response import Draft
from desktop.core.sending import Sending
from desktop.core.sending_edits import RecordSending
from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.pages.export_options import export_options
from desktop.ui.pages.sending_card import SendingCard
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.page_column import PageColumn

# The item of the export page's place that shows the log.
SENT = "sent"
_ABOUT = (
    "Note here where and when it was sent. What was sent comes into the library as a past "
    "response, so that the next one can build on it."
)
_ADD, _AGAIN = "It was sent…", "It was sent again…"


class SentLog(PageColumn):
    """A card for each time it was sent, newest first, and a button that adds one."""

    def __init__(self, context: Context) -> None:
        super().__init__("Where it was sent", margin=GAP)
        self._context = context
        self._lane = context.jobs.lane(self)
        self._lane.busy.connect(lambda busy: busy and set_text(self.said, "Keeping what was sent…"))
        self._draft: Draft | None = None
        self.cards: list[SendingCard] = []
        self.add_button = Button(_ADD, self.add_entry, look="primary")
        self.said = text_label("", "muted")
        self.said.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        self.add(text_label(_ABOUT, "muted"))
        start = QVBoxLayout()
        start.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        start.addWidget(self.said)
        self.add(start)
        self.add(self._list)
        self.end()

    def show_draft(self, draft: Draft) -> int:
        """Show the log of a Response; return how many entries it has."""
        if self._draft is not None and self._draft.response.id != draft.response.id:
            self.flush()
            self.said.hide()
        self._draft = draft
        log = self._context.session.sending.log(draft.response.id)
        self.add_button.set_words(_AGAIN if log else _ADD)
        while len(self.cards) < len(log):
            card = SendingCard(self._context)
            card.open_source.connect(self._open_source)
            self.cards.append(card)
            self._list.addWidget(card)
        for card, entry in zip(self.cards, log, strict=False):
            card.show_entry(entry)
            card.show()
        for card in self.cards[len(log) :]:
            card.hide()
        return len(log)

    def flush(self) -> None:
        """Save what was typed and is not saved yet."""
        for card in self.cards:
            if not card.isHidden():
                card.flush()

    def add_entry(self) -> None:
        """Add an entry for now, to be filled in; what was sent comes into the library."""
        if self._draft is None:
            return
        self.flush()
        session = self._context.session
        draft = session.draft(self._draft.response.id)
        entry = session.sending.new_entry(draft.response.id)
        options = export_options(session)
        job = session.sending.recording(draft, entry, options)
        self._lane.run(job, self._record, self._failed)

    def _record(self, edit: RecordSending) -> None:
        if self._context.apply(edit) is None:
            return
        set_text(self.said, "")
        self._context.dialogs.notify(
            "Noted. What was sent is in the library as a past response.",
            "Undo",
            lambda: self._undo(edit),
        )
        if self.cards and not self.cards[0].isHidden():
            self.cards[0].place.setFocus()

    def _undo(self, edit: RecordSending) -> None:
        self.flush()
        self._context.session.undo(edit.scope)

    def _failed(self, error: Exception) -> None:
        set_text(self.said, "")
        if not isinstance(error, DesktopError):
            raise error
        self._context.dialogs.show_error(error)

    def _open_source(self, entry: Sending) -> None:
        """Show in the library what was sent."""
        document = self._context.session.intake.document(entry.document)
        self._context.go(Place(PageId.LIBRARY, item=document.source))
