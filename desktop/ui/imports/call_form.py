"""A call for evidence as a whole: who asks, until when, how long, where to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.core.consultation import Limit, LimitUnit
from desktop.core.understanding import Call
from desktop.ui.form import labelled, name_field
from desktop.ui.imports.typed_fields import TypedFields
from desktop.ui.models.block_words import LIMIT_UNITS
from desktop.ui.models.typed_date import as_written
from desktop.ui.models.words import day
from desktop.ui.pages.library_form import combo
from desktop.ui.spacing import GAP
from desktop.ui.widgets.labels import breakable, set_text, text_label
from desktop.ui.widgets.page_column import PageColumn
from desktop.ui.widgets.saved_field import note_edit
from desktop.ui.widgets.sentence_field import SentenceField

_NOT_A_DAY = "Write the day in full, such as 20 July 2027."
_PLAIN = frozenset({"title", "body", "closing_time", "address", "lead_in"})
_NOT_A_NUMBER = "Write the limit as a number, such as 3000."


class CallForm(PageColumn):
    """``changed(Call)``: the person said something else about the call."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("The call for evidence", wide=True, margin=GAP, parent=parent)
        self.column.setSpacing(GAP)
        self._document = ""
        self._call = Call()
        self.title, self.body = SentenceField(), QLineEdit()
        self.closes, self.closing_time = QLineEdit(), QLineEdit()
        self.limit, self.unit = QLineEdit(), combo()
        for unit, words in LIMIT_UNITS.items():
            self.unit.addItem(words, unit.value)
        name_field(self.unit, "What the limit counts")
        self.address = SentenceField()
        self.lead_in = note_edit(2)
        self.fields = TypedFields(
            {
                "title": self.title,
                "body": self.body,
                "closes": self.closes,
                "closing_time": self.closing_time,
                "limit": self.limit,
                "unit": self.unit,
                "address": self.address,
                "lead_in": self.lead_in,
            },
            self,
        )
        self.fields.changed.connect(self._tell)
        self.problem = text_label("", "danger")
        self.problem.hide()
        self.rules_heading = text_label("What it says about submissions", "strong")
        self.rules = text_label()
        self._build()

    def show_call(self, document: str, call: Call, *, changeable: bool) -> None:
        """Show what was understood of a call."""
        self._call = call
        limit = call.limit
        values = {
            "title": call.title,
            "body": call.body,
            "closes": day(call.closes) if call.closes else "",
            "closing_time": call.closing_time,
            "limit": str(limit.value) if limit else "",
            "unit": (limit.unit if limit else LimitUnit.WORDS).value,
            "address": call.address,
            "lead_in": call.lead_in,
        }
        self.fields.show(values, other=document != self._document)
        self._document = document
        for row in self._rows:
            row.setEnabled(changeable)
        said = "\n".join(f"• {rule.text}" for rule in call.rules)
        set_text(self.rules, breakable(said))
        self.rules_heading.setVisible(bool(said))

    def sizeHint(self) -> QSize:
        # What it would like does not count: it scrolls.
        return QSize(0, self.minimumSizeHint().height())

    def flush(self) -> None:
        """Tell at once what has been typed."""
        self.fields.flush()

    def _tell(self, changed: dict[str, str]) -> None:
        call, said = self._call, ""
        plain = {name: text for name, text in changed.items() if name in _PLAIN}
        call = replace(call, **plain)
        if "closes" in changed:
            typed = typed_day(changed["closes"])
            wrong = bool(changed["closes"]) and typed is None
            said = _NOT_A_DAY if wrong else ""
            call = call if wrong else replace(call, closes=typed)
        if not changed.keys().isdisjoint({"limit", "unit"}):
            values = self.fields.values()
            number = values["limit"].replace(",", "")
            wrong = bool(number) and not number.isdecimal()
            said = _NOT_A_NUMBER if wrong else said
            limit = call.limit if wrong else _limit(call.limit, number, values["unit"])
            call = replace(call, limit=limit)
        set_text(self.problem, said)
        if call != self._call:
            self._call = call
            self.changed.emit(call)

    def _build(self) -> None:
        limit = QWidget()
        row = QHBoxLayout(limit)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(labelled(self.limit, "Longest submission"), 1)
        row.addWidget(labelled(self.unit, "counted in"), 1)
        self._rows = [
            labelled(self.title, "Title"),
            labelled(self.body, "Body that asks"),
            labelled(self.closes, "Closes on", "A day such as 20 July 2027"),
            labelled(self.closing_time, "Time of closing"),
            limit,
            labelled(self.address, "Where to send it"),
            labelled(self.lead_in, "Words that lead into the questions"),
        ]
        for each in self._rows:
            self.add(each)
        self.add(self.problem)
        self.add(self.rules_heading)
        self.add(self.rules)
        self.end()


def typed_day(text: str) -> date | None:
    """Return the day that somebody wrote, None if it is not a whole day."""
    try:
        return date.fromisoformat(as_written(text))
    except ValueError:
        return None


def _limit(before: Limit | None, number: str, unit: str) -> Limit | None:
    if not number or not int(number):
        return None
    kept = before or Limit(int(number))
    return replace(kept, value=int(number), unit=LimitUnit(unit))
