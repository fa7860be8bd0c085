"""One question: what is asked, the key point, the answer, the recommendations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.budget import suggested_share
from desktop.core.changes import Changes, Kind
from desktop.core.edits import Edit, MarkAnswer, SetBody, SetChoice, SetKeyPoint
from desktop.core.evidence import Passage, Snippet
from desktop.core.finding import Finding
from desktop.core.response import Answer, AnswerMark, Draft
from desktop.core.text import Cite
from desktop.core.walk import neighbour, states
from desktop.core.words import Count, count
from desktop.markup import parse
from desktop.ui.context import Context
from desktop.ui.models.library_places import reading_place
from desktop.ui.page import Page
from desktop.ui.pages.question_parts.checking_here import CheckingHere
from desktop.ui.pages.question_parts.cited_place import CitedPlace
from desktop.ui.pages.question_parts.course_way import asked_by_course, back_to_course
from desktop.ui.pages.question_parts.footer import Footer
from desktop.ui.pages.question_parts.helping import Helping
from desktop.ui.pages.question_parts.length import length_words
from desktop.ui.pages.question_parts.reviewing import Reviewing
from desktop.ui.pages.question_parts.saving import Saving
from desktop.ui.pages.question_parts.sheet import QuestionSheet
from desktop.ui.pages.question_parts.spelling_here import SpellingHere
from desktop.ui.panels.help import HelpPanel, Tab
from desktop.ui.place import PageId, Place


class QuestionPage(Page):
    """Shows one question at a time and saves what is typed.

    ``help_wanted(str)`` asks the window to show a tab of the help panel, by name.
    """

    help_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("questionPage")
        self._place = Place(PageId.QUESTION)
        self._help: HelpPanel | None = None
        self._draft: Draft | None = None
        self._loading = False
        self.sheet = QuestionSheet(context)
        self.footer = Footer()
        self.cited = CitedPlace(self.sheet.editor)
        self.saving = Saving(context, self._typed_edits, self)
        self.helping = Helping(self.sheet.editor, context.dialogs, self.help_wanted.emit)
        self.reviewing = Reviewing(context, self.sheet, self.flush, self)
        self.reviewing.add_to(self.helping.menu)
        self.checking = CheckingHere(context, self.sheet, self.saving, self.help_wanted.emit)
        self.spelling = SpellingHere(context, self.sheet, self.helping.menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.footer)
        self._key_edited = self._body_edited = False
        self._connect()
        context.bridge.changed.connect(self._changed)

    # What the window calls

    def open(self, place: Place) -> None:
        self.flush()
        draft = self.context.session.draft(place.response)
        numbers = [q.number for q in draft.consultation.questions]
        if place.item not in numbers:
            place = Place(PageId.QUESTION, place.response, numbers[0])
        other = place != self._place
        self._place = place
        self._draft = draft
        question = draft.consultation.question(place.item)
        self.sheet.show_question(question, draft.consultation)
        self._load(draft, again=not other)
        self.footer.show_place(place.item, numbers, asked_by_course(self.context, place.item))
        if other:
            self.sheet.to_top()
        if self._help is not None:
            self._help.open(place)

    def flush(self) -> None:
        self.saving.flush()

    def first_focus(self) -> QWidget:
        if self._mark() is AnswerMark.SKIPPED:
            return self.sheet.skipped.reopen_button
        return self.sheet.editor

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        if self._draft is None:
            return {}
        actions: dict[str, Callable[[], None]] = {
            "question.history": lambda: self.show_help(Tab.HISTORY.value),
            "question.skip": self.skip,
        }
        if self._mark() is AnswerMark.SKIPPED:
            return actions
        actions |= {
            "question.ready": self.toggle_ready,
            "citation.open": self.show_cited,
            "insert.recommendation": self.sheet.recommendations.add,
            "insert.prompt": lambda: self.show_help(Tab.PROMPTS.value),
            "draft.question": self.assemble,
            **self.reviewing.actions(),
            **self.helping.actions(),
            **self.checking.actions(),
        }
        if self._help is not None and self._help.evidence.first() is not None:
            actions["insert.first"] = self._insert_first
        return {**actions, **self.sheet.text_actions()}

    # What the help panel asks

    def attach(self, panel: HelpPanel) -> None:
        """Let a help panel follow this page and write at its cursor."""
        self._help = panel
        panel.insert.connect(self.insert_evidence)
        panel.cite.connect(self.cite_evidence)
        panel.start.connect(self.start_sentence)
        panel.insert_answer.connect(self.insert_answer)
        panel.reading.connect(self.flush)
        self.helping.attach(panel)
        self.checking.attach(panel, self.helping.menu)
        if self._place.response:
            panel.open(self._place)

    def finding_ahead(self, by: int) -> Finding | None:
        return self.checking.ahead(by)

    def show_help(self, tab: str) -> None:
        """Show a tab of the help panel."""
        self.help_wanted.emit(tab)
        if self._help is not None:
            self._help.show_tab(tab)

    def insert_evidence(self, snippet: Snippet | Passage) -> None:
        """Put a Snippet's paragraph and its citation at the cursor."""
        if self._can_write():
            self.helping.go_to_place()
            self.sheet.editor.insert_snippet(snippet.text, Cite(snippet.source, snippet.locator))
            self._written("")
            self.helping.used(snippet)

    def cite_evidence(self, snippet: Snippet | Passage) -> None:
        """Put only a Snippet's citation at the cursor."""
        if self._can_write():
            self.helping.go_to_place()
            self.sheet.editor.insert_citation(Cite(snippet.source, snippet.locator))
            self._written("Cited")
            self.helping.used(snippet)

    def start_sentence(self, starter: str) -> None:
        """Write a sentence starter at the cursor and give the keyboard to the editor."""
        if self._can_write():
            self.sheet.editor.insert_starter(starter)
            self._written("")

    def insert_answer(self, markdown: str) -> None:
        """Put a past answer at the cursor."""
        if self._can_write():
            self.sheet.editor.insert_blocks(parse(markdown))
            self._written("")

    # What the person does

    def show_cited(self) -> None:
        """Show the place that the footnote at the cursor cites."""
        cite = self.cited.at_cursor()
        if cite is None:
            self.context.dialogs.notify("Put the cursor beside the number of a footnote first.")
        else:
            self.context.go(reading_place(cite.key, cite.locator))

    def assemble(self) -> None:
        """Show what a first draft of this answer would be, and put it in if it is wanted."""
        from desktop.ui.first_draft.opening import offer_first_draft

        self.flush()
        offer_first_draft(self.context, self._place.response, [self._place.item], self.window())

    def skip(self) -> None:
        """Ask why the question is left out, and leave it out; or change the reason."""
        answer = self._answer()
        if answer is None:
            return
        reason = self.context.dialogs.ask_text(
            "Skip this question",
            "Why do you leave it out? A few words help whoever reviews the draft.",
            answer.skip_reason,
            yes="Skip this question",
            multiline=True,
        )
        if reason is None:
            return
        if not reason.strip():
            self.context.dialogs.notify("The question is not skipped: say why in a few words.")
            return
        self.flush()
        self._mark_as(AnswerMark.SKIPPED, reason.strip())
        self.footer.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def reopen(self) -> None:
        """Answer a skipped question after all."""
        self._mark_as(AnswerMark.NONE)
        self.sheet.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_ready(self) -> None:
        """Mark the answer as ready, or take the mark away."""
        ready = self._mark() is AnswerMark.READY
        self.flush()
        self._mark_as(AnswerMark.NONE if ready else AnswerMark.READY)
        if not ready:
            self.reviewing.warn()

    def step(self, by: int) -> None:
        """Go to another question, or past the last to the next part; in a course, on with that."""
        self.flush()
        if self._draft is None or (by > 0 and back_to_course(self.context, self._place.item)):
            return
        number = neighbour(self._draft.consultation, self._place.item, by)
        if number is not None:
            self.context.go(Place(PageId.QUESTION, self._place.response, number))
        elif by > 0:
            self.context.go(Place(PageId.ABOUT, self._place.response))

    # Inside

    def _save_on_leaving(self) -> None:
        if self.saving.typed:
            # After the event: saving tells listeners, who may move the focus themselves.
            QTimer.singleShot(0, self, self.flush)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self.helping.stop_looking():
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def _connect(self) -> None:
        sheet, footer = self.sheet, self.footer
        sheet.editor.edited.connect(self._edit_body)
        sheet.editor.counted.connect(lambda _: self._say_length())
        sheet.editor.left.connect(self._save_on_leaving)
        sheet.editor.dropped.connect(self._dropped)
        self.cited.wanted.connect(
            lambda cite: self.context.go(reading_place(cite.key, cite.locator))
        )
        sheet.key_point.edited.connect(self._edit_key_point)
        sheet.key_point.left.connect(lambda: self.saving.typed and self.flush())
        sheet.key_point.done.connect(lambda: sheet.editor.setFocus())
        sheet.choices.chosen.connect(self._choose)
        sheet.draft_offer.wanted.connect(self.assemble)
        sheet.recommendations.edited.connect(self.saving.poke)
        sheet.recommendations.left.connect(lambda: self.saving.typed and self.flush())
        sheet.recommendations.gone.connect(self.saving.forget)
        sheet.skipped.reopen.connect(self.reopen)
        sheet.skipped.reword.connect(self.skip)
        footer.skip.connect(self.skip)
        footer.ready.connect(lambda _: self.toggle_ready())
        footer.step.connect(self.step)

    def _edit_body(self) -> None:
        if not self._loading:
            self._body_edited = True
            self.saving.poke()

    def _edit_key_point(self) -> None:
        self._say_length()
        if not self._loading:
            self._key_edited = True
            self.saving.poke()

    def _typed_edits(self) -> Iterator[Edit]:
        response, number = self._place.response, self._place.item
        if self._key_edited:
            self._key_edited = False
            yield SetKeyPoint(response, number, self.sheet.key_point.text())
        if self._body_edited:
            self._body_edited = False
            yield SetBody(response, number, self.sheet.editor.markdown())
        yield from self.sheet.recommendations.edits()

    def _load(self, draft: Draft, *, again: bool) -> None:
        """Show the answer of a draft; what waits to be saved is shown as it was typed."""
        answer = draft.answer(self._place.item)
        response, number = self._place.response, self._place.item
        key_point = self.saving.waiting(SetKeyPoint(response, number, ""))
        body = self.saving.waiting(SetBody(response, number, ""))
        self._loading = True
        try:
            if not self._key_edited:
                self.sheet.key_point.set_text(key_point.text if key_point else answer.key_point)
                if not again:
                    self.sheet.key_point.forget_steps()
            if not self._body_edited:
                self.sheet.show_body(body.text if body else answer.body, again=again)
        finally:
            self._loading = False
        self.checking.show_texts(response, number)
        self.spelling.show_texts(response)
        self._show_rest(draft)

    def _show_rest(self, draft: Draft) -> None:
        """Show everything but the two texts."""
        self._draft = draft
        answer = draft.answer(self._place.item)
        question = draft.consultation.question(self._place.item)
        self.sheet.show_skipped(answer)
        self.sheet.choices.show_question(question, answer.choice)
        self.sheet.recommendations.show_draft(draft, self._place.item)
        self.sheet.show_sources(draft.sources)
        self.reviewing.show_draft(draft, self._place.item)
        self.footer.show_mark(answer.mark)
        self._say_length()

    def _changed(self, changes: Changes) -> None:
        if self._draft is None or changes.response not in {"", self._place.response}:
            return
        if not self.isVisible():
            return  # the page reads everything anew when it is opened
        if changes.kinds == {Kind.SETTINGS}:
            return
        draft = self.context.session.draft(self._place.response)
        elsewhere = changes.question not in {"", self._place.item}
        if changes.origin is self or elsewhere or not changes.touches(Kind.ANSWER):
            self._show_rest(draft)
        else:
            self._load(draft, again=True)

    def _choose(self, choice: tuple[str, ...]) -> None:
        self.flush()
        self.context.apply(SetChoice(self._place.response, self._place.item, choice), self)

    def _mark_as(self, mark: AnswerMark, reason: str = "") -> None:
        edit = MarkAnswer(self._place.response, self._place.item, mark, reason)
        if self.context.apply(edit, self) is None:
            self.footer.show_mark(self._mark())

    def _answer(self) -> Answer | None:
        return self._draft.answer(self._place.item) if self._draft else None

    def _mark(self) -> AnswerMark:
        answer = self._answer()
        return answer.mark if answer else AnswerMark.NONE

    def _can_write(self) -> bool:
        if self._draft is None:
            return False
        if self._mark() is AnswerMark.SKIPPED:
            self.context.dialogs.notify(
                "This question is skipped. Answer it after all to write here."
            )
            return False
        return True

    def _written(self, said: str) -> None:
        """After writing for the person: save at once, and let them go on typing."""
        self.flush()
        self.sheet.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if said:
            self.context.dialogs.notify(said)

    def _dropped(self, piece: str) -> None:
        """Learn that a card was dropped into the answer."""
        for card in self._help.evidence.cards() if self._help else ():
            if card.piece is not None and card.piece.id == piece:
                self.flush()
                self.helping.used(card.piece)

    def _insert_first(self) -> None:
        first = self._help.evidence.first() if self._help else None
        if first is not None:
            self.insert_evidence(first.piece)

    def _say_length(self) -> None:
        draft = self._draft
        if draft is None:
            return
        question = draft.consultation.question(self._place.item)
        written: Count = self.sheet.editor.word_count() + count(self.sheet.key_point.text())
        share = suggested_share(
            draft.consultation.limit,
            draft.consultation.questions,
            states(draft),
            self._place.item,
        )
        self.sheet.show_length(*length_words(written, share, question.limit))
