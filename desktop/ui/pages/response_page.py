"""What the pages of one Response share: they show its Draft, and show it again when it changed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.response import Draft
from desktop.ui.context import Context
from desktop.ui.page import Page
from desktop.ui.place import PageId, Place


class ResponsePage(Page):
    """The base of the pages about one Response. ``kinds`` are the changes that it shows."""

    kinds: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.response = ""
        context.bridge.changed.connect(self._hear)

    def open(self, place: Place) -> None:
        self.response = place.response
        self.show_draft(self.draft())

    def draft(self) -> Draft:
        """Return the Draft as it is now."""
        return self.context.session.draft(self.response)

    def show_draft(self, draft: Draft) -> None:
        """Show a Draft."""

    def show_own_change(self, draft: Draft) -> None:
        """Show what else a change of this page's own making altered; its fields are as they are."""

    def to_question(self, number: str) -> None:
        """Go to a Question of this Response."""
        self.context.go(Place(PageId.QUESTION, self.response, number))

    def to_page(self, page: PageId, item: str = "") -> None:
        """Go to another page of this Response."""
        self.context.go(Place(page, self.response, item))

    def _hear(self, changes: Changes) -> None:
        elsewhere = changes.response not in {"", self.response}
        if not self.isVisible() or not self.response or elsewhere:
            return
        if not changes.touches(*self.kinds):
            return
        if changes.origin is self:
            self.show_own_change(self.draft())
        else:
            self.show_draft(self.draft())
