from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core import edits
from desktop.core.edits import response_scope
from desktop.core.evidence import Snippet, SnippetKind, Source
from desktop.core.response import AnswerMark, Organisation, Recommendation, Response, SummaryPoint
from desktop.errors import WorkspaceError
from desktop.session import Session
from desktop.store import evidence_rows, journal
from tests.support.workspace import INQUIRY, SetClock


def body(session: Session, response: Response, number: str = "1") -> str:
    return session.draft(response.id).answer(number).body


def test_a_minute_of_typing_is_taken_back_in_one_step(
    session: Session, response: Response, clock: SetClock
) -> None:
    for text in ("The", "The hall", "The hall closed"):
        session.apply(edits.SetBody(response.id, "1", text))
        clock.pass_by(20)
    session.undo(response_scope(response.id))
    assert body(session, response) == ""
    session.redo(response_scope(response.id))
    assert body(session, response) == "The hall closed"


def test_typing_after_a_pause_is_a_step_of_its_own(
    session: Session, response: Response, clock: SetClock
) -> None:
    session.apply(edits.SetBody(response.id, "1", "Before the pause."))
    clock.pass_by(61)
    session.apply(edits.SetBody(response.id, "1", "Before the pause. And after."))
    session.undo(response_scope(response.id))
    assert body(session, response) == "Before the pause."


def test_a_clock_that_goes_backwards_loses_nothing(
    session: Session, response: Response, clock: SetClock
) -> None:
    session.apply(edits.SetBody(response.id, "1", "One."))
    clock.pass_by(-3600)
    session.apply(edits.SetBody(response.id, "1", "One. Two."))
    assert body(session, response) == "One. Two."
    session.undo(response_scope(response.id))
    assert body(session, response) == "One."


def test_typing_in_another_field_is_a_step_of_its_own(session: Session, response: Response) -> None:
    session.apply(edits.SetBody(response.id, "1", "Text."))
    session.apply(edits.SetKeyPoint(response.id, "1", "Point."))
    assert session.undo_name(response_scope(response.id)) == "change to key point 1"
    session.undo(response_scope(response.id))
    assert session.draft(response.id).answer("1").key_point == ""
    assert body(session, response) == "Text."


def test_undo_and_redo_survive_a_restart(session: Session, response: Response) -> None:
    session.apply(edits.SetBody(response.id, "1", "First."))
    session.apply(edits.MarkAnswer(response.id, "1", AnswerMark.READY))
    again = Session.open(session.path, session.paths, session.clock)
    scope = response_scope(response.id)
    assert again.undo_name(scope) == "marking question 1 as ready"
    again.undo(scope)
    again.undo(scope)
    assert body(again, response) == ""
    assert again.undo_name(scope) is None
    again.redo(scope)
    assert body(again, response) == "First."
    again.close()


def test_a_new_change_after_undo_forgets_what_could_be_redone(
    session: Session, response: Response
) -> None:
    scope = response_scope(response.id)
    session.apply(edits.SetBody(response.id, "1", "Old."))
    session.undo(scope)
    session.apply(edits.SetBody(response.id, "1", "New."))
    assert session.redo_name(scope) is None
    session.undo(scope)
    assert body(session, response) == ""


def test_one_response_is_undone_without_touching_another(
    session: Session, response: Response
) -> None:
    other = session.start_response(response.consultation, response.organisation)
    session.apply(edits.SetBody(response.id, "1", "Mine."))
    session.apply(edits.SetBody(other.id, "1", "Theirs."))
    session.undo(response_scope(response.id))
    assert body(session, response) == ""
    assert body(session, other) == "Theirs."


def test_an_edit_that_changes_nothing_is_no_step(session: Session, response: Response) -> None:
    heard: list[object] = []
    session.listen(heard.append)
    session.apply(edits.SetBody(response.id, "1", "Same."))
    assert session.apply(edits.SetBody(response.id, "1", "Same.")) is None
    assert len(heard) == 1


def test_an_edit_that_changes_nothing_keeps_no_version(
    session: Session, response: Response, clock: SetClock
) -> None:
    session.apply(edits.SetBody(response.id, "1", "Same."))
    clock.pass_by(120)
    assert session.apply(edits.SetBody(response.id, "1", "Same.")) is None
    assert session.versions(response.id, "1") == []


def test_writing_on_after_an_undo_keeps_what_stood_there(
    session: Session, response: Response, clock: SetClock
) -> None:
    session.apply(edits.SetBody(response.id, "1", "First."))
    session.apply(edits.MarkAnswer(response.id, "1", AnswerMark.READY))
    session.undo(response_scope(response.id))
    session.apply(edits.SetBody(response.id, "1", "Second."))
    assert [version.body for version in session.versions(response.id, "1")] == ["First."]
    session.undo(response_scope(response.id))
    assert body(session, response) == "First."


def test_a_source_that_a_snippet_needs_cannot_be_undone_away(session: Session) -> None:
    session.apply(edits.SaveSource(Source("ours", "Our survey")))
    snippet = Snippet("mine", "ours", "Halls close.", "Halls close.", SnippetKind.ARGUMENT, "p. 1")
    # Another program, or a pack, has come to lean on it meanwhile.
    with session._db.atomic():
        row = {**evidence_rows.snippet_row(snippet, "pack"), "retired": 0}
        session._db.insert("snippets", row)
    with pytest.raises(WorkspaceError, match="a source that it concerns is in use"):
        session.undo(edits.WORKSPACE_SCOPE)
    assert "ours" in session.sources()


def test_the_journal_keeps_the_newest_steps_only(session: Session, response: Response) -> None:
    for n in range(journal.KEPT_PER_SCOPE + 20):
        mark = (AnswerMark.READY, AnswerMark.NONE)[n % 2]
        session.apply(edits.MarkAnswer(response.id, "1", mark))
    undone = 0
    while session.undo(response_scope(response.id)):
        undone += 1
    assert undone == journal.KEPT_PER_SCOPE


def test_undoing_a_deletion_keeps_what_was_written_since(
    session: Session, response: Response, clock: SetClock
) -> None:
    session.apply(edits.BinResponse(response.id, clock.now))
    session.apply(edits.BinResponse(response.id, None))
    session.apply(edits.SetResponseText(response.id, "reason", "We run four halls."))
    session.undo(edits.WORKSPACE_SCOPE)
    session.undo(edits.WORKSPACE_SCOPE)
    assert session.draft(response.id).response.reason == "We run four halls."
    session.redo(edits.WORKSPACE_SCOPE)
    assert session.draft(response.id).response.reason == "We run four halls."


def test_undoing_a_text_does_not_take_its_response_out_of_the_bin(
    session: Session, response: Response, clock: SetClock
) -> None:
    session.apply(edits.SetResponseText(response.id, "reason", "We run four halls."))
    session.apply(edits.BinResponse(response.id, clock.now))
    session.undo(response_scope(response.id))
    assert session.draft(response.id).response.binned == clock.now


def test_an_organisation_that_answers_cannot_be_undone_away(
    session: Session, response: Response
) -> None:
    with pytest.raises(WorkspaceError, match="in use"):
        session.undo(edits.WORKSPACE_SCOPE)
    assert session.draft(response.id).organisation.id == response.organisation
    assert session.undo_name(edits.WORKSPACE_SCOPE) == "adding an organisation"


def test_saying_nothing_where_nothing_was_said_is_no_step(
    session: Session, response: Response
) -> None:
    assert session.apply(edits.SetBody(response.id, "4", "")) is None
    assert session.undo_name(response_scope(response.id)) is None


def test_no_control_character_hides_in_the_summary_or_a_choice(
    session: Session, response: Response
) -> None:
    session.apply(edits.SetSummary(response.id, (SummaryPoint("Halls\x07 close\ud800.", ("1",)),)))
    session.apply(edits.SetChoice(response.id, "1", ("Agree\x00",)))
    draft = session.draft(response.id)
    assert draft.response.summary == (SummaryPoint("Halls close.", ("1",)),)
    assert draft.answer("1").choice == ("Agree",)


NUMBERS = st.sampled_from(["1", "2", "9"])
TEXTS = st.text(max_size=30)
IDS = st.sampled_from(["a", "b", "c"])


def any_edit(response: str) -> st.SearchStrategy[edits.Edit]:
    return st.one_of(
        st.builds(edits.SetBody, st.just(response), NUMBERS, TEXTS),
        st.builds(edits.SetKeyPoint, st.just(response), NUMBERS, TEXTS),
        st.builds(edits.MarkAnswer, st.just(response), NUMBERS, st.sampled_from(AnswerMark), TEXTS),
        st.builds(
            edits.SaveRecommendation,
            st.just(response),
            st.builds(
                Recommendation,
                IDS,
                st.just(response),
                NUMBERS,
                TEXTS,
                TEXTS,
                TEXTS,
                st.integers(0, 9),
            ),
        ),
        st.builds(edits.RemoveRecommendation, st.just(response), IDS),
        st.builds(edits.OrderRecommendations, st.just(response), st.permutations("abc").map(tuple)),
        st.builds(
            edits.SetSummary,
            st.just(response),
            st.none() | st.lists(st.builds(SummaryPoint, TEXTS), max_size=3).map(tuple),
        ),
        st.builds(
            edits.SetResponseText,
            st.just(response),
            st.sampled_from(["reason", "title", "oral_evidence"]),
            TEXTS,
        ),
        st.builds(edits.TickPrompt, st.just(response), NUMBERS, IDS, st.booleans()),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data(), pauses=st.lists(st.integers(0, 90), min_size=1, max_size=8))
def test_undoing_all_and_redoing_all_leads_back_to_the_same_draft(
    session: Session,
    organisation: Organisation,
    clock: SetClock,
    data: st.DataObject,
    pauses: list[int],
) -> None:
    response = session.start_response(INQUIRY, organisation.id)
    scope = response_scope(response.id)
    before = content(session, response)
    for pause in pauses:
        session.apply(data.draw(any_edit(response.id)))
        clock.pass_by(pause)
    after = content(session, response)
    while session.undo(scope):
        pass
    assert content(session, response) == before
    while session.redo(scope):
        pass
    assert content(session, response) == after


def content(session: Session, response: Response) -> object:
    draft = session.draft(response.id)
    answers = {
        number: (answer.body, answer.key_point, answer.mark, answer.skip_reason)
        for number, answer in draft.answers.items()
    }
    texts = (draft.response.reason, draft.response.title, draft.response.oral_evidence)
    return answers, draft.recommendations, draft.response.summary, texts
