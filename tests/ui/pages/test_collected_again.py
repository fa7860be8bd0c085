"""Learners who hand in again, and learners who are renamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core import edits
from desktop.core.commenting import anchor_at
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.pages.collected import CollectedPage
from desktop.ui.place import PageId, Place
from tests.support import learners
from tests.support.workspace import SetClock
from tests.ui.fakes import FakeDialogs

Show = Callable[[type[CollectedPage], Place], CollectedPage]


@pytest.fixture
def learner(session: Session, paths: Paths, clock: SetClock) -> Iterator[Session]:
    opened = Session.open(learners.practised(session), paths, clock)
    learners.write(opened, "Nia Fell")
    yield opened
    opened.close()


@pytest.fixture
def page(
    show: Show, session: Session, learner: Session, tmp_path: Path, qtbot: QtBot
) -> CollectedPage:
    """The work of one learner, with a comment on it."""
    teaching = session.courses.teaching
    teaching.keep(teaching.collecting([learner.courses.hand_in(tmp_path / "first")])())
    (kept,) = teaching.collected()
    body = learners.BODIES["1"]
    start = body.index("412 journeys")
    teaching.comment(kept.id, anchor_at("answer:1", body, start, start + 12), "Who counted?")
    page = show(CollectedPage, Place(PageId.COLLECTED))
    qtbot.waitUntil(lambda: len(page.desk.ids()) == 1, timeout=20_000)
    return page


def words(page: CollectedPage) -> list[tuple[str, int]]:
    return [(row.name, row.words) for row in page.desk.lines.rows()]


def test_work_that_was_corrected_takes_the_place_of_the_first_and_undo_brings_that_back(
    page: CollectedPage,
    learner: Session,
    clock: SetClock,
    dialogs: FakeDialogs,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    before = words(page)
    clock.pass_by(60)
    learner.apply(edits.SetBody(learners.RESPONSE, "1", "We made 413 journeys, as we counted."))
    page.desk.collect([learner.courses.hand_in(tmp_path / "second")])
    qtbot.waitUntil(lambda: words(page) not in (before, []), timeout=20_000)
    assert dialogs.notices == ["1 in place of older work."]
    assert [line.name for line in page.desk.table.shown.lines()] == ["Nia Fell"]
    assert "1 comment went along" in page.desk.detail.text()
    dialogs.ways_back[-1]()
    qtbot.waitUntil(lambda: words(page) == before, timeout=20_000)
    assert "1 comment" not in page.desk.detail.text()
    # The file of the first is known, so that it changes nothing.
    page.desk.collect([tmp_path / "first.consultee-work"])
    qtbot.waitUntil(lambda: dialogs.notices[-1] == "1 here already.", timeout=20_000)


def test_undo_while_corrected_work_is_still_looked_at_shows_the_first_again(
    page: CollectedPage,
    learner: Session,
    clock: SetClock,
    dialogs: FakeDialogs,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    desk, before = page.desk, words(page)
    clock.pass_by(60)
    learner.apply(edits.SetBody(learners.RESPONSE, "1", "We made 413 journeys, as we counted."))
    # Pressed as soon as the notice is there; the rows come from another thread after that.
    desk.gathering.gathered.connect(lambda _: dialogs.ways_back[-1]())
    with qtbot.waitSignal(desk.gathering.ended, timeout=20_000):
        desk.collect([learner.courses.hand_in(tmp_path / "second")])
    qtbot.waitUntil(lambda: not desk.gathering.running and words(page) != [], timeout=20_000)
    assert words(page) == before
    assert not desk.lines.missing()


def test_work_that_comes_while_other_work_is_looked_at_is_looked_at_after_it(
    page: CollectedPage,
    session: Session,
    learner: Session,
    clock: SetClock,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    desk, teaching = page.desk, session.courses.teaching
    clock.pass_by(60)
    for words_more in ("We made 413 journeys.", "We made 414 journeys, as we counted them twice."):
        learner.apply(edits.SetBody(learners.RESPONSE, "1", words_more))
        file = learner.courses.hand_in(tmp_path / "again", replace=True)
        teaching.keep(teaching.collecting([file])())
    qtbot.waitUntil(lambda: not desk.gathering.running and words(page) != [], timeout=20_000)
    (row,) = desk.lines.rows()
    assert row.digest == teaching.collected()[0].digest
    assert [row.words] == [each.words for each in teaching.looking_at(learners.FIRST)()]
    # Stopped, nothing is begun again.
    learner.apply(edits.SetBody(learners.RESPONSE, "1", "We made 415 journeys."))
    file = learner.courses.hand_in(tmp_path / "again", replace=True)
    teaching.keep(teaching.collecting([file])())
    desk.stop_button.click()
    qtbot.waitUntil(lambda: not desk.gathering.running, timeout=20_000)
    assert desk.waiting.isHidden()


def test_the_undo_of_a_notice_takes_back_nothing_that_was_done_since(
    page: CollectedPage,
    session: Session,
    learner: Session,
    clock: SetClock,
    dialogs: FakeDialogs,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    desk, teaching = page.desk, session.courses.teaching
    first = teaching.collected()[0].digest
    clock.pass_by(60)
    learner.apply(edits.SetBody(learners.RESPONSE, "1", "We made 413 journeys, as we counted."))
    desk.collect([learner.courses.hand_in(tmp_path / "second")])
    qtbot.waitUntil(lambda: dialogs.notices == ["1 in place of older work."], timeout=20_000)
    (kept,) = teaching.collected()
    teaching.mark(kept.id, "evidence", level=2)
    dialogs.ways_back[0]()
    assert dialogs.notices[-1] == "Something else was done since, so this was not taken back."
    assert len(teaching.marks(kept.id)) == 1
    assert teaching.collected()[0].digest != first
    # Once that is taken back itself, the notice is about the newest step again.
    session.undo(edits.WORKSPACE_SCOPE)
    dialogs.ways_back[0]()
    assert teaching.collected()[0].digest == first
    dialogs.ways_back[0]()
    assert teaching.collected()[0].digest == first
    assert len(dialogs.notices) == 3
    qtbot.waitUntil(lambda: not desk.gathering.running, timeout=20_000)


def test_a_learner_is_renamed_by_key_by_button_and_in_the_menu(
    page: CollectedPage, session: Session, dialogs: FakeDialogs
) -> None:
    desk = page.desk
    dialogs.texts += ["Nia of the van", "Nia", None]
    QTest.keyClick(desk.table, Qt.Key.Key_F2)
    assert [line.name for line in desk.table.shown.lines()] == ["Nia of the van"]
    assert "You see this name here" in dialogs.asked[-1][2]
    desk.rename_button.click()
    assert session.courses.teaching.collected()[0].name == "Nia"
    menu = desk.table.menu()
    read, rename, remove = menu.actions()
    assert [action.text() for action in (read, rename, remove)] == [
        "Read and comment",
        "Rename…",
        "Remove",
    ]
    # One may think better of it.
    rename.trigger()
    assert [line.name for line in desk.table.shown.lines()] == ["Nia"]
    remove.trigger()
    assert desk.ids() == []
    menu.deleteLater()


def sent_back(page: CollectedPage) -> tuple[str, str]:
    """Return what the first row says of sending, to see and to hear."""
    model = page.desk.table.lines_model
    column = [cell.heading for cell in model.cells()].index("Sent back")
    index = model.index(0, column)
    return index.data(), index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_table_says_what_was_sent_back_and_what_has_changed_since(
    page: CollectedPage, session: Session, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    teaching = session.courses.teaching
    assert sent_back(page) == ("Not yet", "Sent back: Not yet")
    folder = tmp_path / "back"
    folder.mkdir()
    dialogs.choices.append(0)
    dialogs.texts.append("Ama Reed")
    dialogs.opens.append(folder)
    page.desk.send_button.click()
    qtbot.waitUntil(lambda: sent_back(page)[0] == "Sent", timeout=20_000)
    (kept,) = teaching.collected()
    teaching.mark(kept.id, "evidence", level=2)
    qtbot.waitUntil(lambda: sent_back(page)[0] == "Changed since", timeout=20_000)
    assert "has changed since you sent your comments back" in page.desk.detail.text()
    dialogs.saves.append(tmp_path / "script.docx")
    page.desk.sending.save_script(teaching.work(kept.id))
    qtbot.waitUntil(lambda: sent_back(page)[0] == "Sent", timeout=20_000)


def test_a_learner_of_whose_work_nothing_is_said_any_more_is_sent_that(
    page: CollectedPage,
    session: Session,
    learner: Session,
    dialogs: FakeDialogs,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    teaching = session.courses.teaching
    (kept,) = teaching.collected()
    learner.courses.open_comments(teaching.send_comments(kept.id, tmp_path / "first back"))
    assert len(learner.courses.comments()) == 1
    (comment,) = teaching.comments_on(kept.id)
    teaching.uncomment(comment.id)
    qtbot.waitUntil(lambda: sent_back(page)[0] == "Changed since", timeout=20_000)
    folder = tmp_path / "back"
    folder.mkdir()
    dialogs.choices.append(0)
    dialogs.texts.append("Ama Reed")
    dialogs.opens.append(folder)
    page.desk.send_button.click()
    qtbot.waitUntil(lambda: sent_back(page)[0] == "Sent", timeout=20_000)
    (file,) = folder.iterdir()
    learner.courses.open_comments(file)
    assert learner.courses.comments() == []
    page.desk.send_all()
    assert dialogs.notices[-1].startswith("There is no comment")
