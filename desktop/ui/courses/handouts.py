"""Handouts of a course: which, and where to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.core.course import Course
from desktop.errors import DesktopError
from desktop.export.course import ALL, HandoutKind
from desktop.export.files import FileExists
from desktop.session.course_papers import takers_of, writing_handouts
from desktop.ui.context import Context
from desktop.ui.form import labelled, name_field
from desktop.ui.models.words import counted
from desktop.ui.pages.export_folder import export_folder
from desktop.ui.sheet import SheetDialog
from desktop.ui.spacing import GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, set_text, text_label
from desktop.ui.widgets.page_column import PageColumn
from desktop.ui.widgets.saved_field import line_edit

_WORDS = {
    HandoutKind.QUESTIONS: ("Question sheet", "What is asked, with room for notes"),
    HandoutKind.PROMPTS: ("Prompt sheet", "What to think of, and sentences to complete"),
    HandoutKind.DATA: ("Data pack", "The charity’s papers, with numbered paragraphs"),
    HandoutKind.CHECKLIST: ("Checklist", "What to look at before handing in"),
    HandoutKind.RUBRIC: ("Rubric", "The criteria, with columns for self, peer and trainer"),
    HandoutKind.KEY: ("Trainer’s key", "Answers, reasons and timings: for you alone"),
    HandoutKind.CERTIFICATE: ("Certificate of taking part", "With a name, or a line for it"),
}
_EVERYBODY = "One for each of {} collected"
_EVERYBODY_HELP = "One document, with a page for each of them"
_LEAST_LINES = 8
_WHAT_FOR = "Each is a Word document, ready to be printed or saved as PDF."


class HandoutsSheet(SheetDialog):
    """Ticks, a name for the certificate, a folder."""

    def __init__(self, context: Context, course: Course, parent: QWidget | None = None) -> None:
        super().__init__(f"Handouts: {course.title}", parent)
        self._context = context
        self._course = course
        self._folder = export_folder(context.session)
        self._lane = context.jobs.lane(self)
        self.boxes: dict[HandoutKind, QCheckBox] = {}
        self.say(_WHAT_FOR, "muted")
        rows = PageColumn("Handouts", margin=0)
        rows.column.setSpacing(GAP_SMALL)
        rows.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        for kind in ALL:
            words, help_text = _WORDS[kind]
            box = QCheckBox(words)
            name_field(box, words, help_text)
            box.setChecked(True)
            box.toggled.connect(self._ticked)
            self.boxes[kind] = box
            rows.add(box)
            told = text_label(help_text, "muted")
            told.setIndent(round(self.fontMetrics().height() * 1.7))
            rows.add(told)
        self.name = line_edit()
        rows.add(labelled(self.name, "Name on the certificate", "Empty: a line to write on."))
        self._takers = takers_of(context.session, course)
        many = counted(len(self._takers), "learner")
        self.everybody = QCheckBox(_EVERYBODY.format(many))
        name_field(self.everybody, self.everybody.text(), _EVERYBODY_HELP)
        self.everybody.toggled.connect(self.name.setDisabled)
        rows.add(self.everybody)
        self.everybody.setVisible(bool(self._takers))
        rows.end()
        self.column.addWidget(rows, 1)
        self.folder = text_label("", "")
        self.folder.setAccessibleName("Folder")
        self.column.addWidget(self.folder)
        row = FlowLayout()
        row.addWidget(Button("Choose another folder…", self.choose_folder, look="link"))
        self.column.addLayout(row)
        self.said = text_label("", "warn")
        self.column.addWidget(self.said)
        set_text(self.said, "")
        self.decline_with("Cancel")
        self.write_button = self.add_button("Write the handouts", primary=True)
        self.write_button.clicked.connect(lambda: self.write())
        self._show_folder()

    def choose_folder(self) -> None:
        """Ask for another folder."""
        chosen = self._context.dialogs.open_folder("Folder for the handouts", self._folder)
        if chosen is not None:
            self._folder = chosen
            self._show_folder()

    def write(self, *, overwrite: bool = False) -> None:
        """Write what is ticked; asks before it replaces files."""
        kinds = [kind for kind, box in self.boxes.items() if box.isChecked()]
        job = writing_handouts(
            self._context.session,
            self._course,
            self._folder,
            kinds,
            self.name.text().strip(),
            takers=self._takers if self.everybody.isChecked() else (),
            overwrite=overwrite,
        )
        self.write_button.setEnabled(False)
        set_text(self.said, "Writing…")
        self._lane.run(job, self._written, self._failed)

    def _written(self, paths: tuple[Path, ...]) -> None:
        self._context.session.courses.editions.note_given(self._course)
        folder = self._folder
        said = f"{counted(len(paths), 'handout')} written to “{folder.name or folder}”."
        self.accept()
        self._context.dialogs.notify(said, "Show them", lambda: _show_folder(folder))

    def _failed(self, error: Exception) -> None:
        self._ticked()
        set_text(self.said, "")
        if isinstance(error, FileExists):
            if self._context.dialogs.confirm(
                "Replace the handouts that are there?",
                f"{error.message} What was changed in them is lost.",
                "Replace",
                risky=True,
            ):
                self.write(overwrite=True)
        elif isinstance(error, DesktopError):
            self._context.dialogs.show_error(error)
        else:
            self._context.jobs.fail(error)

    def _ticked(self) -> None:
        self.write_button.setEnabled(any(box.isChecked() for box in self.boxes.values()))

    def _show_folder(self) -> None:
        self.folder.setText(breakable(f"They go to {self._folder}"))


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def offer_handouts(context: Context, course: Course, parent: QWidget | None) -> HandoutsSheet:
    """Open the sheet that writes handouts of a Course."""
    sheet = HandoutsSheet(context, course, parent)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.open()
    return sheet
