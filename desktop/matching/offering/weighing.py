"""How much each thing that speaks for a piece, or against it, counts in the order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.core.evidence import (
    ANY_QUESTION,
    Origin,
    Passage,
    Reason,
    SnippetKind,
    SourceKind,
)
from desktop.core.suggesting import Asked
from desktop.matching.offering.candidates import Candidate
from desktop.matching.offering.learning import Lessons, Taught, asks_the_same

# All on the scale on which the best match of words counts about 1; measured in decision 0032.
TAGGED = 0.8
# An answer is cut into many passages, not all of which say what the question is about.
ANSWERED = 0.4
ANSWERED_LIKE = 0.15
SUITS_ANY = 0.2
# What a person used before comes up, but a weak match never passes a strong one for it.
TAUGHT = {Taught.HERE: 0.35, Taught.AT_ONE_LIKE_IT: 0.25, Taught.NOWHERE: 0.0}
OWN = 0.1
DUE_FOR_REVIEW = -0.2
# What is new counts a little more; it fades over so many years.
FRESH = 0.06
FADES = 10
KIND = {
    # Figures and cases come before what anybody could say; about us has a place of its own.
    SnippetKind.STATISTIC: 0.05,
    SnippetKind.CASE_STUDY: 0.05,
    SnippetKind.QUOTATION: 0.02,
    SnippetKind.ABOUT_US: -0.3,
}
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a piece at a Question besides its words."""

    tagged: bool = False
    answered: bool = False
    answered_like: bool = False
    suits_any: bool = False
    own: bool = False
    due: bool = False
    taught: Taught = Taught.NOWHERE
    age: int | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with all that is known of it, and how much that comes to.

    ``because`` are reasons to be told before all others; ``told`` says that they name the words it
    shares.
    """

    candidate: Candidate
    known: Signs
    weight: float
    because: tuple[Reason, ...] = ()
    told: bool = False


def weighed(
    candidates: Iterable[Candidate], asked: Asked, taught: Lessons, today: date
) -> list[Weighed]:
    """Weigh what was found for ``asked``: the best comes first, newer evidence among equals."""
    found = [
        Weighed(item, known, weight(item, known))
        for item in candidates
        for known in [signs(item, asked, taught, today)]
    ]
    newest_first = sorted(found, key=lambda item: item.candidate.source.date, reverse=True)
    return sorted(newest_first, key=lambda item: item.weight, reverse=True)


def signs(candidate: Candidate, asked: Asked, taught: Lessons, today: date) -> Signs:
    """Return what is known of a piece at the Question ``asked``."""
    piece = candidate.piece
    year = _YEAR.match(candidate.source.date)
    age = max(today.year - int(year.group()), 0) if year else None
    if isinstance(piece, Passage):
        answered = bool(asked.ref) and asked.ref == piece.ref
        return Signs(
            answered=answered,
            answered_like=not answered
            and bool(piece.question)
            and asks_the_same(piece.question, asked.wording),
            own=candidate.source.kind is SourceKind.PAST_RESPONSE,
            taught=taught.of(piece.id),
            age=age,
        )
    return Signs(
        tagged=bool(asked.ref) and asked.ref in piece.questions,
        suits_any=bool(asked.ref) and ANY_QUESTION in piece.questions,
        own=piece.origin is Origin.OWN,
        due=piece.review_by is not None and piece.review_by < today,
        taught=taught.of(piece.id),
        age=age,
    )


def weight(candidate: Candidate, known: Signs) -> float:
    """Return by how much a piece comes before others: its words, and what is known of it."""
    total = candidate.base + TAUGHT[known.taught] + _freshness(known.age)
    for told, counts in (
        (known.answered, ANSWERED),
        (known.answered_like, ANSWERED_LIKE),
        (known.own, OWN),
        (known.due, DUE_FOR_REVIEW),
    ):
        total += counts if told else 0.0
    kind = 0.0 if isinstance(candidate.piece, Passage) else KIND.get(candidate.piece.kind, 0.0)
    if known.tagged:
        # Whoever tagged it knew what it is for, whatever its kind; but not what is argued by now.
        return total + TAGGED * (1 - candidate.leads) ** 2 + max(kind, 0.0)
    return total + kind + (SUITS_ANY if known.suits_any else 0.0)


def _freshness(age: int | None) -> float:
    return FRESH * max(0.0, 1 - age / FADES) if age is not None else 0.0
