"""A document from outside as a Draft, so that it can be checked like a response of one's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from desktop.core.consultation import Consultation, Question, question_ref
from desktop.core.document import Block, BlockKind
from desktop.core.read_ask import read_ask
from desktop.core.response import (
    Answer,
    Draft,
    Organisation,
    Recommendation,
    Response,
    SummaryPoint,
)
from desktop.core.rules import Rules
from desktop.core.rules_changes import CallChanges, call_in_force
from desktop.core.shortening import shortened
from desktop.core.understanding import Part, PartRole, SentenceKind, Understanding
from desktop.corpus.understanding.days import days
from desktop.session.outside_text import OutsideTexts, plain_lines

KEY = "outside"
OTHER = "other"
_OTHER_HEADING = "Other parts of the document"
_SPEAKING = re.compile(r"\W*(?:\d+\W+)?oral evidence\b", re.IGNORECASE)
_POINTS_AT = re.compile(r"\(?\b(?:question|questions|q)\s?(?P<number>\d{1,3}[a-z]?)", re.IGNORECASE)
_SHORT = 60
_DATE_LINE = 10


@dataclass(slots=True)
class _Taken:
    """What was taken from the parts of the document."""

    texts: OutsideTexts = field(default_factory=OutsideTexts)
    about: list[str] = field(default_factory=list[str])
    summary: list[str] = field(default_factory=list[str])
    asks: list[str] = field(default_factory=list[str])
    spoken: list[str] = field(default_factory=list[str])
    other: list[str] = field(default_factory=list[str])
    answers: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    questions: dict[str, Question] = field(default_factory=dict[str, Question])


def draft_of(
    found: Understanding, known: Sequence[Consultation], rules: Rules, now: datetime
) -> Draft:
    """Return the Draft that a document amounts to.

    Args:
        found: what was understood of it.
        known: the Consultations that it may answer.
        rules: those of the body that it is for.
        now: the moment it is checked.
    """
    call = answered(found, known)
    taken = _taken(found, call)
    asked = _consultation(found, call, taken, rules)
    body = {number: "\n\n".join(texts) for number, texts in taken.answers.items()}
    points = tuple(SummaryPoint(text) for text in taken.summary)
    return Draft(
        consultation=asked,
        organisation=Organisation(KEY, found.author),
        response=Response(
            KEY,
            asked.id,
            KEY,
            now,
            now,
            title=found.title,
            about="\n\n".join(taken.about),
            summary=points,
            oral_evidence="\n\n".join(taken.spoken),
            dated=_day(found.date),
        ),
        rules=rules,
        answers={number: Answer(KEY, number, body=text) for number, text in body.items()},
        recommendations=tuple(_recommendations(found, taken)),
        sources=taken.texts.sources,
    )


def answered(found: Understanding, known: Sequence[Consultation]) -> Consultation | None:
    """Return the known Consultation that most parts of a document answer, or None."""
    refs = Counter(part.ref.rpartition("#")[0] for part in found.parts if part.ref)
    wanted = next((key for key, _ in refs.most_common(1)), "")
    return next((call for call in known if call.id == wanted), None)


def answer_blocks(found: Understanding) -> Iterator[Block]:
    """Yield the blocks of what answers questions; of a document without any, all of its text."""
    parts = [part for part in found.parts if part.role is PartRole.ANSWER]
    others = [part for part in found.parts if part.role is PartRole.OTHER]
    for part in parts or others:
        yield from found.document.blocks[part.body : part.end]


def _taken(found: Understanding, call: Consultation | None) -> _Taken:
    taken = _Taken()
    begun = False
    answers = any(part.role is PartRole.ANSWER for part in found.parts)
    for part in found.parts:
        blocks = found.document.blocks[part.body : part.end]
        match part.role:
            case PartRole.ANSWER:
                begun = True
                _take_answer(taken, part, blocks, call)
            case PartRole.ABOUT_US:
                taken.about.append(taken.texts.written(blocks))
            case PartRole.SUMMARY:
                taken.summary += plain_lines(blocks)
            case PartRole.RECOMMENDATIONS:
                taken.asks += [text for text in plain_lines(blocks) if not _only_a_day(text)]
            case PartRole.OTHER | PartRole.ANNEX:
                whole = found.document.blocks[part.first : part.end]
                _take_other(taken, whole, before=answers and not begun)
            case PartRole.CONTENTS:
                pass
    return taken


def _take_answer(
    taken: _Taken, part: Part, blocks: Sequence[Block], call: Consultation | None
) -> None:
    number = part.number or str(len(taken.questions) + 1)
    if call is not None:
        prefix = question_ref(call.id, "")
        number = part.ref.removeprefix(prefix) if part.ref.startswith(prefix) else number
    text = taken.texts.written(blocks)
    if call is None and not part.number and not text:
        return  # something asked in passing, such as the last heading of a slide
    taken.questions.setdefault(
        number, Question(number, part.question, shortened(part.question, _SHORT))
    )
    if text:
        taken.answers.setdefault(number, []).append(text)


def _take_other(taken: _Taken, blocks: Sequence[Block], *, before: bool) -> None:
    """Keep what is no answer: it is published too, and so it is checked."""
    heading = next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")
    texts = [block for block in blocks if block.kind is not BlockKind.HEADING]
    if _SPEAKING.match(heading):
        taken.spoken.append(taken.texts.written(texts))
        return
    if before:  # a title, a date, who it is from
        texts = [block for block in texts if len(block.text) > _SHORT]
    text = taken.texts.written(texts)
    if text:
        (taken.about if before and not taken.about else taken.other).append(text)


def _consultation(
    found: Understanding, call: Consultation | None, taken: _Taken, rules: Rules
) -> Consultation:
    """Return what is answered, with a place of its own for what answers nothing."""
    asked = call or Consultation(
        KEY,
        found.title,
        rules.body,
        tuple(taken.questions.values()),
        rules.id,
    )
    if taken.other:
        taken.answers[OTHER] = taken.other
        other = Question(OTHER, "", _OTHER_HEADING)
        asked = replace(asked, questions=(*asked.questions, other))
    return call_in_force(asked, rules, CallChanges())


def _recommendations(found: Understanding, taken: _Taken) -> Iterator[Recommendation]:
    """Yield what is asked for: the list at the end, or else the sentences that ask."""
    asks = [(text, _tied(text, taken)) for text in taken.asks]
    if not asks:
        asks = list(_asks_in_answers(found, taken))
    for place, (text, question) in enumerate(asks):
        ask = read_ask(re.sub(r"\s*\((?:paragraph|para|question)[^)]*\)\s*\.?$", "", text))
        yield Recommendation(
            f"ask-{place + 1}", KEY, question, ask.who, ask.what, ask.when, position=place
        )


def _tied(text: str, taken: _Taken) -> str:
    """Return the question that an ask points at, or the first: which one argues for it, is not to
    be seen from outside.
    """
    found = _POINTS_AT.search(text)
    if found and found["number"] in taken.answers:
        return found["number"]
    return next(iter(taken.answers), "")


def _asks_in_answers(found: Understanding, taken: _Taken) -> Iterator[tuple[str, str]]:
    places = [
        (part.body, part.end, part.number)
        for part in found.parts
        if part.role in (PartRole.ANSWER, PartRole.OTHER)
    ]
    for mark in found.marks:
        if mark.kind is SentenceKind.RECOMMENDATION:
            numbers = (number for first, end, number in places if first <= mark.block < end)
            number = next(numbers, None)
            if number is not None:
                yield (
                    mark.text,
                    number if number in taken.answers else next(iter(taken.answers), ""),
                )


def _only_a_day(text: str) -> bool:
    """Tell whether a line at the end is the date, and no recommendation."""
    day = next(days(text), None)
    return day is not None and len(text) - (day.end - day.start) < _DATE_LINE


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
