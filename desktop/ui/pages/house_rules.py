"""The house rules of an organisation: the files it has added, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.wording import HouseRules, HouseSignOff, Wording
from desktop.core.wording_edits import RemoveHouseRules
from desktop.errors import DesktopError
from desktop.session.wording import HouseFile, read_house_file
from desktop.ui.context import Context
from desktop.ui.models.rule_words import VENUES
from desktop.ui.models.words import counted, day
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, set_text, text_label
from desktop.ui.widgets.page_column import titled

_WHAT_FOR = (
    "Words that you avoid or always write the same way, and who approves what you send, in a file "
    "of your own. The checks then say where a response differs; they change nothing. Start from "
    "the example: each part of it says what it is for."
)
_FILTER = "House rules (*.toml)"
_MOST_SHOWN = 12


class HouseRulesPart(QWidget):
    """Adds files of house rules, lists what they ask for, removes them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._organisation = ""
        self.add_button = Button("Add house rules…", self.add)
        self.example_button = Button("Save an example…", self.save_example, look="link")
        self.wrong = text_label("", "")
        self.wrong.setAccessibleName("What is wrong with the file")
        self.files: list[HouseRulesCard] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP)
        column = titled("House rules", _WHAT_FOR, "heading")
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._cards)
        column.addWidget(self.wrong)
        row = FlowLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.example_button)
        column.addLayout(row)
        self.setLayout(column)
        set_text(self.wrong, "")
        context.bridge.changed.connect(self._hear)

    def show_organisation(self, organisation: str) -> None:
        """Show the house rules of an Organisation ("" for none)."""
        if organisation != self._organisation:
            set_text(self.wrong, "")
        self._organisation = organisation
        self._refresh()

    def add(self) -> None:
        """Ask for a file and add it, or say what is wrong with it."""
        folder = self._context.session.path.parent
        chosen = self._context.dialogs.open_file("Add house rules", folder, _FILTER)
        if chosen is None:
            return
        file = read_house_file(chosen)
        if not file.rules:
            set_text(self.wrong, breakable(_what_is_wrong(file)))
            self.add_button.setFocus()
            return
        set_text(self.wrong, "")
        edit = self._context.session.wording.adding(self._organisation, file)
        if self._context.apply(edit) is not None:
            rules = counted(file.rules, "rule")
            self._context.dialogs.notify(f"“{file.name}” was added: {rules}.")

    def save_example(self) -> None:
        """Ask where to, and write house rules to start from."""
        dialogs = self._context.dialogs
        suggestion = self._context.session.path.parent / "house-rules.toml"
        path = dialogs.save_file("Save an example", suggestion, _FILTER)
        if path is None:
            return
        path = path if path.suffix.casefold() == ".toml" else path.with_name(f"{path.name}.toml")
        question = "There is a file of this name. What it holds now will be gone."
        replace = path.exists()
        if replace and not dialogs.confirm(
            f"Replace “{path.name}”?", question, "Replace", risky=True
        ):
            return
        try:
            self._context.session.wording.write_example(path, replace=replace)
        except DesktopError as error:
            dialogs.show_error(error)
            return
        dialogs.notify(f"Saved: {path.name}. Open it with any text editor, then add it here.")

    def _refresh(self) -> None:
        held = self._context.session.wording.house_rules(self._organisation)
        if [rules for rules, _ in held] == [card.rules for card in self.files]:
            return
        for card in self.files:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.files = [HouseRulesCard(rules, file, self._remove) for rules, file in held]
        for card in self.files:
            self._cards.addWidget(card)

    def _remove(self, rules: HouseRules) -> None:
        if self._context.apply(RemoveHouseRules(rules.id)) is not None:
            self._context.dialogs.notify(f"“{rules.name}” was removed. Undo brings it back.")
            self.add_button.setFocus()

    def _hear(self, changes: Changes) -> None:
        if changes.touches(Kind.WORDING) and self._organisation:
            self._refresh()


class HouseRulesCard(QFrame):
    """One file: its name, since when, and what it asks for."""

    def __init__(
        self,
        rules: HouseRules,
        file: HouseFile,
        remove: Callable[[HouseRules], object],
    ) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.rules = rules
        self.remove_button = Button(
            "Remove", lambda: remove(rules), look="link", name=f"Remove {rules.name}"
        )
        column = card_column(self)
        column.addWidget(text_label(breakable(rules.name), "strong"))
        told = counted(file.rules, "rule") if file.rules else "This version cannot read it"
        column.addWidget(text_label(f"{told}, added on {day(rules.added.date())}", "muted"))
        self.said = text_label("\n".join(_told(file)), "")
        column.addWidget(self.said)
        row = FlowLayout()
        row.addWidget(self.remove_button)
        column.addLayout(row)


def _told(file: HouseFile) -> list[str]:
    """Return what the first rules of a file ask for, a line each."""
    lines = [_asked(wording) for wording in file.wordings]
    if file.sign_off is not None:
        lines.insert(0, _approving(file.sign_off))
    rest = len(lines) - _MOST_SHOWN
    return [*lines[:_MOST_SHOWN], f"… and {rest} more"] if rest > 0 else lines


def _approving(house: HouseSignOff) -> str:
    venues = ", ".join(VENUES[venue] for venue in house.venues)
    for_whom = f" (what goes to {venues})" if venues else ""
    in_time = f", {counted(house.days, 'day')} before it closes" if house.days else ""
    return f"Approved by: {house.who}{for_whom}{in_time}. {house.says}".rstrip()


def _asked(wording: Wording) -> str:
    if wording.swaps:
        return "; ".join(f"“{new}”, not “{old}”" for old, new in wording.swaps)
    if wording.required:
        return "Somewhere: " + " or ".join(f"“{each}”" for each in wording.required)
    avoided = ", ".join(f"“{each}”" for each in wording.words) or f"the pattern {wording.pattern}"
    return f"“{wording.instead}”, not {avoided}" if wording.instead else f"Not {avoided}"


def _what_is_wrong(file: HouseFile) -> str:
    """Return the problems of a file, a line each, without the name of its folder."""
    lines = [f"“{file.name}” was not added:"]
    for problem in file.problems[:_MOST_SHOWN]:
        where = f"Line {problem.line}: " if problem.line else ""
        place = f"{problem.place}: " if problem.place else ""
        allowed = f" (allowed: {problem.allowed})" if problem.allowed else ""
        lines.append(f"{where}{place}{problem.message}{allowed}")
    rest = len(file.problems) - _MOST_SHOWN
    return "\n".join([*lines, f"… and {rest} more"] if rest > 0 else lines)
