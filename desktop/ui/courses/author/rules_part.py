"""The rules of the call in a course: those of the body, and what the course makes to differ."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.course_call import put_changes
from desktop.core.listing import counted
from desktop.core.rule_kinds import RULE_KINDS
from desktop.core.rules import Rule, Rules
from desktop.core.rules_changes import (
    CallChanges,
    as_the_body_says,
    compared,
    with_rule,
    without_rule,
)
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.rules.card import RuleCard
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import text_label

_NONE = "The rules that this call follows are not here."


class RulesPart(QWidget):
    """A card for each rule; what was changed is a step of Undo."""

    def __init__(self, context: Context, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = desk
        self._shown: object = None
        self._changed = ""
        self.cards: list[RuleCard] = []
        self.told = text_label("", "muted")
        self.add_button = Button("Add a rule…", self.add)
        row = FlowLayout()
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.told)
        column.addLayout(row)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        column.addLayout(self._rows)

    def show_rules(self) -> None:
        """Show the rules as they hold in the course."""
        body, changes = self._body(), self._desk.course.changes
        self.add_button.setEnabled(body is not None)
        if body is None:
            self.told.setText(_NONE)
            return
        held = compared(body, changes)
        differing = len(changes.changed) + len(changes.removed)
        self.told.setText(
            f"{body.title}: {counted(len(body.rules), 'rule')}. "
            f"{counted(differing, 'differs', 'differ') if differing else 'None differs'} in this "
            "course. Learners’ drafts are checked by them."
        )
        if self._shown == held:
            return
        self._shown = held
        for card in self.cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for each in held:
            card = RuleCard(each, self._context.session.clock().date())
            card.change.connect(self.change)
            card.back.connect(self.back)
            self.cards.append(card)
            self._rows.addWidget(card)
        self._keep_focus()

    def add(self) -> None:
        """Choose what a new rule is about, then say it."""
        body = self._body()
        if body is None:
            return
        there = {each.id for each in compared(body, self._desk.course.changes) if each.rule}
        kinds = [kind for kind in RULE_KINDS.values() if kind.id not in there]
        chosen = self._context.dialogs.choose(
            "Add a rule", "What is it about?", [kind.name for kind in kinds], "Next"
        )
        if chosen is not None:
            self.change(kinds[chosen].id)

    def change(self, rule_id: str) -> None:
        """Say what a rule asks in this course, or that it does not hold."""
        from desktop.ui.rules.rule_sheet import RuleSheet

        body, asked, kind = self._body(), self._desk.consultation, RULE_KINDS.get(rule_id)
        if body is None or asked is None or kind is None:
            return
        changes = self._desk.course.changes
        held = {each.id: each.rule for each in compared(body, changes)}.get(rule_id)

        def save(rule: Rule) -> None:
            self._put(with_rule(changes, body, rule), rule_id)

        def remove() -> None:
            self._put(without_rule(changes, body, rule_id), rule_id)

        today = self._context.session.clock().date()
        RuleSheet(kind, held, asked, today, save, remove if held else None, parent=self).open()

    def back(self, rule_id: str) -> None:
        """Have a rule hold as the body says it."""
        self._put(as_the_body_says(self._desk.course.changes, rule_id), rule_id)

    def _put(self, changes: CallChanges, rule_id: str) -> None:
        self._changed = rule_id
        self._desk.put(put_changes(self._desk.course, changes))

    def _keep_focus(self) -> None:
        """Give the keyboard back to the rule that was changed: its card is another one now."""
        card = next((card for card in self.cards if card.held.id == self._changed), None)
        if card is not None:
            card.change_button.setFocus()
        self._changed = ""

    def _body(self) -> Rules | None:
        asked = self._desk.course.consultation or self._desk.consultation
        found = (each for each in self._context.session.rules() if asked and each.id == asked.rules)
        return next(found, None)
