"""The strip above the sheets."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.budget import Budget
from desktop.core.consultation import Limit, LimitUnit
from desktop.ui.header import Header, words_sentence


@pytest.mark.parametrize(
    ("budget", "sentence"),
    [
        (Budget(1140, Limit(3000)), "1,140 of 3,000 words"),
        (Budget(3001, Limit(3000)), "3,001 of 3,000 words: over"),
        (Budget(0, None), "0 words"),
        (Budget(1, None), "1 word"),
        (Budget(1140, Limit(8, LimitUnit.PAGES)), "1,140 words"),
    ],
)
def test_words_are_counted_against_the_limit_there_is(budget: Budget, sentence: str) -> None:
    assert words_sentence(budget) == sentence


def test_words_over_the_limit_stand_out(qtbot: QtBot) -> None:
    header = Header()
    qtbot.addWidget(header)
    header.show_words(Budget(3001, Limit(3000)))
    assert header.words.property("over") is True
    header.show_words(Budget(2999, Limit(3000)))
    assert header.words.property("over") is False
    assert header.words.toolTip().startswith("The words that you have written: about us")
    assert header.words.accessibleDescription() == header.words.toolTip()


def test_a_narrow_strip_gives_up_words_rather_than_cutting_them(qtbot: QtBot) -> None:
    header = Header()
    qtbot.addWidget(header)
    header.set_shortcut("Ctrl+K")
    header.show_place("Smaller Government: Bigger Society?", "Public Administration Committee")
    header.show_words(Budget(1140, Limit(3000)))
    header.show_side_buttons(questions=True, help_=True)
    header.show()
    seen: set[tuple[bool, bool, str]] = set()
    for width in range(1800, 500, -20):
        header.resize(width, 40)
        row = header.layout()
        assert row is not None
        row.activate()
        seen.add((header.body.isVisible(), header.title.isVisible(), header.search_button.text()))
        for part in (header.words, header.saved, header.search_button, header.help_button):
            if header.minimumSizeHint().width() <= width:
                assert part.width() >= part.sizeHint().width(), f"{part.text()} at {width}"
    assert len(seen) >= 4
    assert header.search_button.accessibleName() == "Find evidence, answers, commands"


def test_a_title_that_is_cut_can_be_read_in_its_tool_tip(qtbot: QtBot) -> None:
    header = Header()
    qtbot.addWidget(header)
    header.show()
    header.title.setText("A very long title of an inquiry " * 10)
    header.title.resize(100, 20)
    assert header.title.toolTip() == header.title.text()
    header.title.setText("Short")
    assert header.title.toolTip() == ""
