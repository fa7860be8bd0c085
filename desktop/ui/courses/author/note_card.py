"""One note of an author: the words it is about, what it says of them, what they do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QFrame, QWidget

from desktop.core.course import Note, PartKind
from desktop.core.course_writing import words_once
from desktop.ui.context import Context
from desktop.ui.courses.author.fields import choice_box, show_text
from desktop.ui.courses.parts import PART_NAMES
from desktop.ui.form import labelled, name_field
from desktop.ui.panels.help_tab import card_column
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, set_text, text_label
from desktop.ui.widgets.saved_field import SavedField, note_edit

_NO_PART = "No part of the argument"
_LOST = (
    "The answer does not have these words any more, or has them twice. Remove the note, or write "
    "the words again."
)


class NoteCard(QFrame):
    """``keep(note)`` keeps what was typed, ``remove()`` takes it away, ``find(words)`` shows the
    words in the answer.
    """

    def __init__(
        self,
        context: Context,
        place: int,
        note: Note,
        keep: Callable[[Note], bool],
        remove: Callable[[], object],
        find: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.note = note
        self._keep = keep
        number = place + 1
        column = card_column(self)
        column.addWidget(text_label(breakable(f"{number}. “{note.at}”"), "strong"))
        self.lost = text_label("", "warn")
        column.addWidget(self.lost)
        field = note_edit(2)
        column.addWidget(labelled(field, f"Note {number}"))
        self.text = SavedField(
            field, lambda text: self._put(replace(self.note, text=text)), context
        )
        show_text(self.text, note.text)
        self.part = choice_box(self._picked)
        name_field(self.part, f"What the words of note {number} do")
        self.part.addItem(_NO_PART, None)
        for part, words in PART_NAMES.items():
            self.part.addItem(words, part)
        self.part.setCurrentIndex(self.part.findData(note.part) if note.part else 0)
        row = FlowLayout()
        row.addWidget(self.part)
        row.addWidget(
            Button("Show the words", lambda: find(note.at), look="link", name=f"Show {number}")
        )
        self.remove_button = Button("Remove", remove, look="link", name=f"Remove note {number}")
        row.addWidget(self.remove_button)
        column.addLayout(row)
        set_text(self.lost, "")

    def flush(self) -> None:
        """Save what is typed and not saved."""
        if self.text.unsaved:
            self.text.flush()

    def show_place(self, text: str) -> None:
        """Say whether the answer still has the words."""
        set_text(self.lost, _LOST if words_once(text, self.note.at) else "")

    def _picked(self) -> None:
        part = self.part.currentData()
        self._put(replace(self.note, part=PartKind(part) if part else None))

    def _put(self, note: Note) -> bool:
        saved = self._keep(note)
        if saved:
            self.note = note
        return saved
