"""Where a piece of evidence is used: in which answers, of which responses, since when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.library import SnippetUse
from desktop.core.moments import day_words, printed_day
from desktop.store.uses import Use
from desktop.ui.models.words import counted
from desktop.ui.place import PageId, Place
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import breakable, text_label


@dataclass(frozen=True, slots=True)
class UsedAt:
    """One answer: the way to it, what to call it, and where and when that was."""

    place: Place
    words: str
    about: str


class UsesList(QWidget):
    """``go(Place)``: to the answer."""

    go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = text_label("", "strong")
        self._rows: list[QWidget] = []
        self._links: list[Button] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(self.said)
        column.addLayout(self._list)

    def show_uses(self, uses: Iterable[UsedAt] | None) -> None:
        """Show where it is used; None = not known yet."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows, self._links = [], []
        for use in uses or ():
            self._add(use)
        if uses is None:
            self.said.setText("Where it is used")
        elif self._links:
            self.said.setText(f"Used in {counted(len(self._links), 'answer')}")
        else:
            self.said.setText("Not used in any response yet")

    def links(self) -> list[Button]:
        """Return the ways to the answers that use it."""
        return list(self._links)

    def _add(self, use: UsedAt) -> None:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = f"{use.words} {use.about}"
        link = Button(use.words, lambda: self.go.emit(use.place), look="link", name=name)
        link.setProperty("inline", True)
        link.setToolTip(name)
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(text_label(breakable(use.about), "muted"))
        self._links.append(link)
        self._rows.append(row)
        self._list.addWidget(row)


def of_snippet(use: SnippetUse) -> UsedAt:
    """Return a use of a Snippet or Passage."""
    when = f"sent {printed_day(str(use.sent))}" if use.sent else f"edited {day_words(use.edited)}"
    return UsedAt(
        Place(PageId.QUESTION, use.response, use.question),
        f"Question {use.question}: {use.heading}",
        f"{use.consultation}, {use.organisation}, {when}",
    )


def of_source(use: Use) -> UsedAt:
    """Return a use of a Source."""
    return UsedAt(
        Place(PageId.QUESTION, use.response, use.question),
        f"Question {use.question}: {use.heading}",
        f"{use.consultation}, {use.organisation}",
    )
