"""What a check says about a draft: what is wrong, just where, what to do, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.core.rules import Part, Rule

# The window shows findings, and starts before anything is edited.
if TYPE_CHECKING:
    from desktop.core.edits import Edit


class FindingLevel(StrEnum):
    """How much a Finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NUDGE = "nudge"


class Group(StrEnum):
    """What sort of thing a check looks at."""

    FORM = "form"
    EVIDENCE = "evidence"
    RECOMMENDATIONS = "recommendations"
    PEOPLE = "people"
    LANGUAGE = "language"


class TextField(StrEnum):
    """A text of a submission that somebody writes."""

    BODY = "body"
    KEY_POINT = "key-point"
    ABOUT = "about"
    REASON = "reason"
    MESSAGE = "message"
    ORAL_EVIDENCE = "oral-evidence"
    SUMMARY = "summary"
    WHO = "who"
    WHAT = "what"
    BY_WHEN = "by-when"
    SKIP_REASON = "skip-reason"
    SPEAKS_FOR = "speaks-for"
    REACH = "reach"


@dataclass(frozen=True, slots=True)
class Spot:
    """An exact place in a text: characters ``start`` to ``end`` of what one line says in plain
    words (``desktop.core.text.plain``).

    ``line`` counts the lines of the text (paragraphs, list items, cells, as
    ``desktop.core.text.lines`` yields them) from 0. ``item`` is the id of the Recommendation, or
    the position (from 0) of the summary point, that the field belongs to; "" for other fields.
    """

    field: TextField = TextField.BODY
    item: str = ""
    line: int = 0
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Replacement:
    """Put ``after`` in the place of ``before``, which stands at ``spot`` (nothing stands there
    where ``before`` is "").
    """

    spot: Spot
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fix:
    """How a machine can mend it, as one step that Undo takes back.

    ``words`` is what the button says, such as "Move it to the covering email". The step is either a
    whole ``edit``, or ``replacements`` in the texts of the Finding's question (of the Response,
    where it has none); ``contact`` names fields of the Organisation, each with the value that it
    gets if it is empty.
    """

    words: str
    replacements: tuple[Replacement, ...] = ()
    contact: tuple[tuple[str, str], ...] = ()
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: which check, where, what is wrong, what to do, on whose authority.

    ``question`` is a Question number, or "" for a Finding about another ``part`` of the submission.
    ``excerpt`` is the text concerned, if any, and ``spot`` just where it stands. ``rule`` is the
    receiving body's rule behind it; ``authority`` with ``address`` names other sources of the
    advice. ``basis`` is what the Finding was said of: a Finding that was dismissed comes back as
    soon as it is another ("" = it stays dismissed). ``asks`` is set for what only a person can
    tell: the sentence is a question.
    """

    check: str
    level: FindingLevel
    part: Part
    sentence: str
    remedy: str
    question: str = ""
    excerpt: str = ""
    rule: Rule | None = None
    authority: str = ""
    address: str = ""
    spot: Spot | None = None
    basis: str = ""
    asks: bool = False
    fixes: tuple[Fix, ...] = ()
