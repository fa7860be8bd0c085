"""What a model answer is given by the rubric: a level for each criterion, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from desktop.core.course import Criterion, ModelAnswer, Rubric
from desktop.core.course_rubric import mark_of
from desktop.core.course_writing import typed
from desktop.ui.context import Context
from desktop.ui.courses.author.fields import choice_box, show_choices, show_text
from desktop.ui.form import labelled
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.saved_field import SavedField, note_edit

_NONE = "Not marked"
Put = Callable[[str, int | None, str], bool]


class MarksPart(QWidget):
    """A card for each criterion. ``put(criterion, level, why)`` keeps what was chosen or typed."""

    def __init__(self, context: Context, put: Put, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._put = put
        self._criteria: tuple[Criterion, ...] = ()
        self.cards: dict[str, _MarkCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)

    def show_marks(self, model: ModelAnswer, rubric: Rubric) -> None:
        """Show what a model answer is given."""
        if rubric.criteria != self._criteria:
            self._build(rubric.criteria)
        for key, card in self.cards.items():
            card.show_mark(*mark_of(model, key))

    def flush(self) -> None:
        """Save what is typed and not saved."""
        for card in self.cards.values():
            if card.why.unsaved:
                card.why.flush()

    def _build(self, criteria: tuple[Criterion, ...]) -> None:
        for card in self.cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._criteria, self.cards = criteria, {}
        for criterion in criteria:
            card = _MarkCard(self._context, criterion, self._put)
            self.cards[criterion.id] = card
            self._column.addWidget(card)


class _MarkCard(QFrame):
    """One criterion; why is asked only where there is a level."""

    def __init__(self, context: Context, criterion: Criterion, put: Put) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._put = put
        self._key = criterion.id
        name = typed(criterion.name)
        column = card_column(self)
        column.addWidget(text_label(name, "strong"))
        self.level: QComboBox = choice_box(self._picked, 24)
        self.level.setAccessibleName(f"Level by “{name}”")
        levels = [(str(n), f"{n}: {typed(words)}") for n, words in enumerate(criterion.levels)]
        self._choices = (("", _NONE), *levels)
        column.addWidget(self.level)
        field = note_edit(2)
        self._row = labelled(field, "Why")
        field.setAccessibleName(f"Why, by “{name}”")
        column.addWidget(self._row)
        self.why = SavedField(field, lambda text: put(self._key, self._chosen(), text), context)
        self.show_mark(None, "")

    def show_mark(self, level: int | None, why: str) -> None:
        """Show a level, None for none."""
        show_choices(self.level, self._choices, "" if level is None else str(level))
        show_text(self.why, why)
        self._row.setVisible(level is not None)

    def _chosen(self) -> int | None:
        chosen = str(self.level.currentData())
        return int(chosen) if chosen else None

    def _picked(self) -> None:
        level = self._chosen()
        self._row.setVisible(level is not None)
        self._put(self._key, level, self.why.text)
