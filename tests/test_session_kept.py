"""A draft is read once for all who ask, and never shown as it no longer is."""

from __future__ import annotations

import pytest

from desktop.core import edits
from desktop.core.evidence import Source
from desktop.core.response import Organisation, Response
from desktop.errors import WorkspaceError
from desktop.session import Session


def test_whoever_asks_for_a_draft_between_two_changes_gets_the_same_one(
    session: Session, response: Response
) -> None:
    assert session.draft(response.id) is session.draft(response.id)


def test_a_draft_is_as_it_is_now_after_an_edit_an_undo_and_a_redo(
    session: Session, response: Response
) -> None:
    scope = edits.response_scope(response.id)
    before = session.draft(response.id).answer("1").body
    session.apply(edits.SetBody(response.id, "1", "Written now."))
    assert session.draft(response.id).answer("1").body == "Written now."
    session.undo(scope)
    assert session.draft(response.id).answer("1").body == before
    session.redo(scope)
    assert session.draft(response.id).answer("1").body == "Written now."


def test_a_source_that_is_added_or_renamed_can_be_cited_at_once(
    session: Session, response: Response
) -> None:
    assert "tide" not in session.draft(response.id).sources
    session.apply(edits.SaveSource(Source("tide", "Tide tables")))
    assert session.draft(response.id).sources["tide"].title == "Tide tables"
    session.apply(edits.SaveSource(Source("tide", "Tide tables of 2011")))
    assert session.draft(response.id).sources["tide"].title == "Tide tables of 2011"


def test_what_another_program_writes_is_seen_too(session: Session, response: Response) -> None:
    session.draft(response.id)
    other = Session.open(session.path, session.paths, session.clock)
    other.apply(edits.SetBody(response.id, "1", "Written elsewhere."))
    other.apply(edits.SaveSource(Source("tide", "Tide tables")))
    other.close()
    draft = session.draft(response.id)
    assert draft.answer("1").body == "Written elsewhere."
    assert "tide" in draft.sources


def test_the_organisation_of_a_draft_is_as_it_is_now(session: Session, response: Response) -> None:
    organisation: Organisation = session.draft(response.id).organisation
    session.apply(edits.SetOrganisationField(organisation.id, "name", "Fernbrook Trust"))
    assert session.draft(response.id).organisation.name == "Fernbrook Trust"


def test_a_draft_that_is_gone_is_told_in_a_sentence(session: Session, response: Response) -> None:
    session.draft(response.id)
    with pytest.raises(WorkspaceError, match="no such response"):
        session.draft("gone")
