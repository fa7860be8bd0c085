"""What a trainer takes out of a course: handouts on disk, large letters on a wall."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.course import Course
from desktop.core.course_slides import Shown, ShownKind, Slide
from desktop.export.course import HandoutKind
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.context import Context
from desktop.ui.courses.handouts import HandoutsSheet, offer_handouts
from desktop.ui.courses.projector import Projector
from desktop.ui.courses.projector_choice import ProjectorSheet, offer_projector
from tests.ui.fakes import FakeDialogs

LONG = " ".join(f"Sentence number {number} says one thing." for number in range(60))
THINGS = (
    Shown(ShownKind.UNIT, "One", (Slide("One", ("A.",)), Slide("Long", (LONG,)))),
    Shown(ShownKind.UNIT, "Two", (Slide("Two", ("B.",)),)),
)


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def course(session: Session) -> Course:
    return session.courses.read("first-written-evidence")


@pytest.fixture
def handouts(context: Context, course: Course, ground: QWidget) -> HandoutsSheet:
    return offer_handouts(context, course, ground)


@pytest.fixture
def choice(context: Context, course: Course, ground: QWidget) -> ProjectorSheet:
    return offer_projector(context, course, ground)


@pytest.fixture
def projector(qtbot: QtBot) -> Iterator[Projector]:
    made = Projector(THINGS, 0)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


def test_the_ticked_handouts_are_written_with_a_name_on_the_certificate(
    handouts: HandoutsSheet, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    dialogs.opens.append(folder)
    handouts.choose_folder()
    assert "papers" in handouts.folder.text()
    for kind, box in handouts.boxes.items():
        box.setChecked(kind in (HandoutKind.RUBRIC, HandoutKind.CERTIFICATE))
    handouts.name.setText("Nia Fell")
    handouts.write_button.click()
    qtbot.waitUntil(lambda: bool(dialogs.notices))
    assert dialogs.notices == ["2 handouts written to “papers”."]
    first, second = sorted(folder.iterdir())
    assert "Nia Fell" in "\n".join(p.text for p in Document(str(second)).paragraphs)
    assert first.suffix == ".docx"


def test_everybody_whose_work_was_collected_has_a_certificate(
    context: Context,
    course: Course,
    ground: QWidget,
    session: Session,
    paths: Paths,
    dialogs: FakeDialogs,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    assert offer_handouts(context, course, ground).everybody.isHidden()
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("Bo", "Nia Fell"):
        begun = session.courses.beginning(course.id, name)()
        with closing(Session.open(begun, paths)) as learner:
            learner.courses.hand_in(folder / name)
    teaching = session.courses.teaching
    teaching.keep(teaching.collecting([folder])())
    handouts = offer_handouts(context, course, ground)
    assert "each of 2 learners" in handouts.everybody.text()
    handouts.everybody.click()
    assert not handouts.name.isEnabled()
    for kind, box in handouts.boxes.items():
        box.setChecked(kind is HandoutKind.CERTIFICATE)
    out = tmp_path / "papers"
    out.mkdir()
    dialogs.opens.append(out)
    handouts.choose_folder()
    handouts.write_button.click()
    qtbot.waitUntil(lambda: bool(dialogs.notices))
    (file,) = out.iterdir()
    said = [each.text for each in Document(str(file)).paragraphs]
    assert said.index("Bo") < said.index("Nia Fell")


def test_handouts_that_are_there_are_replaced_only_after_asking(
    context: Context,
    course: Course,
    ground: QWidget,
    dialogs: FakeDialogs,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    def checklist() -> HandoutsSheet:
        sheet = offer_handouts(context, course, ground)
        dialogs.opens.append(tmp_path / "papers")
        sheet.choose_folder()
        for kind, box in sheet.boxes.items():
            box.setChecked(kind is HandoutKind.CHECKLIST)
        return sheet

    checklist().write_button.click()
    qtbot.waitUntil(lambda: bool(dialogs.notices))
    (path,) = (tmp_path / "papers").iterdir()
    path.write_bytes(b"mine")
    again = checklist()
    again.write_button.click()
    qtbot.waitUntil(lambda: bool(dialogs.risky))
    assert path.read_bytes() == b"mine"
    dialogs.confirms.append(True)
    again.write_button.click()
    qtbot.waitUntil(lambda: len(dialogs.notices) == 2)
    assert path.read_bytes() != b"mine"


def test_nothing_ticked_is_nothing_to_write(handouts: HandoutsSheet) -> None:
    for box in handouts.boxes.values():
        box.setChecked(False)
    assert not handouts.write_button.isEnabled()


def test_a_handout_that_cannot_be_written_is_told_of(
    handouts: HandoutsSheet, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    dialogs.opens.append(tmp_path / "file")
    handouts.choose_folder()
    handouts.write_button.click()
    qtbot.waitUntil(lambda: bool(dialogs.errors))
    assert handouts.write_button.isEnabled()


def test_what_is_chosen_is_shown_dark_on_light_or_light_on_dark(
    choice: ProjectorSheet, qtbot: QtBot
) -> None:
    question = next(
        place for place, each in enumerate(choice.things) if each.kind is ShownKind.QUESTION
    )
    choice.list.choose(str(question))
    choice.light.setChecked(True)
    choice.show_button.click()
    shown = choice.projector
    assert shown is not None
    assert shown.thing is choice.things[question]
    assert not shown.dark
    assert shown.isFullScreen()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not choice.isVisible())


def test_a_heading_of_the_list_cannot_be_shown(choice: ProjectorSheet) -> None:
    choice.list.choose("")
    assert not choice.show_button.isEnabled()
    choice.start()
    assert choice.projector is None


def test_arrow_keys_turn_slides_and_stop_at_the_ends(projector: Projector) -> None:
    assert projector.slide.title == "One"
    QTest.keyClick(projector, Qt.Key.Key_Left)
    assert projector.at == 0
    QTest.keyClick(projector, Qt.Key.Key_Right)
    assert projector.slide.title == "Long"
    QTest.keyClick(projector, Qt.Key.Key_PageDown)
    assert projector.at == 2
    QTest.keyClick(projector, Qt.Key.Key_End)
    QTest.keyClick(projector, Qt.Key.Key_Space)
    assert projector.at == len(projector.slides) - 1
    QTest.keyClick(projector, Qt.Key.Key_Home)
    assert projector.at == 0


def test_n_and_p_go_to_the_next_thing_and_back(projector: Projector) -> None:
    QTest.keyClick(projector, Qt.Key.Key_N)
    assert projector.accessibleName() == "Two"
    assert projector.accessibleDescription() == "B."
    QTest.keyClick(projector, Qt.Key.Key_N)
    assert projector.thing is THINGS[1]
    QTest.keyClick(projector, Qt.Key.Key_X)
    assert projector.thing is THINGS[1]
    QTest.keyClick(projector, Qt.Key.Key_P)
    assert projector.thing is THINGS[0]


def test_letters_can_be_read_from_eight_metres_and_no_word_is_lost(projector: Projector) -> None:
    short = projector.letters()
    projector.turn(1)
    # A screen two metres wide is 1.125 metres high; a capital of 35 mm has 15 minutes of arc.
    capital = projector.letters() * 0.7 / 720 * 1125
    assert capital > 35
    assert short > 1.5 * projector.letters()
    said = " ".join(p for slide in projector.slides for p in slide.paragraphs)
    assert said == f"A. {LONG}"
    before = len(projector.slides)
    projector.resize(800, 600)
    assert len(projector.slides) > before


def test_light_and_dark_change_places(projector: Projector) -> None:
    def ground() -> float:
        return projector.grab().toImage().pixelColor(QPoint(2, 2)).lightnessF()

    assert ground() < 0.2
    QTest.keyClick(projector, Qt.Key.Key_L)
    assert ground() > 0.9
