"""The cards in their groups: what helps most first, the rest folded under it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.session.prompting import PromptCard
from desktop.ui.panels.evidence_card import EvidenceCard
from desktop.ui.panels.evidence_groups import Groups
from desktop.ui.panels.evidence_section import CardSection, Show
from desktop.ui.panels.help_tab import CardList
from desktop.ui.panels.prompt_card import PromptWidget
from desktop.ui.widgets.labels import text_label


class EvidenceList(CardList):
    """Shows groups of Suggestions under what was ``looked_for`` and what is to be said (``state``),
    which scroll with them: large text leaves little room.

    ``shown()``: other cards are to be seen; ``grown()``: there are more than ever before;
    ``start(str)``: a sentence starter is wanted in the answer.
    """

    shown = Signal()
    grown = Signal()
    start = Signal(str)

    def __init__(
        self,
        looked_for: QWidget,
        state: QWidget,
        make: Callable[[], EvidenceCard],
        show: Show,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Evidence", parent)
        self.groups = Groups()
        self.add(looked_for)
        looked_for.hide()
        self.add(state)
        self.fresh = CardSection(make, show)
        self.used = CardSection(make, show, title="Already used in this response")
        self.nearest = CardSection(make, show, folded=self._nearest_words)
        self.aside = CardSection(make, show, folded=lambda count: f"Put aside ({count})")
        self.sections = (self.fresh, self.used, self.nearest, self.aside)
        for section in self.sections:
            self.add(section)
            section.setHidden(True)
            section.shown.connect(self.shown)
            section.grown.connect(self.grown)
        self._asking = text_label("Questions that help to answer it", "strong")
        self.add(self._asking)
        self._asking.hide()
        self._prompts: list[PromptWidget] = []

    def show_groups(self, groups: Groups, *, again: bool) -> None:
        """Show other groups; ``again`` keeps the place and what was opened."""
        bar = self.verticalScrollBar()
        scrolled = bar.value()
        self.groups = groups
        for section, rows in (
            (self.fresh, groups.fresh),
            (self.used, groups.used),
            (self.nearest, groups.nearest),
            (self.aside, groups.aside),
        ):
            section.show_rows(rows, again=again)
        bar.setValue(scrolled if again else 0)

    def show_prompts(self, prompts: Sequence[PromptCard]) -> None:
        """Show questions that help to argue under the cards, or none."""
        while len(self._prompts) < len(prompts):
            widget = PromptWidget(ticks=False)
            widget.start.connect(self.start)
            self._prompts.append(widget)
            self.add(widget)
            self.grown.emit()
        for widget, prompt in zip(self._prompts, prompts, strict=False):
            widget.show_prompt(prompt)
            widget.show()
        for widget in self._prompts[len(prompts) :]:
            widget.hide()
        self._asking.setVisible(bool(prompts))

    def prompts(self) -> list[PromptWidget]:
        """Return the questions that are to be seen under the cards."""
        return [widget for widget in self._prompts if not widget.isHidden()]

    def focus_aside(self) -> None:
        """Give the keyboard to the button over what was put aside."""
        self.aside.fold_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def cards(self) -> list[EvidenceCard]:
        """Return the cards to be seen, in order."""
        return list(self._cards())

    def _cards(self) -> Iterator[EvidenceCard]:
        for section in self.sections:
            yield from section.cards()

    def _nearest_words(self, count: int) -> str:
        good = self.groups.good
        return f"Show less close ones ({count})" if good else f"Show the nearest anyway ({count})"
