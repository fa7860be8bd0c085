"""What of a first draft nobody has reviewed yet: what stands in the answer as it was put in."""

from __future__ import annotations

from desktop.core.response import AnswerMark, Draft
from desktop.core.text import one_line, texts
from desktop.markup.reading import parse


def unreviewed(draft: Draft, number: str) -> tuple[str, ...]:
    """Return the paragraphs of an Answer, its key point first, that came from a first draft and
    were neither changed nor confirmed; none of a skipped one.
    """
    known = frozenset(draft.unreviewed.get(number, ()))
    answer = draft.answer(number)
    if not known or answer.mark is AnswerMark.SKIPPED:
        return ()
    standing = [one_line(answer.key_point), *texts(parse(answer.body))]
    return tuple(text for text in standing if text in known)


def unreviewed_questions(draft: Draft) -> dict[str, int]:
    """Return how many unreviewed paragraphs there are, by Question number, in question order."""
    found = {q.number: len(unreviewed(draft, q.number)) for q in draft.consultation.questions}
    return {number: count for number, count in found.items() if count}


def unreviewed_words(found: dict[str, int]) -> str:
    """Return in a sentence where pieces are unreviewed, by Question number, "" if none is."""
    if not found:
        return ""
    total = sum(found.values())
    *before, last = found
    where = f"questions {', '.join(before)} and {last}" if before else f"question {last}"
    pieces = "1 piece" if total == 1 else f"{total} pieces"
    return f"{pieces} of the first draft {'is' if total == 1 else 'are'} unreviewed, at {where}."
