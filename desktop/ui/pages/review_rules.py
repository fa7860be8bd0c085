"""What the receiving body demands, what the call changes of that, and what nobody knows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.core.response import Draft
from desktop.core.rule_kinds import GROUP_NAMES, RULE_KINDS, RuleGroup, RuleKind
from desktop.core.rules import DocumentRules, Rule
from desktop.core.rules_changes import (
    CallChanges,
    RuleInForce,
    as_the_body_says,
    with_rule,
    without_rule,
)
from desktop.errors import DesktopError
from desktop.session.calls import CallRules
from desktop.ui.context import Context
from desktop.ui.models.rule_words import closing_words, document_words, telling
from desktop.ui.rules.card import RuleCard, kind_name
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, text_label
from desktop.ui.widgets.page_column import PageColumn

_CHECK_THE_CALL = (
    "Consultee does not know these, and does not guess. Look them up in the call, and write down "
    "what it says."
)
_ADDED_LATER = "Rules change: look at the address before you send."


class RulesView(QWidget):
    """The rules that hold for the call of a draft, to read and to change for this call."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft: Draft | None = None
        self._call: CallRules | None = None
        self._page: PageColumn | None = None
        self._changed = ""
        self.cards: list[RuleCard] = []
        self.asked: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_draft(self, draft: Draft) -> None:
        """Show what holds for a draft; built when it is first looked at, and when it changes."""
        self._draft = draft
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        if self._draft is None:
            return
        call = self._context.session.calls.of(self._draft)
        if call != self._call:
            self._call = call
            self._build(call)

    def _build(self, call: CallRules) -> None:
        at = self._page.verticalScrollBar().value() if self._page else 0
        while item := self._column.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        page = PageColumn("Rules of the receiving body", wide=True, margin=GAP)
        page.column.setSpacing(GAP)
        self._add_head(page, call)
        self._add_to_check(page, call.to_check)
        self._add_groups(page, call)
        page.end()
        self._column.addWidget(page)
        self._page = page
        self._keep_focus()
        # The new page has its height only when it has been laid out.
        QTimer.singleShot(0, page, lambda: _scroll_to(page, at))

    def _keep_focus(self) -> None:
        """Give the keyboard back to the rule that was changed: its card is another one now."""
        card = next((card for card in self.cards if card.held.id == self._changed), None)
        if card is not None:
            card.change_button.setFocus()
        self._changed = ""

    def _add_head(self, page: PageColumn, call: CallRules) -> None:
        body = call.body
        said = telling(body.title, body.body, len(call.in_force.rules), call.differing)
        page.add(text_label(f"{said} {_ADDED_LATER}", "muted"))
        row = FlowLayout()
        self.follow_button = Button("Follow another body…", self._follow)
        self.add_button = Button("Add a rule…", self._add_rule)
        for button in (self.follow_button, self.add_button):
            row.addWidget(button)
        page.add(row)
        self.closing_button = Button("Change the closing time…", self._closing, look="link")
        page.add(_plain_card("When it closes", closing_words(call.call), self.closing_button))
        self.document_button = Button("Change the shape…", self._document, look="link")
        changed = call.changes.document is not None
        page.add(
            _plain_card(
                "Shape of the document",
                document_words(call.in_force.document),
                self.document_button,
                f"Changed for this consultation. The body has it so: "
                f"{document_words(body.document)}"
                if changed
                else "",
            )
        )

    def _add_to_check(self, page: PageColumn, kinds: tuple[RuleKind, ...]) -> None:
        self.asked = []
        if not kinds:
            return
        page.add(text_label(f"Check the call ({len(kinds)})", "heading"))
        page.add(text_label(_CHECK_THE_CALL, "muted"))
        row = FlowLayout()
        for kind in kinds:
            button = Button(
                f"{kind.name}…",
                lambda kind=kind: self._change(kind.id),
                name=f"{kind.name}: write down what the call says",
            )
            self.asked.append(button)
            row.addWidget(button)
        page.add(row)

    def _add_groups(self, page: PageColumn, call: CallRules) -> None:
        self.cards = []
        held = call.compared
        for group, name in GROUP_NAMES.items():
            of_group = [each for each in held if group_of(each) is group]
            if not of_group:
                continue
            page.add(text_label(name, "heading"))
            for each in of_group:
                card = RuleCard(each, call.today)
                card.change.connect(self._change)
                card.back.connect(self._back)
                self.cards.append(card)
                page.add(card)

    def _follow(self) -> None:
        if self._call is None:
            return
        bodies = self._context.session.calls.bodies()
        words = [
            f"{each.title} (followed now)" if each.id == self._call.body.id else each.title
            for each in bodies
        ]
        chosen = self._context.dialogs.choose(
            "Follow another body",
            "Whose rules hold for this consultation? What you have changed stays changed.",
            words,
            "Follow",
        )
        if chosen is not None:
            key = bodies[chosen].id
            follows = "" if key == self._call.came_with else key
            self._set(replace(self._call.changes, follows=follows), "following another body")

    def _add_rule(self) -> None:
        if self._call is None:
            return
        there = {each.id for each in self._call.compared if each.rule is not None}
        kinds = [kind for kind in RULE_KINDS.values() if kind.id not in there]
        chosen = self._context.dialogs.choose(
            "Add a rule", "What is it about?", [kind.name for kind in kinds], "Next"
        )
        if chosen is not None:
            self._change(kinds[chosen].id)

    def _change(self, rule_id: str) -> None:
        from desktop.ui.rules.rule_sheet import RuleSheet

        call, kind = self._call, RULE_KINDS.get(rule_id)
        if call is None or kind is None:
            return
        rule = call.in_force.rule(rule_id)
        step = f"change to the rule on {_in_a_sentence(kind.name)}"

        def save(said: Rule) -> None:
            self._set(with_rule(call.changes, call.body, said), step, rule_id)

        def remove() -> None:
            self._set(without_rule(call.changes, call.body, rule_id), step, rule_id)

        RuleSheet(
            kind, rule, call.call, call.today, save, remove if rule else None, parent=self
        ).open()

    def _back(self, rule_id: str) -> None:
        if self._call is not None:
            name = _in_a_sentence(kind_name(rule_id))
            changes = as_the_body_says(self._call.changes, rule_id)
            self._set(changes, f"going back to the body’s rule on {name}", rule_id)

    def _closing(self) -> None:
        from desktop.ui.rules.closing_sheet import ClosingSheet

        if self._call is not None:
            step = "change of the closing time"
            ClosingSheet(
                self._call.call,
                self._call.changes,
                lambda changes: self._set(changes, step),
                parent=self,
            ).open()

    def _document(self) -> None:
        from desktop.ui.rules.document_sheet import DocumentSheet

        call = self._call
        if call is None:
            return

        def save(document: DocumentRules | None) -> None:
            self._set(replace(call.changes, document=document), "change to the document’s shape")

        DocumentSheet(call.in_force.document, call.body.document, save, parent=self).open()

    def _set(self, changes: CallChanges, step: str, rule_id: str = "") -> None:
        """Make changes true; the page hears of it and shows the draft anew."""
        if self._call is None:
            return
        self._changed = rule_id
        try:
            self._context.session.calls.change(self._call, changes, step)
        except DesktopError as error:
            self._context.dialogs.show_error(error)


def group_of(held: RuleInForce) -> RuleGroup:
    """Return the group of a rule; one of an older version, whose id is unknown, is advice."""
    kind = RULE_KINDS.get(held.id)
    return kind.group if kind else RuleGroup.ADVICE


def _plain_card(title: str, words: str, button: Button, more: str = "") -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    card.setAccessibleName(f"{title}: {words}")
    column = QVBoxLayout(card)
    column.setContentsMargins(GAP + GAP_SMALL, GAP, GAP + GAP_SMALL, GAP + GAP_SMALL)
    column.setSpacing(GAP_SMALL)
    column.addWidget(text_label(title, "strong"))
    column.addWidget(text_label(breakable(words)))
    if more:
        column.addWidget(text_label(breakable(more), "muted"))
    button.setProperty("inline", True)
    row = FlowLayout()
    row.addWidget(button)
    column.addLayout(row)
    return card


def _in_a_sentence(name: str) -> str:
    return name[:1].lower() + name[1:]


def _scroll_to(page: QScrollArea, value: int) -> None:
    page.verticalScrollBar().setValue(value)
