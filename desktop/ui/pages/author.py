"""Where a trainer makes a course: what it is about, its units, model answers, exercises, switches,
and what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.course_writing import typed
from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.courses.author.begin_view import BeginView
from desktop.ui.courses.author.checking_view import CheckingView
from desktop.ui.courses.author.course_parts import CourseParts
from desktop.ui.courses.author.desk import Desk
from desktop.ui.courses.course_file import save_course
from desktop.ui.courses.deleting import drop_previews
from desktop.ui.page import Page
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, text_label

_LEAST_LINES = 24


class AuthorPage(Page):
    """``Place.item`` is the course to go on with; without one, what a course can be made of."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.desk = Desk(context, self)
        self.begin = BeginView(context)
        self.begin.wanted.connect(lambda course: context.go(Place(PageId.AUTHOR, item=course)))
        self.title = text_label("", "title")
        self.tabs = CourseParts(self._make)
        self.tabs.changed.connect(lambda _: self._tab_changed())
        self._lane = context.jobs.lane(self)
        self._build()
        self.desk.changed.connect(self._show_title)
        self.desk.noted.connect(self._show_title)
        self.desk.gone.connect(self._begin_anew)

    def open(self, place: Place) -> None:
        if not place.item or self.begin.is_shipped(place.item):
            # One that came with the program stays as it is: what can be had is a version of it.
            self._begin_anew()
            self.begin.point_at(place.item)
            return
        other = not self.desk.is_open or self.desk.course.id != place.item
        if other:
            self.desk.open(place.item)
            self.tabs.refresh()
            self.tabs.show_part("about")
        self._show_title()
        self._stack.setCurrentWidget(self._roll)
        if other:
            self.tabs.first_tab().setFocus()

    def flush(self) -> None:
        if self.desk.is_open:
            self.tabs.flush()

    def first_focus(self) -> QWidget:
        if not self.desk.is_open:
            return self.begin.first_focus()
        return self.tabs.first_tab()

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        if not self.desk.is_open:
            return {}
        return {
            "course.preview": self.preview,
            "course.handouts": self.hand_out,
            "course.project": self.project,
            "course.save": self.save_file,
        }

    def show_problem(self, table: str, id_: str) -> None:
        """Show the part of the course that something is wrong with."""
        self.tabs.go(table, id_)
        self.tabs.first_tab().setFocus()

    def preview(self) -> None:
        """Make a practice workspace of the course as it is and open it, as a learner would; it
        takes the place of the preview before.
        """
        self.flush()
        try:
            job = self.context.session.courses.beginning(self.desk.course.id, preview=True)
        except DesktopError as error:
            self.tabs.show_part("check")
            self.context.dialogs.show_error(error)
            return
        self.preview_button.setEnabled(False)
        self._lane.run(job, self._open_preview, self._no_preview)

    def save_file(self) -> None:
        """Write the course as a file, to hand it on."""
        self.flush()
        save_course(self.context, self.desk.course.id)

    def hand_out(self) -> None:
        """Choose handouts and where to write them."""
        from desktop.ui.courses.handouts import offer_handouts

        self.flush()
        offer_handouts(self.context, self.desk.course, self)

    def project(self) -> None:
        """Choose what to show on a projector."""
        from desktop.ui.courses.projector_choice import offer_projector

        self.flush()
        offer_projector(self.context, self.desk.course, self)

    def _build(self) -> None:
        self.preview_button = Button("Preview as a learner", self.preview)
        self.save_button = Button("Save as a file…", self.save_file)
        self.handouts_button = Button("Handouts…", self.hand_out)
        self.projector_button = Button("Show on a projector…", self.project)
        self.all_button = Button(
            "All courses", lambda: self.context.go(Place(PageId.AUTHOR)), look="link"
        )
        row = FlowLayout()
        for button in (
            self.preview_button,
            self.handouts_button,
            self.projector_button,
            self.save_button,
            self.all_button,
        ):
            row.addWidget(button)
        head = QVBoxLayout()
        head.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, 0)
        head.setSpacing(GAP)
        head.addWidget(self.title)
        head.addLayout(row)
        self._desk_pane = QWidget()
        column = QVBoxLayout(self._desk_pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        self.tabs.strip.setContentsMargins(GAP_LARGE, 0, GAP_LARGE, 0)
        column.addWidget(self.tabs, 1)
        # With large letters in a small window there is no room for all of it: then it scrolls.
        self._roll = QScrollArea()
        self._roll.setWidgetResizable(True)
        self._roll.setFrameShape(QFrame.Shape.NoFrame)
        self._roll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._roll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._desk_pane.setProperty("scrolled", True)
        self._roll.setWidget(self._desk_pane)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.begin)
        self._stack.addWidget(self._roll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._leave_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._leave_room()

    def _leave_room(self) -> None:
        if hasattr(self, "_stack"):
            self.tabs.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)

    def _begin_anew(self) -> None:
        self.desk.close()
        self.begin.refresh()
        self._stack.setCurrentWidget(self.begin)

    def _show_title(self) -> None:
        if self.desk.is_open:
            self.title.setText(breakable(typed(self.desk.course.title)) or "A course")

    def _make(self, part: type[Any]) -> Any:
        view = part(self.context, self.desk)
        if isinstance(view, CheckingView):
            view.wanted.connect(self.show_problem)
        return view

    def _tab_changed(self) -> None:
        self.flush()
        # What was typed elsewhere may stand here too: a title, minutes, a criterion.
        self.tabs.part(self.tabs.name).refresh()

    def _open_preview(self, path: Path) -> None:
        self.preview_button.setEnabled(True)
        drop_previews(self.context.session, but=path)
        # After the lane is done with: the window that opens now closes this one.
        QTimer.singleShot(0, self, lambda: self.context.open_workspace(path))

    def _no_preview(self, error: Exception) -> None:
        self.preview_button.setEnabled(True)
        if isinstance(error, DesktopError):
            self.context.dialogs.show_error(error)
        else:
            self.context.jobs.fail(error)
