"""What a course says of itself, who answers in it, and the lists that go with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.core.course_writing import typed
from desktop.ui.context import Context
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.author.fields import (
    Form,
    as_lines,
    from_lines,
    number_box,
    show_number,
    show_text,
)
from desktop.ui.form import labelled, name_field
from desktop.ui.models.words import counted
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.page_column import PageColumn, titled
from desktop.ui.widgets.saved_field import SavedField

_TEXTS = (
    ("title", "Title", "", 0),
    ("author", "Who made it", "", 0),
    ("about", "What it is and whom it is for", "Two or three sentences.", 3),
)
_LISTS = (
    ("aims", "What learners can do afterwards", "One to a line.", 3),
    ("checklist", "Checklist before handing in", "One to a line. It is a handout as well.", 4),
    ("peer", "What a peer writes down", "Beginnings of sentences, one to a line.", 3),
    ("hearing", "Questions a member may ask", "Beside those made from the draft.", 4),
    ("comments", "Your bank of comments to begin with", "One to a line.", 4),
)
_OF_ORGANISATION = (
    ("name", "Name of the organisation", "", 0),
    ("speaks_for", "Whom it speaks for", "", 0),
    ("reach", "How many people it reaches, and where", "", 0),
    ("about", "About it, in the words of a submission", "", 3),
)
_INVENTED = "Bodies, people and figures in it are invented"
_INVENTED_HELP = "It is printed on the handouts. Invent them, or leave this open and ask people."
_LAST_EDITION = 9999
_EDITION_HELP = (
    "Learners’ work says which it was written in. It is raised by itself when a course changes "
    "that was given out, as a file or as handouts."
)


class AboutView(PageColumn):
    """One form for all of it."""

    def __init__(self, context: Context, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("About the course", parent=parent)
        self._desk = desk
        self.form = Form(context)
        self.fields: dict[str, SavedField] = {}
        self.practised = text_label("", "muted")
        self.example = QCheckBox(_INVENTED)
        name_field(self.example, _INVENTED, _INVENTED_HELP)
        self.example.clicked.connect(lambda on: self._put("example", bool(on)))
        self.form.column.addWidget(self.practised)
        for key, label, help_text, high in _TEXTS:
            self._field(key, label, help_text, high, lambda text, key=key: self._put(key, text))
        for key, label, help_text, high in _LISTS[:1]:
            self._list(key, label, help_text, high)
        self.edition = number_box(_LAST_EDITION, "", lambda n: self._put("version", n), least=1)
        self.form.column.addWidget(labelled(self.edition, "Edition", _EDITION_HELP))
        self.form.column.addWidget(self.example)
        self.form.column.addWidget(text_label(_INVENTED_HELP, "muted"))
        said = "Its contact stays out of a course; the name should not be a real one by mistake."
        self.form.column.addLayout(titled("Who answers in it", said, "heading"))
        for key, label, help_text, high in _OF_ORGANISATION:
            name = f"organisation.{key}"
            self._field(name, label, help_text, high, lambda t, key=key: self._put_body(key, t))
        self.form.column.addLayout(titled("Lists", "", "heading"))
        for key, label, help_text, high in _LISTS[1:]:
            self._list(key, label, help_text, high)
        self.add(self.form)
        self.end()
        desk.changed.connect(self.refresh)
        desk.noted.connect(self._show_edition)

    def refresh(self) -> None:
        """Show the course as it is."""
        if not self._desk.is_open:
            return
        course, asked = self._desk.course, self._desk.consultation
        title = typed(asked.title) if asked else ""
        on = f"Practised on “{title}”" if title else "Practised on a call that has no title yet"
        on = on if asked else "Its consultation is not here"
        questions = f", {counted(len(asked.questions), 'question')}" if asked else ""
        self.practised.setText(f"{on}{questions}. {counted(course.minutes, 'minute')} in all.")
        for key, *_ in _TEXTS:
            show_text(self.fields[key], getattr(course, key))
        for key, *_ in _LISTS:
            show_text(self.fields[key], as_lines(getattr(course, key)))
        for key, *_ in _OF_ORGANISATION:
            name = f"organisation.{key}"
            show_text(self.fields[name], getattr(course.organisation, key))
        self.example.setChecked(course.example)
        self._show_edition()

    def _show_edition(self) -> None:
        """Show the edition: a change of anything may begin the next one."""
        if self._desk.is_open:
            show_number(self.edition, self._desk.course.version)

    def flush(self) -> None:
        """Save what is typed and not saved."""
        self.form.flush()

    def _field(self, key: str, label: str, help_text: str, high: int, save: Any) -> None:
        if high:
            self.fields[key] = self.form.lines(label, save, help_text, high)
        else:
            self.fields[key] = self.form.line(label, save, help_text)

    def _list(self, key: str, label: str, help_text: str, high: int) -> None:
        self._field(key, label, help_text, high, lambda text: self._put(key, from_lines(text)))

    def _put(self, key: str, value: Any) -> bool:
        return self._desk.note(replace(self._desk.course, **{key: value}), key)

    def _put_body(self, key: str, value: str) -> bool:
        body = replace(self._desk.course.organisation, **{key: value})
        return self._desk.note(replace(self._desk.course, organisation=body), f"organisation.{key}")
