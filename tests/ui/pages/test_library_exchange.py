"""Packs for colleagues and tables for spreadsheets, from the library page."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.core.edits import SaveSnippet
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.pages.library import LibraryPage
from desktop.ui.pages.library_parts.pack_view import PackView
from desktop.ui.place import PageId, Place
from desktop.ui.widgets.choosing import choose_only
from tests.ui.fakes import FakeDialogs
from tests.ui.pages.library_case import AGAIN, HEATING, KEYS, MINE, OURS, choose, fill, only_ours

Show = Callable[..., LibraryPage]


@pytest.fixture
def page(session: Session, show: Show, qtbot: QtBot) -> LibraryPage:
    fill(session)
    page = show(LibraryPage, Place(PageId.LIBRARY))
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    return page


@pytest.fixture
def pack(tmp_path: Path, paths: Paths) -> Path:
    """What a colleague has: one snippet as ours, one changed, one new."""
    from desktop.core.library import Pack
    from desktop.session.exchange import save_pack

    theirs = (
        KEYS,
        replace(HEATING, claim="Most halls in the valley have no heating."),
        replace(AGAIN, id="roofs", claim="One roof in four lets water in.", locator="table 8"),
    )
    return save_pack([Pack(OURS, theirs)], tmp_path / "from-ada.toml", replace=False)


def preview(page: LibraryPage, qtbot: QtBot) -> PackView:
    qtbot.waitUntil(lambda: isinstance(page.views.currentWidget(), PackView))
    shown = page.views.currentWidget()
    assert isinstance(shown, PackView)
    return shown


def test_chosen_snippets_are_saved_as_a_pack_with_their_sources(
    page: LibraryPage, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    from desktop.session.exchange import open_pack

    target = tmp_path / "ours.toml"
    choose(page, "heating", "keys", "our-survey")
    dialogs.saves = [target]
    page.browser.bulk.pack_button.click()
    qtbot.waitUntil(lambda: bool(dialogs.notices))
    assert dialogs.notices == ["Saved 2 snippets with their sources as ours.toml."]
    (written,) = open_pack(target)
    assert {snippet.id for snippet in written.snippets} == {"heating", "keys"}
    assert written.source.title == OURS.title


def test_a_file_that_is_there_is_replaced_only_after_a_yes(
    page: LibraryPage, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "ours.toml"
    target.write_text("old", encoding="utf-8")
    choose(page, "heating")
    dialogs.saves = [target, target]
    page.actions_here()["library.save_pack"]()
    qtbot.waitUntil(lambda: len(dialogs.risky) == 1)
    assert target.read_text(encoding="utf-8") == "old"
    dialogs.confirms = [True]
    page.exchange.save_pack()
    qtbot.waitUntil(lambda: bool(dialogs.notices))
    assert "heating" in target.read_text(encoding="utf-8")


def test_without_a_chosen_snippet_nothing_is_saved(page: LibraryPage, dialogs: FakeDialogs) -> None:
    choose(page, "our-survey")
    assert "library.save_pack" not in page.actions_here()
    page.exchange.save_pack()
    assert dialogs.notices == ["Choose the snippets first: Ctrl or Shift with a click."]
    choose(page, "heating")
    page.exchange.save_pack()
    page.exchange.save_table()
    page.exchange.import_pack()
    assert [kind for kind, *_ in dialogs.asked] == ["save", "save", "open"]


def test_a_pack_is_shown_before_anything_of_it_comes_in(
    page: LibraryPage, session: Session, dialogs: FakeDialogs, pack: Path, qtbot: QtBot
) -> None:
    dialogs.opens = [pack]
    page.actions_here()["library.pack"]()
    shown = preview(page, qtbot)
    assert shown.said.text().startswith("from-ada.toml: 1 in conflict, 1 new, 1 same as yours.")
    assert shown.ticked() == ["roofs"]
    assert shown.take_button.text() == "Bring in 1 snippet"
    before, after = shown.compare.shown()
    assert "[−Half of the]" in before
    assert "[+Most]" in after
    assert session.snippet("roofs") is None
    shown.take_button.click()
    assert session.snippet("roofs") is not None
    kept = session.snippet("heating")
    assert kept is not None
    assert kept.claim == HEATING.claim
    assert page.views.currentWidget() is page.browser
    assert dialogs.notices == ["Brought in: 1 snippet. Undo takes them away again."]
    session.undo("workspace")
    assert session.snippet("roofs") is None


def test_what_is_in_conflict_comes_in_where_it_is_ticked(
    page: LibraryPage, session: Session, dialogs: FakeDialogs, pack: Path, qtbot: QtBot
) -> None:
    dialogs.opens = [pack]
    page.exchange.import_pack()
    shown = preview(page, qtbot)
    shown.none_button.click()
    assert shown.ticked() == []
    assert not shown.take_button.isEnabled()
    qtbot.keyClick(shown.list, Qt.Key.Key_Space)
    assert shown.ticked() == ["heating"]
    shown.all_button.click()
    assert set(shown.ticked()) == {"heating", "roofs"}
    shown.take_button.click()
    changed = session.snippet("heating")
    assert changed is not None
    assert changed.claim == "Most halls in the valley have no heating."


def test_what_is_the_same_as_ones_own_cannot_be_ticked(
    page: LibraryPage, dialogs: FakeDialogs, pack: Path, qtbot: QtBot
) -> None:
    dialogs.opens = [pack]
    page.exchange.import_pack()
    shown = preview(page, qtbot)
    shown.none_button.click()
    same = shown.rows.index(2)
    choose_only(shown.list, same)
    qtbot.keyClick(shown.list, Qt.Key.Key_Space)
    assert "Same as yours" in same.data()
    assert shown.ticked() == []
    assert not shown.rows.setData(same, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def test_escape_brings_nothing_in(
    page: LibraryPage, session: Session, dialogs: FakeDialogs, pack: Path, qtbot: QtBot
) -> None:
    dialogs.opens = [pack]
    page.exchange.import_pack()
    shown = preview(page, qtbot)
    choose_only(shown.list, shown.rows.index(1))
    qtbot.keyClick(shown.list, Qt.Key.Key_Escape)
    assert page.views.currentWidget() is page.browser
    assert session.snippet("roofs") is None


def test_a_bad_pack_is_told_of_with_what_is_wrong(
    page: LibraryPage, session: Session, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("format = 1\n[[snippet]]\nid = 3\n", encoding="utf-8")
    dialogs.opens = [broken]
    page.exchange.import_pack()
    qtbot.waitUntil(lambda: bool(dialogs.errors))
    assert "broken.toml" in dialogs.errors[0].title
    assert page.views.currentWidget() is page.browser


def test_the_table_is_saved_as_it_stands(
    page: LibraryPage, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    only_ours(page, qtbot)
    page.filters.order.pick(0)
    target = tmp_path / "library.csv"
    dialogs.saves = [target]
    page.actions_here()["library.save"]()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: bool(dialogs.notices))
    text = target.read_bytes().decode("utf-8-sig")
    heads, *rows = list(csv.reader(io.StringIO(text)))
    assert heads[0] == "Claim or title"
    assert [row[0] for row in rows] == sorted(
        [OURS.title, *(snippet.claim for snippet in MINE)], key=str.casefold
    )
    assert dialogs.notices == ["Saved 4 rows as library.csv."]


def test_a_spreadsheet_is_written_too(
    page: LibraryPage, session: Session, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    session.apply(SaveSnippet(replace(KEYS, claim="=SUM(1,1) is no claim.")))
    target = tmp_path / "library.xlsx"
    dialogs.saves = [target]
    page.exchange.save_table()
    qtbot.waitUntil(lambda: bool(dialogs.notices))
    assert target.read_bytes()[:2] == b"PK"


def test_the_folder_is_remembered(
    page: LibraryPage, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot, session: Session
) -> None:
    dialogs.saves = [tmp_path / "one.csv", None]
    page.exchange.save_table()
    qtbot.waitUntil(lambda: bool(dialogs.notices))
    page.exchange.save_table()
    assert Path(dialogs.asked[-1][2]).parent == tmp_path
