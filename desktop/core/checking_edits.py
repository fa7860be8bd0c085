"""The Edits of checking: dismissing a Finding, taking that back, and mending what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desktop.core.changes import Kind
from desktop.core.dismissing import Dismissal
from desktop.core.edits import InResponse
from desktop.core.finding import TextField


@dataclass(frozen=True, slots=True)
class _OfDismissal(InResponse):
    dismissal: Dismissal
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.CHECKS})

    @property
    def place(self) -> tuple[str, str]:
        return self.response, self.dismissal.question


@dataclass(frozen=True, slots=True)
class DismissFinding(_OfDismissal):
    """Say of a Finding that nothing is to be done about it, and why."""

    @property
    def name(self) -> str:
        return "dismissing a finding"


@dataclass(frozen=True, slots=True)
class TakeBackDismissal(_OfDismissal):
    """Let a Finding that was dismissed be said again."""

    @property
    def name(self) -> str:
        return "bringing a finding back"


@dataclass(frozen=True, slots=True)
class MendedText:
    """What a text says from now on: ``text`` is Markdown where the field holds that.

    ``question`` and ``item`` are as in ``desktop.core.finding.Spot`` ("" where the field has none).
    """

    field: TextField
    text: str
    question: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class MendText(InResponse):
    """Change texts of a Response as a Finding offers to, in one step.

    ``words`` say what is done. ``contact`` has fields of the Response's Organisation, each with the
    value that it gets if it is empty.
    """

    words: str
    texts: tuple[MendedText, ...]
    contact: tuple[tuple[str, str], ...] = ()
    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.ANSWER, Kind.STATE, Kind.RESPONSE, Kind.RECOMMENDATIONS, Kind.ORGANISATION}
    )

    @property
    def name(self) -> str:
        return self.words[:1].lower() + self.words[1:]

    @property
    def place(self) -> tuple[str, str]:
        questions = {text.question for text in self.texts}
        return self.response, questions.pop() if len(questions) == 1 else ""
