"""A finished answer with its notes, each shown together with the words it is about."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.course import Course, ModelAnswer, Note
from desktop.core.evidence import Source
from desktop.core.listing import listed
from desktop.ui.courses.cited_words import cited_words
from desktop.ui.courses.parts import PART_NAMES
from desktop.ui.courses.prose import Marked, Prose, note_letter
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP, GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import chip, set_look, text_label

_FOLDS_AT = 76
_HIDDEN = "What does each sentence do? Guess first, then show the notes."


class ModelView(QWidget):
    """A model answer. Notes and words find each other by hover, by click and by the arrow keys."""

    def __init__(
        self,
        course: Course,
        model: ModelAnswer,
        sources: Mapping[str, Source],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.notes: list[NoteCard] = []
        self._stretches: list[Marked] = []
        self._notes_shown = True
        self.notes_button = Button("Hide the notes", self.toggle_notes)
        self.hidden = text_label(_HIDDEN, "muted")
        self.prose = Prose(f"{model.level}: the answer", sources)
        self._cited = cited_words(model.text, sources)
        self._side = QWidget()
        self._marks = QWidget()
        self._build(course)
        self._show_text()
        self.prose.cursorPositionChanged.connect(self._at_cursor)

    def toggle_notes(self) -> None:
        """Hide the notes and marks, to guess first; or show them."""
        self._notes_shown = not self._notes_shown
        self.notes_button.set_words("Hide the notes" if self._notes_shown else "Show the notes")
        self._side.setVisible(self._notes_shown)
        self._marks.setVisible(self._notes_shown and bool(self.model.marks))
        self.hidden.setVisible(not self._notes_shown)
        self._show_text()

    def choose(self, number: int) -> None:
        """Show the words of a note and the note together, by its number; 0 for none."""
        self.prose.mark(self._stretches if self._notes_shown else (), number)
        for note in self.notes:
            note.set_current(note.number == number)

    def take_room(self, shown: bool) -> None:
        """Count for the height of what it stands in, or not."""
        policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)

    def _build(self, course: Course) -> None:
        text = QWidget()
        left = _column(text)
        left.addWidget(text_label(self.model.key_point, "strong"))
        left.addWidget(self.prose)
        if self._cited:
            left.addWidget(text_label(self._cited, "small"))
        for place, ask in enumerate(self.model.recommendations, 1):
            left.addWidget(text_label(f"Recommendation {place}: {ask}"))
        right = _column(self._side)
        right.addWidget(text_label("What each part does", "strong"))
        for number, note in enumerate(self.model.notes, 1):
            made = NoteCard(note, number)
            made.wanted.connect(self.choose)
            made.step.connect(self._step)
            self.notes.append(made)
            right.addWidget(made)
        self._add_marks(course)
        both = Folding(_FOLDS_AT, GAP_LARGE)
        both.add_top(text, 3)
        both.add_top(self._side, 2)
        outer = _column(self)
        outer.addWidget(self.notes_button, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self.hidden)
        self.hidden.hide()
        outer.addWidget(both)
        outer.addWidget(self._marks)
        outer.addStretch(1)
        for widget in (self.notes_button, self._side):
            widget.setVisible(bool(self.model.notes))
        self._marks.setVisible(bool(self.model.marks))

    def _add_marks(self, course: Course) -> None:
        column = _column(self._marks)
        column.addSpacing(GAP)
        column.addWidget(text_label("How it was looked at, 0 to 3", "strong"))
        known = {each.id: each for each in course.rubric.criteria}
        for criterion, level, why in self.model.marks:
            if criterion in known:
                name, says = known[criterion].name, known[criterion].levels[level]
                column.addWidget(text_label(f"{name}: {level}. {says}"))
                column.addWidget(text_label(why, "muted"))
        column.addWidget(text_label(course.rubric.whose, "muted"))

    def _show_text(self) -> None:
        """Show the answer, with the letters of its notes where they show."""
        self.prose.show_text(self.model.text)
        found = [self.prose.find_words(note.note.at, note.number) for note in self.notes]
        stretches = [each for each in found if each is not None]
        self._stretches = self.prose.letter(stretches) if self._notes_shown else stretches
        self.choose(0)

    def _at_cursor(self) -> None:
        if self.prose.hasFocus() and self._notes_shown:
            self.choose(self.prose.stretch_at(self.prose.textCursor().position()))

    def _step(self, number: int, by: int) -> None:
        to = min(max(number - 1 + by, 0), len(self.notes) - 1)
        self.notes[to].setFocus(Qt.FocusReason.OtherFocusReason)


class NoteCard(QFrame):
    """One note. ``wanted(int)``: show its words; ``step(int, int)``: from this number on, by so
    many.
    """

    wanted = Signal(int)
    step = Signal(int, int)

    def __init__(self, note: Note, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = note
        self.number = number
        self.setObjectName("findingCard")
        self.setProperty("card", True)
        self.setProperty("current", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        part = PART_NAMES[note.part] if note.part else ""
        about = f"about the words “{note.at}”"
        letter = note_letter(number)
        self.setAccessibleName(f"Note {letter}, {listed([*([part] if part else []), about])}")
        self.setAccessibleDescription(note.text)
        column = card_column(self)
        column.setSpacing(GAP_SMALL)
        if part:
            column.addWidget(chip(part, "kind"), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(text_label(f"{letter}.  “{shortened(note.at)}”", "strong"))
        column.addWidget(text_label(note.text))

    def set_current(self, current: bool) -> None:
        """Look like the one whose words are shown, or not."""
        set_look(self, "current", current)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.wanted.emit(self.number)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.wanted.emit(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.wanted.emit(self.number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.step.emit(self.number, by)


_MOST = 8


def shortened(words: str) -> str:
    """Return the first words of a stretch; the whole of it is marked beside."""
    said = words.split()
    return words if len(said) <= _MOST else f"{' '.join(said[:_MOST])} …"


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    return column
