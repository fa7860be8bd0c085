"""Words used, words left and a fair share for each Question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.core.consultation import Limit, LimitUnit, Question
from desktop.core.response import AnswerState

# Part of a total limit kept for title, about us, summary and recommendations.
_RESERVE = 0.1
_ROUND_TO = 10


@dataclass(frozen=True, slots=True)
class Budget:
    """Words of the whole document against its limit (None = no limit)."""

    used: int
    limit: Limit | None

    @property
    def left(self) -> int | None:
        """Words left, negative when over; None without a limit in words."""
        if self.limit is None or self.limit.unit is not LimitUnit.WORDS:
            return None
        return self.limit.value - self.used

    @property
    def over(self) -> bool:
        """Whether the limit is passed."""
        return self.left is not None and self.left < 0


def suggested_share(
    limit: Limit | None,
    questions: tuple[Question, ...],
    states: Mapping[str, AnswerState],
    number: str,
) -> int | None:
    """Return the words suggested for one Question, or None where there is nothing to share out.

    A limit of the Question's own comes first. Otherwise nine tenths of the total are shared equally
    among the Questions that are not skipped, rounded down to ten words; a skipped Question's share
    goes to the others.
    """
    own = next((q.limit for q in questions if q.number == number), None)
    if own is not None and own.unit is LimitUnit.WORDS:
        return own.value
    if limit is None or limit.unit is not LimitUnit.WORDS:
        return None
    if states.get(number) is AnswerState.SKIPPED:
        return 0
    answered = [q for q in questions if states.get(q.number) is not AnswerState.SKIPPED]
    share = limit.value * (1 - _RESERVE) / max(len(answered), 1)
    return int(share // _ROUND_TO * _ROUND_TO)
