"""What a guided draft asks in a Course that is being written, and the sentences to complete."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from desktop.core.course import Course, Cue, Frame, PartKind

_StarterT = TypeVar("_StarterT", Cue, Frame)


def cues_of(course: Course, question: str, part: PartKind) -> tuple[str, ...]:
    """Return what is asked for a part at this Question alone ("" = at any)."""
    return _texts(course.cues, question, part)


def frames_of(course: Course, question: str, part: PartKind) -> tuple[str, ...]:
    """Return the sentences to complete for a part at this Question alone ("" = at any)."""
    return _texts(course.frames, question, part)


def put_cues(course: Course, question: str, part: PartKind, texts: Iterable[str]) -> Course:
    """Have these be asked for a part at a Question, and nothing else of its own."""
    new = tuple(Cue(part, text, question) for text in texts)
    return replace(course, cues=_put(course.cues, new, question, part))


def put_frames(course: Course, question: str, part: PartKind, texts: Iterable[str]) -> Course:
    """Offer these sentences to complete for a part at a Question, and no others of its own."""
    new = tuple(Frame(part, text, question) for text in texts)
    return replace(course, frames=_put(course.frames, new, question, part))


def own_starters(course: Course, question: str) -> int:
    """Return how many prompts and sentences a Question has of its own ("" = any has)."""
    return sum(each.question == question for each in (*course.cues, *course.frames))


def _texts(
    starters: Sequence[Cue] | Sequence[Frame], question: str, part: PartKind
) -> tuple[str, ...]:
    return tuple(each.text for each in starters if _is_of(each, question, part))


def _put(
    starters: Sequence[_StarterT], new: tuple[_StarterT, ...], question: str, part: PartKind
) -> tuple[_StarterT, ...]:
    """Return the starters with those of a part at a Question exchanged, where they stood."""
    at = next(
        (place for place, each in enumerate(starters) if _is_of(each, question, part)),
        len(starters),
    )
    before, after = starters[:at], starters[at:]
    return (*before, *new, *(each for each in after if not _is_of(each, question, part)))


def _is_of(starter: Cue | Frame, question: str, part: PartKind) -> bool:
    return starter.question == question and starter.part is part
