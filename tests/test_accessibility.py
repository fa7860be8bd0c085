"""Every page, panel and dialog of the real window: named, in order, by keyboard, nothing cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.cli.demo import fill_demo, read_demo
from desktop.core.edits import MarkAnswer
from desktop.core.response import AnswerMark
from desktop.core.understanding import Understanding
from desktop.errors import DesktopError
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.about import AboutSheet
from desktop.ui.asking import ask_text_sheet, choice_sheet, confirm_sheet, error_sheet
from desktop.ui.body import Side
from desktop.ui.command_list import COMMANDS
from desktop.ui.crash import crash_sheet
from desktop.ui.pages.import_review import ImportReviewPage
from desktop.ui.place import PageId, Place
from desktop.ui.reading_order import follow_reading_order
from desktop.ui.shortcut_sheet import ShortcutSheet
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.window import Window
from tests.ui.conftest import appearance, dialogs, memory, open_window, window
from tests.ui.pages import imported

__all__ = ["appearance", "dialogs", "memory", "open_window", "window"]

# A control without words must have a name; so must everything that takes the keyboard.
_CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QTextEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractItemView,
    QTabBar,
)
_OWN_PARTS = ("qt_", "ScrollLeftButton", "ScrollRightButton")
_SMALL, _USUAL = QSize(1024, 700), QSize(1360, 840)
# How far apart two things may be and still stand in one line, in pixels.
_SAME_LINE = 14
_FEW_TABS, _MOST_TABS = 12, 400

Visit = Callable[[PageId], Window]


@pytest.fixture
def visit(window: Window, session: Session, paths: Paths, qtbot: QtBot) -> Visit:
    """Give a function that goes to a page of the example and waits until it is all there."""
    response = fill_demo(session, read_demo(paths)).id
    session.apply(MarkAnswer(response, "5", AnswerMark.SKIPPED, "Not our field."))
    session.apply(MarkAnswer(response, "2", AnswerMark.NONE))

    items = {
        PageId.QUESTION: "2",
        PageId.IMPORT_REVIEW: imported.bring(session, imported.response()),
    }

    def go(page: PageId) -> Window:
        window.go(Place(page, response, items.get(page, "")))
        settle(window, qtbot)
        return window

    return go


def settle(window: Window, qtbot: QtBot) -> None:
    """Let everything arrive that was asked for on other threads, and be laid out."""
    quiet = 0
    while quiet < 15:
        qtbot.wait(10)
        quiet = 0 if window.jobs.working else quiet + 1


def everything(root: QWidget) -> Iterator[QWidget]:
    """Give every widget that can be seen in a widget, but for the parts that Qt makes itself."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisibleTo(root) and not widget.objectName().startswith(_OWN_PARTS):
            yield widget


def takes_keyboard(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def name_of(widget: QWidget) -> str:
    """Return what a screen reader says a widget is called."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&", "").strip()
    return ""


def describe(widget: QWidget) -> str:
    words = widget.text()[:40] if isinstance(widget, (QLabel, QAbstractButton)) else ""
    inside = widget.parentWidget()
    within = type(inside).__name__ if inside else "nothing"
    return f"{type(widget).__name__} {widget.objectName() or words!r} in {within}"


def unnamed(root: QWidget) -> list[str]:
    return [
        describe(widget)
        for widget in everything(root)
        if (takes_keyboard(widget) or isinstance(widget, _CONTROLS))
        and not isinstance(widget.parentWidget(), (QComboBox, QAbstractItemView, QTabBar))
        and not name_of(widget)
    ]


def in_tab_order(root: QWidget) -> list[QWidget]:
    """Return what Tab reaches in a widget, in the order in which it does."""
    found: list[QWidget] = []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        if root.isAncestorOf(widget) and takes_keyboard(widget) and widget.isVisibleTo(root):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def columns_of(root: QWidget) -> list[QWidget]:
    """Return the parts that are read one after the other: what stands side by side in splitters."""
    from PySide6.QtWidgets import QSplitter

    splits = [s for s in root.findChildren(QSplitter) if s.isVisibleTo(root)]
    if not splits:
        return [root]
    outermost = splits[0]
    return [
        part for place in range(outermost.count()) for part in [outermost.widget(place)] if part
    ]


def steps_back(root: QWidget) -> list[str]:
    """Return where Tab goes against reading order: up, or left within a line."""
    found: list[str] = []
    for part in columns_of(root):
        order = in_tab_order(part)
        for one, other in pairwise(order):
            first = one.mapTo(part, QPoint(0, one.height() // 2))
            second = other.mapTo(part, QPoint(0, other.height() // 2))
            higher = second.y() < first.y() - max(_SAME_LINE, one.height() // 2)
            beside = abs(second.y() - first.y()) <= _SAME_LINE and second.x() < first.x()
            next_column = second.x() >= first.x() + one.width()
            if (higher and not next_column) or beside:
                found.append(f"{describe(one)} -> {describe(other)}")
    return found


def cut(root: QWidget) -> list[str]:
    """Return the labels and buttons that have less room than their words need."""
    return [
        f"{describe(widget)}: {widget.size().toTuple()}, needs {need.toTuple()}"
        for widget in everything(root)
        if isinstance(widget, (QLabel, QPushButton, QToolButton, QCheckBox, QRadioButton))
        and not isinstance(widget, ElidedLabel)
        and (need := room_needed(widget))
        and (widget.width() < need.width() or widget.height() < need.height())
    ]


def room_needed(widget: QWidget) -> QSize:
    """Return the room that all words of a label or button need at its present width."""
    if isinstance(widget, QLabel):
        if not widget.text():
            return QSize(0, 0)
        if widget.wordWrap():
            longest = max(widget.fontMetrics().horizontalAdvance(w) for w in words_of(widget))
            height = widget.heightForWidth(max(widget.width(), 1))
            return QSize(min(longest, 10_000), height)
    hint = widget.sizeHint()
    return hint.boundedTo(widget.minimumSizeHint()) if isinstance(widget, QToolButton) else hint


def words_of(label: QLabel) -> list[str]:
    text = label.text()
    if label.textFormat() == Qt.TextFormat.RichText or text.startswith("<"):
        return [""]
    return re.split(r"[\s\u200b]+", text) or [""]


def beyond(root: QWidget) -> list[str]:
    """Return what stands partly outside its page and cannot be scrolled to."""
    found: list[str] = []
    for area in root.findChildren(QAbstractScrollArea):
        if not area.isVisibleTo(root) or isinstance(area, (QTextEdit, QPlainTextEdit)):
            continue
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        inner = getattr(area, "widget", lambda: None)()
        if inner is not None and area.horizontalScrollBarPolicy() == off:
            wide = inner.width() - area.viewport().width()
            if wide > 0:
                found.append(f"{describe(area)} is {wide} pixels too wide inside")
    return found


def check(root: QWidget) -> dict[str, list[str]]:
    """Return everything that is wrong in a widget, by kind."""
    wrong = {
        "without a name": unnamed(root),
        "against reading order": steps_back(root),
        "cut": cut(root),
        "out of reach": beyond(root),
    }
    return {kind: found for kind, found in wrong.items() if found}


@pytest.mark.parametrize("page", list(PageId))
def test_every_control_of_a_page_has_a_name_and_its_place_in_the_order(
    visit: Visit, page: PageId, qtbot: QtBot
) -> None:
    window = visit(page)
    assert window.navigation.page is not None
    # The order is put right as Tab is pressed.
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert {
        kind: found
        for kind, found in check(window.navigation.page).items()
        if kind in ("without a name", "against reading order")
    } == {}
    assert unnamed(window) == []


@pytest.mark.parametrize("page", list(PageId))
def test_nothing_is_cut_in_a_small_window(visit: Visit, page: PageId, qtbot: QtBot) -> None:
    window = visit(page)
    window.resize(_SMALL)
    settle(window, qtbot)
    assert cut(window) + beyond(window) == []


@pytest.mark.parametrize("page", list(PageId))
def test_nothing_is_cut_at_the_largest_text(visit: Visit, page: PageId, qtbot: QtBot) -> None:
    window = visit(page)
    window.resize(_SMALL)
    window.appearance.set_text_size(200)
    settle(window, qtbot)
    assert cut(window) + beyond(window) == []


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("tab", range(4))
@pytest.mark.parametrize("made", [imported.response, imported.call])
def test_the_review_of_an_import_is_whole_in_every_tab(
    window: Window,
    session: Session,
    qtbot: QtBot,
    made: Callable[[], Understanding],
    tab: int,
    size: int,
) -> None:
    window.resize(_SMALL if size > 100 else _USUAL)
    window.appearance.set_text_size(size)
    window.go(Place(PageId.IMPORT_REVIEW, item=imported.bring(session, made())))
    page = window.navigation.page
    assert isinstance(page, ImportReviewPage)
    page.understood.tabs.choose(tab)
    settle(window, qtbot)
    # The order is put right as Tab is pressed; pressing it would scroll the forms.
    follow_reading_order(page)
    assert check(page) == {}


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("tab", range(5))
def test_the_help_panel_is_whole_in_every_tab(
    visit: Visit, qtbot: QtBot, tab: int, size: int
) -> None:
    window = visit(PageId.QUESTION)
    window.resize(_SMALL if size > 100 else _USUAL)
    window.appearance.set_text_size(size)
    window.show_tab(tab)
    settle(window, qtbot)
    sheet = window.body.sheets[Side.RIGHT]
    assert sheet.isVisible()
    assert check(sheet) == {}


@pytest.mark.parametrize("size", [100, 200])
def test_the_list_of_questions_is_whole(visit: Visit, qtbot: QtBot, size: int) -> None:
    window = visit(PageId.QUESTION)
    window.resize(_SMALL if size > 100 else _USUAL)
    window.appearance.set_text_size(size)
    window.body.show_side(Side.LEFT)
    settle(window, qtbot)
    assert check(window.body.sheets[Side.LEFT]) == {}


SHEETS: dict[str, Callable[[Session], QWidget]] = {
    "confirm": lambda _: confirm_sheet(None, "Replace the file?", "There is one.", "Replace", "No"),
    "choose": lambda _: choice_sheet(None, "Who?", "Choose one.", ["First", "Second"], "Start")[0],
    "text": lambda _: ask_text_sheet(None, "Who?", "Name", "", "OK", multiline=False)[0],
    "long text": lambda _: ask_text_sheet(None, "Why?", "Reason", "", "OK", multiline=True)[0],
    "error": lambda _: error_sheet(
        None, DesktopError("It failed", "The disk is full.", "Free it.")
    ),
    "keys": lambda _: ShortcutSheet(COMMANDS),
    "about": lambda session: AboutSheet(session.path),
    "crash": lambda session: crash_sheet("Traceback", session.paths.log, None),
}


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("name", list(SHEETS))
def test_every_dialog_is_named_in_order_and_whole(
    window: Window, session: Session, qtbot: QtBot, name: str, size: int
) -> None:
    window.appearance.set_text_size(size)
    sheet = SHEETS[name](session)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)
    assert check(sheet) == {}
    assert sheet.accessibleName() or sheet.windowTitle()


def test_no_two_shortcuts_of_the_window_are_the_same(visit: Visit) -> None:
    """Also those that pages and panels bring with them."""
    window = [visit(page) for page in PageId][-1]
    actions = [key for action in window.findChildren(QAction) for key in action.shortcuts()]
    always = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    others = [s.key() for s in window.findChildren(QShortcut) if s.context() in always]
    tally = Counter(
        key.toString(QKeySequence.SequenceFormat.PortableText) for key in actions + others
    )
    assert [key for key, count in tally.items() if key and count > 1] == []


def test_no_two_fields_of_a_page_share_an_access_key(visit: Visit) -> None:
    shared: dict[str, list[str]] = {}
    for page in PageId:
        window = visit(page)
        assert window.navigation.page is not None
        shown = list(everything(window.navigation.page))
        labels = [w.text() for w in shown if isinstance(w, QLabel) and w.buddy() is not None]
        buttons = [w.text() for w in shown if isinstance(w, QAbstractButton)]
        tally = Counter(QKeySequence.mnemonic(text).toString() for text in labels + buttons)
        twice = [key for key, count in tally.items() if key and count > 1]
        if twice:
            shared[page] = twice
    assert shared == {}


@pytest.mark.parametrize("page", list(PageId))
def test_every_page_can_be_walked_with_the_tab_key_alone(
    visit: Visit, page: PageId, qtbot: QtBot
) -> None:
    window = visit(page)
    shown = window.navigation.page
    assert shown is not None
    expected = [w for w in in_tab_order(shown) if not isinstance(w, QRadioButton)]
    window.focus_page()
    reached: set[QWidget] = set()
    # Both ways round: what a page takes away on the way is met from the other side.
    for key in (*[Qt.Key.Key_Backtab] * _FEW_TABS, *[Qt.Key.Key_Tab] * _MOST_TABS):
        focused = QApplication.focusWidget()
        if focused is None or reached.issuperset(expected):
            break
        reached.add(focused)
        qtbot.keyClick(focused, key)
    assert [describe(w) for w in expected if w not in reached] == []


@pytest.mark.parametrize("page", list(PageId))
def test_the_keyboard_is_somewhere_useful_when_a_page_opens(visit: Visit, page: PageId) -> None:
    window = visit(page)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.navigation.isAncestorOf(focused)
    assert name_of(focused)


def test_the_test_itself_sees_what_is_wrong(qtbot: QtBot) -> None:
    """So that the tests above cannot pass by looking away."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(300, 200)
    below, above, nameless = QPushButton("Below", page), QPushButton("Above", page), QLineEdit(page)
    below.move(0, 150)
    above.move(0, 10)
    nameless.move(0, 60)
    above.setFixedWidth(10)
    page.show()
    wrong = check(page)
    assert "QLineEdit" in wrong["without a name"][0]
    assert "Below" in wrong["against reading order"][0]
    assert "Above" in wrong["cut"][0]


def test_there_is_a_font_to_measure_with() -> None:
    """Without one every measure of this file would be nought."""
    assert QFontDatabase.families()
