from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.edits import MarkAnswer, SetBody, SetKeyPoint
from desktop.core.response import AnswerMark, Response
from desktop.core.walk import Progress
from desktop.ui.appearance import Appearance
from desktop.ui.context import Context
from desktop.ui.panels.walk import WalkPanel, progress_words
from desktop.ui.place import PageId, Place


@pytest.fixture
def panel(qtbot: QtBot, context: Context, response: Response) -> WalkPanel:
    panel = WalkPanel(context)
    qtbot.addWidget(panel)
    panel.resize(260, 700)
    panel.show()
    qtbot.waitExposed(panel)
    panel.open(Place(PageId.QUESTION, response.id, "2"))
    return panel


@pytest.fixture
def gone(panel: WalkPanel) -> list[Place]:
    places: list[Place] = []
    panel.go.connect(places.append)
    return places


def words(panel: WalkPanel) -> list[str]:
    return [row.words() for row in panel.rows()]


def test_questions_come_first_and_the_parts_of_the_submission_after_them(panel: WalkPanel) -> None:
    said = words(panel)
    assert said[1] == "○ 2 Effects of spending cuts"
    assert said[9:] == ["About us", "Summary", "Recommendations", "Review", "Preview", "Export"]


def test_each_state_has_a_sign_and_a_word(
    panel: WalkPanel, context: Context, response: Response
) -> None:
    session = context.session
    session.apply(SetKeyPoint(response.id, "1", "Halls are closing."))
    session.apply(MarkAnswer(response.id, "1", AnswerMark.READY))
    session.apply(SetBody(response.id, "2", "Four closed."))
    session.apply(MarkAnswer(response.id, "5", AnswerMark.SKIPPED, "We run no co-operative."))
    assert [line[0] for line in words(panel)[:5]] == ["✓", "●", "○", "○", "–"]
    names = [row.accessibleName() for row in panel.rows()]
    assert names[0] == "Question 1, What the Big Society is, Ready"
    assert "Drafting" in names[1]
    assert "Not started" in names[2]
    assert "Skipped" in names[4]
    assert "Skipped: We run no co-operative." in panel.rows()[4].toolTip()


def test_the_full_question_can_be_read_in_the_tip(panel: WalkPanel) -> None:
    assert "reductions in public expenditure" in panel.rows()[1].toolTip()


@pytest.mark.parametrize(
    ("ready", "skipped", "said"),
    [(2, 1, "2 of 9 ready, 1 skipped"), (0, 0, "0 of 9 ready"), (9, 0, "9 of 9 ready")],
)
def test_progress_is_said_in_words(ready: int, skipped: int, said: str) -> None:
    assert progress_words(Progress(9, ready, skipped, 0)) == said


def test_the_present_place_is_marked_and_said(panel: WalkPanel, response: Response) -> None:
    assert [row.current for row in panel.rows()].index(True) == 1
    assert panel.rows()[1].accessibleDescription() == "You are here"
    panel.open(Place(PageId.SUMMARY, response.id))
    assert [row.current for row in panel.rows()].index(True) == 10
    assert panel.rows()[1].accessibleDescription() == ""


def test_clicking_a_question_goes_there(
    panel: WalkPanel, gone: list[Place], response: Response
) -> None:
    QTest.mouseClick(panel.rows()[3], Qt.MouseButton.LeftButton)
    assert gone == [Place(PageId.QUESTION, response.id, "4")]


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        ([Qt.Key.Key_Down], 3),
        ([Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up], 1),
        ([Qt.Key.Key_Home], 1),
    ],
)
def test_arrow_keys_and_enter_choose_a_question(
    panel: WalkPanel, gone: list[Place], keys: list[Qt.Key], number: int
) -> None:
    panel.activateWindow()
    panel.focus_list()
    for key in keys:
        QTest.keyClick(panel.focusWidget(), key)
    assert panel.focusWidget() is panel.rows()[number - 1]
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Return)
    assert gone[-1].item == str(number)


def test_end_reaches_the_last_part(panel: WalkPanel, gone: list[Place]) -> None:
    panel.focus_list()
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_End)
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Space)
    assert gone[-1].page is PageId.EXPORT


def test_tab_stops_once_at_the_present_place(panel: WalkPanel) -> None:
    stops = [row for row in panel.rows() if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [panel.rows()[1]]


def test_a_long_heading_wraps_instead_of_being_cut(
    panel: WalkPanel, qtbot: QtBot, process: Callable[[], None]
) -> None:
    row = panel.rows()[0]
    before = row.height()
    row.show_words("A heading so long that it cannot stand in one line of this panel", "○", "1")
    qtbot.waitUntil(lambda: row.height() > before)
    process()
    assert row.width() <= panel.width()


@pytest.fixture
def process(qapp: object) -> Callable[[], None]:
    return lambda: QTest.qWait(0)


def test_a_change_in_another_response_leaves_the_panel_alone(
    panel: WalkPanel, context: Context, response: Response
) -> None:
    other = context.session.start_response(response.consultation, response.organisation)
    context.session.apply(SetBody(other.id, "1", "Something."))
    assert words(panel)[0].startswith("○")


def test_no_row_moves_from_under_the_mouse_when_another_is_chosen(
    appearance: Appearance, panel: WalkPanel, response: Response
) -> None:
    def tops(number: str, width: int) -> list[int]:
        panel.open(Place(PageId.QUESTION, response.id, number))
        for wide in (600, width):
            panel.resize(wide, 700)
            QApplication.processEvents()
        return [row.y() for row in panel.rows()]

    for width in range(250, 290, 10):
        first = tops("9", width)
        assert all(tops(number, width) == first for number in "12")
