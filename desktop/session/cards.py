"""What the session gives to be shown as a card."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.consultation import Consultation
from desktop.core.response import Draft, Organisation, Response
from desktop.core.walk import Progress, progress, states


@dataclass(frozen=True, slots=True)
class ResponseCard:
    """One Response as the start page lists it."""

    draft: Draft

    @property
    def response(self) -> Response:
        """The Response itself."""
        return self.draft.response

    @property
    def consultation(self) -> Consultation:
        """What it answers."""
        return self.draft.consultation

    @property
    def organisation(self) -> Organisation:
        """Who gives it."""
        return self.draft.organisation

    @property
    def progress(self) -> Progress:
        """How far it has come."""
        return progress(states(self.draft).values())

    @property
    def words(self) -> int:
        """How many words it has: counted anew each time, which takes a moment where it is long."""
        from desktop.markup.counting import document_words

        return document_words(self.draft)
