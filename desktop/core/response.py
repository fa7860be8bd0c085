"""Our draft: Organisation, Response, Answer, Recommendation, and the Draft that joins them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.core.consultation import Consultation

if TYPE_CHECKING:
    from desktop.core.dismissing import Dismissal
    from desktop.core.evidence import Source
    from desktop.core.rules import Rules
    from desktop.core.signing import SignOff
    from desktop.core.translating import TextKey, Translation
    from desktop.core.wording import HouseSignOff


class OrganisationKind(StrEnum):
    """What sort of body answers."""

    CHARITY = "charity"
    COMMUNITY_GROUP = "community-group"
    SOCIAL_ENTERPRISE = "social-enterprise"
    CO_OPERATIVE = "co-operative"
    INFRASTRUCTURE = "infrastructure-body"
    UMBRELLA = "umbrella-body"
    OTHER = "other"


class AnswerMark(StrEnum):
    """What the writer has said about an Answer."""

    NONE = "none"
    READY = "ready"
    SKIPPED = "skipped"


class AnswerState(StrEnum):
    """Where an Answer stands, as the question list shows it."""

    NOT_STARTED = "not-started"
    DRAFTING = "drafting"
    READY = "ready"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who answers. The contact fields go to the cover email only, never into the document.

    ``sign_off`` says who approves what is sent ("" = nobody needs to), ``interests`` what the
    Organisation has at stake with those it writes to ("" = nobody has said). ``languages`` are
    those it writes in beside English, by a policy of its own (BCP 47, with spaces between them).
    """

    id: str
    name: str
    kind: OrganisationKind = OrganisationKind.CHARITY
    charity_number: str = ""
    speaks_for: str = ""
    reach: str = ""
    about: str = ""
    contact_name: str = ""
    contact_role: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    contact_address: str = ""
    sign_off: str = ""
    interests: str = ""
    languages: str = ""


@dataclass(frozen=True, slots=True)
class SummaryPoint:
    """One bullet of the summary and the Questions whose paragraphs it points at."""

    text: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """Our draft for one Consultation, apart from its Answers and Recommendations.

    ``summary`` is None while it follows the key points by itself. ``about`` is None while it
    follows the Organisation's about-us text. ``message`` says in one sentence what the whole comes
    to; it is not printed. Long texts are Markdown of the answer subset.
    """

    id: str
    consultation: str
    organisation: str
    created: datetime
    edited: datetime
    title: str = ""
    reason: str = ""
    about: str | None = None
    summary: tuple[SummaryPoint, ...] | None = None
    oral_evidence: str = ""
    dated: date | None = None
    binned: datetime | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one Question; ``body`` is Markdown of the answer subset with citations."""

    response: str
    question: str
    key_point: str = ""
    body: str = ""
    mark: AnswerMark = AnswerMark.NONE
    skip_reason: str = ""
    choice: tuple[str, ...] = ()

    @property
    def state(self) -> AnswerState:
        """Where the answer stands."""
        if self.mark is AnswerMark.SKIPPED:
            return AnswerState.SKIPPED
        if self.mark is AnswerMark.READY:
            return AnswerState.READY
        if self.key_point.strip() or self.body.strip() or self.choice:
            return AnswerState.DRAFTING
        return AnswerState.NOT_STARTED


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Who should do what by when; ``question`` is the number of the Answer that argues for it.

    In evidence on a bill ``clause`` names the place it is about, and ``amendment`` has the words
    proposed for it ("" where there are none).
    """

    id: str
    response: str
    question: str
    who: str = ""
    what: str = ""
    by_when: str = ""
    position: int = 0
    clause: str = ""
    amendment: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything one submission is made of: an immutable picture that any thread may read.

    ``answers`` has the Answers that somebody has begun, by Question number; ``answer`` gives one
    for every Question. ``recommendations`` are in the order of the document, ``sources`` holds
    every Source of the workspace that the text may cite, by key. ``unreviewed`` has, by Question
    number, what a first draft put into an Answer and nobody has confirmed (see ``Inserted``); what
    was changed since stands there too, but no longer in the Answer. ``dismissals`` are the Findings
    that somebody does not want to act on, ``sign_off`` says who has approved it, if anybody, and
    ``house_sign_off`` who has to by the house rules of the Organisation, if they say so.
    ``translations`` has the texts in another language (see ``desktop.core.translating``), while
    ``language`` is that of the texts here (BCP 47).
    """

    consultation: Consultation
    organisation: Organisation
    response: Response
    rules: Rules
    answers: Mapping[str, Answer]
    recommendations: tuple[Recommendation, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict[str, "Source"])
    unreviewed: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    dismissals: tuple[Dismissal, ...] = ()
    sign_off: SignOff | None = None
    translations: Mapping[TextKey, Translation] = field(
        default_factory=dict["TextKey", "Translation"]
    )
    language: str = "en-GB"
    house_sign_off: HouseSignOff | None = None

    @property
    def about(self) -> str:
        """About us as it stands in this submission: its own text, or else the Organisation's."""
        own = self.response.about
        return self.organisation.about if own is None else own

    def answer(self, number: str) -> Answer:
        """Return the Answer to this Question (an empty one if nothing is written)."""
        return self.answers.get(number) or Answer(self.response.id, number)

    def recommendations_of(self, number: str) -> tuple[Recommendation, ...]:
        """Return the Recommendations that the Answer to this Question argues for, in order."""
        return tuple(item for item in self.recommendations if item.question == number)


@dataclass(frozen=True, slots=True)
class AnswerVersion:
    """An earlier state of an Answer, kept so that it can be compared and restored."""

    id: int
    response: str
    question: str
    key_point: str
    body: str
    saved: datetime
