"""The Edits of courses: what a learner did, the courses there are, and what a trainer collected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from desktop.core.changes import Kind
from desktop.core.commenting import BankComment, Comment
from desktop.core.edits import WORKSPACE_SCOPE, Edit, response_scope
from desktop.core.learning import Work

_WORDS = {
    "name": "change of your name",
    "step": "change of what is done",
    "first": "keeping the first attempt",
    "repair": "change to the repair",
    "spot": "marking what is what",
    "budget": "sharing out words",
    "hearing": "change to the notes for the hearing",
    "rubric": "change to the rubric",
    "peer": "change to the peer’s notes",
    "notes": "change to the notes",
    "dealt": "change of what is dealt with",
}


@dataclass(frozen=True, slots=True)
class _OfCourses(Edit):
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.COURSE})


@dataclass(frozen=True, slots=True)
class SetWork(_OfCourses):
    """Say what a learner did in a Course (nothing in ``work.data`` = it is taken away).

    It is a step of the ``response`` that is written there, or of the workspace without one (a
    trainer's marks).
    """

    work: Work
    response: str = ""

    @property
    def name(self) -> str:
        return _WORDS[self.work.kind.value]

    @property
    def scope(self) -> str:
        return response_scope(self.response) if self.response else WORKSPACE_SCOPE

    @property
    def merge_key(self) -> str:
        return f"{self.response}/work/{self.work.kind}/{self.work.item}"

    @property
    def place(self) -> tuple[str, str]:
        return self.response, ""


@dataclass(frozen=True, slots=True)
class NoteWork(SetWork):
    """Say it of what follows from doing something (a step is done, the first attempt is kept): no
    step of its own, for Undo is for what somebody wrote.
    """

    undoable: ClassVar[bool] = False

    @property
    def merge_key(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class NoteSent(_OfCourses):
    """Note what was sent back to learners: no step of Undo, for what they have stays with them."""

    works: tuple[Work, ...]
    undoable: ClassVar[bool] = False

    @property
    def name(self) -> str:
        return "sending comments back"


@dataclass(frozen=True, slots=True)
class AddCourse(_OfCourses):
    """Keep a Course by the ``text`` of its file; one of the same id gives way. ``origin`` says
    where it is from ("own" for one's own, else a file name), ``what`` which part of it changed:
    changes of another part are another step of Undo.
    """

    course: str
    text: str
    added: datetime
    origin: str = ""
    what: str = ""

    @property
    def name(self) -> str:
        return "change to a course"

    @property
    def merge_key(self) -> str:
        return f"course/{self.course}/{self.what}"


@dataclass(frozen=True, slots=True)
class RemoveCourse(_OfCourses):
    """Remove a Course of one's own; practice workspaces and collected work stay."""

    course: str

    @property
    def name(self) -> str:
        return "removing a course"


@dataclass(frozen=True, slots=True)
class KeptWork:
    """A learner's file as it is kept: ``text`` is what it says, ``digest`` that of the whole."""

    id: str
    course: str
    name: str
    digest: str
    text: str
    collected: datetime


@dataclass(frozen=True, slots=True)
class KeepWork(_OfCourses):
    """Keep what learners handed in. Not undone by Undo (comments would go with it): forget one."""

    works: tuple[KeptWork, ...]
    undoable: ClassVar[bool] = False

    @property
    def name(self) -> str:
        return "collecting work"


@dataclass(frozen=True, slots=True)
class ReplaceWork(_OfCourses):
    """Have what learners handed in anew take the place of what is kept under the same ids; comments
    and marks stay on it.
    """

    works: tuple[KeptWork, ...]

    @property
    def name(self) -> str:
        return "taking newer work in"


@dataclass(frozen=True, slots=True)
class RenameWork(_OfCourses):
    """List what a learner handed in under another name; what they call themselves stays."""

    collected: str
    called: str

    @property
    def name(self) -> str:
        return "change of a learner’s name"


@dataclass(frozen=True, slots=True)
class ForgetWork(_OfCourses):
    """Forget what learners handed in, with the comments and marks that it was given."""

    collected: tuple[str, ...]

    @property
    def name(self) -> str:
        return "removing learners’ work" if len(self.collected) > 1 else "removing a learner’s work"


@dataclass(frozen=True, slots=True)
class SaveComment(_OfCourses):
    """Add a Comment to a learner's words, or change one. ``collected`` is what it is on ("" = on
    the words in this workspace).
    """

    comment: Comment
    collected: str = ""

    @property
    def name(self) -> str:
        return "change to a comment"

    @property
    def merge_key(self) -> str:
        return f"comment/{self.comment.id}"


@dataclass(frozen=True, slots=True)
class SignComments(_OfCourses):
    """Have the Comments on what was collected that were written under one name be under another."""

    before: str
    author: str

    @property
    def name(self) -> str:
        return "change of the name on comments"


@dataclass(frozen=True, slots=True)
class RemoveComment(_OfCourses):
    """Remove a Comment."""

    comment: str

    @property
    def name(self) -> str:
        return "removing a comment"


@dataclass(frozen=True, slots=True)
class TakeComments(_OfCourses):
    """Take in what a trainer sent back: Comments, and the trainer's column of the rubric. All that
    came from the same ``source`` before gives way. Where there is none (""), ``work`` tells what
    they are on: Comments on the same, ``by`` the same trainer, give way.
    """

    comments: tuple[Comment, ...]
    marks: tuple[Work, ...] = ()
    work: str = ""
    by: str = ""
    source: str = ""

    @property
    def name(self) -> str:
        return "taking in comments"


@dataclass(frozen=True, slots=True)
class SaveBankComment(_OfCourses):
    """Keep a Comment in the trainer's bank, or change it."""

    kept: BankComment

    @property
    def name(self) -> str:
        return "change to the bank of comments"


@dataclass(frozen=True, slots=True)
class UseBankComment(SaveBankComment):
    """Count a use of one: no step of its own, for it follows from commenting with it."""

    undoable: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class RemoveBankComment(_OfCourses):
    """Take a Comment out of the trainer's bank."""

    kept: str

    @property
    def name(self) -> str:
        return "removing a comment from the bank"
