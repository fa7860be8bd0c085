"""The session hands out exports as jobs, and tells where a source is cited."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from desktop.core.edits import MarkAnswer, SetBody, SetKeyPoint
from desktop.core.response import AnswerMark, Response
from desktop.export import CopyOptions, ExportOptions, FileExists, FileFormat
from desktop.session import Session

WORDS = "Four of the eleven groups that met at our hall have closed."


@pytest.fixture
def written(session: Session, response: Response) -> Response:
    session.apply(SetKeyPoint(response.id, "2", "Cuts close groups."))
    session.apply(SetBody(response.id, "2", f"{WORDS} [@apse-2011, slide 4]"))
    return response


def test_the_submission_is_written_as_a_word_document(
    session: Session, written: Response, tmp_path: Path
) -> None:
    path = tmp_path / "evidence.docx"
    draft = session.draft(written.id)
    job = session.export_job(draft, path, ExportOptions(), FileFormat.WORD, replace=False)
    assert job() == path
    text = [p.text for p in Document(BytesIO(path.read_bytes())).paragraphs]
    assert any(WORDS in line for line in text)


def test_the_submission_is_written_as_plain_text(
    session: Session, written: Response, tmp_path: Path
) -> None:
    path = tmp_path / "evidence.txt"
    draft = session.draft(written.id)
    session.export_job(draft, path, ExportOptions(), FileFormat.TEXT, replace=False)()
    assert WORDS in path.read_text(encoding="utf-8")


def test_a_file_that_is_there_is_kept_until_somebody_says_yes(
    session: Session, written: Response, tmp_path: Path
) -> None:
    path = tmp_path / "evidence.txt"
    path.write_text("mine", encoding="utf-8")
    draft = session.draft(written.id)
    with pytest.raises(FileExists):
        session.export_job(draft, path, ExportOptions(), FileFormat.TEXT, replace=False)()
    assert path.read_text(encoding="utf-8") == "mine"
    session.export_job(draft, path, ExportOptions(), FileFormat.TEXT, replace=True)()
    assert WORDS in path.read_text(encoding="utf-8")


def test_the_outline_email_and_form_texts_come_from_the_same_draft(
    session: Session, written: Response
) -> None:
    draft = session.draft(written.id)
    assert "Fernbrook Community Trust" in session.outlining(draft, ExportOptions())().title
    email = session.emailing(draft, "evidence.docx", ExportOptions())()
    assert "evidence.docx" in email.body
    copies = session.copying_answers(draft, CopyOptions(notes=False))()
    assert list(copies) == [question.number for question in draft.consultation.questions]
    assert WORDS in copies["2"].text
    assert copies["1"].text == ""


def test_where_a_source_is_cited_is_found_in_every_response(
    session: Session, written: Response
) -> None:
    (use,) = session.finding_uses("apse-2011")()
    assert (use.response, use.question) == (written.id, "2")
    assert use.organisation == "Fernbrook Community Trust"
    assert ("apse-2011", "slide 4") in use.text.cited
    assert session.finding_uses("apse")() == []
    session.apply(MarkAnswer(written.id, "2", AnswerMark.SKIPPED, "no time"))
    assert session.finding_uses("apse-2011")() == []
