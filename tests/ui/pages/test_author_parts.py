"""A trainer writes what learners work with: call, papers, snippets, prompts, budget, rubric."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.course import Course, PartKind, StepKind
from desktop.core.course_prompts import cues_of, frames_of
from desktop.core.course_writing import copy_of
from desktop.core.edits import WORKSPACE_SCOPE
from desktop.core.evidence import SnippetKind
from desktop.core.text import Cite, citations
from desktop.markup import parse
from desktop.session import Session
from desktop.ui.courses.author.chosen_words import show_words
from desktop.ui.pages.author import AuthorPage
from desktop.ui.place import PageId, Place
from desktop.ui.rules.rule_sheet import RuleSheet
from desktop.ui.widgets.saved_field import SavedField
from tests.ui.fakes import FakeDialogs

MINUTES = "The trustees met.\n\nThey agreed to ask for a rate that holds for three years."
Show = Callable[..., Any]


@pytest.fixture
def own(session: Session) -> Course:
    made = copy_of(session.courses.read("first-written-evidence"), ())
    session.courses.save(made)
    return made


@pytest.fixture
def page(show: Show, own: Course) -> AuthorPage:
    return show(AuthorPage, Place(PageId.AUTHOR, item=own.id))


def write(saved: SavedField, text: str) -> None:
    """Put a text into a field, as a person who types it would."""
    field: Any = saved.field
    field.setFocus()
    if hasattr(field, "set_markdown"):
        field.set_markdown(text)
        field.edited.emit()
    else:
        field.selectAll()
        if hasattr(field, "insertPlainText"):
            field.insertPlainText(text)
        else:
            QTest.keyClicks(field, text)
    saved.flush()


def pick(box: Any, value: object) -> None:
    """Pick something in a choice, as a person would."""
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def kept(session: Session, page: AuthorPage) -> Course:
    page.flush()
    return session.courses.read(page.desk.course.id)


def test_a_paper_is_written_and_a_snippet_made_of_words_selected_in_it(
    page: AuthorPage, session: Session
) -> None:
    view = page.tabs.show_part("pack")
    view.add_paper()
    form = view.paper_form
    write(form.title, "Minutes of May")
    write(form.text, MINUTES.replace("rate", "**rate**"))
    write(form.date, "12 May 2027")
    pick(form.kind, "letter")
    paper = kept(session, page).papers[-1]
    said = paper.source
    assert (said.title, said.short, said.date) == ("Minutes of May", "Minutes of May", "2027-05-12")
    form.snippet_button.click()
    assert form.none.text().startswith("Select the words")
    assert show_words(form.box, "They agreed to ask for a **rate** that")
    form.snippet_button.click()
    write(view.snippet_form.claim, "A rate for three years is wanted.")
    list(view.snippet_form.boxes.values())[1].click()
    snippet = kept(session, page).snippets[-1]
    assert (snippet.source, snippet.locator) == (said.key, "paragraph 2")
    assert snippet.claim == "A rate for three years is wanted."
    assert [ref.rpartition("#")[2] for ref in snippet.questions] == ["2"]


def test_a_date_that_is_none_is_said_and_the_one_before_stays(
    page: AuthorPage, session: Session, own: Course
) -> None:
    form = page.tabs.show_part("pack").paper_form
    write(form.date, "some day")
    assert form.wrong.text().startswith("This is no date")
    assert kept(session, page).papers[0].source.date == own.papers[0].source.date


def test_a_file_is_taken_in_as_a_paper_or_it_is_said_why_not(
    page: AuthorPage, session: Session, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    view = page.tabs.show_part("pack")
    good, bad = tmp_path / "minutes.md", tmp_path / "bad.docx"
    good.write_text(f"# Minutes\n\n{MINUTES}\n", encoding="utf-8")
    bad.write_bytes(b"PK\x03\x04 nothing")
    dialogs.opens += [bad, good]
    view.add_file()
    qtbot.waitUntil(lambda: bool(dialogs.errors), timeout=20_000)
    view.add_file()
    qtbot.waitUntil(lambda: bool(dialogs.notices), timeout=20_000)
    assert "rate that holds" in kept(session, page).papers[-1].text
    assert view.paper_form.title.text == "Minutes"


def test_a_paragraph_written_into_a_paper_moves_no_snippet_to_other_words(
    page: AuthorPage, session: Session, own: Course
) -> None:
    form = page.tabs.show_part("pack").paper_form
    first = own.snippets[0]
    write(form.text, f"It is new.\n\n{own.papers[0].text}")
    later = re.sub(r"\d+", lambda found: str(int(found[0]) + 1), first.locator)
    assert kept(session, page).snippets[0].locator == later


def test_a_paper_that_was_read_for_a_course_put_aside_goes_into_no_other(
    page: AuthorPage, session: Session, own: Course, tmp_path: Path, qtbot: QtBot
) -> None:
    view = page.tabs.show_part("pack")
    (tmp_path / "minutes.md").write_text(MINUTES, encoding="utf-8")
    view.read(tmp_path / "minutes.md")
    other = session.courses.invented("Another course")
    session.courses.save(other)
    page.open(Place(PageId.AUTHOR, item=other.id))
    qtbot.waitUntil(view.add_menu.isEnabled, timeout=20_000)
    assert session.courses.read(other.id).papers == ()
    assert session.courses.read(own.id).papers == own.papers


def test_a_quotation_asks_for_its_speaker_and_is_kept_meanwhile(
    page: AuthorPage, session: Session, own: Course
) -> None:
    view = page.tabs.show_part("pack")
    view.go("snippet", own.snippets[0].id)
    form = view.snippet_form
    pick(form.kind, SnippetKind.QUOTATION.value)
    assert "whose words" in form.lacks.text()
    assert kept(session, page).snippets[0].kind is SnippetKind.QUOTATION
    write(form.speaker, "A passenger")
    assert kept(session, page).snippets[0].speaker == "A passenger"
    assert not form.lacks.text()
    other = own.papers[-1].source.key
    pick(form.paper, other)
    assert kept(session, page).snippets[0].source == other


def test_a_paper_is_removed_with_its_snippets_and_undo_brings_all_back(
    page: AuthorPage, session: Session, own: Course, dialogs: FakeDialogs
) -> None:
    view = page.tabs.show_part("pack")
    view.remove_button.click()
    left = kept(session, page)
    assert len(left.papers) == len(own.papers) - 1
    assert "still cited" in dialogs.notices[-1]
    view.down.click()
    assert kept(session, page).papers[0] == left.papers[1]
    session.undo(WORKSPACE_SCOPE)
    session.undo(WORKSPACE_SCOPE)
    assert page.desk.course.papers == own.papers
    assert page.desk.course.snippets == own.snippets


def test_a_paper_is_cited_in_a_model_answer(
    page: AuthorPage, session: Session, own: Course
) -> None:
    form = page.tabs.show_part("models").form
    form.citing.button.click()
    bar = form.citing.bar
    assert QApplication.focusWidget() is bar.source
    key = own.papers[2].source.key
    assert {bar.source.itemData(at) for at in range(bar.source.count())} == {
        paper.source.key for paper in own.papers
    }
    bar.source.setCurrentIndex(bar.source.findData(key))
    QTest.keyClicks(bar.place, "paragraph 1")
    bar.add.click()
    text = kept(session, page).models[0].text
    assert Cite(key, "paragraph 1") in list(citations(parse(text)))


def test_what_the_guide_asks_is_written_for_any_question_and_for_one(
    page: AuthorPage, session: Session
) -> None:
    view = page.tabs.show_part("prompts")
    write(view.cues[PartKind.REASON], "And why is that?")
    pick(view.question, "2")
    write(view.frames[PartKind.ASK], "The council should …")
    course = kept(session, page)
    assert cues_of(course, "", PartKind.REASON) == ("And why is that?",)
    assert frames_of(course, "2", PartKind.ASK) == ("The council should …",)
    assert "of its own" in view.question.currentText()


def test_a_word_budget_is_made_and_says_whether_it_adds_up(
    page: AuthorPage, session: Session, own: Course
) -> None:
    view = page.tabs.show_part("exercises")
    view.refresh("new")
    view.making.share_button.click()
    form = view.budget_form
    assert form.left.text().startswith("✓")
    form.words.setValue(1200)
    assert "300 are left" in form.left.text()
    form.even_button.click()
    write(form.cards["2"].lost, "Why drivers leave.")
    form.cards["2"].least.setValue(120)
    budget = kept(session, page).budgets[-1]
    assert (budget.words, [share.model for share in budget.shares]) == (1200, [400, 400, 400])
    assert (budget.shares[1].least, budget.shares[1].lost) == (120, "Why drivers leave.")
    view.remove_button.click()
    assert kept(session, page).budgets == own.budgets


def test_a_number_counts_though_a_shortcut_left_its_field_alone(
    page: AuthorPage, session: Session
) -> None:
    form = page.tabs.show_part("call").call_form
    form.words.setFocus()
    form.words.selectAll()
    QTest.keyClicks(form.words, "1234")
    call = kept(session, page).consultation
    assert call is not None
    assert call.limit is not None
    assert call.limit.value == 1234


def test_a_model_answer_is_given_levels_by_the_rubric(page: AuthorPage, session: Session) -> None:
    view = page.tabs.show_part("models")
    view.add("3")
    card = view.form.marks.cards["evidence"]
    assert card.why.field.isHidden() or not card.why.field.isVisible()
    pick(card.level, "2")
    write(card.why, "Every figure has its place.")
    (mark,) = kept(session, page).models[-1].marks
    assert mark == ("evidence", 2, "Every figure has its place.")
    pick(card.level, "")
    assert kept(session, page).models[-1].marks == ()


def test_the_rubric_becomes_ones_own_and_consultees_can_be_taken_again(
    page: AuthorPage, session: Session, own: Course
) -> None:
    view = page.tabs.show_part("rubric")
    assert "Consultee’s own rubric" in view.rubric_form.told.text()
    view.add_button.click()
    write(view.form.name, "Warmth")
    write(view.form.levels[3], "A reader feels welcome.")
    criterion = kept(session, page).rubric.criteria[-1]
    assert (criterion.name, criterion.levels[3]) == ("Warmth", "A reader feels welcome.")
    view.up.click()
    assert kept(session, page).rubric.criteria[-2].name == "Warmth"
    view.remove_button.click()
    assert len(kept(session, page).rubric.criteria) == len(own.rubric.criteria)
    view.list.choose("rubric:")
    write(view.rubric_form.title, "What we look for")
    assert kept(session, page).rubric.whose == "Made for this course."
    view.rubric_form.back_button.click()
    assert kept(session, page).rubric == own.rubric


def test_a_call_of_its_own_is_written_question_by_question(
    page: AuthorPage, session: Session
) -> None:
    view = page.tabs.show_part("call")
    write(view.call_form.body, "Committee of Fernmoor (fictional)")
    write(view.call_form.closes, "20 July 2027")
    view.call_form.words.setValue(1500)
    view.add_button.click()
    write(view.question_form.heading, "What next")
    view.question_form.words.setValue(200)
    call = kept(session, page).consultation
    assert call is not None
    assert (call.body, str(call.closes)) == ("Committee of Fernmoor (fictional)", "2027-07-20")
    assert call.limit is not None
    assert call.limit.value == 1500
    assert call.questions[-1].heading == "What next"
    assert call.questions[-1].limit is not None
    view.remove_button.click()
    after = kept(session, page).consultation
    assert after is not None
    assert len(after.questions) == 3
    view.list.choose("call:")
    write(view.call_form.closes, "soon")
    assert view.call_form.wrong.text().startswith("This is no day")


def test_rules_are_made_to_differ_for_the_course_and_go_back(
    page: AuthorPage, session: Session, own: Course
) -> None:
    view = page.tabs.show_part("call")
    view.list.choose("rules:")
    card = next(card for card in view.rules.cards if card.held.body is not None)
    rule = card.held.id
    card.change.emit(rule)
    sheet = next(w for w in QApplication.topLevelWidgets() if isinstance(w, RuleSheet))
    sheet.says.set_text("As we say.")
    sheet.accept()
    changed = kept(session, page)
    assert changed.changes.changed != own.changes.changed
    assert any(each.says == "As we say." for each in changed.rules)
    view.rules.back(rule)
    assert all(each.id != rule for each in kept(session, page).rules)


def test_a_call_that_came_with_the_program_can_only_be_read(show: Show, session: Session) -> None:
    made = copy_of(session.courses.read("big-society-inquiry"), ())
    session.courses.save(made)
    view = show(AuthorPage, Place(PageId.AUTHOR, item=made.id)).tabs.show_part("call")
    assert "came with Consultee" in view.call_form.told.text()
    assert not view.call_form.title.field.isVisible()
    assert view.add_button.isHidden()
    view.list.choose("question:2")
    assert view.question_form.read_only.isVisible()


def test_what_is_wrong_anywhere_leads_to_where_it_is_written(
    page: AuthorPage, session: Session, qtbot: QtBot
) -> None:
    pack = page.tabs.show_part("pack")
    pack.add_paper()
    key = pack.list.key()
    prompts = page.tabs.show_part("prompts")
    pick(prompts.question, "3")
    page.tabs.show_part("check")
    problems = page.tabs.part("check").problems
    qtbot.waitUntil(lambda: bool(problems.cards))
    (card,) = problems.cards
    assert "still to be written" in card.said.text()
    card.go_button.click()
    assert (page.tabs.name, pack.list.key()) == ("pack", key)
    page.show_problem("cue", "1")
    assert page.tabs.name == "prompts"
    assert prompts.question.currentData() == page.desk.course.cues[0].question


def test_a_course_is_begun_from_a_call_alone_or_from_nothing(
    show: Show, session: Session, visited: list[Place]
) -> None:
    page = show(AuthorPage, Place(PageId.AUTHOR))
    page.begin.buttons["pasc-big-society-2011"].click()
    page.begin.buttons["nothing"].click()
    on_call, invented = (session.courses.read(place.item) for place in visited)
    assert [step.kind for step in on_call.steps] == [StepKind.DRAFT] * 9 + [StepKind.FINISH]
    assert invented.consultation is not None
    assert invented.consultation.questions[0].number == "1"


def test_a_text_that_no_file_can_hold_is_told_of_and_stays_on_screen(
    page: AuthorPage, session: Session, own: Course, dialogs: FakeDialogs
) -> None:
    form = page.tabs.show_part("about")
    field: Any = form.fields["about"].field
    field.setPlainText("word " * 3000)
    form.flush()
    assert "characters" in dialogs.errors[-1].message
    assert session.courses.read(own.id).about == own.about
    assert field.toPlainText().startswith("word")
    field.setPlainText("Short again.")
    assert kept(session, page).about == "Short again."


def test_the_wheel_scrolls_past_fields_and_changes_none(
    page: AuthorPage, session: Session, own: Course
) -> None:
    form = page.tabs.show_part("pack").paper_form
    page.tabs.first_tab().setFocus()
    kind = form.kind.currentIndex()
    spot = QPointF(4, 4)
    turn = QWheelEvent(
        spot,
        form.kind.mapToGlobal(spot),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(form.kind, turn)
    assert form.kind.currentIndex() == kind
    assert kept(session, page).papers[0] == own.papers[0]
