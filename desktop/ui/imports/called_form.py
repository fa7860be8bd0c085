"""One question of a call for evidence: number, wording, guidance, how it wants to be answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.core.consultation import QuestionKind
from desktop.core.understanding import CalledQuestion
from desktop.ui.form import labelled, name_field
from desktop.ui.imports.typed_fields import TypedFields
from desktop.ui.models.block_words import QUESTION_KINDS
from desktop.ui.pages.library_form import combo
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.saved_field import note_edit

_NUMBER_CHARACTERS = 8


class CalledForm(QWidget):
    """``changed(place, CalledQuestion)``: the person said something else about a question."""

    changed = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = -1
        self._document = ""
        self._question: CalledQuestion | None = None
        self.number = QLineEdit()
        self.number.setPlaceholderText("Number")
        name_field(self.number, "Number of the question", "As it is printed, such as 7 or 2a")
        self.kind = combo()
        for kind, words in QUESTION_KINDS.items():
            self.kind.addItem(words, kind.value)
        name_field(self.kind, "How it is to be answered")
        self.text, self.guidance, self.options = note_edit(2), note_edit(1), note_edit(2)
        self.fields = TypedFields(
            {
                "number": self.number,
                "kind": self.kind,
                "text": self.text,
                "guidance": self.guidance,
                "options": self.options,
            },
            self,
        )
        self.fields.changed.connect(self._tell)
        self._options_row = labelled(self.options, "Options, one in a line")
        self.buttons = FlowLayout()
        self._build()

    def add_button(self, words: str, act: Callable[[], object], name: str = "") -> Button:
        """Put a button below the fields."""
        button = Button(words, act, name=name)
        self.buttons.addWidget(button)
        return button

    def show_question(
        self, document: str, place: int, question: CalledQuestion | None, *, changeable: bool
    ) -> None:
        """Show the question at this place of a call; None where there is none."""
        other = (document, place) != (self._document, self._place)
        if other:
            self.fields.flush()
        self._document, self._place, self._question = document, place, question
        shown = question or CalledQuestion("", "")
        self.fields.show(
            {
                "number": shown.number,
                "kind": shown.kind.value,
                "text": shown.text,
                "guidance": shown.guidance,
                "options": "\n".join(shown.options),
            },
            other=other,
        )
        for field in (self.number, self.kind, self.text, self.guidance, self.options):
            field.setEnabled(question is not None and changeable)
        self._options_row.setVisible(shown.kind is not QuestionKind.OPEN)

    def caret(self) -> int:
        """Return how many characters of the wording stand before the caret."""
        return self.text.textCursor().position()

    def flush(self) -> None:
        """Tell at once what has been typed."""
        self.fields.flush()

    def _tell(self, changed: dict[str, str]) -> None:
        if self._question is None:
            return
        values = dict[str, Any](changed)
        if "kind" in values:
            values["kind"] = QuestionKind(values["kind"])
            self._options_row.setVisible(values["kind"] is not QuestionKind.OPEN)
        if "options" in values:
            lines = (line.strip() for line in changed["options"].splitlines())
            values["options"] = tuple(line for line in lines if line)
        # What a person has put right is sure.
        self._question = replace(self._question, confidence=1.0, **values)
        self.changed.emit(self._place, self._question)

    def _build(self) -> None:
        width = self.fontMetrics().averageCharWidth() * _NUMBER_CHARACTERS
        self.number.setMinimumWidth(width)
        first = FlowLayout()
        first.addWidget(self.number)
        first.addWidget(self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(first)
        column.addWidget(labelled(self.text, "Wording"))
        column.addLayout(self.buttons)
        column.addWidget(self._options_row)
        column.addWidget(labelled(self.guidance, "Guidance"))
