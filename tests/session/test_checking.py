"""Findings that are dismissed, brought back and mended in a real workspace."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core import edits
from desktop.core.checking_edits import (
    DismissFinding,
    MendedText,
    MendText,
    TakeBackDismissal,
)
from desktop.core.dismissing import Checked, Dismissal
from desktop.core.edits import response_scope
from desktop.core.finding import Finding, FindingLevel, Fix, Replacement, Spot, TextField
from desktop.core.response import Recommendation, Response, SummaryPoint
from desktop.core.rules import Part
from desktop.errors import WorkspaceError
from desktop.session import Session

DAY = date(2026, 11, 23)
FIGURE = "Nearly 40% of halls lost money."


def reviewed(session: Session, response: Response) -> Checked:
    return session.reviewing(session.draft(response.id))()


def said(session: Session, response: Response, check: str) -> list[Finding]:
    return [item for item in reviewed(session, response).open if item.check == check]


@pytest.fixture
def dismissed(session: Session, response: Response) -> Dismissal:
    session.apply(edits.SetBody(response.id, "1", FIGURE))
    (finding,) = said(session, response, "figure-source")
    dismissal = Dismissal.of(finding, "It is our own count.", DAY)
    session.apply(DismissFinding(response.id, dismissal))
    return dismissal


def test_a_dismissed_finding_is_kept_with_its_reason_and_said_no_more(
    session: Session, response: Response, dismissed: Dismissal
) -> None:
    checked = reviewed(session, response)
    assert "figure-source" not in {finding.check for finding in checked.open}
    ((finding, why),) = checked.dismissed
    assert (finding.check, why) == ("figure-source", dismissed)
    assert session.checking(session.draft(response.id))() == checked.open


def test_it_comes_back_when_the_text_changes_and_goes_when_it_says_the_same_again(
    session: Session, response: Response, dismissed: Dismissal
) -> None:
    session.apply(edits.SetBody(response.id, "1", "Nearly 50% of halls lost money."))
    assert said(session, response, "figure-source")
    session.apply(edits.SetBody(response.id, "1", f"Halls are shut.\n\n{FIGURE}"))
    assert not said(session, response, "figure-source")
    assert session.draft(response.id).dismissals == (dismissed,)


def test_a_dismissal_can_be_undone_done_again_and_taken_back(
    session: Session, response: Response, dismissed: Dismissal
) -> None:
    scope = response_scope(response.id)
    assert session.undo_name(scope) == "dismissing a finding"
    session.undo(scope)
    assert said(session, response, "figure-source")
    session.redo(scope)
    assert not said(session, response, "figure-source")
    session.apply(TakeBackDismissal(response.id, dismissed))
    assert session.draft(response.id).dismissals == ()
    assert said(session, response, "figure-source")


def test_of_two_figures_in_one_line_each_is_dismissed_for_itself(
    session: Session, response: Response
) -> None:
    said = (FindingLevel.NUDGE, Part.ANSWERS, "It has no source.", "Cite it.", "1")
    one, other = (Finding("c", *said, excerpt=words, basis="Both.") for words in ("40%", "£3"))
    session.apply(DismissFinding(response.id, Dismissal.of(one, "Why.", DAY)))
    (kept,) = session.draft(response.id).dismissals
    assert kept.key == Dismissal.of(one, "", DAY).key
    assert kept.key != Dismissal.of(other, "", DAY).key


def test_nothing_is_dismissed_in_a_response_that_is_gone(
    session: Session, dismissed: Dismissal
) -> None:
    with pytest.raises(WorkspaceError):
        session.apply(DismissFinding("gone", dismissed))


def test_mending_is_one_step_against_the_text_as_it_is_now(
    session: Session, response: Response
) -> None:
    line = "Mail jo@fernbrook.example."
    spot = Spot(start=5, end=25)
    fix = Fix(
        "Move it to the covering email",
        (Replacement(spot, "jo@fernbrook.example", "us"),),
        contact=(("contact_email", "jo@fernbrook.example"),),
    )
    level = FindingLevel.ERROR
    finding = Finding("c", level, Part.ANSWERS, "It is.", "Do.", "1", spot=spot, basis=line)
    session.apply(edits.SetBody(response.id, "1", line))
    old = session.draft(response.id)
    session.apply(edits.SetBody(response.id, "1", f"Typed since.\n\n{line}"))
    edit = session.mend(old, finding, fix)
    assert edit is not None
    session.apply(edit)
    draft = session.draft(response.id)
    assert draft.answer("1").body == "Typed since.\n\nMail us."
    assert draft.organisation.contact_email == "jo@fernbrook.example"
    scope = response_scope(response.id)
    assert session.undo_name(scope) == "move it to the covering email"
    session.undo(scope)
    draft = session.draft(response.id)
    assert draft.answer("1").body == f"Typed since.\n\n{line}"
    assert draft.organisation.contact_email == ""
    session.apply(edits.SetBody(response.id, "1", "All new."))
    assert session.mend(old, finding, fix) is None


def test_contact_details_that_are_there_already_are_left_alone(
    session: Session, response: Response
) -> None:
    own = response.organisation
    session.apply(edits.SetOrganisationField(own, "contact_email", "a@fernbrook.example"))
    contact = (("contact_email", "b@fernbrook.example"), ("contact_phone", "01632 960123"))
    session.apply(MendText(response.id, "Move it", (), contact))
    found = session.draft(response.id).organisation
    assert found.contact_email == "a@fernbrook.example"
    assert found.contact_phone == "01632 960123"


def test_every_text_of_a_response_can_be_mended(session: Session, response: Response) -> None:
    asked = Recommendation("a", response.id, "1", "Ministers", "fund halls by May")
    session.apply(edits.SaveRecommendation(response.id, asked))
    session.apply(edits.SetSummary(response.id, (SummaryPoint("One."), SummaryPoint("Two."))))
    texts = (
        MendedText(TextField.KEY_POINT, "Point.", "2"),
        MendedText(TextField.ABOUT, "About."),
        MendedText(TextField.ORAL_EVIDENCE, "Oral."),
        MendedText(TextField.SUMMARY, "Second.", item="1"),
        MendedText(TextField.SUMMARY, "Gone.", item="7"),
        MendedText(TextField.WHAT, "fund halls", "1", "a"),
        MendedText(TextField.BY_WHEN, "May", "1", "a"),
    )
    session.apply(MendText(response.id, "Mend it", texts))
    draft = session.draft(response.id)
    assert draft.answer("2").key_point == "Point."
    assert (draft.about, draft.response.oral_evidence) == ("About.", "Oral.")
    assert [point.text for point in draft.response.summary or ()] == ["One.", "Second."]
    assert [(r.what, r.by_when) for r in draft.recommendations] == [("fund halls", "May")]
