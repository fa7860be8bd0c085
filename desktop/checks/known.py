"""What the checks know besides the draft itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.checks.wording import WordLists
from desktop.core.citing import CitedPlace
from desktop.core.consent import Consent
from desktop.core.deadline import Calendar
from desktop.core.evidence import Snippet
from desktop.core.names import NO_NAMES, NameWords
from desktop.core.published import Published
from desktop.core.word_file import WordFile


@dataclass(frozen=True)
class Known:
    """``today``, the ``snippets`` of the library that the text may have been taken from, and the
    ``wording`` to look for: shipped lists and house rules.

    ``now`` is the moment, with its time zone (None = the beginning of ``today``), ``calendar`` the
    days on which nobody works. ``file`` has the facts about a document that came from outside.

    ``consents`` are those of the people in Snippets, by the Snippet's id, ``published`` earlier
    submissions (none where the body takes what was published before), and ``names`` what people,
    places and organisations are told by. ``cited`` are the cited places whose evidence is no
    longer what it was when it was cited. ``numbers_as_text`` is set where every export writes the
    numbers of paragraphs as text.
    """

    today: date
    snippets: tuple[Snippet, ...] = ()
    wording: WordLists = field(default_factory=WordLists)
    now: datetime | None = None
    calendar: Calendar = field(default_factory=Calendar)
    file: WordFile | None = None
    consents: Mapping[str, Consent] = field(default_factory=dict[str, Consent])
    published: tuple[Published, ...] = ()
    names: NameWords = NO_NAMES
    cited: tuple[CitedPlace, ...] = ()
    numbers_as_text: bool = False
