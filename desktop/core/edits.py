"""Everything that alters the model, as named values: apply one through ``session.apply``.

An Edit says what should become true; the store writes it and records the inverse. ``scope`` tells
which undo stack it belongs to, ``merge_key`` which Edits within a minute are one undo step ("" =
never merged).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from desktop.core.changes import Kind
from desktop.core.evidence import Snippet, Source
from desktop.core.response import (
    AnswerMark,
    Organisation,
    Recommendation,
    Response,
    SummaryPoint,
)

WORKSPACE_SCOPE = "workspace"


def response_scope(response: str) -> str:
    """Return the undo scope of everything inside one Response."""
    return f"response:{response}"


@dataclass(frozen=True, slots=True)
class Edit(ABC):
    """The base of all Edits."""

    kinds: ClassVar[frozenset[Kind]] = frozenset()
    undoable: ClassVar[bool] = True

    @property
    @abstractmethod
    def name(self) -> str:
        """What the Undo menu calls it, such as "change to answer 2"."""

    @property
    def scope(self) -> str:
        """The undo stack it belongs to."""
        return WORKSPACE_SCOPE

    @property
    def merge_key(self) -> str:
        """Edits of one key within 60 seconds are one undo step; "" never merges."""
        return ""

    @property
    def place(self) -> tuple[str, str]:
        """The Response id and Question number it concerns ("" where it concerns none)."""
        return "", ""


@dataclass(frozen=True, slots=True)
class AddOrganisation(Edit):
    """Add an Organisation."""

    organisation: Organisation
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ORGANISATION})

    @property
    def name(self) -> str:
        return "adding an organisation"


@dataclass(frozen=True, slots=True)
class SetOrganisationField(Edit):
    """Change one field of an Organisation; ``field`` is a field name of ``Organisation``."""

    organisation: str
    field: str
    value: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ORGANISATION})

    @property
    def name(self) -> str:
        return "change to the organisation"

    @property
    def merge_key(self) -> str:
        return f"organisation/{self.organisation}/{self.field}"


@dataclass(frozen=True, slots=True)
class RemoveOrganisation(Edit):
    """Remove an Organisation that no Response uses."""

    organisation: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ORGANISATION})

    @property
    def name(self) -> str:
        return "removing an organisation"


@dataclass(frozen=True, slots=True)
class StartResponse(Edit):
    """Start a Response. Not undone by Undo (it would take later work with it): bin it instead."""

    draft: Response
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RESPONSES})
    undoable: ClassVar[bool] = False

    @property
    def name(self) -> str:
        return "starting a response"

    @property
    def place(self) -> tuple[str, str]:
        return self.draft.id, ""


@dataclass(frozen=True, slots=True)
class BinResponse(Edit):
    """Put a Response in the bin, or take it out again (``when`` = None)."""

    response: str
    when: datetime | None
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RESPONSES})

    @property
    def name(self) -> str:
        return "deleting a response" if self.when else "restoring a response"

    @property
    def place(self) -> tuple[str, str]:
        return self.response, ""


@dataclass(frozen=True, slots=True)
class InResponse(Edit):
    """The base of those Edits that are steps of one Response."""

    response: str

    @property
    def scope(self) -> str:
        return response_scope(self.response)

    @property
    def place(self) -> tuple[str, str]:
        return self.response, ""


@dataclass(frozen=True, slots=True)
class SetResponseText(InResponse):
    """Change a text of the Response: field is title, reason, about, oral_evidence or message
    (about: None = follow).
    """

    field: str
    value: str | None
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RESPONSE})

    @property
    def name(self) -> str:
        return "change to " + {"about": "about us", "reason": "why we are submitting"}.get(
            self.field, self.field.replace("_", " ")
        )

    @property
    def merge_key(self) -> str:
        return f"{self.response}/{self.field}"


@dataclass(frozen=True, slots=True)
class SetSummary(InResponse):
    """Replace the summary; None = follow the key points."""

    points: tuple[SummaryPoint, ...] | None
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RESPONSE})

    @property
    def name(self) -> str:
        return "change to the summary"

    @property
    def merge_key(self) -> str:
        return f"{self.response}/summary"


@dataclass(frozen=True, slots=True)
class SetDated(InResponse):
    """Set the date printed on the submission; None = the day of export."""

    value: date | None
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RESPONSE})

    @property
    def name(self) -> str:
        return "change of date"


@dataclass(frozen=True, slots=True)
class SetOrganisation(InResponse):
    """Say which Organisation the Response is from."""

    organisation: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RESPONSE, Kind.RESPONSES})

    @property
    def name(self) -> str:
        return "change of organisation"


@dataclass(frozen=True, slots=True)
class InAnswer(InResponse):
    """The base of those that concern one Answer."""

    question: str

    @property
    def place(self) -> tuple[str, str]:
        return self.response, self.question


@dataclass(frozen=True, slots=True)
class SetKeyPoint(InAnswer):
    """Change the key point of an Answer."""

    text: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ANSWER, Kind.STATE})

    @property
    def name(self) -> str:
        return f"change to key point {self.question}"

    @property
    def merge_key(self) -> str:
        return f"{self.response}/{self.question}/key-point"


@dataclass(frozen=True, slots=True)
class SetBody(InAnswer):
    """Change the text of an Answer (Markdown of the answer subset)."""

    text: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ANSWER, Kind.STATE})

    @property
    def name(self) -> str:
        return f"change to answer {self.question}"

    @property
    def merge_key(self) -> str:
        return f"{self.response}/{self.question}/body"


@dataclass(frozen=True, slots=True)
class RestoreAnswer(InAnswer):
    """Put an earlier version of an Answer back (the present one is kept as a version first)."""

    key_point: str
    text: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ANSWER, Kind.STATE})

    @property
    def name(self) -> str:
        return f"restoring answer {self.question}"


@dataclass(frozen=True, slots=True)
class SetChoice(InAnswer):
    """Choose options of a closed Question."""

    choice: tuple[str, ...]
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ANSWER, Kind.STATE})

    @property
    def name(self) -> str:
        return f"choice at question {self.question}"


@dataclass(frozen=True, slots=True)
class MarkAnswer(InAnswer):
    """Mark an Answer as ready, as skipped (with a reason), or as neither."""

    mark: AnswerMark
    reason: str = ""
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.STATE})

    @property
    def name(self) -> str:
        words = {
            AnswerMark.READY: "marking question {} as ready",
            AnswerMark.SKIPPED: "skipping question {}",
            AnswerMark.NONE: "reopening question {}",
        }
        return words[self.mark].format(self.question)


@dataclass(frozen=True, slots=True)
class TickPrompt(InAnswer):
    """Tick a Prompt as answered at a Question, or clear the tick."""

    prompt: str
    ticked: bool
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.PROMPTS})

    @property
    def name(self) -> str:
        return "ticking a prompt" if self.ticked else "clearing a prompt"


@dataclass(frozen=True, slots=True)
class SaveRecommendation(InResponse):
    """Add a Recommendation or change one."""

    recommendation: Recommendation
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RECOMMENDATIONS})

    @property
    def name(self) -> str:
        return "change to a recommendation"

    @property
    def merge_key(self) -> str:
        return f"{self.response}/recommendation/{self.recommendation.id}"

    @property
    def place(self) -> tuple[str, str]:
        return self.response, self.recommendation.question


@dataclass(frozen=True, slots=True)
class RemoveRecommendation(InResponse):
    """Remove a Recommendation."""

    recommendation: str
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RECOMMENDATIONS})

    @property
    def name(self) -> str:
        return "removing a recommendation"


@dataclass(frozen=True, slots=True)
class OrderRecommendations(InResponse):
    """Put the Recommendations of a Response in this order (ids, first to last)."""

    order: tuple[str, ...]
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RECOMMENDATIONS})

    @property
    def name(self) -> str:
        return "reordering recommendations"


@dataclass(frozen=True, slots=True)
class SaveSource(Edit):
    """Add or change a Source (a built-in one becomes the user's own copy)."""

    source: Source
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.LIBRARY})

    @property
    def name(self) -> str:
        return "change to a source"


@dataclass(frozen=True, slots=True)
class SaveSnippet(Edit):
    """Add or change a Snippet (a built-in one becomes the user's own copy)."""

    snippet: Snippet
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.LIBRARY})

    @property
    def name(self) -> str:
        return "change to a snippet"


@dataclass(frozen=True, slots=True)
class RetireSnippet(Edit):
    """Take a Snippet out of what is offered, or bring it back. Nothing is deleted."""

    snippet: str
    retired: bool
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.LIBRARY})

    @property
    def name(self) -> str:
        return "retiring a snippet" if self.retired else "bringing a snippet back"
