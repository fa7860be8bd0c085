"""Doing one thing to all rows that are chosen, as one step that Undo takes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core.changes import Changes
from desktop.ui.context import Context
from desktop.ui.models.library_rows import LibraryRow
from desktop.ui.models.typed_date import as_written
from desktop.ui.models.words import counted
from desktop.ui.pages.library_parts.attempting import attempt
from desktop.ui.pages.library_parts.browser import LibraryBrowser

if TYPE_CHECKING:
    from desktop.session.library import LibraryDoor


class BulkActions(QObject):
    """Does what the bar below the table asks for."""

    def __init__(self, context: Context, browser: LibraryBrowser) -> None:
        super().__init__(browser)
        self._context = context
        self._browser = browser
        bar = browser.bulk
        bar.tag.connect(self.tag)
        bar.owner.connect(self.set_owner)
        bar.review.connect(self.set_review)
        bar.retire.connect(self.retire)
        bar.restore.connect(self.restore)

    def snippets(self, *, retired: bool | None = None) -> list[LibraryRow]:
        """Return the chosen rows that are Snippets."""
        return [
            row
            for row in self._browser.chosen()
            if row.snippet is not None and retired in (None, row.retired)
        ]

    def tag(self) -> None:
        """Ask for tags to add and to take away."""
        rows = self.snippets()
        used = sorted({tag for row in rows for tag in row.tags})
        said = f" They have now: {', '.join(used)}." if used else ""
        text = self._context.dialogs.ask_text(
            f"Tags of {counted(len(rows), 'snippet')}",
            "Tags to add, with commas between them. A minus before a tag takes it away: "
            f"halls, -heating.{said}",
            yes="Change tags",
        )
        add, remove = tag_changes(text or "")
        if add or remove:
            names = [row.id for row in rows]
            self._do(lambda: self._library.tag(names, add, remove), "Tags changed", len(rows))

    def set_owner(self) -> None:
        """Ask who looks after the chosen Snippets."""
        rows = self.snippets()
        owners = {row.owner for row in rows}
        text = self._context.dialogs.ask_text(
            "Who looks after them?",
            "Who knows whether they still hold. Leave it empty for nobody.",
            owners.pop() if len(owners) == 1 else "",
            yes="Set owner",
        )
        if text is not None:
            names = [row.id for row in rows]
            self._do(lambda: self._library.set_owner(names, text.strip()), "Owner set", len(rows))

    def set_review(self) -> None:
        """Ask by which day the chosen Snippets are to be checked."""
        rows = self.snippets()
        text = self._context.dialogs.ask_text(
            "When should they be checked?",
            "A day, such as 1 June 2027. Leave it empty for no day.",
            yes="Set the day",
        )
        if text is None:
            return
        day = typed_day(text)
        if text.strip() and day is None:
            self._context.dialogs.notify("Nothing was changed: write the day as 1 June 2027.")
            return
        names = [row.id for row in rows]
        self._do(lambda: self._library.set_review_by(names, day), "Day to check set", len(rows))

    def retire(self) -> None:
        """Take the chosen Snippets out of what is offered."""
        rows = self.snippets(retired=False)
        names = [row.id for row in rows]
        self._do(lambda: self._library.retire(names), "Retired", len(rows))

    def restore(self) -> None:
        """Bring everything chosen back that was put away."""
        rows = self._browser.chosen()
        documents = [row.document for row in rows if row.binned]
        names = [row.id for row in self.snippets(retired=True)]
        if documents:
            attempt(self._context, lambda: self._context.session.intake.restore(documents))
        if names:
            attempt(self._context, lambda: self._library.bring_back(names))
        sources = {
            row.source.key
            for row in rows
            if row.with_source or (row.retired and row.snippet is None)
        }
        for key in sorted(sources):
            attempt(self._context, partial(self._library.bring_back_source, key))
        self._context.dialogs.notify("Brought back.")

    @property
    def _library(self) -> LibraryDoor:
        return self._context.session.library

    def _do(self, act: Callable[[], Changes | None], said: str, count: int) -> None:
        attempt(self._context, act, f"{said}: {counted(count, 'snippet')}. Undo takes it back.")


def tag_changes(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tags to add and those to take away ("halls, -heating")."""
    words = [word.strip() for word in text.split(",")]
    add = tuple(dict.fromkeys(word for word in words if word and not word.startswith("-")))
    remove = tuple(
        dict.fromkeys(word[1:].strip() for word in words if word.startswith("-") and word[1:])
    )
    return add, remove


def typed_day(text: str) -> date | None:
    """Return the day that somebody typed, None for anything else."""
    try:
        return date.fromisoformat(as_written(text.strip()))
    except ValueError:
        return None
