"""A first draft: which pieces of evidence go where, and what is not found.

Planned before anything is written, so that a person can look at it and leave pieces out. An answer
has five parts at most, one for each Purpose: a key point of one's own, evidence, an example, the
other side, a recommendation. Nothing is used twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desktop.core.budget import suggested_share
from desktop.core.consultation import Limit, LimitUnit, Question
from desktop.core.evidence import Purpose
from desktop.core.response import AnswerMark, Draft
from desktop.core.text import Blocks, plain_text
from desktop.core.walk import states
from desktop.core.words import Count, count

# Without a limit an answer gets as many words as a committee's usual limit leaves for one question.
USUAL_WORDS = 300


class Untouched(StrEnum):
    """Why nothing is put into an answer."""

    WRITTEN = "written"
    SKIPPED = "skipped"
    READY = "ready"


class Missing(StrEnum):
    """Why a part of an answer stays empty."""

    NOT_FOUND = "not-found"  # the library has nothing that is good enough
    NO_ROOM = "no-room"  # what there is does not fit into the words that are left
    LEFT_OUT = "left-out"  # the person did not want it


@dataclass(frozen=True, slots=True)
class Candidate:
    """A piece as it would stand in an answer, and the parts of an answer that it can serve.

    ``id`` is that of a Snippet or Passage, or tells an earlier answer of our own; ``claim`` and
    ``text`` are what it says, ``source`` is the key of its Source ("" for an earlier answer) and
    ``reference`` names it with its place. ``blocks`` say who says it, where it does not say so
    itself, and end in the citation. ``opposed`` is the same for the other side of the argument,
    ``key_point`` a sentence for the field of that name. ``why`` holds the reasons in words, and
    ``against`` why it is the other side.
    """

    id: str
    claim: str
    text: str
    source: str
    reference: str
    parts: frozenset[Purpose]
    blocks: Blocks = ()
    opposed: Blocks = ()
    key_point: str = ""
    why: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A Candidate in its part of an answer, with the length that it adds."""

    part: Purpose
    candidate: Candidate

    @property
    def blocks(self) -> Blocks:
        """What it adds to the text: nothing where it is the key point."""
        if self.part is Purpose.CLAIM:
            return ()
        opposed = self.candidate.opposed if self.part is Purpose.COUNTER_ARGUMENT else ()
        return opposed or self.candidate.blocks

    @property
    def key_point(self) -> str:
        """What it gives the field of that name."""
        return self.candidate.key_point if self.part is Purpose.CLAIM else ""

    @property
    def why(self) -> tuple[str, ...]:
        """Why it was chosen for this part."""
        counters = self.part is Purpose.COUNTER_ARGUMENT
        return self.candidate.against if counters else self.candidate.why

    @property
    def length(self) -> Count:
        """How much longer the answer is with it."""
        return count(self.key_point or plain_text(self.blocks))


@dataclass(frozen=True, slots=True)
class Room:
    """How long an answer may become; None = no limit of that sort."""

    words: int | None = None
    characters: int | None = None

    def fits(self, length: Count) -> bool:
        """Tell whether a text of this length is short enough."""
        words = self.words is None or length.words <= self.words
        return words and (self.characters is None or length.characters <= self.characters)


@dataclass(frozen=True, slots=True)
class AnswerPlan:
    """What goes into one answer: ``placed`` in the order of the text; ``missing`` says of the other
    parts why they stay empty. An answer that is ``untouched`` gets nothing.
    """

    question: Question
    room: Room = field(default_factory=Room)
    placed: tuple[Placed, ...] = ()
    missing: Mapping[Purpose, Missing] = field(default_factory=dict[Purpose, Missing])
    untouched: Untouched | None = None

    @property
    def length(self) -> Count:
        """How long the answer becomes."""
        return sum((item.length for item in self.placed), Count())

    @property
    def key_point(self) -> str:
        """The key point, "" for none."""
        return next((item.key_point for item in self.placed if item.key_point), "")


def openings(draft: Draft, numbers: Collection[str]) -> tuple[AnswerPlan, ...]:
    """Return an empty plan for each of these Questions, in the order of the consultation: with the
    room there is, or with the reason why it is left alone.
    """
    consultation, at = draft.consultation, states(draft)
    return tuple(
        AnswerPlan(
            question,
            _room(
                question, suggested_share(consultation.limit, consultation.questions, at, number)
            ),
            untouched=_untouched(draft, number),
        )
        for question in consultation.questions
        if (number := question.number) in numbers
    )


def without(
    plans: Iterable[AnswerPlan], left_out: Collection[tuple[str, str]]
) -> tuple[AnswerPlan, ...]:
    """Return the plans without the pieces that a person left out, given as Question number and
    piece id.
    """
    return tuple(_without(item, left_out) for item in plans)


def _without(item: AnswerPlan, left_out: Collection[tuple[str, str]]) -> AnswerPlan:
    number = item.question.number
    kept = tuple(one for one in item.placed if (number, one.candidate.id) not in left_out)
    gone = {one.part for one in item.placed} - {one.part for one in kept}
    missing = {**item.missing, **dict.fromkeys(gone, Missing.LEFT_OUT)}
    return replace(item, placed=kept, missing=missing)


def _room(question: Question, share: int | None) -> Room:
    own: Limit | None = question.limit
    characters = own.value if own and own.unit is LimitUnit.CHARACTERS else None
    if share is None and characters is None:
        return Room(USUAL_WORDS)
    return Room(share, characters)


def _untouched(draft: Draft, number: str) -> Untouched | None:
    answer = draft.answer(number)
    if answer.mark is AnswerMark.SKIPPED:
        return Untouched.SKIPPED
    if answer.key_point.strip() or answer.body.strip():
        return Untouched.WRITTEN
    return Untouched.READY if answer.mark is AnswerMark.READY else None
