"""A command of the window, as data: menus, shortcuts, palette and shortcut sheet are all made from
it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.ui.place import PageId, Place

if TYPE_CHECKING:
    from desktop.ui.window import Window


def always(_window: Window) -> bool:
    """Enable a command everywhere."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do.

    Attributes:
        id: what pages and tests call it, such as ``question.next``.
        words: what menus and palette call it; "…" at the end means that it asks something first.
        menu: where it stands, such as ``View`` or ``View/Theme``.
        run: does it.
        keys: its shortcut in Qt's portable spelling, "" for none.
        enabled_when: whether it can be done now.
        checked_when: for a choice that is on or off: which it is now.
        says: words that change with the moment, such as "Undo change to answer 2".
        asks_model: whether ``enabled_when`` and ``says`` read the workspace: they are asked only
        when
            the menu shows, and the shortcut works at any time.
        group: commands of one menu with different groups have a line between them.
    """

    id: str
    words: str
    menu: str
    run: Callable[[Window], object]
    keys: str = ""
    enabled_when: Callable[[Window], bool] = always
    checked_when: Callable[[Window], bool] | None = None
    says: Callable[[Window], str] | None = None
    group: int = 0
    asks_model: bool = False

    @property
    def name(self) -> str:
        """The words without the dots, as the shortcut sheet writes them."""
        return self.words.rstrip("…")


def on_page(
    id_: str, words: str, menu: str, keys: str = "", *, group: int = 0, page_id: str = ""
) -> Command:
    """Make a command that the present page carries out, if it says it can."""
    action = page_id or id_
    return Command(
        id_,
        words,
        menu,
        lambda window: window.run_on_page(action),
        keys,
        enabled_when=lambda window: window.page_can(action),
        group=group,
    )


def at_page(page: PageId, id_: str, words: str, menu: str, keys: str = "") -> Command:
    """Make a command that a page carries out; from elsewhere it leads to that page first."""

    def run(window: Window) -> None:
        if window.place.page is not page:
            window.go(Place(page))
        window.run_on_page(id_)

    return Command(id_, words, menu, run, keys)
