"""What the session gives to be shown as a card."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.consultation import Consultation
from desktop.core.evidence import Prompt, Source
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


@dataclass(frozen=True, slots=True)
class PromptCard:
    """One Prompt as the panel shows it: with its starter written out, and whether it is ticked."""

    prompt: Prompt
    starter: str
    ticked: bool
    source: Source | None
