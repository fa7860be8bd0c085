"""The courses there are, and those that were begun."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.errors import DesktopError
from desktop.session.course_list import CourseCard
from desktop.session.practising import PracticeCard
from desktop.ui.context import Context
from desktop.ui.courses.cards import CourseRow, PracticeRow
from desktop.ui.courses.deleting import delete_for_good, if_closed
from desktop.ui.courses.practice import is_practice, is_trainer
from desktop.ui.courses.put_away_list import PutAwayList, practice_name
from desktop.ui.courses.taking_in import FILES, take_in
from desktop.ui.courses.trainers_deeds import TrainersDeeds
from desktop.ui.page import Page
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.page_column import PageColumn, titled

_IS_FOR = (
    "Learn to write a submission by writing one. A course opens in a workspace of its own, so that "
    "nothing invented comes near your real work; you can stop at any time and go on another day."
)
_ASK_NAME = (
    "Your name goes on the work that you hand in and on the certificate. It can be a first name, "
    "made up, or nothing at all.\n\nWhat should we call you?"
)
_OTHER = (
    "A course from somebody else",
    "A trainer may have given you a course as a file. It is kept in this workspace.",
    "Open a course file…",
)
_NEWER = (
    "A newer file of this course",
    "Your trainer may give you one, as to open a unit. What you have written stays. A file of "
    "another course is opened in your own workspace.",
    "Open the newer course file…",
)
_TRAINER = "Trainer mode is on. It can be turned off in Settings."


class CoursesPage(Page):
    """Where a course is begun or gone on with."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.practices: list[PracticeRow] = []
        self.courses: list[CourseRow] = []
        self.away: PutAwayList | None = None
        self._away_opened = False
        self._beginning = context.jobs.lane(self)
        self._deeds = TrainersDeeds(context, self)
        self._column: PageColumn | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        context.bridge.changed.connect(self._changed)

    def open(self, place: Place) -> None:
        self._build()

    def first_focus(self) -> QWidget:
        if self.practices:
            return self.practices[0].button
        return self.courses[0].button if self.courses else self

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        return self._deeds.actions(self._sound_courses)

    def _sound_courses(self) -> list[CourseCard]:
        """Return the courses that can be used, the one with the keyboard in it first."""
        here = self.focusWidget()
        rows = [row for row in self.courses if row.card.is_sound]
        rows.sort(key=lambda row: not (here and row.isAncestorOf(here)))
        return [row.card for row in rows]

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(Kind.COURSE):
            self._build()

    def _build(self) -> None:
        """Make the page anew: it is small, and nothing is typed on it."""
        session = self.context.session
        page = PageColumn("Courses")
        page.add(titled("Courses", _IS_FOR))
        trainer = is_trainer(session)
        self._add_practices(page, session.courses.practices())
        self._add_put_away(page, session.courses.put_away.list())
        self._add_courses(page, session.courses.list(), trainer=trainer)
        self._add_file(page)
        if trainer:
            self._add_trainer(page)
        page.end()
        old, self._column = self._column, page
        self._outer.addWidget(page)
        if old is None:
            return
        had_focus = old.isAncestorOf(QApplication.focusWidget() or self)
        scrolled = old.verticalScrollBar().value()
        old.hide()
        old.deleteLater()
        page.verticalScrollBar().setValue(scrolled)
        if had_focus:
            self.first_focus().setFocus()

    def _add_practices(self, page: PageColumn, cards: list[PracticeCard]) -> None:
        here = self.context.session.path
        self.practices = []
        if cards:
            page.add(text_label("Go on with", "heading"))
        for place, card in enumerate(cards):
            row = PracticeRow(card, first=place == 0, here=card.path == here)
            row.opened.connect(self._go_on)
            row.put_away.connect(self._put_away)
            self.practices.append(row)
            page.add(row)

    def _add_put_away(self, page: PageColumn, cards: list[PracticeCard]) -> None:
        self.away = None
        if not cards:
            return
        self.away = PutAwayList(cards, opened=self._away_opened)
        self.away.brought_back.connect(self._brought_back)
        self.away.deleted.connect(self._delete)
        self.away.folded.connect(self._keep_folded)
        page.add(self.away)

    def _add_courses(self, page: PageColumn, cards: list[CourseCard], *, trainer: bool) -> None:
        page.add(text_label("Begin a course", "heading"))
        self.courses = []
        if is_practice(self.context.session):
            # The copy that is practised here is nobody's to remove.
            cards = [replace(card, own=False) for card in cards]
        # The shortest first: whoever has never been here begins with that.
        cards = sorted(cards, key=lambda card: (card.own, card.minutes))
        for place, card in enumerate(cards):
            primary = place == 0 and not self.practices
            row = CourseRow(card, primary=primary, trainer=trainer)
            row.begun.connect(self.begin)
            row.removed.connect(self._remove)
            row.handouts.connect(self._deeds.hand_out)
            row.shown.connect(self._deeds.project)
            row.edited.connect(lambda each: self.context.go(Place(PageId.AUTHOR, "", each.id)))
            self.courses.append(row)
            page.add(row)

    def _add_file(self, page: PageColumn) -> None:
        title, said, deed = _NEWER if is_practice(self.context.session) else _OTHER
        page.add(titled(title, said, role="heading"))
        self.file_button = Button(deed, self.open_file)
        page.column.addWidget(self.file_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_trainer(self, page: PageColumn) -> None:
        page.column.addSpacing(GAP)
        page.add(titled("For trainers", _TRAINER, role="heading"))
        buttons = QWidget()
        row = FlowLayout(buttons)
        go = self.context.go
        for words, place in (
            ("Make a course…", PageId.AUTHOR),
            ("Collect learners’ work…", PageId.COLLECTED),
        ):
            row.addWidget(Button(words, lambda place=place: go(Place(place))))
        page.add(buttons)

    # What the person does

    def begin(self, card: CourseCard) -> None:
        """Ask what to call oneself, make a practice workspace and go there."""
        name = self.context.dialogs.ask_text("Begin the course", _ASK_NAME, yes="Begin")
        if name is None:
            return
        try:
            job = self.context.session.courses.beginning(card.id, name.strip())
        except DesktopError as error:
            self.context.dialogs.show_error(error)
            return
        for row in self.courses:
            row.button.setEnabled(False)
        self._beginning.run(job, self._leave_for, self._failed)

    def open_file(self) -> None:
        """Take a course file in."""
        path = self.context.dialogs.open_file("Open a course file", Path.home(), FILES)
        if path is None:
            return
        course = take_in(self.context, path)
        if course is not None and not is_practice(self.context.session):
            self.context.dialogs.notify(f"“{course.title}” is among your courses now.")

    def _go_on(self, card: PracticeCard) -> None:
        if card.path == self.context.session.path:
            self.context.go(Place(PageId.COURSE))
        else:
            self._leave_for(card.path)

    def _put_away(self, card: PracticeCard) -> None:
        """Take a practice out of the list, with a way back; nothing of it is lost."""
        away, there = self.context.session.courses.put_away, list[Path]()
        if not if_closed(self.context, card.path, lambda: there.append(away.put(card.path))):
            return
        self._build()
        words = f"“{card.title}” is put away, with everything that was written in it."
        self.context.dialogs.notify(words, "Undo", lambda: self._bring_back(there[0]))

    def _bring_back(self, there: Path) -> bool:
        away = self.context.session.courses.put_away
        done = if_closed(self.context, there, lambda: away.bring_back(there))
        self._build()
        return done

    def _brought_back(self, card: PracticeCard) -> None:
        if self._bring_back(card.path):
            self.context.dialogs.notify(f"You can go on with “{practice_name(card)}” again.")

    def _delete(self, card: PracticeCard) -> None:
        if delete_for_good(self.context, card):
            self.context.dialogs.notify(f"“{practice_name(card)}” is deleted.")
        self._build()

    def _keep_folded(self, folded: bool) -> None:
        self._away_opened = not folded

    def _leave_for(self, path: Path) -> None:
        # After the event: the window that this button stands in is about to close.
        QTimer.singleShot(0, self, lambda: self.context.open_workspace(path))

    def _failed(self, error: Exception) -> None:
        for row in self.courses:
            row.button.setEnabled(True)
        self.context.jobs.fail(error)

    def _remove(self, card: CourseCard) -> None:
        if self.context.session.courses.remove(card.id) is not None:
            self.context.dialogs.notify(f"“{card.title}” is removed. Undo brings it back.")
