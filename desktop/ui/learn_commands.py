"""What learners and trainers can do, for the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.authoring_commands import AUTHORING_COMMANDS
from desktop.ui.command import Command, on_page
from desktop.ui.courses.practice import is_practice, is_trainer
from desktop.ui.place import PageId, Place
from desktop.ui.teaching_commands import OPEN_COMMENTS, TEACHING_COMMANDS

if TYPE_CHECKING:
    from desktop.ui.window import Window

_MENU = "Learn"


def _practises(window: Window) -> bool:
    return is_practice(window.session)


def _trains(window: Window) -> bool:
    return is_trainer(window.session)


def _learner(page: PageId, id_: str, words: str, keys: str) -> Command:
    return Command(
        id_,
        words,
        _MENU,
        lambda w: w.go(Place(page)),
        keys,
        enabled_when=_practises,
        group=1,
        asks_model=True,
    )


def _of_course(id_: str, words: str, keys: str) -> Command:
    """Make a command that the course's page carries out; from elsewhere it leads there first."""

    def run(window: Window) -> None:
        if window.place.page is not PageId.COURSE:
            window.go(Place(PageId.COURSE))
        window.run_on_page(id_)

    return Command(id_, words, _MENU, run, keys, enabled_when=_practises, group=1, asks_model=True)


def _trainer(page: PageId, id_: str, words: str, keys: str) -> Command:
    return Command(
        id_,
        words,
        _MENU,
        lambda w: w.go(Place(page)),
        keys,
        enabled_when=_trains,
        group=3,
        asks_model=True,
    )


def _leave(window: Window) -> None:
    from desktop.ui.courses.leaving import own_workspace

    window.flush()
    window.workspace_wanted.emit(own_workspace(window.session, window.memory))


LEARN_COMMANDS = (
    Command("go.courses", "Courses", _MENU, lambda w: w.go(Place(PageId.COURSES)), "Ctrl+Alt+C"),
    _learner(PageId.COURSE, "go.course", "The course you are in", "Ctrl+Alt+G"),
    on_page("course.skip", "Skip this step", _MENU, "Ctrl+Alt+S", group=1),
    _of_course("course.hand_in", "Save your work for the trainer…", "Ctrl+Alt+H"),
    _of_course("course.save_all", "Save all of your work as a document…", "Ctrl+Alt+K"),
    _of_course("course.certificate", "Save the certificate…", "Ctrl+Alt+J"),
    _learner(PageId.COMMENTS, "go.comments", "Comments on your work", "Ctrl+Alt+M"),
    OPEN_COMMENTS,
    Command(
        "course.leave",
        "Back to your own work",
        _MENU,
        _leave,
        "Ctrl+Alt+W",
        enabled_when=_practises,
        group=2,
        asks_model=True,
    ),
    _trainer(PageId.COLLECTED, "go.collected", "Learners’ work", "Ctrl+Alt+L"),
    _trainer(PageId.AUTHOR, "go.author", "Make a course", "Ctrl+Alt+A"),
    *TEACHING_COMMANDS,
    *AUTHORING_COMMANDS,
)
