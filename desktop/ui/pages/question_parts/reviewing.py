"""Reviewing what a first draft put into an answer: from piece to piece, and confirming it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.core.response import Draft
from desktop.core.text import one_line
from desktop.markup.unreviewed import unreviewed_questions, unreviewed_words
from desktop.ui.context import Context
from desktop.ui.pages.question_parts.sheet import QuestionSheet
from desktop.ui.place import PageId, Place

if TYPE_CHECKING:
    from desktop.ui.pages.question_parts.editor_menu import EditorMenu


class Reviewing(QObject):
    """Ties the marks in the editor, the key point and the bar above them to the Draft.

    ``flush`` saves what was typed.
    """

    def __init__(
        self, context: Context, sheet: QuestionSheet, flush: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._sheet, self._flush = context, sheet, flush
        self._draft: Draft | None = None
        self._number = self._asked = ""
        self._known: frozenset[str] = frozenset()
        self._at_key_point = False
        sheet.editor.unreviewed.changed.connect(self._tell)
        sheet.key_point.textChanged.connect(self._tell)
        sheet.unreviewed_bar.confirm.connect(self.confirm)
        sheet.unreviewed_bar.next.connect(self.go_to_next)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def show_draft(self, draft: Draft, number: str) -> None:
        """Mark what is unreviewed in the answer to this Question."""
        self._draft, self._number = draft, number
        self._asked = draft.consultation.question(number).text
        self._known = frozenset(draft.unreviewed.get(number, ()))
        self._sheet.editor.unreviewed.show_texts(self._known)
        self._tell()

    def actions(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by command id."""
        actions: dict[str, Callable[[], None]] = {}
        if self._here():
            actions["piece.confirm"] = self.confirm
        if self._draft is not None and self._draft.unreviewed:
            actions["piece.next"] = self.go_to_next
        return actions

    def add_to(self, menu: EditorMenu) -> None:
        """Offer to confirm a piece in the context menu, where it is opened on one."""
        marks = self._sheet.editor.unreviewed
        menu.offer("piece.confirm", lambda at: self._confirm(marks.at(at)), marks.at)

    def confirm(self) -> None:
        """Confirm the piece that has the keyboard."""
        self._confirm(self._here())

    def warn(self) -> None:
        """Say what is unreviewed in an answer that has just been called ready."""
        found = unreviewed_questions(self._draft) if self._draft else {}
        if self._number in found:
            said = unreviewed_words({self._number: found[self._number]})
            self._context.dialogs.notify(f"Marked as ready. {said}")

    def _confirm(self, text: str) -> None:
        from desktop.core.drafting_edits import ConfirmPiece

        if text and self._draft is not None:
            self._flush()
            self._context.apply(ConfirmPiece(self._draft.response.id, self._number, text))
            self._context.dialogs.notify("Confirmed: the piece may stand as it is.")

    def go_to_next(self) -> None:
        """Go to the next unreviewed piece: below the cursor, in the next question, or the first."""
        if self._draft is None:
            return
        self._flush()
        if not self._go_below(from_start=self._at_key_point):
            self._go_elsewhere(self._draft)

    def _go_below(self, *, from_start: bool) -> bool:
        if not self._sheet.editor.unreviewed.go_to_next(from_start=from_start):
            return False
        self._at_key_point = False
        self._tell()
        # Once the bar above, which may have become higher, has its place.
        QTimer.singleShot(0, self, self._sheet.show_caret)
        return True

    def _go_elsewhere(self, draft: Draft) -> None:
        numbers = [question.number for question in draft.consultation.questions]
        at = numbers.index(self._number)
        left = unreviewed_questions(self._context.session.draft(draft.response.id))
        number = next((n for n in [*numbers[at + 1 :], *numbers[: at + 1]] if n in left), None)
        if number is None:
            self._context.dialogs.notify("No piece of the first draft is left to review.")
            return
        if number != self._number:
            self._context.go(Place(PageId.QUESTION, draft.response.id, number))
        # After the page has its place.
        QTimer.singleShot(0, self, self._go_to_first)

    def _go_to_first(self) -> None:
        if not self._key_point():
            self._go_below(from_start=True)
            return
        self._at_key_point = True
        self._sheet.key_point.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sheet.ensureWidgetVisible(self._sheet.key_point)
        self._tell()

    def _here(self) -> str:
        """Return the unreviewed text that has the keyboard, or had it last, "" if it has none."""
        if self._at_key_point:
            return self._key_point()
        return self._sheet.editor.unreviewed.at_cursor()

    def _key_point(self) -> str:
        """Return the key point if it is unreviewed, otherwise ""."""
        text = one_line(self._sheet.key_point.text())
        return text if text in self._known else ""

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        # A button that is clicked takes the keyboard, and means the text that had it before.
        if new in (self._sheet.key_point, self._sheet.editor):
            self._at_key_point = new is self._sheet.key_point
            self._tell()

    def _tell(self) -> None:
        key_point = self._key_point()
        count = self._sheet.editor.unreviewed.count + bool(key_point)
        bar = self._sheet.unreviewed_bar
        bar.show_state(count, self._here())
        said = bar.said(count) if count else ""
        self._sheet.editor.setAccessibleDescription(" ".join(filter(None, (self._asked, said))))
