"""A person says what sort of document an import is, and it is understood as that."""

from __future__ import annotations

from desktop.core.document import Block, BlockKind, Document, DocumentFormat
from desktop.core.evidence import SourceKind
from desktop.core.intake_edits import SetImportKind, import_scope
from desktop.core.understanding import PartRole
from desktop.corpus.understand import understand
from desktop.session import Session
from tests.support.imported import a_file, bring_in

ANSWER = "We run a hall in the valley, and four hundred people use it in each week of the year."
ASKED = ("What helps groups to grow?", "What stands in their way?", "Who should pay for halls?")


def a_report(session: Session) -> str:
    """Bring in what was taken for a report: questions as plain headings, with answers to them."""
    blocks = [Block(BlockKind.HEADING, "Halls in the valley", level=1)]
    for asked in ASKED:
        blocks += [Block(BlockKind.HEADING, asked, level=2), Block(BlockKind.PARAGRAPH, ANSWER)]
    document = Document(DocumentFormat.DOCX, tuple(blocks))
    (key,) = bring_in(session, a_file(understand(document, "a.docx", (), SourceKind.REPORT)))
    return key


def answered(session: Session, key: str) -> list[str]:
    parts = session.intake.review(key).parts
    return [part.question for part in parts if part.role is PartRole.ANSWER]


def test_a_report_said_to_be_a_response_is_taken_apart_into_its_answers(session: Session) -> None:
    key = a_report(session)
    assert answered(session, key) == []
    session.apply(SetImportKind(key, SourceKind.PAST_RESPONSE))
    session.apply(session.intake.understanding_as(key, SourceKind.PAST_RESPONSE)())
    assert answered(session, key) == list(ASKED)
    assert all(part.confidence == 1 for part in session.intake.review(key).parts)


def test_the_kind_and_what_it_brought_to_light_are_one_step_back_and_one_forth(
    session: Session,
) -> None:
    key = a_report(session)
    before = session.intake.review(key)
    session.apply(SetImportKind(key, SourceKind.PAST_RESPONSE))
    session.apply(session.intake.understanding_as(key, SourceKind.PAST_RESPONSE)())
    after = session.intake.review(key)
    session.undo(import_scope(key))
    assert session.intake.review(key) == before
    assert session.undo_name(import_scope(key)) is None
    session.redo(import_scope(key))
    assert session.intake.review(key) == after


def test_another_kind_a_moment_later_is_a_step_of_its_own(session: Session) -> None:
    key = a_report(session)
    session.apply(SetImportKind(key, SourceKind.BRIEFING))
    session.apply(SetImportKind(key, SourceKind.LETTER))
    session.undo(import_scope(key))
    assert session.intake.document(key).kind is SourceKind.BRIEFING


def test_answers_that_a_person_sees_already_are_left_as_they_are(session: Session) -> None:
    (key,) = bring_in(session, a_file())
    before = session.intake.review(key).parts
    edit = session.intake.understanding_as(key, SourceKind.WRITTEN_EVIDENCE)()
    assert edit == SetImportKind(key, SourceKind.WRITTEN_EVIDENCE)
    session.apply(edit)
    assert session.intake.review(key).parts == before
