"""Checks and report of a response in which there is nothing to read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.core.nothing_answered import nothing_answered
from desktop.core.response import Response
from desktop.export import ExportOptions, FileFormat
from desktop.session import Session
from tests.export import reading

NONE = "The call has no questions, so there is nothing to answer."


def test_a_call_without_questions_is_reported_on_and_exported(
    session: Session, response: Response, tmp_path: Path
) -> None:
    """No pack and no import makes one; a workspace from elsewhere may have it."""
    draft = session.draft(response.id)
    bare = replace(draft, consultation=replace(draft.consultation, questions=()), answers={})
    assert nothing_answered(bare) == NONE
    assert not any(finding.question for finding in session.reviewing(bare)().open)
    file = tmp_path / "report.docx"
    session.sending.writing_report(bare, file, FileFormat.WORD, replace=False)()
    said = reading.paragraphs(file.read_bytes())
    assert f"Not ready to be sent: {NONE[:1].lower()}{NONE[1:]}" in said
    assert said[said.index("Evidence map") + 1] == NONE
    out = tmp_path / "out.docx"
    session.export_job(bare, out, ExportOptions(), FileFormat.WORD, False)()
    assert reading.paragraphs(out.read_bytes())


def test_of_a_single_question_it_is_said_in_the_singular(
    session: Session, response: Response
) -> None:
    draft = session.draft(response.id)
    (first, *_) = draft.consultation.questions
    one = replace(draft, consultation=replace(draft.consultation, questions=(first,)))
    assert nothing_answered(one) == "The only question is not answered yet."
