"""What is wrong with a course, one thing after another, each with its place in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.store.packs.problems import Level, Problem
from desktop.ui.models.words import counted
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import breakable, chip, set_text, text_label

_MOST_SHOWN = 40
_ROW = re.compile(r"\[{1,2}(?P<table>\w+)\]{1,2}(?: (?P<number>\d+)(?: \((?P<id>[^)]*)\))?)?")
_KEY = re.compile(r"key '(?P<key>[^']*)'")
_TABLES = {
    "consultation": "The consultation",
    "question": "Question",
    "rule": "Rule",
    "organisation": "The organisation",
    "paper": "Paper",
    "snippet": "Snippet",
    "cue": "Prompt",
    "frame": "Sentence to complete",
    "model": "Model answer",
    "repair": "Text to mend",
    "spot": "Answer to mark",
    "budget": "Word budget",
    "rubric": "The rubric",
    "criterion": "Criterion",
    "unit": "Unit",
    "step": "Step",
    "switches": "What learners see",
}
_KEYS = {
    "about": "what it is about",
    "aim": "its aim",
    "at": "the words a note is about",
    "checks_off": "checks that are off",
    "faults": "what is wrong with it",
    "key": "the marks",
    "key_point": "its key point",
    "level": "what it shows",
    "locator": "the place in the paper",
    "minutes": "how long it takes",
    "notes": "its notes",
    "reasons": "why the solution is better",
    "rules_off": "rules that do not hold",
    "says": "what learners are told",
    "shares": "the shares",
    "solution": "the solution",
    "text": "its text",
    "title": "its title",
}


class ProblemList(QWidget):
    """A sentence, then a card for each problem."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = text_label("", "strong")
        self.cards: list[ProblemCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.said)
        set_text(self.said, "")

    def clear(self) -> None:
        """Show nothing."""
        set_text(self.said, "")
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []

    def show_problems(
        self,
        problems: Sequence[Problem],
        said: str,
        go: Callable[[str, str], None] | None = None,
    ) -> None:
        """Show problems; ``go(table, id)`` leads to where one is, if that is possible here."""
        self.clear()
        rest = len(problems) - _MOST_SHOWN
        set_text(self.said, f"{said} (the first {_MOST_SHOWN} are shown)" if rest > 0 else said)
        for problem in problems[:_MOST_SHOWN]:
            card = ProblemCard(problem, go)
            self.cards.append(card)
            self._column.addWidget(card)


class ProblemCard(QFrame):
    """Where, what, and what would be allowed."""

    def __init__(self, problem: Problem, go: Callable[[str, str], None] | None) -> None:
        super().__init__()
        self.setProperty("card", True)
        column = card_column(self)
        if problem.level is Level.ADVICE:
            column.addWidget(chip("Advice", "neutral"))
        column.addWidget(text_label(place_words(problem), "strong"))
        message = problem.message[:1].upper() + problem.message[1:]
        self.said = text_label(breakable(f"{message}."), "")
        column.addWidget(self.said)
        if problem.allowed:
            column.addWidget(text_label(breakable(f"Allowed: {problem.allowed}."), "muted"))
        self.go_button: Button | None = None
        if go is not None:
            table, id_ = _row(problem.place)
            words = f"Go there: {place_words(problem)}"
            self.go_button = Button("Go there", lambda: go(table, id_), look="link", name=words)
            column.addWidget(self.go_button)


def _row(place: str) -> tuple[str, str]:
    """Return the table of a place and the id of the row, or its number where it has no id."""
    found = _ROW.match(place)
    return (found["table"], found["id"] or found["number"] or "") if found else ("", "")


def place_words(problem: Problem) -> str:
    """Return where a problem is, as people say it, with its line in the file."""
    found = _ROW.match(problem.place)
    words = "The course"
    if found:
        words = _TABLES.get(found["table"], found["table"])
        words += f" {found['number']}" if found["number"] else ""
    key = _KEY.search(problem.place)
    if key:
        words += f", {_KEYS.get(key['key'], key['key'].replace('_', ' '))}"
    return f"{words} (line {problem.line})" if problem.line else words


def told(problems: Sequence[Problem]) -> str:
    """Return in a sentence how a course stands."""
    errors = sum(problem.level is Level.ERROR for problem in problems)
    advice = len(problems) - errors
    if not problems:
        return "Nothing is wrong with it."
    parts = [counted(errors, "thing is wrong", "things are wrong")] if errors else []
    if advice:
        parts.append(counted(advice, "piece of advice", "pieces of advice"))
    return ", ".join(parts) + "."
