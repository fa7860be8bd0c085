from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.budget import Budget, suggested_share
from desktop.core.consultation import Limit, LimitUnit, Question
from desktop.core.response import AnswerState
from tests.support.drafts import make_questions

NINE = make_questions(9)


def test_three_thousand_words_over_nine_questions_leave_room_for_the_frame() -> None:
    assert suggested_share(Limit(3000), NINE, {}, "1") == 300


def test_the_share_of_a_skipped_question_goes_to_the_others() -> None:
    states = {"5": AnswerState.SKIPPED, "6": AnswerState.SKIPPED}
    assert suggested_share(Limit(3000), NINE, states, "1") == 380
    assert suggested_share(Limit(3000), NINE, states, "5") == 0


def test_a_limit_of_the_question_itself_comes_first() -> None:
    questions = (Question("1", "Why?", "Why", limit=Limit(150)), *NINE[1:])
    assert suggested_share(Limit(3000), questions, {}, "1") == 150


def test_without_a_limit_in_words_nothing_is_suggested() -> None:
    assert suggested_share(None, NINE, {}, "1") is None
    assert suggested_share(Limit(8, LimitUnit.PAGES), NINE, {}, "1") is None


def test_words_left_go_below_nothing_when_the_limit_is_passed() -> None:
    assert Budget(2900, Limit(3000)).left == 100
    over = Budget(3100, Limit(3000))
    assert (over.left, over.over) == (-100, True)
    assert Budget(3100, None).over is False


@given(
    limit=st.integers(1, 50_000),
    count=st.integers(1, 60),
    skipped=st.sets(st.integers(1, 60)),
)
def test_the_shares_never_add_up_to_more_than_the_limit(
    limit: int, count: int, skipped: set[int]
) -> None:
    questions = make_questions(count)
    states = {str(n): AnswerState.SKIPPED for n in skipped}
    shares = [suggested_share(Limit(limit), questions, states, q.number) or 0 for q in questions]
    assert sum(shares) <= limit
