"""All that a learner handed in is there to be read, and its words can be commented on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.core.learning import WorkKind
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.commenting.part_row import PartRow
from desktop.ui.pages.collected import CollectedPage
from desktop.ui.pages.reading_work import ReadingWork
from desktop.ui.place import PageId, Place
from tests.support import learners

Show = Callable[[type[CollectedPage], Place], CollectedPage]


def row_of(reading: ReadingWork, part: str) -> PartRow:
    row = reading.script.row(part)
    assert row is not None
    return row


def select(row: PartRow, words: str) -> None:
    """Select words in a learner's text."""
    at = row.text.toPlainText().index(words)
    cursor = row.text.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len(words), cursor.MoveMode.KeepAnchor)
    row.text.setFocus()
    row.text.setTextCursor(cursor)


def test_all_that_is_in_a_learner_s_file_can_be_read_and_its_words_commented_on(
    show: Show, session: Session, paths: Paths, tmp_path: Path
) -> None:
    learner = Session.open(learners.practised(session), paths)
    course = learner.course
    assert course is not None
    learners.write(learner, "Nia Fell")
    courses = learner.courses
    courses.set(WorkKind.FIRST, "1", text="We drive people.", key_point="")
    for step in (course.steps[0], course.steps[-1]):
        courses.set(WorkKind.NOTES, step.id, text=f"What I noted at “{step.title}”.")
    spot, budget = course.spots[0], course.budgets[0]
    courses.set(WorkKind.SPOT, spot.id, marks=[[0, len(spot.text), spot.parts[0].value]])
    courses.set(WorkKind.BUDGET, budget.id, words={budget.shares[0].question: 120})
    file = courses.hand_in(tmp_path / "all")
    learner.close()
    teaching = session.courses.teaching
    teaching.name = "Ama Reed"
    teaching.keep(teaching.collecting([file])())
    (kept,) = teaching.collected()
    reading = show(CollectedPage, Place(PageId.COLLECTED, item=f"work/{kept.id}")).reading
    assert row_of(reading, "first:1").label.text() == "First attempt"
    assert "120 words" in row_of(reading, f"budget:{budget.id}").note.text()
    assert row_of(reading, f"spot:{spot.id}").note.text()
    last = row_of(reading, f"notes:{course.steps[-1].id}")
    select(last, "What I noted")
    QTest.keyClick(last.text, Qt.Key.Key_Return)
    QTest.keyClicks(reading.form.field, "Keep this.")
    reading.form.save_button.click()
    # Of marks and numbers, which are no text, all of it can be spoken of.
    row_of(reading, f"spot:{spot.id}").comment_button.click()
    QTest.keyClicks(reading.form.field, "Well seen.")
    reading.form.save_button.click()
    placed = {
        one.comment.anchor.part: (one.start, one.end, one.moved)
        for one in teaching.work(kept.id).comments
    }
    assert placed == {
        f"notes:{course.steps[-1].id}": (0, len("What I noted"), False),
        f"spot:{spot.id}": (0, 0, False),
    }
