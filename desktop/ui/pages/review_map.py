"""The evidence map on screen: a card for each question, with its argument and the gaps in it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from desktop.core.evidence_map import Argument, Evidence, Gap
from desktop.core.response import AnswerState
from desktop.ui.form import name_field
from desktop.ui.models.report_words import GAPS
from desktop.ui.models.words import SNIPPET_KINDS, counted
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import breakable, chip, set_look, set_text, text_label
from desktop.ui.widgets.page_column import PageColumn
from desktop.ui.widgets.states import state_sign, state_word

_FOLDED_BELOW = 64
_NAME_CHARACTERS = 20
_ABOUT = (
    "For each question: what is claimed, what it rests on, how it meets the other side, and "
    "what is asked for. Gaps are found by plain signs in the text; you may see better."
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A row of a card: the part of the argument, what there is of it (or what is ``missing``), and
    where that is from.
    """

    part: str
    text: str
    source: str = ""
    missing: bool = False


class EvidenceMap(PageColumn):
    """``go(str)`` asks to go to a question."""

    go = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Evidence map", margin=GAP, parent=parent)
        self.column.setSpacing(GAP)
        self.cards: list[ArgumentCard] = []
        self._arguments: tuple[Argument, ...] = ()
        self._nothing = ""
        self.said = text_label(_ABOUT, "muted")
        self.only_gaps = QCheckBox("Only arguments with gaps")
        name_field(self.only_gaps, "Only arguments with gaps")
        self.only_gaps.toggled.connect(self._choose)
        self.nothing = text_label("", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        self.add(self.said)
        self.add(self.only_gaps)
        self.add(self.nothing)
        self.add(self._list)
        self.end()

    def show_arguments(self, arguments: tuple[Argument, ...], nothing: str = "") -> None:
        """Show the arguments; a card whose argument is the same stays as it is. Where nothing is
        answered, ``nothing`` says so, and there is no more to see than why questions are skipped.
        """
        self._nothing = nothing
        self.said.setVisible(not nothing)
        self.only_gaps.setVisible(not nothing)
        if nothing:
            arguments = tuple(one for one in arguments if one.state is AnswerState.SKIPPED)
        self._arguments = arguments
        while len(self.cards) < len(arguments):
            card = ArgumentCard()
            card.go.connect(self.go)
            self.cards.append(card)
            self._list.addWidget(card)
        for card, argument in zip(self.cards, arguments, strict=False):
            card.show_argument(argument)
        self._choose()

    def _choose(self) -> None:
        only = self.only_gaps.isChecked() and not self._nothing
        shown = 0
        for place, card in enumerate(self.cards):
            there = place < len(self._arguments)
            wanted = there and (not only or bool(self._arguments[place].gaps))
            card.setVisible(wanted)
            shown += wanted
        set_text(self.nothing, self._nothing or ("" if shown else "No argument has a gap."))


class ArgumentCard(QFrame):
    """The argument of one question."""

    go = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._argument: Argument | None = None
        self._rows: list[_Row] = []
        self.title = Button("", self._go, look="link")
        self.state = chip("", "neutral")
        self.gaps = chip()
        head = FlowLayout()
        for widget in (self.title, self.state, self.gaps):
            head.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP_LARGE)
        self._column.setSpacing(GAP)
        self._column.addLayout(head)

    def show_argument(self, argument: Argument) -> None:
        """Show an argument."""
        if argument == self._argument:
            return
        self._argument = argument
        question = argument.question
        name = f"{question.number}  {question.heading or question.text}"
        self.title.set_words(name, f"Question {name}: go there")
        self.state.setText(f"{state_sign(argument.state)} {state_word(argument.state)}")
        words, look = _gap_words(argument)
        self.gaps.setText(words)
        self.gaps.setVisible(bool(words))
        set_look(self.gaps, "chip", look)
        said = _rows(argument)
        while len(self._rows) < len(said):
            row = _Row()
            self._rows.append(row)
            self._column.addWidget(row)
        for row, what in zip(self._rows, said, strict=False):
            row.show_row(what)
            row.show()
        for row in self._rows[len(said) :]:
            row.hide()
        self.setAccessibleName(f"Question {name}: {words or state_word(argument.state)}")

    def words(self) -> list[tuple[str, str]]:
        """Return what the rows say, top to bottom."""
        return [row.words() for row in self._rows if not row.isHidden()]

    def _go(self) -> None:
        if self._argument is not None:
            self.go.emit(self._argument.question.number)


class _Row(Folding):
    """A part of the argument: its name, and what there is or what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_FOLDED_BELOW, GAP_LARGE, parent, folded_spacing=0)
        self._name = text_label("", "muted")
        self._name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._text = text_label()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._from = text_label("", "small")
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._text)
        column.addWidget(self._from)
        self.add_top(self._name)
        self.add_top(said, 1)
        self._fit()

    def show_row(self, row: _Said) -> None:
        """Show a part."""
        self._name.setText(row.part)
        self._text.setText(breakable(f"✕ Missing. {row.text}" if row.missing else row.text))
        set_look(self._text, "role", "warn" if row.missing else "")
        set_text(self._from, breakable(row.source))

    def words(self) -> tuple[str, str]:
        """Return what it says."""
        return self._name.text(), "\n".join(filter(None, (self._text.text(), self._from.text())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """Give the names a column of one width, so that the rows line up."""
        if hasattr(self, "_name"):
            width = self.fontMetrics().averageCharWidth() * _NAME_CHARACTERS
            self._name.setMinimumWidth(width)


def _rows(argument: Argument) -> list[_Said]:
    """Return the parts of an argument in the order in which it is read, gaps in their places."""
    if argument.state is AnswerState.SKIPPED:
        return [_Said("Skipped", argument.skip_reason or "No reason is given.")]
    there: dict[Gap, list[tuple[str, str]]] = {
        Gap.KEY_POINT: [(argument.key_point, "")] if argument.key_point else [],
        Gap.EVIDENCE: [(item.says, _source(item)) for item in argument.evidence],
        Gap.COUNTER_ARGUMENT: [(argument.counter, "")] if argument.counter else [],
        Gap.RECOMMENDATION: [(text, "") for text in argument.asks],
    }
    found: list[_Said] = []
    for gap, (name, hint) in GAPS.items():
        for place, (text, source) in enumerate(there.get(gap, [])):
            found.append(_Said(name if place == 0 else "", text, source))
        if gap in argument.gaps:
            found.append(_Said(name, hint, missing=True))
    return found


def _source(item: Evidence) -> str:
    if not item.reference:
        return "What you have seen yourselves; nothing is cited for it."
    kind = f"{SNIPPET_KINDS[item.kind]}: " if item.kind else ""
    return f"{kind}{item.reference}"


def _gap_words(argument: Argument) -> tuple[str, str]:
    if argument.state is AnswerState.SKIPPED:
        return "", ""
    if not argument.gaps:
        return "✓ Complete", "used"
    if argument.gaps == (Gap.ANSWER,):
        return "", ""
    return f"! {counted(len(argument.gaps), 'gap')}", "warn"
