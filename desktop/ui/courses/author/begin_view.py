"""What a course can be made of: a finished response, a course that is there, a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.consultation import Consultation
from desktop.core.course import Course
from desktop.core.course_writing import copy_of
from desktop.core.shortening import shortened
from desktop.errors import DesktopError
from desktop.session.cards import ResponseCard
from desktop.session.course_list import CourseCard
from desktop.ui.context import Context
from desktop.ui.courses.author.problem_list import ProblemList
from desktop.ui.models.words import counted
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, set_text, text_label
from desktop.ui.widgets.page_column import PageColumn, titled

_WHAT_FOR = (
    "A course is best made from a consultation and a response that answers it: the answers become "
    "model answers, and you add notes, exercises and timings. Learners work in the program itself."
)
_NO_RESPONSE = (
    "There is no response in this workspace yet. Write one as you would for yourself: a finished "
    "answer is the best example to teach from."
)
_INVENT = (
    "You write down who asks and what, then the papers of an invented organisation, then model "
    "answers."
)
_NOTHING = "nothing"
_MOST_TOLD = 240  # characters
_NEW_TITLE = "A new course"
_FILTER = "Courses (*.toml)"


class BeginView(PageColumn):
    """``wanted(str)`` asks for a course to be taken up."""

    wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Make a course", parent=parent)
        self._context = context
        self.file_button = Button("Bring in a course file…", self.bring_in)
        self.problems = ProblemList()
        self.buttons: dict[str, Button] = {}
        self._first = ""
        self.add(titled("Make a course", _WHAT_FOR))
        self._parts: dict[str, tuple[QVBoxLayout, QWidget]] = {}
        for part, words in (
            ("own", "Your courses"),
            ("responses", "From a response"),
            ("calls", "From a consultation that nobody has answered here"),
            ("shipped", "From a course that came with Consultee"),
            ("nothing", "From nothing"),
        ):
            self._add_part(part, words)
        self._add_card("nothing", self._nothing_card())
        self.none = text_label(_NO_RESPONSE, "muted")
        self._parts["responses"][0].addWidget(self.none)
        column = titled("From a file", "A course travels as one file.", "heading")
        row = FlowLayout()
        row.addWidget(self.file_button)
        column.addLayout(row)
        column.addWidget(self.problems)
        self.add(column)
        self.end()

    def refresh(self) -> None:
        """Show what there is now."""
        for part, (layout, _) in self._parts.items():
            if part != _NOTHING:
                _empty(layout)
        self.buttons = {_NOTHING: self.buttons[_NOTHING]}
        session = self._context.session
        cards = session.courses.list()
        responses = session.responses()
        for card in cards:
            self._add_card("own" if card.own else "shipped", self._course_card(card))
        for response in responses:
            self._add_card("responses", self._response_card(response))
        answered = {response.response.consultation for response in responses}
        calls = [each for each in session.consultations() if each.id not in answered]
        for call in calls:
            self._add_card("calls", self._call_card(call))
        self._parts["calls"][1].setVisible(bool(calls))
        set_text(self.none, "" if responses else _NO_RESPONSE)
        self._parts["own"][1].setVisible(any(card.own for card in cards))
        self._parts["shipped"][1].setVisible(not all(card.own for card in cards))

    def first_focus(self) -> QWidget:
        """Return what to press first: what was pointed at, or the first of all."""
        others = (button for key, button in self.buttons.items() if key != _NOTHING)
        first = next(others, self.buttons[_NOTHING])
        return self.buttons.get(self._first, first)

    def is_shipped(self, course: str) -> bool:
        """Tell whether a course came with the program and is nobody's own."""
        cards = self._context.session.courses.list()
        return any(card.id == course and not card.own for card in cards)

    def point_at(self, course: str) -> None:
        """Give a course the keyboard, and bring it into view ("" = the first of all)."""
        self._first = course
        if course in self.buttons:
            self.buttons[course].setFocus()
            self.ensureWidgetVisible(self.buttons[course])

    def bring_in(self) -> None:
        """Ask for the file of a course and take it in, or say what is wrong with it."""
        folder = self._context.session.path.parent
        path = self._context.dialogs.open_file("Bring in a course file", folder, _FILTER)
        if path is None:
            return
        self.problems.clear()
        try:
            course = self._context.session.courses.import_course(path)
        except DesktopError as error:
            found = getattr(error, "problems", ())
            if found:
                self.problems.show_problems(found, f"“{path.name}” was not brought in")
            else:
                self._context.dialogs.show_error(error)
            return
        self.wanted.emit(course.id)

    def _add_part(self, part: str, words: str) -> None:
        holder = QWidget()
        column = titled(words, "", "heading")
        column.setContentsMargins(0, 0, 0, 0)
        cards = QVBoxLayout()
        cards.setSpacing(GAP)
        column.addLayout(cards)
        holder.setLayout(column)
        self._parts[part] = cards, holder
        self.add(holder)

    def _add_card(self, part: str, card: QWidget) -> None:
        self._parts[part][0].addWidget(card)

    def _course_card(self, card: CourseCard) -> QWidget:
        if not card.own:
            act = ("Make our own version", lambda: self._copy(card.id))
            return self._card(card.id, card.title, _told(card), (act,))
        remove = ("Remove", lambda: self._remove(card))
        go_on = ("Go on", lambda: self.wanted.emit(card.id))
        return self._card(card.id, card.title, _told(card), (go_on, remove))

    def _response_card(self, card: ResponseCard) -> QWidget:
        answered = card.progress.ready + card.progress.drafting
        told = (
            f"{card.organisation.name or 'No organisation yet'}. "
            f"{answered} of {counted(card.progress.total, 'question')} answered, "
            f"{counted(card.words, 'word')}."
        )
        act = ("Make a course of it", lambda: self._draw(card))
        return self._card(card.response.id, card.consultation.title, told, (act,))

    def _call_card(self, call: Consultation) -> QWidget:
        told = f"{call.body}. {counted(len(call.questions), 'question')}."
        act = ("Make a course on it", lambda: self._draw_call(call))
        return self._card(call.id, call.title, told, (act,))

    def _nothing_card(self) -> QWidget:
        act = ("Invent a call", self._invent)
        return self._card(_NOTHING, "A call of your own", _INVENT, (act,))

    def _card(
        self, key: str, title: str, told: str, acts: tuple[tuple[str, Callable[[], object]], ...]
    ) -> QWidget:
        card = QFrame()
        card.setProperty("card", True)
        column = card_column(card)
        column.addWidget(text_label(breakable(title), "strong"))
        column.addWidget(text_label(told, "muted"))
        row = FlowLayout()
        for place, (words, act) in enumerate(acts):
            button = Button(words, act, look="link" if place else "", name=f"{words}: {title}")
            row.addWidget(button)
            if not place:
                self.buttons[key] = button
        column.addLayout(row)
        return card

    def _draw(self, card: ResponseCard) -> None:
        session = self._context.session
        self._keep(session.courses.drawn(session.draft(card.response.id)))

    def _draw_call(self, call: Consultation) -> None:
        self._keep(self._context.session.courses.drawn_from_call(call.id))

    def _invent(self) -> None:
        self._keep(self._context.session.courses.invented(_NEW_TITLE))

    def _copy(self, shipped: str) -> None:
        courses = self._context.session.courses
        taken = {card.id for card in courses.list(removed=True)}
        self._keep(copy_of(courses.read(shipped), taken))

    def _keep(self, made: Course) -> None:
        """Keep a new course and take it up, or say why it cannot be kept."""
        try:
            self._context.session.courses.save(made, self)
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return
        self.wanted.emit(made.id)

    def _remove(self, card: CourseCard) -> None:
        if not self._context.dialogs.confirm(
            f"Remove “{card.title}”?",
            "The course goes from this workspace. Practice workspaces and learners’ work that was "
            "collected stay. Undo brings the course back.",
            "Remove",
            risky=True,
        ):
            return
        self._context.session.courses.remove(card.id, self)
        self.refresh()
        self.first_focus().setFocus()


def _told(card: CourseCard) -> str:
    if not card.version:
        return "This version of Consultee cannot read it."
    return shortened(f"{counted(card.minutes, 'minute')}. {card.about}", _MOST_TOLD)


def _empty(layout: QVBoxLayout) -> None:
    for place in reversed(range(layout.count())):
        item = layout.itemAt(place)
        widget = item.widget() if item else None
        if isinstance(widget, QFrame) and widget.property("card"):
            layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
