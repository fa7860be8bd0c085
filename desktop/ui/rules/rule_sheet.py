"""Saying what the call itself says under one rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from desktop.core.clock import is_time_zone, read_time
from desktop.core.consultation import Consultation, LimitUnit
from desktop.core.rule_kinds import RuleKind, Writing
from desktop.core.rules import Authority, Rule, Strength
from desktop.ui.form import labelled
from desktop.ui.models.words import STRENGTHS
from desktop.ui.pages.library_form import combo
from desktop.ui.rules.fields_sheet import FieldsSheet, capital, choose
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.saved_field import line_edit, show_line
from desktop.ui.widgets.sentence_field import SentenceField

_TEXTS = {
    Writing.LINE: ("Words", ""),
    Writing.CLOCK: ("Time of day", "Such as 17:00, 5pm or noon."),
    Writing.ZONE: ("Time zone", "A name such as Europe/London."),
}
_MOST_DIGITS = 9
_ABOUT = "It holds for this consultation alone. One Undo takes it back."


class RuleSheet(FieldsSheet):
    """Asks for a rule; ``save`` is called with it. ``remove`` is called where the person says that
    nothing of the kind holds (None = there is nothing to remove).
    """

    def __init__(
        self,
        kind: RuleKind,
        rule: Rule | None,
        call: Consultation,
        today: date,
        save: Callable[[Rule], object],
        remove: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"{kind.name}: what the call says", parent)
        self._kind, self._call, self._today = kind, call, today
        self._save, self._remove = save, remove
        self.says, self.source = SentenceField(), SentenceField()
        self.address = line_edit()
        self.strength = combo()
        for strength, words in STRENGTHS.items():
            self.strength.addItem(words, strength.value)
        self.number, self.unit = QLineEdit(), combo()
        for unit in kind.units:
            self.unit.addItem(unit.value, unit.value)
        self.choices = {value: QCheckBox(capital(words)) for value, words in kind.choices}
        self.text = line_edit()
        self._build()
        self._show(rule)

    def accept(self) -> None:
        """Save what was said, or say what is missing."""
        if trouble := self._trouble():
            self.tell(trouble)
            return
        self._save(self._rule())
        super().accept()

    def _build(self) -> None:
        self.add(text_label(_ABOUT, "muted"))
        self.add(labelled(self.says, "What is asked, in a sentence"))
        self.add(labelled(self.strength, "How binding it is"))
        if self._kind.has_number:
            self.add(self._number_row())
        if self.choices:
            self._add_choices()
        if self._kind.writing in _TEXTS:
            self.add(labelled(self.text, *_TEXTS[self._kind.writing]))
        self.add(labelled(self.source, "Where it says so"))
        self.add(labelled(self.address, "Address"))
        if self._remove is not None:
            self.add_link("It does not hold here").clicked.connect(self._taken_away)
        self.decline_with("Cancel")
        self.accept_with("Save")

    def _number_row(self) -> FlowLayout:
        row = FlowLayout(spacing=GAP_LARGE)
        row.addWidget(labelled(self.number, "Number"))
        if self._kind.measure:
            row.addWidget(labelled(QLabel(self._kind.measure), "Counted in"))
        else:
            row.addWidget(labelled(self.unit, "Counted in"))
        return row

    def _add_choices(self) -> None:
        self.add(text_label("What it comes to", "strong"))
        for value, box in self.choices.items():
            box.toggled.connect(lambda on, value=value: self._only(value, on=on))
            self.add(box)

    def _only(self, chosen: str, *, on: bool) -> None:
        """Keep one choice where only one can hold."""
        if on and not self._kind.many:
            for value, box in self.choices.items():
                if value != chosen:
                    box.setChecked(False)

    def _show(self, rule: Rule | None) -> None:
        self.source.set_text("The call")
        show_line(self.address, self._call.address)
        choose(self.strength, Strength.SHOULD.value)
        if rule is None:
            return
        self.says.set_text(rule.says)
        choose(self.strength, rule.strength.value)
        self.number.setText(str(rule.value) if rule.value is not None else "")
        if rule.unit is not None:
            choose(self.unit, rule.unit.value)
        for value in rule.choices:
            if value in self.choices:
                self.choices[value].setChecked(True)
        self.text.setText(rule.text)

    def _trouble(self) -> str:
        number = self.number.text().replace(",", "").strip()
        text = self.text.text().strip()
        writing = self._kind.writing
        if not self.says.toPlainText().strip():
            return "Say in a sentence what is asked."
        if number and not (number.isdecimal() and int(number[:_MOST_DIGITS]) > 0):
            return f"“{number}” is not a whole number above nought."
        if len(number) > _MOST_DIGITS:
            return "The number is too large."
        if text and writing is Writing.CLOCK and read_time(text) is None:
            return f"“{text}” is no time of day: write it as 17:00."
        if text and writing is Writing.ZONE and not is_time_zone(text):
            return f"“{text}” is no time zone: write it as Europe/London."
        return ""

    def _rule(self) -> Rule:
        number = self.number.text().replace(",", "").strip()
        value = int(number) if number else None
        unit = self.unit.currentData() if value is not None and self._kind.units else None
        return Rule(
            id=self._kind.id,
            says=self.says.toPlainText().strip(),
            strength=Strength(self.strength.currentData()),
            # A person has read it in the call: nothing is more official than that.
            authority=Authority.OFFICIAL,
            source=self.source.toPlainText().strip() or "The call",
            address=self.address.text().strip(),
            checked=self._today,
            value=value,
            unit=LimitUnit(unit) if unit else None,
            choices=self._chosen(),
            text=self.text.text().strip(),
        )

    def _chosen(self) -> tuple[str, ...]:
        return ticked(self.choices.items())

    def _taken_away(self) -> None:
        if self._remove is not None:
            self._remove()
        self.reject()


def ticked(boxes: Iterable[tuple[str, QCheckBox]]) -> tuple[str, ...]:
    """Return the values whose boxes are ticked, in their order."""
    return tuple(value for value, box in boxes if box.isChecked())
