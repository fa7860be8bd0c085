"""The way out: a file with its cover email, or texts to copy into an online form."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.changes import Kind
from desktop.core.response import Draft
from desktop.ui.context import Context
from desktop.ui.pages.export_document import DocumentExport
from desktop.ui.pages.export_forms import FormTexts
from desktop.ui.pages.response_page import ResponsePage
from desktop.ui.pages.unreviewed_notice import UnreviewedNotice
from desktop.ui.place import Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.strip_tabs import StripTabs


class ExportPage(ResponsePage):
    """Two ways to hand in a Response, each on a tab of its own."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.PROMPTS, Kind.SETTINGS}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.document = DocumentExport(context)
        self.forms = FormTexts(context)
        self.unreviewed = UnreviewedNotice()
        self.unreviewed.go.connect(context.go)
        self.tabs = StripTabs(
            "Ways to hand in",
            [("Document and cover email", self.document), ("Text for online forms", self.forms)],
        )
        self.tabs.changed.connect(self._tab_shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(text_label("Export", "title"))
        column.addWidget(self.unreviewed)
        column.addWidget(self.tabs, 1)

    def open(self, place: Place) -> None:
        if place.response != self.response:
            self.document.start_anew(self.context.session.draft(place.response))
        super().open(place)

    def flush(self) -> None:
        self.document.flush()

    def first_focus(self) -> QWidget:
        return self.document.export_button

    def show_draft(self, draft: Draft) -> None:
        self.unreviewed.show_draft(draft)
        self.document.show_draft(draft)
        if self.tabs.current is self.forms:
            self.forms.show_draft(draft)

    def _tab_shown(self) -> None:
        if self.response and self.tabs.current is self.forms:
            self.forms.show_draft(self.draft())
