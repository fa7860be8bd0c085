"""The Edit that saves a Snippet with what the person in it has agreed to."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.consent import Consent
from desktop.core.edits import SaveSnippet


@dataclass(frozen=True, slots=True)
class SaveAgreedSnippet(SaveSnippet):
    """Add or change a Snippet with its consent record, as one step; None = there is none."""

    consent: Consent | None

    @property
    def name(self) -> str:
        return "change to a snippet and its consent"
