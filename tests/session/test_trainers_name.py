"""A trainer's name stands beside what they write; what they wrote before keeps its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.commenting import anchor_at
from desktop.core.edits import WORKSPACE_SCOPE
from desktop.core.sending_comments import read_comments
from desktop.paths import Paths
from desktop.session import Session
from desktop.session.teaching import TeachingDoor
from tests.support import learners

ANCHOR = anchor_at("answer:2", learners.BODIES["2"], 0, len("Everybody"))


@pytest.fixture
def teaching(session: Session, paths: Paths, tmp_path: Path) -> TeachingDoor:
    teaching = session.courses.teaching
    teaching.keep(teaching.collecting(learners.hand_in(session, paths, tmp_path, ["Bo Larch"]))())
    return teaching


def signed(teaching: TeachingDoor) -> dict[str, str]:
    (kept,) = teaching.collected()
    return {each.text: each.author for each in teaching.comments_on(kept.id)}


def test_what_was_written_under_a_name_keeps_it_until_it_is_to_be_changed(
    session: Session, teaching: TeachingDoor, tmp_path: Path
) -> None:
    (kept,) = teaching.collected()
    teaching.name = "Ama"
    first = teaching.comment(kept.id, ANCHOR, "Who?")
    teaching.name = "Ama Reed"
    teaching.comment(kept.id, ANCHOR, "Where?")
    teaching.comment(kept.id, ANCHOR, "Who is it?", first.id)
    assert signed(teaching) == {"Who is it?": "Ama", "Where?": "Ama Reed"}
    sent = read_comments(
        teaching.send_comments(kept.id, tmp_path / "back").read_text(encoding="utf-8")
    )
    assert sent.by == "Ama Reed"
    assert {each.text: each.author for each in sent.comments} == signed(teaching)
    assert teaching.written_as("Ama") == 1
    teaching.sign_anew("Ama")
    assert signed(teaching) == {"Who is it?": "Ama Reed", "Where?": "Ama Reed"}
    session.undo(WORKSPACE_SCOPE)
    assert signed(teaching) == {"Who is it?": "Ama", "Where?": "Ama Reed"}


def test_a_learner_sees_each_comment_once_whatever_its_name_was(
    session: Session, teaching: TeachingDoor, paths: Paths, tmp_path: Path
) -> None:
    (kept,) = teaching.collected()
    learner = Session.open(learners.practised(session), paths)
    teaching.name = "Ama"
    teaching.comment(kept.id, ANCHOR, "Who?")
    for name in ("Ama", "Ama Reed"):
        teaching.name = name
        learner.courses.open_comments(teaching.send_comments(kept.id, tmp_path / "back", True))
        assert [each.author for each in learner.courses.comments()] == ["Ama"]
    learner.close()
