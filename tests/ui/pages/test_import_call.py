"""A call for evidence becomes a consultation that can be answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from desktop.core.consultation import Limit, LimitUnit, QuestionKind
from desktop.core.intake_edits import import_scope
from desktop.core.understanding import Call
from desktop.session import Session
from desktop.ui.imports.understood_pane import ABOUT, PARTS, PLACES, SENTENCES
from desktop.ui.models import called_questions
from desktop.ui.pages.import_review import ImportReviewPage
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs
from tests.ui.pages import imported

Show = Callable[..., ImportReviewPage]


@pytest.fixture
def page(show: Show, session: Session) -> ImportReviewPage:
    document = imported.bring(session, imported.call(), "call.docx")
    return show(ImportReviewPage, Place(PageId.IMPORT_REVIEW, item=document))


def kept(page: ImportReviewPage) -> Call:
    assert page.picture is not None
    document = page.picture.review.document.id
    call = page.context.session.intake.review(document).call
    assert call is not None
    return call


def asked(page: ImportReviewPage) -> list[str]:
    return [question.text for question in kept(page).questions]


def choose(page: ImportReviewPage, place: int) -> None:
    page.understood.tabs.choose(PARTS)
    page.understood.parts.setCurrentIndex(page.understood.parts.rows_model.index(place))


def button(page: ImportReviewPage, words: str) -> QAbstractButton:
    found = [
        each
        for each in page.understood.called_form.findChildren(QAbstractButton)
        if each.text() == words
    ]
    assert found, words
    return found[0]


def test_the_questions_of_a_call_stand_beside_its_text(page: ImportReviewPage) -> None:
    assert page.understood.tabs.strip.titles()[:2] == ["Look at (1)", "Questions (2)"]
    rows = page.understood.parts.rows_model.rows()
    assert [(row.chip, row.title) for row in rows] == [
        ("Question 1", "What are halls for?"),
        ("Question 2", "Who pays?"),
    ]
    assert rows[1].detail == "Options: The state; Ourselves"
    assert page.understood.tabs.strip.current == PLACES
    assert "Who pays?" in page.original.text.toPlainText()
    assert not page.ending.next_button.isVisible()


def test_a_doubtful_question_is_said_to_be_right(page: ImportReviewPage) -> None:
    page.confirm()
    assert kept(page).questions[1].confidence == 1
    assert page.understood.places.rows_model.rows() == ()


def test_wording_kind_and_options_of_a_question_are_mended(page: ImportReviewPage) -> None:
    choose(page, 0)
    form = page.understood.called_form
    form.text.setPlainText("What are village halls for?")
    page.flush()
    assert asked(page)[0] == "What are village halls for?"
    assert not form.options.isVisible()
    form.kind.setCurrentIndex(form.kind.findText("Several options"))
    form.kind.activated.emit(form.kind.currentIndex())
    form.options.setPlainText("Meeting\n\n Dancing ")
    form.number.setText("1a")
    form.number.textEdited.emit("1a")
    choose(page, 1)
    question = kept(page).questions[0]
    assert question.kind is QuestionKind.MULTIPLE
    assert question.options == ("Meeting", "Dancing")
    assert question.number == "1a"


def test_the_longest_answer_to_a_question_is_said_and_goes_into_the_consultation(
    page: ImportReviewPage, session: Session
) -> None:
    choose(page, 0)
    form = page.understood.called_form
    form.limit.setText("250")
    form.limit.textEdited.emit("250")
    page.flush()
    assert kept(page).questions[0].limit == Limit(250)
    form.unit.setCurrentIndex(form.unit.findText("characters"))
    form.unit.activated.emit(form.unit.currentIndex())
    assert kept(page).questions[0].limit == Limit(250, LimitUnit.CHARACTERS)
    assert page.picture is not None
    made = session.intake.consultation_of(page.picture.review.document.id)
    assert [question.limit for question in made.questions] == [
        Limit(250, LimitUnit.CHARACTERS),
        None,
    ]
    for words in ("many", "0"):
        form.limit.setText(words)
        form.limit.textEdited.emit(words)
        page.flush()
        assert kept(page).questions[0].limit == Limit(250, LimitUnit.CHARACTERS)
    form.limit.setText("")
    form.limit.textEdited.emit("")
    page.flush()
    assert kept(page).questions[0].limit is None


def test_every_field_of_a_question_says_what_it_is_for(page: ImportReviewPage) -> None:
    choose(page, 0)
    form = page.understood.called_form
    said = {label.text() for label in form.findChildren(QLabel) if label.isVisible()}
    assert {"Number", "How it is answered", "Longest answer", "Wording", "Guidance"} <= said


def test_letters_of_one_field_are_one_step_and_other_changes_steps_of_their_own(
    page: ImportReviewPage,
) -> None:
    assert page.picture is not None
    first, work, document = asked(page)[0], page.work, page.picture.review.document.id
    undo = page.context.session.undo
    for words in ("What h", "What helps?"):
        call = kept(page)
        work.set_called(0, replace(call.questions[0], text=words))
    work.set_called(1, replace(kept(page).questions[1], text="What hinders?"))
    work.set_call(called_questions.removed(kept(page), 1))
    work.set_call(replace(kept(page), title="Call of the council"))
    for expected in ("title", "removed", "hinders", "helps"):
        undo(import_scope(document))
        state = asked(page)
        assert ("What hinders?" in state) is (expected == "removed"), expected
        assert (state[0] == first) is (expected == "helps"), expected


def test_questions_are_added_removed_and_put_in_order(page: ImportReviewPage) -> None:
    choose(page, 0)
    button(page, "↓").click()
    assert asked(page) == ["Who pays?", "What are halls for?"]
    button(page, "↑").click()
    assert asked(page) == ["What are halls for?", "Who pays?"]
    button(page, "Add a question").click()
    assert asked(page) == ["What are halls for?", "", "Who pays?"]
    page.understood.called_form.text.setPlainText("And in winter?")
    page.flush()
    assert kept(page).questions[1].number == "3"
    assert asked(page)[1] == "And in winter?"
    choose(page, 1)
    button(page, "Remove").click()
    assert asked(page) == ["What are halls for?", "Who pays?"]


def test_a_question_is_split_and_joined(page: ImportReviewPage) -> None:
    choose(page, 0)
    text = page.understood.called_form.text
    cursor = text.textCursor()
    cursor.setPosition(len("What are"))
    text.setTextCursor(cursor)
    button(page, "Split at the caret").click()
    assert asked(page) == ["What are", "halls for?", "Who pays?"]
    choose(page, 1)
    button(page, "Join to the one before").click()
    assert asked(page) == ["What are halls for?", "Who pays?"]
    text.moveCursor(QTextCursor.MoveOperation.Start)
    button(page, "Split at the caret").click()
    assert len(asked(page)) == 2


def test_the_last_question_can_be_removed_and_a_first_one_added(page: ImportReviewPage) -> None:
    choose(page, 0)
    button(page, "Remove").click()
    button(page, "Remove").click()
    assert asked(page) == []
    page.work.add_question()
    assert len(asked(page)) == 1


def test_closing_day_limit_and_address_are_mended(page: ImportReviewPage) -> None:
    page.understood.tabs.choose(ABOUT)
    form = page.understood.call
    assert form.closes.text() == "12 March 2027"
    assert "Number your paragraphs." in form.rules.text()
    for field, text in ((form.closes, "1 April 2027"), (form.limit, "3,000")):
        field.setText(text)
        field.textEdited.emit(text)
    form.address.set_text("")
    form.address.insertPlainText("halls@fernbrook.example")
    page.flush()
    call = kept(page)
    assert call.closes is not None
    assert call.closes.isoformat() == "2027-04-01"
    assert call.limit is not None
    assert (call.limit.value, call.limit.unit) == (3000, LimitUnit.WORDS)
    assert call.address == "halls@fernbrook.example"
    form.limit.setText("0")
    form.limit.textEdited.emit("0")
    page.flush()
    assert kept(page).limit is None


def test_a_day_that_is_none_is_told_of_and_not_kept(page: ImportReviewPage) -> None:
    page.understood.tabs.choose(ABOUT)
    form = page.understood.call
    form.closes.setText("soon")
    form.closes.textEdited.emit("soon")
    form.limit.setText("many")
    form.limit.textEdited.emit("many")
    page.flush()
    assert form.problem.isVisible()
    assert "3000" in form.problem.text()
    assert kept(page).closes is not None
    assert kept(page).limit is None


def test_a_call_becomes_a_consultation_and_a_response_is_started(
    page: ImportReviewPage,
    session: Session,
    dialogs: FakeDialogs,
    visited: list[Place],
    qtbot: QtBot,
) -> None:
    dialogs.confirms.append(True)
    dialogs.texts.append("Fernbrook Community Trust")
    page.ending.consultation_button.click()
    made = next(each for each in session.consultations() if each.title == "Village halls")
    assert [question.number for question in made.questions] == ["1", "2"]
    assert made.questions[1].options == ("The state", "Ourselves")
    (card,) = session.responses()
    assert card.consultation.id == made.id
    assert visited == [Place(PageId.QUESTION, card.response.id, "1")]


def test_a_call_without_questions_cannot_become_a_consultation(
    page: ImportReviewPage, session: Session, dialogs: FakeDialogs
) -> None:
    choose(page, 0)
    button(page, "Remove").click()
    button(page, "Remove").click()
    before = len(session.consultations())
    page.ending.consultation_button.click()
    assert len(session.consultations()) == before
    assert len(dialogs.errors) == 1


def test_a_call_has_its_sentences_too(page: ImportReviewPage) -> None:
    page.understood.tabs.choose(SENTENCES)
    assert page.understood.no_marks.isVisible()
    assert page.understood.current() is None
