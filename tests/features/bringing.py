"""What a person does at the import pages: adds files, looks one over, puts it right, accepts it."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QMenu,
    QTableView,
    QTextEdit,
)

from tests.features.person import Person

TABLE, PARTS, ORIGINAL = (
    "Documents brought in",
    "Parts of the document",
    "The document as it was read",
)
# A busy machine takes its time to start the processes that read.
READ_AT_MOST_MS = 120_000
LOOK_MS, MOST_LOOKS = 20, 500


def go_to_import(person: Person) -> None:
    """Turn to the import page by its key."""
    person.press("Ctrl+Shift+D")
    person.wait_for(lambda: person.button("Add a folder"))


def add_folder(person: Person, folder: Path) -> None:
    """Add all that is in a folder, and wait until it has been read."""
    person.dialogs.opens.append(folder)
    person.click("Add a folder")
    wait_until_read(person)


def add_files(person: Person, *files: Path) -> None:
    """Add some files, and wait until they have been read."""
    person.dialogs.many.append(list(files))
    person.click("Add files")
    wait_until_read(person)


def wait_until_read(person: Person) -> None:
    """Wait until no file waits or is being read."""

    def read() -> None:
        said = stands(person)
        assert said, "no file is in the table"
        busy = [name for name, state in said.items() if "Waiting" in state or "Reading" in state]
        assert not busy, f"still to be read: {busy}"

    person.qtbot.waitUntil(read, timeout=READ_AT_MOST_MS)


def stands(person: Person) -> dict[str, str]:
    """Return what the table says of each file: where it stands, by its name."""
    tables = [t for t in person.everything(QTableView) if t.accessibleName() == TABLE]
    return {str(cells[0]): str(cells[-1]) for table in tables for cells in _cells(table)}


def look_at(person: Person, name: str) -> None:
    """Choose a file by a click, and look at what was understood of it."""
    choose(person, name)
    person.click("Look at the chosen document")
    person.wait_for(lambda: person.field(ORIGINAL))


def choose(person: Person, name: str) -> None:
    """Click on the row of a file."""
    table = person.find(QTableView, TABLE)
    click_row(person, table, lambda index: str(index.data()) == name)


def parts(person: Person) -> list[str]:
    """Return what the list of parts reads out, from the first to the last."""
    shown = person.find(QListView, PARTS)
    rows = range(shown.model().rowCount())
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(shown.model().index(row, 0).data(role)) for row in rows]


def click_row(
    person: Person, view: QAbstractItemView, wanted: Callable[[QModelIndex], object]
) -> None:
    """Click on the first row of a table or list that is the wanted one."""
    model = view.model()
    found = [i for row in range(model.rowCount()) if wanted(i := model.index(row, 0))]
    assert found, "no such row"
    view.scrollTo(found[0])
    person.scroll_to(view)
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        view.visualRect(found[0]).center(),
    )


def click_before(person: Person, words: str) -> None:
    """Click into the original just before some words."""
    text = person.field(ORIGINAL)
    assert isinstance(text, QTextEdit)
    found = text.document().find(words)
    assert not found.isNull(), f"“{words}” is not in the original"
    start = QTextCursor(text.document())
    start.setPosition(found.selectionStart())
    bar = text.verticalScrollBar()
    bar.setValue(bar.value() + text.cursorRect(start).top() - text.viewport().height() // 2)
    person.click_on(text, text.viewport().pos() + text.cursorRect(start).center())
    assert text.textCursor().position() == found.selectionStart()


def choose_in_menu(person: Person, button: str, *path: str) -> None:
    """Open the menu of a button, and click through it; each step begins with these words."""
    left, looks = list(path), itertools.count()
    before = len(person.flashes.seen)

    def step() -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return
        action = next((a for a in menu.actions() if a.text().startswith(left[0])), None)
        if action is None:
            # The next menu may be about to open; one that never does must not stay open for ever.
            if next(looks) > MOST_LOOKS:
                menu.close()
            return
        left.pop(0)
        if not left:
            clock.stop()
        where = menu.actionGeometry(action).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    # The click returns only when the menu has closed, as with a person.
    clock = QTimer()
    clock.timeout.connect(step)
    clock.start(LOOK_MS)
    person.click(button)
    clock.stop()
    assert not left, f"the menu has no “{left[0]}”"
    # A menu is a window of its own by design, and has the keyboard while it is open.
    came = person.flashes.seen[before:]
    assert all(name.startswith("QMenu") for name in came), came
    del person.flashes.seen[before:]


def _cells(table: QTableView) -> list[list[object]]:
    model = table.model()
    columns = range(model.columnCount())
    rows = range(model.rowCount())
    return [[model.index(row, column).data() for column in columns] for row in rows]
