"""Looking at an import beside its original and putting right what was misunderstood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractSlider
from pytestqt.qtbot import QtBot

from desktop.core.document import Block, BlockKind
from desktop.core.edits import WORKSPACE_SCOPE
from desktop.core.evidence import SnippetKind, SourceKind
from desktop.core.imports import ImportState, MarkState, Review
from desktop.core.intake_edits import import_scope
from desktop.core.understanding import PartRole, SentenceKind
from desktop.session import Session
from desktop.ui.imports.understood_pane import ABOUT, PARTS, PLACES, SENTENCES
from desktop.ui.models.review_rows import KIND_PLACE
from desktop.ui.pages.import_review import ImportReviewPage
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs
from tests.ui.pages import imported

Show = Callable[..., ImportReviewPage]


@pytest.fixture
def document(session: Session) -> str:
    return imported.bring(session, imported.response())


@pytest.fixture
def page(show: Show, document: str) -> ImportReviewPage:
    return show(ImportReviewPage, Place(PageId.IMPORT_REVIEW, item=document))


def review(page: ImportReviewPage) -> Review:
    assert page.picture is not None
    return page.picture.review


def kept(page: ImportReviewPage) -> Review:
    """Return the review as the workspace has it."""
    return page.context.session.intake.review(review(page).document.id)


def texts(page: ImportReviewPage) -> list[str]:
    return [block.block.text for block in kept(page).blocks]


def put_caret(page: ImportReviewPage, words: str, at: int = 0) -> None:
    """Put the caret before ``words``, and ``at`` characters on, as a click there does."""
    text = page.original.text
    found = text.document().find(words)
    assert not found.isNull(), words
    cursor = text.textCursor()
    cursor.setPosition(found.selectionStart() + at)
    text.setTextCursor(cursor)


def choose_part(page: ImportReviewPage, place: int) -> None:
    page.understood.tabs.choose(PARTS)
    page.understood.parts.setCurrentIndex(page.understood.parts.rows_model.index(place))


# What is shown


def test_the_original_stands_beside_what_was_understood(page: ImportReviewPage) -> None:
    shown = page.original.text.toPlainText()
    assert "Response of Fernbrook Community Trust" in shown
    assert "Page 2" in shown
    assert "Upper" in shown
    rows = page.understood.parts.rows_model.rows()
    assert [row.chip for row in rows] == ["About us", "Answer", "Answer"]
    assert rows[1].title == "Question 1: What are halls for?"
    assert "Smaller Government: Bigger Society?, question 1" in rows[1].detail
    assert "page 2" in rows[1].detail
    assert "Past response" in page.head.about.text()


def test_what_is_unsure_comes_first_with_a_sign_and_a_word(page: ImportReviewPage) -> None:
    assert page.understood.tabs.strip.current == PLACES
    rows = page.understood.places.rows_model.rows()
    assert [(row.title, row.warning) for row in rows] == [
        ("Question 2: What did the cuts do?", "! Look at this")
    ]
    assert page.understood.tabs.strip.titles()[:2] == ["Look at (1)", "Answers (3)"]
    assert "Look at this. Answer" in rows[0].words()
    # The original has been scrolled to it, and its beginning is where the caret is.
    assert page.original.text.caret()[0] == review(page).parts[2].first


def test_a_sure_import_opens_at_its_answers(show: Show, session: Session) -> None:
    document = imported.bring(session, imported.response(sure=True))
    page = show(ImportReviewPage, Place(PageId.IMPORT_REVIEW, item=document))
    assert page.understood.tabs.strip.current == PARTS
    assert page.understood.places.isHidden()
    page.understood.tabs.choose(PLACES)
    assert page.understood.no_places.isVisible()
    page.step_place(1)
    assert page.context.dialogs.notices == ["Nothing is unsure any more."]  # type: ignore[attr-defined]


def test_without_an_import_it_says_what_the_page_is_for(show: Show, visited: list[Place]) -> None:
    page = show(ImportReviewPage, Place(PageId.IMPORT_REVIEW))
    assert page.stack.currentWidget() is page.empty
    assert page.first_focus() is page.empty.button
    assert page.actions_here() == {}
    page.empty.button.click()
    assert visited == [Place(PageId.IMPORT)]


def test_without_a_place_the_first_that_waits_is_shown(show: Show, document: str) -> None:
    page = show(ImportReviewPage, Place(PageId.IMPORT_REVIEW))
    assert review(page).document.id == document


def test_a_long_document_is_shown_and_changed_quickly(
    show: Show, session: Session, qtbot: QtBot
) -> None:
    blocks = imported.response_blocks()
    more = tuple(Block(BlockKind.PARAGRAPH, f"Paragraph {n} of many. " * 12) for n in range(3000))
    document = imported.bring(session, imported.response(blocks=blocks + more))
    page = show(ImportReviewPage, Place(PageId.IMPORT_REVIEW, item=document))
    assert len(review(page).blocks) == 3000 + len(blocks)
    assert len(page.findChildren(type(page.original.text))) == 1
    put_caret(page, "Paragraph 2000 of many.", len("Paragraph 2000 of many."))
    page.work.split()
    assert len(review(page).blocks) == 3001 + len(blocks)
    assert page.original.text.caret()[0] in page.picture.places  # type: ignore[union-attr]


@pytest.mark.parametrize("words", ["We run four", "Question 1", "People meet", "Two halls"])
def test_what_is_written_anew_is_as_if_all_had_been(page: ImportReviewPage, words: str) -> None:
    """Also where a page begins and beside a table."""
    for act in (page.work.join, lambda: page.work.move_block(1), lambda: page.work.move_block(-1)):
        put_caret(page, words)
        act()
        text = page.original.text
        shown, starts = text.toPlainText(), list(text._starts)
        text._write()
        assert (text.toPlainText(), text._starts) == (shown, starts)


# One side follows the other


def test_choosing_an_answer_scrolls_the_original_there(page: ImportReviewPage) -> None:
    choose_part(page, 1)
    assert page.original.text.caret()[0] == review(page).parts[1].first


def test_the_caret_in_the_original_chooses_the_answer(page: ImportReviewPage) -> None:
    choose_part(page, 2)
    put_caret(page, "We run four halls")
    row = page.understood.parts.current()
    assert row is not None
    assert row.chip == "About us"
    assert page.understood.part_form.role.currentText() == "About us"


def test_scrolling_on_one_side_takes_the_other_along(
    show: Show, session: Session, qtbot: QtBot
) -> None:
    blocks = imported.response_blocks()
    blocks = (*blocks[:6], *(Block(BlockKind.PARAGRAPH, "On and on. " * 60) for _ in range(40)),
              *blocks[6:])  # fmt: skip
    document = imported.bring(session, imported.response(blocks=blocks))
    page = show(ImportReviewPage, Place(PageId.IMPORT_REVIEW, item=document))
    choose_part(page, 0)
    scrolled: list[str] = []
    page.original.text.scrolled.connect(scrolled.append)
    bar = page.original.text.verticalScrollBar()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    qtbot.waitUntil(lambda: bool(scrolled))
    assert page.picture is not None
    assert page.picture.part_at(scrolled[0]) is not None
    # And back: the list at its top brings the beginning of the original into view.
    page.understood.parts.scrolled.emit(page.understood.parts.rows_model.rows()[0])
    assert bar.value() < bar.maximum() // 2


def test_the_next_place_is_a_key_away(page: ImportReviewPage, qtbot: QtBot) -> None:
    page.understood.tabs.choose(ABOUT)
    page.actions_here()["review.next_place"]()
    assert page.understood.tabs.strip.current == PLACES
    assert page.original.text.caret()[0] == review(page).parts[2].first
    page.actions_here()["review.previous_place"]()
    assert page.understood.places.current() is not None


# Putting paragraphs right


def test_a_paragraph_is_split_where_the_caret_is_and_joined_again(page: ImportReviewPage) -> None:
    put_caret(page, imported.ADVICE)
    page.original.split_button.click()
    assert imported.FIGURE in texts(page)
    assert imported.ADVICE in texts(page)
    put_caret(page, imported.ADVICE)
    page.original.join_button.click()
    assert f"{imported.FIGURE} {imported.ADVICE}" in texts(page)
    assert page.picture is not None
    assert len(page.original.text.toPlainText()) > len(imported.ADVICE)


def test_undo_takes_back_a_wrong_split(page: ImportReviewPage, document: str) -> None:
    before = texts(page)
    put_caret(page, imported.ADVICE)
    page.original.split_button.click()
    page.context.session.undo(import_scope(document))
    assert texts(page) == before
    assert [kept.block.text for kept in review(page).blocks] == before


def test_a_click_in_the_paragraph_with_the_caret_chooses_its_answer_after_undo_too(
    page: ImportReviewPage, document: str, qtbot: QtBot
) -> None:
    put_caret(page, imported.ADVICE)
    page.original.split_button.click()
    page.context.session.undo(import_scope(document))
    answer, other = review(page).parts[1].id, review(page).parts[2].id
    page.understood.tabs.choose(PARTS)
    put_caret(page, imported.ADVICE, 3)
    # Another answer is chosen, and the caret stays where it was.
    page.understood.parts.choose(other)
    text = page.original.text
    here = text.cursorRect().center()
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=here)
    assert page.understood.current_part() == answer


def test_at_the_edge_of_a_paragraph_there_is_nothing_to_split(page: ImportReviewPage) -> None:
    before = texts(page)
    put_caret(page, "People meet there")
    page.work.split()
    assert texts(page) == before


def test_a_paragraph_is_moved_up_and_down(page: ImportReviewPage) -> None:
    put_caret(page, "People meet there")
    page.original.up_button.click()
    assert texts(page).index(f"{imported.FIGURE} {imported.ADVICE}") == 5
    page.original.down_button.click()
    assert texts(page).index(f"{imported.FIGURE} {imported.ADVICE}") == 4


def test_what_a_paragraph_is_can_be_changed(page: ImportReviewPage) -> None:
    put_caret(page, "People meet there")
    page.original.kind.setCurrentIndex(page.original.kind.findText("Quotation"))
    page.original.kind.activated.emit(page.original.kind.currentIndex())
    found = [kept.block.kind for kept in kept(page).blocks if "People meet" in kept.block.text]
    assert found == [BlockKind.QUOTATION]


def test_a_table_stays_a_table(page: ImportReviewPage) -> None:
    put_caret(page, "Upper", 2)
    page.original.text.moveCursor(QTextCursor.MoveOperation.End)
    page.original.show_block(review(page).blocks[-1], changeable=True)
    assert not page.original.kind.isEnabled()
    assert not page.original.split_button.isEnabled()


# Putting answers right


def test_an_answer_begins_where_the_person_says(page: ImportReviewPage) -> None:
    put_caret(page, "People meet there")
    page.original.begin_button.click()
    assert [part.role for part in kept(page).parts].count(PartRole.ANSWER) == 3
    assert len(page.understood.parts.rows_model.rows()) == 4


def test_an_answer_is_joined_to_the_one_before(page: ImportReviewPage) -> None:
    choose_part(page, 2)
    page.understood.part_form.join_button.click()
    assert len(kept(page).parts) == 2


def test_answers_change_places(page: ImportReviewPage) -> None:
    choose_part(page, 1)
    page.understood.part_form.down_button.click()
    assert [part.number for part in kept(page).parts] == ["", "2", "1"]
    page.move_here(-1)
    assert [part.number for part in kept(page).parts] == ["", "1", "2"]


def test_saying_that_a_place_is_right_makes_it_sure(page: ImportReviewPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.understood.places, Qt.Key.Key_Return)
    assert all(part.confidence == 1 for part in kept(page).parts)
    assert page.understood.places.rows_model.rows() == ()


def test_number_wording_and_role_of_an_answer_are_mended(page: ImportReviewPage) -> None:
    choose_part(page, 2)
    form = page.understood.part_form
    form.number.setText("2a")
    form.number.editingFinished.emit()
    form.wording.set_text("What did the cuts do to you?")
    page.flush()
    part = kept(page).parts[2]
    assert (part.number, part.question) == ("2a", "What did the cuts do to you?")
    form.role.setCurrentIndex(form.role.findText("Summary"))
    form.role.activated.emit(form.role.currentIndex())
    assert kept(page).parts[2].role is PartRole.SUMMARY
    assert not form.number.isVisible()


def test_a_known_question_is_picked_and_fills_in_what_was_left_open(
    page: ImportReviewPage,
) -> None:
    choose_part(page, 2)
    form = page.understood.part_form
    form.number.clear()
    form.known.pick(f"{imported.KNOWN}#2")
    part = kept(page).parts[2]
    assert part.ref == f"{imported.KNOWN}#2"
    assert part.number == "2"
    assert part.question == "What did the cuts do?"
    assert "Public Administration" in form.known.text()
    form.known.pick("")
    assert kept(page).parts[2].ref == ""


# The document as a whole


def test_title_date_and_sender_are_said_in_a_form(page: ImportReviewPage) -> None:
    page.understood.tabs.choose(ABOUT)
    about = page.understood.about
    about.title.set_text("")
    about.title.insertPlainText("Halls in the valley")
    about.date.clear()
    about.date.setText("20 July 2019")
    about.date.textEdited.emit("20 July 2019")
    page.flush()
    document = kept(page).document
    assert document.title == "Halls in the valley"
    assert document.date == "2019-07-20"
    assert page.head.title.text() == "Halls in the valley"


def test_a_document_that_the_library_has_is_offered_to_be_that_one(
    show: Show, session: Session, dialogs: FakeDialogs
) -> None:
    known = next(iter(session.sources().values()))
    found = replace(imported.response(), title=known.title, author="", date="")
    document = imported.bring(session, found)
    page = show(ImportReviewPage, Place(PageId.IMPORT_REVIEW, item=document))
    assert known.title in page.head.known.text()
    page.head.same_button.click()
    assert session.intake.document(document).source == known.key
    assert not page.head.same_button.isVisible()
    assert dialogs.notices == ["Its passages will stand with that document. Undo parts them."]
    session.undo(import_scope(document))
    assert page.head.same_button.isVisible()


def test_a_document_of_its_own_is_not_asked_about(page: ImportReviewPage) -> None:
    assert not page.head.same_button.isVisible()
    assert not page.head.known.isVisible()


def test_a_doubtful_kind_is_asked_for(show: Show, session: Session) -> None:
    from dataclasses import replace

    doubtful = replace(imported.response(sure=True), confidence=0.3)
    document = imported.bring(session, doubtful)
    page = show(ImportReviewPage, Place(PageId.IMPORT_REVIEW, item=document))
    row = page.understood.places.current()
    assert row is not None
    assert row.id == KIND_PLACE
    assert page.understood.kind_form.isVisible()
    form = page.understood.kind_form.kind
    form.setCurrentIndex(form.findText("Report"))
    form.activated.emit(form.currentIndex())
    assert kept(page).document.kind is SourceKind.REPORT
    assert page.understood.places.rows_model.rows() == ()


def test_a_document_said_to_be_a_call_is_looked_through_for_its_questions(
    page: ImportReviewPage, qtbot: QtBot
) -> None:
    page.work.set_field("kind", SourceKind.CALL_FOR_EVIDENCE.value)
    qtbot.waitUntil(lambda: kept(page).call is not None)
    assert page.ending.consultation_button.isVisible()


# Sentences


def test_one_key_makes_a_snippet_of_a_sentence(
    page: ImportReviewPage, session: Session, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    page.understood.tabs.choose(SENTENCES)
    before = session.snippet_count()
    qtbot.keyClick(page.understood.marks, Qt.Key.Key_S)
    assert session.snippet_count() == before + 1
    assert kept(page).marks[0].state is MarkState.MADE
    made = session.snippet(kept(page).marks[0].snippet)
    assert made is not None
    assert made.kind is SnippetKind.STATISTIC
    assert dialogs.notices == ["A snippet in the library now."]
    dialogs.ways_back.pop()()
    assert session.snippet_count() == before
    assert kept(page).marks[0].state is MarkState.PROPOSED


def test_undo_after_making_a_snippet_takes_the_snippet_back_too(
    page: ImportReviewPage, session: Session, document: str, qtbot: QtBot
) -> None:
    page.understood.tabs.choose(SENTENCES)
    snippets, sources = session.snippet_count(), set(session.sources())
    qtbot.keyClick(page.understood.marks, Qt.Key.Key_S)
    assert session.undo_name(import_scope(document)) == "making a snippet"
    session.undo(import_scope(document))
    assert (session.snippet_count(), set(session.sources())) == (snippets, sources)
    assert kept(page).marks[0].state is MarkState.PROPOSED
    session.redo(import_scope(document))
    assert session.snippet_count() == snippets + 1
    assert kept(page).marks[0].state is MarkState.MADE


def test_words_selected_in_the_original_become_a_snippet(
    page: ImportReviewPage, session: Session, dialogs: FakeDialogs
) -> None:
    before = session.snippet_count()
    page.make_snippet()
    assert session.snippet_count() == before
    found = page.original.text.document().find("Two halls closed")
    page.original.text.setTextCursor(found)
    page.make_snippet()
    assert session.snippet_count() == before + 1
    assert any(snippet.text == "Two halls closed" for snippet in session.snippets())


def test_selected_words_become_a_snippet_of_the_kind_that_they_tell(
    page: ImportReviewPage, session: Session
) -> None:
    text = page.original.text
    found = text.document().find(imported.ADVICE)
    text.setTextCursor(found)
    page.make_snippet()
    made = next(snippet for snippet in session.snippets() if snippet.text == imported.ADVICE)
    assert made.kind is SnippetKind.RECOMMENDATION


def test_a_sentence_is_dismissed_and_its_kind_changed(
    page: ImportReviewPage, document: str, qtbot: QtBot
) -> None:
    page.understood.tabs.choose(SENTENCES)
    page.understood.mark_kinds.setCurrentText("Fact")
    page.understood.mark_kinds.activated.emit(page.understood.mark_kinds.currentIndex())
    assert kept(page).marks[0].kind is SentenceKind.FACT
    qtbot.keyClick(page.understood.marks, Qt.Key.Key_D)
    assert kept(page).marks[0].state is MarkState.DISMISSED
    assert [row.title for row in page.understood.marks.rows_model.rows()] == [imported.ADVICE]
    page.context.session.undo(import_scope(document))
    assert len(page.understood.marks.rows_model.rows()) == 2


# The end of it


def test_an_import_is_accepted_and_the_next_one_comes(
    page: ImportReviewPage, session: Session, visited: list[Place], qtbot: QtBot, document: str
) -> None:
    other = imported.bring(session, imported.response(sure=True), "other.docx")
    page.ending.next_button.click()
    assert visited == [Place(PageId.IMPORT_REVIEW, item=other)]
    state = session.intake.document
    qtbot.waitUntil(lambda: state(document).state is ImportState.ACCEPTED)
    assert session.intake.passages_of(document)


def test_an_accepted_import_can_be_taken_back_to_change_it(
    page: ImportReviewPage, session: Session, document: str, qtbot: QtBot, dialogs: FakeDialogs
) -> None:
    choose_part(page, 1)
    page.ending.accept_button.click()
    qtbot.waitUntil(page.ending.change_button.isVisible)
    assert not page.original.join_button.isEnabled()
    assert not page.understood.part_form.isEnabled()
    assert "1 document in the library" in dialogs.notices[-1]
    page.ending.change_button.click()
    assert session.intake.document(document).state is ImportState.WAITING
    assert page.ending.accept_button.isVisible()


def test_an_import_is_put_aside_with_a_way_back(
    page: ImportReviewPage, session: Session, document: str, visited: list[Place],
    dialogs: FakeDialogs,
) -> None:  # fmt: skip
    page.ending.aside_button.click()
    assert session.intake.document(document).state is ImportState.BINNED
    assert visited == [Place(PageId.IMPORT)]
    dialogs.ways_back.pop()()
    assert session.intake.document(document).state is ImportState.WAITING
    assert session.undo_name(WORKSPACE_SCOPE) is None


def test_the_way_back_to_the_list_keeps_the_document(
    page: ImportReviewPage, document: str, visited: list[Place]
) -> None:
    page.ending.back_button.click()
    assert visited == [Place(PageId.IMPORT, item=document)]
