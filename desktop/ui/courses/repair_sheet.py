"""The flawed text of a repair exercise in the answer editor, with what can be cited in it and what
it asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.core.course import Course, Repair
from desktop.core.evidence import Source
from desktop.core.finding import Finding
from desktop.core.listing import counted
from desktop.core.text import Cite
from desktop.core.words import Count
from desktop.ui.checking.marking import colour_marks, marks_of
from desktop.ui.context import Context
from desktop.ui.courses.cited_words import reference
from desktop.ui.courses.papers_shelf import PapersShelf
from desktop.ui.editor import AnswerEditor, EditorToolbar
from desktop.ui.editor.mark_places import line_places
from desktop.ui.editor.marks import Layer
from desktop.ui.form import labelled, name_field
from desktop.ui.pages.question_parts.answer_head import AnswerHead
from desktop.ui.pages.question_parts.cite_bar import CiteBar
from desktop.ui.pages.question_parts.text_commands import TextCommands
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.grown_height import GrownHeight
from desktop.ui.widgets.saved_field import line_edit

_LINES = 5
Ask = tuple[str, str, str]


class RepairSheet(QWidget):
    """``edited()``: the person changed the text, or what it asks for; ``left()``: the keyboard went
    elsewhere.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, context: Context, course: Course, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: Mapping[str, Source] = {}
        self._limit = 0
        self._dialogs = context.dialogs
        self.editor = AnswerEditor(dialogs=context.dialogs)
        self.toolbar = EditorToolbar(self.editor)
        self._commands = TextCommands(self.editor, self.toolbar.format_actions)
        self.cite_bar = CiteBar()
        # It is as wide as the whole exercise, so whoever shows this puts it below.
        self.papers = PapersShelf(course)
        self.who, self.what, self.by_when = line_edit(), line_edit(), line_edit()
        self.asks = _asking(self.who, self.what, self.by_when)
        self._length = QLabel()
        self._length.setProperty("role", "muted")
        self._length.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        name = QLabel("The text to mend")
        name.setObjectName("fieldLabel")
        name.setBuddy(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(AnswerHead(name, self.toolbar, self._length))
        column.addWidget(self.cite_bar)
        column.addWidget(self.editor)
        column.addWidget(self.asks)
        GrownHeight(self.editor, _LINES)
        colour_marks(self.editor, context)
        self._connect()

    def _connect(self) -> None:
        self.editor.edited.connect(self.edited)
        self.editor.left.connect(self.left)
        self.editor.counted.connect(self._count)
        self.editor.set_reference_provider(lambda cite: reference(cite, self._sources))
        self.toolbar.cite_requested.connect(lambda: self.cite_bar.open_bar(self._sources))
        self.cite_bar.cite.connect(self.editor.insert_citation)
        self.papers.cite.connect(self._cite)
        for place in (self.cite_bar, self.papers):
            place.closed.connect(lambda: self.editor.setFocus())
        for field in self.fields():
            field.textEdited.connect(lambda _: self.edited.emit())
            field.installEventFilter(self)

    def fields(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        """Return the fields of the recommendation."""
        return self.who, self.what, self.by_when

    def show_exercise(self, repair: Repair, sources: Mapping[str, Source], limit: int) -> None:
        """Turn to another exercise; ``limit`` is what its answer may have, 0 = no limit."""
        self._sources, self._limit = sources, limit
        self.asks.setVisible(repair.recommendation is not None)
        name_field(self.editor, "The text to mend", repair.says)
        self.cite_bar.close_bar()
        self.papers.put_away()

    def show_text(self, text: str, ask: Ask) -> None:
        """Show a text, the caret where it was; and what it asks for."""
        if self.editor.markdown() != text:
            self.editor.set_markdown(text, keep_cursor=True)
        for field, words in zip(self.fields(), ask, strict=True):
            if field.text() != words:
                field.setText(words)
        self._count(self.editor.word_count())

    def text(self) -> str:
        """Return the text as it stands."""
        return self.editor.markdown()

    def ask(self) -> Ask:
        """Return what is asked for."""
        who, what, by_when = (field.text() for field in self.fields())
        return who, what, by_when

    def mark(self, findings: tuple[Finding, ...]) -> None:
        """Underline what the checks speak of."""
        marks = marks_of(findings, line_places(self.editor.document()))
        self.editor.marks.show(Layer.FINDINGS, marks)

    def text_actions(self) -> Mapping[str, Callable[[], None]]:
        """Return what the window's commands can do to the text."""
        return self._commands.by_id()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Hear when a field of the recommendation is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False

    def _cite(self, cite: Cite) -> None:
        self.editor.insert_citation(cite)
        # The text may be out of sight above the papers.
        self._dialogs.notify(f"Cited {cite.locator} at the cursor." if cite.locator else "Cited.")

    def _count(self, count: Count) -> None:
        said = counted(count.words, "word")
        if self._limit:
            said = f"{count.words:,} of {self._limit:,} words"
        self._length.setText(said)
        self._length.setAccessibleName(f"Length of the text: {said}")


def _asking(who: QLineEdit, what: QLineEdit, by_when: QLineEdit) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, GAP, 0, 0)
    row = Folding(70)
    for field, label, share in (
        (who, "Who should act?", 2),
        (what, "What should they do?", 4),
        (by_when, "By when?", 2),
    ):
        row.add_top(labelled(field, label), share)
    column.addWidget(row)
    return holder
