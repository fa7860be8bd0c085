"""What the palette finds in a window and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from desktop.core.evidence import Suggestion
from desktop.core.response import Draft
from desktop.ui.command_list import COMMANDS
from desktop.ui.finding import (
    answer_entries,
    command_entries,
    entries_anywhere,
    question_entries,
    response_entries,
)
from desktop.ui.palette import Palette
from desktop.ui.palette_model import Section
from desktop.ui.place import PageId, Place

if TYPE_CHECKING:
    from desktop.ui.window import Window


def make_palette(window: Window) -> Palette:
    """Build the palette of a window."""
    # Read once for each opening: nothing else can change them while it is open.
    everywhere: list[Draft] = []

    def find(typed: str) -> list[Section]:
        here = [c for c in COMMANDS if c.id != "palette" and c.enabled_when(window)]
        draft = window.status.fresh_draft()
        sections: list[Section] = []
        if draft is not None:
            sections.append(question_entries(typed, draft, window.go))
            sections.append(answer_entries(typed, draft, window.go))
        elif typed:
            if not everywhere:
                everywhere.extend(window.session.drafts())
            sections.extend(entries_anywhere(typed, everywhere, window.go))
        if not typed:
            everywhere.clear()
        else:
            sections.append(response_entries(typed, window.session.responses(), window.go))
        commands = command_entries(typed, here, window.run)
        return [commands, *sections] if typed else [*sections, commands]

    return Palette(
        window.context,
        find,
        lambda found: _use_evidence(window, found),
        lambda: "Insert" if _can_insert(window) else "",
        window.ground,
    )


def _can_insert(window: Window) -> bool:
    return window.place.page is PageId.QUESTION and window.page_can("insert.cite")


def _use_evidence(window: Window, found: Suggestion) -> None:
    """Insert evidence at the cursor of a question, or show it in the library from anywhere else."""
    page = window.navigation.page
    if _can_insert(window):
        cast("Any", page).insert_evidence(found.piece)
    else:
        window.go(Place(PageId.LIBRARY, "", found.piece.id))
