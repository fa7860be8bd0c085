"""What a trainer said of many learners' work goes to files of theirs, on another thread."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from desktop.core.commenting import anchor_at
from desktop.core.edits import WORKSPACE_SCOPE
from desktop.paths import Paths
from desktop.session import Session
from desktop.session.course_sent import Sent
from desktop.session.teaching import TeachingDoor
from tests.support import learners


@pytest.fixture
def teaching(session: Session, paths: Paths, tmp_path: Path) -> TeachingDoor:
    """The door of a trainer who has said something of two learners' work."""
    folder = tmp_path / "handed in"
    folder.mkdir()
    teaching = session.courses.teaching
    teaching.name = "Ama Reed"
    learners.hand_in(session, paths, folder, ["Bo Larch", "Nia Fell"])
    teaching.keep(teaching.collecting([folder])())
    body = learners.BODIES["2"]
    for kept in teaching.collected():
        anchor = anchor_at("answer:2", body, 0, len("Everybody"))
        teaching.comment(kept.id, anchor, f"Who, {kept.name}?")
        teaching.mark(kept.id, "evidence", level=1)
    return teaching


def places(teaching: TeachingDoor, folder: Path, ending: str) -> dict[str, Path]:
    return {kept.id: folder / f"{kept.name}{ending}" for kept in teaching.collected()}


def test_the_files_of_many_say_what_that_of_one_does(
    teaching: TeachingDoor, tmp_path: Path
) -> None:
    where = places(teaching, tmp_path, ".consultee-comments")
    heard: list[tuple[int, int]] = []
    job = teaching.sending_all(where, progress=lambda *told: heard.append(told))
    assert job() == 2
    assert heard == [(1, 2), (2, 2)]
    for collected, path in where.items():
        alone = teaching.send_comments(collected, tmp_path / "alone", replace_it=True)
        assert path.read_bytes() == alone.read_bytes()


def test_each_learner_has_a_word_document_with_the_comments_on_their_words(
    teaching: TeachingDoor, tmp_path: Path
) -> None:
    where = places(teaching, tmp_path, ".docx")
    assert teaching.sending_all(where, scripts=True)() == 2
    said = [[made.text for made in Document(str(path)).comments] for path in where.values()]
    assert said == [["Who, Bo Larch?"], ["Who, Nia Fell?"]]


def test_what_was_sent_back_is_known_and_whether_something_else_is_said_since(
    session: Session, teaching: TeachingDoor, tmp_path: Path
) -> None:
    course = session.courses.read(learners.FIRST)
    rows = teaching.looking_at(learners.FIRST)()

    def states() -> list[Sent]:
        return [row.sent for row in teaching.said_since(course, rows)]

    assert [row.sent for row in rows] == states() == [Sent.NOT, Sent.NOT]
    bo, nia = (kept.id for kept in teaching.collected())
    teaching.send_comments(bo, tmp_path / "bo")
    assert states() == [Sent.SENT, Sent.NOT]
    teaching.mark(bo, "evidence", level=2)
    assert states() == [Sent.CHANGED, Sent.NOT]
    teaching.note_sent(bo, nia, "gone")
    assert states() == [Sent.SENT, Sent.SENT]
    made = teaching.comment(nia, anchor_at("answer:2", learners.BODIES["2"], 0, 9), "Who?")
    assert states() == [Sent.SENT, Sent.CHANGED]
    # To send is nothing that Undo could take back; to comment is.
    session.undo(WORKSPACE_SCOPE)
    assert made.id not in {each.id for each in teaching.comments_on(nia)}
    assert states() == [Sent.SENT, Sent.SENT]
    assert [row.sent for row in teaching.looking_at(learners.FIRST)()] == states()
    # What was sent back is no mark of the rubric.
    assert [mark.item for mark in teaching.marks(bo)] == ["trainer/evidence"]


def test_work_that_was_removed_meanwhile_is_left_out_and_one_can_stop(
    teaching: TeachingDoor, tmp_path: Path
) -> None:
    where = places(teaching, tmp_path, ".consultee-comments")
    gone, here = where
    teaching.forget(gone)
    assert teaching.sending_all(where)() == 1
    assert [path.exists() for path in where.values()] == [False, True]
    where[here].unlink()
    assert teaching.sending_all(where, wanted=lambda: False)() == 0
    assert not where[here].exists()
