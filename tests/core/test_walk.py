from __future__ import annotations

from desktop.core.response import Answer, AnswerMark, AnswerState, SummaryPoint
from desktop.core.summary import points_from_key_points, summary_points
from desktop.core.walk import neighbour, progress, states
from tests.support.drafts import make_draft

DRAFT = make_draft(
    {
        "1": Answer("r", "1", key_point="One.", mark=AnswerMark.READY),
        "2": Answer("r", "2", key_point="Two.", mark=AnswerMark.SKIPPED, skip_reason="No."),
        "3": Answer("r", "3", key_point=" Three. "),
    },
    questions=4,
)


def test_each_question_shows_where_it_stands() -> None:
    assert states(DRAFT) == {
        "1": AnswerState.READY,
        "2": AnswerState.SKIPPED,
        "3": AnswerState.DRAFTING,
        "4": AnswerState.NOT_STARTED,
    }
    so_far = progress(states(DRAFT).values())
    assert (so_far.total, so_far.ready, so_far.skipped, so_far.drafting, so_far.done) == (
        4,
        1,
        1,
        1,
        2,
    )


def test_the_walk_goes_on_and_back_and_ends_at_the_ends() -> None:
    inquiry = DRAFT.consultation
    assert neighbour(inquiry, "1", 1) == "2"
    assert neighbour(inquiry, "2", -1) == "1"
    assert neighbour(inquiry, "1", -1) is None
    assert neighbour(inquiry, "4", 1) is None


def test_the_summary_follows_the_key_points_of_what_is_answered() -> None:
    assert points_from_key_points(DRAFT) == (
        SummaryPoint("One.", ("1",)),
        SummaryPoint("Three.", ("3",)),
    )
    assert summary_points(DRAFT) == points_from_key_points(DRAFT)


def test_an_edited_summary_stays_as_it_was_edited() -> None:
    edited = (SummaryPoint("Mine."),)
    assert summary_points(make_draft({"1": "Text."}, summary=edited)) == edited
