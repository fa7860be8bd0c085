"""One question of a call for evidence: number, wording, guidance, how it wants to be answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.core.consultation import Limit, LimitUnit, QuestionKind
from desktop.core.understanding import CalledQuestion
from desktop.ui.form import labelled, name_field
from desktop.ui.imports.typed_fields import TypedFields
from desktop.ui.models.block_words import LIMIT_UNITS, QUESTION_KINDS
from desktop.ui.pages.library_form import combo
from desktop.ui.spacing import GAP, GAP_LARGE
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
        self.number, self.limit, self.unit = QLineEdit(), QLineEdit(), combo()
        self.kind = combo()
        for kind, words in QUESTION_KINDS.items():
            self.kind.addItem(words, kind.value)
        for unit, words in LIMIT_UNITS.items():
            self.unit.addItem(words, unit.value)
        self.text, self.guidance, self.options = note_edit(2), note_edit(1), note_edit(2)
        self.fields = TypedFields(
            {
                "number": self.number,
                "kind": self.kind,
                "text": self.text,
                "guidance": self.guidance,
                "options": self.options,
                "limit": self.limit,
                "unit": self.unit,
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
                "limit": str(shown.limit.value) if shown.limit else "",
                "unit": (shown.limit.unit if shown.limit else LimitUnit.WORDS).value,
            },
            other=other,
        )
        for field in self.fields.all():
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
        if not values.keys().isdisjoint({"limit", "unit"}):
            values.pop("unit", None)
            values["limit"] = self._limit()
        # What a person has put right is sure.
        self._question = replace(self._question, confidence=1.0, **values)
        self.changed.emit(self._place, self._question)

    def _limit(self) -> Limit | None:
        """Return the limit that was typed; what is no number is shown again as it was."""
        before = self._question.limit if self._question is not None else None
        typed = self.limit.text().replace(",", "").strip()
        if not typed:
            return None
        if not typed.isdecimal() or int(typed) == 0:
            return before
        made = before or Limit(0)
        return replace(made, value=int(typed), unit=LimitUnit(self.unit.currentData()))

    def _build(self) -> None:
        width = self.fontMetrics().averageCharWidth() * _NUMBER_CHARACTERS
        for field in (self.number, self.limit):
            field.setFixedWidth(width + 2 * GAP_LARGE)  # so that all four stand in one row
        first = FlowLayout()
        first.addWidget(labelled(self.number, "Number"))
        first.addWidget(labelled(self.kind, "How it is answered"))
        first.addWidget(labelled(self.limit, "Longest answer"))
        first.addWidget(labelled(self.unit, "counted in"))
        # Said in full to those who hear it without seeing what stands around.
        name_field(self.number, "Number of the question", "As it is printed, such as 7 or 2a")
        name_field(self.kind, "How it is to be answered")
        name_field(self.limit, "Longest answer", "A number, or empty where nothing is said of it")
        name_field(self.unit, "What the limit of the answer counts")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(first)
        column.addWidget(labelled(self.text, "Wording"))
        column.addLayout(self.buttons)
        column.addWidget(self._options_row)
        column.addWidget(labelled(self.guidance, "Guidance"))
