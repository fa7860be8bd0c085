"""What is wrong with a text to mend: a tick for each check that finds something, or should."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.core.finding import Finding
from desktop.session.course_writing import check_titles
from desktop.ui.courses.author.fields import choice_box
from desktop.ui.form import name_field
from desktop.ui.spacing import GAP
from desktop.ui.widgets.labels import set_text, text_label

_FOUND, _NOT_FOUND = "Found here", "Not found here: make the fault plainer, or untick it"
_NOTHING = "The checks find nothing in this text yet. Make it worse, or choose a check."
_LOOKING = "The checks are looking…"
_ANOTHER = "Another check…"


class FaultsList(QWidget):
    """``ticked(tuple)`` with the ids of all checks that are ticked now."""

    ticked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self.said: dict[str, str] = {}
        self._shown: object = None
        self._rows: list[QWidget] = []
        self.nothing = text_label("", "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP // 2)
        self._column.addWidget(self.nothing)
        self.another = choice_box(self._add)
        name_field(self.another, "Another check that should find something")
        self.another.addItem(_ANOTHER, "")
        for check, title in check_titles().items():
            self.another.addItem(title, check)
        self._column.addWidget(self.another)

    def show_found(self, findings: Sequence[Finding] | None, faults: Sequence[str]) -> None:
        """Show what the checks find (None = they are looking), with the ``faults`` ticked."""
        said: dict[str, str] = {}
        for finding in findings or ():
            said.setdefault(finding.check, f"{_FOUND}: {finding.sentence}")
        for fault in faults:
            said.setdefault(fault, _LOOKING if findings is None else _NOT_FOUND)
        empty = _LOOKING if findings is None else _NOTHING
        set_text(self.nothing, "" if said else empty)
        if self._shown == (said, tuple(faults)):
            return
        focused = next((check for check, box in self.boxes.items() if box.hasFocus()), "")
        self._shown = (said, tuple(faults))
        self.said = said
        self._clear()
        for check, words in said.items():
            self._row(check, words, on=check in faults)
        if focused in self.boxes:
            self.boxes[focused].setFocus()

    def _row(self, check: str, words: str, *, on: bool) -> None:
        title = check_titles().get(check, check)
        box = QCheckBox(title.replace("&", "&&"))
        name_field(box, title, words)
        box.setChecked(on)
        box.clicked.connect(self._tell)
        warn = on and words == _NOT_FOUND
        label = text_label(words, "warn" if warn else "muted")
        self.boxes[check] = box
        for widget in (box, label):
            self._rows.append(widget)
            self._column.insertWidget(self._column.count() - 1, widget)

    def _clear(self) -> None:
        for widget in self._rows:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows, self.boxes = [], {}

    def _add(self) -> None:
        check = str(self.another.currentData())
        self.another.setCurrentIndex(0)
        if check:
            self.ticked.emit(tuple(dict.fromkeys((*self._ticked(), check))))

    def _ticked(self) -> tuple[str, ...]:
        return tuple(check for check, box in self.boxes.items() if box.isChecked())

    def _tell(self) -> None:
        self.ticked.emit(self._ticked())
