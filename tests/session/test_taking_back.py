"""What a trainer takes back goes from the learner with the next file, and nobody else's goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core import edits
from desktop.core.commenting import anchor_at
from desktop.core.edits import WORKSPACE_SCOPE
from desktop.core.learning import Column, WorkKind, dealt_item
from desktop.core.sending_comments import read_comments
from desktop.core.travelling import Sort, packed, unpacked
from desktop.paths import Paths
from desktop.session import Session
from desktop.session.course_sent import Sent
from desktop.session.teaching import TeachingDoor
from tests.support.learners import FIRST, RESPONSE

BODY = "We drove 40 people. They got there."


class Learner:
    """A learner, and the files that go between them and their trainers."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.session = session
        self._folder = folder
        self._count = 0

    def path(self) -> Path:
        self._count += 1
        return self._folder / f"file {self._count}"

    def hand_in(self, *teaching: TeachingDoor, body: str = BODY) -> None:
        self.session.apply(edits.SetBody(RESPONSE, "1", body))
        file = self.session.courses.hand_in(self.path())
        for door in teaching:
            door.keep(door.collecting([file])())

    def hear(self, teaching: TeachingDoor) -> None:
        (kept,) = teaching.collected()
        self.session.courses.open_comments(teaching.send_comments(kept.id, self.path()))

    @property
    def comments(self) -> set[str]:
        return {each.text for each in self.session.courses.comments()}

    @property
    def marks(self) -> dict[str, int | None]:
        works = self.session.courses.practised()[1].works
        return {
            item.rpartition("/")[2]: work.level
            for (kind, item), work in works.items()
            if kind is WorkKind.RUBRIC and item.startswith(Column.TRAINER)
        }


@pytest.fixture
def learner(session: Session, paths: Paths, tmp_path: Path) -> Iterator[Learner]:
    opened = Session.open(session.courses.beginning(FIRST, "Bo")(), paths)
    folder = tmp_path / "files"
    folder.mkdir()
    yield Learner(opened, folder)
    opened.close()


@pytest.fixture
def ama(session: Session, learner: Learner) -> TeachingDoor:
    """A trainer who has the learner's first work."""
    session.courses.teaching.name = "Ama"
    learner.hand_in(session.courses.teaching)
    return session.courses.teaching


@pytest.fixture
def ben(
    learner: Learner, ama: TeachingDoor, paths: Paths, tmp_path: Path
) -> Iterator[TeachingDoor]:
    """Another trainer, who has the same work and says nothing of who they are."""
    opened = Session.open(tmp_path / "ben.consultee", paths)
    learner.hand_in(opened.courses.teaching)
    yield opened.courses.teaching
    opened.close()


def say(teaching: TeachingDoor, text: str, words: str = "We drove") -> str:
    """Comment on words of the learner's; returns the id of the comment."""
    (kept,) = teaching.collected()
    start = BODY.index(words)
    anchor = anchor_at("answer:1", BODY, start, start + len(words))
    return teaching.comment(kept.id, anchor, text).id


def mark(teaching: TeachingDoor, criterion: str, level: int | None) -> None:
    (kept,) = teaching.collected()
    teaching.mark(kept.id, criterion, **({} if level is None else {"level": level}))


def test_a_comment_that_was_taken_back_goes_though_newer_work_came_between(
    learner: Learner, ama: TeachingDoor
) -> None:
    who = say(ama, "Who?")
    say(ama, "Where to?")
    learner.hear(ama)
    learner.hand_in(ama, body=f"{BODY} All of them.")
    ama.uncomment(who)
    learner.hear(ama)
    assert learner.comments == {"Where to?"}
    learner.session.undo(WORKSPACE_SCOPE)
    assert learner.comments == {"Where to?", "Who?"}
    learner.session.redo(WORKSPACE_SCOPE)
    assert learner.comments == {"Where to?"}


@pytest.mark.parametrize("signs_anew", [False, True])
def test_a_trainer_who_is_called_something_else_by_now_can_take_back_what_they_said(
    learner: Learner, ama: TeachingDoor, signs_anew: bool
) -> None:
    who, where = say(ama, "Who?"), say(ama, "Where to?")
    learner.hear(ama)
    ama.name = "Ama Reed"
    if signs_anew:
        ama.sign_anew("Ama")
    ama.uncomment(who)
    learner.hear(ama)
    assert learner.comments == {"Where to?"}
    ama.name = "A. R."
    ama.uncomment(where)
    learner.hear(ama)
    assert learner.comments == set()


def test_a_mark_that_was_taken_back_goes_and_can_be_given_again(
    learner: Learner, ama: TeachingDoor
) -> None:
    mark(ama, "evidence", 2)
    mark(ama, "asks", 1)
    learner.session.courses.set(WorkKind.RUBRIC, "self/evidence", level=3)
    learner.hear(ama)
    assert learner.marks == {"evidence": 2, "asks": 1}
    mark(ama, "evidence", None)
    learner.hear(ama)
    assert learner.marks == {"asks": 1}
    own = learner.session.courses.practised()[1].work(WorkKind.RUBRIC, "self/evidence")
    assert own is not None
    assert own.level == 3
    learner.session.undo(WORKSPACE_SCOPE)
    assert learner.marks == {"evidence": 2, "asks": 1}
    mark(ama, "evidence", 0)
    learner.hear(ama)
    assert learner.marks == {"evidence": 0, "asks": 1}


def test_what_two_trainers_say_of_the_same_work_stays_whichever_of_them_takes_back(
    learner: Learner, ama: TeachingDoor, ben: TeachingDoor
) -> None:
    ama.name = ""  # neither says who they are, so that no name could tell them apart
    who = say(ama, "Who?")
    say(ben, "How far?")
    mark(ama, "evidence", 2)
    mark(ben, "evidence", 1)
    mark(ben, "asks", 3)
    learner.hear(ama)
    learner.hear(ben)
    assert learner.comments == {"Who?", "How far?"}
    assert learner.marks == {"evidence": 1, "asks": 3}
    ama.uncomment(who)
    mark(ama, "evidence", None)
    learner.hear(ama)
    assert learner.comments == {"How far?"}
    # There is one column for trainers, and the mark in it was the other one's.
    assert learner.marks == {"evidence": 1, "asks": 3}


def test_what_is_said_of_somebody_else_s_work_from_the_same_practice_stays(
    learner: Learner, ama: TeachingDoor
) -> None:
    learner.session.courses.set(WorkKind.NAME, text="Nia")
    learner.hand_in(ama, body=f"{BODY} So she says.")
    on = {kept.name: kept.id for kept in ama.collected()}
    anchor = anchor_at("answer:1", BODY, 0, len("We drove"))
    said = {name: ama.comment(on[name], anchor, f"Who, {name}?").id for name in ("Bo", "Nia")}
    for name in ("Bo", "Nia"):
        learner.session.courses.open_comments(ama.send_comments(on[name], learner.path()))
    assert learner.comments == {"Who, Bo?", "Who, Nia?"}
    ama.uncomment(said["Bo"])
    learner.session.courses.open_comments(ama.send_comments(on["Bo"], learner.path()))
    assert learner.comments == {"Who, Nia?"}


def test_what_is_dealt_with_stays_so_when_newer_work_was_handed_in(
    learner: Learner, ama: TeachingDoor
) -> None:
    say(ama, "Who?")
    learner.hear(ama)
    (comment,) = learner.session.courses.comments()
    learner.session.courses.set(WorkKind.DEALT, dealt_item(comment.id), text=comment.text)
    learner.hand_in(ama, body=f"{BODY} All of them.")
    learner.hear(ama)
    (comment,) = learner.session.courses.comments()
    assert learner.session.courses.practised()[1].has_dealt_with(comment)


def as_before(file: Path) -> Path:
    """Have a trainer's file be as older versions wrote it."""
    said, _ = unpacked(Sort.COMMENTS, file.read_text(encoding="utf-8"))
    said = {key: value for key, value in said.items() if key not in ("trainer", "collected")}
    file.write_text(packed(Sort.COMMENTS, said), encoding="utf-8")
    return file


def test_files_of_older_versions_are_taken_in_as_they_were_and_followed_by_newer_ones(
    learner: Learner, ama: TeachingDoor
) -> None:
    who = say(ama, "Who?")
    say(ama, "Where to?")
    mark(ama, "evidence", 2)
    (kept,) = ama.collected()
    for _ in range(2):
        file = as_before(ama.send_comments(kept.id, learner.path()))
        assert read_comments(file.read_text(encoding="utf-8")).source == ""
        learner.session.courses.open_comments(file)
        assert len(learner.session.courses.comments()) == 2
    ama.uncomment(who)
    learner.hear(ama)
    assert learner.comments == {"Where to?"}
    assert learner.marks == {"evidence": 2}


def test_no_file_says_more_of_a_trainer_than_that_it_is_the_same_one(
    session: Session, learner: Learner, ama: TeachingDoor
) -> None:
    mark(ama, "evidence", 2)
    learner.hear(ama)
    (kept,) = ama.collected()
    where = learner.path()
    assert ama.sending_all({kept.id: where})() == 1
    sent = read_comments(where.read_text(encoding="utf-8"))
    assert len(sent.trainer) == 12
    assert sent.collected == kept.id
    # Nor does a learner hand it on.
    handed_in = learner.session.courses.hand_in(learner.path()).read_text(encoding="utf-8")
    assert sent.trainer not in handed_in


def test_what_was_sent_has_changed_when_newer_work_comes_or_all_was_taken_back(
    learner: Learner, ama: TeachingDoor
) -> None:
    def state() -> Sent:
        (row,) = ama.looking_at(FIRST)()
        return row.sent

    who = say(ama, "Who?")
    learner.hear(ama)
    assert state() is Sent.SENT
    learner.hand_in(ama, body=f"{BODY} All of them.")
    assert state() is Sent.CHANGED
    learner.hear(ama)
    assert state() is Sent.SENT
    ama.uncomment(who)
    assert state() is Sent.CHANGED
    learner.hear(ama)
    assert (state(), learner.comments) == (Sent.SENT, set())
