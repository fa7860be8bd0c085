"""One learner's work, to be read and commented on; then the next one's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.characters import safe_characters
from desktop.core.commenting import BankComment
from desktop.core.learning import Column, Learning, WorkKind
from desktop.errors import DesktopError
from desktop.session.teaching import Collected, with_marks
from desktop.session.written_parts import what_a_peer_wrote, written_parts
from desktop.ui.commenting.form import CommentForm, Wanted
from desktop.ui.commenting.naming import change_name
from desktop.ui.commenting.noted import Noted
from desktop.ui.commenting.part_row import PartRow
from desktop.ui.commenting.rising_head import RisingHead
from desktop.ui.commenting.rubric_columns import RubricColumns, Said
from desktop.ui.commenting.script_column import ScriptColumn
from desktop.ui.commenting.sending_back import SendingBack
from desktop.ui.context import Context
from desktop.ui.models.words import counted
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.taking_back import notify_with_undo
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import page_head
from desktop.ui.widgets.labels import breakable, text_label

_HOW = "Select words and press Enter to comment; N and P step through the parts."
_REWORD = (
    "Your bank offers it in these words from now on; comments that were written with it stay as "
    "they are.\n\nThe comment"
)
_REWORD_THEIRS = (
    "This one comes with the course, and stays; yours is kept beside it.\n\nThe comment"
)


class ReadingWork(QWidget):
    """``left()``: back to the table; ``stepped(int)``: to another learner."""

    left = Signal()
    stepped = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._teaching = context.session.courses.teaching
        self.work: Collected | None = None
        self.sending = SendingBack(context, self)
        self.back_button = Button("‹ All learners", self.left.emit, look="link")
        self.title = text_label("", "title")
        self.said = text_label("", "muted")
        self.previous_button = Button("‹ Previous", lambda: self.stepped.emit(-1))
        self.next_button = Button("Next ›", lambda: self.stepped.emit(1))
        self.script_button = Button("Save as a Word document…", self.save_script)
        self.send_button = Button("Send comments back…", self.send, look="primary")
        self.script = ScriptColumn("The learner’s work", changeable=True)
        self.form = CommentForm(self)
        self.form.hide()
        self.rubric = RubricColumns(context)
        self.noted = Noted()
        self._listen()
        self._build()

    def show_work(self, work: str, others: Sequence[str]) -> None:
        """Show a learner's work, the same part of it as of the one before; ``others`` are all that
        are read, in order. Raises ContentError if it is gone.
        """
        here = self.script.here() if self.work is not None else None
        again = self.work is not None and self.work.id == work
        if not again and self.form.wanted is not None:
            # What is written on is of the one before: it must not end up at this one.
            self._close_form("")
        # From one learner to the next the course stays what it is.
        known = self.work.course if self.work is not None and self.isVisible() else None
        self.work = read = self._teaching.work(work, known)
        self.script.show_parts(written_parts(read.course, read.draft, read.learning))
        self.noted.show_noted(what_a_peer_wrote(read.course, read.learning))
        self.rubric.show_rubric(read.course, read.learning)
        self._refresh()
        place = others.index(work) if work in others else 0
        name = read.handed_in.name or "Somebody who gave no name"
        self.title.setText(breakable(name))
        self.title.setAccessibleName(f"Work of {name}, {place + 1} of {len(others)}")
        self.previous_button.setEnabled(place > 0)
        self.next_button.setEnabled(place + 1 < len(others))
        self._where = f"{place + 1} of {len(others)} · {read.course.title}"
        self._say()
        row = self.script.row(here.part.id) if here is not None and not again else None
        if row is not None and row.part.text.strip():
            self.script.go_to(row)
        elif not again:
            self.script.verticalScrollBar().setValue(0)

    def first_focus(self) -> QWidget:
        """Return the first text."""
        rows = [row for row in self.script.rows() if row.part.text.strip()]
        here = self.script.here()
        row = here if here in rows else rows[0] if rows else None
        return row.first_focus() if row is not None else self.next_button

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        """Return what can be done here for the window's commands."""
        actions = {
            "work.comment": self.comment,
            "work.send": self.send,
            "work.script": self.save_script,
        }
        if self.next_button.isEnabled():
            actions["work.next"] = lambda: self.stepped.emit(1)
        if self.previous_button.isEnabled():
            actions["work.previous"] = lambda: self.stepped.emit(-1)
        return actions

    # Commenting

    def comment(self) -> None:
        """Comment on what is selected in the part where the keyboard is."""
        row = self.script.here()
        if row is not None:
            row.ask()

    def flush(self) -> None:
        """Save what is typed."""
        if self.form.unsaved:
            self._save()
        self.rubric.flush()

    def _ask(self, wanted: Wanted) -> None:
        if self.form.unsaved:
            self._save()
        row = self.script.row(wanted.anchor.part)
        if row is None or self.work is None:
            return
        row.put_form(self.form)
        self.form.ask(wanted, self._teaching.bank(self.work.course))
        self.form.show_name(self._teaching.name)
        self._show_form()

    def _show_form(self) -> None:
        """Scroll to where the comment is written; with large letters not all of it fits in."""

        def show() -> None:
            for widget in (self.form, self.form.field):
                self.script.ensureWidgetVisible(widget, 0, GAP)

        # It has its place only after the next layout.
        QTimer.singleShot(0, self, show)

    def _edit(self, comment: str) -> None:
        for numbered in self.script.numbered:
            if numbered.id == comment:
                found = numbered.located.comment
                self.script.point_at(comment)
                self._ask(Wanted(found.anchor, found))

    def _remove(self, comment: str) -> None:
        if self._do(lambda: self._teaching.uncomment(comment, self)):
            self._refresh()
            notify_with_undo(self._context, "Comment removed.")

    def _rename(self) -> None:
        change_name(self._context)
        self.form.show_name(self._teaching.name)

    def _save(self) -> None:
        wanted, text, work = self.form.wanted, self.form.text, self.work
        if wanted is None or work is None or not text:
            return
        self.sending.ask_name()
        key = wanted.comment.id if wanted.comment else ""
        taken, keep = self.form.taken, self.form.keep.isChecked()

        def save() -> object:
            made = self._teaching.comment(work.id, wanted.anchor, text, key, self)
            if taken is not None and taken.text == text:
                self._teaching.use_from_bank(taken, self)
            elif keep:
                self._teaching.save_in_bank(BankComment("", text, 1), self)
            return made

        if self._do(save):
            self._close_form(wanted.anchor.part)
            self._refresh()

    def _give_up(self) -> None:
        wanted = self.form.wanted
        if self.form.unsaved and not self._context.dialogs.confirm(
            "Throw away what you typed?",
            "The comment has not been saved.",
            "Throw away",
            "Keep writing",
            risky=True,
        ):
            return
        self._close_form(wanted.anchor.part if wanted else "")

    def _close_form(self, part: str) -> None:
        had_focus = self.form.isAncestorOf(self.focusWidget() or self)
        self.form.give_up()
        self.form.hide()
        row = self.script.row(part)
        if row is not None and had_focus:
            row.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _out_of_bank(self, kept: BankComment) -> None:
        if not kept.id:
            self._context.dialogs.notify("It comes with the course, and stays.")
        elif self._do(lambda: self._teaching.remove_from_bank(kept.id, self)):
            self._show_bank()
            (self.form.bank if self.form.bank.offered() else self.form.field).setFocus()
            notify_with_undo(self._context, "Taken out of your bank.")

    def _reword(self, kept: BankComment) -> None:
        asked = _REWORD if kept.id else _REWORD_THEIRS
        typed = self._context.dialogs.ask_text(
            "Reword a comment", asked, kept.text, yes="Keep it", multiline=True
        )
        text = safe_characters(typed or "").strip()
        if text in ("", kept.text):
            return
        if self._do(lambda: self._teaching.save_in_bank(replace(kept, text=text), self)):
            self._show_bank()
            notify_with_undo(self._context, "Reworded in your bank.")

    def _show_bank(self) -> None:
        self.form.bank.show_bank(self._teaching.bank(self.work.course if self.work else None))

    # The rubric

    def _mark(self, criterion: str, said: Said) -> None:
        work = self.work
        if work is not None:
            self._do(
                lambda: self._teaching.mark(work.id, criterion, self, **dict(said.data())),
            )
            self._refresh()

    def _point(self, criterion: str) -> None:
        row = self._selected_row()
        if row is None or self.work is None:
            self._context.dialogs.notify("Select words in the learner’s text first.")
            return
        anchor = row.anchor()
        item = f"{Column.TRAINER}/{criterion}"
        said = Said.of(self._learning().work(WorkKind.RUBRIC, item))
        self._mark(criterion, Said(said.level, said.text, anchor.quote, row.part.question))

    def _selected_row(self) -> PartRow | None:
        rows = (row for row in self.script.rows() if row.text.textCursor().hasSelection())
        return next(rows, None)

    # Sending

    def send(self) -> None:
        """Save the comments as a file for the learner."""
        self.flush()
        if self.work is not None:
            self.sending.save_comments(self._teaching.work(self.work.id))

    def save_script(self) -> None:
        """Save the learner's words with the comments as a Word document."""
        self.flush()
        if self.work is not None:
            self.sending.save_script(self._teaching.work(self.work.id))

    # How it is done

    def _learning(self) -> Learning:
        assert self.work is not None
        return with_marks(self.work.learning, self._teaching.marks(self.work.id))

    def _refresh(self) -> None:
        """Show what is said of the work now."""
        if self.work is None:
            return
        self.script.show_comments(self._teaching.comments_on(self.work.id))
        if self.form.wanted is not None:
            self._show_bank()
        self.rubric.show_rubric(self.work.course, self._learning())
        self._say()

    def _say(self) -> None:
        number = len(self.script.numbered)
        comments = counted(number, "comment") if number else "No comment yet"
        self.said.setText(breakable(f"{self._where} · {comments}. {_HOW}"))

    def _hear(self, changes: Changes) -> None:
        if changes.touches(Kind.COURSE) and changes.origin is not self and self.isVisible():
            self._refresh()

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            done = act()
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return False
        return done is not None

    def _listen(self) -> None:
        self._where = ""
        self.script.wants.connect(lambda anchor: self._ask(Wanted(anchor)))
        self.script.edit.connect(self._edit)
        self.script.remove.connect(self._remove)
        self.form.done.connect(self._save)
        self.form.left.connect(self._give_up)
        self.form.naming.connect(self._rename)
        self.form.rewording.connect(self._reword)
        self.form.unwanted.connect(self._out_of_bank)
        self.form.resized.connect(self._show_form)
        self.rubric.said.connect(self._mark)
        self.rubric.points.connect(self._point)
        self._context.bridge.changed.connect(self._hear)

    def _build(self) -> None:
        self.script.add_below(self.noted)
        self.script.add_below(self.rubric)
        self.head = QWidget()
        head = QVBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(GAP)
        steps = FlowLayout()
        for button in (self.back_button, self.previous_button, self.next_button):
            steps.addWidget(button)
        head.addLayout(steps)
        head.addWidget(page_head(self.title, self.script_button, self.send_button))
        head.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(self.script, 1)
        RisingHead(self, column, self.head, self.script)
