"""What the checks know besides the draft itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from desktop.checks.wording import WordLists
from desktop.core.evidence import Snippet


@dataclass(frozen=True)
class Known:
    """``today``, the ``snippets`` of the library that the text may have been taken from, and the
    ``wording`` to look for: shipped lists and house rules.
    """

    today: date
    snippets: tuple[Snippet, ...] = ()
    wording: WordLists = field(default_factory=WordLists)
