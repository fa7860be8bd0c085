"""Word budgets of a Course that is being written: how many words, and what each Question wants."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.consultation import Consultation, LimitUnit
from desktop.core.course import Budget, Course, Share, StepKind
from desktop.core.course_writing import add_step, free_id

_WORDS_A_QUESTION = 300


def add_budget(course: Course, asked: Consultation, says: str) -> tuple[Course, str]:
    """Add a word budget for the Questions of a call with the Step that sets it; return its id.

    There are as many words as the call allows, and each Question has the same share at first.
    """
    name = free_id("budget", {each.id for each in course.budgets})
    words = _words(asked)
    numbers = [question.number for question in asked.questions]
    shares = tuple(
        Share(number, share // 2, "", share)
        for number, share in zip(numbers, even(words, len(numbers)), strict=True)
    )
    budget = Budget(name, words, says, shares, "")
    made = replace(course, budgets=(*course.budgets, budget))
    unit = course.units[0].id if course.units else ""
    return add_step(made, unit, StepKind.BUDGET, name, "Share the words out"), name


def put_budget(course: Course, budget: Budget) -> Course:
    """Change a word budget."""
    found = tuple(budget if each.id == budget.id else each for each in course.budgets)
    return replace(course, budgets=found)


def put_share(budget: Budget, share: Share) -> Budget:
    """Change what a Question wants; a Question that had no share gets one."""
    if all(each.question != share.question for each in budget.shares):
        return replace(budget, shares=(*budget.shares, share))
    found = tuple(share if each.question == share.question else each for each in budget.shares)
    return replace(budget, shares=found)


def share_of(budget: Budget, question: str) -> Share:
    """Return what a Question wants; nothing where the budget does not name it."""
    found = (share for share in budget.shares if share.question == question)
    return next(found, Share(question, 0, "", 0))


def left_over(budget: Budget) -> int:
    """Return how many words the key has not given out yet; below nought it gave too many."""
    return budget.words - sum(share.model for share in budget.shares)


def even(words: int, parts: int) -> tuple[int, ...]:
    """Return so many words in parts that differ by one at most and add up to them."""
    if not parts:
        return ()
    share, rest = divmod(words, parts)
    return tuple(share + (place < rest) for place in range(parts))


def _words(asked: Consultation) -> int:
    """Return how many words a call allows: in all, in its answers together, or what is usual."""
    if asked.limit is not None and asked.limit.unit is LimitUnit.WORDS:
        return asked.limit.value
    limits = [each.limit for each in asked.questions]
    known = [each.value for each in limits if each and each.unit is LimitUnit.WORDS]
    if known and len(known) == len(limits):
        return sum(known)
    return _WORDS_A_QUESTION * max(1, len(asked.questions))
