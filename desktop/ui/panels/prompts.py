"""Questions that help to argue: start a sentence from one, tick it off when it is answered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from desktop.core.changes import Kind
from desktop.core.edits import TickPrompt
from desktop.core.evidence import Purpose
from desktop.core.references import card_reference, with_locator
from desktop.session.prompting import PromptCard
from desktop.ui.context import Context
from desktop.ui.form import name_field
from desktop.ui.models.library_places import reading_place
from desktop.ui.panels.help_tab import CardList, HelpTab, card_column
from desktop.ui.spacing import GAP
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import chip, set_look, set_text, text_label

# How the ids of prompts begin that ask about a recommendation of an earlier response.
_SAID = "said:"
_PURPOSES = {
    Purpose.CLAIM: "Claim",
    Purpose.EVIDENCE: "Evidence",
    Purpose.EXAMPLE: "Example",
    Purpose.COUNTER_ARGUMENT: "Counter-argument",
    Purpose.RECOMMENDATION: "Recommendation",
}


class PromptsPanel(HelpTab):
    """``start(str)``: write this at the cursor; ``counted(int)``: how many are not ticked."""

    start = Signal(str)
    counted = Signal(int)
    kinds = (Kind.PROMPTS, Kind.ORGANISATION, Kind.LIBRARY)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._cards: list[PromptWidget] = []
        self._list = CardList("Prompts")
        self._none = text_label("There are no prompts for this question.", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(
            text_label("Questions a committee would ask you. Start a sentence from one.", "muted")
        )
        column.addWidget(self._none)
        column.addWidget(self._list, 1)

    def cards(self) -> list[PromptWidget]:
        """Return the cards on screen, in order."""
        return [card for card in self._cards if not card.isHidden()]

    def count_open(self) -> None:
        """Say how many prompts are not ticked, also while the tab is not to be seen."""
        if self.draft is not None:
            cards = self.context.session.prompts(self.draft, self.number)
            self.counted.emit(sum(not card.ticked for card in cards))

    def refresh(self) -> None:
        if self.draft is None:
            return
        found = self.context.session.prompts(self.draft, self.number)
        # What one has said oneself is asked about first: a committee remembers it too.
        found.sort(key=lambda card: (card.ticked, not card.prompt.id.startswith(_SAID)))
        while len(self._cards) < len(found):
            self._cards.append(self._make_card())
        for card, prompt in zip(self._cards, found, strict=False):
            card.show_prompt(prompt)
            card.show()
        for card in self._cards[len(found) :]:
            card.hide()
        self._none.setVisible(not found)
        self.counted.emit(sum(not card.ticked for card in found))

    def _make_card(self) -> PromptWidget:
        card = PromptWidget()
        card.start.connect(self.start)
        card.ticked.connect(self._tick)
        card.read.connect(self._read)
        self._list.add(card)
        return card

    def _read(self, source: str, locator: str) -> None:
        self.context.go(reading_place(source, locator))

    def _tick(self, prompt: str, ticked: bool) -> None:
        if self.draft is None:
            return
        edit = TickPrompt(self.draft.response.id, self.number, prompt, ticked)
        if self.context.apply(edit) is None:
            self.refresh()


class PromptWidget(QFrame):
    """One prompt. A ticked one stays readable, only quieter.

    ``read(source, locator)``: the place that it was drawn from, of one that was said before.
    """

    start = Signal(str)
    ticked = Signal(str, bool)
    read = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._starter, self._id = "", ""
        self._place = ("", "")
        self._purpose, self._said = chip("", "kind"), chip("You said before", "used")
        self._question = text_label("", "strong")
        self._why = text_label("", "muted")
        self._from = text_label("", "muted")
        self.button = Button("Start")
        self.button.setProperty("primary", True)
        self.read_button = Button(
            "Read it in its place", lambda: self.read.emit(*self._place), look="link"
        )
        self.tick = QCheckBox("Answered")
        self.button.clicked.connect(lambda: self.start.emit(self._starter))
        self.tick.clicked.connect(lambda ticked: self.ticked.emit(self._id, ticked))
        column = card_column(self)
        chips = FlowLayout()
        for label in (self._purpose, self._said):
            chips.addWidget(label)
        column.addLayout(chips)
        for label in (self._question, self._why, self._from):
            column.addWidget(label)
        row = FlowLayout()
        for widget in (self.button, self.tick, self.read_button):
            row.addWidget(widget)
        column.addLayout(row)

    @property
    def prompt_id(self) -> str:
        """The id of the prompt shown."""
        return self._id

    def show_prompt(self, card: PromptCard) -> None:
        """Show another prompt."""
        prompt = card.prompt
        self._starter, self._id = card.starter, prompt.id
        self._purpose.setText(_PURPOSES[prompt.purpose])
        self._question.setText(prompt.question)
        set_text(self._why, prompt.why)
        set_text(self._from, prompt_source(card))
        self._place = (prompt.source, prompt.locator)
        said = prompt.id.startswith(_SAID)
        for widget in (self._said, self.read_button):
            widget.setVisible(said)
        self.tick.setChecked(card.ticked)
        set_look(self, "card", "soft" if card.ticked else "true")
        set_look(self._question, "role", "muted" if card.ticked else "strong")
        set_look(self._purpose, "chip", "neutral" if card.ticked else "kind")
        set_look(self.button, "primary", not card.ticked)
        self.button.setToolTip(f"Writes “{card.starter.strip()} …” where the cursor is")
        self.setAccessibleName(prompt.question)
        name_field(self.button, f"Start: {prompt.question}", f"Writes “{card.starter.strip()}”")
        name_field(self.tick, f"Answered: {prompt.question}")
        name_field(self.read_button, f"Read in its place: {prompt.question}")


def prompt_source(card: PromptCard) -> str:
    """Return where a prompt comes from."""
    prompt = card.prompt
    if card.source is not None:
        return f"Drawn from {with_locator(card_reference(card.source), prompt.locator)}"
    return f"Good practice: {prompt.advice}" if prompt.advice else ""
