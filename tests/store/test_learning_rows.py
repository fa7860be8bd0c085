"""What a person says of a piece of evidence is kept, taken back and undone."""

from __future__ import annotations

from desktop.core import edits
from desktop.core.changes import Changes, Kind
from desktop.core.edits import response_scope
from desktop.core.learning_edits import ForgetHelped, NoteQuietly, NoteVerdict
from desktop.core.response import Response
from desktop.core.suggesting import Noted, Verdict
from desktop.session import Session
from desktop.store.learning_rows import verdicts

REF, WORDS = "inquiry#2", "How should halls be paid for?"


def say(session: Session, verdict: Verdict | None, response: str = "") -> Changes | None:
    return session.apply(NoteVerdict("a", REF, WORDS, verdict, response))


def test_the_newest_thing_said_of_a_piece_at_a_question_counts(session: Session) -> None:
    say(session, Verdict.HELPED)
    session.apply(NoteVerdict("a", "inquiry#1", "Who?", Verdict.NOT_HERE))
    say(session, Verdict.NOT_HERE)
    assert verdicts(session._db) == (
        Noted("a", "inquiry#1", "Who?", Verdict.NOT_HERE),
        Noted("a", REF, WORDS, Verdict.NOT_HERE),
    )


def test_saying_it_again_is_no_step(session: Session) -> None:
    assert say(session, Verdict.HELPED) is not None
    assert say(session, Verdict.HELPED) is None


def test_what_was_said_can_be_taken_back(session: Session) -> None:
    say(session, Verdict.HELPED)
    say(session, None)
    assert verdicts(session._db) == ()
    assert session.undo(edits.WORKSPACE_SCOPE) is not None
    assert verdicts(session._db) == (Noted("a", REF, WORDS, Verdict.HELPED),)


def test_at_a_response_undo_there_takes_it_back(session: Session, response: Response) -> None:
    say(session, Verdict.NOT_HERE, response.id)
    scope = response_scope(response.id)
    assert session.undo_name(scope) == "putting a piece of evidence aside"
    undone = session.undo(scope)
    assert undone is not None
    assert undone.touches(Kind.LEARNING)
    assert (undone.response, undone.question) == (response.id, "2")
    assert verdicts(session._db) == ()
    session.redo(scope)
    assert verdicts(session._db) == (Noted("a", REF, WORDS, Verdict.NOT_HERE),)


def test_what_is_noted_with_the_writing_itself_is_no_step(
    session: Session, response: Response
) -> None:
    noted = session.apply(NoteQuietly("a", REF, WORDS, Verdict.HELPED, response.id))
    assert noted is not None
    assert verdicts(session._db) == (Noted("a", REF, WORDS, Verdict.HELPED),)
    assert session.undo_name(response_scope(response.id)) is None


def test_where_a_piece_helped_is_forgotten_at_every_question_and_remembered_by_undo(
    session: Session, response: Response
) -> None:
    for ref in ("inquiry#1", REF):
        session.apply(NoteVerdict("a", ref, WORDS, Verdict.HELPED))
    session.apply(NoteVerdict("a", "inquiry#3", WORDS, Verdict.NOT_HERE))
    session.apply(NoteVerdict("b", REF, WORDS, Verdict.HELPED))
    before = verdicts(session._db)
    session.apply(ForgetHelped(response.id, "a"))
    assert [(noted.piece, noted.ref) for noted in verdicts(session._db)] == [
        ("b", REF),
        ("a", "inquiry#3"),
    ]
    session.undo(response_scope(response.id))
    assert verdicts(session._db) == before
