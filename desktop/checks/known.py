"""What the checks know besides the draft itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.core.evidence import Snippet


@dataclass(frozen=True)
class Known:
    """``today``, and the ``snippets`` of the library that the text may have been taken from."""

    today: date
    snippets: tuple[Snippet, ...] = ()
