"""Fields of an author's forms: each shows a text of the course and keeps what is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QComboBox, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from desktop.core.course_writing import MOST_MINUTES, typed
from desktop.ui.context import Context
from desktop.ui.form import labelled
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.long_text import LongText
from desktop.ui.widgets.saved_field import SavedField, TextWidget, line_edit, note_edit
from desktop.ui.widgets.sentence_field import SentenceField
from desktop.ui.widgets.still import Still

# The columns within columns have their new heights by then.
_LAID_OUT_MS = 50
Save = Callable[[str], bool]


class TallText(LongText):
    """Rich text of the answer subset, as many lines high as is asked for."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._lines = lines

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._lines)


class Form(QWidget):
    """Labelled fields below one another, all of them saved by ``flush``."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._saved: list[SavedField] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP_LARGE)

    def line(self, label: str, save: Save, help_text: str = "") -> SavedField:
        """Add a field for a few words."""
        return self.add_text(line_edit(), label, save, help_text)

    def sentence(self, label: str, save: Save, help_text: str = "") -> SavedField:
        """Add a field for one sentence, which is one line however long it is."""
        return self.add_text(SentenceField(), label, save, help_text)

    def lines(self, label: str, save: Save, help_text: str = "", high: int = 2) -> SavedField:
        """Add a field for some lines of plain words."""
        return self.add_text(note_edit(high), label, save, help_text)

    def rich(self, label: str, save: Save, help_text: str = "", high: int = 8) -> SavedField:
        """Add a field for text of the answer subset."""
        return self.add_text(TallText(high), label, save, help_text)

    def add_text(
        self, field: TextWidget, label: str, save: Save, help_text: str = ""
    ) -> SavedField:
        """Add a text field of one's own."""
        self.column.addWidget(labelled(field, label, help_text))
        return self.tie(field, save)

    def tie(self, field: TextWidget, save: Save) -> SavedField:
        """Let ``flush`` save a field that stands elsewhere."""
        saved = SavedField(field, save, self.context)
        self._saved.append(saved)
        return saved

    def untie(self, saved: SavedField) -> None:
        """Forget a field that goes."""
        self._saved.remove(saved)

    def write_in(self, field: QWidget, card: QWidget) -> None:
        """Give a new field the keyboard and bring its card into view, once that has a place."""
        field.setFocus()
        QTimer.singleShot(_LAID_OUT_MS, card, lambda: _show(card))

    def flush(self) -> None:
        """Save what is typed and not saved."""
        for box in self.findChildren(QSpinBox):
            # A number counts when its field is left; a shortcut leaves none.
            box.interpretText()
        for each in list(self._saved):
            if each.unsaved:
                each.flush()


def _show(widget: QWidget) -> None:
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget)
        area = area.parentWidget()


def show_text(field: SavedField, text: str) -> None:
    """Show a text of the course; one that has still to be written is empty here."""
    field.show(typed(text))


def minutes_box(act: Callable[[int], object]) -> QSpinBox:
    """Return a field for minutes; ``act`` is called when the person has changed them."""
    return number_box(MOST_MINUTES, " minutes", act)


def number_box(
    most: int, suffix: str, act: Callable[[int], object], step: int = 1, least: int = 0
) -> QSpinBox:
    """Return a field for a number; ``act`` is called when the person has changed it."""
    box = QSpinBox()
    box.setRange(least, most)
    box.setSingleStep(step)
    box.setSuffix(suffix)
    box.setGroupSeparatorShown(True)
    box.setKeyboardTracking(False)
    # The theme's padding does not reach the words inside.
    box.lineEdit().setTextMargins(GAP, 0, 0, 0)
    box.valueChanged.connect(act)
    Still(box)
    return box


def show_number(box: QSpinBox, number: int) -> None:
    """Show a number; nobody is said to have changed it."""
    box.blockSignals(True)
    box.setValue(number)
    box.blockSignals(False)


def choice_box(act: Callable[[], object], characters: int = 16) -> QComboBox:
    """Return a choice that may be narrower than its words; ``act`` is called when the person has
    picked something.
    """
    box = QComboBox()
    policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    box.setSizeAdjustPolicy(policy)
    box.setMinimumContentsLength(characters)
    box.activated.connect(lambda _: act())
    Still(box)
    return box


def show_choices(box: QComboBox, choices: tuple[tuple[str, str], ...], chosen: str) -> None:
    """Offer these (value, words) with one of them chosen; nothing is said to have been picked."""
    box.blockSignals(True)
    box.clear()
    for value, words in choices:
        box.addItem(words, value)
    place = box.findData(chosen)
    if place < 0:
        box.addItem("Not there any more", chosen)
        place = box.count() - 1
    box.setCurrentIndex(place)
    box.blockSignals(False)


def as_lines(items: tuple[str, ...]) -> str:
    """Return several short texts as the lines of one field."""
    return "\n".join(" ".join(typed(item).split()) for item in items)


def from_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a field that say something, each once."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
