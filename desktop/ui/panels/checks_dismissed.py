"""What was dismissed, folded at the end of the list of checks: the reason, and a way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.dismissing import Dismissal
from desktop.core.finding import Finding
from desktop.ui.models.words import day
from desktop.ui.panels.help_tab import card_column
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import breakable, text_label

_Dismissed = tuple[tuple[Finding, Dismissal], ...]


class DismissedList(QWidget):
    """``bring_back(Dismissal)`` asks to say it again."""

    bring_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: _Dismissed = ()
        self._open = False
        self.fold_button = Button("", self._fold, look="link")
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(self.fold_button)
        column.addWidget(self._inside)
        self._inside.hide()
        self.hide()

    def show_dismissed(self, dismissed: _Dismissed) -> None:
        """Show these."""
        if dismissed == self._shown:
            return
        self._shown = dismissed
        self.setVisible(bool(dismissed))
        self._refresh()

    def cards(self) -> list[DismissedCard]:
        """Return what is unfolded, first to last."""
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, DismissedCard)]

    def _fold(self) -> None:
        self._open = not self._open
        self._refresh()

    def _refresh(self) -> None:
        count = len(self._shown)
        state = "Hide" if self._open else "Show"
        self.fold_button.set_words(f"{state} what was dismissed ({count})")
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if self._open:
            for finding, dismissal in self._shown:
                card = DismissedCard(finding, dismissal)
                card.back_button.clicked.connect(
                    lambda _=False, dismissal=dismissal: self.bring_back.emit(dismissal)
                )
                self._column.addWidget(card)
        self._inside.setVisible(self._open)


class DismissedCard(QFrame):
    """One finding that was dismissed."""

    def __init__(
        self, finding: Finding, dismissal: Dismissal, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        word = "Answer" if finding.asks else "Reason"
        self.reason = f"{word}: {dismissal.reason} ({day(dismissal.noted)})"
        self.back_button = Button(
            "Bring it back", look="link", name=f"Bring it back: {finding.sentence}"
        )
        column = card_column(self)
        column.setSpacing(GAP_SMALL)
        column.addWidget(text_label(breakable(finding.sentence)))
        column.addWidget(text_label(breakable(self.reason), "muted"))
        column.addWidget(self.back_button)
        self.setAccessibleName(f"Dismissed: {finding.sentence} {self.reason}")
