"""What is asked of the library at a Question, and what a person has said about what it offered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    """What a person has said, by what they did, of a piece at a Question."""

    HELPED = "helped"  # it was put into the answer, or cited there
    NOT_HERE = "not-here"  # it is not for this Question


@dataclass(frozen=True, slots=True)
class Noted:
    """A Verdict on the Snippet or Passage ``piece`` at the Question ``ref`` (see ``question_ref``),
    whose words were ``wording``.
    """

    piece: str
    ref: str
    wording: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Asked:
    """What the library is asked for.

    ``question`` and ``heading`` are the words of the Question, ``ref`` is its reference ("" if it
    has none) and ``paragraph`` what is being argued at the cursor ("" if nothing yet). ``used`` has
    the pieces that the Response uses already, by id, each with the numbers of the Questions whose
    answers use it, and ``number`` is that of this Question. ``verdicts`` holds what was said of
    pieces at this Question and at others; ``today`` decides what is due for review (None = now).
    """

    question: str
    heading: str = ""
    ref: str = ""
    number: str = ""
    paragraph: str = ""
    used: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    verdicts: tuple[Noted, ...] = ()
    today: date | None = None

    @property
    def wording(self) -> str:
        """All the words of the Question."""
        return f"{self.question} {self.heading}".strip()
