"""What learners are shown, and which checks speak to them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.core.course import Course, Switches
from desktop.core.course_pack import snippets_of
from desktop.core.course_switches import hint_id
from desktop.core.course_writing import repair_words, typed
from desktop.session.course_writing import check_titles
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.form import name_field
from desktop.ui.models.key_model import Row
from desktop.ui.spacing import GAP_SMALL
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.page_column import PageColumn, titled
from desktop.ui.widgets.tick_list import TickList

_WHAT_FOR = "Units are locked and opened under Units and steps."
_SWITCHES = (
    ("snippets", "Snippets", "Evidence of the data pack is offered beside each question."),
    ("hints", "Hints", "Texts to mend have hints."),
    ("solutions", "Solutions", "Solutions and their reasons can be shown."),
    ("models", "Model answers", "Model answers can be shown after a first attempt."),
)
# The field of Switches with what is off, the heading, what is said of it, how many lines at most.
_LISTS = (
    (
        "snippets_off",
        "Single snippets",
        "Untick a snippet, and it is neither offered to learners nor found by them.",
        16,
    ),
    ("hints_off", "Single hints", "Untick a hint, and learners cannot ask for it.", 16),
    (
        "checks_off",
        "Checks",
        "Untick a check, and it says nothing to learners. What a text to mend needs stays on.",
        14,
    ),
)
_NONE = {
    "snippets_off": "The data pack has no snippets yet. They are made under Data pack.",
    "hints_off": "No text to mend has hints yet. They are written under Exercises.",
}
_LEAST_LINES = 3


class SwitchesView(PageColumn):
    """A tick for each thing that is on."""

    def __init__(self, _context: Context, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("What learners see", parent=parent)
        self._desk = desk
        self.boxes: dict[str, QCheckBox] = {}
        self.lists: dict[str, TickList] = {}
        self.none = {key: text_label(words, "muted") for key, words in _NONE.items()}
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
        for key, title, help_text, _ in _LISTS:
            self.add(titled(title, help_text, "heading"))
            ticks = TickList(title, help_text)
            ticks.ticked.connect(lambda _name, _on, key=key: self._ticked(key))
            self.lists[key] = ticks
            self.add(ticks)
            if key in self.none:
                self.add(self.none[key])
        self.end()
        desk.changed.connect(self.refresh)
        desk.noted.connect(self._follow)

    def refresh(self) -> None:
        """Show the course as it is."""
        if not self._desk.is_open:
            return
        course = self._desk.course
        switches = course.switches
        for key, box in self.boxes.items():
            box.setChecked(getattr(switches, key))
        rows = {"snippets_off": _snippets(course), "hints_off": _hints(course)}
        rows["checks_off"] = [Row(check, title) for check, title in check_titles().items()]
        for key, _, _, most in _LISTS:
            self._show_list(key, rows[key], switches, most)

    def flush(self) -> None:
        """Nothing is typed here."""

    def _show_list(self, key: str, rows: list[Row], switches: Switches, most: int) -> None:
        ticks = self.lists[key]
        ticks.show_ticks(rows, getattr(switches, key))
        ticks.setVisible(bool(rows))
        # Where all of them are off, which single ones are makes no difference.
        ticks.setEnabled(getattr(switches, key.removesuffix("_off"), True))
        lines = max(_LEAST_LINES, min(most, 2 * len(rows)))
        ticks.setFixedHeight(self.fontMetrics().lineSpacing() * lines)
        if key in self.none:
            self.none[key].setVisible(not rows)

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _switch(self, key: str, *, on: bool) -> None:
        switches = replace(self._desk.course.switches, **{key: on})
        self._desk.put(replace(self._desk.course, switches=switches))

    def _ticked(self, key: str) -> None:
        off = frozenset(self.lists[key].off())
        switches = replace(self._desk.course.switches, **{key: off})
        self._desk.note(replace(self._desk.course, switches=switches), f"switches/{key}")


def _snippets(course: Course) -> list[Row]:
    """Return a row for each snippet, under the title of its paper."""
    rows: list[Row] = []
    for paper in course.papers:
        found = snippets_of(course, paper.source.key)
        if found:
            rows.append(Row("", typed(paper.source.title) or paper.source.key, heading=True))
        rows += [Row(each.id, typed(each.claim) or each.text) for each in found]
    return rows


def _hints(course: Course) -> list[Row]:
    """Return a row for each hint, under the exercise that it belongs to."""
    rows: list[Row] = []
    for repair in course.repairs:
        if repair.hints:
            rows.append(Row("", repair_words(repair), heading=True))
        numbered = enumerate(repair.hints, start=1)
        rows += [Row(hint_id(repair.id, number), hint) for number, hint in numbered]
    return rows
