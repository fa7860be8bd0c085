"""A first Course made of a Response, for a trainer to go on from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields, replace

from desktop.core.course import Course, ModelAnswer, Paper, Rubric, Step, StepKind, Unit
from desktop.core.evidence import Origin, Snippet
from desktop.core.evidence_map import asked_words
from desktop.core.recommending import is_blank
from desktop.core.response import Draft, Organisation
from desktop.markup.cited import cited_sources

_MINUTES = {StepKind.DRAFT: 15, StepKind.WORKED: 5, StepKind.FINISH: 5}
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_LEVEL = "A finished answer"


def drawn(
    draft: Draft,
    title: str,
    taken: Collection[str],
    snippets: Sequence[Snippet],
    rubric: Rubric,
    like: Course | None,
    *,
    built_in: bool,
) -> Course:
    """Return a Course on the call that a Response answers, its answers being the models.

    Contacts stay out of it. Own Sources that it cites become papers, whose text is that of the
    Snippets drawn from them. ``like`` lends its general cues, frames, lists and checklist.
    """
    title = title or f"Answering “{draft.consultation.title}”"
    papers, pieces = _pack(draft, snippets)
    units, steps = _units(draft)
    return Course(
        id=_free(title, taken),
        version=1,
        title=title,
        about=f"A course on “{draft.consultation.title}”, made from a finished response.",
        author=draft.organisation.name,
        minutes=sum(unit.minutes for unit in units),
        aims=("Write an answer of your own to each question.",),
        consultation_id=draft.consultation.id,
        consultation=None if built_in else draft.consultation,
        organisation=_without_contact(draft.organisation),
        rubric=rubric,
        units=units,
        steps=steps,
        papers=papers,
        snippets=pieces,
        cues=tuple(each for each in like.cues if not each.question) if like else (),
        frames=tuple(each for each in like.frames if not each.question) if like else (),
        models=tuple(_models(draft)),
        hearing=like.hearing if like else (),
        peer=like.peer if like else (),
        checklist=like.checklist if like else (),
        comments=like.comments if like else (),
        example=False,
    )


def _free(title: str, taken: Collection[str]) -> str:
    stem = _NOT_IN_ID.sub("-", title.casefold()).strip("-")[:48].strip("-") or "course"
    names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _without_contact(organisation: Organisation) -> Organisation:
    contact = {each.name: "" for each in fields(organisation) if each.name.startswith("contact_")}
    return replace(organisation, **contact)


def _pack(
    draft: Draft, snippets: Sequence[Snippet]
) -> tuple[tuple[Paper, ...], tuple[Snippet, ...]]:
    own = {
        key: draft.sources[key]
        for key in sorted(cited_sources(draft))
        if key in draft.sources and draft.sources[key].origin is Origin.OWN
    }
    pieces = tuple(each for each in snippets if each.source in own)
    papers = tuple(
        Paper(source, "\n\n".join(each.text for each in pieces if each.source == key))
        for key, source in own.items()
    )
    return papers, pieces


def _models(draft: Draft) -> Iterator[ModelAnswer]:
    for question in draft.consultation.questions:
        answer = draft.answer(question.number)
        if answer.body.strip():
            asks = draft.recommendations_of(question.number)
            yield ModelAnswer(
                id=f"model-{_free(question.number, ())}",
                question=question.number,
                level=_LEVEL,
                key_point=answer.key_point,
                text=answer.body,
                recommendations=tuple(asked_words(each) for each in asks if not is_blank(each)),
            )


def _units(draft: Draft) -> tuple[tuple[Unit, ...], tuple[Step, ...]]:
    units: list[Unit] = []
    steps: list[Step] = []
    for question in draft.consultation.questions:
        unit, number = f"question-{_free(question.number, ())}", question.number
        kinds = [StepKind.DRAFT]
        if draft.answer(number).body.strip():
            kinds.append(StepKind.WORKED)
        steps += [
            _step(unit, kind, f"Question {number}: {question.heading}", number) for kind in kinds
        ]
        minutes = sum(_MINUTES[kind] for kind in kinds)
        units.append(Unit(unit, question.heading, f"Answer question {number}.", minutes))
    steps.append(_step("end", StepKind.FINISH, "Hand in", ""))
    units.append(Unit("end", "At the end", "Take it home.", _MINUTES[StepKind.FINISH]))
    return tuple(units), tuple(steps)


def _step(unit: str, kind: StepKind, title: str, about: str) -> Step:
    return Step(f"{unit}-{kind}", unit, kind, title, about, minutes=_MINUTES[kind])
