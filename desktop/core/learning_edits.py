"""The Edit by which a person teaches the library what helps where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desktop.core.changes import Kind
from desktop.core.edits import WORKSPACE_SCOPE, Edit, InResponse, response_scope
from desktop.core.suggesting import Verdict

_NAMES = {
    Verdict.HELPED: "noting that a piece of evidence helped",
    Verdict.NOT_HERE: "putting a piece of evidence aside",
    None: "forgetting what was said of a piece of evidence",
}


@dataclass(frozen=True, slots=True)
class NoteVerdict(Edit):
    """Say of a Snippet or Passage (``piece``) that it helped at the Question ``ref`` (see
    ``question_ref``), whose words are ``wording``, or that it is not for it; None takes back what
    was said. A piece has one verdict at a Question: the newest.

    With a ``response`` it is a step of that Response, which Undo on its pages takes back; without
    one it is a step of the workspace.
    """

    piece: str
    ref: str
    wording: str
    verdict: Verdict | None
    response: str = ""
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.LEARNING})

    @property
    def name(self) -> str:
        return _NAMES[self.verdict]

    @property
    def scope(self) -> str:
        return response_scope(self.response) if self.response else WORKSPACE_SCOPE

    @property
    def place(self) -> tuple[str, str]:
        return (self.response, self.ref.rpartition("#")[2]) if self.response else ("", "")


@dataclass(frozen=True, slots=True)
class NoteQuietly(NoteVerdict):
    """Say it of a piece that was put into an answer, or taken out again: no step of its own, since
    Undo takes back the writing itself.
    """

    undoable: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class ForgetHelped(InResponse):
    """Take back every HELPED of a piece, at whatever Question it was said."""

    piece: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.LEARNING})

    @property
    def name(self) -> str:
        return "forgetting where a piece of evidence helped"
