"""What is looked for and what is found: the plain values between ranking and the search index."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.evidence import Passage, Snippet, Source


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
