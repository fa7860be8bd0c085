"""Steps of a course for whoever cannot see them, sees them large, or has a small screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.edits import SetBody
from desktop.session import Session
from desktop.ui.courses.worked import WorkedView
from desktop.ui.window import Window
from tests.test_accessibility import beyond, check, cut, settle, unnamed
from tests.ui.courses.practising import AtStep

SMALL, WHOLE = QSize(1024, 700), QSize(1360, 3000)
STEPS = ("welcome", "paper-figures", "draft-1", "worked-1", "take-home")


@pytest.mark.parametrize("step", STEPS)
def test_a_step_has_names_and_an_order_and_nothing_of_it_is_cut(
    step: str, at_step: AtStep, learner: Window, practice: Session, qtbot: QtBot
) -> None:
    practice.apply(SetBody("practice", "1", "We counted 58 of 187."))
    # As high as it is long: what is scrolled out of sight would lie below the bar of buttons.
    learner.resize(WHOLE)
    page = at_step(step)
    if isinstance(page.view, WorkedView):
        page.view.reveal()
    settle(learner, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert check(page) == {}
    assert unnamed(learner) == []
    learner.resize(SMALL)
    settle(learner, qtbot)
    assert cut(learner) + beyond(learner) == []
    learner.appearance.set_text_size(200)
    settle(learner, qtbot)
    assert cut(learner) + beyond(learner) == []
