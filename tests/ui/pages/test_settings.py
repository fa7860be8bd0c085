"""Settings: every choice is true at once and is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.session import Session
from desktop.ui.appearance import ThemeChoice
from desktop.ui.pages.export_options import export_options
from desktop.ui.pages.settings import SettingsPage
from desktop.ui.place import PageId, Place
from desktop.ui.settling import BACK_UP
from desktop.ui.widgets.breakable import unbroken
from desktop.ui.window import Window
from tests.ui.conftest import appearance, memory, open_window, visible_texts, window
from tests.ui.fakes import FakeDialogs

__all__ = ["appearance", "memory", "open_window", "window"]


@pytest.fixture
def page(window: Window) -> SettingsPage:
    window.go(Place(PageId.SETTINGS))
    shown = window.navigation.page
    assert isinstance(shown, SettingsPage)
    return shown


def test_a_theme_is_worn_as_soon_as_it_is_chosen(
    page: SettingsPage, window: Window, qtbot: QtBot
) -> None:
    for choice in ThemeChoice:
        qtbot.mouseClick(page.themes[choice], Qt.MouseButton.LeftButton)
        assert window.appearance.choice is choice
        assert page.first_focus() is page.themes[choice]


def test_a_theme_chosen_elsewhere_is_shown_here(page: SettingsPage, window: Window) -> None:
    window.run("theme.dark")
    assert page.themes[ThemeChoice.DARK].isChecked()


def test_the_text_size_goes_up_and_down_and_back(
    page: SettingsPage, window: Window, qtbot: QtBot
) -> None:
    assert not page.usual.isEnabled()
    qtbot.mouseClick(page.larger, Qt.MouseButton.LeftButton)
    assert page.size_words.text() == "110%"
    qtbot.mouseClick(page.usual, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.smaller, Qt.MouseButton.LeftButton)
    assert window.appearance.text_size == 90
    window.appearance.set_text_size(80)
    assert not page.smaller.isEnabled()
    window.appearance.set_text_size(200)
    assert not page.larger.isEnabled()


def test_export_choices_are_kept_for_the_export_page(
    page: SettingsPage, session: Session, qtbot: QtBot
) -> None:
    assert not export_options(session).numbers_as_text
    page.export_options.boxes["numbers_as_text"].click()
    assert export_options(session).numbers_as_text


def test_backups_can_be_switched_off(page: SettingsPage, session: Session) -> None:
    assert page.backups.isChecked()
    page.backups.click()
    assert session.setting(BACK_UP) is False
    session.set_setting(BACK_UP, True)
    assert page.backups.isChecked()


def test_a_trainer_says_here_what_learners_see_beside_their_comments(
    page: SettingsPage, session: Session, dialogs: FakeDialogs
) -> None:
    assert not page.name_button.isEnabled()
    page.trainer.click()
    assert page.name_words.text() == "Learners see no name beside your comments yet."
    dialogs.texts += ["Ama Reed", None]
    page.name_button.click()
    assert session.courses.teaching.name == "Ama Reed"
    assert unbroken(page.name_words.text()) == "Learners see: Ama Reed"
    page.name_button.click()
    assert session.courses.teaching.name == "Ama Reed"


def test_it_says_where_work_and_backups_are_kept(page: SettingsPage, session: Session) -> None:
    text = unbroken(visible_texts(page))
    assert str(session.path) in text
    assert str(session.paths.backups(session.path)) in text
