"""Collecting learners' work: files in, a row for each learner, what is to be known of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.course import Course
from desktop.core.handing_in import ENDING
from desktop.errors import DesktopError
from desktop.session.course_collecting import Row
from desktop.session.course_gathering import Gathered
from desktop.session.course_sent import Sent
from desktop.ui.commenting.sending_back import SendingBack
from desktop.ui.context import Context
from desktop.ui.form import name_field
from desktop.ui.imports.dropping import Dropping
from desktop.ui.models.collected_rows import View, columns, detail_words, summary_words
from desktop.ui.pages.collected_courses import CourseChoice, GoneCourse
from desktop.ui.pages.collected_gathering import Gathering, newest_course
from desktop.ui.pages.collected_lines import Lines
from desktop.ui.pages.collected_table import CollectedTable
from desktop.ui.pages.export_folder import export_folder
from desktop.ui.spacing import GAP
from desktop.ui.taking_back import notify_with_undo
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import page_head
from desktop.ui.widgets.labels import breakable, set_text, text_label
from desktop.ui.widgets.page_column import PageColumn
from desktop.ui.widgets.tab_strip import TabStrip

_WHAT_FOR = (
    "Learners save their work as a file and give it to you. Drop the files, or a folder with them, "
    "anywhere on this page."
)
_EMPTY = (
    "At the end of a course each learner saves a small file with what they wrote and the name that "
    "they typed, nothing else about them. Bring the files in to see all of it as a table, read one "
    "after another, comment, and send your comments back."
)
_DROP_NOW = "Let go to collect them."
_FILES = f"Learners’ work (*{ENDING});;All files (*)"
_FOLDER, _COURSE = "collected.folder", "collected.course"
_RENAMING = (
    "You see this name here and in the names of the files that you save. What the learner typed "
    "stays in their work.\n\nThe learner’s name (nothing = as they typed it)"
)
_COLUMNS = "At each criterion: the learner’s own level · the peer’s · yours."
_VIEWS = tuple(View)


class CollectedDesk(QWidget):
    """``opened(str)``: read the work of this id."""

    opened = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._teaching = context.session.courses.teaching
        self._here = ""
        self._course: Course | None = None
        self._look_again = False
        self.lines = Lines()
        self.gathering = Gathering(context, self)
        self.sending = SendingBack(context, self)
        self.files_button = Button("Add files…", self.add_files, look="primary")
        self.folder_button = Button("Add a folder…", self.add_folder)
        self.what_for = text_label(_WHAT_FOR, "muted")
        self.courses = CourseChoice(context)
        self.gone = GoneCourse(context)
        self.views = TabStrip([view.value for view in _VIEWS])
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.progress_words = text_label()
        self.stop_button = Button("Stop", self._stop, name="Stop this work")
        self.said = text_label("", "muted")
        self.table = CollectedTable()
        self.detail = text_label()
        self.read_button = Button("Read and comment", self.read, look="primary")
        self.send_button = Button("Send all comments back…", self.send_all)
        self.rename_button = Button("Rename…", self.rename)
        self.remove_button = Button("Remove", self.remove)
        self.empty = EmptyState("Nobody’s work yet", _EMPTY, "Add files…", self.add_files)
        self._build()
        self._listen()

    # What the page asks

    def show_course(self, course: str) -> None:
        """Show what was collected of a course ("" = the one looked at last). Of one that is not
        here, that is said, with what can be done about it.
        """
        kept = self._teaching.collected()
        known = {work.course for work in kept}
        before = str(self._context.session.setting(_COURSE, ""))
        course = course or (before if before in known else newest_course(kept))
        if self._course is None or self._course.id != course:
            self._course = self._read(course)
            if self._course is None and course not in known:
                # Nothing is here of it, neither itself nor any work.
                course = newest_course(kept)
                self._course = self._read(course)
        if course not in ("", self._here):
            self._context.session.set_setting(_COURSE, course)
        self._here = course
        self.courses.offer(known, course)
        self._sync()

    def _read(self, course: str) -> Course | None:
        try:
            return self._teaching.course(course) if course else None
        except DesktopError:
            return None

    def first_focus(self) -> QWidget:
        """Return what should have the keyboard."""
        shown = self.stack.currentWidget()
        if shown is self.gone:
            return self.gone.open_button
        return self.empty.button if shown is self.empty else self.table

    def ids(self) -> list[str]:
        """Return whose work is in the table, in its order."""
        return [line.id for line in self.table.shown.lines() if line.row is not None]

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        """Return what can be done here for the window's commands."""
        return {"work.files": self.add_files, "work.folder": self.add_folder}

    # What can be done

    def add_files(self) -> None:
        """Ask for files and collect them."""
        self.collect(self._context.dialogs.open_files("Add learners’ work", self._folder(), _FILES))

    def add_folder(self) -> None:
        """Ask for a folder and collect what is in it."""
        folder = self._context.dialogs.open_folder("Add a folder", self._folder())
        self.collect([folder] if folder else [])

    def collect(self, paths: Sequence[Path]) -> None:
        """Collect files and folders."""
        if paths:
            self._context.session.set_setting(_FOLDER, str(paths[0].parent))
            self.gathering.collect(paths)
            self._moved("Reading", 0, 0)

    def read(self) -> None:
        """Read the chosen learner's work."""
        chosen = [line for line in self.table.chosen_lines() if line.row is not None]
        if chosen:
            self.opened.emit(chosen[0].id)

    def rename(self) -> None:
        """List the chosen learner under another name."""
        chosen = [line for line in self.table.chosen_lines() if line.row is not None]
        if len(chosen) != 1:
            return
        called = self._context.dialogs.ask_text(
            "Rename a learner", _RENAMING, chosen[0].name, yes="Rename"
        )
        if called is None:
            return
        try:
            self._teaching.rename(chosen[0].id, called, self)
        except DesktopError as error:
            self._context.dialogs.show_error(error)
        self._sync()
        self.table.choose(chosen[0].id)

    def send_all(self) -> None:
        """Save the comments of all learners into a folder; where all of them were taken back, the
        learner is to have that.
        """
        rows = (line.row for line in self.table.shown.lines())
        commented = [
            row.id
            for row in rows
            if row and (row.comments or self.lines.is_marked(row) or row.sent is Sent.CHANGED)
        ]
        if commented:
            self.sending.save_all(commented)
            self._chosen()
        else:
            self._context.dialogs.notify("There is no comment yet. Read somebody’s work first.")

    def remove(self) -> None:
        """Remove the chosen ones: work with its comments, and files that were not taken."""
        chosen = self.table.chosen_lines()
        self.lines.drop([line.id for line in chosen if line.row is None])
        works = [line.id for line in chosen if line.row is not None]
        if works:
            self._forget(works)
        self._sync()

    def _forget(self, works: Sequence[str]) -> None:
        try:
            self._teaching.forget(*works, origin=self)
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return
        notify_with_undo(self._context, "Removed, with your comments on it.")

    def _stop(self) -> None:
        self._look_again = False
        self.gathering.stop()
        self.sending.stop()

    # Showing

    def _sync(self) -> None:
        """Show what is kept of the course, and look at what was not looked at yet."""
        course = self._course
        kept = self._teaching.collected(self._here) if self._here else []
        self.lines.keep(self._here, kept)
        if course is not None:
            self.lines.say(self._teaching.said_since(course, self.lines.rows()))
            # What is being looked at may not be all that is missing: see when that has ended.
            self._look_again = bool(self.lines.missing()) and self.gathering.running
            if self.lines.missing() and not self.gathering.running:
                self.gathering.look(course.id)
        self.gone.say(self._here, kept)
        self._settle()

    def _gathered(self, gathered: Gathered) -> None:
        self.lines.note(gathered)
        found = {work.course for work in gathered.works}
        if found and (self._course is None or self._course.id not in found):
            self._course = None
            self.show_course(min(found))
        elif self._course is not None:
            self.courses.offer({work.course for work in self._teaching.collected()}, self._here)
            self.lines.keep(self._course.id, self._teaching.collected(self._course.id))
            if found:
                enough = self.lines.missing() <= frozenset(gathered.ids)
                self.gathering.look(self._course.id, gathered if enough else None)
        if gathered.replaced:
            notify_with_undo(self._context, _said_of(gathered))
        else:
            self._context.dialogs.notify(_said_of(gathered))
        self._settle()

    def _looked(self, course: str, rows: tuple[Row, ...]) -> None:
        if self._course is not None and self._course.id == course:
            self.lines.look(rows)
            self._settle()

    def _moved(self, what: str, done: int, all_: int) -> None:
        self.waiting.show()
        self.progress_words.show()
        self.bar.setRange(0, all_)
        self.bar.setValue(done)
        words = f"{what} {done:,} of {all_:,}" if all_ else f"{what}…"
        self.progress_words.setText(words)
        name_field(self.bar, "Progress", words)

    def _ended(self) -> None:
        if not (self.gathering.running or self.sending.running):
            self.waiting.hide()
            self.progress_words.hide()
        if self._look_again:
            self._look_again = False
            self._sync()
        else:
            self._settle()

    def _settle(self) -> None:
        """Let everything follow what is known."""
        lines = self.lines.all()
        cells = columns(_VIEWS[self.views.current], self._course, lines)
        self.table.show_lines(lines, cells)
        full = bool(lines) or self.gathering.running
        shown = self.full if full else self.empty
        if self._here and self._course is None:
            shown = self.gone
        if self.stack.currentWidget() is not shown:
            had_focus = self.stack.isAncestorOf(self.focusWidget() or self)
            self.stack.setCurrentWidget(shown)
            if had_focus:
                self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        rubric = _VIEWS[self.views.current] is View.RUBRIC
        self.said.setText(f"{summary_words(lines)} {_COLUMNS if rubric else ''}".rstrip())
        self._chosen()

    def _chosen(self) -> None:
        chosen = self.table.chosen_lines()
        words = detail_words(chosen[0], self._course) if len(chosen) == 1 else ""
        set_text(self.detail, breakable(words))
        self.read_button.setEnabled(len(chosen) == 1 and chosen[0].row is not None)
        self.rename_button.setEnabled(self.read_button.isEnabled())
        self.remove_button.setEnabled(bool(chosen))
        self.send_button.setEnabled(bool(self.lines.rows()) and not self.sending.running)

    def _remove_all(self) -> None:
        self._forget([work.id for work in self._teaching.collected(self._here)])
        self.show_course("")

    def _hear(self, changes: Changes) -> None:
        others = changes.origin not in (self, self.gathering)
        if not changes.touches(Kind.COURSE) or not others:
            return
        # The course itself may be another now.
        self._course = None
        if self.isVisible():
            self.show_course(self._here)

    def _folder(self) -> Path:
        kept = str(self._context.session.setting(_FOLDER, ""))
        return Path(kept) if kept else export_folder(self._context.session)

    def _listen(self) -> None:
        self.gathering.moved.connect(self._moved)
        self.gathering.ended.connect(self._ended)
        self.sending.moved.connect(self._moved)
        self.sending.ended.connect(self._ended)
        self.gathering.gathered.connect(self._gathered)
        self.gathering.looked.connect(self._looked)
        self.courses.wanted.connect(self.show_course)
        self.gone.came.connect(lambda: self.show_course(self._here))
        self.gone.unwanted.connect(self._remove_all)
        self.views.changed.connect(lambda _: self._settle())
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self.read)
        self.table.dropped_off.connect(self.remove)
        self.table.renaming.connect(self.rename)
        self._context.bridge.changed.connect(self._hear)
        self._context.bridge.closing.connect(self._stop)
        dropping = Dropping(self, self.collect)
        dropping.hovering.connect(
            lambda over: self.what_for.setText(_DROP_NOW if over else _WHAT_FOR)
        )

    def _build(self) -> None:
        self.waiting = QWidget()
        waiting = FlowLayout(self.waiting)
        for widget in (self.bar, self.stop_button):
            waiting.addWidget(widget)
        self.waiting.hide()
        self.progress_words.hide()
        self.full = QWidget()
        column = QVBoxLayout(self.full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.views)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        buttons = FlowLayout()
        for button in (
            self.read_button,
            self.send_button,
            self.rename_button,
            self.remove_button,
        ):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.full)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.gone)
        scrolled = PageColumn("Learners’ work", wide=True)
        scrolled.column.setSpacing(GAP)
        title = text_label("Learners’ work", "title")
        scrolled.add(page_head(title, self.folder_button, self.files_button))
        scrolled.add(self.what_for)
        scrolled.add(self.progress_words)
        scrolled.add(self.waiting)
        scrolled.column.addWidget(self.courses, 0, Qt.AlignmentFlag.AlignLeft)
        scrolled.column.addWidget(self.stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled)


def _said_of(gathered: Gathered) -> str:
    """Return how the collecting went: "12 new, 1 here already, 2 not taken."."""
    here = sum("already, word" in note.says for note in gathered.notes)
    older = sum("already, and newer" in note.says for note in gathered.notes)
    counts = (
        (len(gathered.works) - len(gathered.replaced), "new"),
        (len(gathered.replaced), "in place of older work"),
        (here, "here already"),
        (older, "older than what is here"),
        (len(gathered.refused), "not taken"),
    )
    said = ", ".join(f"{count:,} {words}" for count, words in counts if count)
    return f"{said}." if said else "There is no learner’s work in it."
