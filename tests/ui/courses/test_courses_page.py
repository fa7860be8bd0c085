"""The page of courses: what there is, beginning, going on, taking a file in."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.edits import SetKeyPoint
from desktop.paths import Paths
from desktop.session import Session
from desktop.session.course_list import CourseCard
from desktop.store.packs.problems import Problem
from desktop.ui.courses.cards import CourseRow, length_words
from desktop.ui.courses.handouts import HandoutsSheet
from desktop.ui.courses.leaving import own_workspace
from desktop.ui.courses.practice import TRAINER
from desktop.ui.courses.projector_choice import ProjectorSheet
from desktop.ui.courses.put_away_list import PutAwayRow
from desktop.ui.memory import Memory
from desktop.ui.pages.courses import CoursesPage
from desktop.ui.pages.settings import SettingsPage
from desktop.ui.place import PageId, Place
from desktop.ui.single_instance import Claim
from desktop.ui.widgets.buttons import Button
from desktop.ui.window import Window
from tests.ui.conftest import visible_texts
from tests.ui.courses.practising import COURSE
from tests.ui.fakes import FakeDialogs


@pytest.fixture
def page(window: Window) -> CoursesPage:
    window.run("go.courses")
    shown = window.navigation.page
    assert isinstance(shown, CoursesPage)
    return shown


def test_a_course_says_how_long_it_takes_and_what_one_can_do_at_the_end(page: CoursesPage) -> None:
    said = visible_texts(page)
    for words in (
        "Your first written evidence",
        "1 hour 30 minutes",
        "At the end you can",
        "Invented people and figures",
    ):
        assert words in said
    assert page.courses[0].card.id == COURSE, "the shortest stands first"
    assert page.first_focus() is page.courses[0].button
    assert "For trainers" not in said


def test_beginning_asks_for_a_name_and_opens_a_practice_workspace(
    page: CoursesPage, window: Window, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    page.courses[0].button.click()  # and the person changes their mind
    assert page.courses[0].button.isEnabled()
    dialogs.texts.append(" Bo ")
    with qtbot.waitSignal(window.workspace_wanted) as wanted:
        page.courses[0].button.click()
    (path,) = wanted.args or [None]
    assert path == window.session.courses.folder / f"{COURSE}-1.consultee"
    window.run("go.start")
    window.run("go.courses")
    assert [row.card.name for row in page.practices] == ["Bo"]
    assert "0 of 21 steps behind you · as Bo" in visible_texts(page)
    with qtbot.waitSignal(window.workspace_wanted) as again:
        page.practices[0].button.click()
    assert again.args == [path]


def test_a_practice_is_put_away_and_comes_back_with_what_was_written(
    page: CoursesPage, window: Window, session: Session, dialogs: FakeDialogs, paths: Paths
) -> None:
    begun = session.courses.beginning(COURSE, "Bo")()
    opened = Session.open(begun, paths)
    opened.apply(SetKeyPoint("practice", "1", "Journeys matter."))
    opened.close()
    window.run("go.start")
    assert "You have begun a course." in visible_texts(window)
    window.run("go.courses")
    (row,) = page.practices
    claim = Claim(begun)
    assert claim.take()
    row.away.click()
    assert "open in a window" in dialogs.errors[-1].title
    claim.release()
    row.away.click()
    assert page.practices == []
    assert dialogs.notices[-1].endswith("with everything that was written in it.")
    window.run("go.start")
    assert "You have begun a course." not in visible_texts(window)
    dialogs.ways_back[-1]()
    window.run("go.courses")
    (row,) = page.practices
    again = Session.open(row.card.path, paths)
    assert again.courses.practice_draft().answer("1").key_point == "Journeys matter."
    again.close()


def rows_away(page: CoursesPage) -> dict[str, PutAwayRow]:
    assert page.away is not None
    return {row.card.name: row for row in page.away.rows}


def test_what_was_put_away_is_brought_back_or_deleted_for_good_from_a_folded_list(
    page: CoursesPage, window: Window, session: Session, dialogs: FakeDialogs
) -> None:
    away = session.courses.put_away
    for name in ("Bo", "Cy", "Di"):
        away.put(session.courses.beginning(COURSE, name)())
    kept = session.courses.beginning(COURSE, "Ed")()
    window.run("go.start")
    window.run("go.courses")
    assert page.away is not None
    assert page.away.link.text() == "Show what was put away (3)"
    assert "as Bo" not in visible_texts(page)
    page.away.link.click()
    assert "Hide the courses that were put away" in page.away.link.accessibleName()
    assert "Your first written evidence, as Bo" in visible_texts(page)
    assert rows_away(page)["Bo"].back.accessibleName().endswith("evidence, as Bo")
    rows_away(page)["Bo"].back.click()
    assert dialogs.notices[-1] == "You can go on with “Your first written evidence, as Bo” again."
    assert {row.card.name for row in page.practices} == {"Bo", "Ed"}
    assert not rows_away(page)["Cy"].isHidden(), "the list stays unfolded"
    claim = Claim(rows_away(page)["Cy"].card.path)
    assert claim.take()
    dialogs.confirms += [False, True, True]
    rows_away(page)["Cy"].delete.click()  # and the person declines
    assert dialogs.risky == ["Delete for good?"]
    rows_away(page)["Cy"].delete.click()
    assert "open in a window" in dialogs.errors[-1].title
    claim.release()
    rows_away(page)["Cy"].delete.click()
    assert dialogs.notices[-1] == "“Your first written evidence, as Cy” is deleted."
    assert [card.name for card in away.list()] == ["Di"]
    rows_away(page)["Di"].back.click()
    assert "put away (" not in visible_texts(page), "there is none any more"
    assert kept.exists()


def test_a_preview_says_that_it_is_one(window: Window) -> None:
    window.header.show_practice("Halls", preview=True)
    assert window.header.practice_button.accessibleName() == "Preview: Halls"
    assert "until the next preview" in window.header.leave_button.accessibleDescription()


def test_what_cannot_be_put_away_stays(
    page: CoursesPage, window: Window, session: Session, dialogs: FakeDialogs
) -> None:
    session.courses.beginning(COURSE, "Bo")()
    (session.courses.folder / "put away").write_text("a file where the folder should be")
    window.run("go.start")
    window.run("go.courses")
    page.practices[0].away.click()
    assert len(dialogs.errors) == 1
    assert len(session.courses.practices()) == 1


def test_a_course_that_cannot_begin_says_why_and_can_be_tried_again(
    page: CoursesPage, session: Session, dialogs: FakeDialogs, window: Window, qtbot: QtBot
) -> None:
    session.courses.folder.write_text("a file where the folder should be")
    dialogs.texts.append("")
    page.courses[0].button.click()
    qtbot.waitUntil(lambda: len(dialogs.errors) == 1)
    assert page.courses[0].button.isEnabled()


def test_in_a_practice_the_way_leads_on_and_back(
    learner: Window, session: Session, memory: Memory, paths: Paths, qtbot: QtBot
) -> None:
    learner.run("go.courses")
    page = learner.navigation.page
    assert isinstance(page, CoursesPage)
    assert "open now" in visible_texts(page)
    assert "Your own" not in visible_texts(page)
    assert page.file_button.text() == "Open the newer course file…"
    page.practices[0].button.click()
    assert learner.place.page is PageId.COURSE
    assert own_workspace(learner.session, memory) == paths.default_workspace
    memory.note_workspace(session.path)
    away = session.courses.put_away.put(session.courses.beginning(COURSE)())
    memory.note_workspace(away)
    memory.note_workspace(learner.session.path)
    with qtbot.waitSignal(learner.workspace_wanted) as wanted:
        learner.header.leave_button.click()
    assert wanted.args == [session.path]
    learner.run("go.start")
    learner.header.practice_button.click()
    assert learner.place.page is PageId.COURSE


def test_a_course_file_is_taken_in_and_can_be_removed(
    page: CoursesPage,
    session: Session,
    dialogs: FakeDialogs,
    tmp_path: Path,
    window: Window,
    qtbot: QtBot,
) -> None:
    page.file_button.click()  # and the person changes their mind
    file = tmp_path / "ours.toml"
    text = session.courses.text(COURSE)
    file.write_text(text.replace(f'id = "{COURSE}"', 'id = "ours"'), encoding="utf-8")
    dialogs.opens.append(file)
    page.file_button.click()
    assert dialogs.notices == ["“Your first written evidence” is among your courses now."]
    ours = page.courses[-1]
    assert ours.card.own
    qtbot.waitUntil(lambda: "Your own" in visible_texts(ours))
    ours.removed.emit(ours.card)
    assert [row.card.id for row in page.courses if row.card.own] == []
    window.undoing.undo()
    assert [row.card.id for row in page.courses if row.card.own] == ["ours"]
    file.write_text("format = 1\n", encoding="utf-8")
    dialogs.opens.append(file)
    page.file_button.click()
    assert len(dialogs.errors) == 1


def test_trainer_mode_offers_what_trainers_do(
    page: CoursesPage, window: Window, session: Session
) -> None:
    window.go(Place(PageId.SETTINGS))
    settings = window.navigation.page
    assert isinstance(settings, SettingsPage)
    settings.trainer.click()
    window.go(Place(PageId.COURSES))
    said = visible_texts(page)
    for words in ("For trainers", "Make a course…", "Collect learners’ work…", "Handouts…"):
        assert words in said
    for row_signal, wanted in ((page.courses[0].edited, PageId.AUTHOR),):
        row_signal.emit(page.courses[0].card)
        assert window.place.page is wanted
    window.go(Place(PageId.SETTINGS))
    settings.trainer.click()
    window.go(Place(PageId.COURSES))
    assert "For trainers" not in visible_texts(page)


@pytest.fixture
def trained(page: CoursesPage, window: Window, session: Session) -> CoursesPage:
    """The page as a trainer has it, who has begun nothing."""
    session.set_setting(TRAINER, True)
    window.go(Place(PageId.START))
    window.go(Place(PageId.COURSES))
    return page


def test_commands_ask_which_course_the_one_with_the_keyboard_first(
    trained: CoursesPage, window: Window, dialogs: FakeDialogs
) -> None:
    window.run("course.handouts")  # and the person changes their mind
    assert dialogs.asked == [("choose", "Handouts", "Which course?")]
    trained.courses[1].button.setFocus()
    dialogs.choices += [0, 0]
    window.run("course.handouts")
    second, first = (row.card.title for row in (trained.courses[1], trained.courses[0]))
    (sheet,) = trained.findChildren(HandoutsSheet)
    assert sheet.windowTitle() == f"Handouts: {second}"
    sheet.close()
    window.go(Place(PageId.START))
    window.run("course.project")  # from anywhere else as well
    assert window.place.page is PageId.COURSES
    (wall,) = trained.findChildren(ProjectorSheet)
    assert first in {thing.name for thing in wall.things}
    wall.close()


def test_a_shipped_course_is_previewed_and_saved_as_a_file_from_the_page(
    trained: CoursesPage,
    window: Window,
    session: Session,
    dialogs: FakeDialogs,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    dialogs.choices += [0, 0]
    dialogs.saves.append(tmp_path / "ours")
    window.run("course.save")
    assert (tmp_path / "ours.toml").read_text("utf-8") == session.courses.text(COURSE)
    with qtbot.waitSignal(window.workspace_wanted) as wanted:
        window.run("course.preview")
    (path,) = wanted.args or [None]
    assert path == session.courses.folder / "previews" / f"{COURSE}-1.consultee"


def test_a_preview_that_cannot_be_made_is_told_of(
    trained: CoursesPage, window: Window, session: Session, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    session.courses.folder.write_text("a file where the folder should be")
    dialogs.choices.append(0)
    window.run("course.preview")
    qtbot.waitUntil(lambda: len(dialogs.errors) == 1)


def test_what_trainers_do_with_a_course_is_greyed_out_for_everybody_else(
    page: CoursesPage, window: Window
) -> None:
    window.menus.refresh_shown()
    named = ("course.preview", "course.handouts", "course.project", "course.save")
    assert [id_ for id_ in named if window.menus.actions[id_].isEnabled()] == []
    window.run("course.handouts")
    assert page.findChildren(HandoutsSheet) == []


def test_a_course_that_cannot_be_used_says_what_is_wrong_and_a_trainer_can_mend_it(
    qtbot: QtBot,
) -> None:
    problem = Problem(Path("ours.toml"), "[[unit]] 2", 14, "There is no step in it.")
    row = CourseRow(
        CourseCard("ours", "Ours", author="Nia Fell", own=True, problems=(problem,)),
        primary=True,
        trainer=True,
    )
    qtbot.addWidget(row)
    row.show()
    said = visible_texts(row)
    assert "This course cannot be used as it stands." in said
    assert "There is no step in it." in said
    assert "By Nia Fell" in said
    offered = [each.text() for each in row.findChildren(Button) if each.isVisible()]
    assert offered == ["Change…", "Remove"]


def test_a_practice_that_cannot_be_read_says_so_and_can_be_put_away(
    page: CoursesPage, window: Window, session: Session
) -> None:
    begun = session.courses.beginning(COURSE, "Bo")()
    whole = begun.read_bytes()
    begun.write_bytes(whole[:4096] + b"spoilt" * (len(whole) // 6))
    window.run("go.start")
    window.run("go.courses")
    (row,) = page.practices
    assert "cannot be read whole." in visible_texts(row)
    assert "behind you" not in visible_texts(row)
    row.away.click()
    assert page.practices == []


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 minutes"), (25, "25 minutes"), (60, "1 hour"), (90, "1 hour 30 minutes")],
)
def test_the_length_of_a_course_is_said_in_words(minutes: int, words: str) -> None:
    assert length_words(minutes) == words
