"""A course that is practised: one step at a time, with the buttons to go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.course import Course, Step, StepKind
from desktop.core.course_steps import BEGUN, DONE, SKIPPED, way_on, where_to_go_on
from desktop.core.learning import WorkKind
from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.courses.footer import StepFooter
from desktop.ui.courses.head import StepHead
from desktop.ui.courses.locked import LockedUnit
from desktop.ui.courses.step_view import StepView, make_view
from desktop.ui.courses.taking_in import FILES, take_in
from desktop.ui.page import Page
from desktop.ui.place import PageId, Place
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.page_column import PageColumn

if TYPE_CHECKING:
    from desktop.ui.courses.taking_home import TakingHome


class CoursePage(Page):
    """Shows the Step that ``Place.item`` names; without one the Step that was shown last, at first
    the one to go on with.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.step: Step | None = None
        self.view: StepView | None = None
        self._course: Course | None = None
        self._views: dict[StepKind, StepView] = {}
        self._home: TakingHome | None = None
        self.head = StepHead()
        self.footer = StepFooter()
        self.locked = LockedUnit(self._bring_in)
        self.column = PageColumn("Step of the course", wide=True)
        self.column.add(self.head)
        self.column.add(self.locked)
        self.column.end()
        self.empty = EmptyState(
            "No course is practised here",
            "A course opens in a workspace of its own.",
            "Choose a course",
            lambda: context.go(Place(PageId.COURSES)),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.empty, 1)
        outer.addWidget(self.column, 1)
        outer.addWidget(self.footer)
        self.footer.back.connect(lambda: self.go_to(-1))
        self.footer.skip.connect(self.skip)
        self.footer.next.connect(self.next)
        context.bridge.changed.connect(self._changed)

    # What the window calls

    def open(self, place: Place) -> None:
        self.flush()
        self._course = course = self.context.session.course
        learning = self.context.session.learning
        there = course is not None and learning is not None
        self.empty.setVisible(not there)
        self.column.setVisible(there)
        self.footer.setVisible(there)
        if course is None or learning is None:
            return
        # Who comes back from a question or the preview goes on where they were.
        wanted = place.item or (self.step.id if self.step else "")
        step = next((each for each in course.steps if each.id == wanted), None)
        step = step or where_to_go_on(course, learning)
        if step is not None:
            self._show(course, step)

    def flush(self) -> None:
        # One out of sight may have something that could not be written.
        for view in self._views.values():
            view.flush()

    def first_focus(self) -> QWidget:
        if self.view is None:
            return self.footer.next_button if self.step else self.empty.button
        wanted = self.view.first_focus()
        if wanted is not self.view:
            return wanted
        return self.footer.next_button if self.head.text.isHidden() else self.head.text

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        course, step = self._course, self.step
        if course is None or step is None:
            return {}
        actions: dict[str, Callable[[], None]] = {
            "course.skip": self.skip,
            "course.hand_in": self.hand_in,
            "course.save_all": self.save_all,
            "course.certificate": self.certificate,
        }
        if way_on(course, step, 1):
            actions["course.next"] = self.next
        if way_on(course, step, -1):
            actions["course.previous"] = lambda: self.go_to(-1)
        return {**actions, **(self.view.actions_here() if self.view else {})}

    # What the person does

    def next(self) -> None:
        """Note that the step is done and go on."""
        self._leave(DONE)

    def skip(self) -> None:
        """Note that the step was left out and go on."""
        self._leave(SKIPPED)

    def go_to(self, by: int) -> None:
        """Show the next step (1), or the one before (-1)."""
        if self._course is None or self.step is None:
            return
        step = way_on(self._course, self.step, by)
        if step is not None:
            self.context.go(Place(PageId.COURSE, "", step.id))

    def hand_in(self) -> None:
        """Save the file for the trainer."""
        from desktop.ui.courses.handing_in import hand_in

        self.flush()
        hand_in(self.context)

    def save_all(self) -> None:
        """Save all that was written as one document."""
        self.flush()
        self._taking_home().save_all()

    def certificate(self) -> None:
        """Write the certificate."""
        self.flush()
        self._taking_home().certificate()

    # Inside

    def _taking_home(self) -> TakingHome:
        # Few want it before the last step, which has buttons for it.
        from desktop.ui.courses.taking_home import TakingHome

        if self._home is None:
            self._home = TakingHome(self.context, self)
        return self._home

    def _show(self, course: Course, step: Step) -> None:
        unit = course.unit(step.unit)
        other = self.step is None or self.step.id != step.id
        self.step = step
        self.head.show_step(course, step)
        self.locked.setVisible(unit.locked)
        self.footer.show_note("")
        self.view = None if unit.locked else self._view(step.kind)
        for view in self._views.values():
            view.setVisible(view is self.view)
        if self.view is not None:
            self._note(BEGUN, unless_said=True)
            self.view.show_step(step)
        self.footer.show_place(
            first=way_on(course, step, -1) is None,
            last=way_on(course, step, 1) is None,
            locked=unit.locked,
        )
        if other:
            self.column.verticalScrollBar().setValue(0)
            self._take_keyboard()

    def _view(self, kind: StepKind) -> StepView:
        if kind not in self._views:
            view = make_view(kind, self.context, self)
            view.noted.connect(self.footer.show_note)
            self._views[kind] = view
            self.column.column.insertWidget(self.column.column.count() - 1, view)
        return self._views[kind]

    def _take_keyboard(self) -> None:
        """Begin each step where it begins, whatever had the keyboard in the one before."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, state: str) -> None:
        self.flush()
        if self._course is None or self.step is None:
            return
        if not self._course.unit(self.step.unit).locked:
            self._note(state)
        if way_on(self._course, self.step, 1) is not None:
            self.go_to(1)
        else:
            self.context.dialogs.notify("That was the last step. Everything you wrote is kept.")

    def _note(self, state: str, *, unless_said: bool = False) -> None:
        learning = self.context.session.learning
        if learning is None or self.step is None:
            return
        said = learning.state(self.step.id)
        if said == state or (unless_said and said):
            return
        # What else is kept of the step stays: how far its guide is, which hints were shown.
        work = learning.work(WorkKind.STEP, self.step.id)
        kept = {**(work.data if work else {}), "state": state}
        try:
            self.context.session.courses.set(WorkKind.STEP, self.step.id, self, **kept)
        except DesktopError as error:
            if self.context.bridge.report_failure(error):
                self.context.dialogs.show_error(error)
        else:
            if self.context.bridge.failing:
                self.context.bridge.report_saved()

    def _bring_in(self) -> None:
        """Take in a newer edition of the course, in which the trainer has opened the unit."""
        path = self.context.dialogs.open_file("Newer course file", Path.home(), FILES)
        if path is None:
            return
        take_in(self.context, path)

    def _changed(self, changes: Changes) -> None:
        if not self.isVisible() or not changes.touches(Kind.COURSE) or self.step is None:
            return
        course = self.context.session.course
        if course is not None and course is not self._course:
            # A newer edition: show the same step of it, if it has that.
            self.open(Place(PageId.COURSE, "", self.step.id))
