"""Who approves a submission before it is sent, and what of it they approved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who approves a Response (``who``, with their ``role``) and when they did (None = not yet).

    ``digest`` tells whether the text is still what they approved (see ``digest_of``).
    """

    who: str
    role: str = ""
    approved: date | None = None
    digest: str = ""
