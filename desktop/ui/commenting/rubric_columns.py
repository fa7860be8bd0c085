"""The rubric as three people filled it in, side by side; no total is made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.core.course import Course, Criterion
from desktop.core.learning import Column, Learning, Work, WorkKind
from desktop.core.text import one_line
from desktop.ui.context import Context
from desktop.ui.form import name_field
from desktop.ui.spacing import GAP, GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import breakable, set_text, text_label, tip
from desktop.ui.widgets.saved_field import SavedField, line_edit

_FOLDED_BELOW = 80
COLUMNS = {Column.SELF: "Learner", Column.PEER: "Peer", Column.TRAINER: "Trainer"}


@dataclass(frozen=True, slots=True)
class Said:
    """What one person says at a criterion; ``level`` None = nothing yet."""

    level: int | None = None
    text: str = ""
    quote: str = ""
    question: str = ""

    @classmethod
    def of(cls, work: Work | None) -> Said:
        """Return what a piece of work says."""
        if work is None:
            return cls()
        return cls(work.level, *map(work.words, ("text", "quote", "question")))

    def data(self) -> Mapping[str, object]:
        """Return it as a Work holds it, nothing where nothing is said."""
        said: dict[str, object] = {
            key: value
            for key, value in (
                ("text", self.text),
                ("quote", self.quote),
                ("question", self.question),
            )
            if value
        }
        return said if self.level is None else {"level": self.level, **said}


class RubricColumns(QWidget):
    """``said(criterion, Said)``: the trainer says this, where ``context`` is given to save with;
    ``points(criterion)``: the words that are selected are to be its place.
    """

    said = Signal(str, object)
    points = Signal(str)

    def __init__(self, context: Context | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.cards: list[CriterionCard] = []
        self.heading = text_label("Rubric", "heading")
        self.whose = text_label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.heading)
        column.addWidget(self.whose)
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        column.addLayout(self._list)

    def show_rubric(self, course: Course, learning: Learning) -> None:
        """Show the columns of one learner's work."""
        set_text(self.whose, breakable(course.rubric.whose))
        criteria = course.rubric.criteria
        while len(self.cards) < len(criteria):
            card = CriterionCard(self._context)
            card.said.connect(self.said)
            card.points.connect(self.points)
            self.cards.append(card)
            self._list.addWidget(card)
        for card, criterion in zip(self.cards, criteria, strict=False):
            card.show_criterion(
                criterion,
                {
                    column: Said.of(learning.work(WorkKind.RUBRIC, f"{column}/{criterion.id}"))
                    for column in Column
                },
            )
            card.show()
        for card in self.cards[len(criteria) :]:
            card.hide()

    def flush(self) -> None:
        """Save what is typed."""
        for card in self.cards:
            card.flush()


class CriterionCard(QFrame):
    """One criterion, and what three people say of it."""

    said = Signal(str, object)
    points = Signal(str)

    def __init__(self, context: Context | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.criterion = ""
        self._levels: tuple[str, ...] = ("", "", "", "")
        self.name = text_label("", "strong")
        self.asks = text_label("", "muted")
        self.given = _Given(context, self._say, self._point) if context is not None else None
        self.columns = {
            column: _Column(COLUMNS[column])
            for column in Column
            if column is not Column.TRAINER or self.given is None
        }
        row = Folding(_FOLDED_BELOW, GAP_LARGE)
        for widget in self.columns.values():
            row.add_top(widget, 1)
        if self.given is not None:
            row.add_top(self.given, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
        layout.setSpacing(GAP_SMALL)
        layout.addWidget(self.name)
        layout.addWidget(self.asks)
        layout.addWidget(row)

    def show_criterion(self, criterion: Criterion, said: Mapping[Column, Said]) -> None:
        """Show a criterion; what is typed is saved before another learner's work is shown."""
        self.criterion = criterion.id
        self.name.setText(criterion.name)
        self.asks.setText(breakable(criterion.asks))
        for column, widget in self.columns.items():
            widget.show_said(said[column], criterion)
        if self.given is not None:
            self.given.show_said(said[Column.TRAINER], criterion)

    def flush(self) -> None:
        """Save what is typed."""
        if self.given is not None and self.criterion:
            self.given.why_saved.flush()

    def _say(self, said: Said) -> None:
        self.said.emit(self.criterion, said)

    def _point(self) -> None:
        self.points.emit(self.criterion)


class _Column(QWidget):
    """What somebody said."""

    def __init__(self, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = who
        self.level = text_label()
        self.text = text_label()
        self.place = text_label("", "small")
        _stack(self, text_label(who, "muted"), self.level, self.text, self.place)

    def show_said(self, said: Said, criterion: Criterion) -> None:
        """Show it."""
        level = "Nothing yet" if said.level is None else f"{said.level}  {_short(said, criterion)}"
        self.level.setText(breakable(level))
        self.level.setAccessibleName(f"{criterion.name}, {self._who.lower()}: {level}")
        set_text(self.text, breakable(said.text))
        set_text(self.place, breakable(_place(said)))


class _Given(QWidget):
    """What the trainer says: four buttons, why, and a place in the text."""

    def __init__(
        self,
        context: Context,
        say: Callable[[Said], None],
        point: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._said = Said()
        self.buttons = [_level_button(str(level)) for level in range(4)]
        for level, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, level=level: self._choose(level))
        self.meaning = text_label("", "small")
        self.why: QLineEdit = line_edit("Why? (for the learner)")
        self.why_saved = SavedField(self.why, self._save_why, context)
        self.place = text_label("", "small")
        self.point_button = Button("Point at the selected words", point, look="link")
        self.no_place_button = Button("Take the place away", self._take_place, look="link")
        places = FlowLayout(spacing=GAP)
        for button in (self.point_button, self.no_place_button):
            button.setProperty("inline", True)
            places.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(GAP_SMALL)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = _stack(self, text_label("You", "muted"))
        column.addLayout(row)
        for widget in (self.meaning, self.why, self.place):
            column.addWidget(widget)
        column.addLayout(places)

    def show_said(self, said: Said, criterion: Criterion) -> None:
        """Show it."""
        self._said = said
        for level, button in enumerate(self.buttons):
            chosen = level == said.level
            button.setChecked(chosen)
            button.setText(f"✓ {level}" if chosen else f"{level}")
            button.setToolTip(tip(criterion.levels[level]))
            name_field(button, f"{criterion.name}: {level}", criterion.levels[level])
        level = said.level
        set_text(self.meaning, "" if level is None else breakable(criterion.levels[level]))
        name_field(self.why, f"{criterion.name}: why")
        self.why_saved.show(said.text)
        set_text(self.place, breakable(_place(said)))
        name = "Point at the selected words"
        self.point_button.set_words(name, f"{criterion.name}: {name[0].lower()}{name[1:]}")
        name = "Take the place away"
        self.no_place_button.set_words(name, f"{criterion.name}: {name[0].lower()}{name[1:]}")
        if not said.quote and self.no_place_button.hasFocus():
            self.point_button.setFocus()
        self.no_place_button.setVisible(bool(said.quote))

    def _choose(self, level: int) -> None:
        # A second press takes it away.
        now = None if level == self._said.level else level
        said = self._said
        self._say(Said(now, self.why_saved.text, said.quote, said.question))

    def _take_place(self) -> None:
        self._say(Said(self._said.level, self.why_saved.text))

    def _save_why(self, text: str) -> bool:
        said = self._said
        self._say(Said(said.level, text, said.quote, said.question))
        return True


def _level_button(words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    button.setProperty("boxed", True)
    button.setProperty("snug", True)
    return button


def _stack(widget: QWidget, *inside: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP_SMALL)
    for each in inside:
        column.addWidget(each)
    return column


def _short(said: Said, criterion: Criterion) -> str:
    return "" if said.level is None else criterion.levels[said.level]


def _place(said: Said) -> str:
    if not said.quote:
        return ""
    where = f", question {said.question}" if said.question else ""
    return f"“{one_line(said.quote)}”{where}"
