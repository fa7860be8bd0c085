"""One criterion of the rubric: its levels, and why and where each who looks sees what they give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.course import Criterion
from desktop.core.learning import Column
from desktop.core.response import Draft
from desktop.ui.commenting.rubric_columns import Said
from desktop.ui.context import Context
from desktop.ui.courses.place_picker import PlacePicker, Written
from desktop.ui.courses.rubric_grid import HEADS, RubricGrid
from desktop.ui.form import labelled
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, set_text, text_label
from desktop.ui.widgets.saved_field import SavedField, line_edit


class CriterionCard(QFrame):
    """``said(Column, Said)``: who looks says this now."""

    said = Signal(object, object)

    def __init__(
        self,
        criterion: Criterion,
        context: Context,
        draft: Callable[[], Draft],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.criterion = criterion
        self._draft = draft
        self._pointing = Column.SELF
        self.grid = RubricGrid(criterion)
        self.whys = {
            column: WhyAndWhere(column, criterion, context) for column in (Column.SELF, Column.PEER)
        }
        self.trainer = text_label()
        self.picker = PlacePicker()
        column = card_column(self)
        column.setSpacing(GAP)
        column.addWidget(text_label(criterion.name, "heading"))
        column.addWidget(text_label(breakable(criterion.asks), "muted"))
        column.addWidget(self.grid)
        for who, why in self.whys.items():
            column.addWidget(why)
            why.said.connect(lambda said, who=who: self.said.emit(who, said))
            why.pointing.connect(lambda who=who: self._open_picker(who))
        column.addWidget(self.picker)
        column.addWidget(self.trainer)
        self.grid.chosen.connect(self._choose)
        self.picker.picked.connect(self._picked)
        self.picker.closed.connect(lambda: self.whys[self._pointing].point.setFocus())

    def show_said(self, said: Mapping[Column, Said]) -> None:
        """Show what everybody says."""
        for column, one in said.items():
            self.grid.show_level(column, one.level)
        for column, why in self.whys.items():
            why.show_said(said[column])
        theirs = said[Column.TRAINER]
        parts = [theirs.text, f"“{theirs.quote}”" if theirs.quote else ""]
        words = " ".join(part for part in parts if part)
        set_text(self.trainer, f"Trainer: {breakable(words)}" if words else "")

    def flush(self) -> None:
        """Save what was typed."""
        for why in self.whys.values():
            why.saved.flush()

    def _choose(self, column: Column, level: int) -> None:
        why = self.whys[column]
        self.said.emit(column, replace(why.now(), level=level))

    def _open_picker(self, column: Column) -> None:
        self._pointing = column
        self.picker.open_picker(self._draft())

    def _picked(self, written: Written) -> None:
        now = self.whys[self._pointing].now()
        said = replace(now, quote=written.words, question=written.question)
        self.said.emit(self._pointing, said)


class WhyAndWhere(QWidget):
    """Why somebody gives a level, and the place that shows it. ``said(Said)``: that has changed;
    ``pointing()``: a place is to be chosen.
    """

    said = Signal(object)
    pointing = Signal()

    def __init__(
        self, column: Column, criterion: Criterion, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._said = Said()
        who = HEADS[column]
        self.why = line_edit()
        self.saved = SavedField(self.why, self._save, context)
        self.place = text_label()
        about = f"{criterion.name}, {who.lower()}"
        self.point = Button(
            "Point at a place…",
            self.pointing.emit,
            look="link",
            name=f"Point at a place: {about}",
        )
        self.no_place = Button(
            "Take the place away",
            lambda: self._say(replace(self.now(), quote="", question="")),
            look="link",
            name=f"Take the place away: {about}",
        )
        self.nothing = Button(
            "Take the level back",
            lambda: self._say(replace(self.now(), level=None)),
            look="link",
            name=f"Take the level back: {about}",
        )
        buttons = FlowLayout(spacing=GAP)
        for button in (self.point, self.no_place, self.nothing):
            button.setProperty("inline", True)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_SMALL)
        layout.addWidget(labelled(self.why, f"{who}: why?"))
        self.why.setAccessibleName(f"{about}: why?")
        layout.addWidget(self.place)
        layout.addLayout(buttons)
        self._is_peer = column is Column.PEER

    def now(self) -> Said:
        """Return what is said, with what is typed and not saved yet."""
        return replace(self._said, text=self.saved.text)

    def show_said(self, said: Said) -> None:
        """Show what is kept."""
        self._said = said
        self.saved.show(said.text)
        where = f", question {said.question}" if said.question else ""
        set_text(self.place, f"“{breakable(said.quote)}”{where}" if said.quote else "")
        self.point.set_words(
            "Point at another place…" if said.quote else "Point at a place…",
            self.point.accessibleName(),
        )
        self._show_button(self.no_place, bool(said.quote))
        self._show_button(self.nothing, said.level is not None)
        # A peer has a line of their own once they have given something.
        empty = said == Said() and not self.why.hasFocus()
        self.setVisible(not (self._is_peer and empty))

    def _show_button(self, button: Button, wanted: bool) -> None:
        """Show a button or not; the keyboard does not fall to nowhere."""
        if not wanted and button.hasFocus():
            self.point.setFocus(Qt.FocusReason.OtherFocusReason)
        button.setVisible(wanted)

    def _save(self, text: str) -> bool:
        self.said.emit(replace(self._said, text=text))
        return self._said.text == text

    def _say(self, said: Said) -> None:
        self.said.emit(said)
