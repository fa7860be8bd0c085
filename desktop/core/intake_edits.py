"""The Edits of a review: putting right what was understood of an import. All can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desktop.core.changes import Kind
from desktop.core.document import BlockKind
from desktop.core.edits import Edit
from desktop.core.evidence import Snippet, Source, SourceKind
from desktop.core.imports import MarkState
from desktop.core.understanding import Call, PartRole, SentenceKind


@dataclass(frozen=True, slots=True)
class _InImport(Edit):
    document: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.IMPORTS})
    said: ClassVar[str]  # what the Undo menu calls it

    @property
    def name(self) -> str:
        return self.said

    @property
    def scope(self) -> str:
        return import_scope(self.document)


def _files(documents: tuple[str, ...]) -> str:
    return "files" if len(documents) > 1 else "a file"


def import_scope(document: str) -> str:
    """Return the undo scope of the review of one import."""
    return f"import:{document}"


@dataclass(frozen=True, slots=True)
class SetImportField(_InImport):
    """Change what is said of the whole: field is title, author, date, consultation, organisation,
    sent, source (the key of the Source in the library that it is), or updates (the id of the
    accepted import that it is a newer copy of).
    """

    field: str
    value: str

    @property
    def name(self) -> str:
        return f"change of {self.field}"

    @property
    def merge_key(self) -> str:
        return f"import/{self.document}/{self.field}"


@dataclass(frozen=True, slots=True)
class SetBlockKind(_InImport):
    """Say what a block is; ``level`` counts for headings and list items."""

    block: str
    kind: BlockKind
    level: int = 0
    said: ClassVar[str] = "change of what a paragraph is"


@dataclass(frozen=True, slots=True)
class SetBlockText(_InImport):
    """Put the words of a block right."""

    block: str
    text: str
    said: ClassVar[str] = "change of a paragraph"

    @property
    def merge_key(self) -> str:
        return f"import/{self.document}/{self.block}/text"


@dataclass(frozen=True, slots=True)
class MergeBlocks(_InImport):
    """Join a block to the one before it, with a space between."""

    block: str
    said: ClassVar[str] = "joining two paragraphs"


@dataclass(frozen=True, slots=True)
class SplitBlock(_InImport):
    """Cut a block in two before the character ``at``; ``new`` is the id of the second half."""

    block: str
    at: int
    new: str
    said: ClassVar[str] = "splitting a paragraph"


@dataclass(frozen=True, slots=True)
class MoveBlock(_InImport):
    """Move a block to before another ("" = to the end)."""

    block: str
    before: str
    said: ClassVar[str] = "moving a paragraph"


@dataclass(frozen=True, slots=True)
class StartPart(_InImport):
    """Begin a Part at a block: what was one Part becomes two. ``new`` is the id of the new one."""

    block: str
    new: str
    role: PartRole = PartRole.OTHER
    said: ClassVar[str] = "splitting an answer"


@dataclass(frozen=True, slots=True)
class JoinPart(_InImport):
    """Join a Part to the one before it."""

    part: str
    said: ClassVar[str] = "joining two answers"


@dataclass(frozen=True, slots=True)
class SetPart(_InImport):
    """Say what a Part is and which question it answers. Saying so makes it sure."""

    part: str
    role: PartRole
    number: str = ""
    question: str = ""
    ref: str = ""
    said: ClassVar[str] = "change of what an answer is to"


@dataclass(frozen=True, slots=True)
class MovePart(_InImport):
    """Move a Part with all its blocks to before another ("" = to the end)."""

    part: str
    before: str
    said: ClassVar[str] = "moving an answer"


@dataclass(frozen=True, slots=True)
class SetMark(_InImport):
    """Change the kind of a marked sentence, dismiss it, bring it back, or say which Snippet was
    made of it.
    """

    mark: str
    kind: SentenceKind
    state: MarkState = MarkState.PROPOSED
    snippet: str = ""

    @property
    def name(self) -> str:
        return "dismissing a sentence" if self.state is MarkState.DISMISSED else "change of a mark"


@dataclass(frozen=True, slots=True)
class PartFound:
    """What a Part turned out to be that begins at ``block``; ``id`` is the new one's, or that of
    the Part which begins there already.
    """

    id: str
    block: str
    role: PartRole
    number: str
    question: str
    ref: str


@dataclass(frozen=True, slots=True)
class SetImportKind(_InImport):
    """Say what sort of document an import is, with what was found when it was understood as that:
    the call it is, or its Parts.
    """

    kind: SourceKind
    call: Call | None = None
    parts: tuple[PartFound, ...] = ()
    said: ClassVar[str] = "change of kind"

    @property
    def merge_key(self) -> str:
        # It is said at once, and what it brings to light comes a moment later: one step.
        return f"import/{self.document}/kind/{self.kind}"


@dataclass(frozen=True, slots=True)
class SaveSnippetOf(_InImport):
    """Save a Snippet made of an import: with its Source where that is not there yet, and with the
    mark it was made of ("" for none).
    """

    snippet: Snippet
    source: Source | None = None
    mark: str = ""
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.IMPORTS, Kind.LIBRARY})
    said: ClassVar[str] = "making a snippet"


@dataclass(frozen=True, slots=True)
class SetCall(_InImport):
    """Replace what was understood of a call for evidence. ``field`` names what is being typed
    ("title", "2/text"), so that its letters are one undo step; "" for what is no typing.
    """

    call: Call
    field: str = ""
    said: ClassVar[str] = "change of the consultation"

    @property
    def merge_key(self) -> str:
        return f"import/{self.document}/call/{self.field}" if self.field else ""


@dataclass(frozen=True, slots=True)
class BinDocuments(Edit):
    """Put imports in the bin: their passages leave the library."""

    documents: tuple[str, ...]
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.IMPORTS, Kind.LIBRARY})

    @property
    def name(self) -> str:
        return f"putting {_files(self.documents)} in the bin"


@dataclass(frozen=True, slots=True)
class RestoreDocuments(Edit):
    """Take imports out of the bin: they are again what they were."""

    documents: tuple[str, ...]
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.IMPORTS, Kind.LIBRARY})

    @property
    def name(self) -> str:
        return f"restoring {_files(self.documents)}"
