"""Who approves a submission before it is sent, and what of it they approved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from desktop.core.response import AnswerMark, Draft
from desktop.core.summary import summary_points


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who approves a Response (``who``, with their ``role``) and when they did (None = not yet).

    ``digest`` tells whether the text is still what they approved (see ``digest_of``).
    """

    who: str
    role: str = ""
    approved: date | None = None
    digest: str = ""


class Approval(StrEnum):
    """Where the approval of a Response stands."""

    NOT_NEEDED = "not-needed"  # nobody asks for it, and nobody is named
    WAITED_FOR = "waited-for"
    GIVEN = "given"
    OUTDATED = "outdated"  # the text has changed since


def approval(draft: Draft) -> Approval:
    """Tell where the approval of a Response stands: its Organisation may want one of each, and a
    person may be named for this one alone.
    """
    given = draft.sign_off
    if given is not None and given.approved is not None:
        return Approval.GIVEN if given.digest == digest_of(draft) else Approval.OUTDATED
    wanted = approver(draft) or (given is not None and given.who.strip())
    return Approval.WAITED_FOR if wanted else Approval.NOT_NEEDED


def approver(draft: Draft) -> str:
    """Return who has to approve a Response ("" = nobody): as the house rules of its Organisation
    have it for such a body, or else as its own field says.
    """
    house = draft.house_sign_off
    return house.who if house is not None else draft.organisation.sign_off.strip()


def digest_of(draft: Draft) -> str:
    """Return what tells the words of a submission from any others: all that will be printed, but
    for the date and what the library says of Sources.
    """
    words = json.dumps(list(_printed(draft)), ensure_ascii=False)
    return sha256(words.encode()).hexdigest()


def _printed(draft: Draft) -> Iterator[tuple[str, ...]]:
    response = draft.response
    yield "organisation", draft.organisation.name.strip()
    yield "about", draft.about.strip()
    yield "reason", response.reason.strip()
    for point in summary_points(draft):
        yield "summary", point.text.strip(), *point.questions
    for question in draft.consultation.questions:
        answer = draft.answer(question.number)
        if answer.mark is AnswerMark.SKIPPED:
            yield "skipped", question.number
            continue
        yield "answer", question.number, answer.key_point.strip(), answer.body.strip()
        yield "choice", *answer.choice
    for asked in draft.recommendations:
        texts = (asked.who, asked.what, asked.by_when, asked.clause, asked.amendment)
        yield "recommendation", asked.question, *(text.strip() for text in texts)
    yield "spoken", response.oral_evidence.strip()
    for key in sorted(draft.translations, key=str):
        yield "translation", str(key), draft.translations[key].text.strip()
