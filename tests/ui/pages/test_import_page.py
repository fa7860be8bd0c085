"""Bringing documents in: real files, read in processes of their own, shown as they come."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.core.evidence import SourceKind
from desktop.core.imports import ImportState
from desktop.session import Session
from desktop.ui.context import Context
from desktop.ui.imports.bringing_in import bringing_in
from desktop.ui.imports.waiting import left_failed, left_waiting, note_waiting
from desktop.ui.models.import_rows import Stage
from desktop.ui.models.import_table import KIND, ImportTableModel
from desktop.ui.pages.import_page import ImportPage
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs
from tests.ui.pages import imported

Show = Callable[..., ImportPage]
AT_MOST_MS = 30_000
STORY = "The hall at Upper Fernbrook opened in 1923 and has had a new roof twice since then.\n\n"


@pytest.fixture
def page(show: Show, context: Context, qtbot: QtBot) -> Iterator[ImportPage]:
    shown = show(ImportPage, Place(PageId.IMPORT))
    qtbot.waitUntil(lambda: not shown._loading.running)
    yield shown
    bringing_in(context).close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as people have them: documents, one broken, and what is none at all."""
    made = tmp_path / "past work"
    (made / "older").mkdir(parents=True)
    made.joinpath("story.txt").write_text(STORY * 4, encoding="utf-8")
    made.joinpath("older", "note.md").write_text(f"# Halls\n\n{STORY}", encoding="utf-8")
    made.joinpath("broken.docx").write_bytes(b"PK\x03\x04 and then nothing that belongs there")
    made.joinpath("~$report.docx").write_bytes(b"lock")
    made.joinpath("picture.png").write_bytes(b"\x89PNG")
    document = Document()
    document.add_heading("Response of the trust", 0)
    document.add_paragraph(STORY)
    document.save(str(made / "response.docx"))
    return made


def finished(page: ImportPage, qtbot: QtBot) -> None:
    """Wait until every file has been read and shown."""
    busy = (Stage.WAITING, Stage.READING)
    qtbot.waitUntil(
        lambda: (
            not page.queue.progress().running
            and all(row.stage not in busy for row in page.table.rows_model.rows())
            and not page._loading.running
        ),
        timeout=AT_MOST_MS,
    )


def stages(page: ImportPage) -> dict[str, Stage]:
    return {row.name: row.stage for row in page.table.rows_model.rows()}


def choose(page: ImportPage, name: str) -> None:
    row = next(row for row in page.table.rows_model.rows() if row.name == name)
    assert page.table.choose(row.id), name


# Bringing in


def test_an_empty_page_says_what_it_is_for(page: ImportPage) -> None:
    assert page.stack.currentWidget() is page.empty
    assert page.first_focus() is page.empty.button
    assert "past responses" in page.empty.words.text()


def test_a_folder_is_read_and_a_broken_file_costs_its_own_row(
    page: ImportPage, folder: Path, dialogs: FakeDialogs, session: Session, qtbot: QtBot
) -> None:
    dialogs.opens.append(folder)
    page.folder_button.click()
    qtbot.waitUntil(page.progress.isVisible, timeout=AT_MOST_MS)
    assert "done" in page.progress.words.text()
    finished(page, qtbot)
    found = stages(page)
    assert set(found) == {"story.txt", "note.md", "broken.docx", "response.docx"}
    assert found.pop("broken.docx") is Stage.FAILED
    assert set(found.values()) <= {Stage.SURE, Stage.UNSURE}
    assert len(session.intake.documents(ImportState.WAITING)) == 3
    assert not page.progress.isVisible()
    assert "1 not read" in page.said.text()
    choose(page, "broken.docx")
    assert "damaged" in page.detail.text() or "cannot be read" in page.detail.text()
    assert page.buttons.again.isVisible()
    assert not page.buttons.look.isEnabled()


def test_files_are_chosen_in_a_dialog_that_remembers_where(
    page: ImportPage, folder: Path, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    dialogs.many.append([folder / "story.txt"])
    page.add_button.click()
    finished(page, qtbot)
    assert list(stages(page)) == ["story.txt"]
    page.add_files()  # the person changes their mind
    assert list(stages(page)) == ["story.txt"]


def test_files_and_folders_are_dropped_on_the_page(
    page: ImportPage, folder: Path, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "story.txt")), QUrl("https://fernbrook.example")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    assert page.what_for.text() == "Let go to add them."
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert page.what_for.text() != "Let go to add them."
    QApplication.sendEvent(page, enter)
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys, QEvent.Type.Drop
    )
    QApplication.sendEvent(page, drop)
    finished(page, qtbot)
    assert list(stages(page)) == ["story.txt"]


def test_words_cannot_be_dropped(page: ImportPage) -> None:
    data = QMimeData()
    data.setText("Only words")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    assert not enter.isAccepted()


def test_a_text_is_pasted_and_becomes_a_document(
    page: ImportPage, dialogs: FakeDialogs, session: Session, qtbot: QtBot
) -> None:
    dialogs.texts.append(f"Minutes of the halls meeting\n\n{STORY}")
    page.paste_button.click()
    finished(page, qtbot)
    (document,) = session.intake.documents(ImportState.WAITING)
    assert document.name.startswith("Minutes of the halls meeting")
    assert Path(document.path).is_file()
    assert Path(document.path).parent.parent == session.path.parent


def test_paste_takes_files_or_a_text_from_the_clipboard(
    page: ImportPage, folder: Path, qtbot: QtBot
) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("   ")
    page.paste()
    assert stages(page) == {}
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "story.txt"))])
    clipboard.setMimeData(data)
    page.paste()
    clipboard.setText(f"About the roof\n\n{STORY}")
    page.paste()
    clipboard.clear()
    finished(page, qtbot)
    assert len(stages(page)) == 2


def test_a_pasted_text_that_cannot_be_kept_is_told_of(
    page: ImportPage, session: Session, dialogs: FakeDialogs
) -> None:
    from desktop.ui.imports.pasted import pasted_folder

    pasted_folder(session.path).write_text("a file where the folder should be", encoding="utf-8")
    dialogs.texts.append("Some words")
    page.paste_text()
    assert [error.title for error in dialogs.errors] == ["The text cannot be kept"]


def test_a_folder_without_documents_is_said_to_be_one(
    page: ImportPage, tmp_path: Path, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    (tmp_path / "empty").mkdir()
    page.bringing_in.bring([tmp_path / "empty"])
    qtbot.waitUntil(lambda: bool(dialogs.notices))
    assert "no document" in dialogs.notices[0]


# The same file again


def test_the_very_same_file_is_recognised_and_can_be_read_again(
    page: ImportPage, folder: Path, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    page.bringing_in.bring([folder / "story.txt"])
    finished(page, qtbot)
    copy = tmp_path / "copy.txt"
    copy.write_bytes((folder / "story.txt").read_bytes())
    page.bringing_in.bring([copy])
    finished(page, qtbot)
    assert stages(page)["copy.txt"] is Stage.KNOWN
    assert len(session.intake.documents(ImportState.WAITING)) == 1
    choose(page, "copy.txt")
    assert "very same file" in page.detail.text()
    page.buttons.again.click()
    finished(page, qtbot)
    assert Stage.KNOWN not in stages(page).values()
    assert len(session.intake.documents(ImportState.WAITING)) == 2


def test_what_led_to_nothing_is_taken_off_the_list(
    page: ImportPage, folder: Path, qtbot: QtBot
) -> None:
    page.bringing_in.bring([folder / "broken.docx", folder / "story.txt"])
    finished(page, qtbot)
    choose(page, "broken.docx")
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: list(stages(page)) == ["story.txt"])


# Stopping and going on


def test_stop_leaves_unread_what_was_waiting(
    page: ImportPage, tmp_path: Path, session: Session, qtbot: QtBot
) -> None:
    files = [tmp_path / f"{n}.txt" for n in range(40)]
    for n, path in enumerate(files):
        path.write_text(f"{n} {STORY}", encoding="utf-8")
    page.bringing_in.bring(files)
    assert page.queue.progress().total == 40
    page.progress.cancel_button.click()
    finished(page, qtbot)
    assert 0 < len(stages(page)) < 40
    assert left_waiting(session) == ()


def test_files_still_waiting_on_closing_are_read_at_the_next_start(
    page: ImportPage, folder: Path, session: Session, context: Context, qtbot: QtBot
) -> None:
    page.bringing_in.bring([folder / "story.txt", folder / "response.docx"])
    page.queue.close()
    assert set(left_waiting(session)) == {folder / "story.txt", folder / "response.docx"}
    # The next window has a queue of its own.
    bringing_in(context).setParent(None)
    following = bringing_in(context)
    following.take_up()
    qtbot.waitUntil(lambda: not following.queue.progress().running, timeout=AT_MOST_MS)
    assert len(session.intake.documents(ImportState.WAITING)) == 2
    qtbot.waitUntil(lambda: left_waiting(session) == ())
    following.close()


def test_what_could_not_be_read_is_still_on_the_list_at_the_next_start(
    page: ImportPage, folder: Path, session: Session, context: Context, qtbot: QtBot
) -> None:
    page.bringing_in.bring([folder / "broken.docx"])
    finished(page, qtbot)
    said = page.queue.rows()[0].error
    page.queue.close()
    # The next window has a queue of its own.
    bringing_in(context).setParent(None)
    following = bringing_in(context)
    following.take_up()
    (row,) = following.queue.rows()
    assert (row.name, row.stage) == ("broken.docx", Stage.FAILED)
    assert str(row.error) == str(said)
    # Mended meanwhile, it is read when asked; then nothing of it is left.
    folder.joinpath("broken.docx").write_bytes(folder.joinpath("response.docx").read_bytes())
    following.queue.again([row.id])
    qtbot.waitUntil(lambda: not following.queue.progress().running, timeout=AT_MOST_MS)
    assert left_failed(session) == ()
    assert len(session.intake.documents(ImportState.WAITING)) == 1
    following.close()


def test_what_was_taken_off_the_list_does_not_come_back(
    page: ImportPage, folder: Path, session: Session, qtbot: QtBot
) -> None:
    page.bringing_in.bring([folder / "broken.docx"])
    finished(page, qtbot)
    assert len(left_failed(session)) == 1
    # As at the end of a shortcut: Ctrl is still down.
    qtbot.keyClick(page.what_for, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    choose(page, "broken.docx")
    page.forget()
    assert left_failed(session) == ()


def test_opening_the_page_takes_up_what_was_left(
    show: Show, session: Session, folder: Path, context: Context, qtbot: QtBot
) -> None:
    note_waiting(session, [folder / "story.txt"])
    page = show(ImportPage, Place(PageId.IMPORT))
    finished(page, qtbot)
    assert list(stages(page)) == ["story.txt"]
    bringing_in(context).close()


# What is done with what was read


def test_all_that_is_sure_is_accepted_at_once_and_nothing_else(
    show: Show, session: Session, dialogs: FakeDialogs, context: Context, qtbot: QtBot
) -> None:
    sure = [imported.bring(session, imported.response(sure=True), f"{n}.docx") for n in range(3)]
    doubtful = imported.bring(session, imported.response(), "doubtful.docx")
    asked = imported.bring(session, imported.call(), "call.docx")
    page = show(ImportPage, Place(PageId.IMPORT, item=doubtful))
    qtbot.waitUntil(page.accept_all_button.isEnabled)
    assert page.accept_all_button.text() == "Accept all sure (3)"
    assert page.table.chosen_rows()[0].id == doubtful
    page.accept_all_button.click()
    accepted = ImportState.ACCEPTED
    qtbot.waitUntil(lambda: {d.id for d in session.intake.documents(accepted)} == set(sure))
    qtbot.waitUntil(lambda: not page.accept_all_button.isEnabled())
    waiting = {d.id for d in session.intake.documents(ImportState.WAITING)}
    assert waiting == {doubtful, asked}
    assert "3 documents in the library" in dialogs.notices[-1]
    page.accept_all_sure()
    assert "none that is sure" in dialogs.notices[-1]


def test_the_chosen_ones_are_accepted_put_aside_and_put_back(
    show: Show, session: Session, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    document = imported.bring(session, imported.response())
    page = show(ImportPage, Place(PageId.IMPORT))
    qtbot.waitUntil(lambda: page.buttons.put_aside.isEnabled())
    page.buttons.put_aside.click()
    qtbot.waitUntil(lambda: page.table.shown.rowCount() == 0)
    assert "Undo brings it back" in dialogs.notices[-1]
    page.stages.choose(frozenset({Stage.BINNED.value}))
    page.stages.changed.emit()
    qtbot.waitUntil(lambda: page.buttons.put_back.isVisible())
    page.buttons.put_back.click()
    qtbot.waitUntil(lambda: session.intake.document(document).state is ImportState.WAITING)
    page.stages.choose(None)
    page.stages.changed.emit()
    qtbot.waitUntil(lambda: page.buttons.accept.isEnabled())
    page.buttons.accept.click()
    qtbot.waitUntil(lambda: session.intake.document(document).state is ImportState.ACCEPTED)
    qtbot.waitUntil(lambda: stages(page) == {"response.docx": Stage.ACCEPTED})


def test_enter_looks_at_the_chosen_document(
    show: Show, session: Session, visited: list[Place], qtbot: QtBot
) -> None:
    document = imported.bring(session, imported.response())
    page = show(ImportPage, Place(PageId.IMPORT))
    qtbot.waitUntil(lambda: bool(page.table.chosen_rows()))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert visited == [Place(PageId.IMPORT_REVIEW, item=document)]


def test_what_a_document_is_can_be_changed_in_its_row(
    show: Show, session: Session, qtbot: QtBot
) -> None:
    document = imported.bring(session, imported.response())
    page = show(ImportPage, Place(PageId.IMPORT))
    qtbot.waitUntil(lambda: bool(page.table.chosen_rows()))
    index = page.table.currentIndex().siblingAtColumn(KIND)
    assert index.data() == "Past response ▾"
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    box = page.table.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Past response"
    box.setCurrentIndex(box.findText("Report"))
    box.activated.emit(box.currentIndex())
    assert session.intake.document(document).kind is SourceKind.REPORT
    qtbot.waitUntil(lambda: page.table.currentIndex().siblingAtColumn(KIND).data() == "Report ▾")


def test_a_kind_changed_in_its_row_is_understood_anew_and_taken_back_in_one_step(
    show: Show, session: Session, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    document = imported.bring(session, imported.response())
    page = show(ImportPage, Place(PageId.IMPORT))
    qtbot.waitUntil(lambda: bool(page.table.chosen_rows()))
    page.table.kind_picked.emit(document, SourceKind.CALL_FOR_EVIDENCE.value)
    qtbot.waitUntil(lambda: session.intake.review(document).call is not None)
    assert dialogs.notices == ["Taken for: Call for evidence."]
    dialogs.ways_back.pop()()
    after = session.intake.review(document)
    assert (after.document.kind, after.call) == (SourceKind.PAST_RESPONSE, None)
    qtbot.waitUntil(lambda: not page._loading.running)
    row = page.table.currentIndex().siblingAtColumn(KIND)
    assert row.data() == "Past response ▾"


def test_the_table_is_a_sound_model_and_changes_rows_in_place(
    qtmodeltester: ModelTester, session: Session
) -> None:
    from desktop.ui.models.import_rows import row_of

    names = [imported.bring(session, imported.response(), f"{n}.docx") for n in range(3)]
    rows = [row_of(session.intake.document(name)) for name in names]
    model = ImportTableModel()
    qtmodeltester.check(model)
    model.show(rows[:2])
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show(rows)
    assert resets == []
    assert model.rowCount() == 3
    model.show(reversed(rows))
    assert resets == [True]
    qtmodeltester.check(model)


@pytest.mark.skipif(os.name == "nt", reason="such names are not allowed there")
def test_a_strange_name_is_shown_as_it_is(page: ImportPage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "<b>bold & broken.txt"
    path.write_text(STORY, encoding="utf-8")
    page.bringing_in.bring([path])
    finished(page, qtbot)
    assert list(stages(page)) == [path.name]
