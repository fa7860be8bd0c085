"""What trainers do with learners' work, and learners with the comments on it, for the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.command import Command, on_page
from desktop.ui.courses.practice import is_practice
from desktop.ui.place import PageId, Place

if TYPE_CHECKING:
    from desktop.ui.window import Window

_MENU = "Learn"


def _open_comments(window: Window) -> None:
    if window.place.page is not PageId.COMMENTS:
        window.go(Place(PageId.COMMENTS))
    window.run_on_page("comments.open")


OPEN_COMMENTS = Command(
    "comments.open",
    "Open comments from your trainer…",
    _MENU,
    _open_comments,
    "Ctrl+Alt+T",
    enabled_when=lambda window: is_practice(window.session),
    group=1,
    asks_model=True,
)
TEACHING_COMMANDS = (
    on_page("work.files", "Add learners’ work…", _MENU, "Ctrl+Alt+F", group=4),
    on_page("work.folder", "Add a folder of learners’ work…", _MENU, "Ctrl+Alt+O", group=4),
    on_page("work.comment", "Comment on the selected words", _MENU, "Ctrl+Alt+N", group=4),
    on_page("work.send", "Send comments back…", _MENU, "Ctrl+Alt+B", group=4),
    on_page("work.script", "Save as a Word document with comments…", _MENU, "Ctrl+Alt+X", group=4),
)
