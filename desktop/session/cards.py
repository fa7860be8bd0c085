"""What the session gives to be shown as a card."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.consultation import Consultation
from desktop.core.response import Organisation, Response
from desktop.core.walk import Progress


@dataclass(frozen=True, slots=True)
class ResponseCard:
    """One Response as the start page lists it."""

    response: Response
    consultation: Consultation
    organisation: Organisation
    progress: Progress
    words: int
