"""What differs for a call from the rules of its body is kept, found again, and taken back."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.consultation import Limit, LimitUnit
from desktop.core.edits import response_scope
from desktop.core.response import Response
from desktop.core.rules import Authority, DocumentRules, Numbering, Rule, Strength
from desktop.core.rules_changes import CallChanges, Closing, with_rule, without_rule
from desktop.core.rules_edits import SetCallChanges
from desktop.session import Session
from desktop.store import reading
from desktop.store.rules_changes_rows import call_changes

INQUIRY = "pasc-big-society-2011"


def own_rule(key: str = "length", says: str = "At most 4,000 words.") -> Rule:
    return Rule(
        key,
        says,
        Strength.MUST,
        Authority.OFFICIAL,
        "The call",
        "https://example.org/call",
        date(2027, 1, 4),
        4000,
        LimitUnit.WORDS,
        ("summary",),
    )


EVERYTHING = CallChanges(
    follows="lords-select-committee",
    closes=date(2027, 3, 1),
    closes_time=time(12),
    time_zone="Europe/London",
    document=DocumentRules(numbering=Numbering.BY_SECTION),
    changed=(own_rule(), own_rule("logos", "None.")),
    removed=("date", "macros"),
)


def change(session: Session, response: Response, changes: CallChanges) -> None:
    session.apply(SetCallChanges(response.id, INQUIRY, changes))


def kept(session: Session) -> CallChanges:
    return session.reading_job(lambda db: call_changes(db, INQUIRY))()


def test_that_nobody_knows_the_day_is_kept_and_taken_back(
    session: Session, response: Response
) -> None:
    change(session, response, CallChanges(unknown=(Closing.DAY, Closing.TIME)))
    assert kept(session) == CallChanges(unknown=(Closing.DAY, Closing.TIME))
    session.undo(response_scope(response.id))
    assert kept(session) == CallChanges()


def test_nothing_differs_until_somebody_says_so(session: Session, response: Response) -> None:
    assert kept(session) == CallChanges()
    assert session.draft(response.id).rules.id == "pasc-2011"


def test_everything_that_differs_comes_back(session: Session, response: Response) -> None:
    change(session, response, EVERYTHING)
    assert kept(session) == EVERYTHING


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.builds(
        CallChanges,
        follows=st.sampled_from(["", "senedd"]),
        closes=st.none() | st.dates(),
        closes_time=st.none() | st.times(),
        time_zone=st.sampled_from(["", "UTC"]),
        changed=st.lists(
            st.builds(own_rule, st.sampled_from(["length", "pages"]), st.just("Words.")),
            max_size=2,
            unique_by=lambda rule: rule.id,
        ).map(tuple),
        removed=st.lists(st.sampled_from(["date", "macros"]), unique=True).map(tuple),
    )
)
def test_any_changes_come_back(session: Session, response: Response, changes: CallChanges) -> None:
    change(session, response, CallChanges())
    change(session, response, changes)
    found = kept(session)
    assert set(found.changed) == set(changes.changed)
    assert set(found.removed) == set(changes.removed)
    assert (found.closes, found.closes_time) == (changes.closes, changes.closes_time)
    assert (found.follows, found.time_zone) == (changes.follows, changes.time_zone)


def test_the_draft_has_the_rules_and_the_day_that_hold(
    session: Session, response: Response
) -> None:
    change(session, response, EVERYTHING)
    draft = session.draft(response.id)
    assert draft.rules.id == "lords-select-committee"
    assert draft.rules.document.numbering is Numbering.BY_SECTION
    assert draft.rules.rule("macros") is None
    assert draft.consultation.limit == Limit(4000, hard=True)
    assert (draft.consultation.closes, draft.consultation.closes_time) == (
        date(2027, 3, 1),
        time(12),
    )


def test_undo_takes_a_change_back_and_redo_brings_it_again(
    session: Session, response: Response
) -> None:
    change(session, response, EVERYTHING)
    session.undo(response_scope(response.id))
    assert kept(session) == CallChanges()
    session.redo(response_scope(response.id))
    assert kept(session) == EVERYTHING


def test_two_responses_to_one_call_do_not_take_back_each_others_changes(
    session: Session, response: Response
) -> None:
    other = session.start_response(INQUIRY, response.organisation)
    body = session.draft(response.id).rules
    first = with_rule(CallChanges(), body, own_rule())
    change(session, response, first)
    change(session, other, without_rule(first, body, "date"))
    session.undo(response_scope(response.id))
    assert kept(session) == CallChanges(removed=("date",))


def test_rules_that_are_no_longer_there_are_not_followed(
    session: Session, response: Response
) -> None:
    change(session, response, CallChanges(follows="gone"))
    assert session.draft(response.id).rules.id == "pasc-2011"


def test_what_no_word_file_may_hold_is_left_out(session: Session, response: Response) -> None:
    change(session, response, CallChanges(changed=(own_rule(says="At most\x00 4,000."),)))
    assert kept(session).changed[0].says == "At most 4,000."


def test_a_call_that_is_not_there_is_said_in_a_sentence(session: Session) -> None:
    with pytest.raises(Exception, match="no consultation called “none”"):
        session.reading_job(lambda db: reading.call(db, "none"))()
