"""What is known: Sources, Snippets and Prompts, and what is offered of them at a Question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.core.shortening import shortened

ANY_QUESTION = "*"

_LONGEST_CLAIM = 160
_SHORT_SENTENCE = 2
_SENTENCE = re.compile(r".+?[.!?][”’\"')]*(?=\s+[“‘\"'(]?[A-Z0-9]|\s*$)", re.DOTALL)


class SourceKind(StrEnum):
    """What sort of document a Source is."""

    WRITTEN_EVIDENCE = "written-evidence"
    PAST_RESPONSE = "past-response"
    BRIEFING = "briefing"
    REPORT = "report"
    BLOG_POST = "blog-post"
    NEWSLETTER = "newsletter"
    SLIDES = "slides"
    LETTER = "letter"
    WEB_PAGE = "web-page"
    CALL_FOR_EVIDENCE = "call-for-evidence"


class SnippetKind(StrEnum):
    """What sort of piece a Snippet is."""

    STATISTIC = "statistic"
    CASE_STUDY = "case-study"
    QUOTATION = "quotation"
    ARGUMENT = "argument"
    RECOMMENDATION = "recommendation"
    ABOUT_US = "about-us"


class Purpose(StrEnum):
    """What part of an argument a Prompt helps with."""

    CLAIM = "claim"
    EVIDENCE = "evidence"
    EXAMPLE = "example"
    COUNTER_ARGUMENT = "counter-argument"
    RECOMMENDATION = "recommendation"


class Origin(StrEnum):
    """Whose a library item is: shipped with the program, or the user's own (or own copy)."""

    BUILT_IN = "built-in"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Source:
    """A document that evidence comes from. ``date`` is YYYY, YYYY-MM, YYYY-MM-DD or ""."""

    key: str
    title: str
    author: str = ""
    body: str = ""
    date: str = ""
    date_note: str = ""
    kind: SourceKind = SourceKind.REPORT
    reference: str = ""
    address: str = ""
    licence: str = ""
    short: str = ""
    note: str = ""
    origin: Origin = Origin.BUILT_IN


@dataclass(frozen=True, slots=True)
class Snippet:
    """A reusable piece of evidence or argument, tied to the exact place in its Source.

    ``questions`` holds references such as ``pasc-big-society-2011#2`` (see ``question_ref``).
    """

    id: str
    source: str
    claim: str
    text: str
    kind: SnippetKind
    locator: str
    tags: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    speaker: str = ""
    owner: str = ""
    review_by: date | None = None
    origin: Origin = Origin.BUILT_IN


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an imported Source, as it stands there, with its place.

    ``document`` is the import it came from and ``position`` its place there (from 0). ``number``,
    ``question`` and ``ref`` are those of the question it answered in a past response ("" if none;
    ``ref`` as in ``question_ref``). ``likes`` counts the near-identical passages it stands for.
    """

    id: str
    source: str
    document: str
    position: int
    text: str
    locator: str
    number: str = ""
    question: str = ""
    ref: str = ""
    likes: int = 0

    # What a card shows of a Snippet, so that it can show either.

    @property
    def claim(self) -> str:
        """Its first sentence, cut where it is long."""
        return first_sentence(self.text)

    @property
    def questions(self) -> tuple[str, ...]:
        """The references of the Questions it suits."""
        return (self.ref,) if self.ref else ()

    @property
    def tags(self) -> tuple[str, ...]:
        """Nobody has tagged it."""
        return ()

    @property
    def speaker(self) -> str:
        """It is not known to quote anybody."""
        return ""

    @property
    def owner(self) -> str:
        """Nobody looks after it."""
        return ""

    @property
    def review_by(self) -> date | None:
        """It says what was said then, and is never due for review."""
        return None

    @property
    def origin(self) -> Origin:
        """The user brought it in."""
        return Origin.OWN


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question or sentence starter that helps the writer argue.

    ``starter`` is a Jinja2 template of a sentence start; ``source`` is a Source key for prompts
    drawn from a document, and ``advice`` with ``address`` says where general good practice comes
    from.
    """

    id: str
    question: str
    starter: str
    purpose: Purpose
    questions: tuple[str, ...]
    why: str = ""
    source: str = ""
    locator: str = ""
    advice: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is offered: a sentence for the card, such as "tagged for this question"."""

    text: str


class Standing(StrEnum):
    """Where a Suggestion stands with the Response it is offered for."""

    OFFERED = "offered"
    USED = "used"  # it is in this Response already
    PUT_ASIDE = "put-aside"  # a person said that it is not for this Question


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A Snippet or Passage offered at a Question, with the reasons and the words that matched.

    ``confident`` tells whether it is good enough to be offered without a warning, ``taught``
    whether a person's earlier use of it for such a Question is among the reasons.
    """

    piece: Snippet | Passage
    source: Source
    score: float
    reasons: tuple[Reason, ...] = ()
    matched: tuple[str, ...] = ()
    confident: bool = True
    standing: Standing = Standing.OFFERED
    taught: bool = False


def question_ref_matches(questions: tuple[str, ...], ref: str) -> bool:
    """Tell whether something tagged with these question references suits the Question ``ref``."""
    return ANY_QUESTION in questions or ref in questions


def _goes_on(begun: str) -> bool:
    """Tell whether sentences at the beginning of a text do not say anything whole yet."""
    if len(begun) > _LONGEST_CLAIM:
        return False
    is_open = begun.count("“") > begun.count("”") or begun.count('"') % 2 == 1
    return is_open or len(begun.split()) <= _SHORT_SENTENCE


def first_sentence(text: str) -> str:
    """Return the first sentence of a text on one line, cut at a word where it is long.

    One or two words such as "Yes." or "We agree." say little: the next sentence comes with them,
    as it does while a quotation is open.
    """
    found = _SENTENCE.match(text)
    while found and _goes_on(text[: found.end()]):
        more = _SENTENCE.match(text, found.end())
        if more is None:
            break
        found = more
    return shortened(text[: found.end()] if found else text, _LONGEST_CLAIM)
