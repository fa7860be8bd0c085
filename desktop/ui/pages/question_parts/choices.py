"""The options of a closed question: one of several, or any of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.consultation import Question, QuestionKind
from desktop.ui.form import name_field
from desktop.ui.spacing import GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import text_label

_SCALE = (
    "Strongly agree",
    "Agree",
    "Neither agree nor disagree",
    "Disagree",
    "Strongly disagree",
)


class Choices(QWidget):
    """Emits ``chosen(tuple[str, ...])`` when the person changes the choice."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_SMALL)
        self._title = text_label("", "strong")
        self._column.addWidget(self._title)
        self._rows = QVBoxLayout()
        self._column.addLayout(self._rows)
        self.none_button = Button("Choose none")
        self.none_button.setProperty("role", "link")
        self.none_button.clicked.connect(lambda: self._choose_none())
        self._column.addWidget(self.none_button)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QAbstractButton] = {}

    def show_question(self, question: Question, choice: tuple[str, ...]) -> None:
        """Offer the options of a Question; nothing shows for an open one."""
        options = options_of(question)
        self.setVisible(bool(options))
        many = question.kind is QuestionKind.MULTIPLE
        if list(self._buttons) != list(options) or self._group.exclusive() is many:
            self._make(options, many)
        self._title.setText("Your choice (any that apply)" if many else "Your choice")
        self._group.setExclusive(False)
        for option, button in self._buttons.items():
            button.setChecked(option in choice)
        self._group.setExclusive(not many)
        self.none_button.setVisible(bool(choice) and not many)

    def buttons(self) -> dict[str, QAbstractButton]:
        """Return the buttons by option."""
        return self._buttons

    def _make(self, options: tuple[str, ...], many: bool) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for option in options:
            button = QCheckBox() if many else QRadioButton()
            button.setText(option.replace("&", "&&"))
            name_field(button, option)
            button.clicked.connect(lambda _: self._tell())
            self._group.addButton(button)
            self._rows.addWidget(button)
            self._buttons[option] = button
        self._chain()

    def _chain(self) -> None:
        """Let Tab pass the options in order, before the button that chooses none."""
        before: QWidget = self.none_button
        for button in self._buttons.values():
            QWidget.setTabOrder(before, button)
            before = button
        if self._buttons:
            QWidget.setTabOrder(before, self.none_button)

    def _tell(self) -> None:
        chosen = tuple(option for option, button in self._buttons.items() if button.isChecked())
        self.none_button.setVisible(bool(chosen) and self._group.exclusive())
        self.chosen.emit(chosen)

    def _choose_none(self) -> None:
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(exclusive)
        self._tell()


def options_of(question: Question) -> tuple[str, ...]:
    """Return what can be chosen at a Question; nothing at an open one."""
    if question.kind is QuestionKind.OPEN:
        return ()
    if question.kind is QuestionKind.AGREE_SCALE and not question.options:
        return _SCALE
    return question.options
