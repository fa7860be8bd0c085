"""Pictures of every page of courses, a learner's and a trainer's: a part of `tests.screenshots`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from desktop.core.course import Course
from desktop.core.course_slides import ShownKind
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.courses.handouts import offer_handouts
from desktop.ui.courses.practice import TRAINER
from desktop.ui.courses.projector import Projector
from desktop.ui.courses.projector_choice import ProjectorSheet, offer_projector
from desktop.ui.pages.author import AuthorPage
from desktop.ui.pages.export_folder import FOLDER
from desktop.ui.place import PageId
from desktop.ui.program import Program
from desktop.ui.window import Window
from tests.support.example_courses import RESPONSE, Example, take_comments, write_example
from tests.support.pictures import USUAL, Go, Shot, at, take, take_looks

MORNING = datetime.fromisoformat("2026-11-28T10:40")
WALL = QRect(0, 0, 1360, 765)
GUIDE_TAB = "tab.6"
HANDOUTS = Path("Documents", "An afternoon for our members")


def at_step(step: str) -> Go:
    """Return how to go to a step of the course."""
    return at(PageId.COURSE, step)


def with_guide(window: Window, response: str) -> None:
    """Show the guide beside an answer."""
    at(PageId.QUESTION, "2")(window, response)
    window.run(GUIDE_TAB)


def before_trainer_mode(window: Window, response: str) -> None:
    """Show the courses as everybody sees them."""
    window.session.set_setting(TRAINER, False)
    at(PageId.COURSES)(window, response)


def in_trainer_mode(window: Window, response: str) -> None:
    """Show the courses as a trainer sees them."""
    window.session.set_setting(TRAINER, True)
    at(PageId.COURSES)(window, response)


LEARNER = (
    Shot("course-reading", at_step("paper-figures")),
    Shot("course-spot", at_step("spot-first")),
    Shot("course-mending", at_step("do-vague")),
    Shot("course-drafting", at_step("draft-1")),
    Shot("course-guide", with_guide),
    Shot("course-worked", at_step("worked-1")),
    Shot("course-budget", at_step("share-out")),
    Shot("course-hearing", at_step("hearing")),
    Shot("course-peer", at_step("peer")),
    Shot("course-rubric", at_step("own-rubric")),
    Shot("course-finish", at_step("take-home")),
    Shot("course-comments", at(PageId.COMMENTS)),
)


def of_trainer(example: Example, course: Course) -> tuple[Shot, ...]:
    """Return the pictures of what a trainer does with a course of their own."""

    def making(part: str, table: str = "", id_: str = "") -> Go:
        def go(window: Window, response: str) -> None:
            at(PageId.AUTHOR, course.id)(window, response)
            page = window.navigation.page
            assert isinstance(page, AuthorPage)
            page.tabs.show_part(part)
            if table:
                page.tabs.go(table, id_)
            page.tabs.first_tab().setFocus()

        return go

    def handouts(window: Window, response: str) -> QWidget:
        at(PageId.COURSES)(window, response)
        window.session.set_setting(FOLDER, str(HANDOUTS))
        return offer_handouts(window.context, course, window)

    def wall_choice(window: Window, response: str) -> ProjectorSheet:
        at(PageId.COURSES)(window, response)
        return offer_projector(window.context, course, window)

    def wall(window: Window, response: str) -> QWidget:
        sheet = wall_choice(window, response)
        kinds = [thing.kind for thing in sheet.things]
        shown = Projector(sheet.things, kinds.index(ShownKind.QUESTION))
        sheet.close()
        shown.setGeometry(WALL)
        shown.show()
        return shown

    return (
        Shot("courses", before_trainer_mode),
        Shot("courses-trainer", in_trainer_mode),
        Shot("course-made-from", at(PageId.AUTHOR)),
        Shot("course-made-about", making("about")),
        Shot("course-made-call", making("call", "question", "1")),
        Shot("course-made-pack", making("pack", "paper", course.papers[0].source.key)),
        Shot("course-made-units", making("units", "step", course.steps[1].id)),
        Shot("course-made-prompts", making("prompts")),
        Shot("course-made-models", making("models", "model", course.models[0].id)),
        Shot("course-made-exercises", making("exercises", "repair", course.repairs[0].id)),
        Shot("course-made-rubric", making("rubric")),
        Shot("course-made-switches", making("switches")),
        Shot("course-made-checked", making("check")),
        Shot("course-handouts", handouts),
        Shot("course-wall-choice", wall_choice),
        Shot("course-wall", wall),
        Shot("collected", at(PageId.COLLECTED, "first-written-evidence")),
        Shot("collected-work", at(PageId.COLLECTED, f"work/{example.work}")),
    )


def take_courses(
    app: QApplication, paths: Paths, out: Path, only: Sequence[str] | None, looks: Path | None
) -> None:
    """Take the pictures: of a learner's practice workspace, then of the trainer's own one."""
    paths = replace(paths, data=paths.data / "with courses", config=paths.data / "with courses")
    paths.data.mkdir(parents=True)
    example = write_example(paths, paths.data / "handed in", lambda: MORNING)
    take_comments(example, paths, lambda: MORNING)
    session = Session.open(example.trainer, paths, lambda: MORNING)
    course = session.courses.read(example.course)
    session.close()
    for workspace, response, all_of_it in (
        (example.practice, RESPONSE, LEARNER),
        (example.trainer, "", of_trainer(example, course)),
    ):
        shots = [shot for shot in all_of_it if not only or shot.name in only]
        program = Program(app, paths, clock=lambda: MORNING)
        program.open(workspace)
        assert program.window is not None
        take(program.window, response, shots, out, USUAL)
        if looks:
            take_looks(program, response, shots, looks)
        program.close()
