"""What is looked for and what is found: the plain values between ranking and the search index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.core.evidence import Passage, Snippet, Source


@dataclass(frozen=True, slots=True)
class Term:
    """One word to look for.

    ``word`` is as the person wrote it, ``forms`` are what counts as finding it (any of them; a form
    of several words is a phrase), ``prefix`` is the beginning of a word still being typed ("" = a
    whole word) and ``count`` says how often the word was written.
    """

    word: str
    forms: tuple[str, ...]
    prefix: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a word counts by where in a Snippet it stands; 0 = do not look there."""

    claim: float = 1.0
    text: float = 1.0
    tags: float = 1.0
    source: float = 0.0
    place: float = 0.0


@dataclass(frozen=True, slots=True)
class Query:
    """The words to look for, any of which may be missing, and where to look for them."""

    terms: tuple[Term, ...]
    weights: Weights = field(default_factory=Weights)


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How many Snippets there are, and in how many of them each Term occurs."""

    documents: int
    of: Mapping[Term, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found: ``score`` says how well its words match, ``matched`` which of them do.

    ``answered`` is the title of the Consultation that a Passage is from an answer to, "" if it is
    from none, or from one that is not known.
    """

    piece: Snippet | Passage
    source: Source
    score: float
    matched: tuple[Term, ...]
    answered: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the search index knows of one Snippet or Passage.

    ``kind`` is that of a Snippet (``SnippetKind``) or "passage". ``tags``, ``asked`` (the question
    that a Passage answered, in its own words), ``place`` (locator and speaker) and ``about`` (who
    wrote the Source, and its title) are words to be found by. ``questions`` holds references (see
    ``question_ref``). ``document`` and ``position`` are those of a Passage, ``likeness`` is
    the same for near-identical Passages, ``date`` that of the Source (YYYY, YYYY-MM,
    YYYY-MM-DD or "").
    """

    id: str
    source: str
    kind: str
    claim: str = ""
    text: str = ""
    tags: str = ""
    asked: str = ""
    place: str = ""
    about: str = ""
    questions: tuple[str, ...] = ()
    document: str = ""
    position: int = 0
    likeness: str = ""
    own: bool = False
    date: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A Snippet or Passage with its Source; ``answered`` is the title of the Consultation that a
    Passage is from an answer to ("" if from none that is known).
    """

    piece: Snippet | Passage
    source: Source
    answered: str = ""
