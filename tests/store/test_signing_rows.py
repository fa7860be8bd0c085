"""Who approves a response, and what its people agreed to, is kept in the workspace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.core.consent import Consent, Use
from desktop.core.consent_edits import SaveAgreedSnippet
from desktop.core.edits import (
    WORKSPACE_SCOPE,
    SaveSource,
    SetBody,
    SetOrganisationField,
    response_scope,
)
from desktop.core.evidence import Origin
from desktop.core.response import Organisation, Response
from desktop.core.signing import Approval, SignOff, approval, digest_of
from desktop.core.signing_edits import SetSignOff
from desktop.session import Session
from desktop.store.consent_rows import consent, consents
from tests.support.drafts import SNIPPET, SOURCE

DAY = date(2026, 11, 23)
MINE = replace(SNIPPET, origin=Origin.OWN)
AGREED = Consent(
    MINE.id,
    "The daughter of the woman described",
    frozenset({Use.OWN, Use.PUBLISHED}),
    DAY,
    date(2028, 11, 23),
    "First name changed; the form is with the office.",
)


def test_the_organisation_says_who_approves_and_what_it_has_at_stake(
    session: Session, organisation: Organisation, response: Response
) -> None:
    session.apply(SetOrganisationField(organisation.id, "sign_off", "The chair"))
    session.apply(SetOrganisationField(organisation.id, "interests", "The council pays us."))
    draft = session.draft(response.id)
    assert draft.organisation.sign_off == "The chair"
    assert draft.organisation.interests == "The council pays us."
    assert approval(draft) is Approval.WAITED_FOR


def test_an_approval_is_kept_until_the_text_changes_and_can_be_undone(
    session: Session, response: Response
) -> None:
    session.apply(SetSignOff(response.id, SignOff("Jo Larch", "Chair")))
    assert session.draft(response.id).sign_off == SignOff("Jo Larch", "Chair")
    given = SignOff("Jo Larch", "Chair", DAY, digest_of(session.draft(response.id)))
    session.apply(SetSignOff(response.id, given))
    assert session.draft(response.id).sign_off == given
    assert approval(session.draft(response.id)) is Approval.GIVEN
    session.apply(SetBody(response.id, "1", "Something new."))
    assert approval(session.draft(response.id)) is Approval.OUTDATED
    scope = response_scope(response.id)
    session.undo(scope)
    assert approval(session.draft(response.id)) is Approval.GIVEN
    session.undo(scope)
    assert approval(session.draft(response.id)) is Approval.WAITED_FOR
    session.apply(SetSignOff(response.id, None))
    assert session.draft(response.id).sign_off is None


def test_a_snippet_is_saved_with_what_its_people_agreed_to_as_one_step(session: Session) -> None:
    session.apply(SaveSource(SOURCE))
    session.apply(SaveAgreedSnippet(MINE, AGREED))
    assert consents(session._db) == {MINE.id: AGREED}
    assert session.snippet(MINE.id) == MINE
    session.undo(WORKSPACE_SCOPE)
    assert consents(session._db) == {}
    assert session.snippet(MINE.id) is None
    session.redo(WORKSPACE_SCOPE)
    assert consent(session._db, MINE.id) == AGREED


def test_a_consent_without_an_end_goes_on_and_one_with_an_end_ends_after_that_day() -> None:
    assert not replace(AGREED, until=None).has_ended(date(2099, 1, 1))
    assert not AGREED.has_ended(date(2028, 11, 23))
    assert AGREED.has_ended(date(2028, 11, 24))


def test_taking_the_consent_back_leaves_the_snippet(session: Session) -> None:
    session.apply(SaveSource(SOURCE))
    session.apply(SaveAgreedSnippet(MINE, AGREED))
    session.apply(SaveAgreedSnippet(MINE, None))
    assert consent(session._db, MINE.id) is None
    assert session.snippet(MINE.id) == MINE
