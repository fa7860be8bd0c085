"""One rule as a card: what it says, how binding, who says so, and what the body says otherwise."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.rule_kinds import RULE_KINDS
from desktop.core.rules import Rule, Strength
from desktop.core.rules_changes import RuleInForce, Standing
from desktop.ui.models.rule_words import age_words, rule_words, value_words
from desktop.ui.models.words import STRENGTHS
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.address_label import AddressLabel
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, chip, text_label

_LOOKS = {Strength.MUST: "danger", Strength.SHOULD: "warn", Strength.ADVICE: "neutral"}
_CHIPS = {
    Standing.CHANGED: "Changed for this consultation",
    Standing.ADDED: "Added for this consultation",
    Standing.REMOVED: "Does not hold here",
}


def kind_name(rule_id: str) -> str:
    """Return what rules of an id are called on screen."""
    kind = RULE_KINDS.get(rule_id)
    return kind.name if kind else rule_id


class RuleCard(QFrame):
    """``change(str)`` asks to change the rule with this id, ``back(str)`` for the body's again."""

    change = Signal(str)
    back = Signal(str)

    def __init__(self, held: RuleInForce, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.held = held
        self.setProperty("card", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP + GAP_SMALL, GAP, GAP + GAP_SMALL, GAP + GAP_SMALL)
        self._column.setSpacing(GAP_SMALL)
        name = kind_name(held.id)
        self._column.addWidget(text_label(name, "strong"))
        self._column.addLayout(self._head())
        if held.rule is not None:
            self.setAccessibleName(f"{name}: {STRENGTHS[held.rule.strength]}: {held.rule.says}")
            self._say(held.rule, today)
        else:
            self.setAccessibleName(f"{name}: does not hold here")
        if held.body is not None and held.standing is not Standing.SAME:
            self._say_body(held.body)
        self._buttons(name)

    def _head(self) -> FlowLayout:
        head = FlowLayout()
        if self.held.rule is not None:
            strength = self.held.rule.strength
            head.addWidget(chip(STRENGTHS[strength], _LOOKS[strength]))
        if words := _CHIPS.get(self.held.standing):
            head.addWidget(chip(words, "kind"))
        return head

    def _say(self, rule: Rule, today: date) -> None:
        self._column.addWidget(text_label(breakable(rule.says)))
        value = value_words(rule)
        for words, role in (
            (f"Checked as: {value}." if value else "", ""),
            (rule_words(rule), "muted"),
            (age_words(rule, today), "warn"),
        ):
            if words:
                self._column.addWidget(text_label(breakable(words), role))
        self._column.addWidget(AddressLabel(rule.address))

    def _say_body(self, rule: Rule) -> None:
        value = value_words(rule)
        said = f"The body says: {rule.says}" + (f" ({value})" if value else "")
        self._column.addWidget(text_label(breakable(said)))
        self._column.addWidget(text_label(breakable(rule_words(rule)), "muted"))

    def _buttons(self, name: str) -> None:
        row, key = FlowLayout(), self.held.id
        self.change_button = Button(
            "Change for this consultation…",
            lambda: self.change.emit(key),
            look="link",
            name=f"{name}: change for this consultation",
        )
        row.addWidget(self.change_button)
        self.back_button = Button(
            "Take it away again" if self.held.body is None else "Back to what the body says",
            lambda: self.back.emit(key),
            look="link",
            name=f"{name}: back to what the body says",
        )
        row.addWidget(self.back_button)
        self.back_button.setVisible(self.held.standing is not Standing.SAME)
        for button in (self.change_button, self.back_button):
            button.setProperty("inline", True)
        self._column.addLayout(row)
