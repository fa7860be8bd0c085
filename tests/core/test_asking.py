from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.asking import Statement, asking, short
from desktop.core.evidence import Purpose
from desktop.core.understanding import SentenceKind


def asked(text: str, kind: SentenceKind, year: str = "2019") -> str:
    return asking(Statement("said:1", text, kind, year), ("*",)).question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "The Government should publish its plan.",
            "In 2019 you recommended that the Government should publish its plan."
            " Does it still stand?",
        ),
        (
            "Ministers must reply within a month.",
            "In 2019 you recommended that Ministers must reply within a month."
            " Does it still stand?",
        ),
        (
            "We urge the Department to reply.",
            "In 2019 you recommended this: “We urge the Department to reply.” Does it still stand?",
        ),
        (
            "Fernbrook Council should reply.",
            "In 2019 you recommended this: “Fernbrook Council should reply.” Does it still stand?",
        ),
    ],
)
def test_a_recommendation_is_asked_about_in_good_english(text: str, question: str) -> None:
    assert asked(text, SentenceKind.RECOMMENDATION) == question


def test_a_figure_is_asked_for_anew_with_its_own_year() -> None:
    text = "In 2017 volunteers gave 12,000 hours."
    assert asked(text, SentenceKind.FIGURE) == (
        "You gave a figure for 2017: “In 2017 volunteers gave 12,000 hours.” Is there a newer one?"
    )
    assert "a figure for 2019:" in asked("They gave 12,000 hours.", SentenceKind.FIGURE)
    assert "You gave a figure: " in asked("They gave 12,000 hours.", SentenceKind.FIGURE, "")
    unchanged = "A mile has paid 45p since 2011."
    assert "You gave a figure: " in asked(unchanged, SentenceKind.FIGURE)


def test_a_claim_a_case_and_a_fact_are_asked_about_each_in_its_way() -> None:
    assert asked("It is “unfair”.", SentenceKind.CLAIM) == (
        "In 2019 you argued: “It is ‘unfair’.” Do you still, and what shows it now?"
    )
    assert asked("Nobody came.", SentenceKind.TESTIMONY).endswith("What has happened since?")
    assert asked("The hall is shut.", SentenceKind.FACT, "") == (
        "In an earlier response you wrote: “The hall is shut.” Is it still so?"
    )


def test_a_prompt_says_where_its_sentence_stands() -> None:
    said = Statement(
        "said:7", "Councils must reply.", SentenceKind.RECOMMENDATION, "2019", "key", "page 3"
    )
    prompt = asking(said, ("inquiry#2",))
    assert (prompt.id, prompt.source, prompt.locator) == ("said:7", "key", "page 3")
    assert prompt.questions == ("inquiry#2",)
    assert prompt.purpose is Purpose.RECOMMENDATION
    assert prompt.starter == (
        "In 2019 we recommended that councils must reply. This still stands, because "
    )
    assert "in 2019" in prompt.why


def test_a_long_sentence_is_cut_at_a_word() -> None:
    text = "The Government should " + "really " * 60 + "reply."
    question = asked(text, SentenceKind.RECOMMENDATION)
    assert "really… Does it still stand?" in question
    assert len(short(text)) <= 161


@given(st.text(), st.sampled_from(SentenceKind), st.sampled_from(["", "2019"]))
def test_any_sentence_makes_a_prompt_that_is_no_template(
    text: str, kind: SentenceKind, year: str
) -> None:
    prompt = asking(Statement("k", text, kind, year), ("*",))
    assert prompt.question.endswith("?")
    assert "{" not in prompt.starter
    assert prompt.starter.endswith(" ")
