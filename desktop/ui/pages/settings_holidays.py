"""The setting that says whose bank holidays are no working days."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from desktop.core.deadline import Nation
from desktop.errors import DesktopError
from desktop.session.deadlines import SETTING
from desktop.ui.context import Context
from desktop.ui.form import name_field

_WORDS = {
    "": "Those of the body that asks",
    Nation.ENGLAND_AND_WALES.value: "England and Wales",
    Nation.SCOTLAND.value: "Scotland",
    Nation.NORTHERN_IRELAND.value: "Northern Ireland",
}


class HolidayChoice(QWidget):
    """One of four."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.buttons: dict[str, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        for value, words in _WORDS.items():
            button = QRadioButton(words)
            name_field(button, f"Bank holidays: {words}")
            button.clicked.connect(lambda _checked=False, value=value: self._choose(value))
            group.addButton(button)
            self.buttons[value] = button
            column.addWidget(button)

    def read(self) -> None:
        """Show what is chosen."""
        kept = self._context.session.setting(SETTING, "")
        self.buttons[kept if kept in self.buttons else ""].setChecked(True)

    def _choose(self, value: str) -> None:
        try:
            self._context.session.set_setting(SETTING, value)
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            self.read()
