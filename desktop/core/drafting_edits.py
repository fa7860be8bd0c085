"""The Edits of a first draft: putting it in, as one step, and confirming what it put in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desktop.core.changes import Kind
from desktop.core.edits import InAnswer, InResponse


@dataclass(frozen=True, slots=True)
class Inserted:
    """A paragraph, or a key point, that came from the Snippet or Passage ``piece``.

    ``text`` is what it says in plain words, on one line: it is unreviewed for as long as the answer
    has a paragraph (or is led by a key point) that says just this.
    """

    piece: str
    text: str


@dataclass(frozen=True, slots=True)
class Fill:
    """What is written into one empty answer; ``body`` is Markdown of the answer subset."""

    question: str
    key_point: str
    body: str
    inserted: tuple[Inserted, ...]


@dataclass(frozen=True, slots=True)
class AssembleDraft(InResponse):
    """Write a first draft into answers that are empty; all of it is one undo step.

    An answer in which anything is written, or that is skipped or ready, is left as it is.
    """

    fills: tuple[Fill, ...]
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ANSWER, Kind.STATE})

    @property
    def name(self) -> str:
        if len(self.fills) == 1:
            return f"first draft of answer {self.fills[0].question}"
        return f"first draft of {len(self.fills)} answers"

    @property
    def place(self) -> tuple[str, str]:
        return self.response, self.fills[0].question if len(self.fills) == 1 else ""


@dataclass(frozen=True, slots=True)
class ConfirmPiece(InAnswer):
    """Say that the piece which put ``text`` into an answer has been read and may stand as it is."""

    text: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.STATE})

    @property
    def name(self) -> str:
        return f"confirming a piece of answer {self.question}"
