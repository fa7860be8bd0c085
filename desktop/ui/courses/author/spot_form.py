"""The form of an answer to mark: which words are what, and how to tell."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.course import Marked, PartKind, Spot
from desktop.core.course_writing import put_spot, words_once
from desktop.ui.context import Context
from desktop.ui.courses.author.chosen_words import chosen_words, show_words
from desktop.ui.courses.author.citing import Citing
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import Form, TallText, show_text
from desktop.ui.courses.parts import PART_NAMES
from desktop.ui.form import labelled
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, chip, set_text, text_label
from desktop.ui.widgets.page_column import titled
from desktop.ui.widgets.saved_field import SavedField, note_edit

_KEY = (
    "Select words in the answer and say what they are. Learners look for the kinds that you have "
    "marked at least once."
)
_GONE = "Marks on words that are gone were removed. Undo brings them back."


class SpotForm(Form):
    """The answer, a button for each part, a card for each mark."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__(context)
        self._desk = desk
        self._id = ""
        self._key: tuple[Marked, ...] | None = None
        self._whys: list[SavedField] = []
        self._holders: list[QWidget] = []
        self.says = self.lines("What learners are told", lambda text: self._put("says", text))
        self.box = TallText(10)
        self.text = self.add_text(self.box, "The answer", lambda text: self._put("text", text))
        self.citing = Citing(desk, self.box)
        self.column.addWidget(self.citing)
        self.column.addLayout(titled("The key", _KEY, "heading"))
        row = FlowLayout()
        self.parts: dict[PartKind, Button] = {}
        for part, words in PART_NAMES.items():
            button = Button(words, lambda part=part: self.mark(part), name=f"Mark as {words}")
            self.parts[part] = button
            row.addWidget(button)
        self.column.addLayout(row)
        self.wrong = text_label("", "warn")
        self.wrong.setAccessibleName("Why nothing was marked")
        self.column.addWidget(self.wrong)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP)
        self.column.addLayout(self._cards)
        set_text(self.wrong, "")

    def show_spot(self, spot: Spot) -> None:
        """Show an exercise."""
        if spot.id != self._id:
            set_text(self.wrong, "")
        other, self._id = spot.id != self._id, spot.id
        show_text(self.says, spot.says)
        show_text(self.text, spot.text)
        if other or spot.key != self._key:
            self._show_key(spot.key)

    def mark(self, part: PartKind) -> None:
        """Mark the selected words as a part, or say why that cannot be."""
        self.flush()
        words = chosen_words(self.box)
        wrong = words_once(self._spot.text, words)
        if not wrong and any(each.at == words for each in self._spot.key):
            wrong = "These words are marked already. Remove that mark first."
        set_text(self.wrong, wrong)
        if wrong:
            self.box.setFocus()
            return
        self._keep((*self._spot.key, Marked(part, words, "")))
        place = next(at for at, each in enumerate(self._spot.key) if each.at == words)
        self.write_in(self._whys[place].field, self._holders[place])

    @property
    def _spot(self) -> Spot:
        return self._desk.course.spot(self._id)

    def _put(self, key: str, value: Any) -> bool:
        spot = replace(self._spot, **{key: value})
        saved = self._desk.note(put_spot(self._desk.course, spot), f"spot/{self._id}/{key}")
        if key == "text" and self._spot.key != self._key:
            self._show_key(self._spot.key)
            set_text(self.wrong, _GONE)
        return saved

    def _keep(self, key: tuple[Marked, ...]) -> None:
        self._desk.put(put_spot(self._desk.course, replace(self._spot, key=key)))

    def _why(self, place: int, text: str) -> bool:
        key = list(self._spot.key)
        key[place] = replace(key[place], why=text)
        self._key = tuple(key)
        spot = replace(self._spot, key=self._key)
        course = put_spot(self._desk.course, spot)
        return self._desk.note(course, f"spot/{self._id}/why/{key[place].at}")

    def _remove(self, place: int) -> None:
        self.flush()
        key = self._spot.key
        self._keep((*key[:place], *key[place + 1 :]))
        self.box.setFocus()

    def _show_key(self, key: tuple[Marked, ...]) -> None:
        for why in self._whys:
            self.untie(why)
        for holder in self._holders:
            self._cards.removeWidget(holder)
            holder.hide()
            holder.deleteLater()
        self._key, self._whys, self._holders = key, [], []
        for place, marked in enumerate(key):
            card = self._card(place, marked)
            self._holders.append(card)
            self._cards.addWidget(card)

    def _card(self, place: int, marked: Marked) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = card_column(card)
        head = FlowLayout()
        head.addWidget(chip(PART_NAMES[marked.part], "kind"))
        column.addLayout(head)
        column.addWidget(text_label(breakable(f"“{marked.at}”"), "strong"))
        field = note_edit(2)
        column.addWidget(labelled(field, f"How to tell ({place + 1})"))
        why = self.tie(field, lambda text, place=place: self._why(place, text))
        show_text(why, marked.why)
        self._whys.append(why)
        row = FlowLayout()
        for words, act in (
            ("Show the words", lambda: show_words(self.box, marked.at)),
            ("Remove", lambda: self._remove(place)),
        ):
            row.addWidget(Button(words, act, look="link", name=f"{words}: mark {place + 1}"))
        column.addLayout(row)
        return card
