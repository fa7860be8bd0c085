"""The library as its page keeps it: rows, earlier versions, uses, and packs to exchange."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.core.evidence import Snippet, Source


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """A Source, or a Snippet with its Source, as the table shows it.

    ``consultation`` is the title of what the Snippet is tagged for or the Source answered, ``year``
    that of the Source; ``passages`` counts the passages of a Source that are offered, ``document``
    is the import that a Source was made of ("" if none).
    """

    source: Source
    snippet: Snippet | None = None
    retired: bool = False
    consultation: str = ""
    year: str = ""
    review_by: date | None = None
    owner: str = ""
    tags: tuple[str, ...] = ()
    passages: int = 0
    document: str = ""


@dataclass(frozen=True, slots=True)
class SnippetVersion:
    """A Snippet as it stood before a change; ``saved`` is when that change came."""

    id: int
    snippet: Snippet
    saved: datetime


@dataclass(frozen=True, slots=True)
class SnippetUse:
    """An Answer that uses a piece of evidence; ``sent`` is the day printed on its Response."""

    response: str
    consultation: str
    organisation: str
    question: str
    heading: str
    edited: datetime
    sent: date | None = None


@dataclass(frozen=True, slots=True)
class FigureConflict:
    """Two Snippets that give different figures for ``about``."""

    one: Snippet
    other: Snippet
    about: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A Source and Snippets of it, to be given to a colleague or taken from one."""

    source: Source
    snippets: tuple[Snippet, ...] = ()


class Standing(StrEnum):
    """How an incoming Snippet stands to what is there."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"  # what is there is as it came, and the incoming one differs
    CONFLICT = "conflict"  # what is there has been changed here, and the incoming one differs


@dataclass(frozen=True, slots=True)
class PackItem:
    """An incoming Snippet and its Source beside the Snippet of the same id that is there."""

    incoming: Snippet
    source: Source
    standing: Standing
    present: Snippet | None = None


@dataclass(frozen=True, slots=True)
class PackPreview:
    """What taking packs in would mean. A Source that is there stays as it is."""

    items: tuple[PackItem, ...] = ()
    new_sources: tuple[Source, ...] = ()

    def count(self, standing: Standing) -> int:
        """Return how many of the incoming Snippets stand like that."""
        return sum(item.standing is standing for item in self.items)
