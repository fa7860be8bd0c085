"""The form of one model answer: its text, and notes on words selected in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from desktop.core.course import ModelAnswer, Note
from desktop.core.course_rubric import put_mark
from desktop.core.course_writing import put_model, put_note, words_once
from desktop.ui.context import Context
from desktop.ui.courses.author.chosen_words import chosen_words, show_words
from desktop.ui.courses.author.citing import Citing
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import Form, TallText, as_lines, from_lines, show_text
from desktop.ui.courses.author.marks_part import MarksPart
from desktop.ui.courses.author.note_card import NoteCard
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.page_column import titled

_LEVEL_HELP = "What it shows: a strong answer, a common attempt."
_NOTES = (
    "Select words in the answer, then add a note that says what they do. Learners see notes beside "
    "the words and can hide them to guess first."
)
_MARKS = (
    "Say what this answer would be given, and why: learners see it with the answer, and it shows "
    "what a level looks like. One that is not marked is as good an example."
)


class ModelForm(Form):
    """Fields, the answer, then a card for each note."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__(context)
        self._desk = desk
        self._id = ""
        self.cards: list[NoteCard] = []
        self.question = text_label("", "strong")
        self.column.addWidget(self.question)
        self.level = self.line("Level", lambda text: self._put("level", text), _LEVEL_HELP)
        self.key_point = self.sentence("Key point", lambda text: self._put("key_point", text))
        self.box = TallText(16)
        self.text = self.add_text(self.box, "The answer", lambda text: self._put("text", text))
        self.citing = Citing(desk, self.box)
        self.column.addWidget(self.citing)
        self.asks = self.lines(
            "Recommendations",
            lambda text: self._put("recommendations", from_lines(text)),
            "One to a line, as they are printed.",
        )
        self.column.addLayout(titled("Notes", _NOTES, "heading"))
        row = FlowLayout()
        self.add_button = Button("Add a note on the selected words", self.add_note)
        row.addWidget(self.add_button)
        self.column.addLayout(row)
        self.wrong = text_label("", "warn")
        self.wrong.setAccessibleName("Why no note was added")
        self.column.addWidget(self.wrong)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP)
        self.column.addLayout(self._cards)
        set_text(self.wrong, "")

        self.column.addLayout(titled("Levels by the rubric", _MARKS, "heading"))
        self.marks = MarksPart(context, self._mark)
        self.column.addWidget(self.marks)

    def show_model(self, model: ModelAnswer) -> None:
        """Show a model answer."""
        other = model.id != self._id
        self._id = model.id
        if other:
            set_text(self.wrong, "")
        asked = self._desk.consultation
        known = {each.number: each for each in asked.questions} if asked else {}
        question = known.get(model.question)
        words = f"Question {model.question}"
        self.question.setText(f"{words}: {question.text}" if question else words)
        show_text(self.level, model.level)
        show_text(self.key_point, model.key_point)
        show_text(self.text, model.text)
        show_text(self.asks, as_lines(model.recommendations))
        self._show_notes(model)
        self.marks.show_marks(model, self._desk.course.rubric)

    def flush(self) -> None:
        super().flush()
        self.marks.flush()
        for card in self.cards:
            card.flush()

    def add_note(self) -> None:
        """Add a note on what is selected, or say why that cannot be."""
        self.flush()
        words = chosen_words(self.box)
        wrong = words_once(self._model.text, words)
        if not wrong and any(card.note.at == words for card in self.cards):
            wrong = "These words have a note already."
        set_text(self.wrong, wrong)
        if wrong:
            self.box.setFocus()
            return
        self._desk.put(self._with(put_note(self._model, Note(words, "", None))))
        card = next(card for card in self.cards if card.note.at == words)
        self.write_in(card.text.field, card)

    @property
    def _model(self) -> ModelAnswer:
        return next(each for each in self._desk.course.models if each.id == self._id)

    def _with(self, model: ModelAnswer) -> Any:
        return put_model(self._desk.course, model)

    def _put(self, key: str, value: Any) -> bool:
        model = replace(self._model, **{key: value})
        saved = self._desk.note(self._with(model), f"model/{self._id}/{key}")
        if key == "text":
            for card in self.cards:
                card.show_place(model.text)
        return saved

    def _mark(self, criterion: str, level: int | None, why: str) -> bool:
        model = put_mark(self._model, self._desk.course.rubric, criterion, level, why)
        return self._desk.note(self._with(model), f"model/{self._id}/mark/{criterion}")

    def _keep(self, place: int, note: Note) -> bool:
        notes = list(self._model.notes)
        notes[place] = note
        model = replace(self._model, notes=tuple(notes))
        return self._desk.note(self._with(model), f"model/{self._id}/note/{note.at}")

    def _remove(self, place: int) -> None:
        self.flush()
        notes = list(self._model.notes)
        del notes[place]
        self._desk.put(self._with(replace(self._model, notes=tuple(notes))))
        self.add_button.setFocus()

    def _show_notes(self, model: ModelAnswer) -> None:
        if [card.note for card in self.cards] == list(model.notes):
            return
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for place, note in enumerate(model.notes):
            card = NoteCard(
                self.context,
                place,
                note,
                lambda note, place=place: self._keep(place, note),
                lambda place=place: self._remove(place),
                lambda words: show_words(self.box, words),
            )
            card.show_place(model.text)
            self.cards.append(card)
            self._cards.addWidget(card)
