"""What the palette finds besides evidence: commands, questions, answers and responses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from desktop.core.response import Draft
from desktop.session import ResponseCard
from desktop.ui.command import Command
from desktop.ui.fuzzy import best
from desktop.ui.palette_model import Entry, Section
from desktop.ui.place import PageId, Place
from desktop.ui.shortcuts import keys_here

_MOST = 6
_MOST_AT_FIRST = 9
_LEAST_LETTERS_OF_ANSWER = 3
_EXCERPT = 70


def command_entries(
    typed: str, commands: Iterable[Command], run: Callable[[str], object]
) -> Section:
    """Return the commands that fit what was typed; ``commands`` are those that can be done now."""
    listed = list(commands)
    if typed:
        listed = best(
            typed, listed, lambda item: f"{item.name} {item.menu.replace('/', ' ')}", _MOST
        )
    return Section(
        "Commands",
        tuple(
            Entry(item.words, lambda id_=item.id: run(id_), "", keys_here(item))
            for item in listed[:_MOST_AT_FIRST]
        ),
    )


def question_entries(typed: str, draft: Draft, go: Callable[[Place], None]) -> Section:
    """Return the Questions of the present Response that fit."""
    questions = list(draft.consultation.questions)
    if typed:
        by_name = best(typed, questions, lambda q: f"question {q.number} {q.heading}", _MOST)
        words = typed.casefold().split()
        by_text = [q for q in questions if all(word in q.text.casefold() for word in words)]
        questions = [*by_name, *(q for q in by_text if q not in by_name)]
    return Section(
        "Questions",
        tuple(
            Entry(
                f"{q.number}  {q.heading or q.text}",
                lambda number=q.number: go(Place(PageId.QUESTION, draft.response.id, number)),
            )
            for q in questions
        ),
    )


def answer_entries(typed: str, draft: Draft, go: Callable[[Place], None]) -> Section:
    """Return the Answers of the present Response that hold what was typed."""
    if len(typed) < _LEAST_LETTERS_OF_ANSWER:
        return Section("Answers", ())
    entries: list[Entry] = []
    for question in draft.consultation.questions:
        answer = draft.answer(question.number)
        text = f"{answer.key_point} {answer.body}"
        place = text.casefold().find(typed.casefold())
        if place >= 0:
            entries.append(
                Entry(
                    f"{question.number}  {question.heading or question.text}",
                    lambda n=question.number: go(Place(PageId.QUESTION, draft.response.id, n)),
                    _excerpt(text, place),
                )
            )
    return Section("Answers", tuple(entries[:_MOST]))


def entries_anywhere(
    typed: str, drafts: Iterable[Draft], go: Callable[[Place], None]
) -> list[Section]:
    """Return the Questions and Answers of all these Responses that fit, each with its Response."""
    questions: list[Entry] = []
    answers: list[Entry] = []
    for draft in drafts:
        name = ", ".join(filter(None, (draft.consultation.title, draft.organisation.name.strip())))
        for found, section in (
            (questions, question_entries(typed, draft, go)),
            (answers, answer_entries(typed, draft, go)),
        ):
            found.extend(
                replace(entry, detail=": ".join(filter(None, (name, entry.detail))))
                for entry in section.entries
            )
    return [
        Section("Questions", tuple(questions[:_MOST_AT_FIRST])),
        Section("Answers", tuple(answers[:_MOST_AT_FIRST])),
    ]


def response_entries(typed: str, cards: list[ResponseCard], go: Callable[[Place], None]) -> Section:
    """Return the Responses that fit."""
    found = best(
        typed, cards, lambda c: f"{c.consultation.title} {c.organisation.name} response", _MOST
    )
    return Section(
        "Responses",
        tuple(
            Entry(
                card.consultation.title,
                lambda id_=card.response.id, first=card.consultation.questions[0].number: go(
                    Place(PageId.QUESTION, id_, first)
                ),
                card.organisation.name,
            )
            for card in found
        ),
    )


def _excerpt(text: str, place: int) -> str:
    start = max(place - _EXCERPT // 3, 0)
    piece = " ".join(text[start : start + _EXCERPT].split())
    return f"{'…' if start else ''}{piece}{'…' if start + _EXCERPT < len(text) else ''}"
