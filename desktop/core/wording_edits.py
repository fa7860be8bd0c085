"""The Edits by which house rules and words that an Organisation spells its own way come and go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desktop.core.changes import Kind
from desktop.core.edits import Edit
from desktop.core.wording import HouseRules


@dataclass(frozen=True, slots=True)
class SaveHouseRules(Edit):
    """Add a file of house rules, or put its newer edition in the place of the one with its id."""

    rules: HouseRules
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.WORDING})

    @property
    def name(self) -> str:
        return "adding house rules"


@dataclass(frozen=True, slots=True)
class RemoveHouseRules(Edit):
    """Take a file of house rules away."""

    rules: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.WORDING})

    @property
    def name(self) -> str:
        return "removing house rules"


@dataclass(frozen=True, slots=True)
class AddOwnWord(Edit):
    """Let a word count as well spelled in every submission (in a language, such as "en-GB")."""

    word: str
    language: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.WORDING})

    @property
    def name(self) -> str:
        return f"adding “{self.word}” to your words"


@dataclass(frozen=True, slots=True)
class RemoveOwnWord(Edit):
    """Take a word out of one's own word list."""

    word: str
    language: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.WORDING})

    @property
    def name(self) -> str:
        return f"removing “{self.word}” from your words"
