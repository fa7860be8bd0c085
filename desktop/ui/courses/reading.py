"""A step to read: the page shows its text; a paper of the data pack stands here, and notes."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.course import Paper, Step
from desktop.core.course_steps import with_numbers
from desktop.core.learning import WorkKind
from desktop.core.moments import printed_day
from desktop.markup import parse
from desktop.ui.context import Context
from desktop.ui.courses.prose import Prose
from desktop.ui.courses.readable import Readable
from desktop.ui.courses.step_view import StepView
from desktop.ui.courses.work_field import WorkField
from desktop.ui.form import labelled
from desktop.ui.models.words import SOURCE_KINDS
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.saved_field import note_edit

_PLACES = "The numbers are its places: you cite it as “paragraph 3”."
_NOTES = "Notes for yourself"
_NOTES_HELP = "They are among what you hand in."
_LINES = 3


class ReadingView(StepView):
    """Shows a paper with the numbers by which it is cited, and keeps notes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.title = text_label("", "heading")
        self.about = text_label("", "muted")
        self.prose = Prose("The paper")
        self.paper = QFrame()
        self.paper.setProperty("card", True)
        inside = QVBoxLayout(self.paper)
        inside.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        inside.setSpacing(GAP)
        for part in (self.title, self.about, self.prose):
            inside.addWidget(part)
        field = note_edit(_LINES)
        self.notes = WorkField(context, field, WorkKind.NOTES, self)
        self.box = labelled(field, _NOTES, _NOTES_HELP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_LARGE)
        column.addWidget(self.paper)
        column.addWidget(self.box)
        for part in (self.paper, self.box):
            Readable(part)

    def show_step(self, step: Step) -> None:
        course = self.context.session.course
        papers = course.papers if course else ()
        paper = next((each for each in papers if each.source.key == step.about), None)
        self.paper.setVisible(paper is not None)
        if paper is not None:
            self._show_paper(paper)
        self.notes.show_item(step.id)

    def flush(self) -> None:
        self.notes.flush()

    def first_focus(self) -> QWidget:
        return self if self.paper.isHidden() else self.prose

    def _show_paper(self, paper: Paper) -> None:
        source = paper.source
        self.title.setText(source.title)
        when = printed_day(source.date) if source.date else ""
        said = [SOURCE_KINDS[source.kind], source.author, when]
        self.about.setText(f"{', '.join(part for part in said if part)}. {_PLACES}")
        self.prose.setAccessibleName(source.title)
        self.prose.show_blocks(with_numbers(parse(paper.text)))
