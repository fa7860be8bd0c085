"""The cards of the start page: a response, an inquiry to answer, a response in the bin."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.core.budget import Budget
from desktop.core.consultation import Consultation
from desktop.core.moments import moment_words, weekday_words
from desktop.session import ResponseCard
from desktop.ui.form import name_field
from desktop.ui.header import words_sentence
from desktop.ui.spacing import GAP, GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import text_label
from desktop.ui.widgets.states import progress_words

if TYPE_CHECKING:
    from desktop.core.deadline import Deadline


class _Card(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        across = QHBoxLayout(self)
        across.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        across.setSpacing(GAP_LARGE)
        self.column = QVBoxLayout()
        self.column.setSpacing(GAP_SMALL)
        across.addLayout(self.column, 1)
        self.side = QVBoxLayout()
        self.side.setSpacing(GAP)
        across.addLayout(self.side)

    def add_button(self, words: str, name: str, *, primary: bool = False) -> Button:
        button = Button(words, look="primary" if primary else "", name=name)
        self.side.addWidget(button)
        return button


class ResponseRow(_Card):
    """A response: what it answers, how far it has come, when it was last edited."""

    opened = Signal(object)
    deleted = Signal(object)

    def __init__(
        self, card: ResponseCard, now: datetime, *, first: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.card = card
        title = card.response.title or card.consultation.title
        self.setAccessibleName(f"{title}, {card.organisation.name}")
        self.column.addWidget(text_label(title, "heading"))
        body = card.consultation.body_short or card.consultation.body
        self.column.addWidget(
            text_label(f"{card.organisation.name}, to the {_the_less(body)}", "muted")
        )
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, max(card.progress.total, 1))
        bar.setValue(card.progress.done)
        name_field(bar, "Progress", progress_words(card.progress))
        self.column.addSpacing(GAP_SMALL)
        self.column.addWidget(bar)
        self.so_far = text_label(progress_words(card.progress))
        self.column.addWidget(self.so_far)
        self._edited = edited_words(card.response.edited, now)
        self.when = text_label(self._edited, "muted")
        if card.consultation.closes is not None:
            self._say(closing_words(card.consultation.closes))
        self.column.addWidget(self.when)
        self.open_button = self.add_button("Open", f"Open {title}", primary=first)
        self.delete_button = self.add_button("Delete", f"Delete {title}")
        self.open_button.clicked.connect(lambda: self.opened.emit(self.card))
        self.delete_button.clicked.connect(lambda: self.deleted.emit(self.card))
        self.side.addStretch(1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, words: int) -> None:
        """Say how many words there are, which are counted a moment later."""
        said = words_sentence(Budget(words, self.card.consultation.limit))
        self.so_far.setText(f"{progress_words(self.card.progress)} · {said}")

    def show_deadline(self, found: Deadline) -> None:
        """Say how many working days are left, which is known a moment later."""
        self._say(found.sentence)

    def _say(self, closes: str) -> None:
        self.when.setText(f"{self._edited} · {closes}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.card)


class InquiryCard(_Card):
    """An inquiry that can be answered."""

    answered = Signal(object)

    def __init__(
        self, consultation: Consultation, *, primary: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.consultation = consultation
        self.setAccessibleName(consultation.title)
        self.column.addWidget(text_label(consultation.title, "heading"))
        self.column.addWidget(text_label(consultation.body, "muted"))
        if consultation.about:
            self.column.addWidget(text_label(consultation.about))
        count = len(consultation.questions)
        facts = [f"{count} question{'s' if count != 1 else ''}"]
        if consultation.limit is not None:
            facts.append(f"about {consultation.limit.value:,} {consultation.limit.unit}")
        self._facts = " · ".join(facts)
        self.facts = text_label(self._facts, "muted")
        if consultation.closes is not None:
            self._say(closing_words(consultation.closes))
        self.column.addWidget(self.facts)
        self.button = self.add_button(
            "Answer this inquiry", f"Answer {consultation.title}", primary=primary
        )
        self.button.clicked.connect(lambda: self.answered.emit(self.consultation))
        self.side.addStretch(1)

    def show_deadline(self, found: Deadline) -> None:
        """Say how many working days are left, which is known a moment later."""
        self._say(found.sentence)

    def _say(self, closes: str) -> None:
        self.facts.setText(f"{self._facts} · {closes}")


class BinnedCard(_Card):
    """A response in the bin."""

    restored = Signal(object)

    def __init__(self, card: ResponseCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        title = card.response.title or card.consultation.title
        self.setAccessibleName(f"In the bin: {title}")
        self.column.addWidget(text_label(title, "strong"))
        self.column.addWidget(
            text_label(f"{card.organisation.name} · {progress_words(card.progress)}", "muted")
        )
        self.restore_button = self.add_button("Put back", f"Put back {title}")
        self.restore_button.clicked.connect(lambda: self.restored.emit(self.card))


def edited_words(edited: datetime, now: datetime) -> str:
    """Return when a response was last edited, as people say it."""
    words = moment_words(edited, now)
    if words.startswith(("Just", "Today", "Yesterday")):
        words = f"{words[0].lower()}{words[1:]}"
    return f"Edited {words}"


def closing_words(closes: date) -> str:
    """Return on what day an inquiry closes, until it is known how many working days that leaves."""
    return f"Closes {weekday_words(closes)}"


def _the_less(body: str) -> str:
    return body.removeprefix("The ").removeprefix("the ")
