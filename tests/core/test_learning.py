"""What a learner did is read as what it can be, whoever wrote the file that it came in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from desktop.core.commenting import Anchor, Comment
from desktop.core.learning import FirstAttempt, Learning, Work, WorkKind
from desktop.core.response import Answer

NOW = datetime(2026, 11, 28, 9, 0)  # noqa: DTZ001


def rubric(**data: object) -> Work:
    return Work(WorkKind.RUBRIC, "self/evidence", data, NOW)


@pytest.mark.parametrize("level", [0, 3])
def test_a_level_is_one_of_the_four(level: int) -> None:
    assert rubric(level=level).level == level


@pytest.mark.parametrize("level", [None, 4, -1, True, 2.0, "2", [2], 10**30])
def test_what_is_no_level_is_none(level: object) -> None:
    assert rubric(level=level).level is None


@pytest.mark.parametrize("said", [None, 5, ["a"], {"a": 1}, True])
def test_what_is_no_text_says_nothing(said: object) -> None:
    assert rubric(text=said, quote=said).text == ""
    assert rubric(quote=said).words("quote") == ""
    works = {(WorkKind.STEP, "a"): Work(WorkKind.STEP, "a", {"state": said}, NOW)}
    assert Learning("halls", "practice", works).state("a") == ""


@pytest.mark.parametrize(
    ("data", "first"),
    [
        ({"shown": True}, None),
        ({"text": " ", "key_point": ""}, None),
        ({"text": "We drove.", "key_point": ""}, FirstAttempt("", "We drove.")),
        ({"text": "", "key_point": "Halls."}, FirstAttempt("Halls.", "")),
    ],
)
def test_a_first_attempt_is_one_only_where_something_was_written(
    data: dict[str, object], first: FirstAttempt | None
) -> None:
    works = {(WorkKind.FIRST, "1"): Work(WorkKind.FIRST, "1", data, NOW)}
    learning = Learning("halls", "practice", works)
    assert learning.has_seen("1")
    assert not learning.has_seen("2")
    assert learning.first("1") == first


def test_a_first_attempt_is_that_of_an_answer_which_still_says_the_same() -> None:
    first = FirstAttempt("Halls.", "We drove.")
    assert first.is_that_of(Answer("practice", "1", "Halls.", "We drove.\n"))
    assert not first.is_that_of(Answer("practice", "1", "Halls.", "We walked."))
    assert not first.is_that_of(Answer("practice", "1", "", "We drove."))


def test_a_comment_is_dealt_with_as_long_as_it_says_the_same() -> None:
    comment = Comment("c", Anchor("answer:1", "people", 0), "Which?", "Ada", NOW)
    dealt = Work(WorkKind.DEALT, "c", {"text": "Which?"}, NOW)
    learning = Learning("halls", "practice", {(WorkKind.DEALT, "c"): dealt})
    assert learning.has_dealt_with(comment)
    assert not learning.has_dealt_with(replace(comment, text="Which people?"))
    assert not learning.has_dealt_with(replace(comment, id="d"))
    assert learning.has_dealt_with(replace(comment, id="newer-work/c")), "it comes again"
