"""The papers beside an exercise: their places as they are cited, and the way back to the text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.core.text import Cite
from desktop.ui.courses.papers_shelf import PapersShelf
from desktop.ui.widgets.buttons import Button
from tests.support.courses import COURSE


def test_each_place_of_a_paper_can_be_cited_and_headings_are_none(qtbot: QtBot) -> None:
    shelf = PapersShelf(COURSE)
    qtbot.addWidget(shelf)
    cited: list[Cite] = []
    shelf.cite.connect(cited.append)
    shelf.open_shelf()
    texts = {
        label.accessibleName(): label.text()
        for label in shelf.findChildren(QLabel)
        if label.accessibleName()
    }
    assert "<b>March</b>" in texts["We counted who came in one week of March."]
    assert texts["We come for the soup and stay for the talk."].startswith("We come for the soup")
    assert "<li>on Tuesday;</li>" in texts["on Tuesday; on Friday."]
    assert "What we did not count" in texts

    def cites() -> list[Button]:
        # The places of the paper before are put out of sight, and go a moment later.
        found = shelf.findChildren(Button)
        return [each for each in found if each.text() == "Cite" and each.isVisible()]

    qtbot.waitUntil(lambda: len(cites()) == 5)
    # The table is the second place; the heading below it has no number.
    cites()[2].click()
    assert cited == [Cite("halls-count", "paragraph 3")]
    shelf.choice.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(cites()) == 2)
    assert cites()[0].accessibleName() == "Cite paragraph 1 of Minutes of the halls committee"


def test_escape_puts_the_papers_away_once_and_other_keys_do_not(qtbot: QtBot) -> None:
    shelf = PapersShelf(COURSE)
    qtbot.addWidget(shelf)
    closed: list[bool] = []
    shelf.closed.connect(lambda: closed.append(True))
    shelf.open_shelf()
    qtbot.keyClick(shelf, Qt.Key.Key_A)
    assert not shelf.isHidden()
    qtbot.keyClick(shelf, Qt.Key.Key_Escape)
    assert shelf.isHidden()
    shelf.put_away()
    assert closed == [True]
