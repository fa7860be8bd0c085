"""A person in front of the window: looks, clicks and types, and knows nothing of what lies behind.

Things are found as a screen reader finds them, by their accessible names, and only where they can
be seen and reached. Nothing waits for time, only for facts.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from desktop.ui.program import Program
from desktop.ui.window import Window
from tests.ui.fakes import FakeDialogs

USUAL_SIZE = (1360, 840)
PATIENCE_MS = 40_000 if "CONSULTEE_IMPATIENT" not in os.environ else 4000
PICTURES = os.environ.get("CONSULTEE_PICTURES", "")
MOST_TABS = 80

WidgetT = TypeVar("WidgetT", bound=QWidget)
Editor = QLineEdit | QPlainTextEdit | QTextEdit


class Person:
    """Sits in front of one running program."""

    def __init__(self, qtbot: QtBot, program: Program, dialogs: FakeDialogs) -> None:
        self.qtbot = qtbot
        self.program = program
        self.dialogs = dialogs
        self.flashes = Flashes(program)
        self.patience = PATIENCE_MS
        self._pictures = 0

    @property
    def window(self) -> Window:
        """The window in front."""
        assert self.program.window is not None
        return self.program.window

    def start(self, workspace: Path) -> None:
        """Start the program and wait for its window."""
        assert self.program.open(workspace), self.dialogs.errors
        self.window.resize(*USUAL_SIZE)
        self.come_to_front()

    def come_to_front(self) -> None:
        """Let the window have the keyboard."""
        with self.qtbot.waitActive(self.window, timeout=PATIENCE_MS):
            self.window.show()
            self.window.activateWindow()
        # The menus, and shortcuts with them, come a moment after the page.
        self.wait_for(lambda: all(menu.menu().actions() for menu in self._menus()), "no menus")

    def _menus(self) -> list[Any]:
        return self.window.menuBar().actions()

    # Waiting

    def wait_for(self, fact: Callable[[], object], what: str = "") -> None:
        """Wait until something is so."""

        def so() -> None:
            assert fact(), what or "it never came"

        try:
            self.qtbot.waitUntil(so, timeout=self.patience)
        except TimeoutError:
            self.picture("stuck")
            raise

    def wait_for_words(self, words: str) -> None:
        """Wait until the window says something."""
        self.wait_for(lambda: self.reads(words), f"the window never said “{words}”")

    def wait_until_saved(self) -> None:
        """Wait for the quiet sign, and for work on other threads."""
        self.wait_for(lambda: self.reads("Saved") and not self.window.jobs.working, "not saved")

    def wait_for_state(self, row: str, state: str) -> None:
        """Wait until a row of the question list says so; how much the checks found may follow."""
        self.wait_for(
            lambda: f", {state}" in self.button(row).accessibleName(),
            f"“{row}” is not said to be {state}",
        )

    # Looking

    def everything(self, kind: type[WidgetT]) -> Iterator[WidgetT]:
        """Yield what is on screen, in front of it or only to be scrolled to."""
        for top in QApplication.topLevelWidgets():
            if top.isVisible():
                yield from (w for w in top.findChildren(kind) if w.isVisible())

    def reads(self, words: str) -> bool:
        """Tell whether the words stand anywhere on screen."""
        return any(words in text for text in self.texts())

    def texts(self) -> list[str]:
        """Return everything that stands on screen, but for what is in text fields."""
        labels = [label.text().replace("\u200b", "") for label in self.everything(QLabel)]
        return labels + [_plain(button.text()) for button in self.everything(QAbstractButton)]

    def label(self, words: str) -> QLabel:
        """Return the label that says exactly this."""
        found = [label for label in self.everything(QLabel) if label.text() == words]
        assert found, f"“{words}” stands nowhere: {self.texts()}"
        return found[0]

    def find(self, kind: type[WidgetT], name: str, place: int = 0) -> WidgetT:
        """Return what is called so; several things of one beginning are told apart by place."""
        found = [w for w in self.everything(kind) if _name(w) == name]
        found = found or [w for w in self.everything(kind) if _name(w).startswith(name)]
        names = sorted({_name(w) for w in self.everything(kind)})
        assert len(found) > place, f"no {kind.__name__} “{name}” among {names}"
        return sorted(found, key=_reading_order)[place]

    def button(self, name: str, place: int = 0) -> QAbstractButton:
        """Return a button, a tick box or a row of a list."""
        return self.find(QAbstractButton, name, place)

    def field(self, name: str, place: int = 0) -> Editor:
        """Return a text field."""
        editors = (QLineEdit, QPlainTextEdit, QTextEdit)
        found = [w for w in self.everything(QWidget) if isinstance(w, editors)]
        wanted = [w for w in found if w.accessibleName() == name] or [
            w for w in found if w.accessibleName().startswith(name)
        ]
        names = [w.accessibleName() for w in found]
        assert len(wanted) > place, f"no field “{name}” among {names}"
        return sorted(wanted, key=_reading_order)[place]

    def text_of(self, name: str, place: int = 0) -> str:
        """Return what stands in a text field."""
        field = self.field(name, place)
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def picture(self, name: str) -> None:
        """Keep a picture of the window, where somebody wants to look at it."""
        if PICTURES:
            self._pictures += 1
            QApplication.processEvents()
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            file = Path(PICTURES) / f"{self._pictures:02} {name}.png"
            (QApplication.activeWindow() or self.window).grab().save(str(file))

    # Clicking

    def click(self, name: str, place: int = 0) -> None:
        """Click a button."""
        self.wait_for(lambda: self.button(name, place).isEnabled(), f"“{name}” is greyed out")
        self.click_on(self.button(name, place))

    def click_on(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on something, scrolling to it first; nothing may lie over it."""
        if not widget.isActiveWindow():  # a click brings a window to the front on any desktop
            widget.window().activateWindow()
            self.wait_for(widget.isActiveWindow, "the window does not come to the front")
        self.scroll_to(widget)
        self.wait_for(lambda: self._reachable(widget, at), f"{widget} lies under something else")
        target = widget.viewport() if isinstance(widget, QPlainTextEdit | QTextEdit) else widget
        where = at or self._middle(widget)
        QTest.mouseClick(
            target,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            target.mapFrom(widget, where),
        )

    def scroll_to(self, widget: QWidget) -> None:
        """Scroll until something can be seen."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                # What was just shown or filled has its place only after the next layout.
                QApplication.processEvents()
                parent.ensureWidgetVisible(widget, 0, 40)
            parent = parent.parentWidget()

    def choose(self, name: str, option: str) -> None:
        """Choose from a drop-down list with the keyboard."""
        box = self.find(QComboBox, name)
        self.scroll_to(box)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText() == option:
                break
            QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() == option

    def _middle(self, widget: QWidget) -> QPoint:
        return widget.visibleRegion().boundingRect().center()

    def _reachable(self, widget: QWidget, at: QPoint | None) -> bool:
        if widget.visibleRegion().isEmpty():
            return False
        top = widget.window()
        hit = top.childAt(widget.mapTo(top, at or self._middle(widget)))
        return hit is not None and (hit is widget or widget.isAncestorOf(hit))

    # Typing

    def into(self, name: str, place: int = 0) -> Editor:
        """Click into a text field."""
        field = self.field(name, place)
        self.click_on(field)
        self.wait_for(
            lambda: self.focus() is field, f"“{name}” has not the keyboard, {self.focus()} has"
        )
        return field

    def focus(self) -> QWidget:
        """Return what has the keyboard."""
        widget = QApplication.focusWidget()
        return widget if widget is not None else self.window

    def type(self, words: str) -> None:
        """Type, wherever the keyboard is; Enter for each line end."""
        for number, line in enumerate(words.split("\n")):
            if number:
                QTest.keyClick(self.focus(), Qt.Key.Key_Return)
            QTest.keyClicks(self.focus(), line)

    def press(self, keys: str, times: int = 1) -> None:
        """Press a key or a shortcut, such as "Ctrl+B"."""
        for _ in range(times):
            QTest.keySequence(self.focus(), QKeySequence(keys))

    def tab_to(self, name: str, *, back: bool = False) -> QWidget:
        """Press Tab (or Shift+Tab) until something of this name has the keyboard."""
        passed: list[str] = []
        while not _name(self.focus()).startswith(name):
            passed.append(_name(self.focus()))
            assert len(passed) < MOST_TABS, f"Tab never comes to “{name}”, only to {passed}"
            self.press("Shift+Tab" if back else "Tab")
        return self.focus()

    def write(self, name: str, words: str, place: int = 0) -> None:
        """Put words in the place of whatever stands in a field."""
        self.into(name, place)
        self.press("Ctrl+A")
        self.type(words)

    def paste(self, text: str, html: str = "") -> None:
        """Paste what another program put on the clipboard."""
        mime = QMimeData()
        mime.setText(text)
        if html:
            mime.setHtml(html)
        QApplication.clipboard().setMimeData(mime)
        self.press("Ctrl+V")


class Flashes:
    """Takes note of parts of the window that came up as windows of their own.

    A widget that is shown before it has its place does so for a moment: it flickers on screen, and
    takes the keyboard away.
    """

    _USUAL = (
        "WindowClassWindow",
        "compareWindowWindow",
        "firstDraftWindow",
        "HandoutsSheetClassWindow",
        "ProjectorSheetClassWindow",
        "ProjectorClassWindow",
    )

    def __init__(self, program: Program) -> None:
        self.seen: list[str] = []
        self._program = program
        self._before = ""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._came = app.focusWindowChanged
        self._came.connect(self._note)

    def end(self) -> None:
        """Look no longer."""
        self._came.disconnect(self._note)

    def _note(self, now: QWindow | None) -> None:
        name = now.objectName() if now is not None else ""
        window = self._program.window
        # It may be gone again when the news of it comes.
        lost = now is None and self._before == self._USUAL[0] and window and window.isVisible()
        if lost or (now is not None and name not in self._USUAL):
            self.seen.append(name or "something that is gone already")
        self._before = name


def _reading_order(widget: QWidget) -> tuple[int, int]:
    corner = widget.mapToGlobal(QPoint(0, 0))
    return corner.y(), corner.x()


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    return _plain(widget.text()) if isinstance(widget, QAbstractButton | QLabel) else ""


def _plain(words: str) -> str:
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")
