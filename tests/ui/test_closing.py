"""The deadline in the header, on the export page, in the settings, and put into a calendar."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.response import Response
from desktop.core.rules_changes import CallChanges
from desktop.core.rules_edits import SetCallChanges
from desktop.session import Session
from desktop.session.deadlines import SETTING
from desktop.ui.pages.export import ExportPage
from desktop.ui.pages.settings import SettingsPage
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window
from tests.support.workspace import SetClock
from tests.ui.fakes import FakeDialogs


@pytest.fixture
def closing(session: Session, response: Response, tmp_path: Path) -> Response:
    """Give a response to a call that closes at midday on the Friday of next week."""
    changes = CallChanges(closes=date(2026, 12, 4), closes_time=time(12))
    session.apply(SetCallChanges(response.id, response.consultation, changes))
    session.set_setting("export.folder", str(tmp_path))
    return response


def test_the_header_says_how_much_time_is_left(
    window: Window, closing: Response, session: Session, clock: SetClock, qtbot: QtBot
) -> None:
    window.go(Place(PageId.QUESTION, closing.id, "1"))
    qtbot.waitUntil(lambda: bool(window.header.closes.text()))
    assert window.header.closes.text() == "10 working days left"
    assert window.header.closes.toolTip() == (
        "Closes Friday 4 December 2026 at midday: 10 working days left"
    )
    clock.pass_by(14 * 86_400)
    window.go(Place(PageId.SUMMARY, closing.id))
    qtbot.waitUntil(lambda: window.header.closes.text() == "Closed")
    window.go(Place(PageId.START))
    assert window.header.closes.text() == ""


def test_a_call_without_a_closing_day_leaves_the_header_as_it_is(
    window: Window, response: Response, dialogs: FakeDialogs
) -> None:
    window.go(Place(PageId.QUESTION, response.id, "1"))
    assert window.header.closes.text() == ""
    window.run("deadline.save")
    assert dialogs.notices[-1] == "Nobody has said yet when this call closes."


def test_the_deadline_is_saved_for_a_calendar(
    window: Window, closing: Response, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "deadline.ics"
    window.go(Place(PageId.QUESTION, closing.id, "1"))
    dialogs.saves = [path]
    window.run("deadline.save")
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: any("deadline.ics" in note for note in dialogs.notices))
    path.write_bytes(b"older")
    dialogs.saves, dialogs.confirms = [path], [True]
    window.run("deadline.save")
    qtbot.waitUntil(lambda: path.read_bytes() != b"older")


def test_a_deadline_that_cannot_be_saved_is_told_of(
    window: Window, closing: Response, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    window.go(Place(PageId.QUESTION, closing.id, "1"))
    window.run("deadline.save")  # nobody says where
    assert dialogs.errors == []
    dialogs.saves = [tmp_path / "nowhere" / "deadline.ics"]
    window.run("deadline.save")
    qtbot.waitUntil(lambda: len(dialogs.errors) == 1)


def test_the_export_page_says_it_and_leads_to_the_calendar(
    window: Window, closing: Response, clock: SetClock, qtbot: QtBot
) -> None:
    window.go(Place(PageId.EXPORT, closing.id))
    page = window.navigation.page
    assert isinstance(page, ExportPage)
    qtbot.waitUntil(lambda: page.deadline.isVisible())
    assert page.deadline.said.text() == (
        "Closes Friday 4 December 2026 at midday: 10 working days left."
    )
    assert page.deadline.button.isVisible()


def test_whose_bank_holidays_count_is_chosen_in_the_settings(
    window: Window, session: Session
) -> None:
    window.go(Place(PageId.SETTINGS))
    page = window.navigation.page
    assert isinstance(page, SettingsPage)
    assert page.holidays.buttons[""].isChecked()
    page.holidays.buttons["scotland"].click()
    assert session.setting(SETTING) == "scotland"
    page.holidays.read()
    assert page.holidays.buttons["scotland"].isChecked()
