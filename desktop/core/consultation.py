"""What is being answered: a Consultation and its Questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class QuestionKind(StrEnum):
    """How a Question wants to be answered."""

    OPEN = "open"
    AGREE_SCALE = "agree-scale"
    SINGLE = "single"
    MULTIPLE = "multiple"


class LimitUnit(StrEnum):
    """What a limit counts."""

    WORDS = "words"
    CHARACTERS = "characters"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Limit:
    """A length limit; ``hard`` means that longer text is refused, otherwise it is advice."""

    value: int
    unit: LimitUnit = LimitUnit.WORDS
    hard: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One issue to answer: ``text`` is the official wording, ``heading`` and ``guidance`` ours.

    ``text_welsh`` is the official wording in Welsh, ``heading_welsh`` our heading in Welsh, where
    there are any.
    """

    number: str
    text: str
    heading: str
    guidance: str = ""
    kind: QuestionKind = QuestionKind.OPEN
    options: tuple[str, ...] = ()
    required: bool = False
    limit: Limit | None = None
    text_welsh: str = ""
    heading_welsh: str = ""


@dataclass(frozen=True, slots=True)
class Consultation:
    """An inquiry, call for evidence or consultation, with its Questions in order.

    ``closes_time`` is the time of day in ``time_zone`` (a name such as "Europe/London"; "" = not
    said). ``languages`` are those that the call asks for ("en-GB", "cy-GB"; none = not said).
    A call on a bill has its ``clauses`` ("Clause 4: Grants") and the ``amendments`` tabled so far.
    """

    id: str
    title: str
    body: str
    questions: tuple[Question, ...]
    rules: str
    body_short: str = ""
    session: str = ""
    announced: date | None = None
    closes: date | None = None
    reference: str = ""
    address: str = ""
    about: str = ""
    lead_in: str = ""
    limit: Limit | None = None
    closes_time: time | None = None
    time_zone: str = ""
    languages: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    amendments: tuple[str, ...] = ()

    def question(self, number: str) -> Question:
        """Return the Question with this number; raises KeyError if there is none."""
        for question in self.questions:
            if question.number == number:
                return question
        raise KeyError(number)


def question_ref(consultation: str, number: str) -> str:
    """Return the reference to a Question that content packs use, such as ``pasc-big-
    society-2011#2``.
    """
    return f"{consultation}#{number}"
