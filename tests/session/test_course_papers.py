"""Handouts and scripts as the program writes them: from a course's file, with its library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from desktop.core.edits import SetBody
from desktop.core.learning import Learning
from desktop.errors import ExportError, WorkspaceError
from desktop.export import FileExists
from desktop.export.course import HandoutKind
from desktop.paths import Paths
from desktop.session import Session
from desktop.session.course_papers import (
    practice_of,
    reading_course,
    writing_certificate,
    writing_handouts,
    writing_script,
)
from desktop.store.packs.problems import PackError
from tests.support.courses import ANSWERS, CONSULTATION, COURSE, comment_on, course_draft
from tests.support.learners import RESPONSE, practised
from tests.support.workspace import REPOSITORY

COURSES = REPOSITORY / "resources/courses"
# Rules that the workspace has: those of no particular body.
OURS = replace(COURSE, consultation=replace(CONSULTATION, rules="any-body"))


@pytest.mark.parametrize("name", ["first-written-evidence", "big-society-inquiry"])
def test_a_course_that_ships_has_all_its_handouts(
    name: str, session: Session, tmp_path: Path
) -> None:
    course = reading_course(session, COURSES / f"{name}.toml")()
    folder = tmp_path / "new" / "handouts"
    files = writing_handouts(session, course, folder)()
    assert len(files) == len(HandoutKind)
    assert all(path.parent == folder and path.stat().st_size for path in files)
    with pytest.raises(FileExists):
        writing_handouts(session, course, folder)()
    assert writing_handouts(session, course, folder, overwrite=True)() == files


def test_the_rules_of_the_course_lie_over_those_of_the_body(session: Session) -> None:
    course = reading_course(session, COURSES / "first-written-evidence.toml")()
    practice = session.reading_job(lambda db: practice_of(db, course))()
    own = {rule.id: rule for rule in course.rules}
    assert own
    assert {rule.id: rule for rule in practice.rules.rules if rule.id in own} == own
    assert len(practice.rules.rules) > len(own)
    assert {paper.source.key for paper in course.papers} <= practice.sources.keys()
    assert practice.checks["jargon"]


def test_without_evidence_of_its_own_a_course_offers_that_of_the_inquiry(session: Session) -> None:
    bare = replace(COURSE, consultation=None, consultation_id="pasc-big-society-2011", snippets=())
    practice = session.reading_job(lambda db: practice_of(db, bare))()
    assert practice.consultation.reference
    assert len(practice.snippets) > 50


def test_a_course_on_an_inquiry_that_is_not_there_is_told_of(
    session: Session, tmp_path: Path
) -> None:
    lost = replace(COURSE, consultation=None, consultation_id="no-such-inquiry")
    with pytest.raises(WorkspaceError, match="no-such-inquiry"):
        writing_handouts(session, lost, tmp_path / "x")()
    assert not (tmp_path / "x").exists()


def test_a_course_that_cannot_be_worked_through_is_told_of(
    session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "course.toml"
    text = (COURSES / "first-written-evidence.toml").read_text(encoding="utf-8")
    file.write_text(text.replace("[[question]]", "[[query]]"), encoding="utf-8")
    with pytest.raises(PackError, match=r"course\.toml"):
        reading_course(session, file)()


def test_a_folder_that_cannot_be_made_is_told_of(session: Session, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    for folder in (tmp_path / "taken", tmp_path / "taken" / "below"):
        with pytest.raises(ExportError):
            writing_handouts(session, OURS, folder, [HandoutKind.CHECKLIST])()


def certified(learner: Session, folder: Path) -> str:
    (file,) = writing_certificate(learner, folder, overwrite=True)()
    return "\n".join(paragraph.text for paragraph in Document(str(file)).paragraphs)


def test_the_certificate_of_a_learner_says_what_they_wrote_and_no_more(
    session: Session, paths: Paths, tmp_path: Path
) -> None:
    with pytest.raises(WorkspaceError):
        writing_certificate(session, tmp_path)
    learner = Session.open(practised(session), paths)
    try:
        assert "took part in this course of 90 minutes." in certified(learner, tmp_path)
        learner.apply(SetBody(RESPONSE, "1", "We drive people."))
        learner.apply(SetBody(RESPONSE, "2", "  "))
        assert "wrote an answer to one of its questions." in certified(learner, tmp_path)
        learner.apply(SetBody(RESPONSE, "2", "Nobody uses it."))
        assert "wrote answers to 2 of its questions." in certified(learner, tmp_path)
    finally:
        learner.close()


def test_a_script_goes_back_with_its_comments(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "script.docx"
    comment = comment_on("answer:2", ANSWERS["2"].body, "Rates", "Whose rates?")
    draft, learning = course_draft(), Learning(COURSE.id, "r")
    assert writing_script(session, OURS, draft, learning, [comment], path)() == path
    (found,) = Document(str(path)).comments
    assert found.text == "Whose rates?"
    with pytest.raises(FileExists):
        writing_script(session, OURS, draft, learning, [], path)()
