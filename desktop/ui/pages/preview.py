"""The submission as it will be exported, kept up to date while one looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.changes import Kind
from desktop.core.outline import Outline
from desktop.core.response import Draft
from desktop.core.words import Count
from desktop.errors import DesktopError
from desktop.export import outline_words, question_anchor, to_preview
from desktop.markup.counting import document_words
from desktop.session import Job
from desktop.ui.context import Context
from desktop.ui.header import WORDS_COUNTED
from desktop.ui.models.words import counted
from desktop.ui.pages.export_options import DOCUMENT, OptionsRow, export_options
from desktop.ui.pages.language_choice import LanguageChoice
from desktop.ui.pages.preview_places import PreviewPlaces, edit_words
from desktop.ui.pages.response_page import ResponsePage
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import page_head
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.paper import Paper

_HINT = "Click a paragraph to edit it."


@dataclass(frozen=True, slots=True)
class _Shown:
    outline: Outline
    html: str
    count: Count
    yours: int


class PreviewPage(ResponsePage):
    """Built on another thread. ``Place.item`` is the number of the Question to show."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.PROMPTS, Kind.RESPONSES}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._building = context.jobs.lane(self)
        self._building.busy.connect(self._busy)
        self._places: PreviewPlaces | None = None
        self._wanted = ""
        self.said = text_label("Building the preview…", "muted")
        self.said.setToolTip(WORDS_COUNTED)
        self.said.setAccessibleDescription(WORDS_COUNTED)
        self.paper = Paper("The document as it will be exported")
        self.paper.pointed.connect(self._point)
        self.paper.moved.connect(self._name_part)
        self.options = OptionsRow(context.session, DOCUMENT)
        if context.checks is not None:
            self.options.changed.connect(context.checks.check)
        self.language = LanguageChoice()
        self.language.changed.connect(lambda: self.response and self.show_draft(self.draft()))
        self.edit_button = Button(edit_words(None), self._edit)
        self.export_button = Button("Export…", lambda: self.to_page(PageId.EXPORT), look="primary")
        self._build()

    def open(self, place: Place) -> None:
        if place.response != self.response:
            self._places = None
            self.paper.text.clear()
        self._wanted = place.item
        super().open(place)

    def first_focus(self) -> QWidget:
        return self.paper.text

    def show_draft(self, draft: Draft) -> None:
        self.options.show_rules(draft.rules)
        self.language.show_draft(draft)
        draft = self.language.printed(draft)
        session = self.context.session
        work = _showing(session.outlining(draft, export_options(session)), draft)
        self._building.run(work, self._show, self._fail)

    def _show(self, shown: _Shown) -> None:
        self.paper.show_html(shown.html)
        self._places = PreviewPlaces(self.paper.text.document(), shown.outline, self.response)
        if self._wanted:
            self.paper.text.scrollToAnchor(question_anchor(self._wanted))
            self._wanted = ""
        self.said.setText(f"{_length(shown)}. {_HINT}")
        self._name_part()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, DesktopError):
            raise error
        self.said.setText(str(error))

    def _busy(self, busy: bool) -> None:
        if busy:
            self.said.setText("Building the preview…")

    def _point(self, position: int) -> None:
        place = self._places.at(position) if self._places else None
        if place is not None:
            self.context.go(place)

    def _here(self) -> Place | None:
        return self._places.at(self.paper.first_position()) if self._places else None

    def _edit(self) -> None:
        place = self._here()
        if place is not None:
            self.context.go(place)

    def _name_part(self) -> None:
        place = self._here()
        self.edit_button.set_words(edit_words(place))
        self.edit_button.setEnabled(place is not None)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        title = text_label("Preview", "title")
        column.addWidget(page_head(title, self.edit_button, self.export_button))
        column.addWidget(self.options)
        column.addWidget(self.language)
        column.addWidget(self.said)
        column.addWidget(self.paper, 1)


def _length(shown: _Shown) -> str:
    """Say how long the document is and how much of it the person has written."""
    words = counted(shown.count.words, "word")
    said = f"{words} in the document with headings and the questions, without footnotes"
    if shown.yours > shown.count.words:
        # What the rules leave out of the document is counted as written all the same.
        return said
    return f"{said}; {shown.yours:,} of them {'is' if shown.yours == 1 else 'are'} yours"


def _showing(outlining: Job[Outline], draft: Draft) -> Job[_Shown]:
    """Return a Job that gives all the page needs."""

    def job() -> _Shown:
        outline = outlining()
        return _Shown(outline, to_preview(outline), outline_words(outline), document_words(draft))

    return job
