"""What opens in the stead of the library's table is named, in order, and nothing of it is cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.edits import SaveSnippet
from desktop.core.library import Pack
from desktop.session import Session
from desktop.ui.models.library_places import reading_place
from desktop.ui.pages.library import LibraryPage
from desktop.ui.place import PageId, Place
from desktop.ui.window import Window
from tests.test_accessibility import check, settle
from tests.ui.conftest import appearance, memory, open_window, window
from tests.ui.fakes import FakeDialogs
from tests.ui.imported import bring_in
from tests.ui.pages.library_case import HEATING, KEYS, OURS, choose, fill

__all__ = ["appearance", "memory", "open_window", "window"]


@pytest.fixture
def page(window: Window, session: Session, tmp_path: Path, qtbot: QtBot) -> LibraryPage:
    fill(session)
    session.apply(SaveSnippet(replace(HEATING, claim="Most halls have no heating.")))
    document = bring_in(session, tmp_path)
    window.go(Place(PageId.LIBRARY, item="heating"))
    settle(window, qtbot)
    page = window.navigation.page
    assert isinstance(page, LibraryPage)
    page.setProperty("document", document.source)
    return page


def read(page: LibraryPage, _: FakeDialogs, __: Path) -> None:
    page.open(reading_place(page.property("document")))


def review(page: LibraryPage, _: FakeDialogs, __: Path) -> None:
    page.tidying.review()


def alike(page: LibraryPage, _: FakeDialogs, __: Path) -> None:
    page.tidying.show_alike()


def pack(page: LibraryPage, dialogs: FakeDialogs, folder: Path) -> None:
    from desktop.session.exchange import save_pack

    theirs = (KEYS, replace(HEATING, claim="Few halls have heating."), replace(KEYS, id="new"))
    dialogs.opens = [save_pack([Pack(OURS, theirs)], folder / "theirs.toml", replace=False)]
    page.exchange.import_pack()


def history(page: LibraryPage, _: FakeDialogs, __: Path) -> None:
    page.browser.panes.show_desk()
    page.desk.show_history()


def several(page: LibraryPage, _: FakeDialogs, __: Path) -> None:
    choose(page, "heating", "keys")
    page.filters.more_button.click()


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("show", [read, review, alike, pack, history, several])
def test_every_view_of_the_library_is_whole(
    window: Window,
    page: LibraryPage,
    dialogs: FakeDialogs,
    tmp_path: Path,
    qtbot: QtBot,
    show: Callable[[LibraryPage, FakeDialogs, Path], None],
    size: int,
) -> None:
    window.resize(1024, 700)
    window.appearance.set_text_size(size)
    settle(window, qtbot)
    show(page, dialogs, tmp_path)
    settle(window, qtbot)
    focused: QWidget | None = window.focusWidget()
    assert focused is not None
    assert check(page) == {}
