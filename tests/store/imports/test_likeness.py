"""Passages that say nearly the same meet, and those that give different figures stay apart."""

from __future__ import annotations

import pytest

from desktop.core.evidence import Passage
from desktop.session import Session
from desktop.store.connection import Connection
from desktop.store.imports import likeness
from tests.support.imported import ASK, BUSES, HALLS, a_file, take_in, understood


@pytest.fixture
def db(session: Session) -> Connection:
    take_in(session, a_file())
    return session._db


def group(db: Connection, *texts: str) -> list[str]:
    made = [Passage(f"new:{n}", "", "", n, text, "") for n, text in enumerate(texts)]
    return [group for group, _ in likeness.groups(db, made)]


def first(db: Connection, text: str) -> str:
    return db.execute("SELECT id FROM passages WHERE text = ?", [text]).fetchone()[0]


def test_the_same_words_in_another_dress_are_the_same(db: Connection) -> None:
    dressed = HALLS.upper().replace(",", " –")
    assert group(db, dressed) == [first(db, HALLS)]


def test_a_few_other_words_are_nearly_the_same(db: Connection) -> None:
    assert group(db, HALLS.replace("a week each", "each week")) == [first(db, HALLS)]


def test_another_figure_is_not_the_same(db: Connection) -> None:
    assert group(db, HALLS.replace("312", "298")) == ["new:0"]


def test_those_of_one_file_are_grouped_among_themselves(db: Connection) -> None:
    fresh = "Nobody has said this before, and here it is said twice in one and the same paper."
    assert group(db, fresh, ASK, fresh) == ["new:0", first(db, ASK), "new:0"]


def test_a_text_without_words_is_like_no_other(db: Connection) -> None:
    assert group(db, "***", "***") == ["new:0", "new:1"]


def test_what_has_left_the_library_is_not_met_again(session: Session) -> None:
    (key,) = take_in(session, a_file())
    session.intake.back_to_review(key)
    assert session._db.execute("SELECT count(*) FROM likenesses").fetchone() == (0,)
    (other,) = take_in(session, a_file(understood(HALLS, BUSES, title="Other"), name="o.docx"))
    assert all(row.startswith(other) for row in _groups(session))


def _groups(session: Session) -> list[str]:
    return [row[0] for row in session._db.execute("SELECT likeness FROM passages")]
