"""What a cited place said when it was cited, and what has become of it since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from desktop.core.changes import Kind
from desktop.core.edits import InAnswer


class Since(StrEnum):
    """What has become of the evidence at a cited place since it was cited."""

    CHANGED = "changed"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A place (``source`` and ``locator``) that the Answer to ``question`` cites, whose evidence is
    no longer what it was on the day it was ``noted``; ``now`` is what it says at present ("" for
    nothing).
    """

    question: str
    source: str
    locator: str
    since: Since
    noted: date
    now: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmCitation(InAnswer):
    """Say that what a cited place says now has been read, and that the Answer may cite it."""

    source: str
    locator: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.STATE})

    @property
    def name(self) -> str:
        return f"confirming a citation of answer {self.question}"
