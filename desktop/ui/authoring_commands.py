"""What a trainer can do with a course, for the menus: the one that is being made, where one is
shown, and else one of those on the page of courses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.command import Command
from desktop.ui.courses.practice import is_trainer
from desktop.ui.place import PageId, Place

if TYPE_CHECKING:
    from desktop.ui.window import Window


def _with_a_course(id_: str, words: str, keys: str) -> Command:
    def run(window: Window) -> None:
        if not window.page_can(id_):
            window.go(Place(PageId.COURSES))
        window.run_on_page(id_)

    return Command(
        id_,
        words,
        "Learn",
        run,
        keys,
        enabled_when=lambda window: is_trainer(window.session),
        group=5,
        asks_model=True,
    )


AUTHORING_COMMANDS = (
    _with_a_course("course.preview", "Preview a course as a learner…", "Ctrl+Alt+V"),
    _with_a_course("course.handouts", "Handouts…", "Ctrl+Alt+U"),
    _with_a_course("course.project", "Show on a projector…", "Ctrl+Alt+P"),
    _with_a_course("course.save", "Save a course as a file…", "Ctrl+Alt+Y"),
)
