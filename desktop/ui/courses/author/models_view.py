"""Model answers, and the notes beside their words."""

from __future__ import annotations

from desktop.core.course import ModelAnswer
from desktop.core.course_writing import add_model, remove_model, typed
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.listing import ListAndForms
from desktop.ui.courses.author.model_form import ModelForm
from desktop.ui.models.key_model import Row
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.menu_button import menu_button

_NEW_LEVEL = "A strong answer"


class ModelsView(ListAndForms):
    """Left the model answers by question, right the chosen one."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__("Model answers", desk)
        self._context = context
        self.form = ModelForm(context, desk)
        self._page = self.add_form(self.form, "Model answer")
        self.empty = EmptyState(
            "No model answer yet",
            "Learners compare their own first attempt with it. Choose a question on the left.",
        )
        self.stack.addWidget(self.empty)
        self.add_menu = menu_button("Add a model answer")
        self.remove_button = Button("Remove", self.remove, look="link")
        self.buttons.addWidget(self.add_menu)
        self.buttons.addWidget(self.remove_button)
        self.follow()

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
        super().refresh(chosen)

    def go(self, table: str, id_: str) -> None:
        """Show a model answer: rows of one table need not say which."""
        self.flush()
        self.list.choose(id_)

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

    def _rows(self) -> list[Row]:
        models = sorted(self._desk.course.models, key=self._place)
        return [Row(model.id, _words(model)) for model in models]

    def show_rows(self, chosen: str) -> None:
        super().show_rows(chosen)
        self.remove_button.setEnabled(bool(self.list.keys()))

    def _place(self, model: ModelAnswer) -> int:
        asked = self._desk.consultation
        numbers = [question.number for question in asked.questions] if asked else []
        return numbers.index(model.question) if model.question in numbers else len(numbers)

    def _show(self, key: str) -> None:
        found = next((each for each in self._desk.course.models if each.id == key), None)
        if found is None:
            self.stack.setCurrentWidget(self.empty)
            return
        self.form.show_model(found)
        self.show_form(self._page)


def _words(model: ModelAnswer) -> str:
    return f"Question {model.question}: {typed(model.level)}"
