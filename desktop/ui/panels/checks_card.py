"""One finding in the list of checks: a sentence; the rest opens where somebody wants to act."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop.core.finding import Finding
from desktop.ui.models.words import LEVELS, dismiss_words
from desktop.ui.pages.review_findings import authority_words, quoted
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.address_label import AddressLabel
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import breakable, set_look, set_text, text_label

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class FindingCard(QFrame):
    """``pointed()``: show its place, the keyboard stays here; ``wanted()``: go there; ``opened()``:
    it has opened; ``mend(Fix)`` and ``dismiss()`` ask for these; ``step(int)`` asks for the card so
    many places on.
    """

    pointed = Signal()
    wanted = Signal()
    opened = Signal()
    mend = Signal(object)
    dismiss = Signal()
    step = Signal(int)

    def __init__(self, finding: Finding, where: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setObjectName("findingCard")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.finding = finding
        self._where = text_label("", "small")
        self._sentence = text_label()
        self._excerpt = text_label("", "muted")
        self._more: QWidget | None = None
        self._shown: tuple[Finding, str] | None = None
        self._went = False
        column = card_column(self)
        column.setSpacing(GAP_SMALL)
        for label in (self._where, self._sentence, self._excerpt):
            column.addWidget(label)
        self.show_finding(finding, where)

    def show_finding(self, finding: Finding, where: str = "") -> None:
        """Show a finding, and where it is if that is not plain."""
        shown = (finding, where)
        if shown == self._shown:
            return
        self._shown = shown
        same = _deeds(finding) == _deeds(self.finding)
        self.finding = finding
        set_text(self._where, breakable(where))
        self._sentence.setText(breakable(finding.sentence))
        told = not finding.excerpt or finding.excerpt in finding.sentence
        set_text(self._excerpt, "" if told else breakable(quoted(finding.excerpt)))
        level = LEVELS[finding.level][1]
        self.setAccessibleName(": ".join(filter(None, (level, where, finding.sentence))))
        self.setAccessibleDescription(finding.remedy)
        if self._more is not None and not same:
            self._make_more_anew(self._more)

    @property
    def is_open(self) -> bool:
        """Whether what to do shows."""
        return self._more is not None and not self._more.isHidden()

    def open_card(self, wanted: bool) -> None:
        """Show what to do about it, or the sentence only."""
        if wanted == self.is_open:
            return
        if wanted:
            self._open_more()
        elif self._more is not None:
            self._more.hide()
        set_look(self, "current", wanted)
        set_look(self._sentence, "role", "strong" if wanted else "")

    def can_be_reached(self, wanted: bool) -> None:
        """Let Tab reach the card, or only a click and the arrow keys."""
        policy = Qt.FocusPolicy.StrongFocus if wanted else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def buttons(self) -> list[Button]:
        """Return the buttons, as long as the card is open."""
        found = self._more.findChildren(Button) if self._more is not None else []
        return [button for button in found if not button.isHidden()] if self.is_open else []

    def words(self) -> list[str]:
        """Return what the card says, in reading order."""
        labels = [self._where, self._sentence, self._excerpt]
        said = [label.text() for label in labels if not label.isHidden()]
        if self.is_open:
            said += [self.finding.remedy, *[button.text() for button in self.buttons()]]
        return said

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.dismiss.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        went, self._went = self._went, False
        if event.button() == Qt.MouseButton.LeftButton and inside and not went:
            self.opened.emit()
            self.pointed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._went = True  # the button that is let go now is no click of its own
            self.wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _make_more_anew(self, before: QWidget) -> None:
        """Offer other deeds; the keyboard stays on the button it is on, or else on the card."""
        opened = not before.isHidden()
        pressed = next((one.text() for one in self.buttons() if one.hasFocus()), "")
        focused = QApplication.focusWidget()
        within = focused is not None and before.isAncestorOf(focused)
        self._more = None
        if opened:
            self._open_more()
        if within:
            same = (button for button in self.buttons() if button.text() == pressed)
            next(same, self).setFocus(Qt.FocusReason.OtherFocusReason)
        before.hide()
        before.deleteLater()

    def _open_more(self) -> None:
        """Show what to do. It is made when first wanted: there may be a hundred cards."""
        if self._more is None:
            self._more = _Doing(self)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._more)
        self._more.show()


def _deeds(finding: Finding) -> tuple[object, ...]:
    """Return what the opened part of a card is made of, but for the places in the text."""
    rule = finding.rule
    fixes = tuple(fix.words for fix in finding.fixes)
    said = (finding.sentence, finding.remedy, authority_words(finding), finding.address)
    return (*said, rule.address if rule else "", finding.asks, fixes)


class _Doing(QWidget):
    """What to do about a finding, who says so, and the buttons that do it."""

    def __init__(self, card: FindingCard) -> None:
        super().__init__(card)
        finding = card.finding
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(text_label(breakable(finding.remedy)))
        authority = authority_words(finding)
        if authority:
            column.addWidget(text_label(breakable(authority), "small"))
        for address in dict.fromkeys(
            (finding.rule.address if finding.rule else "", finding.address)
        ):
            if address:
                label = AddressLabel(address)
                label.setProperty("role", "small")
                column.addWidget(label)
        column.addSpacing(GAP_SMALL)
        buttons = FlowLayout(spacing=GAP)
        for place, fix in enumerate(finding.fixes):
            look = "" if place else "primary"
            name = f"{fix.words}: {finding.sentence}"
            # By its place: the words that it is about may have moved meanwhile.
            act = lambda place=place: card.mend.emit(card.finding.fixes[place])  # noqa: E731
            buttons.addWidget(Button(fix.words, act, look=look, name=name))
        show = Button("Show", card.wanted.emit, look="link", name=f"Show: {finding.sentence}")
        words = dismiss_words(finding)
        dismiss = Button(words, card.dismiss.emit, look="link", name=f"{words} {finding.sentence}")
        buttons.addWidget(show)
        buttons.addWidget(dismiss)
        column.addLayout(buttons)
