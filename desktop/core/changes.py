"""What listeners hear after an Edit: which kinds of thing changed, where, and who asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A kind of thing that can change; a view redraws only for the kinds it shows."""

    ORGANISATION = "organisation"
    RESPONSES = "responses"
    RESPONSE = "response"
    ANSWER = "answer"
    STATE = "state"
    RECOMMENDATIONS = "recommendations"
    PROMPTS = "prompts"
    LIBRARY = "library"
    IMPORTS = "imports"
    LEARNING = "learning"
    SENDINGS = "sendings"
    CHECKS = "checks"
    TRANSLATIONS = "translations"
    SETTINGS = "settings"
    WORDING = "wording"
    COURSE = "course"


@dataclass(frozen=True, slots=True)
class Changes:
    """The outcome of an Edit, an undo or a redo.

    ``response`` and ``question`` narrow the place down where they can ("" = not narrowed);
    ``origin`` is whatever the caller passed to ``session.apply``, so that the view that typed can
    ignore its own echo.
    """

    kinds: frozenset[Kind]
    response: str = ""
    question: str = ""
    origin: object = None

    def touches(self, *kinds: Kind) -> bool:
        """Tell whether any of these kinds changed."""
        return not self.kinds.isdisjoint(kinds)
