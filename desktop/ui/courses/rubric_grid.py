"""The four levels of a criterion as rows, and a column for each who looks: one choice in each."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from desktop.core.course import Criterion
from desktop.core.learning import Column
from desktop.ui.form import name_field
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.labels import breakable, text_label

HEADS = {Column.SELF: "You", Column.PEER: "Peer", Column.TRAINER: "Trainer"}
_LEVELS = range(4)


class RubricGrid(QWidget):
    """``chosen(Column, int)``: who looks gives this level. The trainer's column is to be read."""

    chosen = Signal(object, int)

    def __init__(self, criterion: Criterion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion = criterion
        self._groups: dict[Column, QButtonGroup] = {}
        self.trainer: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_LARGE)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        middle = Qt.AlignmentFlag.AlignCenter
        for at, column in enumerate(Column, start=2):
            head = QLabel(HEADS[column])
            head.setProperty("role", "muted")
            grid.addWidget(head, 0, at, middle)
        for level in _LEVELS:
            number = QLabel(str(level))
            number.setProperty("role", "strong")
            grid.addWidget(number, level + 1, 0)
            grid.addWidget(text_label(breakable(criterion.levels[level])), level + 1, 1)
        for at, column in enumerate((Column.SELF, Column.PEER), start=2):
            for level, button in enumerate(self._radios(column)):
                grid.addWidget(button, level + 1, at, middle)
        for level in _LEVELS:
            sign = QLabel()
            self.trainer.append(sign)
            grid.addWidget(sign, level + 1, 4, middle)

    def show_level(self, column: Column, level: int | None) -> None:
        """Show what somebody gave, None for nothing yet."""
        if column is Column.TRAINER:
            for place, sign in enumerate(self.trainer):
                here = place == level
                sign.setText("●" if here else "")
                sign.setAccessibleName(f"Trainer: {place}" if here else "")
            return
        group = self._groups[column]
        with QSignalBlocker(group):
            group.setExclusive(False)
            for place in _LEVELS:
                group.button(place).setChecked(place == level)
            group.setExclusive(True)
        self._let_tab_reach(group, level or 0)

    def button(self, column: Column, level: int) -> QRadioButton:
        """Return the button of a level in a column that can be chosen in."""
        found = self._groups[column].button(level)
        assert isinstance(found, QRadioButton)
        return found

    def _let_tab_reach(self, group: QButtonGroup, level: int) -> None:
        """Let Tab stop once in a column, at what is chosen; the arrow keys go from there."""
        for place in _LEVELS:
            button = group.button(place)
            stops = place == level or button.hasFocus()
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
            )

    def _radios(self, column: Column) -> list[QRadioButton]:
        group = self._groups[column] = QButtonGroup(self)
        made: list[QRadioButton] = []
        for level in _LEVELS:
            button = QRadioButton()
            said = self._criterion.levels[level]
            name_field(button, f"{self._criterion.name}, {HEADS[column].lower()}: {level}", said)
            group.addButton(button, level)
            made.append(button)
        group.idToggled.connect(
            lambda level, on, column=column: self.chosen.emit(column, level) if on else None
        )
        return made
