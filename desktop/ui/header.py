"""The strip above the sheets: which inquiry, where to search, how many words, what is saved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.core.budget import Budget
from desktop.core.consultation import LimitUnit
from desktop.errors import DesktopError
from desktop.ui.form import name_field
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.labels import set_look

SEARCH_WORDS = "Find evidence, answers, commands"
WORDS_COUNTED = (
    "The words that you have written: about us, why you are submitting, the summary, key points, "
    "answers, recommendations and oral evidence. Headings, the questions and footnotes are not "
    "counted."
)
_SHORT_WORDS = "Find"
_LEAVES = "Leaves the practice; all of it is kept"
_LEAVES_PREVIEW = "Leaves the preview; it is kept until the next preview"
_LEAVE_WORDS, _SHORT_LEAVE, _SHORT_PRACTICE = "Back to your own work", "Leave", "Practice"
_SHORT_PREVIEW = "Preview"
_HELP_WORDS, _SHORT_HELP_WORDS = "Evidence and help", "Evidence"


class Header(QFrame):
    """Shows what it is told; emits ``search`` when the search field is used, ``checks`` when
    somebody wants to see what the checks found, ``course`` and ``leave`` where a course is
    practised: to go to its page, and back to one's own work.
    """

    search = Signal()
    checks = Signal()
    course = Signal()
    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel()
        self.title.setObjectName("inquiryTitle")
        self.body = ElidedLabel()
        self.body.setObjectName("inquiryBody")
        self.questions_button = _side_button("Questions", "Show the list of questions")
        self.help_button = _side_button(_HELP_WORDS, "Show evidence, prompts and checks")
        self.practice_button = Button("", self.course.emit, look="link")
        self.leave_button = Button(_LEAVE_WORDS, self.leave.emit, look="link")
        for button in (self.practice_button, self.leave_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.hide()
        self.search_button = QPushButton()
        self.search_button.setObjectName("searchButton")
        self.search_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.search_button.clicked.connect(self.search)
        self.words = QLabel()
        self.words.setObjectName("wordsUsed")
        self.checks_button = QPushButton()
        self.checks_button.setProperty("role", "link")
        self.checks_button.setProperty("inline", True)
        self.checks_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.checks_button.clicked.connect(self.checks)
        self.checks_button.hide()
        self.closes = QLabel()
        self.closes.setObjectName("closesSign")
        self.closes.hide()
        self.saved = QLabel("Saved")
        self.saved.setObjectName("savedSign")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._keys = self._practice = ""
        self._short_practice = _SHORT_PRACTICE
        row.addWidget(self.questions_button)
        row.addWidget(self.practice_button)
        row.addWidget(self.title)
        row.addWidget(self.body, 1)
        row.addStretch(1)
        row.addWidget(self.leave_button)
        row.addWidget(self.search_button)
        row.addWidget(self.help_button)
        row.addSpacing(GAP_LARGE - GAP)
        row.addLayout(self._signs())
        self.set_shortcut("")

    def _signs(self) -> QHBoxLayout:
        """Lay out what says how things stand, far enough apart to be told from one another."""
        row = QHBoxLayout()
        row.setSpacing(GAP_LARGE)
        for sign in (self.checks_button, self.closes, self.words, self.saved):
            row.addWidget(sign)
        return row

    def set_shortcut(self, keys: str) -> None:
        """Write the palette's shortcut into the search field."""
        self._keys = keys
        self._set_search(SEARCH_WORDS)
        name_field(self.search_button, SEARCH_WORDS, f"Opens the search. {keys}".rstrip())
        self._fit()

    def show_place(self, title: str, body: str) -> None:
        """Say where the person is."""
        self.title.setText(title)
        self.body.setText(body)
        self._fit()

    def show_practice(self, title: str, preview: bool) -> None:
        """Say that a course is practised here, or looked at in a ``preview``, and offer the ways to
        it and out; "" = none is.
        """
        self._short_practice = _SHORT_PREVIEW if preview else _SHORT_PRACTICE
        self._practice = f"{self._short_practice}: {title}" if title else ""
        name_field(self.practice_button, self._practice, "Goes to the course")
        leaves = _LEAVES_PREVIEW if preview else _LEAVES
        name_field(self.leave_button, _LEAVE_WORDS, leaves)
        self.practice_button.setToolTip(self._practice)
        self._fit()

    def name_left(self, words: str) -> None:
        """Say what the side sheet at the left lists."""
        self.questions_button.setText(words)
        name_field(self.questions_button, words, f"Show the list of {words.lower()}")
        self._fit()

    def show_words(self, budget: Budget | None) -> None:
        """Say how many words are used of how many; None where there is no document."""
        self.words.setVisible(budget is not None)
        if budget is None:
            self._fit()
            return
        self.words.setText(words_sentence(budget))
        self.words.setToolTip(WORDS_COUNTED)
        self.words.setAccessibleDescription(WORDS_COUNTED)
        set_look(self.words, "over", budget.over)
        self._fit()

    def show_checks(self, short: str, words: str) -> None:
        """Say how much the checks found: with signs, and in words; "" for nothing."""
        self.checks_button.setText(short)
        self.checks_button.setToolTip(f"Checks: {words}")
        name_field(self.checks_button, f"Checks: {words}", "Shows them")
        self._fit()

    def show_deadline(self, short: str, whole: str, *, near: bool = False) -> None:
        """Say how much time is left, and in the tip when just it is over; "" for nothing."""
        self.closes.setText(short)
        self.closes.setToolTip(whole)
        self.closes.setAccessibleDescription(whole)
        set_look(self.closes, "near", near)
        self._fit()

    def show_unsaved(self, waiting: bool) -> None:
        """Say that what was typed waits to be saved, or that all is saved."""
        if not waiting or self.saved.property("state") != "failed":
            self._say_saved("Saving…" if waiting else "Saved", "")

    def show_failure(self, error: DesktopError) -> None:
        """Say that what was typed could not be saved, and why."""
        self._say_saved("Not saved", "failed")
        self.saved.setToolTip(f"{error.message} {error.hint}".strip())
        self.saved.setAccessibleDescription(self.saved.toolTip())

    def show_side_buttons(self, *, questions: bool, help_: bool) -> None:
        """Offer the way to a side sheet that cannot be seen now."""
        self.questions_button.setVisible(questions)
        self.help_button.setVisible(help_)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Give up the least needed words first, so that those which stay are whole."""
        if not self.isVisible():
            return
        self._set_search(SEARCH_WORDS)
        self.practice_button.setVisible(bool(self._practice))
        self.practice_button.setText(self._practice.replace("&", "&&"))
        self.leave_button.setVisible(bool(self._practice))
        self.leave_button.setText(_LEAVE_WORDS)
        self.body.setVisible(bool(self.body.text()))
        self.title.show()
        self.closes.setVisible(bool(self.closes.text()))
        self.checks_button.setVisible(bool(self.checks_button.text()))
        self.help_button.setText(_HELP_WORDS)
        for give_up in (
            self.body.hide,
            lambda: self._set_search(_SHORT_WORDS),
            lambda: self.help_button.setText(_SHORT_HELP_WORDS),
            self.closes.hide,
            self.title.hide,
            lambda: self.practice_button.setText(self._short_practice),
            lambda: self.leave_button.setText(_SHORT_LEAVE),
            lambda: self.search_button.setText(_SHORT_WORDS),
            self.checks_button.hide,
        ):
            if self._needed() <= self.width():
                break
            give_up()

    def _set_search(self, words: str) -> None:
        self.search_button.setText(f"{words}    {self._keys}".strip())

    def _needed(self) -> int:
        """Return the width at which everything shown now has room."""
        parts = (
            (self.questions_button, GAP),
            (self.practice_button, GAP),
            (self.leave_button, GAP),
            (self.title, GAP),
            (self.body, GAP),
            (self.search_button, GAP),
            (self.help_button, GAP),
            (self.checks_button, GAP_LARGE),
            (self.closes, GAP_LARGE),
            (self.words, GAP_LARGE),
            (self.saved, GAP_LARGE),
        )
        widths = [part.sizeHint().width() + gap for part, gap in parts if not part.isHidden()]
        return sum(widths) + GAP

    def _say_saved(self, words: str, state: str) -> None:
        if self.saved.text() != words:
            self.saved.setText(words)
            self.saved.setToolTip("")
        if (self.saved.property("state") or "") != state:
            set_look(self.saved, "state", state)


def words_sentence(budget: Budget) -> str:
    """Return "1,140 of 3,000 words", or what fits another limit or none."""
    limit = budget.limit
    if limit is None or limit.unit is not LimitUnit.WORDS:
        return f"{budget.used:,} words" if budget.used != 1 else "1 word"
    sentence = f"{budget.used:,} of {limit.value:,} words"
    return f"{sentence}: over" if budget.over else sentence


def _side_button(words: str, description: str) -> QPushButton:
    button = QPushButton(words)
    name_field(button, words, description)
    button.setCheckable(True)
    # A click leaves the keyboard where it was: in the answer, most likely.
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.hide()
    return button
