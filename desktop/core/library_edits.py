"""The Edits of the library page beside those of ``edits``. All can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from desktop.core.changes import Kind
from desktop.core.consultation import Consultation
from desktop.core.edits import Edit
from desktop.core.evidence import Snippet, Source


@dataclass(frozen=True, slots=True)
class _InLibrary(Edit):
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.LIBRARY})


@dataclass(frozen=True, slots=True)
class SaveConsultation(Edit):
    """Add a Consultation of the user's own, or change one. Not undone by Undo: a Response may
    answer it by then.
    """

    consultation: Consultation
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RESPONSES, Kind.RESPONSE})
    undoable: ClassVar[bool] = False

    @property
    def name(self) -> str:
        return "saving a consultation"


@dataclass(frozen=True, slots=True)
class RestoreSnippet(_InLibrary):
    """Put an earlier version of a Snippet back (the present one is kept as a version first)."""

    snippet: Snippet

    @property
    def name(self) -> str:
        return "restoring a snippet"


@dataclass(frozen=True, slots=True)
class MergeSnippets(_InLibrary):
    """Keep one Snippet for several that say the same.

    ``keep`` is saved as it is given, with the tags and questions of the others; those are retired.
    """

    keep: Snippet
    drop: tuple[str, ...]

    @property
    def name(self) -> str:
        return "merging snippets"


@dataclass(frozen=True, slots=True)
class RetireSnippets(_InLibrary):
    """Take Snippets out of what is offered, or bring them back. Nothing is deleted."""

    snippets: tuple[str, ...]
    retired: bool

    @property
    def name(self) -> str:
        return "retiring snippets" if self.retired else "bringing snippets back"


@dataclass(frozen=True, slots=True)
class RetireSource(_InLibrary):
    """Take a Source with its Snippets and Passages out of what is offered, or bring it back.

    What cites it goes on doing so.
    """

    source: str
    retired: bool

    @property
    def name(self) -> str:
        return "retiring a source" if self.retired else "bringing a source back"


@dataclass(frozen=True, slots=True)
class SetReviewBy(_InLibrary):
    """Say until when Snippets are good without another look; None for always."""

    snippets: tuple[str, ...]
    day: date | None

    @property
    def name(self) -> str:
        return "change of a review date"


@dataclass(frozen=True, slots=True)
class SetOwner(_InLibrary):
    """Say who looks after Snippets."""

    snippets: tuple[str, ...]
    owner: str

    @property
    def name(self) -> str:
        return "change of owner"


@dataclass(frozen=True, slots=True)
class TagSnippets(_InLibrary):
    """Add tags to Snippets and take tags away from them."""

    snippets: tuple[str, ...]
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return "change of tags"


@dataclass(frozen=True, slots=True)
class TakePack(_InLibrary):
    """Take Sources and Snippets of a colleague in. Sources that are there stay as they are."""

    sources: tuple[Source, ...]
    snippets: tuple[Snippet, ...]

    @property
    def name(self) -> str:
        return "taking in a snippet pack"
