from __future__ import annotations

import pytest

from desktop.core.drafting_edits import AssembleDraft, ConfirmPiece, Fill, Inserted
from desktop.core.edits import MarkAnswer, SetBody, SetKeyPoint, response_scope
from desktop.core.response import AnswerMark, AnswerState, Response
from desktop.errors import WorkspaceError
from desktop.session import Session

ONE = Fill("1", "Halls close.", "A.\n\nB.", (Inserted("s1", "Halls close."), Inserted("s2", "A.")))
TWO = Fill(
    "2", "", "C.\n\n> D.", (Inserted("s3", "C."), Inserted("s3", "D."), Inserted("s4", "E."))
)


def test_a_first_draft_fills_empty_answers_and_says_what_is_unreviewed(
    session: Session, response: Response
) -> None:
    assert session.apply(AssembleDraft(response.id, (ONE, TWO)))
    draft = session.draft(response.id)
    assert draft.answer("1").key_point == "Halls close."
    assert draft.answer("2").body == "C.\n\n> D."
    assert draft.answer("1").state is AnswerState.DRAFTING
    assert draft.unreviewed == {"1": ("Halls close.", "A."), "2": ("C.", "D.", "E.")}


def test_one_undo_takes_it_all_back_and_redo_brings_it_again(
    session: Session, response: Response
) -> None:
    scope = response_scope(response.id)
    before = session.draft(response.id)
    session.apply(AssembleDraft(response.id, (ONE, TWO)))
    after = session.draft(response.id)
    assert session.undo_name(scope) == "first draft of 2 answers"
    session.undo(scope)
    assert session.draft(response.id).answers == before.answers
    assert session.draft(response.id).unreviewed == {}
    session.redo(scope)
    again = session.draft(response.id)
    assert (again.answers, again.unreviewed) == (after.answers, after.unreviewed)


def test_what_was_written_meanwhile_is_never_overwritten(
    session: Session, response: Response
) -> None:
    session.apply(SetBody(response.id, "1", "Ours."))
    session.apply(MarkAnswer(response.id, "2", AnswerMark.SKIPPED, "Not for us."))
    assert session.apply(AssembleDraft(response.id, (ONE, TWO))) is None
    draft = session.draft(response.id)
    assert (draft.answer("1").body, draft.answer("2").body) == ("Ours.", "")
    assert draft.unreviewed == {}


def test_a_key_point_or_being_ready_keeps_an_answer_as_it_is(
    session: Session, response: Response
) -> None:
    session.apply(SetKeyPoint(response.id, "1", "Our point."))
    session.apply(MarkAnswer(response.id, "2", AnswerMark.READY))
    assert session.apply(AssembleDraft(response.id, (ONE, TWO))) is None


def test_confirming_one_paragraph_confirms_its_piece(session: Session, response: Response) -> None:
    scope = response_scope(response.id)
    session.apply(AssembleDraft(response.id, (TWO,)))
    assert session.undo_name(scope) == "first draft of answer 2"
    session.apply(ConfirmPiece(response.id, "2", "D."))
    assert session.draft(response.id).unreviewed == {"2": ("E.",)}
    assert session.draft(response.id).answer("2").body == TWO.body
    session.undo(scope)
    assert set(session.draft(response.id).unreviewed["2"]) == {"C.", "D.", "E."}


def test_confirming_what_is_not_there_changes_nothing(session: Session, response: Response) -> None:
    assert session.apply(ConfirmPiece(response.id, "2", "D.")) is None


def test_a_second_draft_forgets_what_the_first_one_left_behind(
    session: Session, response: Response
) -> None:
    session.apply(AssembleDraft(response.id, (TWO,)))
    session.apply(SetBody(response.id, "2", ""))
    session.apply(AssembleDraft(response.id, (Fill("2", "", "C.", (Inserted("s9", "C."),)),)))
    assert session.draft(response.id).unreviewed == {"2": ("C.",)}
    session.apply(ConfirmPiece(response.id, "2", "C."))
    assert session.draft(response.id).unreviewed == {}


def test_other_responses_keep_their_own(session: Session, response: Response) -> None:
    other = session.start_response(response.consultation, response.organisation)
    session.apply(AssembleDraft(response.id, (ONE,)))
    session.apply(AssembleDraft(other.id, (ONE,)))
    session.apply(ConfirmPiece(response.id, "1", "A."))
    assert session.draft(other.id).unreviewed == {"1": ("Halls close.", "A.")}


def test_a_response_that_is_gone_is_named(session: Session) -> None:
    with pytest.raises(WorkspaceError, match="response"):
        session.apply(AssembleDraft("nobody", (ONE,)))
