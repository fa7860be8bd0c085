from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.consultation import Limit, LimitUnit, Question, QuestionKind
from desktop.core.words import Count
from desktop.ui.pages.question_parts.choices import Choices
from desktop.ui.pages.question_parts.length import length_words


@pytest.fixture
def choices(qtbot: QtBot) -> Choices:
    choices = Choices()
    qtbot.addWidget(choices)
    choices.show()
    return choices


@pytest.fixture
def chosen(choices: Choices) -> list[tuple[str, ...]]:
    made: list[tuple[str, ...]] = []
    choices.chosen.connect(made.append)
    return made


def question(kind: QuestionKind, *options: str) -> Question:
    return Question("1", "Should halls stay open?", "Halls", kind=kind, options=options)


def test_an_open_question_offers_nothing_to_choose(choices: Choices) -> None:
    choices.show_question(question(QuestionKind.OPEN), ())
    assert not choices.isVisible()


def test_a_scale_without_options_has_the_usual_five(
    choices: Choices, chosen: list[tuple[str, ...]]
) -> None:
    choices.show_question(question(QuestionKind.AGREE_SCALE), ())
    assert list(choices.buttons())[0::4] == ["Strongly agree", "Strongly disagree"]
    choices.buttons()["Agree"].click()
    choices.buttons()["Disagree"].click()
    assert chosen == [("Agree",), ("Disagree",)]


def test_several_options_can_be_chosen_where_the_question_allows_it(
    choices: Choices, chosen: list[tuple[str, ...]]
) -> None:
    choices.show_question(question(QuestionKind.MULTIPLE, "Rent", "Heat & light", "People"), ())
    choices.buttons()["People"].click()
    QTest.keyClick(choices.buttons()["Rent"], Qt.Key.Key_Space)
    assert chosen == [("People",), ("Rent", "People")]
    assert choices.buttons()["Heat & light"].accessibleName() == "Heat & light"


def test_a_single_choice_can_be_taken_back(choices: Choices, chosen: list[tuple[str, ...]]) -> None:
    choices.show_question(question(QuestionKind.SINGLE, "Yes", "No"), ("No",))
    assert choices.buttons()["No"].isChecked()
    choices.none_button.click()
    assert chosen == [()]
    assert not any(button.isChecked() for button in choices.buttons().values())


def test_the_stored_choice_shows_and_tells_nobody(
    choices: Choices, chosen: list[tuple[str, ...]]
) -> None:
    asked = question(QuestionKind.SINGLE, "Yes", "No")
    choices.show_question(asked, ("Yes",))
    choices.show_question(asked, ())
    assert not choices.buttons()["Yes"].isChecked()
    assert chosen == []


WORDS = Limit(330, hard=True)
CHARACTERS = Limit(2000, LimitUnit.CHARACTERS, hard=True)


@pytest.mark.parametrize(
    ("count", "share", "limit", "said"),
    [
        (Count(312, 1800), 330, None, ("312 words, suggested 330", False)),
        (Count(330, 1800), 330, None, ("330 words, suggested 330", False)),
        (Count(345, 1800), 330, None, ("345 words, 15 more than the suggested 330", True)),
        (Count(1, 5), None, None, ("1 word", False)),
        (Count(1345, 9000), None, None, ("1,345 words", False)),
        (Count(312, 1800), 330, WORDS, ("312 of 330 words", False)),
        (Count(345, 1800), 330, WORDS, ("345 words, 15 over the limit of 330", True)),
        (Count(300, 1200), None, CHARACTERS, ("1,200 of 2,000 characters", False)),
        (
            Count(300, 2100),
            None,
            CHARACTERS,
            ("2,100 characters, 100 over the limit of 2,000", True),
        ),
        (Count(10, 50), 300, Limit(2, LimitUnit.PAGES), ("10 words, suggested 300", False)),
    ],
)
def test_the_length_is_said_against_what_counts(
    count: Count, share: int | None, limit: Limit | None, said: tuple[str, bool]
) -> None:
    assert length_words(count, share, limit) == said
