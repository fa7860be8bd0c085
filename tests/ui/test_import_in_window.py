"""Importing in the real window: by menu and key, with its Undo, on after closing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.session import Session
from desktop.ui.imports.bringing_in import bringing_in
from desktop.ui.imports.waiting import left_waiting, note_waiting
from desktop.ui.pages.import_page import ImportPage
from desktop.ui.pages.import_review import ImportReviewPage
from desktop.ui.place import PageId, Place
from desktop.ui.settling import take_up
from desktop.ui.window import Window
from tests.ui.fakes import FakeDialogs
from tests.ui.pages import imported

AT_MOST_MS = 30_000


def import_page(window: Window) -> ImportPage:
    page = window.navigation.page
    assert isinstance(page, ImportPage)
    return page


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("The hall at Upper Fernbrook opened in 1923.\n", encoding="utf-8")
    return path


def test_a_key_leads_to_the_import_and_another_adds_files(
    window: Window, story: Path, dialogs: FakeDialogs, session: Session, qtbot: QtBot
) -> None:
    window.menus.fill()
    qtbot.keySequence(window, QKeySequence("Ctrl+Shift+D"))
    assert window.place.page is PageId.IMPORT
    window.go(Place(PageId.START))
    dialogs.many.append([story])
    window.run("import.files")
    assert window.place.page is PageId.IMPORT
    window.go(Place(PageId.START))  # the person works on elsewhere meanwhile
    qtbot.waitUntil(lambda: len(session.intake.documents()) == 1, timeout=AT_MOST_MS)
    qtbot.waitUntil(lambda: "1 file read." in dialogs.notices, timeout=AT_MOST_MS)


def test_what_was_copied_elsewhere_is_pasted_into_the_page(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    window.menus.fill()
    window.go(Place(PageId.IMPORT))
    page = import_page(window)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    QApplication.clipboard().setText("Minutes of the roof meeting, all of them in one line.")
    window.run("edit.paste")
    QApplication.clipboard().clear()
    qtbot.waitUntil(lambda: len(session.intake.documents()) == 1, timeout=AT_MOST_MS)


def test_undo_of_the_window_takes_back_what_was_put_right(window: Window, session: Session) -> None:
    document = imported.bring(session, imported.response())
    window.go(Place(PageId.IMPORT_REVIEW, item=document))
    page = window.navigation.page
    assert isinstance(page, ImportReviewPage)
    window.run("review.right")
    assert session.intake.review(document).parts[2].confidence == 1
    window.undoing.undo()
    assert session.intake.review(document).parts[2].confidence < 1
    assert len(page.understood.places.rows_model.rows()) == 1
    window.undoing.redo()
    assert session.intake.review(document).parts[2].confidence == 1


def test_documents_are_dropped_on_the_library_as_well(
    window: Window, story: Path, session: Session, qtbot: QtBot
) -> None:
    window.go(Place(PageId.LIBRARY))
    page = window.navigation.page
    assert page is not None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(story))])
    at, buttons, keys = QPointF(9, 9), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(page, QDragEnterEvent(at.toPoint(), copy, data, buttons, keys))
    QApplication.sendEvent(page, QDropEvent(at, copy, data, buttons, keys, QEvent.Type.Drop))
    assert window.place.page is PageId.IMPORT
    qtbot.waitUntil(lambda: len(session.intake.documents()) == 1, timeout=AT_MOST_MS)


def test_a_window_that_closes_leaves_the_rest_for_the_next_start(
    window: Window, tmp_path: Path, session: Session, qtbot: QtBot
) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(30)]
    for path in files:
        path.write_text(f"Hall number {path.stem} has a roof of its own.", encoding="utf-8")
    bringing_in(window.context).bring(files)
    window.close()
    left = left_waiting(session)
    assert left
    assert set(left) <= set(files)


def test_the_next_start_reads_what_was_left(
    window: Window, story: Path, session: Session, qtbot: QtBot
) -> None:
    note_waiting(session, [story])
    take_up(window)
    qtbot.waitUntil(lambda: len(session.intake.documents()) == 1, timeout=AT_MOST_MS)
    qtbot.waitUntil(lambda: left_waiting(session) == ())


def test_the_place_of_a_review_is_remembered(window: Window, session: Session) -> None:
    document = imported.bring(session, imported.response())
    window.go(Place(PageId.IMPORT_REVIEW, item=document))
    assert Place.restored(window.place.stored()) == Place(PageId.IMPORT_REVIEW, item=document)
    window.go(Place(PageId.START))
    window.go_back()
    assert window.place.item == document
