"""Sharing words out among questions, and seeing what is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.core.learning import WorkKind
from desktop.session import Session
from desktop.ui.courses.budget import BudgetView
from tests.ui.conftest import visible_texts
from tests.ui.courses.practising import AtStep
from tests.ui.fakes import FakeDialogs


@pytest.fixture
def view(at_step: AtStep) -> BudgetView:
    found = at_step("share-out").view
    assert isinstance(found, BudgetView)
    return found


def kept(practice: Session) -> object:
    work = practice.learning.work(WorkKind.BUDGET, "budget-500")  # type: ignore[union-attr]
    return work.data["words"] if work else None


def test_what_is_lost_is_told_as_soon_as_words_are_given(
    view: BudgetView, practice: Session, qtbot: QtBot
) -> None:
    first = view.rows["1"]
    assert first.words.hasFocus()
    assert first.words.lineEdit().textMargins().left() >= 8
    assert "500 of 500 words left to share out." in visible_texts(view)
    assert "Lost:" not in visible_texts(view)
    qtbot.keyClick(first.words, Qt.Key.Key_Up)
    assert "490 of 500" in visible_texts(view)
    assert "● Too short. Lost: The person:" in visible_texts(view)
    first.words.setValue(110)
    assert "✓ Nothing is lost." in visible_texts(view)
    first.words.setValue(250)
    assert "✕ 30 words more than this answer may have." in visible_texts(view)
    first.words.setValue(0)
    assert "○ Not answered. Lost: The person:" in visible_texts(view)
    view.flush()
    assert kept(practice) == {"1": 0}


def test_more_than_there_is_is_told(view: BudgetView) -> None:
    for row in view.rows.values():
        row.words.setValue(220)
    assert "✕ 160 words too many: there are 500 to share out." in visible_texts(view)
    view.even.click()
    assert [row.words.value() for row in view.rows.values()] == [167, 167, 166]
    assert "✓ All 500 words are shared out." in visible_texts(view)


def test_the_model_is_shown_beside_ones_own(
    view: BudgetView, practice: Session, dialogs: FakeDialogs
) -> None:
    view.even.click()
    view.compare.click()
    assert "The model gives it 150 words." in visible_texts(view)
    assert "There is no right answer" in visible_texts(view)
    view.compare.click()
    assert "The model gives it" not in visible_texts(view)
    view.again.click()
    assert kept(practice) == {}
    dialogs.ways_back[-1]()
    assert kept(practice) == {"1": 167, "2": 167, "3": 166}
    practice.undo("response:practice")
    assert view.rows["1"].words.value() == 0


def test_the_wheel_scrolls_the_page_and_changes_a_number_only_where_one_is(
    view: BudgetView,
) -> None:
    box = view.rows["2"].words
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.value() == 0
    box.setFocus()
    QApplication.sendEvent(box, wheel)
    assert box.value() == 10


def test_how_many_words_are_left_stays_in_sight_while_the_page_scrolls(
    view: BudgetView, at_step: AtStep, qtbot: QtBot
) -> None:
    page = at_step("share-out")
    assert "500 words left" in visible_texts(page.footer)
    note = next(
        each for each in page.footer.findChildren(QLabel) if each.text() == "500 words left"
    )
    qtbot.waitUntil(lambda: note.width() >= note.sizeHint().width())
    view.rows["2"].words.setValue(1)
    view.rows["3"].words.setValue(500)
    assert "✕ 1 word too many" in visible_texts(page.footer)
    view.even.click()
    assert "✓ All shared out" in visible_texts(page.footer)
    assert "shared out" not in visible_texts(at_step("peer").footer)
