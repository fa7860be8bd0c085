"""Which Question comes before and after, and how far the walk has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core.consultation import Consultation
from desktop.core.response import AnswerState, Draft


@dataclass(frozen=True, slots=True)
class Progress:
    """How many Questions are in which state."""

    total: int
    ready: int
    skipped: int
    drafting: int

    @property
    def done(self) -> int:
        """Questions that need nothing more."""
        return self.ready + self.skipped


def states(draft: Draft) -> dict[str, AnswerState]:
    """Return the state of every Question of a Draft by number."""
    return {q.number: draft.answer(q.number).state for q in draft.consultation.questions}


def progress(of: Iterable[AnswerState]) -> Progress:
    """Return how far a walk has come."""
    tally = Counter(of)
    return Progress(
        total=tally.total(),
        ready=tally[AnswerState.READY],
        skipped=tally[AnswerState.SKIPPED],
        drafting=tally[AnswerState.DRAFTING],
    )


def neighbour(consultation: Consultation, number: str, step: int) -> str | None:
    """Return the number of the Question ``step`` places on (negative: back), or None past either
    end.
    """
    numbers = [question.number for question in consultation.questions]
    place = numbers.index(number) + step
    return numbers[place] if 0 <= place < len(numbers) else None
