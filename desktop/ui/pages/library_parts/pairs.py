"""Two pieces of evidence side by side: they say the same, or give different figures for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.core.evidence import Snippet, Source
from desktop.ui.pages.library_parts.pair_card import PairCard
from desktop.ui.pages.library_parts.pair_marks import different_words, figures
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import set_text, text_label
from desktop.ui.widgets.page_column import PageColumn

_FOLDS_BELOW = 84


class PairKind(StrEnum):
    """Why two Snippets are shown together."""

    ALIKE = "alike"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two Snippets with their Sources; ``about`` is what both give a figure for."""

    one: Snippet
    other: Snippet
    sources: tuple[Source, Source]
    about: str = ""

    @property
    def name(self) -> str:
        """What the pair is remembered by once a person has said that both stay."""
        return "|".join(sorted((self.one.id, self.other.id)))


_WORDS = {
    PairKind.ALIKE: (
        "Snippets that say nearly the same",
        "Keep one: it takes the tags and questions of the other, which is retired; answers that "
        "cite it stay as they are. Words that only one has are bold and underlined.",
        "Nothing here: no two snippets say nearly the same.",
    ),
    PairKind.FIGURES: (
        "Snippets that give different figures",
        "A reader will ask which is right. Mend or retire one, or let both stay where both are. "
        "Figures are bold and underlined.",
        "Nothing here: no two snippets give different figures for the same thing.",
    ),
}


class PairsView(PageColumn):
    """``keep(Snippet, Snippet)``: the first is kept, the other retired; ``edit(Snippet)``,
    ``retire(Snippet)``; ``both(Pair)``: both stay, ask no more; ``left()``.
    """

    keep = Signal(object, object)
    edit = Signal(object)
    retire = Signal(object)
    both = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Two snippets side by side", wide=True, parent=parent)
        self.kind = PairKind.ALIKE
        self._pairs: Sequence[Pair] = ()
        self._place = 0
        self._gone: set[str] = set()
        self._settled: set[str] = set()
        self.back_button = Button("← Back to the library", self.left.emit, look="link")
        self.back_button.setProperty("inline", True)
        self.title, self.said = text_label("", "title"), text_label("", "heading")
        self.hint, self.about = text_label("", "muted"), text_label("", "strong")
        self.cards = (PairCard("1"), PairCard("2"))
        self.both_button = Button("Both stay (B)", self._both)
        self.previous_button = Button("Previous", lambda: self._step(-1))
        self.next_button = Button("Next", lambda: self._step(1))
        self._side = Folding(_FOLDS_BELOW)
        self._foot = QWidget()
        self._build()

    def wait(self, kind: PairKind) -> None:
        """Say that pairs of this kind are being looked for."""
        self.kind, self._pairs = kind, ()
        title, hint, _ = _WORDS[kind]
        self.title.setText(title)
        self.setAccessibleName(title)
        self.hint.setText(hint)
        self._hide("Comparing the snippets with one another…")

    def show_pairs(self, kind: PairKind, pairs: Sequence[Pair]) -> None:
        """Begin with the first of these."""
        self.wait(kind)
        self._pairs, self._place, self._gone, self._settled = pairs, 0, set(), set()
        self._show()

    @property
    def pair(self) -> Pair | None:
        """The two that are looked at now."""
        return self._pairs[self._place] if self._place < len(self._pairs) else None

    def gone(self, name: str) -> None:
        """Know that a Snippet was retired: no pair with it is left to settle."""
        self._gone.add(name)
        self._step(1)

    def settled(self, pair: Pair) -> None:
        """Know that both of a pair stay."""
        self._settled.add(pair.name)
        self._step(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {
            Qt.Key.Key_1: self.cards[0].keep_button.click,
            Qt.Key.Key_2: self.cards[1].keep_button.click,
            Qt.Key.Key_B: self.both_button.click,
            Qt.Key.Key_Left: lambda: self._step(-1),
            Qt.Key.Key_Right: lambda: self._step(1),
            Qt.Key.Key_Escape: self.left.emit,
        }.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            act()

    def _open(self, pair: Pair) -> bool:
        return pair.name not in self._settled and self._gone.isdisjoint(
            (pair.one.id, pair.other.id)
        )

    def _step(self, by: int) -> None:
        place = self._place + by
        while 0 <= place < len(self._pairs) and not self._open(self._pairs[place]):
            place += by
        if 0 <= place <= len(self._pairs):
            self._place = place
            self._show()

    def _show(self) -> None:
        pair = self.pair
        if pair is None:
            done = "That was the last of them." if self._pairs else _WORDS[self.kind][2]
            self._hide(done)
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        alike = self.kind is PairKind.ALIKE
        self.said.setText(f"{self._place + 1} of {len(self._pairs)}")
        set_text(self.about, f"Both are about: {pair.about}" if pair.about else "")
        marks = (
            different_words(pair.one, pair.other)
            if alike
            else (figures(pair.one), figures(pair.other))
        )
        both = zip(self.cards, (pair.one, pair.other), pair.sources, marks, strict=True)
        for card, snippet, source, marked in both:
            card.show_snippet(snippet, source, marked, keep=alike)
        for widget in (self._side, self._foot, self.hint):
            widget.show()
        self.previous_button.setEnabled(self._place > 0)
        self.verticalScrollBar().setValue(0)
        first = self.cards[0].keep_button if alike else self.both_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide(self, said: str) -> None:
        self.said.setText(said)
        for widget in (self._side, self._foot, self.about):
            widget.hide()

    def _both(self) -> None:
        if self.pair is not None:
            self.both.emit(self.pair)

    def _keep(self, place: int) -> None:
        pair = self.pair
        if pair is not None:
            two = (pair.one, pair.other)
            self.keep.emit(two[place], two[1 - place])

    def _build(self) -> None:
        self.column.setSpacing(GAP)
        self.column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (self.title, self.hint, self.said, self.about):
            self.column.addWidget(label)
        for place, card in enumerate(self.cards):
            card.keep.connect(lambda place=place: self._keep(place))
            card.edit.connect(self.edit)
            card.retire.connect(self.retire)
            self._side.add_top(card, 1)
        self.column.addWidget(self._side)
        row = FlowLayout(self._foot)
        for button in (self.both_button, self.previous_button, self.next_button):
            row.addWidget(button)
        self.column.addWidget(self._foot)
        self.end()
