"""A button with a menu of the known questions of all consultations: which one was answered."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.core.consultation import Consultation, Question, question_ref
from desktop.core.shortening import shortened
from desktop.ui.form import name_field

_NONE = "No known question"
_LONGEST = 60


class KnownQuestion(QToolButton):
    """``picked(ref)``: the person chose another question; "" is none."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("boxed", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self._questions: dict[str, tuple[Consultation, Question]] = {}
        self.ref = ""
        self.show_ref("")

    def offer(self, consultations: Iterable[Consultation]) -> None:
        """Offer the questions of these."""
        menu = self.menu()
        menu.clear()
        self._questions = {}
        self._add(menu, _NONE, "")
        menu.addSeparator()
        for consultation in consultations:
            inner = menu.addMenu(_short(consultation.title))
            inner.setParent(menu, inner.windowFlags())
            for question in consultation.questions:
                ref = question_ref(consultation.id, question.number)
                self._questions[ref] = (consultation, question)
                words = f"{question.number}  {question.heading or question.text}"
                self._add(inner, _short(words), ref)
        self.show_ref(self.ref)

    def show_ref(self, ref: str) -> None:
        """Show which question is chosen."""
        self.ref = ref
        known = self._questions.get(ref)
        said = ref or _NONE
        if known is not None:
            said = f"{known[1].number}, {known[0].body_short or known[0].title}"
        self.setText(_short(f"Known: {said}" if ref else said) + " ▾")
        name_field(self, f"Known question: {said}", "Opens a menu of known questions")
        self.setToolTip(f"{known[0].title}: {known[1].text}" if known else "")

    def question(self, ref: str) -> Question | None:
        """Return a known question."""
        known = self._questions.get(ref)
        return known[1] if known else None

    def pick(self, ref: str) -> None:
        """Choose a question, as a person would."""
        self.show_ref(ref)
        self.picked.emit(ref)

    def _add(self, menu: QMenu, words: str, ref: str) -> None:
        action = QAction(words, menu)
        action.triggered.connect(lambda: self.pick(ref))
        menu.addAction(action)


def _short(words: str) -> str:
    return shortened(words, _LONGEST).replace("&", "&&")
