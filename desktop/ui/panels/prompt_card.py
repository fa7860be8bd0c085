"""One prompt: what is asked, why it is shown, where it is from; start a sentence or tick it off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from desktop.core.evidence import Purpose
from desktop.core.lacking import all_missing
from desktop.core.references import card_reference, with_locator
from desktop.session.prompting import PromptCard
from desktop.ui.form import name_field
from desktop.ui.panels.evidence_words import why_offered
from desktop.ui.panels.help_tab import card_column
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


class PromptWidget(QFrame):
    """One prompt. A ticked one stays readable, only quieter; without ``ticks`` none can be ticked.

    ``read(source, locator)``: the place that it was drawn from, of one that was said before.
    """

    start = Signal(str)
    ticked = Signal(str, bool)
    read = Signal(str, str)

    def __init__(self, parent: QWidget | None = None, *, ticks: bool = True) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._starter, self._id = "", ""
        self._place = ("", "")
        self._purpose, self._said = chip("", "kind"), chip("You said before", "used")
        self._question = text_label("", "strong")
        self._lacks = text_label("", "warn")
        self._why = text_label("", "muted")
        self._from = text_label("", "muted")
        self.button = Button("Start", lambda: self.start.emit(self._starter), look="primary")
        self.read_button = Button(
            "Read it in its place", lambda: self.read.emit(*self._place), look="link"
        )
        self.tick = QCheckBox("Answered", self)
        self.tick.clicked.connect(lambda ticked: self.ticked.emit(self._id, ticked))
        self.tick.setVisible(ticks)
        column = card_column(self)
        chips = FlowLayout()
        for label in (self._purpose, self._said):
            chips.addWidget(label)
        column.addLayout(chips)
        for label in (self._question, self._lacks, self._why, self._from):
            column.addWidget(label)
        row = FlowLayout()
        for widget in (self.button, self.tick, self.read_button):
            row.addWidget(widget)
        column.addLayout(row)

    @property
    def prompt_id(self) -> str:
        """The id of the prompt shown."""
        return self._id

    @property
    def why(self) -> str:
        """Why it is shown."""
        return " ".join(label.text() for label in (self._lacks, self._why) if label.text())

    def show_prompt(self, card: PromptCard) -> None:
        """Show another prompt."""
        prompt = card.prompt
        self._starter, self._id = card.starter, prompt.id
        self._purpose.setText(_PURPOSES[prompt.purpose])
        self._question.setText(prompt.question)
        missing = all_missing(reason.text for reason in card.reasons)
        set_text(self._lacks, f"{missing}." if missing and not card.ticked else "")
        others = why_offered(told for told in card.reasons if not all_missing([told.text]))
        set_text(self._why, " ".join(part for part in (prompt.why, others) if part))
        set_text(self._from, prompt_source(card))
        self._place = (prompt.source, prompt.locator)
        said = prompt.id.startswith(_SAID)
        for widget in (self._said, self.read_button):
            widget.setVisible(said)
        self.show_ticked(card.ticked)
        self.button.setToolTip(f"Writes “{card.starter.strip()} …” where the cursor is")
        self.setAccessibleName(prompt.question)
        name_field(self.button, f"Start: {prompt.question}", f"Writes “{card.starter.strip()}”")
        name_field(self.tick, f"Answered: {prompt.question}")
        name_field(self.read_button, f"Read in its place: {prompt.question}")

    def show_ticked(self, ticked: bool) -> None:
        """Look like one that is answered, or like one that is not."""
        self.tick.setChecked(ticked)
        set_look(self, "card", "soft" if ticked else "true")
        set_look(self._question, "role", "muted" if ticked else "strong")
        set_look(self._purpose, "chip", "neutral" if ticked else "kind")
        set_look(self.button, "primary", not ticked)


def prompt_source(card: PromptCard) -> str:
    """Return where a prompt comes from."""
    prompt = card.prompt
    if card.source is not None:
        return f"Drawn from {with_locator(card_reference(card.source), prompt.locator)}"
    return f"Good practice: {prompt.advice}" if prompt.advice else ""
