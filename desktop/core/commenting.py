"""A trainer's comments on a learner's words, found again where the words have changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a comment is about: ``quote`` in a text, with what stood round it.

    ``part`` names the text: "answer:2", "key-point:2", "about", "reason", "summary:0",
    "recommendation:ID", "repair:ID". ``start`` is where the quote began when the comment was
    written, in characters of the Markdown.
    """

    part: str
    quote: str
    start: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment; ``author`` is what the trainer calls themselves."""

    id: str
    anchor: Anchor
    text: str
    author: str
    written: datetime


@dataclass(frozen=True, slots=True)
class Located:
    """Where a comment belongs now; ``moved``: its words have changed, this is the nearest place."""

    comment: Comment
    start: int
    end: int
    moved: bool


@dataclass(frozen=True, slots=True)
class BankComment:
    """A comment that a trainer uses again; ``used`` counts how often. Those of a Course that were
    never used have no id yet.
    """

    id: str
    text: str
    used: int = 0
