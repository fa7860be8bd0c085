"""A button with a menu of the Questions of a Consultation: which ones something points at."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.core.consultation import Question


class QuestionPicker(QToolButton):
    """``picked()`` when the person ticked other Questions; ``single``: just one is ticked."""

    picked = Signal()

    def __init__(self, before: str, *, single: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = before
        self._single = single
        self._actions: dict[str, QAction] = {}
        self._questions: tuple[Question, ...] = ()
        self.setProperty("boxed", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))

    def show_questions(self, questions: tuple[Question, ...], chosen: Iterable[str]) -> None:
        """Offer these Questions with those of the numbers ``chosen`` ticked."""
        if questions != self._questions:
            self._questions = questions
            self._fill()
        wanted = set(chosen)
        for number, action in self._actions.items():
            action.setChecked(number in wanted)
        self._say()

    def chosen(self) -> tuple[str, ...]:
        """Return the numbers ticked, in question order."""
        return tuple(number for number, action in self._actions.items() if action.isChecked())

    def pick(self, number: str) -> None:
        """Tick a Question, or clear it, as a person would."""
        self._actions[number].trigger()

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu) if self._single else None
        self._actions = {}
        for question in self._questions:
            words = f"{question.number}  {question.heading or question.text}"
            action = QAction(words.replace("&", "&&"), menu)
            action.setCheckable(True)
            if group is not None:
                group.addAction(action)
            action.triggered.connect(self._ticked)
            menu.addAction(action)
            self._actions[question.number] = action

    def _ticked(self) -> None:
        self._say()
        self.picked.emit()

    def _say(self) -> None:
        words = f"{self._before} {question_words(self.chosen())}"
        self.setText(words)
        self.setAccessibleName(words)


def question_words(numbers: tuple[str, ...]) -> str:
    """Return the Questions as words: "question 2", "questions 2, 3 and 5", "no question"."""
    if not numbers:
        return "no question"
    if len(numbers) == 1:
        return f"question {numbers[0]}"
    return f"questions {', '.join(numbers[:-1])} and {numbers[-1]}"
