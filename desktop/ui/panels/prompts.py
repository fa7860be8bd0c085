"""Questions that help to argue: first those about what the answer still lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.changes import Changes, Kind
from desktop.core.edits import TickPrompt
from desktop.core.lacking import all_missing
from desktop.core.response import Draft
from desktop.session.prompting import PromptCard
from desktop.ui.context import Context
from desktop.ui.debounce import SAVE_AT_LATEST_MS, Debounce
from desktop.ui.models.library_places import reading_place
from desktop.ui.panels.help_tab import CardList, HelpTab
from desktop.ui.panels.prompt_card import PromptWidget
from desktop.ui.reading_order import follow_reading_order
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import set_text, text_label

# Longer than a save waits at most: nothing is read anew while somebody types on.
PROMPTS_QUIET_MS = SAVE_AT_LATEST_MS + 400
_AT_ONCE, _MORE = 12, 12
_IS_FOR = "Questions a committee would ask you. Start a sentence from one."


class PromptsPanel(HelpTab):
    """``start(str)``: write this at the cursor; ``counted(int)``: how many are not ticked.

    ``paragraph`` gives what is being argued at the cursor, "" where that is not followed.
    """

    start = Signal(str)
    counted = Signal(int)
    kinds = (Kind.PROMPTS, Kind.ORGANISATION, Kind.LIBRARY)

    def __init__(
        self,
        context: Context,
        paragraph: Callable[[], str] = lambda: "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._paragraph = paragraph
        self._cards: list[PromptWidget] = []
        self._found: list[PromptCard] = []
        self._most = _AT_ONCE
        self._held = False
        self.list = CardList("Prompts")
        self._said = text_label(_IS_FOR, "muted")
        self._lacks = text_label("", "strong")
        self.more_button = Button("", self._show_more, look="link")
        self._reading = context.jobs.lane(self)
        self._soon = Debounce(PROMPTS_QUIET_MS, self.refresh, self)
        self._body = QVBoxLayout()
        self._body.setSpacing(GAP)
        inside = QWidget()
        inside.setLayout(self._body)
        self._body.setContentsMargins(0, 0, 0, 0)
        # What is said scrolls with the cards: large text leaves little room.
        for widget in (self._said, self._lacks, inside):
            self.list.add(widget)
        self.list.add(self.more_button)
        self.list.column.setAlignment(self.more_button, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.list, 1)
        self._lacks.hide()
        self.list.released.connect(self._show_held)

    @property
    def message(self) -> str:
        """What stands above the cards."""
        return " ".join(part.text() for part in (self._said, self._lacks) if part.text())

    @property
    def looking(self) -> bool:
        """Whether the prompts are being read."""
        return self._reading.running or self._soon.waiting

    def cards(self) -> list[PromptWidget]:
        """Return the cards on screen, in order."""
        return [card for card in self._cards if not card.isHidden()]

    def show_question(self, draft: Draft, number: str) -> None:
        """Turn to another question; it is read also while the tab is hidden, for the count."""
        place = (self.draft.response.id if self.draft else "", self.number)
        self.draft, self.number = draft, number
        if (draft.response.id, number) != place:
            self._most, self._found = _AT_ONCE, []
            self._show()
            self._said.setText(_IS_FOR)
            self.list.to_top()
        self.refresh()

    def changed(self, draft: Draft, changes: Changes) -> None:
        self.draft = draft
        if changes.touches(*self.kinds):
            self.refresh()
        elif changes.touches(Kind.ANSWER, Kind.RECOMMENDATIONS):
            self._soon.poke()

    def refresh(self) -> None:
        if self.draft is None:
            return
        self._soon.cancel()
        job = self.context.session.prompting(self.draft, self.number, self._paragraph())
        self._reading.run(job, self._know)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_held()

    def _know(self, found: list[PromptCard]) -> None:
        self._found = found
        self.counted.emit(sum(not card.ticked for card in found))
        if self.isVisible() and not self.list.in_use:
            self._show()
        else:
            self._held = True

    def _show(self) -> None:
        self._held = False
        self._fill()
        set_text(self._lacks, lacks_words(self._found))
        self._said.setText(_IS_FOR if self._found else "There are no prompts for this question.")

    def _fill(self) -> None:
        shown = self._found[: self._most]
        if len(self._cards) < len(shown):
            self._cards += [self._make_card() for _ in shown[len(self._cards) :]]
            follow_reading_order(self)
        for card, prompt in zip(self._cards, shown, strict=False):
            card.show_prompt(prompt)
            card.show()
        for card in self._cards[len(shown) :]:
            card.hide()
        left = len(self._found) - len(shown)
        self.more_button.set_words(f"Show {min(left, _MORE)} more")
        self.more_button.setVisible(left > 0)

    def _show_more(self) -> None:
        before = len(self.cards())
        self._most += _MORE
        self._fill()
        # The button may be gone: the keyboard goes on with the first of the new cards.
        self._cards[before].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_held(self) -> None:
        if self._held and self.isVisible():
            self._show()

    def _make_card(self) -> PromptWidget:
        card = PromptWidget()
        card.start.connect(self.start)
        card.ticked.connect(self._tick)
        card.read.connect(self._read)
        self._body.addWidget(card)
        return card

    def _read(self, source: str, locator: str) -> None:
        self.context.go(reading_place(source, locator))

    def _tick(self, prompt: str, ticked: bool) -> None:
        if self.draft is None:
            return
        for card in self._cards:
            if card.prompt_id == prompt:
                card.show_ticked(ticked)
        edit = TickPrompt(self.draft.response.id, self.number, prompt, ticked)
        if self.context.apply(edit) is None:
            self.refresh()


def lacks_words(cards: Iterable[PromptCard]) -> str:
    """Return what the answer lacks, as the reasons of the prompts about it say, in one sentence."""
    waiting = (card for card in cards if card.lacking and not card.ticked)
    said = all_missing(reason.text for card in waiting for reason in card.reasons)
    return f"{said}." if said else ""
