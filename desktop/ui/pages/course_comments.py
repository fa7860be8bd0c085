"""What a trainer said of the learner's words, beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.learning import Column, Learning, WorkKind, dealt_item
from desktop.core.sending_comments import ENDING
from desktop.errors import DesktopError
from desktop.session.travelling_files import Opened
from desktop.session.written_parts import written_parts
from desktop.ui.commenting.rising_head import RisingHead
from desktop.ui.commenting.rubric_columns import RubricColumns
from desktop.ui.commenting.script_column import ScriptColumn
from desktop.ui.context import Context
from desktop.ui.debounce import Debounce
from desktop.ui.imports.dropping import Dropping
from desktop.ui.models.words import counted
from desktop.ui.page import Page
from desktop.ui.pages.export_folder import FOLDER, export_folder
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.folding import page_head
from desktop.ui.widgets.labels import breakable, text_label

_TITLE = "Comments on your work"
_FILES = f"Comments from your trainer (*{ENDING});;All files (*)"
_EMPTY = (
    "Save your work for the trainer at the end of the course. What comes back is a file; open it "
    "here, and the comments stand beside your own words."
)
_HOW = "Select a number to see the words that it is about. Your answers are yours to change."
_QUIET_MS = 150


class CommentsPage(Page):
    """Shows the comments that came back, in a practice workspace."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._soon = Debounce(_QUIET_MS, self._load, self)
        self.title = text_label(_TITLE, "title")
        self.said = text_label("", "muted")
        self.open_button = Button("Open comments…", self.open_file, look="primary")
        self.next_button = Button("Next comment", lambda: self.step(1))
        self.previous_button = Button("Previous comment", lambda: self.step(-1))
        self.script = ScriptColumn("Your work with comments", changeable=False)
        self.hide_box = QCheckBox("Hide what is dealt with")
        self.rubric = RubricColumns()
        self.empty = EmptyState("No comments yet", _EMPTY, "Open comments…", self.open_file)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.script)
        self.stack.addWidget(self.empty)
        self._notes: tuple[str, ...] = ()
        self._build()
        self.script.go.connect(self._go)
        self.script.ticked.connect(self._deal_with)
        self.hide_box.clicked.connect(lambda: self._show_comments())
        context.bridge.changed.connect(self._hear)
        Dropping(self, self._take_first)

    def open(self, place: Place) -> None:
        self._load()

    def flush(self) -> None:
        self._soon.cancel()

    def first_focus(self) -> QWidget:
        if self.stack.currentWidget() is self.empty:
            return self.empty.button
        return self.next_button if self.next_button.isEnabled() else self.open_button

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        actions = {"comments.open": self.open_file}
        if self.next_button.isEnabled():
            actions["comments.next"] = lambda: self.step(1)
            actions["comments.previous"] = lambda: self.step(-1)
        return actions

    def open_file(self) -> None:
        """Ask for a trainer's file and show what it says."""
        folder = export_folder(self.context.session)
        path = self.context.dialogs.open_file("Open comments", folder, _FILES)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Show what a trainer's file says; what was there before gives way."""
        try:
            came = self.context.session.courses.open_comments(path, self)
        except DesktopError as error:
            self.context.dialogs.show_error(error)
            return
        self.context.session.set_setting(FOLDER, str(path.parent))
        self._notes = came.notes
        self._load()
        self.context.dialogs.notify(_came_words(came))
        self.first_focus().setFocus()

    def step(self, by: int) -> None:
        """Show the next comment, or the one before."""
        ids = [numbered.id for numbered in self.script.shown]
        here = ids.index(self.script.looked_at) if self.script.looked_at in ids else None
        if ids:
            ahead = 0 if by > 0 else len(ids) - 1
            self.script.go_to_comment(ids[ahead if here is None else (here + by) % len(ids)])

    def _take_first(self, paths: Sequence[Path]) -> None:
        self.take(paths[0])

    def _load(self) -> None:
        session = self.context.session
        course, learning = session.course, session.learning
        if course is None or learning is None:
            self._show_empty()
            return
        comments = session.courses.comments()
        marked = _marked(learning)
        if not comments and not marked:
            self._show_empty()
            return
        draft = session.courses.practice_draft()
        self.script.show_parts(written_parts(course, draft, learning))
        self.rubric.show_rubric(course, learning)
        self.rubric.setVisible(marked)
        self._show_comments()
        self.said.show()
        self.stack.setCurrentWidget(self.script)
        self._rising.settle()

    def _show_comments(self) -> None:
        """Show the comments beside the words that are there, and say how many there are."""
        session = self.context.session
        comments, learning = session.courses.comments(), session.learning
        if learning is None:
            return
        dealt = {each.id for each in comments if learning.has_dealt_with(each)}
        self.hide_box.setVisible(bool(dealt))
        self.script.show_comments(comments, dealt, without=self.hide_box.isChecked())
        for button in (self.next_button, self.previous_button):
            button.setEnabled(bool(self.script.shown))
        moved = sum(numbered.located.moved for numbered in self.script.numbered)
        by = sorted({comment.author for comment in comments} - {""})
        said = _said(len(comments), moved, by, self._notes, dealt=len(dealt))
        self.said.setText(breakable(said))

    def _deal_with(self, id_: str, dealt: bool) -> None:
        """Note that a comment was dealt with, or was not after all."""
        courses = self.context.session.courses
        comment = next(each for each in courses.comments() if each.id == id_)
        try:
            said = {"text": comment.text} if dealt else {}
            courses.set(WorkKind.DEALT, dealt_item(id_), self, **said)
        except DesktopError as error:
            self.context.dialogs.show_error(error)
        self._show_comments()

    def _show_empty(self) -> None:
        self.said.hide()
        self.hide_box.hide()
        for button in (self.next_button, self.previous_button):
            button.setEnabled(False)
        self.stack.setCurrentWidget(self.empty)
        self._rising.settle()

    def _go(self, question: str) -> None:
        learning = self.context.session.learning
        if learning is not None:
            self.context.go(Place(PageId.QUESTION, learning.response, question))

    def _hear(self, changes: Changes) -> None:
        if changes.touches(Kind.COURSE) and changes.origin is not self and self.isVisible():
            self._soon.poke()

    def _build(self) -> None:
        self.script.add_below(self.rubric)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        self.head = QWidget()
        head = QVBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(GAP)
        head.addWidget(
            page_head(self.title, self.previous_button, self.next_button, self.open_button)
        )
        head.addWidget(self.said)
        head.addWidget(self.hide_box, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.stack, 1)
        self._rising = RisingHead(
            self,
            column,
            self.head,
            self.script,
            lambda: self.stack.currentWidget() is self.script,
        )


def _marked(learning: Learning) -> bool:
    """Tell whether the trainer has filled in any of the rubric."""
    return any(
        kind is WorkKind.RUBRIC and item.startswith(f"{Column.TRAINER}/")
        for kind, item in learning.works
    )


def _came_words(came: Opened) -> str:
    by = f" from {came.by}" if came.by else ""
    return f"{counted(came.comments, 'comment')}{by}."


def _said(count: int, moved: int, by: Sequence[str], notes: Sequence[str], *, dealt: int) -> str:
    whose = f" from {', '.join(by)}" if by else ""
    said = [f"{counted(count, 'comment')}{whose}{_dealt_words(dealt, count)}."]
    if moved:
        are = "is" if moved == 1 else "are"
        said.append(
            f"{moved} {are} about words that you have changed since, and stand{'s' * (moved == 1)} "
            "at the nearest place."
        )
    # What was said of the file when it was opened, but for what is counted here anew.
    said += [note for note in notes if "changed since" not in note]
    return " ".join([*said, _HOW])


def _dealt_words(dealt: int, count: int) -> str:
    if not dealt:
        return ""
    if dealt < count:
        return f", {dealt} of them dealt with"
    return ", dealt with" if count == 1 else ", all dealt with"
