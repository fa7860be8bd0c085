"""Each answer as plain text for an online form, counted, with a button that copies it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.core.consultation import Limit, LimitUnit, Question
from desktop.core.response import Answer, AnswerState, Draft
from desktop.core.words import Count
from desktop.errors import DesktopError
from desktop.export import AnswerCopy
from desktop.markup.unreviewed import unreviewed
from desktop.ui.context import Context
from desktop.ui.models.words import counted
from desktop.ui.pages.export_options import FORMS, OptionsRow, copy_options
from desktop.ui.pages.language_choice import LanguageChoice
from desktop.ui.spacing import GAP, GAP_SMALL
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import chip, text_label
from desktop.ui.widgets.page_column import PageColumn

_LINES = 5


class FormTexts(QWidget):
    """A card for each Question, in order."""

    def __init__(
        self, context: Context, language: LanguageChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._language = language
        self._draft: Draft | None = None
        self._lane = context.jobs.lane(self)
        self._lane.busy.connect(lambda busy: busy and self.said.setText("Preparing the texts…"))
        self.cards: list[FormCard] = []
        self.said = text_label("", "muted")
        self.options = OptionsRow(context.session, FORMS)
        self.options.changed.connect(self._refresh)
        self._page = PageColumn("Text for online forms", wide=True, margin=GAP)
        self._page.column.setSpacing(GAP)
        self._page.add(
            text_label(
                "For a body that takes evidence in boxes on a web page: copy one answer at a time.",
                "muted",
            )
        )
        self._page.add(self.options)
        self._page.add(self.said)
        self._page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)

    def show_draft(self, draft: Draft) -> None:
        """Show the answers of a Draft."""
        self._draft = draft
        self._refresh()

    def _refresh(self) -> None:
        if self._draft is not None:
            session = self._context.session
            printed = self._language.printed(self._draft)
            job = session.copying_answers(printed, copy_options(session))
            self._lane.run(job, self._show, self._fail)

    def _show(self, copies: dict[str, AnswerCopy]) -> None:
        if self._draft is None:
            return
        questions = self._draft.consultation.questions
        while len(self.cards) < len(questions):
            card = FormCard(self._context)
            self._page.column.insertWidget(self._page.column.count() - 1, card)
            self.cards.append(card)
        for card, question in zip(self.cards, questions, strict=False):
            card.show_answer(question, self._draft.answer(question.number), copies[question.number])
            card.show_unreviewed(len(unreviewed(self._draft, question.number)))
            card.show()
        for card in self.cards[len(questions) :]:
            card.hide()
        written = sum(1 for copy in copies.values() if copy.text)
        self.said.setText(f"{counted(written, 'answer')} of {len(questions)} to copy.")

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, DesktopError):
            raise error
        self.said.setText(str(error))


class FormCard(QFrame):
    """One answer."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self._number = ""
        self.heading = text_label("", "strong")
        self.length = text_label("", "muted")
        self.over = chip("", "warn")
        self.unreviewed = chip("", "warn")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 3 * GAP)
        self.copy_button = Button("Copy", self._copy)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.heading, 1)
        head.addWidget(self.copy_button)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self.over)
        below.addWidget(self.unreviewed)
        below.addWidget(self.length, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + GAP_SMALL, GAP, GAP + GAP_SMALL, GAP)
        column.setSpacing(GAP_SMALL)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(self.text)

    def show_answer(self, question: Question, answer: Answer, copy: AnswerCopy) -> None:
        """Show an answer as the form will get it."""
        self._number = question.number
        self.heading.setText(f"{question.number}  {question.heading or question.text}")
        self.heading.setToolTip(question.text)
        empty = "Skipped" if answer.state is AnswerState.SKIPPED else "Not written yet"
        self.length.setText(length_words(copy.count) if copy.text else empty)
        over = over_words(copy.count, question.limit)
        self.over.setText(over)
        self.over.setVisible(bool(over))
        if self.text.toPlainText() != copy.text:
            self.text.setPlainText(copy.text)
        self.text.setVisible(bool(copy.text))
        self.text.setAccessibleName(f"Answer {question.number} as plain text")
        self.copy_button.setEnabled(bool(copy.text))
        self.copy_button.setAccessibleName(f"Copy answer {question.number}")

    def show_unreviewed(self, count: int) -> None:
        """Warn of pieces of a first draft that nobody has read."""
        self.unreviewed.setText(f"! {count} unreviewed")
        self.unreviewed.setVisible(count > 0)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._context.dialogs.notify(f"Answer {self._number} copied.")


def length_words(length: Count) -> str:
    """Return how long a text is: "312 words, 2,004 characters"."""
    return f"{counted(length.words, 'word')}, {counted(length.characters, 'character')}"


def over_words(length: Count, limit: Limit | None) -> str:
    """Return what to say of a text that is longer than its box takes, "" if it is not."""
    if limit is None or limit.unit is LimitUnit.PAGES:
        return ""
    used = length.words if limit.unit is LimitUnit.WORDS else length.characters
    return f"! {used - limit.value:,} {limit.unit} too many" if used > limit.value else ""
