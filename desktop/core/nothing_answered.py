"""A response in which nothing is answered, said in a sentence: all else follows from that."""

from __future__ import annotations

from desktop.core.response import AnswerState, Draft
from desktop.core.walk import states


def nothing_answered(draft: Draft) -> str:
    """Return a sentence where no question is answered, "" where one is, or is begun."""
    found = set(states(draft).values())
    count = len(draft.consultation.questions)
    if not count:
        return "The call has no questions, so there is nothing to answer."
    if found == {AnswerState.SKIPPED}:
        skipped = "The only question is" if count == 1 else f"All {count} questions are"
        return f"{skipped} skipped, so nothing is answered."
    if found <= {AnswerState.SKIPPED, AnswerState.NOT_STARTED}:
        none = "The only question is not" if count == 1 else f"None of the {count} questions is"
        return f"{none} answered yet."
    return ""
