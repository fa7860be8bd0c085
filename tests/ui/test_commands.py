"""Commands: one list for menus, shortcuts, palette and shortcut sheet."""

from __future__ import annotations

from collections import Counter
from typing import cast

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.core.response import Response
from desktop.ui.command_list import COMMANDS, MENUS
from desktop.ui.pages.library import LibraryPage
from desktop.ui.place import PageId, Place
from desktop.ui.shortcut_sheet import ShortcutSheet
from desktop.ui.window import Window

# What a text box needs for itself on some system.
_TEXT_BOX_KEYS = (
    QKeySequence.StandardKey.SelectStartOfDocument,
    QKeySequence.StandardKey.MoveToNextWord,
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.SelectNextWord,
)


def test_no_two_commands_share_a_shortcut_or_an_id() -> None:
    keys = Counter(QKeySequence.fromString(c.keys).toString() for c in COMMANDS if c.keys)
    ids = Counter(c.id for c in COMMANDS)
    assert [key for key, count in (keys + ids).items() if count > 1] == []


def test_every_shortcut_can_be_typed() -> None:
    unknown = [c.id for c in COMMANDS if c.keys and QKeySequence.fromString(c.keys).isEmpty()]
    assert unknown == []


def test_every_command_has_a_shortcut() -> None:
    assert [c.id for c in COMMANDS if not c.keys] == []


@pytest.mark.usefixtures("qapp")  # the keys of this system are asked of an application
def test_no_command_takes_the_keys_of_moving_in_a_text() -> None:
    taken = {
        key.toString() for standard in _TEXT_BOX_KEYS for key in QKeySequence.keyBindings(standard)
    }
    assert [c.id for c in COMMANDS if QKeySequence(c.keys).toString() in taken] == []


def test_every_command_stands_in_a_menu_in_the_order_of_the_list(window: Window) -> None:
    bar = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert bar == list(MENUS)

    def listed(menu: QMenu) -> list[str]:
        names: list[str] = []
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                names += listed(inner)
            elif not action.isSeparator():
                names.append(action.objectName())
        return names

    found = [
        name
        for menu in window.menuBar().findChildren(QMenu)
        if "&" in menu.title()
        for name in listed(menu)
    ]
    assert sorted(found) == sorted(command.id for command in COMMANDS)


def test_what_needs_a_response_is_greyed_out_on_the_start_page(
    window: Window, response: Response
) -> None:
    actions = window.menus.actions
    assert not actions["go.review"].isEnabled()
    assert not actions["question.next"].isEnabled()
    window.go(Place(PageId.QUESTION, response.id, "1"))
    assert actions["go.review"].isEnabled()
    assert actions["question.next"].isEnabled()
    assert not actions["question.previous"].isEnabled()


def test_a_shortcut_works_while_the_keyboard_is_in_the_answer(
    window: Window, response: Response, qtbot: QtBot
) -> None:
    window.go(Place(PageId.QUESTION, response.id, "1"))
    window.focus_page()
    for keys, question in (("Ctrl+PgDown", "2"), ("Ctrl+PgDown", "3"), ("Ctrl+PgUp", "2")):
        qtbot.keySequence(window.focusWidget(), QKeySequence(keys))
        assert window.place.item == question


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ("Ctrl+R", PageId.REVIEW),
        ("Ctrl+Shift+M", PageId.SUMMARY),
        ("Ctrl+Shift+L", PageId.LIBRARY),
        ("Ctrl+,", PageId.SETTINGS),
        ("Alt+Home", PageId.START),
        ("Ctrl+E", PageId.EXPORT),
        ("Ctrl+P", PageId.PREVIEW),
    ],
)
def test_shortcuts_go_to_pages_from_the_middle_of_a_text(
    window: Window, response: Response, qtbot: QtBot, keys: str, page: PageId
) -> None:
    window.go(Place(PageId.QUESTION, response.id, "1"))
    window.focus_page()
    qtbot.keySequence(window.focusWidget(), QKeySequence(keys))
    assert window.place.page is page


def test_text_size_has_shortcuts(window: Window, qtbot: QtBot) -> None:
    for keys, size in (("Ctrl++", 110), ("Ctrl+-", 100), ("Ctrl+-", 90), ("Ctrl+0", 100)):
        qtbot.keySequence(window, QKeySequence(keys))
        assert window.appearance.text_size == size


def test_a_theme_is_ticked_in_the_menu(window: Window) -> None:
    window.run("theme.dark")
    window.menus.refresh_shown()
    themes = {id_: act for id_, act in window.menus.actions.items() if id_.startswith("theme.")}
    assert [id_ for id_, action in themes.items() if action.isChecked()] == ["theme.dark"]


def test_the_shortcut_sheet_lists_every_command_with_its_keys(qtbot: QtBot) -> None:
    sheet = ShortcutSheet(COMMANDS)
    qtbot.addWidget(sheet)
    sheet.show()
    shown = dict(sheet.shown())
    assert {c.name for c in COMMANDS if c.keys} <= set(shown)
    assert shown["Next question"] == QKeySequence("Ctrl+PgDown").toString(
        QKeySequence.SequenceFormat.NativeText
    )
    qtbot.keyClicks(sheet.field, "larger")
    assert [words for words, _ in sheet.shown()] == ["Larger text"]


def test_a_menu_that_shows_greys_out_undo_and_the_shortcut_works_again_afterwards(
    window: Window, response: Response
) -> None:
    window.go(Place(PageId.REVIEW, response.id))
    window.menus.refresh_shown()
    assert not window.menus.actions["edit.undo"].isEnabled()
    window.menus.forget_shown()
    assert window.menus.actions["edit.undo"].isEnabled()


def test_a_new_snippet_can_be_begun_from_anywhere(
    window: Window, draft_response: Response, qtbot: QtBot
) -> None:
    window.go(Place(PageId.QUESTION, draft_response.id, "1"))
    action = window.menus.actions["library.new"]
    assert action.isEnabled()
    action.trigger()
    assert window.place.page is PageId.LIBRARY
    page = cast("LibraryPage", window.navigation.page)
    assert page.desk.form is page.desk.snippet_form
    assert page.desk.snippet_form.claim.hasFocus()


def test_the_library_opens_with_the_keyboard_in_its_search_field(
    window: Window, draft_response: Response
) -> None:
    window.go(Place(PageId.QUESTION, draft_response.id, "1"))
    window.go(Place(PageId.LIBRARY))
    assert cast("LibraryPage", window.navigation.page).filters.text.hasFocus()
