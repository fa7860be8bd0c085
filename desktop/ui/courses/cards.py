"""The cards of the page of courses: a course to begin, a practice to go on with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from desktop.core.moments import printed_day
from desktop.session.course_list import CourseCard
from desktop.session.practising import PracticeCard
from desktop.ui.form import name_field
from desktop.ui.models.words import counted
from desktop.ui.spacing import GAP, GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import breakable, chip, text_label

_FOLDS_AT = 60
_HOUR = 60


class _Card(QFrame):
    """Words at the left, buttons at the right, or below where large text leaves no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        across = Folding(_FOLDS_AT, GAP_LARGE, folded_spacing=GAP)
        outer.addWidget(across)
        words, side = QWidget(), QWidget()
        self.column = QVBoxLayout(words)
        self.side = QVBoxLayout(side)
        for column in (self.column, self.side):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(GAP_SMALL)
        across.add(words, 1)
        across.add_top(side)


class PracticeRow(_Card):
    """A course that was begun: how far, when, and the way on. With the PracticeCard come
    ``opened``, and ``put_away`` of one that is not open.
    """

    opened = Signal(object)
    put_away = Signal(object)

    def __init__(
        self, card: PracticeCard, *, first: bool, here: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.card = card
        title = card.title if card.number == 1 else f"{card.title} ({card.number})"
        self.setAccessibleName(title)
        self.column.addWidget(text_label(title, "heading"))
        if card.problem:
            self.column.addWidget(text_label(breakable(card.problem), "warn"))
        else:
            self._add_progress(card, here=here)
        self.button = Button("Go on", look="primary" if first else "", name=f"Go on with {title}")
        self.button.clicked.connect(lambda: self.opened.emit(card))
        self.side.addWidget(self.button)
        self.away = Button("Put away", look="link", name=f"Put away {title}")
        self.away.clicked.connect(lambda: self.put_away.emit(card))
        self.side.addWidget(self.away, 0, Qt.AlignmentFlag.AlignLeft)
        self.away.setVisible(not here)

    def _add_progress(self, card: PracticeCard, *, here: bool) -> None:
        steps = f"{card.done} of {counted(card.steps, 'step')} behind you"
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, max(card.steps, 1))
        bar.setValue(card.done)
        name_field(bar, "Progress", steps)
        self.column.addWidget(bar)
        when = f"last worked on {printed_day(card.last.date().isoformat())}"
        who = [f"as {card.name}"] if card.name else []
        said = " · ".join([steps, *who, when, *(["open now"] if here else [])])
        self.column.addWidget(text_label(said, "muted"))


class CourseRow(_Card):
    """A course to begin: what it teaches and how long it takes. All come with the CourseCard:
    ``begun``, ``removed``, and for trainers ``handouts``, ``shown`` (on a projector), ``edited``.
    """

    begun = Signal(object)
    removed = Signal(object)
    handouts = Signal(object)
    shown = Signal(object)
    edited = Signal(object)

    def __init__(
        self,
        card: CourseCard,
        *,
        primary: bool,
        trainer: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.card = card
        self.setAccessibleName(card.title)
        self.column.addWidget(text_label(card.title, "heading"))
        self._add_chips(card)
        if card.about:
            self.column.addWidget(text_label(card.about))
        if card.aims:
            self.column.addSpacing(GAP_SMALL)
            self.column.addWidget(text_label("At the end you can", "strong"))
            self._add_lines(card.aims)
        if not card.is_sound:
            self.column.addWidget(text_label("This course cannot be used as it stands.", "warn"))
            self._add_lines([str(problem) for problem in card.problems])
        self.button = Button("Begin", look="primary" if primary else "", name=f"Begin {card.title}")
        self.button.clicked.connect(lambda: self.begun.emit(card))
        self.side.addWidget(self.button)
        self.button.setVisible(card.is_sound)
        self._add_deeds(card, trainer=trainer)

    def _add_chips(self, card: CourseCard) -> None:
        chips = QWidget()
        row = FlowLayout(chips)
        if card.minutes:
            row.addWidget(chip(length_words(card.minutes), "neutral"))
        if card.own:
            row.addWidget(chip("Your own", "used"))
        if card.example:
            row.addWidget(chip("Invented people and figures", "neutral"))
        self.column.addWidget(chips)
        if card.author:
            self.column.addWidget(text_label(f"By {card.author}", "muted"))

    def _add_lines(self, lines: Sequence[str]) -> None:
        for line in lines:
            self.column.addWidget(text_label(f"•  {line}", "muted"))

    def _add_deeds(self, card: CourseCard, *, trainer: bool) -> None:
        deeds = [
            ("Handouts…", "Handouts of", self.handouts, trainer and card.is_sound),
            ("Projector…", "Show on a projector:", self.shown, trainer and card.is_sound),
            ("Change…", "Change", self.edited, trainer),
            ("Remove", "Remove", self.removed, card.own),
        ]
        for words, said, signal, offered in deeds:
            if offered:
                button = Button(words, look="link", name=f"{said} {card.title}")
                button.clicked.connect(lambda _=False, signal=signal: signal.emit(card))
                self.side.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def length_words(minutes: int) -> str:
    """Return how long something takes: "25 minutes", "1 hour 30 minutes"."""
    hours, left = divmod(minutes, _HOUR)
    parts = [counted(hours, "hour")] if hours else []
    return " ".join([*parts, counted(left, "minute")] if left or not parts else parts)
