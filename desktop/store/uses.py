"""Where a Source is cited: the Answers of all Responses, read as they stand now."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.response import AnswerMark
from desktop.core.usage import Written, written
from desktop.markup import parse
from desktop.store import reading
from desktop.store.connection import Connection


@dataclass(frozen=True, slots=True)
class Use:
    """An Answer that cites a Source, with what it holds and words for where it is."""

    response: str
    question: str
    organisation: str
    consultation: str
    heading: str
    text: Written


def uses_of(db: Connection, source: str) -> list[Use]:
    """Return the Answers that cite a Source, last edited Response first, skipped Answers apart."""
    found: list[Use] = []
    for item in reading.responses(db):
        bodies = {n: a for n, a in reading.answers(db, item.id).items() if f"[@{source}" in a.body}
        if not bodies:
            continue
        draft = reading.draft(db, item.id, known_sources={})
        for question in draft.consultation.questions:
            answer = bodies.get(question.number)
            if answer is None or answer.mark is AnswerMark.SKIPPED:
                continue
            text = written(parse(answer.body))
            if any(key == source for key, _ in text.cited):
                found.append(
                    Use(
                        item.id,
                        question.number,
                        draft.organisation.name,
                        draft.consultation.title,
                        question.heading or question.text,
                        text,
                    )
                )
    return found
