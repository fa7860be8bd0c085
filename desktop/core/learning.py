"""What a learner did in a Course, beside the Response they wrote: kept with the practice workspace.

Each piece is one ``Work``, known by what it belongs to: a Step, a criterion, the learner's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.core.commenting import Comment
from desktop.core.response import Answer


class WorkKind(StrEnum):
    """What a piece of work is; the item it belongs to is given in brackets."""

    NAME = "name"  # () text = what the learner typed
    STEP = "step"  # (step) state = begun | done | skipped; part of its guide; hints, shown = help
    FIRST = "first"  # (question) text, key_point = as they were when the model was shown; or shown
    REPAIR = "repair"  # (exercise) text; ask = who, what, by when; solved = ISO time or ""
    SPOT = "spot"  # (exercise) marks = [[start, end, part], ...]; looked = times the key was shown
    BUDGET = "budget"  # (exercise) words = {question: number}
    HEARING = "hearing"  # (question's digest) text = notes; asked = the question
    RUBRIC = "rubric"  # (column/criterion) level 0..3; quote, question = the place; text = why
    PEER = "peer"  # (place of the prompt) text
    NOTES = "notes"  # (step) text
    DEALT = "dealt"  # (comment) text = what it said when the learner had dealt with it


# What a mark of a trainer's says of where it came from.
FROM = "from"


class Column(StrEnum):
    """Who looked, in a rubric."""

    SELF = "self"
    PEER = "peer"
    TRAINER = "trainer"


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work; ``data`` holds only what JSON can."""

    kind: WorkKind
    item: str
    data: Mapping[str, object]
    changed: datetime

    @property
    def text(self) -> str:
        """Its text, if it has one."""
        return self.words("text")

    @property
    def level(self) -> int | None:
        """Its level in a rubric, 0 to 3; None where none is given, or one that there is not."""
        match self.data.get("level"):
            case bool():
                return None
            case int(level) if 0 <= level <= 3:
                return level
            case _:
                return None

    @property
    def ask(self) -> tuple[str, str, str]:
        """Who should do what by when, as it was typed beside a text to mend; "" where nothing."""
        match self.data.get("ask"):
            case [str(who), str(what), str(by_when)]:
                return who, what, by_when
            case _:
                return "", "", ""

    def words(self, key: str) -> str:
        """Return what it says at a key, "" where that is nothing or no words: anybody may have
        written into a file that was handed in.
        """
        said = self.data.get(key)
        return said if isinstance(said, str) else ""


def dealt_item(comment: str) -> str:
    """Return what is noted as dealt with, of a Comment's id: not on which of several files of work
    it was said, for the same Comment may come again on a newer one.
    """
    return comment.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class FirstAttempt:
    """An answer as it was when the finished ones were shown."""

    key_point: str
    body: str

    def is_that_of(self, answer: Answer) -> bool:
        """Tell whether an answer still says the same."""
        now = answer.key_point.strip(), answer.body.strip()
        return (self.key_point.strip(), self.body.strip()) == now


@dataclass(frozen=True, slots=True)
class Learning:
    """All of a learner's work in a Course, and the Response they write in it."""

    course: str
    response: str
    works: Mapping[tuple[WorkKind, str], Work] = field(
        default_factory=dict[tuple[WorkKind, str], Work]
    )

    def work(self, kind: WorkKind, item: str = "") -> Work | None:
        """Return a piece of work, None where nothing was done yet."""
        return self.works.get((kind, item))

    def text(self, kind: WorkKind, item: str = "") -> str:
        """Return the text of a piece of work, "" where there is none."""
        found = self.work(kind, item)
        return found.text if found else ""

    def state(self, step: str) -> str:
        """Return where a Step stands: "" | "begun" | "done" | "skipped"."""
        found = self.work(WorkKind.STEP, step)
        return found.words("state") if found else ""

    def has_seen(self, question: str) -> bool:
        """Tell whether the finished answers to a Question were shown."""
        return self.work(WorkKind.FIRST, question) is not None

    def first(self, question: str) -> FirstAttempt | None:
        """Return what was written before they were shown; None where that was nothing."""
        found = self.work(WorkKind.FIRST, question)
        attempt = FirstAttempt(found.words("key_point"), found.text) if found else None
        return attempt if attempt and (attempt.key_point + attempt.body).strip() else None

    def has_dealt_with(self, comment: Comment) -> bool:
        """Tell whether a Comment was dealt with, as it reads now: a trainer may have changed it."""
        found = self.work(WorkKind.DEALT, dealt_item(comment.id))
        return found is not None and found.text == comment.text

    @property
    def name(self) -> str:
        """What the learner calls themselves ("" = nobody said)."""
        return self.text(WorkKind.NAME)
