"""What the header says about the present response: title, words used, saved or not; and the quiet
backup.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core.budget import Budget
from desktop.core.changes import Changes, Kind
from desktop.core.response import Draft
from desktop.errors import DesktopError
from desktop.ui.closing import Closing
from desktop.ui.context import Context
from desktop.ui.courses.practice import is_preview, practice_title
from desktop.ui.debounce import Debounce
from desktop.ui.header import Header
from desktop.ui.navigation import Navigation
from desktop.ui.page import Page
from desktop.ui.page_table import PAGE_TITLES
from desktop.ui.place import PageId, Place

if TYPE_CHECKING:
    from desktop.core.deadline import Deadline

_COUNT_AFTER_MS = 300


class Status(QObject):
    """Keeps the header true."""

    def __init__(self, context: Context, header: Header, navigation: Navigation) -> None:
        super().__init__(header)
        self._context = context
        self._header = header
        self._navigation = navigation
        self._count_lane = context.jobs.lane(self)
        self._backup_lane = context.jobs.lane(self)
        self._closing = Closing(context, self)
        self._closing.changed.connect(self._show_deadline)
        self._recount = Debounce(_COUNT_AFTER_MS, self._count, self)
        self.draft: Draft | None = None
        self.failing = False
        header.show_practice(practice_title(context.session), is_preview(context.session))
        context.bridge.changed.connect(self._changed)
        context.bridge.unsaved.connect(self._unsaved)
        context.bridge.failed.connect(self._failed)
        navigation.made.connect(self._watch)
        if context.checks is not None:
            context.checks.changed.connect(self._show_checks)

    def show_place(self, place: Place) -> None:
        """Follow the person to a place."""
        if not place.response:
            self.draft = None
            self._count_lane.cancel()
            self._recount.cancel()
            self._closing.forget()
            # The header names the course already.
            said = "" if place.page is PageId.COURSE else PAGE_TITLES[place.page]
            self._header.show_place(said, "")
            self._header.show_words(None)
            return
        other = self.draft is None or self.draft.response.id != place.response
        if other:
            self.draft = self._context.session.draft(place.response)
            self._header.show_words(None)
            self._count()
        assert self.draft is not None
        consultation = self.draft.consultation
        self._closing.look(consultation)
        self._header.show_place(consultation.title, consultation.body_short or consultation.body)

    def fresh_draft(self) -> Draft | None:
        """Return the present response as it is now, None where there is none."""
        if self.draft is None:
            return None
        try:
            return self._context.session.draft(self.draft.response.id)
        except DesktopError:
            return None

    def back_up(self, *, asked_for: bool = False) -> None:
        """Back the workspace up on another thread if anything has changed since the last time."""
        session = self._context.session
        try:
            job = session.backing_up()
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return
        if job is not None:
            self._backup_lane.run(job, self._backed_up if asked_for else lambda _path: None)
        elif asked_for:
            self._context.dialogs.notify("Nothing has changed since the last backup.")

    def _backed_up(self, path: Path) -> None:
        self._context.dialogs.notify(f"Backed up as {path.name}")

    def _changed(self, changes: Changes) -> None:
        if changes.kinds == {Kind.SETTINGS} or self.draft is None:
            return
        if changes.response in ("", self.draft.response.id):
            self._recount.poke()

    def _count(self) -> None:
        if self.draft is None:
            return
        # Binned or gone: the window is on its way to another place.
        try:
            self.draft = draft = self._context.session.draft(self.draft.response.id)
        except DesktopError:
            return

        self._closing.look(draft.consultation)

        def work() -> int:
            from desktop.markup.counting import document_words

            return document_words(draft)

        self._count_lane.run(work, lambda words: self._show_words(draft, words))

    def _show_words(self, draft: Draft, words: int) -> None:
        if self.draft is not None and self.draft.response.id == draft.response.id:
            self._header.show_words(Budget(words, draft.consultation.limit))

    def _show_deadline(self, found: Deadline | None) -> None:
        left = f"{found.left[:1].upper()}{found.left[1:]}" if found else ""
        sentence, near = (found.sentence, found.near) if found else ("", False)
        self._header.show_deadline(left, sentence, near=near)

    def _show_checks(self) -> None:
        checks = self._context.checks
        if checks is None or checks.draft is None:
            self._header.show_checks("", "")
            return
        # Read with the first response: the window starts without.
        from desktop.ui.checking.counting import found_in_all

        found = found_in_all(checks.said.open, checks.draft)
        self._header.show_checks(*((found.short, found.words) if found else ("", "")))

    def _watch(self, page: Page) -> None:
        """Hear of typing on a page from whatever waits there to save it."""
        for debounce in page.findChildren(Debounce):
            if debounce.saves:
                debounce.due.connect(self._unsaved)

    def _unsaved(self, waiting: bool) -> None:
        if not waiting and not self._context.bridge.failing:
            self.failing = False
        self._header.show_unsaved(waiting)

    def _failed(self, error: DesktopError) -> None:
        self.failing = True
        self._header.show_failure(error)
