"""A trainer collects learners' files, sees them as a table, reads, comments and sends back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.commenting import BankComment
from desktop.core.edits import WORKSPACE_SCOPE
from desktop.core.learning import WorkKind
from desktop.core.sending_comments import read_comments
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.commenting.part_row import PartRow
from desktop.ui.context import Context
from desktop.ui.pages.collected import CollectedPage
from desktop.ui.pages.reading_work import ReadingWork
from desktop.ui.place import PageId, Place
from tests.support import learners
from tests.support.workspace import REPOSITORY
from tests.ui.fakes import FakeDialogs

# What the looks of the window leave beside the words of a row.
BESIDE, ABOVE = 20, 16
Show = Callable[[type[CollectedPage], Place], CollectedPage]


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Files that three learners handed in; none of the tests changes them."""
    folder, data = tmp_path_factory.mktemp("handed in"), tmp_path_factory.mktemp("data")
    paths = Paths(content=REPOSITORY, data=data, config=data)
    session = Session.open(data / "trainer.consultee", paths)
    try:
        return learners.hand_in(session, paths, folder, ["Bo Larch", "Nia Fell", "bo larch"])
    finally:
        session.close()


@pytest.fixture
def files(handed_in: list[Path], tmp_path: Path) -> list[Path]:
    """The same in a folder of the test's own."""
    folder = tmp_path / "handed in"
    folder.mkdir()
    return [Path(shutil.copy(file, folder)) for file in handed_in]


@pytest.fixture
def page(show: Show) -> CollectedPage:
    return show(CollectedPage, Place(PageId.COLLECTED))


def collect(page: CollectedPage, qtbot: QtBot, paths: list[Path]) -> None:
    """Drop files on the page and wait for what becomes of them."""
    page.desk.collect(paths)
    qtbot.waitUntil(lambda: not page.desk.gathering.running, timeout=20_000)


def cells(page: CollectedPage) -> list[list[str]]:
    """Return what the table says, row by row."""
    shown = page.desk.table.shown
    return [
        [str(shown.index(row, column).data() or "") for column in range(shown.columnCount())]
        for row in range(shown.rowCount())
    ]


@pytest.fixture
def reading(
    page: CollectedPage, qtbot: QtBot, files: list[Path], visited: list[Place]
) -> ReadingWork:
    """The first learner's work, opened with Enter."""
    collect(page, qtbot, files)
    QTest.keyClick(page.desk.table, Qt.Key.Key_Return)
    page.open(visited[-1])
    return page.reading


def row_of(reading: ReadingWork, part: str) -> PartRow:
    row = reading.script.row(part)
    assert row is not None
    return row


def select(row: PartRow, words: str) -> None:
    """Select words in a learner's text."""
    shown = row.text.toPlainText()
    cursor = row.text.textCursor()
    cursor.setPosition(shown.index(words))
    cursor.setPosition(shown.index(words) + len(words), cursor.MoveMode.KeepAnchor)
    row.text.setFocus()
    row.text.setTextCursor(cursor)


def comment(reading: ReadingWork, part: str, words: str, text: str) -> None:
    """Select words, press Enter, type and save."""
    row = row_of(reading, part)
    select(row, words)
    QTest.keyClick(row.text, Qt.Key.Key_Return)
    QTest.keyClicks(reading.form.field, text)
    QTest.keyClick(reading.form.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_before_anything_is_collected_the_page_says_what_it_is_for(page: CollectedPage) -> None:
    assert page.desk.stack.currentWidget() is page.desk.empty
    assert page.first_focus() is page.desk.empty.button


def test_each_file_has_a_row_and_what_is_wrong_with_one_stands_in_its_row(
    page: CollectedPage, qtbot: QtBot, files: list[Path], dialogs: FakeDialogs
) -> None:
    cut = files[0].with_name("cut.consultee-work")
    cut.write_text(files[0].read_text(encoding="utf-8")[:500], encoding="utf-8")
    collect(page, qtbot, [files[0].parent])
    rows = cells(page)
    assert [row[0] for row in rows] == ["✕ cut.consultee-work", "Bo Larch", "⚠ bo larch (2)",
                                        "Nia Fell"]  # fmt: skip
    assert "cut short" in rows[0][1]
    assert "somebody called bo larch already" in rows[2][1]
    assert dialogs.notices == ["3 new, 1 not taken."]
    assert [line.name for line in page.desk.table.chosen_lines()] == ["Bo Larch"]
    collect(page, qtbot, files[:1])
    assert dialogs.notices[-1] == "1 here already."


def test_the_table_has_the_rubric_and_the_findings_by_kind(
    page: CollectedPage, qtbot: QtBot, files: list[Path], session: Session
) -> None:
    collect(page, qtbot, files)
    course = session.courses.read(learners.FIRST)
    page.desk.views.choose(1)
    model = page.desk.table.lines_model
    headings = [cell.heading for cell in model.cells()]
    assert headings == ["Name", *(criterion.name for criterion in course.rubric.criteria)]
    assert cells(page)[0][1] == "2 · 1 · –"
    said = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"{course.rubric.criteria[0].name}: learner 2, peer 1"
    page.desk.views.choose(2)
    total, *groups = map(int, cells(page)[0][1:])
    assert total == sum(groups) > 0


def test_what_is_to_be_known_of_files_takes_no_room_where_there_is_nothing(
    page: CollectedPage, qtbot: QtBot, files: list[Path]
) -> None:
    collect(page, qtbot, files[:2])
    assert "To know" not in [cell.heading for cell in page.desk.table.lines_model.cells()]
    collect(page, qtbot, files[2:])
    assert [cell.heading for cell in page.desk.table.lines_model.cells()][:2] == ["Name", "To know"]
    # Two lines of it, within what the looks leave beside them.
    table = page.desk.table
    assert table.rowHeight(0) >= 3 * table.fontMetrics().lineSpacing()


def test_a_heading_sorts_and_the_order_is_that_of_reading(
    page: CollectedPage, qtbot: QtBot, files: list[Path]
) -> None:
    collect(page, qtbot, files)
    by_name = page.desk.ids()
    page.desk.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert page.desk.ids() == by_name[::-1]


def test_work_that_was_removed_comes_back_with_undo(
    page: CollectedPage, qtbot: QtBot, files: list[Path], dialogs: FakeDialogs
) -> None:
    collect(page, qtbot, files)
    QTest.keyClick(page.desk.table, Qt.Key.Key_Delete)
    assert len(page.desk.ids()) == 2
    dialogs.ways_back[-1]()
    assert len(page.desk.ids()) == 3


def test_what_was_collected_is_there_when_the_page_is_opened_again(
    page: CollectedPage, qtbot: QtBot, files: list[Path], show: Show
) -> None:
    collect(page, qtbot, files)
    again = show(CollectedPage, Place(PageId.COLLECTED, item=learners.FIRST))
    qtbot.waitUntil(lambda: len(again.desk.ids()) == 3, timeout=20_000)


def test_words_are_selected_and_commented_on_by_keyboard(
    reading: ReadingWork, session: Session, dialogs: FakeDialogs
) -> None:
    dialogs.texts.append("Ama Reed")
    comment(reading, "answer:1", "412 journeys", "Who counted?")
    (made,) = session.courses.teaching.comments_on(reading.work.id if reading.work else "")
    assert (made.text, made.author, made.anchor.quote) == (
        "Who counted?",
        "Ama Reed",
        "412 journeys",
    )
    row = row_of(reading, "answer:1")
    (card,) = [card for card in row.cards if card.shown]
    assert card.text.text() == "Who counted?"
    assert row.text.hasFocus()
    assert reading.form.isHidden()


def test_a_comment_can_be_changed_removed_and_brought_back(
    reading: ReadingWork, session: Session, dialogs: FakeDialogs
) -> None:
    comment(reading, "answer:2", "Everybody", "Who?")
    card = row_of(reading, "answer:2").cards[0]
    card.edit_button.click()
    assert reading.form.text == "Who?"
    reading.form.field.setPlainText("Whom do you mean?")
    reading.form.save_button.click()
    assert card.text.text() == "Whom do you mean?"
    card.remove_button.click()
    assert card.shown is None
    assert dialogs.notices[-1] == "Comment removed."
    session.undo(WORKSPACE_SCOPE)
    assert card.text.text() == "Whom do you mean?"


def test_the_bank_offers_what_was_said_before_and_grows(
    reading: ReadingWork, session: Session, dialogs: FakeDialogs
) -> None:
    teaching = session.courses.teaching
    row = row_of(reading, "answer:2")
    select(row, "nobody")
    row.comment_button.click()
    brought = {each.text for each in reading.form.bank.offered()}
    assert set(session.courses.read(learners.FIRST).comments) <= brought
    QTest.keyClicks(reading.form.field, "Nobody at all?")
    reading.form.keep.setChecked(True)
    reading.form.save_button.click()
    assert [(each.text, each.used) for each in teaching.bank()] == [("Nobody at all?", 1)]
    row.ask()
    QTest.keyClicks(reading.form.field, "nobody all")
    QTest.keyClick(reading.form.field, Qt.Key.Key_Down)
    QTest.keyClick(reading.form.bank, Qt.Key.Key_Return)
    assert reading.form.text == "Nobody at all?"
    reading.form.save_button.click()
    assert [each.used for each in teaching.bank()] == [2]
    row.ask()
    reading.form.bank.focus_first()
    QTest.keyClick(reading.form.bank, Qt.Key.Key_Delete)
    assert teaching.bank() == []
    reading.form.bank.unwanted.emit(BankComment("", "Of the course"))
    assert dialogs.notices[-1] == "It comes with the course, and stays."


def test_a_comment_of_the_bank_is_read_whole(reading: ReadingWork, qtbot: QtBot) -> None:
    bank = reading.form.bank
    long = BankComment("1", "Say who counted, and when, and where one may look that up. " * 3)
    row = row_of(reading, "answer:1")
    row.ask()
    bank.setStyleSheet("QListView::item { padding: 6px 8px; border: 2px solid transparent; }")
    bank.show_bank([long, BankComment("2", "Who?")])
    for width in range(240, 400, 8):
        bank.setFixedWidth(width)
        room = QRect(0, 0, bank.viewport().width() - BESIDE, 10_000)
        words = bank.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, long.text)
        assert bank.visualRect(bank.model().index(0, 0)).height() >= words.height() + ABOVE
        assert bank.viewport().height() >= sum(map(bank.sizeHintForRow, range(2)))


def test_where_a_comment_is_typed_is_in_sight_though_its_form_is_taller_than_the_window(
    reading: ReadingWork, qtbot: QtBot
) -> None:
    script = reading.script
    script.setFixedHeight(120)
    for part in ("answer:3", "answer:1"):
        row_of(reading, part).ask()
        qtbot.waitUntil(
            lambda: reading.form.field.visibleRegion().boundingRect().height() > 40, timeout=5000
        )


def test_the_head_leaves_the_words_their_room_in_a_low_window(reading: ReadingWork) -> None:
    line = reading.fontMetrics().lineSpacing()
    reading.next_button.setFocus()
    for lines, stays in ((40, True), (20, False), (40, True)):
        reading.setFixedHeight(lines * line)
        assert (reading.head.parentWidget() is reading) is stays
        assert reading.script.isAncestorOf(reading.head) is not stays
        assert reading.next_button.hasFocus()


def test_a_comment_that_is_not_saved_is_kept_when_one_goes_elsewhere(
    reading: ReadingWork, session: Session, dialogs: FakeDialogs
) -> None:
    row = row_of(reading, "answer:1")
    select(row, "taxi")
    row.ask()
    QTest.keyClicks(reading.form.field, "From whom?")
    QTest.keyClick(reading.form.field, Qt.Key.Key_Escape)
    assert dialogs.asked[-1][1] == "Throw away what you typed?"
    assert not reading.form.isHidden()
    reading.flush()
    assert reading.work is not None
    assert [c.text for c in session.courses.teaching.comments_on(reading.work.id)] == ["From whom?"]
    row.ask()
    reading.form.cancel_button.click()
    assert reading.form.isHidden()


def test_keys_go_from_part_to_part_and_from_learner_to_learner(
    page: CollectedPage, reading: ReadingWork, visited: list[Place]
) -> None:
    rows = [row for row in reading.script.rows() if row.part.text.strip()]
    rows[0].text.setFocus()
    QTest.keyClick(rows[0].text, Qt.Key.Key_N)
    assert rows[1].text.hasFocus()
    QTest.keyClick(rows[1].text, Qt.Key.Key_P)
    assert rows[0].text.hasFocus()
    assert "work.previous" not in page.actions_here()
    for _ in range(2):
        page.actions_here()["work.next"]()
        page.open(visited[-1])
    assert reading.title.text() == "Nia Fell"
    assert "work.next" not in page.actions_here()
    reading.back_button.click()
    assert visited[-1] == Place(PageId.COLLECTED)


def test_the_trainer_fills_in_a_column_and_points_at_words(
    reading: ReadingWork, session: Session, dialogs: FakeDialogs
) -> None:
    assert reading.work is not None
    card = reading.rubric.cards[0]
    assert card.given is not None
    card.given.point_button.click()
    assert dialogs.notices[-1] == "Select words in the learner’s text first."
    card.given.buttons[2].click()
    card.given.why.setText("One figure has no place.")
    card.given.why.textEdited.emit("")
    reading.flush()
    select(row_of(reading, "answer:2"), "nobody")
    card.given.point_button.click()
    (mark,) = session.courses.teaching.marks(reading.work.id)
    assert (mark.kind, mark.data) == (
        WorkKind.RUBRIC,
        {"level": 2, "text": "One figure has no place.", "quote": "nobody", "question": "2"},
    )
    card.given.buttons[2].click()
    (mark,) = session.courses.teaching.marks(reading.work.id)
    assert "level" not in mark.data


def test_comments_go_back_as_a_file_and_as_a_word_document(
    reading: ReadingWork, context: Context, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    comment(reading, "answer:2", "nobody", "Who was asked?")
    back = tmp_path / "back.consultee-comments"
    dialogs.saves.append(back)
    reading.send_button.click()
    sent = read_comments(back.read_text(encoding="utf-8"))
    assert (sent.to, [each.text for each in sent.comments]) == ("Bo Larch", ["Who was asked?"])
    dialogs.saves.append(back)
    dialogs.confirms.append(True)
    reading.send_button.click()
    assert dialogs.risky == ["Replace what is there?"]
    script = tmp_path / "script.docx"
    dialogs.saves.append(script)
    reading.script_button.click()
    context.jobs.finish()
    assert script.stat().st_size > 5000


def test_all_comments_go_into_one_folder(
    page: CollectedPage,
    reading: ReadingWork,
    dialogs: FakeDialogs,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    desk = page.desk

    def send(kind: int | None) -> list[str]:
        dialogs.choices.append(kind)
        dialogs.opens.append(folder)
        desk.send_button.click()
        qtbot.waitUntil(lambda: not desk.sending.running, timeout=20_000)
        return sorted(path.suffix for path in folder.iterdir())

    desk.show_course("")
    desk.send_all()
    assert dialogs.notices[-1].startswith("There is no comment yet")
    comment(reading, "answer:2", "nobody", "Who was asked?")
    desk.show_course("")
    folder = tmp_path / "back"
    folder.mkdir()
    assert send(None) == []
    dialogs.opens.clear()
    assert send(0) == [".consultee-comments"]
    assert dialogs.notices[-1] == "Saved: 1 file in back."
    assert send(1) == [".consultee-comments", ".docx"]
    assert not dialogs.risky
    assert desk.waiting.isHidden()
    assert desk.send_button.isEnabled()
    send(0)
    assert dialogs.risky == ["Replace what is there?"]
