"""A Course in writing submissions: what a learner practises, in order, and what is shown when.

A Course is data (see docs/writing-courses.md). It practises on a Consultation, either its own or a
built-in one; its papers are the data pack of a fictional charity, from which its snippets come.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from desktop.core.consultation import Consultation
from desktop.core.evidence import Snippet, Source
from desktop.core.response import Organisation
from desktop.core.rules import Rule
from desktop.core.rules_changes import CallChanges


class StepKind(StrEnum):
    """What a learner does in a Step."""

    READ = "read"  # a text, or a paper of the data pack
    DRAFT = "draft"  # write the answer to one question, guided
    WORKED = "worked"  # compare one's own answer with a model answer
    REPAIR = "repair"  # mend a flawed paragraph
    SPOT = "spot"  # mark what is what in a text
    BUDGET = "budget"  # share words out among questions
    HEARING = "hearing"  # answer likely questions of a member
    RUBRIC = "rubric"  # look at one's own work by criteria
    PEER = "peer"  # look at somebody else's
    FINISH = "finish"  # hand in, take home


class PartKind(StrEnum):
    """What a stretch of an answer does in the argument."""

    CLAIM = "claim"
    EVIDENCE = "evidence"
    REASON = "reason"
    COUNTER_ARGUMENT = "counter-argument"
    ASK = "ask"


# The order in which a guided draft asks for them.
IN_ORDER = tuple(PartKind)


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence to complete: "We have found that … because …". ``question`` "" = at any."""

    part: PartKind
    text: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a guided draft asks at a Question for one part of the argument; ``question`` "" = at
    any.
    """

    part: PartKind
    text: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document of the data pack: its Source, and its text in the answer subset of Markdown."""

    source: Source
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A marginal note on a stretch of a model answer: ``at`` are its exact words, once in the text.

    ``part`` is what the stretch does, if it is one of these.
    """

    at: str
    text: str
    part: PartKind | None = None


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """A finished answer to a Question, written for the Course, with notes on how it works.

    ``level`` names what it shows ("a strong answer", "a common attempt"); a marked example has a
    level for each criterion in ``marks`` ("evidence" -> 2) with the reasons in its notes.
    """

    id: str
    question: str
    level: str
    key_point: str
    text: str
    recommendations: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    marks: tuple[tuple[str, int, str], ...] = ()  # criterion, level 0 to 3, why


@dataclass(frozen=True, slots=True)
class Repair:
    """A flawed paragraph to mend. ``faults`` are ids of checks, each of which finds it at first.

    ``text`` is the answer to ``question``; what else is in the answer stays as it is.
    """

    id: str
    question: str
    text: str
    faults: tuple[str, ...]
    says: str
    hints: tuple[str, ...]
    solution: str
    reasons: str
    recommendation: tuple[str, str, str] | None = None  # who, what, by when


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch that the key of a Spot exercise marks; ``at`` are its exact words."""

    part: PartKind
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A real-looking answer in which the learner marks what is what, compared with a key."""

    id: str
    text: str
    says: str
    parts: tuple[PartKind, ...]
    key: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """What a Question wants in a Budget: under ``least`` words ``lost`` is lost; ``model`` is the
    key's share.
    """

    question: str
    least: int
    lost: str
    model: int


@dataclass(frozen=True, slots=True)
class Budget:
    """So many words to share out among Questions; none at all means that one is not answered."""

    id: str
    words: int
    says: str
    shares: tuple[Share, ...]
    reasons: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a rubric; ``levels`` describe 0, 1, 2 and 3."""

    id: str
    name: str
    asks: str
    levels: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Rubric:
    """Criteria to look at a submission by; ``whose`` says who made it. No total is ever made."""

    id: str
    title: str
    whose: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. ``about`` is the id of what it is about: a Question for ``draft`` and
    ``worked``, an exercise for ``repair``, ``spot`` and ``budget``, a paper ("" = none) for
    ``read``. ``text`` is Markdown for the learner, ``trainer`` for the trainer's key alone.
    """

    id: str
    unit: str
    kind: StepKind
    title: str
    about: str = ""
    text: str = ""
    minutes: int = 0
    trainer: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """Some Steps under one aim; a locked Unit opens when the trainer says so in the file."""

    id: str
    title: str
    aim: str
    minutes: int
    locked: bool = False
    trainer: str = ""


@dataclass(frozen=True, slots=True)
class Switches:
    """What a trainer turned off for the learners: all of something, or single checks, snippets and
    hints by their ids ("mend-2.1" is the first hint of the exercise "mend-2").
    """

    hints: bool = True
    solutions: bool = True
    snippets: bool = True
    models: bool = True
    checks_off: frozenset[str] = frozenset()
    hints_off: frozenset[str] = frozenset()
    snippets_off: frozenset[str] = frozenset()


ItemT = TypeVar("ItemT", Step, Unit, Repair, Spot, Budget)


@dataclass(frozen=True, slots=True)
class Course:
    """A whole Course.

    ``consultation`` is the Course's own, None where ``consultation_id`` names a built-in one.
    ``rules`` lie over those of the body that the Consultation follows; those of it whose ids are in
    ``rules_off`` do not hold. ``papers`` and ``snippets``
    are the data pack; a snippet's source is the key of a paper. ``example`` tells that bodies,
    people and figures are invented.
    """

    id: str
    version: int
    title: str
    about: str
    author: str
    minutes: int
    aims: tuple[str, ...]
    consultation_id: str
    consultation: Consultation | None
    organisation: Organisation
    rubric: Rubric
    units: tuple[Unit, ...]
    steps: tuple[Step, ...]
    rules: tuple[Rule, ...] = ()
    rules_off: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()
    snippets: tuple[Snippet, ...] = ()
    cues: tuple[Cue, ...] = ()
    frames: tuple[Frame, ...] = ()
    models: tuple[ModelAnswer, ...] = ()
    repairs: tuple[Repair, ...] = ()
    spots: tuple[Spot, ...] = ()
    budgets: tuple[Budget, ...] = ()
    hearing: tuple[str, ...] = ()  # questions of a member beside those made from the draft
    peer: tuple[str, ...] = ()  # what a peer is asked to write down
    checklist: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()  # a first bank of comments for the trainer
    switches: Switches = Switches()
    example: bool = True

    @property
    def changes(self) -> CallChanges:
        """What holds for its call other than for the body that asks."""
        return CallChanges(changed=self.rules, removed=self.rules_off)

    def steps_of(self, unit: str) -> tuple[Step, ...]:
        """Return the Steps of a Unit, in order."""
        return tuple(step for step in self.steps if step.unit == unit)

    def step(self, step: str) -> Step:
        """Return a Step; raises KeyError if there is none of this id."""
        return _by_id(self.steps, step)

    def unit(self, unit: str) -> Unit:
        """Return a Unit; raises KeyError if there is none of this id."""
        return _by_id(self.units, unit)

    def repair(self, exercise: str) -> Repair:
        """Return a repair exercise; raises KeyError if there is none of this id."""
        return _by_id(self.repairs, exercise)

    def spot(self, exercise: str) -> Spot:
        """Return a spotting exercise; raises KeyError if there is none of this id."""
        return _by_id(self.spots, exercise)

    def budget(self, exercise: str) -> Budget:
        """Return a word budget; raises KeyError if there is none of this id."""
        return _by_id(self.budgets, exercise)

    def models_of(self, question: str) -> tuple[ModelAnswer, ...]:
        """Return the model answers to a Question, in the order of the file."""
        return tuple(model for model in self.models if model.question == question)

    def cues_at(self, question: str, part: PartKind) -> tuple[Cue, ...]:
        """Return what a guided draft asks here for a part: the Question's own first."""
        found = [cue for cue in self.cues if cue.part is part and cue.question in ("", question)]
        return tuple(sorted(found, key=lambda cue: not cue.question))

    def frames_at(self, question: str, part: PartKind) -> tuple[Frame, ...]:
        """Return the sentences to complete here for a part: the Question's own first."""
        found = [one for one in self.frames if one.part is part and one.question in ("", question)]
        return tuple(sorted(found, key=lambda one: not one.question))


def _by_id(items: tuple[ItemT, ...], wanted: str) -> ItemT:
    for item in items:
        if item.id == wanted:
            return item
    raise KeyError(wanted)
