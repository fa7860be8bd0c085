"""Model answers, and the notes beside their words."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QToolButton

from desktop.core.course import ModelAnswer
from desktop.core.course_writing import add_model, remove_model, typed
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.listing import ListAndForms, Row
from desktop.ui.courses.author.model_form import ModelForm
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.empty_state import EmptyState

_NEW_LEVEL = "A strong answer"


class ModelsView(ListAndForms):
    """Left the model answers by question, right the chosen one."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__("Model answers")
        self._context = context
        self._desk = desk
        self.form = ModelForm(context, desk)
        self._page = self.add_form(self.form, "Model answer")
        self.empty = EmptyState(
            "No model answer yet",
            "Learners compare their own first attempt with it. Choose a question on the left.",
        )
        self.stack.addWidget(self.empty)
        self.add_menu = QToolButton()
        self.add_menu.setText("Add a model answer ▾")
        self.add_menu.setAccessibleName("Add a model answer")
        self.add_menu.setProperty("boxed", True)
        self.add_menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add_menu.setMenu(QMenu(self.add_menu))
        self.remove_button = Button("Remove", self.remove, look="link")
        self.buttons.addWidget(self.add_menu)
        self.buttons.addWidget(self.remove_button)
        self.list.chosen.connect(self._choose)
        desk.changed.connect(self.refresh)
        desk.noted.connect(self._relist)

    def refresh(self, chosen: str = "") -> None:
        """Show the course as it is."""
        if not self._desk.is_open:
            return
        menu = self.add_menu.menu()
        menu.clear()
        asked = self._desk.consultation
        for question in asked.questions if asked else ():
            words = f"To question {question.number}: {question.heading}".replace("&", "&&")
            menu.addAction(words, lambda number=question.number: self.add(number))
        self._list(chosen or self.list.key())
        self._show(self.list.key())

    def go(self, _table: str, id_: str) -> None:
        """Show a model answer."""
        self.flush()
        self.list.choose(id_)

    def flush(self) -> None:
        """Save what is typed and not saved."""
        self.form.flush()

    def add(self, question: str) -> None:
        """Add a model answer to a question, to be written."""
        self.flush()
        made = add_model(self._desk.course, question, _NEW_LEVEL)
        self._desk.put(made)
        self.refresh(made.models[-1].id)
        self.form.key_point.field.setFocus()

    def remove(self) -> None:
        """Remove the chosen model answer; Undo brings it back."""
        self.flush()
        self._desk.put(remove_model(self._desk.course, self.list.key()))
        self._context.dialogs.notify("The model answer was removed. Undo brings it back.")
        self.list.setFocus()

    def _list(self, chosen: str) -> None:
        models = sorted(self._desk.course.models, key=self._place)
        rows = [Row(model.id, _words(model)) for model in models]
        self.list.blockSignals(True)
        self.list.show_rows(rows, chosen)
        self.list.blockSignals(False)
        self.remove_button.setEnabled(bool(rows))

    def _place(self, model: ModelAnswer) -> int:
        asked = self._desk.consultation
        numbers = [question.number for question in asked.questions] if asked else []
        return numbers.index(model.question) if model.question in numbers else len(numbers)

    def _relist(self) -> None:
        if self.isVisible():
            self._list(self.list.key())

    def _choose(self, key: str) -> None:
        self.flush()
        self._show(key)

    def _show(self, key: str) -> None:
        found = next((each for each in self._desk.course.models if each.id == key), None)
        if found is None:
            self.stack.setCurrentWidget(self.empty)
            return
        self.form.show_model(found)
        self.show_form(self._page)


def _words(model: ModelAnswer) -> str:
    return f"Question {model.question}: {typed(model.level)}"
