"""What a person whose story is told has agreed to: kept with the Snippet that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Use(StrEnum):
    """Something that a person may agree to."""

    OWN = "own"  # our own website, reports and talks
    UNPUBLISHED = "unpublished"  # told to officials or members, and not published
    PUBLISHED = "published"  # published by a committee, department or council, for good


@dataclass(frozen=True, slots=True)
class Consent:
    """That somebody (``who``) has agreed to the use of a Snippet: for what, until when (None = no
    end was agreed), and in ``note`` how they may be named and where the form is kept.
    """

    snippet: str
    who: str
    covers: frozenset[Use]
    recorded: date
    until: date | None = None
    note: str = ""

    def has_ended(self, today: date) -> bool:
        """Tell whether it was given for a time that is over."""
        return self.until is not None and self.until < today
