"""The Edit by which a text of a Response is written in another language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desktop.core.changes import Kind
from desktop.core.edits import InResponse
from desktop.core.translating import LANGUAGE_NAMES, TextKey


@dataclass(frozen=True, slots=True)
class SetTranslation(InResponse):
    """Say a text of a Response in another language; ``original`` is what it says now ("" in
    ``text`` takes the translation away).
    """

    key: TextKey
    text: str
    original: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.TRANSLATIONS})

    @property
    def name(self) -> str:
        where = f" of answer {self.key.question}" if self.key.question else ""
        return f"change to the {LANGUAGE_NAMES[self.key.language]}{where}"

    @property
    def merge_key(self) -> str:
        key = self.key
        return f"{self.response}/{key.language}/{key.field}/{key.question}/{key.item}"

    @property
    def place(self) -> tuple[str, str]:
        return self.response, self.key.question
