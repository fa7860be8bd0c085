"""Every page of courses, full of work: named, in order, by keyboard, nothing cut, to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.course import PartKind, StepKind
from desktop.core.course_slides import Shown, ShownKind, Slide
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.appearance import Appearance, ThemeChoice
from desktop.ui.courses.handouts import HandoutsSheet
from desktop.ui.courses.part_look import part_colours
from desktop.ui.courses.projector import Projector
from desktop.ui.courses.projector_choice import ProjectorSheet
from desktop.ui.memory import Memory
from desktop.ui.pages.author import AuthorPage
from desktop.ui.place import PageId, Place
from desktop.ui.reading_order import follow_reading_order
from desktop.ui.theme import contrast
from desktop.ui.window import Window
from tests.support.example_courses import FIRST, Example, take_comments, write_example
from tests.support.readable import pale
from tests.support.workspace import REPOSITORY
from tests.test_accessibility import (
    beyond,
    check,
    cut,
    describe,
    in_tab_order,
    name_of,
    settle,
    steps_back,
    unnamed,
)
from tests.ui.conftest import appearance, dialogs, memory
from tests.ui.fakes import FakeDialogs

__all__ = ["appearance", "dialogs", "memory"]

# Each goes through all the pages of somebody.
pytestmark = pytest.mark.timeout(240)

SMALL, USUAL = QSize(1024, 700), QSize(1360, 840)
FEW_TABS, MOST_TABS = 12, 400
STEPS = {
    StepKind.READ: "paper-figures",
    StepKind.DRAFT: "draft-1",
    StepKind.WORKED: "worked-1",
    StepKind.REPAIR: "do-vague",
    StepKind.SPOT: "spot-first",
    StepKind.BUDGET: "share-out",
    StepKind.HEARING: "hearing",
    StepKind.RUBRIC: "own-rubric",
    StepKind.PEER: "peer",
    StepKind.FINISH: "take-home",
}
# How far words must stand out from what is behind them, by theme.
READ = {ThemeChoice.LIGHT: 4.5, ThemeChoice.DARK: 4.5, ThemeChoice.HIGH_CONTRAST: 7.0}
Go = Callable[[Window], object]
Faults = dict[str, object]


class Seat:
    """Somebody in front of a window, and the places that can be seen from there, by name."""

    def __init__(self, window: Window, qtbot: QtBot, places: dict[str, Go]) -> None:
        self.window = window
        self.qtbot = qtbot
        self.places = places

    def page(self) -> QWidget:
        """Return the page that is shown, all of it there."""
        settle(self.window, self.qtbot)
        assert self.window.navigation.page is not None
        return self.window.navigation.page

    def at_each(self, look: Callable[[], object]) -> Faults:
        """Go everywhere; return what a look finds, by place."""
        found: Faults = {}
        for name, go in self.places.items():
            go(self.window)
            self.page()
            if said := look():
                found[name] = said
        return found


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Paths, Example]:
    """A learner's and a trainer's workspace, which the tests look at and do not change."""
    folder = tmp_path_factory.mktemp("courses")
    paths = Paths(content=REPOSITORY, data=folder, config=folder)
    written = write_example(paths, folder / "handed in")
    take_comments(written, paths)
    return paths, written


@pytest.fixture
def sit(
    example: tuple[Paths, Example],
    qtbot: QtBot,
    appearance: Appearance,
    memory: Memory,
    dialogs: FakeDialogs,
) -> Iterator[Callable[[Path], Window]]:
    """Give a function that opens a window on a workspace, as the program does."""
    opened: list[tuple[Window, Session]] = []

    def open_one(path: Path) -> Window:
        session = Session.open(path, example[0])
        window = Window(session, appearance, memory, dialogs)
        qtbot.addWidget(window)
        window.resize(USUAL)
        window.come_back()
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        opened.append((window, session))
        return window

    yield open_one
    for window, session in opened:
        dialogs.confirms.append(True)
        window.close()
        window.deleteLater()
        session.close()


@pytest.fixture(params=["learner", "trainer"])
def seat(
    request: pytest.FixtureRequest,
    example: tuple[Paths, Example],
    sit: Callable[[Path], Window],
    qtbot: QtBot,
) -> Seat:
    _, written = example
    if request.param == "learner":
        window = sit(written.practice)
        steps = {kind.value: at(PageId.COURSE, step) for kind, step in STEPS.items()}
        return Seat(window, qtbot, {**steps, "comments": at(PageId.COMMENTS)})
    window = sit(written.trainer)
    places = {
        "courses": at(PageId.COURSES),
        "made from": at(PageId.AUTHOR),
        **parts(window, written.course),
        "collected": at(PageId.COLLECTED, FIRST),
        "one learner": at(PageId.COLLECTED, f"work/{written.work}"),
    }
    return Seat(window, qtbot, places)


def at(page: PageId, item: str = "") -> Go:
    """Return how to go to a page."""
    return lambda window: window.go(Place(page, "", item))


def parts(window: Window, course: str) -> dict[str, Go]:
    """Return how to go to each part of a course that is made."""
    made = Place(PageId.AUTHOR, item=course)
    window.go(made)
    page = window.navigation.page
    assert isinstance(page, AuthorPage)

    def part(number: int) -> Go:
        def go(window: Window) -> None:
            window.go(made)
            page.tabs.choose(number)

        return go

    return {title: part(number) for number, title in enumerate(page.tabs.strip.titles())}


def test_there_is_a_place_to_look_at_for_each_kind_of_step() -> None:
    assert set(STEPS) == set(StepKind)


def test_everything_has_a_name_and_its_place_in_the_order_and_nothing_is_cut(seat: Seat) -> None:
    def look() -> object:
        # As high as it is long: what is scrolled out of sight would lie below the bar of buttons.
        seat.window.resize(USUAL.width(), 3000)
        page = seat.page()
        # The order is put right as Tab is pressed; pressing it would scroll.
        follow_reading_order(page)
        found = check(page)
        seat.window.resize(SMALL)
        seat.page()
        return found or cut(seat.window) + beyond(seat.window)

    assert seat.at_each(look) == {}


def test_nothing_is_cut_at_the_largest_text(seat: Seat) -> None:
    seat.window.resize(SMALL)
    seat.window.appearance.set_text_size(200)
    assert seat.at_each(lambda: cut(seat.window) + beyond(seat.window)) == {}


def test_every_word_can_be_read_in_every_theme(seat: Seat) -> None:
    found: dict[ThemeChoice, Faults] = {}
    for choice, least in READ.items():
        seat.window.appearance.choose(choice)
        found[choice] = seat.at_each(lambda least=least: pale(seat.window, least))
    assert found == {choice: {} for choice in READ}


def test_everything_can_be_reached_with_the_tab_key_from_somewhere_useful(seat: Seat) -> None:
    def walk() -> object:
        page = seat.page()
        focused = QApplication.focusWidget()
        if focused is None or not page.isAncestorOf(focused) or not name_of(focused):
            return f"the keyboard begins at {focused}"
        expected = [
            widget
            for widget in in_tab_order(page)
            # Arrow keys go from one to the next, and into what Qt makes itself its owner leads.
            if not isinstance(widget, QRadioButton) and not widget.objectName().startswith("qt_")
        ]
        reached = reached_with_tab(seat.qtbot, expected)
        return [describe(widget) for widget in expected if widget not in reached]

    assert seat.at_each(walk) == {}


def reached_with_tab(qtbot: QtBot, expected: Sequence[QWidget]) -> set[QWidget]:
    """Press Tab until all of it was reached; return what was."""
    reached: set[QWidget] = set()
    # Both ways round: what a page takes away on the way is met from the other side.
    for key in (*[Qt.Key.Key_Backtab] * FEW_TABS, *[Qt.Key.Key_Tab] * MOST_TABS):
        focused = QApplication.focusWidget()
        if focused is None or reached.issuperset(expected):
            break
        reached.add(focused)
        qtbot.keyClick(focused, key)
    return reached


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("sheet", [HandoutsSheet, ProjectorSheet])
def test_the_sheets_of_a_trainer_are_named_in_order_and_whole(
    sheet: type[HandoutsSheet | ProjectorSheet],
    size: int,
    example: tuple[Paths, Example],
    sit: Callable[[Path], Window],
    qtbot: QtBot,
) -> None:
    window = sit(example[1].trainer)
    window.appearance.set_text_size(size)
    shown = sheet(window.context, window.session.courses.read(FIRST), window)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    assert cut(shown) + beyond(shown) + unnamed(shown) == []
    assert shown.windowTitle()
    # What is scrolled out of sight would lie below the buttons.
    shown.resize(shown.width(), 2000)
    qtbot.waitUntil(lambda: steps_back(shown) == [])


@pytest.mark.parametrize("choice", [c for c in ThemeChoice if c is not ThemeChoice.SYSTEM])
def test_the_names_of_the_parts_of_an_argument_can_be_read_in_every_theme(
    choice: ThemeChoice, example: tuple[Paths, Example], sit: Callable[[Path], Window]
) -> None:
    window = sit(example[1].practice)
    window.appearance.choose(choice)
    least = 7.0 if choice is ThemeChoice.HIGH_CONTRAST else 4.5
    sheet = window.appearance.theme.colour("sheet")
    pale: dict[PartKind, list[float]] = {}
    for part in PartKind:
        ground, letters = part_colours(window.context, part)
        # The name stands above its words, on the sheet; in a chip it stands on the colour itself.
        ratios = [contrast(letters, ground), contrast(letters, sheet)]
        if min(ratios) < least:
            pale[part] = ratios
    assert pale == {}


@pytest.mark.parametrize("dark", [True, False])
def test_what_is_on_the_wall_can_be_read_from_the_back_of_the_room(
    dark: bool, qtbot: QtBot, appearance: Appearance
) -> None:
    shown = Shown(ShownKind.UNIT, "Unit", (Slide("Who reads this", ("A clerk reads it.",)),))
    wall = Projector([shown], 0, dark=dark)
    qtbot.addWidget(wall)
    wall.resize(1280, 720)
    wall.show()
    qtbot.waitExposed(wall)
    picture = wall.grab().toImage()
    ground = picture.pixelColor(2, 2)
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    best = max(contrast(QColor.fromRgba(colour), ground) for colour in colours)
    assert best > 15
    assert len(colours) > 3


def test_the_look_for_pale_words_sees_them(qtbot: QtBot) -> None:
    """So that the test above cannot pass by looking away."""
    page = QWidget()
    qtbot.addWidget(page)
    words = QLabel("These words cannot be read.", page)
    words.setStyleSheet("background: #fff; color: #bbb")
    page.show()
    qtbot.waitExposed(page)
    assert len(pale(page, 4.5)) == 1
    words.setStyleSheet("background: #fff; color: #000")
    assert pale(page, 4.5) == []
