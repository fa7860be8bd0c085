"""What a workspace really holds, in the same terms as the model."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from desktop.core.response import Answer, Draft, Organisation, Recommendation, Response
from desktop.session import Session
from tests.walks.model import Values

QUESTIONS = ("1", "2", "9")
TICKED_AT = "1"
ORGANISATION_FIELDS = tuple(f.name for f in fields(Organisation) if f.name != "id")
RESPONSE_FIELDS = (
    *("title", "reason", "about", "oral_evidence", "summary", "dated", "organisation", "binned"),
)


def picture(session: Session, responses: list[str], snippets: list[str]) -> Values:
    """Return every field that has a value."""
    found: Values = {}
    for organisation in session.organisations():
        found |= organisation_fields(organisation)
    for response in responses:
        draft = session.draft(response)
        found |= draft_fields(draft)
        cards = session.prompts(draft, TICKED_AT)
        found |= {("tick", response, card.prompt.id): True for card in cards if card.ticked}
    found |= snippet_fields(session, snippets)
    return {key: value for key, value in found.items() if value is not None}


def snippet_fields(session: Session, snippets: list[str]) -> Values:
    """Return the fields of these Snippets."""
    retired = {snippet.id for snippet in session.snippets(retired=True)}
    found: Values = {}
    for key in snippets:
        snippet = session.snippet(key)
        assert snippet is not None
        found["snippet", key, "claim"] = snippet.claim
        found["snippet", key, "retired"] = key in retired
        found["snippet", key, "origin"] = snippet.origin
    return found


def organisation_fields(organisation: Organisation) -> Values:
    """Return the fields of an Organisation."""
    key = organisation.id
    return {("org", key, name): getattr(organisation, name) for name in ORGANISATION_FIELDS}


def response_fields(response: Response) -> Values:
    """Return the fields of a Response."""
    return {("response", response.id, name): getattr(response, name) for name in RESPONSE_FIELDS}


def answer_fields(answer: Answer) -> Values:
    """Return the fields of an Answer."""
    place = ("answer", answer.response, answer.question)
    names = ("key_point", "body", "mark", "skip_reason", "choice")
    return {(*place, name): getattr(answer, name) for name in names}


def recommendation_fields(item: Recommendation) -> Values:
    """Return the fields of a Recommendation."""
    values: dict[str, Any] = {f.name: getattr(item, f.name) for f in fields(item)}
    place = ("recommendation", item.response, item.id)
    return {(*place, name): value for name, value in values.items() if name not in _IDS}


_IDS = ("id", "response")


def draft_fields(draft: Draft) -> Values:
    """Return the fields of everything in a Draft but its Organisation."""
    found = response_fields(draft.response)
    for number in QUESTIONS:
        found |= answer_fields(draft.answer(number))
    for item in draft.recommendations:
        found |= recommendation_fields(item)
    positions = [item.position for item in draft.recommendations]
    assert positions == sorted(positions)
    return found
