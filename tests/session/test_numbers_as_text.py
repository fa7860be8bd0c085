"""Paragraph numbers that may be lost when a file is converted are written as text, by one step."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from desktop.core.edits import SetBody, response_scope
from desktop.core.finding import Finding
from desktop.core.response import Response
from desktop.core.rules_changes import CallChanges
from desktop.core.rules_edits import SetCallChanges
from desktop.export import ExportOptions, FileFormat
from desktop.session import Session
from desktop.session.choices import DOCUMENT

INQUIRY = "pasc-big-society-2011"
TYPED = ">1.<"


@pytest.fixture
def written(session: Session, response: Response) -> Response:
    session.apply(SetBody(response.id, "1", "Our hall shut in May."))
    return response


def said(session: Session, response: Response) -> list[Finding]:
    open_ = session.checking(session.draft(response.id))()
    return [finding for finding in open_ if finding.check == "numbers-as-text"]


def mend(session: Session, response: Response) -> None:
    (finding,) = said(session, response)
    (fix,) = finding.fixes
    assert fix.words == "Write the numbers as text"
    edit = session.mend(session.draft(response.id), finding, fix)
    assert edit is not None
    session.apply(edit)


def exported(session: Session, response: Response, folder: Path) -> str:
    path, draft = folder / "out.docx", session.draft(response.id)
    session.export_job(draft, path, ExportOptions(), FileFormat.WORD, True)()
    return zipfile.ZipFile(path).read("word/document.xml").decode()


def test_the_fix_has_numbers_written_as_text_and_undo_takes_it_back(
    session: Session, written: Response, tmp_path: Path
) -> None:
    assert TYPED not in exported(session, written, tmp_path)
    mend(session, written)
    assert said(session, written) == []
    assert TYPED in exported(session, written, tmp_path)
    scope = response_scope(written.id)
    assert session.undo_name(scope) == "writing paragraph numbers as text"
    session.undo(scope)
    assert said(session, written)
    assert TYPED not in exported(session, written, tmp_path)
    session.redo(scope)
    assert TYPED in exported(session, written, tmp_path)


def test_what_else_differs_for_the_call_stays(session: Session, written: Response) -> None:
    (finding,) = said(session, written)
    before = session.draft(written.id)
    session.apply(SetCallChanges(written.id, INQUIRY, CallChanges(removed=("date",))))
    edit = session.mend(before, finding, finding.fixes[0])
    assert edit is not None
    session.apply(edit)
    rules = session.draft(written.id).rules
    assert rules.rule("date") is None
    assert rules.choice("numbers-as") == "text"


def test_nothing_is_said_where_every_export_has_them_as_text(
    session: Session, written: Response
) -> None:
    session.set_setting(DOCUMENT, {"numbers_as_text": True})
    assert said(session, written) == []
    session.set_setting(DOCUMENT, ["nonsense"])
    assert said(session, written)


def test_the_rules_of_the_call_say_so_and_can_be_taken_back(
    session: Session, written: Response
) -> None:
    mend(session, written)
    held = session.calls.of(session.draft(written.id))
    (own,) = held.changes.changed
    assert (own.id, own.checked) == ("numbers-as", session.clock().date())
    session.calls.change(held, CallChanges(), "going back")
    assert said(session, written)
