"""A trainer reads one learner's work with keys and mouse, and nothing typed goes astray."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.commenting import BankComment, Comment, anchor_at
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.commenting.part_row import PartRow
from desktop.ui.pages.collected import CollectedPage
from desktop.ui.pages.reading_work import ReadingWork
from desktop.ui.place import PageId, Place
from tests.support import learners
from tests.support.workspace import REPOSITORY
from tests.ui.fakes import FakeDialogs

Show = Callable[[type[CollectedPage], Place], CollectedPage]


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Files that two learners handed in; none of the tests changes them."""
    folder, data = tmp_path_factory.mktemp("handed in"), tmp_path_factory.mktemp("data")
    paths = Paths(content=REPOSITORY, data=data, config=data)
    session = Session.open(data / "trainer.consultee", paths)
    try:
        return learners.hand_in(session, paths, folder, ["Bo Larch", "Nia Fell"])
    finally:
        session.close()


@pytest.fixture
def works(session: Session, handed_in: list[Path]) -> dict[str, str]:
    """The ids of what was collected, by who handed it in."""
    teaching = session.courses.teaching
    teaching.name = "Ama Reed"
    teaching.keep(teaching.collecting(handed_in)())
    return {work.name: work.id for work in teaching.collected()}


@pytest.fixture
def page(show: Show, works: dict[str, str]) -> CollectedPage:
    """The work of Bo Larch, read."""
    return show(CollectedPage, Place(PageId.COLLECTED, item=f"work/{works['Bo Larch']}"))


@pytest.fixture
def reading(page: CollectedPage) -> ReadingWork:
    return page.reading


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


def caret_to(row: PartRow, words: str) -> None:
    """Put the caret at the beginning of words, as a click there would."""
    cursor = row.text.textCursor()
    cursor.setPosition(row.text.toPlainText().index(words))
    row.text.setFocus()
    row.text.setTextCursor(cursor)


def said_of(session: Session, work: str) -> list[Comment]:
    return session.courses.teaching.comments_on(work)


def commented(session: Session, work: str, *quotes: str) -> None:
    """Comment on words of the first answer, so that the page follows."""
    body = learners.BODIES["1"]
    for words in quotes:
        at = body.index(words)
        anchor = anchor_at("answer:1", body, at, at + len(words))
        session.courses.teaching.comment(work, anchor, f"On {words}.")


def test_a_form_left_open_is_not_taken_along_to_the_next_learner(
    page: CollectedPage, works: dict[str, str], session: Session, visited: list[Place]
) -> None:
    commented(session, works["Bo Larch"], "412 journeys")
    reading = page.reading
    row_of(reading, "answer:1").cards[0].edit_button.click()
    assert not reading.form.isHidden()
    page.flush()
    page.actions_here()["work.next"]()
    page.open(visited[-1])
    assert reading.title.text() == "Nia Fell"
    assert reading.form.isHidden()
    assert reading.form.wanted is None


def test_keys_in_the_text_ask_to_comment_and_change_none_of_it(
    reading: ReadingWork, page: CollectedPage, session: Session, works: dict[str, str]
) -> None:
    row = row_of(reading, "answer:1")
    shown = row.text.toPlainText()
    select(row, "ourne")
    QTest.keyClick(row.text, Qt.Key.Key_X)
    QTest.keyClick(row.text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(row.text, Qt.Key.Key_Backspace)
    assert row.text.toPlainText() == shown
    page.actions_here()["work.comment"]()
    # Half a word is the whole of it.
    assert reading.form.about.text().replace("\u200b", "") == "On “journeys”"
    QTest.keyClicks(reading.form.field, "Whose?")
    # Asking elsewhere saves what stands in the form.
    other = row_of(reading, "answer:2")
    caret_to(other, "timetable")
    QTest.keyClick(other.text, Qt.Key.Key_C)
    assert [each.text for each in said_of(session, works["Bo Larch"])] == ["Whose?"]
    assert other.isAncestorOf(reading.form)
    assert "The timetable is used by nobody we asked." in reading.form.about.text()
    QTest.keyClick(reading.form.field, Qt.Key.Key_Escape)
    QTest.keyClick(other.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not other.text


def test_a_comment_and_its_words_lead_to_one_another(
    reading: ReadingWork, session: Session, works: dict[str, str]
) -> None:
    commented(session, works["Bo Larch"], "412 journeys", "the bus stops at noon")
    row = row_of(reading, "answer:1")
    first, second = (card for card in row.cards if card.shown)
    second.number_button.click()
    at = row.text.toPlainText().index("the bus")
    assert row.text.textCursor().position() == at
    assert reading.script.looked_at == reading.script.numbered[1].id
    assert second.property("current")
    caret_to(row, "journeys")
    assert reading.script.looked_at == reading.script.numbered[0].id
    assert (first.property("current"), second.property("current")) == (True, False)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert row.text.textCursor().position() == at
    under = QPointF(row.text.cursorRect().center()) + QPointF(4, 0)
    assert row.text.hint_at(under) == "Comment 2"
    caret_to(row, "to the hospital")
    assert row.text.hint_at(QPointF(row.text.cursorRect().center()) + QPointF(4, 0)) == ""


def test_a_removed_comment_comes_back_from_the_message_that_says_so(
    reading: ReadingWork, session: Session, works: dict[str, str], dialogs: FakeDialogs
) -> None:
    commented(session, works["Bo Larch"], "412 journeys")
    card = row_of(reading, "answer:1").cards[0]
    card.remove_button.click()
    assert said_of(session, works["Bo Larch"]) == []
    assert "No comment yet" in reading.said.text()
    dialogs.ways_back[-1]()
    assert [each.text for each in said_of(session, works["Bo Larch"])] == ["On 412 journeys."]
    assert card.shown is not None


def test_the_bank_is_walked_with_arrows_and_left_at_its_top(
    reading: ReadingWork, dialogs: FakeDialogs
) -> None:
    row_of(reading, "answer:1").ask()
    form = reading.form
    QTest.keyClick(form.field, Qt.Key.Key_Down)
    assert form.bank.hasFocus()
    QTest.keyClick(form.bank, Qt.Key.Key_Down)
    assert form.bank.currentIndex().row() == 1
    for row in (0, 0):
        QTest.keyClick(form.bank, Qt.Key.Key_Up)
        assert form.bank.currentIndex().row() == row
    assert form.field.hasFocus()
    QTest.keyClick(form.field, Qt.Key.Key_Down)
    # Escape in the bank gives the comment up, and the keyboard goes back to the text.
    QTest.keyClick(form.bank, Qt.Key.Key_Escape)
    assert form.isHidden()
    assert row_of(reading, "answer:1").text.hasFocus()
    assert not dialogs.asked


def test_a_comment_of_the_bank_is_reworded_and_taken_out_in_sight_and_comes_back(
    reading: ReadingWork, session: Session, dialogs: FakeDialogs
) -> None:
    teaching, form = session.courses.teaching, reading.form
    teaching.save_in_bank(BankComment("", "Who counted?", 3))
    row_of(reading, "answer:1").ask()
    assert not form.reword_button.isEnabled()
    form.bank.focus_first()
    dialogs.texts += ["Who counted, and when?", "Of my own now."]
    form.reword_button.click()
    assert [(kept.text, kept.used) for kept in teaching.bank()] == [("Who counted, and when?", 3)]
    assert dialogs.notices[-1] == "Reworded in your bank."
    chosen = form.bank.here()
    assert chosen is not None
    assert chosen.text == "Who counted, and when?"
    form.take_out_button.click()
    assert teaching.bank() == []
    assert dialogs.notices[-1] == "Taken out of your bank."
    dialogs.ways_back[-1]()
    assert form.bank.offered()[0].text == "Who counted, and when?"
    # One that the course brings stays; in other words it is one's own, beside it.
    row = next(place for place, each in enumerate(form.bank.offered()) if not each.id)
    theirs = form.bank.offered()[row]
    form.bank.setCurrentIndex(form.bank.model().index(row, 0))
    QTest.keyClick(form.bank, Qt.Key.Key_F2)
    assert "comes with the course" in dialogs.asked[-1][2]
    assert {"Of my own now.", theirs.text} <= {each.text for each in form.bank.offered()}
    menu = form.bank.menu()
    assert [action.text() for action in menu.actions()] == [
        "Use this comment",
        "Reword…",
        "Take out of the bank",
    ]
    menu.actions()[0].trigger()
    assert form.text == theirs.text
    menu.deleteLater()


def test_the_name_beside_comments_is_changed_where_they_are_written(
    reading: ReadingWork, session: Session, works: dict[str, str], dialogs: FakeDialogs
) -> None:
    commented(session, works["Bo Larch"], "412 journeys")
    row_of(reading, "answer:2").ask()
    assert reading.form.name_button.text() == "Your name: Ama Reed…"
    dialogs.texts += ["A. Reed", "Reed"]
    dialogs.confirms += [False, True]
    reading.form.name_button.click()
    assert "1 comment of yours has the name Ama Reed" in dialogs.asked[-1][2]
    assert [each.author for each in said_of(session, works["Bo Larch"])] == ["Ama Reed"]
    commented(session, works["Bo Larch"], "taxi")
    reading.form.name_button.click()
    assert reading.form.name_button.text() == "Your name: Reed…"
    authors = {each.author for each in said_of(session, works["Bo Larch"])}
    assert authors == {"Ama Reed", "Reed"}


def test_the_place_that_a_trainer_points_at_can_be_taken_away_again(
    reading: ReadingWork, session: Session, works: dict[str, str]
) -> None:
    given = reading.rubric.cards[0].given
    assert given is not None
    given.buttons[1].click()
    assert given.no_place_button.isHidden()
    select(row_of(reading, "answer:2"), "nobody")
    given.point_button.click()
    given.no_place_button.setFocus()
    given.no_place_button.click()
    (mark,) = session.courses.teaching.marks(works["Bo Larch"])
    assert dict(mark.data) == {"level": 1}
    assert given.no_place_button.isHidden()
    assert given.point_button.hasFocus()


def test_what_cannot_be_written_is_told_of_and_no_question_leads_on_when_it_is_put_aside(
    page: CollectedPage,
    reading: ReadingWork,
    session: Session,
    works: dict[str, str],
    dialogs: FakeDialogs,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    commented(session, works["Bo Larch"], "412 journeys")
    nowhere = tmp_path / "a file"
    nowhere.write_text("mine", encoding="utf-8")
    dialogs.saves += [None, nowhere / "back.consultee-comments"]
    reading.send_button.click()
    assert not dialogs.errors
    reading.send_button.click()
    dialogs.saves += [None, nowhere / "script.docx"]
    reading.script_button.click()
    reading.script_button.click()
    qtbot.waitUntil(lambda: len(dialogs.errors) == 2, timeout=20_000)
    # A folder stands where a learner's file would go.
    desk = page.desk
    page.open(Place(PageId.COLLECTED))
    qtbot.waitUntil(desk.send_button.isEnabled, timeout=20_000)
    dialogs.choices += [0, 0]
    dialogs.opens += [None, tmp_path]
    desk.send_button.click()
    assert not desk.sending.running
    suggested = Path(dialogs.asked[0][2]).name
    (tmp_path / suggested).mkdir()
    dialogs.confirms.append(True)
    desk.send_button.click()
    qtbot.waitUntil(lambda: len(dialogs.errors) == 3, timeout=20_000)
    assert not dialogs.notices
    assert desk.waiting.isHidden()
    assert desk.send_button.isEnabled()


def names(page: CollectedPage) -> list[str]:
    """Return whose work is in the table, and the files that were not taken."""
    return [line.name for line in page.desk.table.shown.lines()]


def test_files_and_folders_are_asked_for_and_one_may_think_better_of_it(
    show: Show, handed_in: list[Path], dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    page = show(CollectedPage, Place(PageId.COLLECTED))
    desk, ask = page.desk, page.actions_here()
    ask["work.files"]()
    ask["work.folder"]()
    assert not desk.gathering.running
    assert desk.waiting.isHidden()
    assert [kind for kind, *_ in dialogs.asked] == ["files", "folder"]
    desk.empty.button.setFocus()
    dialogs.many.append(handed_in[:1])
    ask["work.files"]()
    # A folder given meanwhile waits for its turn.
    dialogs.opens.append(handed_in[0].parent)
    ask["work.folder"]()
    assert dialogs.asked[-1][2] == str(handed_in[0].parent)
    qtbot.waitUntil(lambda: len(desk.ids()) == 2 and not desk.gathering.running, timeout=20_000)
    assert names(page) == ["Bo Larch", "Nia Fell"]
    # What had the keyboard is gone; the table has it now.
    assert desk.table.hasFocus()
    assert dialogs.notices == ["1 new.", "1 new, 1 here already."]
    assert desk.waiting.isHidden()


def test_work_that_is_stopped_reads_no_more_files(
    show: Show, handed_in: list[Path], session: Session, qtbot: QtBot
) -> None:
    page = show(CollectedPage, Place(PageId.COLLECTED))
    desk = page.desk
    desk.collect(handed_in[:1])
    desk.collect(handed_in[1:])
    desk.stop_button.click()
    qtbot.waitUntil(lambda: not desk.gathering.running, timeout=20_000)
    assert "Nia Fell" not in {work.name for work in session.courses.teaching.collected()}
    assert desk.waiting.isHidden()


def test_all_that_is_removed_at_once_comes_back_at_once(
    show: Show, works: dict[str, str], dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(CollectedPage, Place(PageId.COLLECTED))
    desk = page.desk
    bad = tmp_path / "bad.consultee-work"
    bad.write_text("nothing", encoding="utf-8")
    desk.collect([bad])
    qtbot.waitUntil(lambda: len(desk.ids()) == 2 and not desk.gathering.running, timeout=20_000)
    assert names(page) == ["bad.consultee-work", "Bo Larch", "Nia Fell"]
    # A file that was not taken cannot be read, and goes without a word.
    desk.table.selectRow(0)
    assert not desk.read_button.isEnabled()
    QTest.keyClick(desk.table, Qt.Key.Key_Return)
    assert desk.isVisible()
    said = len(dialogs.notices)
    desk.remove_button.click()
    assert names(page) == ["Bo Larch", "Nia Fell"]
    assert len(dialogs.notices) == said
    desk.table.selectAll()
    desk.remove_button.click()
    assert names(page) == []
    dialogs.ways_back[-1]()
    qtbot.waitUntil(lambda: names(page) == ["Bo Larch", "Nia Fell"], timeout=20_000)


def test_with_work_of_two_courses_one_chooses_whose_to_see(
    show: Show,
    works: dict[str, str],
    session: Session,
    paths: Paths,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    other = "big-society-inquiry"
    files = learners.hand_in(session, paths, tmp_path, ["Cy Moss"], other)
    session.courses.teaching.keep(session.courses.teaching.collecting(files)())
    page = show(CollectedPage, Place(PageId.COLLECTED, item=learners.FIRST))
    courses = page.desk.courses
    assert courses.isVisible()
    assert courses.currentData() == learners.FIRST
    qtbot.waitUntil(lambda: names(page) == ["Bo Larch", "Nia Fell"], timeout=20_000)
    courses.setFocus()
    QTest.keyClick(courses, Qt.Key.Key_Up if courses.currentIndex() else Qt.Key.Key_Down)
    assert courses.currentData() == other
    qtbot.waitUntil(lambda: names(page) == ["Cy Moss"], timeout=20_000)
