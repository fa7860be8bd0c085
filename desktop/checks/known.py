"""What the checks know besides the draft itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.checks.wording import WordLists
from desktop.core.deadline import Calendar
from desktop.core.evidence import Snippet
from desktop.core.word_file import WordFile


@dataclass(frozen=True)
class Known:
    """``today``, the ``snippets`` of the library that the text may have been taken from, and the
    ``wording`` to look for: shipped lists and house rules.

    ``now`` is the moment, with its time zone (None = the beginning of ``today``), ``calendar`` the
    days on which nobody works. ``file`` has the facts about a document that came from outside.
    """

    today: date
    snippets: tuple[Snippet, ...] = ()
    wording: WordLists = field(default_factory=WordLists)
    now: datetime | None = None
    calendar: Calendar = field(default_factory=Calendar)
    file: WordFile | None = None
