"""What is answered in a course: the call and one question of it, to write or only to read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox

from desktop.core.consultation import Consultation, Question
from desktop.core.course_call import put_call, put_question, with_words, words_limit
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import (
    Form,
    choice_box,
    number_box,
    show_choices,
    show_number,
    show_text,
)
from desktop.ui.form import labelled, name_field
from desktop.ui.models.typed_date import as_written
from desktop.ui.models.words import day
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import breakable, set_text, text_label
from desktop.ui.widgets.saved_field import line_edit

_MOST_WORDS = 100_000
_STEP = 50
_BUILT_IN = (
    "This call came with Consultee: every learner has it, so it stays as it is here. Its rules can "
    "be made to differ for the course."
)
_OWN = "This call goes with the course. Invent body and questions, or write down a real one."
_NO_DAY = "This is no day, so the one before stays: write it as 20 July 2027."
_NO_LIMIT = "none"


class CallForm(Form):
    """Who asks, what about, by when and how long, and whose rules hold."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__(context)
        self._desk = desk
        self.told = text_label("", "muted")
        self.column.addWidget(self.told)
        self.read_only = text_label("")
        self.column.addWidget(self.read_only)
        self._own = Form(context)
        self.column.addWidget(self._own)
        form = self._own
        self.title = form.line("Title of the call", lambda text: self._put(title=text))
        self.body = form.line("Who asks", lambda text: self._put(body=text))
        self.closes = form.tie(line_edit(), self._put_closes)
        self.reference = form.tie(line_edit(), lambda text: self._put(reference=text))
        row = Folding(56, GAP_LARGE)
        row.add_top(labelled(self.closes.field, "Last day", "Such as 20 July 2027."), 1)
        row.add_top(labelled(self.reference.field, "Reference"), 1)
        form.column.addWidget(row)
        self.wrong = text_label("", "warn")
        form.column.addWidget(self.wrong)
        self.words = _words_box(lambda words: self._put_limit(words))
        self.rules: QComboBox = choice_box(lambda: self._put(rules=self.rules.currentData()))
        row = Folding(56, GAP_LARGE)
        row.add_top(labelled(self.words, "Longest submission"), 1)
        row.add_top(labelled(self.rules, "Whose rules hold"), 1)
        form.column.addWidget(row)
        self.about = form.lines("What it is about", lambda text: self._put(about=text), "", 3)
        self.lead_in = form.lines(
            "Words before the questions", lambda text: self._put(lead_in=text), "", 2
        )
        set_text(self.wrong, "")

    def show_call(self) -> None:
        """Show the call of the course."""
        own, asked = self._desk.course.consultation, self._desk.consultation
        self.told.setText(_OWN if own else _BUILT_IN)
        self._own.setVisible(own is not None)
        self.read_only.setVisible(own is None)
        set_text(self.wrong, "")
        if own is None:
            self.read_only.setText(breakable(_about(asked)))
            return
        for field, text in (
            (self.title, own.title),
            (self.body, own.body),
            (self.reference, own.reference),
            (self.about, own.about),
            (self.lead_in, own.lead_in),
        ):
            show_text(field, text)
        self.closes.show(day(own.closes) if own.closes else "")
        show_number(self.words, words_limit(own.limit))
        bodies = tuple((each.id, each.title) for each in self.context.session.rules())
        show_choices(self.rules, bodies, own.rules)

    def flush(self) -> None:
        super().flush()
        self._own.flush()

    def _put(self, **said: Any) -> bool:
        own = self._desk.course.consultation
        if own is None:
            return True
        course = put_call(self._desk.course, replace(own, **said))
        return self._desk.note(course, f"call/{next(iter(said))}")

    def _put_limit(self, words: int) -> None:
        own = self._desk.course.consultation
        if own is not None:
            self._put(limit=with_words(own.limit, words))

    def _put_closes(self, text: str) -> bool:
        written = as_written(text).strip()
        closes = _day(written)
        set_text(self.wrong, _NO_DAY if written and closes is None else "")
        return self._put(closes=closes) if closes or not written else True


class QuestionForm(Form):
    """Heading, exact words, guidance, limit."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__(context)
        self._desk = desk
        self._number = ""
        self.read_only = text_label("")
        self.column.addWidget(self.read_only)
        self._own = Form(context)
        self.column.addWidget(self._own)
        form = self._own
        self.heading = form.line("Short heading", lambda text: self._put(heading=text))
        self.text = form.lines("The question, word for word", lambda t: self._put(text=t), "", 3)
        self.guidance = form.lines("Guidance", lambda text: self._put(guidance=text), "", 2)
        self.words = _words_box(lambda words: self._put_limit(words))
        form.column.addWidget(labelled(self.words, "Longest answer"))
        self.required = QCheckBox("It must be answered")
        name_field(self.required, self.required.text())
        self.required.clicked.connect(lambda on: self._put(required=bool(on)))
        form.column.addWidget(self.required)

    def show_question(self, question: Question) -> None:
        """Show a question."""
        own = self._desk.course.consultation is not None
        self._number = question.number
        self._own.setVisible(own)
        self.read_only.setVisible(not own)
        self.read_only.setText(breakable("\n\n".join(filter(None, _asked(question)))))
        for field, text in (
            (self.heading, question.heading),
            (self.text, question.text),
            (self.guidance, question.guidance),
        ):
            show_text(field, text)
        show_number(self.words, words_limit(question.limit))
        self.required.setChecked(question.required)

    def flush(self) -> None:
        super().flush()
        self._own.flush()

    def _put(self, **said: Any) -> bool:
        own = self._desk.course.consultation
        if own is None:
            return True
        question = replace(own.question(self._number), **said)
        course = put_question(self._desk.course, question)
        return self._desk.note(course, f"question/{self._number}/{next(iter(said))}")

    def _put_limit(self, words: int) -> None:
        own = self._desk.course.consultation
        if own is not None:
            limit = own.question(self._number).limit
            self._put(limit=with_words(limit, words))


def _words_box(act: Callable[[int], object]) -> Any:
    box = number_box(_MOST_WORDS, " words", act, _STEP)
    box.setSpecialValueText(_NO_LIMIT)
    return box


def _about(asked: Consultation | None) -> str:
    if asked is None:
        return "The call of this course is not here."
    closes = f"It closes on {day(asked.closes)}." if asked.closes else ""
    return "\n\n".join(filter(None, (asked.title, asked.body, asked.about, closes)))


def _asked(question: Question) -> tuple[str, ...]:
    words = words_limit(question.limit)
    limit = f"At most {words:,} words." if words else ""
    return f"{question.number}. {question.heading}", question.text, question.guidance, limit


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
