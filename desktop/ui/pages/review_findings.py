"""The findings of a whole submission as cards, what must be mended first."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.dismissing import Checked
from desktop.core.finding import Finding, FindingLevel, Fix
from desktop.core.response import Draft
from desktop.ui.models.words import LEVELS, counted, day, dismiss_words
from desktop.ui.pages.finding_places import place_of, place_words
from desktop.ui.panels.checks_dismissed import DismissedList
from desktop.ui.place import Place
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.address_label import AddressLabel
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, chip, set_look, set_text, text_label
from desktop.ui.widgets.page_column import PageColumn

# A report pasted whole may have thousands of findings; a card for each would stop the window.
_MOST_CARDS = 60
_TELLING = {
    FindingLevel.ERROR: "must be mended",
    FindingLevel.WARNING: "worth mending",
    FindingLevel.NUDGE: "to think about",
}


class FindingsView(PageColumn):
    """The findings with a sentence above that says how many there are, and what was dismissed.

    ``bring_back(Dismissal)`` asks to say one again.
    """

    bring_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("What to mend", wide=True, margin=GAP, parent=parent)
        self.column.setSpacing(GAP)
        self.said = text_label("Checking…", "muted")
        self.list = FindingsList(acting=True)
        self.dismissed = DismissedList()
        self.dismissed.bring_back.connect(self.bring_back)
        self.add(self.said)
        self.add(self.list)
        self.add(self.dismissed)
        self.end()

    def show_findings(self, draft: Draft, checked: Checked) -> None:
        """Show these, in their order."""
        self.list.show_findings(draft, checked.open)
        self.dismissed.show_dismissed(checked.dismissed)
        self.said.setText(telling(checked.open))


class FindingsList(QWidget):
    """Cards, one below the other. ``go(Finding)`` asks to go where it is mended; with ``acting``
    there are buttons too: ``mend(Finding, Fix)`` and ``dismiss(Finding)`` ask for these.
    """

    go = Signal(object)
    mend = Signal(object, object)
    dismiss = Signal(object)

    def __init__(self, *, acting: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acting = acting
        self._cards: list[FindingCard] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP)
        self.more = text_label("", "muted")
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(GAP)
        self._outer.addLayout(self._column)
        self._outer.addWidget(self.more)

    def cards(self) -> list[FindingCard]:
        """Return the cards on screen, first to last."""
        return [card for card in self._cards if not card.isHidden()]

    def show_findings(self, draft: Draft, findings: tuple[Finding, ...]) -> None:
        """Show these, in their order; of very many the first."""
        hidden = len(findings) - _MOST_CARDS
        set_text(self.more, f"… and {hidden:,} more, once these are mended." if hidden > 0 else "")
        findings = findings[:_MOST_CARDS]
        # Each card that is shown would have all the others laid out again.
        self._outer.setEnabled(False)
        while len(self._cards) < len(findings):
            card = FindingCard(acting=self._acting)
            card.go.connect(self.go)
            card.mend.connect(self.mend)
            card.dismiss.connect(self.dismiss)
            self._column.addWidget(card)
            self._cards.append(card)
        for card, finding in zip(self._cards, findings, strict=False):
            card.show_finding(finding, draft)
            card.show()
        for card in self._cards[len(findings) :]:
            card.hide()
        self._outer.setEnabled(True)
        self._outer.invalidate()


def telling(findings: tuple[Finding, ...]) -> str:
    """Return how much there is to mend: "2 must be mended, 3 worth mending"."""
    tally = Counter(finding.level for finding in findings)
    parts = [f"{tally[level]} {words}" for level, words in _TELLING.items() if tally[level]]
    if not parts:
        return "Nothing to mend: the checks found nothing."
    return f"{counted(len(findings), 'finding')}: {', '.join(parts)}."


class FindingCard(QFrame):
    """One Finding: how much it matters, where, what is wrong, what to do, and who says so."""

    go = Signal(object)
    mend = Signal(object, object)
    dismiss = Signal(object)

    def __init__(self, *, acting: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._finding: Finding | None = None
        self._place: Place | None = None
        self._fixes: list[Button] = []
        self.dismiss_button = Button("", self._dismiss, look="link")
        self._deeds = QWidget()
        if not acting:
            self._deeds.hide()
        self._row = FlowLayout(self._deeds)
        self._row.addWidget(self.dismiss_button)
        self.level = chip()
        self.where = Button("", self._go, look="link")
        self.sentence = text_label("", "strong")
        self.excerpt = text_label("", "muted")
        self.remedy = text_label()
        self.authority = text_label("", "muted")
        self.address = AddressLabel()
        self.other_address = AddressLabel()
        head = FlowLayout()
        head.addWidget(self.level)
        head.addWidget(self.where)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + GAP_SMALL, GAP, GAP + GAP_SMALL, GAP + GAP_SMALL)
        column.setSpacing(GAP_SMALL)
        column.addLayout(head)
        for label in (self.sentence, self.excerpt, self.remedy, self.authority):
            column.addWidget(label)
        column.addWidget(self.address)
        column.addWidget(self.other_address)
        column.addWidget(self._deeds)

    def show_finding(self, finding: Finding, draft: Draft) -> None:
        """Show a Finding."""
        self._place = place_of(finding, draft)
        where = place_words(finding, draft)
        sign, word, look = LEVELS[finding.level]
        self.level.setText(f"{sign} {word}")
        set_look(self.level, "chip", look)
        self.where.set_words(where, f"{where}: go there to mend “{finding.sentence}”")
        self.where.setEnabled(self._place is not None)
        clickable = self._place is not None
        shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.sentence.setText(breakable(finding.sentence))
        told = finding.excerpt in finding.sentence
        set_text(self.excerpt, "" if told else breakable(quoted(finding.excerpt)))
        set_text(self.remedy, breakable(finding.remedy))
        set_text(self.authority, breakable(authority_words(finding)))
        self.address.show_address(finding.rule.address if finding.rule else "")
        self.other_address.show_address(finding.address)
        self.setAccessibleName(f"{word}, {where}: {finding.sentence}")
        self._show_deeds(finding)

    def fix_buttons(self) -> list[Button]:
        """Return the buttons that mend it."""
        return list(self._fixes)

    def _show_deeds(self, finding: Finding) -> None:
        """Offer what can be done about it here."""
        words = dismiss_words(finding)
        self.dismiss_button.set_words(words, f"{words} {finding.sentence}")
        if self._finding is not None and finding.fixes == self._finding.fixes:
            self._finding = finding
            return
        self._finding = finding
        for button in self._fixes:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._row.removeWidget(self.dismiss_button)
        self._fixes = [
            Button(fix.words, partial(self._mend, fix), name=f"{fix.words}: {finding.sentence}")
            for fix in finding.fixes
        ]
        for button in (*self._fixes, self.dismiss_button):
            self._row.addWidget(button)

    def words(self) -> list[str]:
        """Return what the card says, in reading order."""
        labels = (self.level, self.where, self.sentence, self.excerpt, self.remedy, self.authority)
        return [label.text() for label in labels if not label.isHidden()]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._go()

    def _go(self) -> None:
        if self._place is not None:
            self.go.emit(self._finding)

    def _mend(self, fix: Fix) -> None:
        self.mend.emit(self._finding, fix)

    def _dismiss(self) -> None:
        self.dismiss.emit(self._finding)


def authority_words(finding: Finding) -> str:
    """Return on whose authority a Finding rests, and when that was checked."""
    said = []
    if finding.rule is not None:
        rule = finding.rule
        said.append(f"{rule.source}: {rule.says} (checked {day(rule.checked)})")
    if finding.authority:
        said.append(f"{finding.authority.rstrip('.')}.")
    return "\n".join(said)


def quoted(words: str) -> str:
    """Return words in quotation marks, unless they have their own."""
    return words if words[:1] in "\"'“‘" else f"“{words}”"
