"""A learner sees what the trainer said, beside their own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core import edits
from desktop.core.commenting import anchor_at
from desktop.core.edits import WORKSPACE_SCOPE
from desktop.core.learning import WorkKind
from desktop.core.sending_comments import comments_text, read_comments
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.pages.course_comments import CommentsPage
from desktop.ui.place import PageId, Place
from tests.support import learners
from tests.support.workspace import SetClock
from tests.ui.fakes import FakeDialogs

Show = Callable[[type[CommentsPage], Place], CommentsPage]


@pytest.fixture
def session(workspace: Path, paths: Paths, clock: SetClock) -> Iterator[Session]:
    """The practice workspace of a learner, in place of one's own."""
    trainer = Session.open(workspace, paths, clock)
    path = learners.practised(trainer)
    trainer.close()
    opened = Session.open(path, paths, clock)
    learners.write(opened, "Bo Larch")
    yield opened
    opened.close()


@pytest.fixture
def back(session: Session, workspace: Path, paths: Paths, clock: SetClock, tmp_path: Path) -> Path:
    """What the trainer sends back: two comments, and a mark at the first criterion."""
    handed = session.courses.hand_in(tmp_path / "Bo")
    trainer = Session.open(workspace, paths, clock)
    try:
        teaching = trainer.courses.teaching
        teaching.name = "Ama Reed"
        teaching.keep(teaching.collecting([handed])())
        (kept,) = teaching.collected()
        for number, words in (("1", "412 journeys"), ("2", "Everybody knows")):
            body = learners.BODIES[number]
            start = body.index(words)
            anchor = anchor_at(f"answer:{number}", body, start, start + len(words))
            teaching.comment(kept.id, anchor, f"On {words}.")
        first = trainer.courses.read(learners.FIRST).rubric.criteria[0].id
        teaching.mark(kept.id, first, level=3, text="Every answer does.")
        return teaching.send_comments(kept.id, tmp_path / "back")
    finally:
        trainer.close()


def said(page: CommentsPage) -> list[tuple[str, str]]:
    """Return each comment that shows, and whether its words have changed."""
    return [
        (card.text.text(), "" if card.moved.isHidden() else card.moved.text())
        for row in page.script.rows()
        for card in row.cards
        if card.shown
    ]


def test_before_a_file_is_opened_the_page_says_how_comments_come(show: Show) -> None:
    page = show(CommentsPage, Place(PageId.COMMENTS))
    assert page.stack.currentWidget() is page.empty
    assert page.first_focus() is page.empty.button


def test_comments_on_a_first_attempt_and_on_notes_stand_beside_those(
    show: Show, session: Session, workspace: Path, paths: Paths, tmp_path: Path
) -> None:
    course = session.course
    assert course is not None
    step = course.steps[-1].id
    session.courses.set(WorkKind.NOTES, step, text="Count first, write then.")
    session.courses.set(WorkKind.FIRST, "1", text="We drive people.", key_point="")
    handed = session.courses.hand_in(tmp_path / "Bo")
    trainer = Session.open(workspace, paths)
    teaching = trainer.courses.teaching
    teaching.keep(teaching.collecting([handed])())
    (kept,) = teaching.collected()
    teaching.comment(kept.id, anchor_at(f"notes:{step}", "Count first, write then.", 0, 5), "Yes.")
    teaching.comment(kept.id, anchor_at("first:1", "We drive people.", 3, 8), "Whom?")
    file = teaching.send_comments(kept.id, tmp_path / "back")
    trainer.close()
    page = show(CommentsPage, Place(PageId.COMMENTS))
    page.take(file)
    at = {row.part.id: card.text.text() for row in page.script.rows() for card in row.cards}
    assert {part: text for part, text in at.items() if text} == {
        "first:1": "Whom?",
        f"notes:{step}": "Yes.",
    }
    assert not any(numbered.located.moved for numbered in page.script.numbered)


def test_comments_stand_beside_the_words_and_the_trainers_column_below(
    show: Show, back: Path, dialogs: FakeDialogs
) -> None:
    page = show(CommentsPage, Place(PageId.COMMENTS))
    dialogs.opens.append(back)
    page.actions_here()["comments.open"]()
    assert dialogs.notices == ["2 comments from Ama Reed."]
    assert said(page) == [("On 412 journeys.", ""), ("On Everybody knows.", "")]
    column = page.rubric.cards[0].columns
    assert [cell.text.text() for cell in column.values()] == [
        "I answer both.",
        "Not the second one.",
        "Every answer does.",
    ]
    assert page.rubric.cards[0].given is None


def test_comments_on_words_that_have_changed_say_so(
    show: Show, back: Path, session: Session
) -> None:
    session.apply(edits.SetBody("practice", "1", "In March we made 413 journey. More."))
    session.apply(edits.SetBody("practice", "2", "Quite other."))
    page = show(CommentsPage, Place(PageId.COMMENTS))
    page.take(back)
    (first, moved), (second, gone) = said(page)
    assert (first, second) == ("On 412 journeys.", "On Everybody knows.")
    assert "nearest place" in moved
    assert "Everybody knows" in gone
    assert "2 are about words that you have changed since" in page.said.text()


def test_in_a_low_window_the_head_scrolls_with_the_comments_and_keys_step_through_them(
    show: Show, back: Path
) -> None:
    page = show(CommentsPage, Place(PageId.COMMENTS))
    page.setFixedHeight(12 * page.fontMetrics().lineSpacing())
    assert page.head.parentWidget() is page
    assert "comments.next" not in page.actions_here()
    page.take(back)
    assert page.script.isAncestorOf(page.head)
    for action, looked_at in (("next", 0), ("next", 1), ("previous", 0)):
        page.actions_here()[f"comments.{action}"]()
        assert page.script.looked_at == page.script.numbered[looked_at].id
    page.setFixedHeight(60 * page.fontMetrics().lineSpacing())
    assert page.head.parentWidget() is page


def test_the_keyboard_goes_from_comment_to_comment_and_to_the_answer(
    show: Show, back: Path, visited: list[Place]
) -> None:
    page = show(CommentsPage, Place(PageId.COMMENTS))
    page.take(back)
    page.next_button.click()
    assert QApplication.focusWidget() is page.script.rows()[1].cards[0].number_button
    page.next_button.click()
    assert page.script.looked_at == page.script.numbered[1].id
    page.previous_button.click()
    assert page.script.looked_at == page.script.numbered[0].id
    page.script.rows()[0].go_button.click()
    assert visited == [Place(PageId.QUESTION, "practice", "1")]


def test_a_file_of_another_sort_is_told_of_and_changes_nothing(
    show: Show, session: Session, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = show(CommentsPage, Place(PageId.COMMENTS))
    page.take(session.courses.hand_in(tmp_path / "own"))
    assert "not a trainer’s comments" in dialogs.errors[0].message
    assert page.stack.currentWidget() is page.empty


def test_comments_that_are_undone_away_leave_the_page_as_it_was(
    show: Show, back: Path, session: Session, qtbot: QtBot
) -> None:
    page = show(CommentsPage, Place(PageId.COMMENTS))
    page.take(back)
    assert page.script.isVisible()
    session.undo(WORKSPACE_SCOPE)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    assert not page.next_button.isEnabled()
    session.redo(WORKSPACE_SCOPE)
    qtbot.waitUntil(lambda: len(said(page)) == 2)


def test_the_learner_reads_what_was_said_and_cannot_comment_there(show: Show, back: Path) -> None:
    page = show(CommentsPage, Place(PageId.COMMENTS))
    page.take(back)
    row = page.script.rows()[0]
    row.text.setFocus()
    QTest.keyClick(row.text, Qt.Key.Key_Return)
    assert row.text.hasFocus()
    assert row.comment_button.isHidden()
    assert len(said(page)) == 2


def test_a_comment_is_ticked_as_dealt_with_and_can_be_hidden(
    show: Show, back: Path, session: Session, qtbot: QtBot
) -> None:
    page = show(CommentsPage, Place(PageId.COMMENTS))
    page.take(back)
    assert page.hide_box.isHidden()
    (first,), (second,) = (row.cards for row in page.script.rows() if row.cards)
    assert first.tick.accessibleName() == "Dealt with: comment 1"
    first.tick.setFocus()
    QTest.keyClick(first.tick, Qt.Key.Key_Space)
    assert first.tick.hasFocus()
    assert "1 of them dealt with" in page.said.text()
    assert first.accessibleName().startswith("Comment 1, dealt with: ")
    page.hide_box.click()
    assert said(page) == [("On Everybody knows.", "")]
    assert second.number_button.text() == "2", "the numbers stay as they were"
    page.step(1)
    assert page.script.looked_at == page.script.numbered[1].id
    second.tick.click()
    assert "all dealt with" in page.said.text()
    assert not page.next_button.isEnabled()
    page.hide_box.click()
    assert len(said(page)) == 2
    session.undo(WORKSPACE_SCOPE)
    qtbot.waitUntil(lambda: "1 of them dealt with" in page.said.text())
    first.tick.click()
    assert "dealt with" not in page.said.text()


def test_what_is_dealt_with_stays_so_when_comments_come_again(
    show: Show, back: Path, session: Session, dialogs: FakeDialogs
) -> None:
    page = show(CommentsPage, Place(PageId.COMMENTS))
    page.take(back)
    for row in page.script.rows():
        for card in row.cards:
            card.tick.click()
    newer = read_comments(back.read_text(encoding="utf-8"))
    kept, changed = newer.comments
    newer = replace(
        newer, work="newer", comments=(kept, replace(changed, text="Put it otherwise."))
    )
    back.write_text(comments_text(newer), encoding="utf-8")
    page.take(back)
    assert "1 of them dealt with" in page.said.text()
    ticks = {card.text.text(): card.tick for row in page.script.rows() for card in row.cards}
    assert ticks["On 412 journeys."].isChecked()
    assert not ticks["Put it otherwise."].isChecked(), "it is another comment now"
