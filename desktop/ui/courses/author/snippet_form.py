"""The form of one snippet of the data pack."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.core.consultation import question_ref
from desktop.core.course_pack import places, put_snippet, snippet_of
from desktop.core.course_writing import typed
from desktop.core.evidence import Snippet, SnippetKind
from desktop.markup import parse
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import Form, choice_box, show_choices, show_text
from desktop.ui.form import labelled, name_field
from desktop.ui.models.words import SNIPPET_KINDS
from desktop.ui.spacing import GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.saved_field import line_edit

_KINDS = tuple((kind.value, words) for kind, words in SNIPPET_KINDS.items())
_QUESTIONS = "It is offered first at the questions that are ticked."
_SPEAKER = "A quotation needs to say whose words they are."


class SnippetForm(Form):
    """What it shows, the words, where they stand, and for which questions it is."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__(context)
        self._desk = desk
        self._id = ""
        self.paper = choice_box(lambda: self._put(source=self.paper.currentData()))
        self.column.addWidget(labelled(self.paper, "Out of the paper"))
        self.claim = self.sentence(
            "What it shows, in one sentence", lambda text: self._put(claim=text)
        )
        self.text = self.lines(
            "The words that go into an answer", lambda text: self._put(text=text), "", 4
        )
        self.place = choice_box(lambda: self._put(locator=self.place.currentData()))
        self.kind = choice_box(lambda: self._put(kind=SnippetKind(self.kind.currentData())))
        row = Folding(56, GAP_LARGE)
        row.add_top(labelled(self.place, "Where it stands in the paper"), 3)
        row.add_top(labelled(self.kind, "What it is"), 2)
        self.column.addWidget(row)
        self.speaker = self.tie(line_edit(), lambda text: self._put(speaker=text))
        self.tags = self.tie(line_edit(), self._put_tags)
        row = Folding(56, GAP_LARGE)
        row.add_top(labelled(self.speaker.field, "Whose words they are"), 1)
        row.add_top(labelled(self.tags.field, "Tags", "Separated by commas."), 1)
        self.column.addWidget(row)
        self.lacks = text_label("", "warn")
        self.column.addWidget(self.lacks)
        self.column.addWidget(text_label("Questions", "strong"))
        self.column.addWidget(text_label(_QUESTIONS, "muted"))
        self.boxes: dict[str, QCheckBox] = {}
        self._questions = QWidget()
        self._rows = QVBoxLayout(self._questions)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP_SMALL)
        self.column.addWidget(self._questions)

    def show_snippet(self, snippet: Snippet) -> None:
        """Show a snippet."""
        papers = {each.source.key: each for each in self._desk.course.papers}
        titles = tuple((key, typed(each.source.title)) for key, each in papers.items())
        self._id = snippet.id
        show_choices(self.paper, titles, snippet.source)
        show_text(self.claim, snippet.claim)
        show_text(self.text, snippet.text)
        show_text(self.speaker, snippet.speaker)
        show_text(self.tags, ", ".join(snippet.tags))
        paper = papers.get(snippet.source)
        there = tuple(
            (place, f"{place.capitalize()}: {words}")
            for place, words in (places(parse(paper.text)) if paper else ())
        )
        if snippet.locator not in dict(there) and snippet.locator.startswith("paragraphs "):
            there = (*there, (snippet.locator, snippet.locator.capitalize()))
        show_choices(self.place, there, snippet.locator)
        show_choices(self.kind, _KINDS, snippet.kind.value)
        self._show_lacks(snippet)
        self._show_questions(snippet)

    @property
    def _snippet(self) -> Snippet:
        return snippet_of(self._desk.course, self._id)

    def _put(self, **said: Any) -> bool:
        snippet = replace(self._snippet, **said)
        self._show_lacks(snippet)
        course = put_snippet(self._desk.course, snippet)
        kept = self._desk.note(course, f"snippet/{self._id}/{next(iter(said))}")
        if "source" in said:
            self.show_snippet(self._snippet)
        return kept

    def _put_tags(self, text: str) -> bool:
        tags = (tag.strip() for tag in text.split(","))
        return self._put(tags=tuple(dict.fromkeys(tag for tag in tags if tag)))

    def _show_lacks(self, snippet: Snippet) -> None:
        quoted = snippet.kind is SnippetKind.QUOTATION
        set_text(self.lacks, _SPEAKER if quoted and not snippet.speaker.strip("…") else "")

    def _show_questions(self, snippet: Snippet) -> None:
        asked = self._desk.consultation
        wanted: dict[str, str] = {}
        if asked is not None:
            for each in asked.questions:
                words = f"{each.number}. {each.heading or each.text}"
                wanted[question_ref(asked.id, each.number)] = words.replace("&", "&&")
        if {ref: box.text() for ref, box in self.boxes.items()} != wanted:
            for box in self.boxes.values():
                self._rows.removeWidget(box)
                box.hide()
                box.deleteLater()
            self.boxes = {}
            for ref, words in wanted.items():
                box = QCheckBox(words)
                name_field(box, f"For question {words.replace('&&', '&')}")
                box.clicked.connect(lambda _: self._put(questions=self._ticked()))
                self.boxes[ref] = box
                self._rows.addWidget(box)
        for ref, box in self.boxes.items():
            box.setChecked(ref in snippet.questions)

    def _ticked(self) -> tuple[str, ...]:
        return tuple(ref for ref, box in self.boxes.items() if box.isChecked())
