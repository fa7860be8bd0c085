"""Several fields about one thing: what is typed in each is told after a short quiet."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from desktop.core.text import safe_characters
from desktop.ui.debounce import saving
from desktop.ui.widgets.sentence_field import SentenceField

Field = QLineEdit | QPlainTextEdit | SentenceField | QComboBox


class TypedFields(QObject):
    """``changed(texts by name)``: the person put something else into these fields."""

    changed = Signal(dict)

    def __init__(self, fields: Mapping[str, Field], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = dict(fields)
        self._shown = dict.fromkeys(self._fields, "")
        self._showing = False
        self._soon = saving(self._tell, self)
        for name, field in self._fields.items():
            self._listen(name, field)

    def show(self, values: Mapping[str, str], *, other: bool) -> None:
        """Show these; ``other`` = they are about another thing than before, so that what is being
        typed is told first. Otherwise it stays.
        """
        if other:
            self.flush()
        self._showing = True
        for name, field in self._fields.items():
            value = values.get(name, "")
            if other or _read(field) == self._shown[name]:
                _write(field, value)
                self._shown[name] = _read(field)
        self._showing = False

    def all(self) -> tuple[Field, ...]:
        """Return the fields."""
        return tuple(self._fields.values())

    def values(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {name: _read(field) for name, field in self._fields.items()}

    def flush(self) -> None:
        """Tell at once what has been typed."""
        self._soon.flush()

    def _tell(self) -> None:
        # All at once: what hears of it may show something else in these fields.
        now = self.values()
        changed = {name: text for name, text in now.items() if text != self._shown[name]}
        self._shown = now
        if changed:
            self.changed.emit(changed)

    def _listen(self, name: str, field: Field) -> None:
        match field:
            case SentenceField():
                field.edited.connect(self._typed)
                field.left.connect(self.flush)
            case QPlainTextEdit():
                field.textChanged.connect(self._typed)
            case QLineEdit():
                field.textEdited.connect(self._typed)
                field.editingFinished.connect(self.flush)
            case QComboBox():
                field.activated.connect(self._chosen)

    def _typed(self) -> None:
        if not self._showing:
            self._soon.poke()

    def _chosen(self) -> None:
        self._typed()
        self.flush()


def _read(field: Field) -> str:
    match field:
        case QComboBox():
            return str(field.currentData() or "")
        case SentenceField() | QLineEdit():
            return safe_characters(field.text()).strip()
        case QPlainTextEdit():
            return safe_characters(field.toPlainText()).strip()


def _write(field: Field, text: str) -> None:
    if _read(field) == text:
        return
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
