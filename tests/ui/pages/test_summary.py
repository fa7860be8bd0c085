from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.core.edits import SetKeyPoint, SetSummary
from desktop.core.response import Response, SummaryPoint
from desktop.session import Session
from desktop.ui.pages.summary import SummaryPage
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs

Show = Callable[..., SummaryPage]
POINTS = {"1": "Groups need rooms.", "2": "Cuts close networks.", "4": "Let contracts in lots."}


@pytest.fixture
def page(session: Session, response: Response, show: Show) -> SummaryPage:
    for number, text in POINTS.items():
        session.apply(SetKeyPoint(response.id, number, text))
    return show(SummaryPage, Place(PageId.SUMMARY, response.id))


def shown(page: SummaryPage) -> list[tuple[str, tuple[str, ...]]]:
    return [(row.sentence.text(), row.picker.chosen()) for row in page.rows]


def stored(session: Session, response: Response) -> tuple[SummaryPoint, ...] | None:
    return session.draft(response.id).response.summary


def test_an_untouched_summary_is_made_of_the_key_points_and_says_so(
    page: SummaryPage, session: Session, response: Response
) -> None:
    assert shown(page) == [(text, (number,)) for number, text in POINTS.items()]
    assert page.state.text() == "Follows your key points"
    assert page.words.text() == "3 bullets, 10 words"
    session.apply(SetKeyPoint(response.id, "1", "Groups need a room and a worker."))
    assert shown(page)[0][0] == "Groups need a room and a worker."
    page.flush()
    assert stored(session, response) is None


def test_without_key_points_the_page_says_where_a_summary_comes_from(
    response: Response, session: Session, show: Show, qtbot: QtBot
) -> None:
    page = show(SummaryPage, Place(PageId.SUMMARY, response.id))
    assert page.empty.isVisible()
    page.empty.button.click()
    assert page.rows[0].sentence.hasFocus()
    assert stored(session, response) is None
    qtbot.keyClicks(page.rows[0].sentence, "All groups need rooms.")
    page.flush()
    assert stored(session, response) == (SummaryPoint("All groups need rooms."),)


def test_a_bullet_is_edited_in_place(
    page: SummaryPage, session: Session, response: Response, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.rows[1].sentence, "Indeed: ")
    qtbot.waitUntil(lambda: stored(session, response) is not None)
    assert stored(session, response) == (
        SummaryPoint("Groups need rooms.", ("1",)),
        SummaryPoint("Indeed: Cuts close networks.", ("2",)),
        SummaryPoint("Let contracts in lots.", ("4",)),
    )
    assert page.state.text() == "Edited by you"


def test_alt_and_arrow_keys_move_a_bullet_and_keep_the_keyboard_in_it(
    page: SummaryPage, session: Session, response: Response, qtbot: QtBot
) -> None:
    sentence = page.rows[0].sentence
    sentence.setFocus()
    qtbot.keyClick(sentence, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [text for text, _ in shown(page)] == [POINTS["2"], POINTS["1"], POINTS["4"]]
    assert sentence.hasFocus()
    qtbot.keyClick(sentence, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(sentence, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    points = stored(session, response)
    assert points is not None
    assert [point.text for point in points] == list(POINTS.values())


def test_a_bullet_is_dragged_to_another_place(
    page: SummaryPage, session: Session, response: Response, qtbot: QtBot
) -> None:
    first, _, last = page.column.cards()
    handle = first.handle
    start = handle.rect().center()
    end = handle.mapFrom(page.column, QPoint(4, last.geometry().bottom() - 2))
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 21):
        target = handle.mapFrom(
            page.column,
            QPoint(4, 20 + (last.geometry().bottom() - 22) * step // 20),
        )
        qtbot.mouseMove(handle, target)
    end = handle.mapFrom(page.column, QPoint(4, last.geometry().bottom() - 2))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)
    points = stored(session, response)
    assert points is not None
    assert [point.questions for point in points] == [("2",), ("4",), ("1",)]


def test_the_buttons_move_a_bullet_and_the_ends_cannot_go_further(
    page: SummaryPage, session: Session, response: Response
) -> None:
    first, second, third = page.column.cards()
    assert not first.up.isEnabled()
    assert not third.down.isEnabled()
    second.up.click()
    points = stored(session, response)
    assert points is not None
    assert [point.questions for point in points] == [("2",), ("1",), ("4",)]


def test_a_bullet_can_point_at_other_questions_and_leads_there(
    page: SummaryPage, session: Session, response: Response, visited: list[Place]
) -> None:
    row = page.rows[0]
    row.picker.pick("3")
    assert row.picker.text() == "Points at questions 1 and 3"
    points = stored(session, response)
    assert points is not None
    assert points[0].questions == ("1", "3")
    assert [link.text() for link in row.links] == ["Go to question 1", "Go to question 3"]
    row.links[1].click()
    assert visited == [Place(PageId.QUESTION, response.id, "3")]


def test_bullets_are_removed_and_undo_brings_them_back(
    page: SummaryPage, session: Session, response: Response
) -> None:
    page.rows[1].remove_button.click()
    assert [text for text, _ in shown(page)] == [POINTS["1"], POINTS["4"]]
    assert page.rows[1].sentence.hasFocus()
    session.undo(f"response:{response.id}")
    assert [text for text, _ in shown(page)] == list(POINTS.values())
    assert page.state.text() == "Follows your key points"


def test_building_again_replaces_own_bullets_only_after_a_yes(
    page: SummaryPage, session: Session, response: Response, dialogs: FakeDialogs
) -> None:
    session.apply(SetSummary(response.id, (SummaryPoint("Our own words.", ("2",)),)))
    assert shown(page) == [("Our own words.", ("2",))]
    page.rebuild_button.click()
    assert stored(session, response) is not None
    assert dialogs.risky == ["Build the summary again?"]
    dialogs.confirms = [True]
    page.rebuild_button.click()
    assert stored(session, response) is None
    assert len(page.rows) == 3


def test_tab_follows_the_order_on_screen_after_a_move(page: SummaryPage, qtbot: QtBot) -> None:
    page.column.cards()[0].down.click()
    first, second, _ = page.rows
    stops = []
    widget = first.sentence
    for _ in range(40):
        if widget in {row.sentence for row in page.rows}:
            stops.append(widget)
        widget = widget.nextInFocusChain()  # type: ignore[assignment]
    assert stops[:2] == [first.sentence, second.sentence]
