"""The Edit by which somebody is named to approve a Response, approves it, or takes that back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desktop.core.changes import Kind
from desktop.core.edits import InResponse
from desktop.core.signing import SignOff


@dataclass(frozen=True, slots=True)
class SetSignOff(InResponse):
    """Say who approves a Response, or that they have; None = nobody is named."""

    sign_off: SignOff | None
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RESPONSE})

    @property
    def name(self) -> str:
        if self.sign_off is None:
            return "taking back who approves the response"
        return "approval" if self.sign_off.approved else "naming who approves the response"
