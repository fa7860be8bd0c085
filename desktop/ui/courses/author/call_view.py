"""The call that the course is on: what it says of itself, its rules, its questions."""

from __future__ import annotations

from desktop.core.consultation import Question
from desktop.core.course_call import add_question, remove_question
from desktop.core.course_writing import typed
from desktop.ui.context import Context
from desktop.ui.courses.author.call_forms import CallForm, QuestionForm
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.listing import ListAndForms
from desktop.ui.courses.author.rules_part import RulesPart
from desktop.ui.models.key_model import Row
from desktop.ui.widgets.buttons import Button

_NEW = "A new question"
_CALL, _RULES, _QUESTION = "call:", "rules:", "question:"


class CallView(ListAndForms):
    """Left the call, its rules and its questions, right the chosen one."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__("The call", desk)
        self._context = context
        self.call_form = CallForm(context, desk)
        self.rules = RulesPart(context, desk)
        self.question_form = QuestionForm(context, desk)
        self._call_page = self.add_form(self.call_form, "The call")
        self._rules_page = self.add_form(self.rules, "Rules of the call")
        self._question_page = self.add_form(self.question_form, "Question")
        self.add_button = Button("Add a question", self.add_question)
        self.remove_button = Button("Remove", self.remove, look="link")
        self.buttons.addWidget(self.add_button)
        self.buttons.addWidget(self.remove_button)
        self.follow()

    def go(self, table: str, id_: str) -> None:
        """Show the call, its rules or a question."""
        self.flush()
        self.list.choose({"rule": _RULES, "question": f"{_QUESTION}{id_}"}.get(table, _CALL))

    def add_question(self) -> None:
        """Add a question to be written, to a call of the course's own."""
        self.flush()
        made, number = add_question(self._desk.course)
        if number:
            self._desk.put(made)
            self.refresh(f"{_QUESTION}{number}")
            self.question_form.heading.field.setFocus()

    def remove(self) -> None:
        """Remove the chosen question with all that is about it; Undo brings it back."""
        self.flush()
        number = self.list.key().removeprefix(_QUESTION)
        self._desk.put(remove_question(self._desk.course, number))
        self._context.dialogs.notify(
            "The question was removed, with its steps, model answers, texts to mend and prompts. "
            "Undo brings it back."
        )
        self.list.setFocus()

    def _rows(self) -> list[Row]:
        asked = self._desk.consultation
        rows = [Row(_CALL, "The call", heading=True), Row(_RULES, "Its rules", heading=True)]
        rows += [
            Row(f"{_QUESTION}{each.number}", _words(each))
            for each in (asked.questions if asked else ())
        ]
        return rows

    def show_rows(self, chosen: str) -> None:
        super().show_rows(chosen)
        own = self._desk.course.consultation is not None
        self.add_button.setVisible(own)
        self.remove_button.setVisible(own)

    def _show(self, key: str) -> None:
        asked = self._desk.consultation
        number = key.removeprefix(_QUESTION) if key.startswith(_QUESTION) else ""
        questions = {each.number: each for each in (asked.questions if asked else ())}
        self.remove_button.setEnabled(bool(number) and len(questions) > 1)
        if number in questions:
            self.question_form.show_question(questions[number])
            self.show_form(self._question_page)
        elif key == _RULES:
            self.rules.show_rules()
            self.show_form(self._rules_page)
        else:
            self.call_form.show_call()
            self.show_form(self._call_page)


def _words(question: Question) -> str:
    said = typed(question.heading) or typed(question.text) or _NEW
    return f"{question.number}. {said}"
