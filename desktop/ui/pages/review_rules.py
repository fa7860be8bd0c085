"""What the receiving body demands, each demand with its authority, address and date checked."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.rules import Rule, Rules, Strength
from desktop.ui.models.words import AUTHORITIES, STRENGTHS, counted, day
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.address_label import AddressLabel
from desktop.ui.widgets.labels import breakable, chip, text_label
from desktop.ui.widgets.page_column import PageColumn

_LOOKS = {Strength.MUST: "danger", Strength.SHOULD: "warn", Strength.ADVICE: "neutral"}


class RulesView(QWidget):
    """The submission rules as a list to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules: Rules | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_rules(self, rules: Rules) -> None:
        """Show the rules of a body; they do not change while one writes, so they are built once."""
        if rules == self._rules:
            return
        self._rules = rules
        while item := self._column.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        page = PageColumn("Rules of the receiving body", wide=True, margin=GAP)
        page.column.setSpacing(GAP)
        page.add(
            text_label(
                f"{counted(len(rules.rules), 'rule')} of “{rules.title}” ({rules.body}), as "
                f"checked on {day(rules.checked)}. Rules change: look at the address before you "
                "send.",
                "muted",
            )
        )
        for rule in rules.rules:
            page.add(_card(rule))
        page.end()
        self._column.addWidget(page)


def rule_words(rule: Rule) -> str:
    """Return who says so and when that was checked."""
    return f"{rule.source} ({AUTHORITIES[rule.authority]}), checked {day(rule.checked)}"


def _card(rule: Rule) -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    card.setAccessibleName(f"{STRENGTHS[rule.strength]}: {rule.says}")
    head = QHBoxLayout()
    head.addWidget(chip(STRENGTHS[rule.strength], _LOOKS[rule.strength]))
    head.addStretch(1)
    column = QVBoxLayout(card)
    column.setContentsMargins(GAP + GAP_SMALL, GAP, GAP + GAP_SMALL, GAP + GAP_SMALL)
    column.setSpacing(GAP_SMALL)
    column.addLayout(head)
    column.addWidget(text_label(breakable(rule.says), "strong"))
    column.addWidget(text_label(breakable(rule_words(rule)), "muted"))
    column.addWidget(AddressLabel(rule.address))
    return card
