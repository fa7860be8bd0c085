"""What becomes of an import after a look: accepted, put aside, a consultation, a snippet of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core.evidence import SourceKind
from desktop.core.imports import ImportState, Review
from desktop.core.intake_edits import import_scope
from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.imports.accepting import Accepting
from desktop.ui.models.import_rows import is_sure
from desktop.ui.models.review_rows import Picture
from desktop.ui.new_response import start_response
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.taking_back import notify_with_undo
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout


class Ending(QWidget):
    """The buttons at the foot of a review."""

    def __init__(
        self, context: Context, accepting: Accepting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._accepting = accepting
        self._review: Review | None = None
        self.back_button = Button("All imports", self.go_back, look="link")
        self.aside_button = Button("Put aside", self.put_aside)
        self.change_button = Button("Take back to change it", self.take_back)
        self.accept_button = Button("Accept", self.accept)
        self.next_button = Button("Accept and next", self.accept_and_next, look="primary")
        self.consultation_button = Button(
            "Make this a consultation", self.make_consultation, look="primary"
        )
        buttons = FlowLayout(self._holder())
        for button in (
            self.back_button,
            self.aside_button,
            self.change_button,
            self.accept_button,
            self.next_button,
            self.consultation_button,
        ):
            buttons.addWidget(button)

    def show_review(self, review: Review) -> None:
        """Offer what can become of this import."""
        self._review = review
        waiting = review.document.state is ImportState.WAITING
        call = review.document.kind is SourceKind.CALL_FOR_EVIDENCE
        self.aside_button.setVisible(waiting)
        self.change_button.setVisible(review.document.state is ImportState.ACCEPTED)
        self.accept_button.setVisible(waiting)
        self.next_button.setVisible(waiting and not call)
        self.consultation_button.setVisible(call)
        self.consultation_button.setEnabled(review.call is not None)

    def actions_for(self, review: Review) -> Mapping[str, Callable[[], None]]:
        """Return what can become of an import now, by command id."""
        found: dict[str, Callable[[], None]] = {}
        if review.document.state is ImportState.WAITING:
            found["review.accept"] = self.accept
            found["review.accept_next"] = self.accept_and_next
            found["review.aside"] = self.put_aside
        if review.call is not None:
            found["review.consultation"] = self.make_consultation
        return found

    def go_back(self) -> None:
        """Go to the list of all imports."""
        item = self._review.document.id if self._review else ""
        self._context.go(Place(PageId.IMPORT, item=item))

    def accept(self) -> None:
        """Take the import into the library."""
        if self._review is not None:
            self._accepting.accept([self._review.document.id])

    def accept_and_next(self) -> None:
        """Take the import into the library and show the next one, the unsure ones first."""
        self.accept()
        self._go_on()

    def put_aside(self) -> None:
        """Put the import out of sight; it can be put back."""
        if self._review is None:
            return
        try:
            self._context.session.intake.bin([self._review.document.id])
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return
        notify_with_undo(self._context, "Put aside.")
        self._go_on()

    def take_back(self) -> None:
        """Let an accepted import be changed again; its passages leave the library meanwhile."""
        if self._review is None:
            return
        try:
            self._context.session.intake.back_to_review(self._review.document.id)
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return
        self._context.dialogs.notify("It can be changed again. Accept it when it is right.")

    def make_consultation(self) -> None:
        """Save the call as a consultation, and offer to start a response to it."""
        if self._review is None:
            return
        session = self._context.session
        try:
            made = session.intake.start_consultation(self._review.document.id)
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return
        consultation = next(each for each in session.consultations() if each.id == made)
        count = len(consultation.questions)
        if self._context.dialogs.confirm(
            "Start a response?",
            f"“{consultation.title}” is one of your consultations now, with {count} questions.",
            "Start a response",
            "Later",
        ):
            start_response(self._context, consultation)

    def make_snippet(
        self, shown: Picture | None, mark: str, stretch: tuple[str, int, int] | None
    ) -> None:
        """Make a Snippet of a marked sentence, or else of a stretch of the original."""
        if shown is None or (not mark and stretch is None):
            self._context.dialogs.notify("Choose a sentence, or select words in the original.")
            return
        document = shown.review.document.id
        intake = self._context.session.intake
        try:
            if mark:
                snippet = intake.make_snippet(document, mark)
            else:
                assert stretch is not None
                snippet = intake.make_snippet_of(document, *stretch)
            self._context.session.apply(intake.saving_snippet(document, snippet, mark))
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return
        notify_with_undo(self._context, "A snippet in the library now.", import_scope(document))

    def _go_on(self) -> None:
        """Show the next import that waits; the list of all where there is none."""
        here = self._review.document.id if self._review else ""
        waiting = self._context.session.intake.documents(ImportState.WAITING)
        rest = [document for document in waiting if document.id != here]
        rest.sort(key=is_sure)
        if rest:
            self._context.go(Place(PageId.IMPORT_REVIEW, item=rest[0].id))
        else:
            self._context.go(Place(PageId.IMPORT))

    def _holder(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_LARGE, 0, GAP_LARGE, 0)
        row.addWidget(holder, 1)
        return holder
