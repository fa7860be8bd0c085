"""A first Course made of a Response, or of a Consultation alone, for a trainer to go on from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desktop.core.consultation import Consultation, Question
from desktop.core.course import Course, ModelAnswer, Rubric, Step, StepKind, Unit
from desktop.core.evidence_map import asked_words
from desktop.core.recommending import is_blank
from desktop.core.response import Draft, Organisation
from desktop.core.rules import Rule
from desktop.core.rules_changes import call_in_force, rules_in_force
from desktop.session.course_evidence import Pack, pack_of
from desktop.store import reading
from desktop.store.connection import Connection
from desktop.store.practice import is_built_in
from desktop.store.rules_changes_rows import call_changes

_MINUTES = {StepKind.DRAFT: 15, StepKind.WORKED: 5, StepKind.FINISH: 5}
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_LEVEL = "A finished answer"
# What of an Organisation stands in its submissions anyway, and so in a course made of one. All else
# may name somebody: whatever is not told here is left out.
TOLD = ("kind", "charity_number", "speaks_for", "reach", "about", "languages")
# Whose rules an invented call follows, until somebody says otherwise.
_ANY_BODY = "any-body"


@dataclass(frozen=True, slots=True)
class Lent:
    """What a new Course takes from elsewhere: ids that are ``taken``, the ``rubric``, of ``like``
    the general cues, frames, lists and checklist, and the day on which it is made.
    """

    taken: Collection[str]
    rubric: Rubric
    like: Course | None
    today: date


@dataclass(frozen=True, slots=True)
class _Asked:
    """The call that a Course is on, its own where it ``is_own``, and how its rules differ from
    those that the file names.
    """

    call: Consultation
    is_own: bool
    rules: tuple[Rule, ...]
    rules_off: tuple[str, ...]


def drawn(db: Connection, draft: Draft, title: str, lent: Lent) -> Course:
    """Return a Course on the call that a Response answers, its answers being the models.

    Contacts, who signs off, what is at stake, notes on sources, tags and the names of speakers stay
    out of it. Own Sources that it cites become papers that say what is cited of them and nothing
    else; of that, what somebody has not agreed to have published stays out too.
    """
    asked = _asked(db, draft.consultation.id)
    pack = pack_of(db, draft, lent.today)
    made = _made(asked, title, lent)
    return replace(
        made,
        about=f"A course on “{asked.call.title}”, made from a finished response.",
        author=draft.organisation.name,
        organisation=_without_people(draft.organisation),
        papers=pack.papers,
        snippets=pack.snippets,
        models=tuple(_models(draft, pack)),
        **_units(asked.call, draft),
    )


def drawn_from_call(db: Connection, consultation: str, title: str, lent: Lent) -> Course:
    """Return a Course on a Consultation that nobody has answered yet: a Step to draft each answer,
    and neither models nor papers. Raises WorkspaceError if there is no such Consultation.
    """
    asked = _asked(db, consultation)
    return _made(asked, title, lent)


def invented(title: str, lent: Lent) -> Course:
    """Return a Course on a call that has still to be invented, with one Question."""
    key = _free(title, lent.taken)
    call = Consultation(f"{key}-call", "", "", (Question("1", "", ""),), _ANY_BODY)
    made = _made(_Asked(call, True, (), ()), title, lent)
    return replace(made, about="", example=True)


def _asked(db: Connection, consultation: str) -> _Asked:
    """Return a call as it holds here, with everything that a person changed in its rules."""
    came, changes = reading.consultation(db, consultation), call_changes(db, consultation)
    body = reading.followed_rules(db, came, changes.follows)
    held = rules_in_force(body, changes)
    is_own = not is_built_in(db, consultation)
    # A built-in call is named in the file by its id alone, so it follows the rules it came with.
    named = body if is_own else reading.rules(db, came.rules)
    kept = {rule.id for rule in held.rules}
    return _Asked(
        call_in_force(came, held, changes),
        is_own,
        tuple(rule for rule in held.rules if rule != named.rule(rule.id)),
        tuple(rule.id for rule in named.rules if rule.id not in kept),
    )


def _made(asked: _Asked, title: str, lent: Lent) -> Course:
    call, like = asked.call, lent.like
    title = title or f"Answering “{call.title}”"
    course = Course(
        id=_free(title, lent.taken),
        version=1,
        title=title,
        about=f"A course on “{call.title}”.",
        author="",
        minutes=1,
        aims=("Write an answer of your own to each question.",),
        consultation_id=call.id,
        consultation=call if asked.is_own else None,
        organisation=Organisation("", ""),
        rubric=lent.rubric,
        units=(),
        steps=(),
        rules=asked.rules,
        rules_off=asked.rules_off,
        cues=tuple(each for each in like.cues if not each.question) if like else (),
        frames=tuple(each for each in like.frames if not each.question) if like else (),
        hearing=like.hearing if like else (),
        peer=like.peer if like else (),
        checklist=like.checklist if like else (),
        comments=like.comments if like else (),
        example=False,
    )
    return replace(course, **_units(call, None))


def _free(title: str, taken: Collection[str]) -> str:
    stem = _NOT_IN_ID.sub("-", title.casefold()).strip("-")[:48].strip("-") or "course"
    names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _without_people(organisation: Organisation) -> Organisation:
    told: dict[str, Any] = {key: getattr(organisation, key) for key in TOLD}
    return Organisation(organisation.id, organisation.name, **told)


def _models(draft: Draft, pack: Pack) -> Iterator[ModelAnswer]:
    for question in draft.consultation.questions:
        answer = draft.answer(question.number)
        if answer.body.strip():
            asks = draft.recommendations_of(question.number)
            yield ModelAnswer(
                id=f"model-{_free(question.number, ())}",
                question=question.number,
                level=_LEVEL,
                key_point=answer.key_point,
                text=pack.cited_anew(answer.body),
                recommendations=tuple(asked_words(each) for each in asks if not is_blank(each)),
            )


def _units(call: Consultation, draft: Draft | None) -> dict[str, Any]:
    """Return a Unit for each Question with its Steps, and one to hand in."""
    units: list[Unit] = []
    steps: list[Step] = []
    for question in call.questions:
        unit, number = f"question-{_free(question.number, ())}", question.number
        kinds = [StepKind.DRAFT]
        if draft is not None and draft.answer(number).body.strip():
            kinds.append(StepKind.WORKED)
        steps += [_step(unit, kind, _title(question), number) for kind in kinds]
        minutes = sum(_MINUTES[kind] for kind in kinds)
        units.append(
            Unit(unit, question.heading or _title(question), f"Answer question {number}.", minutes)
        )
    steps.append(_step("end", StepKind.FINISH, "Hand in", ""))
    units.append(Unit("end", "At the end", "Take it home.", _MINUTES[StepKind.FINISH]))
    minutes = sum(unit.minutes for unit in units)
    return {"units": tuple(units), "steps": tuple(steps), "minutes": minutes}


def _step(unit: str, kind: StepKind, title: str, about: str) -> Step:
    return Step(f"{unit}-{kind}", unit, kind, title, about, minutes=_MINUTES[kind])


def _title(question: Question) -> str:
    heading = f": {question.heading}" if question.heading else ""
    return f"Question {question.number}{heading}"
