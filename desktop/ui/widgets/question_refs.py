"""A button with a menu of the Questions of every Consultation: which ones evidence serves."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.core.consultation import Consultation, question_ref
from desktop.core.evidence import ANY_QUESTION
from desktop.ui.models.words import counted


class QuestionRefs(QToolButton):
    """Emits ``picked()`` when the person ticked something else."""

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("boxed", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self._actions: dict[str, QAction] = {}
        # References to Questions that this workspace does not have are kept as they are.
        self._unknown: tuple[str, ...] = ()

    def offer(self, consultations: Iterable[Consultation]) -> None:
        """Offer the Questions of these."""
        menu = self.menu()
        menu.clear()
        self._actions = {ANY_QUESTION: self._action(menu, "Any question")}
        menu.addSeparator()
        for consultation in consultations:
            inner = menu.addMenu(consultation.title.replace("&", "&&"))
            inner.setParent(menu, inner.windowFlags())
            for question in consultation.questions:
                words = f"{question.number}  {question.heading or question.text}"
                ref = question_ref(consultation.id, question.number)
                self._actions[ref] = self._action(inner, words)
        self._say()

    def refs(self) -> tuple[str, ...]:
        """Return what is ticked, in the order of the menu."""
        ticked = tuple(ref for ref, action in self._actions.items() if action.isChecked())
        return (*ticked, *self._unknown)

    def set_refs(self, refs: Iterable[str]) -> None:
        """Tick exactly these."""
        wanted = tuple(refs)
        for ref, action in self._actions.items():
            action.setChecked(ref in wanted)
        self._unknown = tuple(ref for ref in wanted if ref not in self._actions)
        self._say()

    def pick(self, ref: str) -> None:
        """Tick a Question, or clear it, as a person would."""
        self._actions[ref].trigger()

    def _action(self, menu: QMenu, words: str) -> QAction:
        action = QAction(words.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.triggered.connect(self._ticked)
        menu.addAction(action)
        return action

    def _ticked(self) -> None:
        self._say()
        self.picked.emit()

    def _say(self) -> None:
        refs = self.refs()
        if ANY_QUESTION in refs:
            words = "Any question"
        elif refs:
            words = counted(len(refs), "question")
        else:
            words = "No question chosen"
        self.setText(words)
        self.setAccessibleName(f"Questions it serves: {words}")
