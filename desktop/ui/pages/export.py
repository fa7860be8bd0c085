"""The way out: a file with its email, texts to copy into an online form, and where it went."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.changes import Kind
from desktop.core.response import Draft
from desktop.ui.context import Context
from desktop.ui.pages.export_deadline import DeadlineLine
from desktop.ui.pages.export_document import DocumentExport
from desktop.ui.pages.export_forms import FormTexts
from desktop.ui.pages.export_sent import SENT, SentLog
from desktop.ui.pages.language_choice import LanguageChoice
from desktop.ui.pages.response_page import ResponsePage
from desktop.ui.pages.unreviewed_notice import UnreviewedNotice
from desktop.ui.place import Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.strip_tabs import StripTabs

_DOCUMENT, _FORMS, _SENT = range(3)


class ExportPage(ResponsePage):
    """Two ways to hand in a Response and the log of where it went, each on a tab of its own.

    With ``SENT`` as the item of its place it shows the log.
    """

    kinds: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.PROMPTS, Kind.SETTINGS}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.language = LanguageChoice()
        self.language.changed.connect(self._language_chosen)
        self.document = DocumentExport(context, self.language)
        self.forms = FormTexts(context, self.language)
        self.unreviewed = UnreviewedNotice()
        self.unreviewed.go.connect(context.go)
        self.deadline = DeadlineLine(context)
        self.sent = SentLog(context)
        self.tabs = StripTabs(
            "Ways to hand in",
            [
                ("Document and cover email", self.document),
                ("Text for online forms", self.forms),
                ("Where it was sent", self.sent),
            ],
        )
        self.document.sent.connect(self._note_sent)
        self.tabs.changed.connect(self._tab_shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(text_label("Export", "title"))
        column.addWidget(self.deadline)
        column.addWidget(self.unreviewed)
        column.addWidget(self.language)
        column.addWidget(self.tabs, 1)

    def open(self, place: Place) -> None:
        if place.response != self.response:
            self.document.start_anew(self.context.session.draft(place.response))
        super().open(place)
        if place.item == SENT:
            self.tabs.choose(_SENT)

    def flush(self) -> None:
        self.document.flush()
        self.sent.flush()

    def first_focus(self) -> QWidget:
        return self.document.export_button

    def show_draft(self, draft: Draft) -> None:
        self.language.show_draft(draft)
        self.deadline.show_draft(draft)
        self.unreviewed.show_draft(draft)
        self.document.show_draft(draft)
        if self.tabs.current is self.forms:
            self.forms.show_draft(draft)
        self._show_sent(draft)

    def show_own_change(self, draft: Draft) -> None:
        self._show_sent(draft)

    def _show_sent(self, draft: Draft) -> None:
        count = self.sent.show_draft(draft)
        title = "Where it was sent"
        self.tabs.set_title(_SENT, f"{title} ({count})" if count else title)

    def _language_chosen(self) -> None:
        if self.response:
            self.show_draft(self.draft())

    def _note_sent(self) -> None:
        self.tabs.choose(_SENT)
        self.sent.add_button.setFocus()

    def _tab_shown(self) -> None:
        if self.response and self.tabs.current is self.forms:
            self.forms.show_draft(self.draft())
