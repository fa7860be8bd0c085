"""What the forms of the library share: a note, a sentence where something lacks, two buttons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop.core.text import safe_characters
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.page_column import PageColumn
from desktop.ui.widgets.sentence_field import SentenceField

Field = QLineEdit | QPlainTextEdit | SentenceField | QComboBox

BUILT_IN_NOTE = (
    "This came with the program. What you save is your own copy: updates of the program leave it "
    "alone."
)


class LibraryForm(PageColumn):
    """A form that is saved as a whole.

    ``changed()`` with every keystroke, ``save()`` and ``cancel()`` when the buttons are pressed.
    ``values`` and ``set_values`` take the fields as plain text, so that a form left unfinished can
    be kept and taken up again.
    """

    changed = Signal()
    save = Signal()
    cancel = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, wide=True, parent=parent)
        self.heading = text_label("", "heading")
        self.note = text_label("", "muted")
        self.problem = text_label("", "danger")
        self.save_button = Button("Save", self.save.emit, look="primary")
        self.cancel_button = Button("Cancel", self.cancel.emit)
        self.fields: dict[str, Field] = {}
        self._before: dict[str, Any] = {}
        self._setting = False
        self._told: tuple[Field, str] | None = None  # the field complained of, and its description
        self.column.addWidget(self.heading)
        self.column.addWidget(self.note)

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what was there when the form was opened."""
        return self.values() != self._before

    def start(self, heading: str, note: str, values: Mapping[str, Any]) -> None:
        """Open the form with these values."""
        self.heading.setText(heading)
        set_text(self.note, note)
        self._say("")
        self.set_values(values)
        self._before = self.values()

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields."""
        return {name: _read(field) for name, field in self.fields.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields; a value that is missing empties its field."""
        self._setting = True
        for name, field in self.fields.items():
            _write(field, str(values.get(name, "")))
        self._setting = False

    def lacks(self) -> tuple[str, str]:
        """Return the field that must be mended before it can be saved, and what to do in a
        sentence; both "" where nothing lacks.
        """
        return "", ""

    def complain(self) -> bool:
        """Say what lacks below its field, which gets the keyboard; tell whether anything does."""
        name, said = self.lacks()
        self._say(said)
        if not name:
            return False
        field = self.fields[name]
        row = field.parentWidget()
        layout = row.layout() if row is not None else None
        assert row is not None
        assert layout is not None
        layout.addWidget(self.problem)
        self._told = field, field.accessibleDescription()
        field.setAccessibleDescription(f"{said} {self._told[1]}".strip())
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self._reveal(row, field))
        return True

    def _reveal(self, row: QWidget, field: QWidget) -> None:
        """Scroll to a field with what is said below it."""
        self.ensureWidgetVisible(row, 0, GAP)
        self.ensureWidgetVisible(field, 0, GAP)

    def _say(self, problem: str) -> None:
        if self._told is not None:
            field, description = self._told
            field.setAccessibleDescription(description)
            self._told = None
        set_text(self.problem, problem)

    def adopt(self, fields: Mapping[str, Field]) -> None:
        """Listen to these fields."""
        for name, field in fields.items():
            self.fields[name] = field
            match field:
                case SentenceField():
                    field.edited.connect(self.tell)
                case QPlainTextEdit():
                    field.textChanged.connect(self.tell)
                case QLineEdit():
                    field.textEdited.connect(self.tell)
                case QComboBox():
                    field.activated.connect(self.tell)

    def finish(self) -> None:
        """Put the buttons below the fields."""
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.save_button)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        self.column.addWidget(self.problem)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def tell(self) -> None:
        """Say that the person changed something."""
        if not self._setting:
            self.changed.emit()


def _read(field: Field) -> str:
    match field:
        case QComboBox():
            return str(field.currentData() or "")
        case SentenceField() | QLineEdit():
            return safe_characters(field.text()).strip()
        case QPlainTextEdit():
            return safe_characters(field.toPlainText()).strip()


def _write(field: Field, text: str) -> None:
    match field:
        case QComboBox():
            field.setCurrentIndex(max(field.findData(text), 0))
        case SentenceField():
            field.set_text(text)
        case QLineEdit():
            field.setText(text)
            field.setCursorPosition(0)
        case QPlainTextEdit():
            field.setPlainText(text)


def combo(parent: QWidget | None = None) -> QComboBox:
    """Return a choice that may be narrower than its longest words."""
    box = QComboBox(parent)
    policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    box.setSizeAdjustPolicy(policy)
    box.setMinimumContentsLength(12)
    box.view().setTextElideMode(Qt.TextElideMode.ElideRight)
    return box
