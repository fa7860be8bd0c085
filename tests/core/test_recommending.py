from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.recommending import is_blank, recommendation_line
from desktop.core.response import Recommendation
from desktop.core.text import Text, plain


def item(who: str = "", what: str = "", by_when: str = "") -> Recommendation:
    return Recommendation("r", "response", "2", who, what, by_when)


def sentence(**words: str) -> str:
    return plain(recommendation_line(item(**words)))


@pytest.mark.parametrize(
    ("who", "what", "when", "expected"),
    [
        (
            "HM Treasury",
            "Ring-fence a fund",
            "April 2012",
            "HM Treasury should ring-fence a fund by April 2012.",
        ),
        (
            "councils",
            "should pay on time.",
            "within 30 days",
            "Councils should pay on time within 30 days.",
        ),
        ("The Office", "NHS-proof its forms", "", "The Office should NHS-proof its forms."),
        ("", "publish the figures", "", "[Who] should publish the figures."),
        ("Ministers", "", "", "Ministers should [do what]."),
        (
            "Councils",
            "Publish the figures",
            "By May",
            "Councils should publish the figures by May.",
        ),
        (
            "Councils",
            "must pay £5\u00a0m",
            "as soon as they can",
            "Councils should pay £5\u00a0m as soon as they can.",
        ),
        ("Buyers", "say what it costs to bid", "", "Buyers should say what it costs to bid."),
    ],
)
def test_a_recommendation_reads_as_a_sentence(
    who: str, what: str, when: str, expected: str
) -> None:
    assert sentence(who=who, what=what, by_when=when) == expected


def test_who_and_when_stand_out() -> None:
    line = recommendation_line(item("Councils", "pay on time", "May"))
    assert [part.text for part in line if isinstance(part, Text) and part.bold] == [
        "Councils",
        "by May",
    ]


@given(st.text(), st.text(), st.text())
def test_every_recommendation_ends_with_one_stop(who: str, what: str, when: str) -> None:
    words = sentence(who=who, what=what, by_when=when)
    assert words.endswith(".")
    assert not words.endswith("..")


def test_only_one_without_any_words_is_blank() -> None:
    assert is_blank(item(" ", "", "\n"))
    assert not is_blank(item(by_when="May"))
