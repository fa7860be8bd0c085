"""The Edits of the sending log, and the note that a file was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desktop.core.changes import Kind
from desktop.core.edits import InResponse
from desktop.core.sending import Exported, Sending, SentText


@dataclass(frozen=True, slots=True)
class RecordSending(InResponse):
    """Note that a Response was sent, and take what was sent into the library as a past response, as
    one step. One that was sent before is superseded by it there.
    """

    sending: Sending
    text: SentText | None = None
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.SENDINGS, Kind.IMPORTS, Kind.LIBRARY})

    @property
    def name(self) -> str:
        return "noting where it was sent"


@dataclass(frozen=True, slots=True)
class ChangeSending(InResponse):
    """Change what the log says of a sending; what the library keeps of it goes by the reference and
    the address that it has now.
    """

    sending: Sending
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.SENDINGS, Kind.LIBRARY})

    @property
    def name(self) -> str:
        return "change to where it was sent"

    @property
    def merge_key(self) -> str:
        return f"{self.response}/sending/{self.sending.id}"


@dataclass(frozen=True, slots=True)
class RemoveSending(InResponse):
    """Take a sending out of the log, and what came of it in the library into the bin."""

    sending: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.SENDINGS, Kind.IMPORTS, Kind.LIBRARY})

    @property
    def name(self) -> str:
        return "removing where it was sent"


@dataclass(frozen=True, slots=True)
class NoteExport(InResponse):
    """Note that a file was written. Not undone by Undo: the file would still be there."""

    exported: Exported
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.SENDINGS})
    undoable: ClassVar[bool] = False

    @property
    def name(self) -> str:
        return "writing the document"
