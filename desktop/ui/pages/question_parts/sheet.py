"""The scrolling part of the question page, from the question to the recommendations."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.core.consultation import Consultation, Question
from desktop.core.evidence import Source
from desktop.core.references import full_reference, with_locator
from desktop.core.response import Answer, AnswerMark
from desktop.core.text import Cite
from desktop.core.words import count_words
from desktop.ui.context import Context
from desktop.ui.editor import AnswerEditor, EditorToolbar
from desktop.ui.form import name_field
from desktop.ui.pages.question_parts.answer_head import AnswerHead
from desktop.ui.pages.question_parts.choices import Choices
from desktop.ui.pages.question_parts.cite_bar import CiteBar
from desktop.ui.pages.question_parts.draft_offer import DraftOffer
from desktop.ui.pages.question_parts.recommendations import RecommendationList
from desktop.ui.pages.question_parts.skipped import SkippedNotice
from desktop.ui.pages.question_parts.text_commands import TextCommands
from desktop.ui.pages.question_parts.unreviewed_bar import UnreviewedBar
from desktop.ui.spacing import GAP, GAP_LARGE, GAP_SMALL
from desktop.ui.widgets.folded_text import FoldedText
from desktop.ui.widgets.kept_scroll import KeptScroll
from desktop.ui.widgets.labels import set_look, text_label
from desktop.ui.widgets.page_column import PageColumn
from desktop.ui.widgets.sentence_field import SentenceField

KEY_POINT_WORDS = 30
_LENGTH_COUNTS = "The key point is counted with the answer; footnotes are not."
_KEY_POINT_IS_FOR = "The summary is built from the key points."
# The answer has the most room: so many lines of the program's text, or this share of the height
# where that is less, but never fewer than some.
_EDITOR_LINES, _EDITOR_SHARE, _EDITOR_LEAST_LINES = 20, 0.7, 8
# Below this height, in lines of text, the guidance folds to one line.
_SHORT_LINES = 45
# As long as it takes for what has been opened to have its height.
_OPENING_MS = 200


class QuestionSheet(PageColumn):
    """Holds the widgets of one question; the page fills them and hears them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Question", parent=parent)
        self._sources: Mapping[str, Source] = {}
        self._number = text_label("", "muted")
        self._text = text_label("", "question")
        self._guidance = FoldedText("guidance", "muted")
        self.skipped = SkippedNotice()
        self.key_point = SentenceField()
        self.choices = Choices()
        self.editor = AnswerEditor(dialogs=context.dialogs)
        self.toolbar = EditorToolbar(self.editor)
        self._commands = TextCommands(self.editor, self.toolbar.format_actions)
        self.cite_bar = CiteBar()
        self.draft_offer = DraftOffer()
        self.unreviewed_bar = UnreviewedBar()
        self.recommendations = RecommendationList(context)
        self._key_hint = QLabel()
        self._length = QLabel()
        self._length.setToolTip(_LENGTH_COUNTS)
        self._length.setAccessibleDescription(_LENGTH_COUNTS)
        self._writing = QWidget()
        self._opened: QWidget | None = None
        self._opening = QTimer(self, singleShot=True, interval=_OPENING_MS)
        self._build()
        self._connect()

    # Showing

    def show_question(self, question: Question, consultation: Consultation) -> None:
        """Show what is asked."""
        total = len(consultation.questions)
        self._number.setText(f"Question {question.number} of {total}")
        self._text.setText(question.text)
        self._guidance.set_text(question.guidance)
        name_field(self.editor, f"Answer to question {question.number}", question.text)
        self.cite_bar.close_bar()

    def show_body(self, markdown: str, *, again: bool) -> None:
        """Show an answer's text; ``again`` keeps the caret where it was as far as the text goes."""
        if again and self.editor.markdown() == markdown:
            return
        bar = self.editor.verticalScrollBar()
        scrolled = bar.value()
        self.editor.set_markdown(markdown, keep_cursor=again)
        if again:
            bar.setValue(scrolled)
        else:
            self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def show_skipped(self, answer: Answer) -> None:
        """Show the reason in place of the answer, or the answer."""
        skipped = answer.mark is AnswerMark.SKIPPED
        self.skipped.show_reason(answer.skip_reason)
        self.skipped.setVisible(skipped)
        self._writing.setVisible(not skipped)

    def show_length(self, words: str, too_long: bool) -> None:
        """Say how long the answer is."""
        self._length.setText(words)
        self._length.setAccessibleName(f"Length of the answer: {words}")
        set_look(self._length, "role", "warn" if too_long else "muted")

    def show_sources(self, sources: Mapping[str, Source]) -> None:
        """Take note of what can be cited."""
        self._sources = sources

    def question_words(self) -> list[str]:
        """Return what is asked, in reading order: number, wording, guidance."""
        return [part.text() for part in (self._number, self._text, self._guidance)]

    def length(self) -> str:
        """Return what is said of the length."""
        return self._length.text()

    def open_cite_bar(self) -> None:
        """Let the person choose any source to cite."""
        self.cite_bar.open_bar(self._sources)
        self._bring_into_view(self.cite_bar)

    def text_actions(self) -> Mapping[str, Callable[[], None]]:
        """Return what the window's commands can do to the text."""
        return self._commands.by_id()

    def to_top(self) -> None:
        """Scroll to the question."""
        self.verticalScrollBar().setValue(0)

    # Building

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._share_height()

    def _share_height(self) -> None:
        """Let the answer keep most of the height, whatever stands round it."""
        height, line = self.height(), self.fontMetrics().lineSpacing()
        wanted = min(_EDITOR_LINES * line, round(height * _EDITOR_SHARE))
        self.editor.setMinimumHeight(max(wanted, _EDITOR_LEAST_LINES * line))
        self._guidance.set_short(height < _SHORT_LINES * line)

    def _build(self) -> None:
        self.margins(GAP_LARGE, GAP + GAP_SMALL, GAP_LARGE, GAP_SMALL)
        self.column.setSpacing(GAP)
        asked = QVBoxLayout()
        asked.setSpacing(GAP_SMALL)
        for part in (self._number, self._text, self._guidance):
            asked.addWidget(part)
        self.column.addLayout(asked)
        self.column.addWidget(self.skipped)
        self.column.addWidget(self._writing, 1)
        self.column.addStretch(0)
        column = QVBoxLayout(self._writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addLayout(_heading("Key point, in one sentence", self.key_point, self._key_hint))
        column.addWidget(self.key_point)
        column.addWidget(self.choices)
        name = _field_name("Answer", self.editor)
        column.addWidget(AnswerHead(name, self.toolbar, _said_at_right(self._length)))
        column.addWidget(self.cite_bar)
        column.addWidget(self.unreviewed_bar)
        column.addWidget(self.draft_offer)
        column.addWidget(self.editor, 1)
        column.addWidget(self.recommendations)
        self.key_point.setToolTip(_KEY_POINT_IS_FOR)
        KeptScroll(self.editor)

    def _connect(self) -> None:
        self.key_point.textChanged.connect(self._say_key_point)
        self.toolbar.cite_requested.connect(self.open_cite_bar)
        self.cite_bar.cite.connect(self.editor.insert_citation)
        self.cite_bar.closed.connect(lambda: self.editor.setFocus())
        self.recommendations.opened.connect(self._bring_into_view)
        self.verticalScrollBar().rangeChanged.connect(self._show_opened)
        for changed in (self.key_point.textChanged, self.editor.counted):
            changed.connect(self._offer_draft)
        self.editor.edited.connect(lambda: QTimer.singleShot(0, self, self._follow_caret))
        self.editor.set_reference_provider(self.reference)
        self._say_key_point()

    def _offer_draft(self) -> None:
        nothing = not self.key_point.text().strip() and self.editor.document().isEmpty()
        self.draft_offer.setVisible(nothing)

    def _bring_into_view(self, widget: QWidget) -> None:
        """Scroll to something that has just been opened, until it has its height."""
        self._opened = widget
        self._opening.start()
        QTimer.singleShot(0, widget, self._show_opened)

    def _show_opened(self) -> None:
        widget = self._opened
        if self._opening.isActive() and widget is not None and widget.isVisible():
            self.ensureWidgetVisible(widget, 0, GAP_SMALL)
            inside = widget.focusWidget()
            if inside is not None and widget.height() > self.viewport().height():
                self.ensureWidgetVisible(inside, 0, GAP)

    def _follow_caret(self) -> None:
        """Show the line that is being typed, where large text leaves no room for the whole box."""
        if self.editor.hasFocus():
            self.show_caret()

    def show_caret(self) -> None:
        """Scroll to the line of the answer where the cursor is."""
        caret = self.editor.cursorRect()
        seen = self.editor.viewport().mapTo(self.viewport(), caret.center()).y()
        place = seen + self.verticalScrollBar().value()
        self.ensureVisible(0, place, 0, caret.height())

    def reference(self, cite: Cite) -> str:
        """Return what a citation stands for, in full."""
        source = self._sources.get(cite.key)
        return with_locator(full_reference(source) if source else cite.key, cite.locator)

    def _say_key_point(self) -> None:
        words = count_words(self.key_point.text())
        amount = "1 word" if words == 1 else f"{words} words"
        said = f"{amount}, up to {KEY_POINT_WORDS} read well"
        self._key_hint.setText(said)
        set_look(self._key_hint, "role", "warn" if words > KEY_POINT_WORDS else "muted")
        name_field(self.key_point, "Key point, in one sentence", f"{said}. {_KEY_POINT_IS_FOR}")


def _heading(words: str, field: QWidget, said: QLabel) -> QHBoxLayout:
    """Return the name of a field at the left and what is to be said of it at the right."""
    row = QHBoxLayout()
    row.addWidget(_field_name(words, field))
    row.addWidget(_said_at_right(said), 1)
    return row


def _field_name(words: str, field: QWidget) -> QLabel:
    """Return the name of a field as a label."""
    label = QLabel(words)
    label.setObjectName("fieldLabel")
    label.setBuddy(field)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _said_at_right(said: QLabel) -> QLabel:
    """Make a label fit to say something at the right of a field's name; return it."""
    said.setProperty("role", "muted")
    said.setTextFormat(Qt.TextFormat.PlainText)
    said.setWordWrap(True)
    said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return said
