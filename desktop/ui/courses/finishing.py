"""The last step: a look at the checklist, the file for the trainer, what one takes home."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.core.course import Step
from desktop.core.learning import WorkKind
from desktop.ui.context import Context
from desktop.ui.courses.handing_in import hand_in
from desktop.ui.courses.readable import Readable
from desktop.ui.courses.step_view import StepView
from desktop.ui.courses.taking_home import TakingHome
from desktop.ui.courses.work_field import WorkField
from desktop.ui.form import labelled
from desktop.ui.panels.help_tab import card
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.saved_field import line_edit, note_edit

_NAME_HELP = "As on the work that you hand in and on the certificate. It can be left empty."
_HAND_IN = (
    "A small file with your answers, your exercises and notes, and the name above. Nothing else of "
    "you or of this computer is in it, not even when you wrote. Send it or give it to your "
    "trainer; comments come back as a file too."
)
_TAKE_HOME = "Your submission as a document, laid out as the committee wants it. It is yours."
_ALL_OF_IT = (
    "All of your work as a Word document: answers and first attempts, the texts that you mended, "
    "your notes, the rubric, and comments on it if you have any."
)
_CERTIFICATE = (
    "A page that says that you took part, and how many questions you answered, if any. It says "
    "nothing of how well."
)
_COMMENTS = "When your trainer has sent a file back, open it here and read it beside your answers."
_LINES = 3


class FinishingView(StepView):
    """Offers what can be done with the work; none of it has to be."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._step: Step | None = None
        self._home = TakingHome(context, self)
        self._checklist = QVBoxLayout()
        name, notes = line_edit(), note_edit(_LINES)
        self.name = WorkField(context, name, WorkKind.NAME, self)
        self.notes = WorkField(context, notes, WorkKind.NOTES, self)
        self.summary_button = Button("Read the summary", lambda: self._go(PageId.SUMMARY))
        self.hand_in_button = Button("Save the file for your trainer…", self.hand_in)
        self.handed_in = text_label("", "done")
        self.handed_in.hide()
        self.export_button = Button("Export as a document…", lambda: self._go(PageId.EXPORT))
        self.all_button = Button("Save all of your work…", self.save_all)
        self.certificate_button = Button("Save the certificate…", self.certificate)
        self.comments_button = Button(
            "Comments on your work", lambda: context.go(Place(PageId.COMMENTS))
        )
        self._build(name, notes)

    def show_step(self, step: Step) -> None:
        self._step = step
        course = self.context.session.course
        items = course.checklist if course else ()
        while taken := self._checklist.takeAt(0):
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()
        for item in items:
            self._checklist.addWidget(text_label(f"☐  {item}"))
        self.check_card.setVisible(bool(items))
        self.name.show_item("")
        self.notes.show_item(step.id)

    def flush(self) -> None:
        self.name.flush()
        self.notes.flush()

    def hand_in(self) -> None:
        """Save the file for the trainer."""
        self.flush()
        path = hand_in(self.context)
        if path is not None:
            set_text(self.handed_in, f"✓ Saved as {path.name}")

    def certificate(self) -> None:
        """Write the certificate, with the name typed."""
        self.flush()
        self._home.certificate()

    def save_all(self) -> None:
        """Save all that was written as one document."""
        self.flush()
        self._home.save_all()

    def _go(self, page: PageId) -> None:
        response = self.context.session.courses.practice_draft().response.id
        self.context.go(Place(page, response))

    def _build(self, name: QLineEdit, notes: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_LARGE)
        self.check_card, inside = card()
        inside.addWidget(text_label("Before you send it", "heading"))
        inside.addLayout(self._checklist)
        inside.addWidget(self.summary_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.check_card)
        column.addWidget(labelled(notes, "What you will do differently"))
        column.addWidget(labelled(name, "Your name", _NAME_HELP))
        self._offer(column, "Hand in", _HAND_IN, self.hand_in_button, self.handed_in)
        self._offer(column, "Take home", _TAKE_HOME, self.export_button)
        self._offer(column, "All of your work", _ALL_OF_IT, self.all_button)
        self._offer(column, "Certificate", _CERTIFICATE, self.certificate_button)
        self._offer(column, "Comments", _COMMENTS, self.comments_button)
        Readable(self)

    def _offer(self, column: QVBoxLayout, title: str, says: str, *parts: QWidget) -> None:
        made, inside = card()
        inside.addWidget(text_label(title, "heading"))
        inside.addWidget(text_label(says, "muted"))
        for part in parts:
            if isinstance(part, Button):
                inside.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                inside.addWidget(part)
        inside.setSpacing(GAP)
        column.addWidget(made)
