"""The chosen part: what it is and which question it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.core.consultation import Consultation
from desktop.core.imports import KeptPart
from desktop.core.understanding import SURE, PartRole
from desktop.ui.form import labelled, name_field
from desktop.ui.imports.known_question import KnownQuestion
from desktop.ui.models.review_rows import PART_ROLES
from desktop.ui.pages.library_form import combo
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.sentence_field import SentenceField

_NUMBER_CHARACTERS = 8


class PartForm(QWidget):
    """``changed(part, role, number, question, ref)``: the person said so of a part."""

    changed = Signal(str, PartRole, str, str, str)

    def __init__(
        self,
        confirm: Callable[[], object],
        join: Callable[[], object],
        move: Callable[[int], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.part: KeptPart | None = None
        self.role = combo()
        for role, words in PART_ROLES.items():
            self.role.addItem(words, role)
        name_field(self.role, "What this part is")
        self.role.activated.connect(lambda _: self._say())
        self.number = QLineEdit()
        self.number.setPlaceholderText("Number")
        name_field(self.number, "Number of the question", "As it is printed, such as 7 or 2a")
        self.number.editingFinished.connect(self.flush)
        self.known = KnownQuestion()
        self.known.picked.connect(self._pick)
        self.wording = SentenceField()
        self.wording.left.connect(self.flush)
        self.wording.done.connect(self.flush)
        self._wording_row = labelled(self.wording, "Wording of the question")
        self.right_button = Button("This is right", confirm, name="This part is right as it is")
        self.join_button = Button("Join to the one before", join)
        self.up_button = Button("↑", lambda: move(-1), name="Move this part up")
        self.down_button = Button("↓", lambda: move(1), name="Move this part down")
        self._build()
        self.show_part(None, changeable=False, place=0, count=0)

    def offer(self, consultations: Iterable[Consultation]) -> None:
        """Offer the questions of these."""
        self.known.offer(consultations)

    def show_part(self, part: KeptPart | None, *, changeable: bool, place: int, count: int) -> None:
        """Show a part, one of ``count``; ``changeable`` tells whether anything can be altered."""
        self.flush()
        self.part = part
        self.setEnabled(part is not None and changeable)
        answer = part is not None and part.role is PartRole.ANSWER
        for field in (self.number, self.known, self._wording_row):
            field.setVisible(answer)
        self.right_button.setVisible(part is not None and part.confidence < SURE)
        self.join_button.setEnabled(place > 0)
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(place < count - 1)
        if part is None:
            return
        self.role.setCurrentIndex(self.role.findData(part.role))
        self.number.setText(part.number)
        self.known.show_ref(part.ref)
        self.wording.set_text(part.question)
        self.wording.forget_steps()

    def flush(self) -> None:
        """Say what was typed and not yet said."""
        part = self.part
        if part is None or part.role is not PartRole.ANSWER:
            return
        typed = (self.number.text().strip(), self.wording.text().strip())
        if typed != (part.number, part.question):
            self._say()

    def _pick(self, ref: str) -> None:
        question = self.known.question(ref)
        if question is not None:
            # What the document says of itself stays; only what it left open is filled in.
            if not self.number.text().strip():
                self.number.setText(question.number)
            if not self.wording.text().strip():
                self.wording.set_text(question.text)
        self._say()

    def _say(self) -> None:
        if self.part is None:
            return
        role = PartRole(self.role.currentData())
        answer = role is PartRole.ANSWER
        number, wording = self.number.text().strip(), self.wording.text().strip()
        said = (number, wording, self.known.ref) if answer else ("", "", "")
        # Known before it is told: what hears of it shows the part anew.
        self.part = replace(self.part, role=role, number=said[0], question=said[1], ref=said[2])
        self.changed.emit(self.part.id, role, *said)

    def _build(self) -> None:
        width = self.fontMetrics().averageCharWidth() * _NUMBER_CHARACTERS
        self.number.setMinimumWidth(width)
        fields, buttons = FlowLayout(), FlowLayout()
        for field in (self.role, self.number, self.known):
            fields.addWidget(field)
        for button in (self.right_button, self.join_button, self.up_button, self.down_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(fields)
        column.addWidget(self._wording_row)
        column.addLayout(buttons)
