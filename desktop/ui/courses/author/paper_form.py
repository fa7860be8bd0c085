"""The form of one paper of the data pack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from desktop.core.course import Paper
from desktop.core.course_pack import cited_in, paper_of, place_with, put_paper, snippets_of
from desktop.core.course_places import follow_places, moved_places, place_words
from desktop.core.course_writing import typed
from desktop.core.evidence import SourceKind
from desktop.core.listing import counted
from desktop.core.text import texts
from desktop.markup import parse
from desktop.ui.context import Context
from desktop.ui.courses.author.chosen_words import chosen_words
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import Form, TallText, choice_box, show_choices, show_text
from desktop.ui.courses.author.formatting import formatting
from desktop.ui.form import labelled
from desktop.ui.models.typed_date import as_written, is_kept_date
from desktop.ui.models.words import SOURCE_KINDS
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.saved_field import SavedField, line_edit

_KINDS = tuple((kind.value, words) for kind, words in SOURCE_KINDS.items())
_TEXT_HELP = (
    "Each paragraph, list, quotation and table is a place, counted from 1 without sub-headings: "
    "it is cited as “paragraph 3”."
)
_SHORT_HELP = "How footnotes name it the second time."
_DATE_HELP = "Such as 2027, June 2027 or 20 June 2027. Leave it empty if there is none."
_NO_DATE = "This is no date, so the one before stays: write it as 20 June 2027."
_NO_WORDS = "Select the words of the paper first."


class PaperForm(Form):
    """What it is, what it says, and a way to make a snippet of words selected in it.

    ``snippet(locator, words)`` is called for one to be made.
    """

    def __init__(self, context: Context, desk: Desk, snippet: Callable[[str, str], object]) -> None:
        super().__init__(context)
        self._desk = desk
        self._key = ""
        self._snippet = snippet
        self.used = text_label("", "muted")
        self.column.addWidget(self.used)
        self.title = self.line("Title of the paper", lambda text: self._put(title=text))
        self.kind = choice_box(lambda: self._put(kind=SourceKind(self.kind.currentData())))
        self.author = self._small("author")
        self.date = self.tie(line_edit(), self._put_date)
        self.short = self._small("short")
        row = Folding(56, GAP_LARGE)
        row.add_top(labelled(self.author.field, "Who wrote it"), 3)
        row.add_top(labelled(self.kind, "What it is"), 2)
        self.column.addWidget(row)
        row = Folding(56, GAP_LARGE)
        row.add_top(labelled(self.date.field, "When it was written", _DATE_HELP), 1)
        row.add_top(labelled(self.short.field, "Short form", _SHORT_HELP), 1)
        self.column.addWidget(row)
        self.wrong = text_label("", "warn")
        self.column.addWidget(self.wrong)
        self.note = self.sentence("A sentence shown with it", lambda text: self._put(note=text))
        self.box = TallText(18)
        row = labelled(self.box, "What it says", _TEXT_HELP)
        inside = row.layout()
        if isinstance(inside, QVBoxLayout):
            inside.insertWidget(1, formatting(self.box))
        self.column.addWidget(row)
        self.text = self.tie(self.box, self._put_text)
        buttons = FlowLayout()
        self.snippet_button = Button("Make a snippet of the selected words", self.make_snippet)
        buttons.addWidget(self.snippet_button)
        self.column.addLayout(buttons)
        self.none = text_label("", "warn")
        self.column.addWidget(self.none)
        set_text(self.wrong, "")
        set_text(self.none, "")

    def show_paper(self, paper: Paper) -> None:
        """Show a paper."""
        source = paper.source
        if source.key != self._key:
            set_text(self.wrong, "")
            set_text(self.none, "")
        self._key = source.key
        for field, text in (
            (self.title, source.title),
            (self.author, source.author),
            (self.date, source.date),
            (self.short, source.short),
            (self.note, source.note),
            (self.text, paper.text),
        ):
            show_text(field, text)
        show_choices(self.kind, _KINDS, source.kind.value)
        course = self._desk.course
        snippets = counted(len(snippets_of(course, source.key)), "snippet")
        texts = counted(cited_in(course, source.key), "text")
        self.used.setText(f"{snippets} out of it. Cited in {texts} of the course.")

    def make_snippet(self) -> None:
        """Make a snippet of what is selected, or say why that cannot be."""
        self.flush()
        words = chosen_words(self.box)
        set_text(self.none, "" if words else _NO_WORDS)
        if words:
            first = next(iter(texts(parse(words))), words)
            self._snippet(place_with(parse(self._paper.text), first), words)
        else:
            self.box.setFocus()

    @property
    def _paper(self) -> Paper:
        return paper_of(self._desk.course, self._key)

    def _small(self, key: str) -> SavedField:
        return self.tie(line_edit(), lambda text: self._put(**{key: text}))

    def _put(self, **said: Any) -> bool:
        paper = self._paper
        if said.get("title") and typed(paper.source.short) in ("", paper.source.title):
            # Until somebody writes another, the short form is the title.
            said["short"] = said["title"]
        changed = replace(paper, source=replace(paper.source, **said))
        kept = self._note(changed, next(iter(said)))
        show_text(self.short, changed.source.short)
        return kept

    def _put_text(self, text: str) -> bool:
        before, after = (place_words(parse(each)) for each in (self._paper.text, text))
        course = put_paper(self._desk.course, replace(self._paper, text=text))
        # What cites a place goes on citing these words, whatever their number is now.
        course = follow_places(course, self._key, moved_places(before, after))
        return self._desk.note(course, f"paper/{self._key}/text")

    def _put_date(self, text: str) -> bool:
        written = as_written(text).strip()
        sound = not written or is_kept_date(written)
        set_text(self.wrong, "" if sound else _NO_DATE)
        return self._put(date=written) if sound else True

    def _note(self, paper: Paper, key: str) -> bool:
        return self._desk.note(put_paper(self._desk.course, paper), f"paper/{self._key}/{key}")
