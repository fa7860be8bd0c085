"""Looking at somebody else's work: what the course asks a peer, a box for each, beside the answers
that it is about.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.core.course import Step
from desktop.core.learning import WorkKind
from desktop.ui.context import Context
from desktop.ui.courses.exercise import ExerciseView
from desktop.ui.courses.readable import Readable
from desktop.ui.courses.work_field import WorkField
from desktop.ui.courses.written_answers import WrittenAnswers
from desktop.ui.form import labelled
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.saved_field import note_edit

_HOW = (
    "Change places: whoever reads this submission writes here, and talks it over with the writer "
    "afterwards. It goes with the writer’s work to the trainer."
)
_LINES = 3
_FOLDS_AT = 84


class PeerView(ExerciseView):
    """The boxes that a peer fills in."""

    characters = 160

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._prompts: tuple[str, ...] | None = None
        self.fields: list[WorkField] = []
        self._rows: list[QWidget] = []
        self.written = WrittenAnswers()
        self.read = Button("Read the whole submission", self._read)
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP_LARGE)
        how = text_label(_HOW)
        Readable(how)
        self.column.addWidget(how)
        self.column.addWidget(self._both())

    def _both(self) -> Folding:
        reading, writing = QWidget(), QWidget()
        left = QVBoxLayout(reading)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP_LARGE)
        left.addWidget(self.written)
        left.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.setContentsMargins(0, 0, 0, 0)
        writing.setLayout(self._list)
        both = Folding(_FOLDS_AT, GAP_LARGE, folded_spacing=GAP_LARGE)
        both.add_top(reading, 1)
        both.add_top(writing, 1)
        return both

    def open_exercise(self, step: Step) -> None:
        """Show what the Course asks a peer."""
        self.written.show_draft(self.context.session.courses.practice_draft())
        prompts = self.course.peer
        if prompts != self._prompts:
            self._prompts = prompts
            self._build(prompts)
        for place, field in enumerate(self.fields):
            field.show_item(str(place))

    def flush(self) -> None:
        """Save what was typed."""
        super().flush()
        for field in self.fields:
            field.flush()

    def first_focus(self) -> QWidget:
        """Begin with what there is to read, in the first box where that is nothing."""
        boxes = [field.field for field in self.fields]
        return self.written.first_focus() or next(iter(boxes), self.read)

    def _build(self, prompts: tuple[str, ...]) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for field in self.fields:
            field.deleteLater()
        self._rows, self.fields = [], []
        for prompt in prompts:
            box: QPlainTextEdit = note_edit(_LINES)
            row = labelled(box, prompt.replace("&", "&&"))
            box.setAccessibleName(prompt)
            label = row.findChild(QLabel)
            if label is not None:
                label.setWordWrap(True)
            self._rows.append(row)
            self.fields.append(WorkField(self.context, box, WorkKind.PEER, self))
            self._list.addWidget(row)

    def _read(self) -> None:
        self.context.go(Place(PageId.PREVIEW, self.learning.response))
