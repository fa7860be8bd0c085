"""Files that people have: each frozen workspace of an earlier day opens with the work inside."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from desktop.core.edits import response_scope
from desktop.core.evidence import Origin
from desktop.core.imports import ImportState, MarkState
from desktop.core.intake_edits import import_scope
from desktop.core.response import AnswerMark, Recommendation, SummaryPoint
from desktop.core.suggesting import Noted, Verdict
from desktop.paths import Paths
from desktop.session import Session
from desktop.store import backups, consent_rows, course_rows, learning_rows, wording_rows
from desktop.store.connection import APPLICATION_ID, SCHEMA_VERSION, open_workspace
from tests.store.frozen import freeze
from tests.support.imported import ASK, BUSES, HALLS
from tests.support.workspace import INQUIRY

FOLDER = Path(freeze.__file__).parent
FROZEN = sorted(FOLDER.glob("*.consultee"))


def version_of(path: Path) -> int:
    # Nothing may be written beside a frozen file.
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def test_the_present_schema_is_frozen() -> None:
    assert max(map(version_of, FROZEN)) == SCHEMA_VERSION


def test_what_has_been_frozen_is_never_written_again(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        freeze.freeze(FOLDER)
    made = freeze.freeze(tmp_path)
    assert made.name in {path.name for path in FROZEN}
    assert version_of(made) == SCHEMA_VERSION


def schema(path: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as db:
        sql = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        return sorted(db.execute(sql))


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda path: path.stem)
def test_an_earlier_workspace_comes_out_like_a_new_one(frozen: Path, tmp_path: Path) -> None:
    older, new = tmp_path / "older.consultee", tmp_path / "new.consultee"
    shutil.copyfile(frozen, older)
    for path in (older, new):
        open_workspace(path).close()
    assert schema(older) == schema(new)


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda path: path.stem)
def test_an_earlier_workspace_opens_with_the_work_inside(
    frozen: Path, tmp_path: Path, paths: Paths
) -> None:
    path = tmp_path / "work.consultee"
    shutil.copyfile(frozen, path)
    session = Session.open(path, paths)
    try:
        assert session.problems == ()
        if version_of(frozen) > 1:
            _holds_the_imports(session)
        if version_of(frozen) > 2:
            _holds_what_was_learned_and_drafted(session)
        if version_of(frozen) > 3:
            _holds_what_checking_needs(session)
        if version_of(frozen) > 4:
            _holds_what_courses_need(session)
        _holds_the_work(session)
    finally:
        session.close()
    assert version_of(path) == SCHEMA_VERSION
    kept = [backup for _, backup in backups.list_backups(paths.backups(path))]
    assert [version_of(backup) for backup in kept] == [version_of(frozen)] * (
        version_of(frozen) < SCHEMA_VERSION
    )


def _holds_the_work(session: Session) -> None:
    draft = session.draft(freeze.RESPONSE)
    assert draft.organisation.name == "Fernbrook Community Trust"
    assert (draft.organisation.about, draft.organisation.contact_name) == (
        "We run **four** village halls.",
        "Ada Finch",
    )
    first = draft.answer("1")
    assert (first.body, first.mark) == (freeze.BODY, AnswerMark.READY)
    assert first.key_point == "Halls need people more than money."
    assert draft.answer("5").skip_reason == "Not our field."
    assert draft.recommendations == (
        Recommendation(
            "ask", freeze.RESPONSE, "1", "The Government", "pay halls for opening", "April 2012"
        ),
    )
    assert draft.response.summary == (SummaryPoint("Halls hold villages together.", ("1", "2")),)
    assert draft.response.reason == "We see who keeps halls open."
    assert draft.response.dated == date(2011, 3, 7)
    assert [version.body for version in session.versions(freeze.RESPONSE, "1")] == [
        freeze.BODY,
        freeze.EARLIER,
    ]
    _holds_library_and_undo(session)


def _holds_the_imports(session: Session) -> None:
    call, waiting, taken = session.intake.documents()
    assert taken.state is ImportState.ACCEPTED
    passages = session.intake.passages_of(taken.id)
    assert [passage.text for passage in passages] == [HALLS, BUSES, ASK]
    place = session.intake.find_place(taken.source, passages[0].locator)
    assert place is not None
    assert (place.name, place.blocks) == ("taken.docx", ("b1",))
    found = session.searching("volunteers cleaning", kinds=frozenset(), passages=True)()
    assert [hit.piece.text for hit in found] == [HALLS]
    (mark,) = session.intake.review(taken.id).marks
    assert mark.state is MarkState.MADE
    made = session.snippet(mark.snippet)
    assert made is not None
    assert (made.owner, made.claim) == ("Ada Finch", "Pay councils for open evenings.")
    (version,) = session.library.snippet_versions(made.id)
    assert version.snippet.text == made.text
    assert session.intake.review(waiting.id).blocks[1].block.text == freeze.WAITING
    session.undo(import_scope(waiting.id))
    assert session.intake.review(waiting.id).blocks[1].block.text == HALLS
    assert session.intake.review(call.id).call == freeze.CALL
    titles = {item.id: item.title for item in session.consultations()}
    assert titles[call.consultation] == "Halls in villages"


def _holds_what_was_learned_and_drafted(session: Session) -> None:
    assert learning_rows.verdicts(session._db) == (
        Noted("fernbrook-hours", f"{INQUIRY}#1", freeze.ASKED, Verdict.HELPED),
    )
    draft = session.draft(freeze.RESPONSE)
    assert draft.answer("7").key_point == freeze.DRAFTED
    assert draft.unreviewed == {"7": (freeze.DRAFTED,)}


def _holds_what_checking_needs(session: Session) -> None:
    draft = session.draft(freeze.RESPONSE)
    assert draft.dismissals == (freeze.DISMISSED,)
    assert draft.translations[freeze.WELSH].text == "Mae ar neuaddau angen pobl."
    assert draft.sign_off is not None
    assert (draft.sign_off.who, draft.sign_off.approved) == ("Ada Finch", date(2011, 3, 6))
    assert draft.consultation.closes == date(2011, 3, 10)
    assert consent_rows.consents(session._db) == {freeze.AGREED.snippet: freeze.AGREED}
    assert wording_rows.own_words(session._db, "en-GB") == ["Fernbrookers"]
    (house,) = wording_rows.house_rules(session._db, freeze.ORGANISATION)
    assert (house.name, house.text) == ("house.toml", freeze.HOUSE)
    (sent,) = session.sending.log(freeze.RESPONSE)
    assert (sent.place, sent.reference) == ("By email", "BS 200")
    (exported,) = session.sending.exports(freeze.RESPONSE)
    assert exported.reason == "Only to show."


def _holds_what_courses_need(session: Session) -> None:
    (course,) = course_rows.courses(session._db)
    assert (course.id, course.text, course.origin) == ("halls-course", "format = 1\n", "own")
    assert list(course_rows.works(session._db).values()) == [freeze.DONE]
    assert list(course_rows.collected(session._db)) == [freeze.HANDED_IN]
    assert course_rows.comments(session._db, freeze.HANDED_IN.id) == [freeze.COMMENT]
    assert course_rows.bank(session._db) == [freeze.BANK]


def _holds_library_and_undo(session: Session) -> None:
    mine = session.snippet("fernbrook-hours")
    assert mine is not None
    assert (mine.origin, mine.review_by) == (Origin.OWN, date(2027, 5, 1))
    assert "fernbrook-hours" in {s.piece.id for s in session.searching("halls open ")()}
    # Its pack does not come with the program any more, but an answer may cite its source.
    assert "larchfield-trustees" in {item.id for item in session.snippets(retired=True)}
    assert "larchfield-halls" in session.sources()
    assert session.setting("text-size") == 125
    scope = response_scope(freeze.RESPONSE)
    assert session.redo_name(scope) == "change to key point 3"
    session.redo(scope)
    assert session.draft(freeze.RESPONSE).answer("3").key_point == "Taken back again."
    while session.undo(scope):
        pass
    empty = session.draft(freeze.RESPONSE)
    assert (empty.answers, empty.unreviewed) == ({}, {})
