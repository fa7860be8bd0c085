"""What learners are shown, and which checks speak to them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from desktop.session.course_writing import check_titles
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.form import name_field
from desktop.ui.spacing import GAP_SMALL
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.page_column import PageColumn, titled

_WHAT_FOR = "Units are locked and opened under Units and steps."
_SWITCHES = (
    ("snippets", "Snippets", "Evidence of the data pack is offered beside each question."),
    ("hints", "Hints", "Texts to mend have hints."),
    ("solutions", "Solutions", "Solutions and their reasons can be shown."),
    ("models", "Model answers", "Model answers can be shown after a first attempt."),
)
_CHECKS = "Untick a check, and it says nothing to learners. What a text to mend needs stays on."
_ROWS = 14


class SwitchesView(PageColumn):
    """A tick for each thing that is on."""

    def __init__(self, _context: Context, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("What learners see", parent=parent)
        self._desk = desk
        self._showing = False
        self.boxes: dict[str, QCheckBox] = {}
        column = titled("What learners see", _WHAT_FOR, "heading")
        column.setSpacing(GAP_SMALL)
        for key, words, help_text in _SWITCHES:
            box = QCheckBox(words)
            name_field(box, words, help_text)
            box.clicked.connect(lambda on, key=key: self._switch(key, on=bool(on)))
            self.boxes[key] = box
            column.addWidget(box)
            column.addWidget(text_label(help_text, "muted"))
        self.add(column)
        self.add(titled("Checks", _CHECKS, "heading"))
        self.checks = QListWidget()
        self.checks.setWordWrap(True)
        self.checks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.checks.setMinimumHeight(self.fontMetrics().lineSpacing() * _ROWS)
        name_field(self.checks, "Checks that are on", _CHECKS)
        for check, title in check_titles().items():
            item = QListWidgetItem(title)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsSelectable)
            item.setData(Qt.ItemDataRole.UserRole, check)
            self.checks.addItem(item)
        self.checks.itemChanged.connect(self._ticked)
        self.add(self.checks)
        self.end()
        desk.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the course as it is."""
        if not self._desk.is_open:
            return
        switches = self._desk.course.switches
        for key, box in self.boxes.items():
            box.setChecked(getattr(switches, key))
        self._showing = True
        for item in self._items():
            on = item.data(Qt.ItemDataRole.UserRole) not in switches.checks_off
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._showing = False

    def flush(self) -> None:
        """Nothing is typed here."""

    def _items(self) -> list[QListWidgetItem]:
        return [self.checks.item(place) for place in range(self.checks.count())]

    def _switch(self, key: str, *, on: bool) -> None:
        switches = replace(self._desk.course.switches, **{key: on})
        self._desk.put(replace(self._desk.course, switches=switches))

    def _ticked(self) -> None:
        if self._showing:
            return
        off = frozenset(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Unchecked
        )
        switches = replace(self._desk.course.switches, checks_off=off)
        self._desk.note(replace(self._desk.course, switches=switches), "switches/checks")
