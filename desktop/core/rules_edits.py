"""The Edit that says in what a call differs from the rules of the body that makes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desktop.core.changes import Kind
from desktop.core.edits import InResponse
from desktop.core.rules import Rule
from desktop.core.rules_changes import CallChanges

_TOUCHED = frozenset({Kind.RESPONSE, Kind.RESPONSES, Kind.ANSWER, Kind.STATE})


@dataclass(frozen=True, slots=True)
class SetCallChanges(InResponse):
    """Say what differs for the Consultation that a Response answers; ``step`` is what Undo calls
    it.

    It holds for every Response to that Consultation, and is a step of the one at which it was said.
    """

    consultation: str
    changes: CallChanges
    step: str = "change to the rules"
    kinds: ClassVar[frozenset[Kind]] = _TOUCHED

    @property
    def name(self) -> str:
        return self.step


@dataclass(frozen=True, slots=True)
class SetCallRule(InResponse):
    """Let one rule hold for the Consultation that a Response answers, and leave all others as they
    are; otherwise as ``SetCallChanges``.
    """

    consultation: str
    rule: Rule
    step: str = "change to a rule"
    kinds: ClassVar[frozenset[Kind]] = _TOUCHED

    @property
    def name(self) -> str:
        return self.step
