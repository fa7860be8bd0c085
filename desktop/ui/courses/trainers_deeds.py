"""What a trainer does with a course that is there: handouts, projector, preview, its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.errors import DesktopError
from desktop.session.course_list import CourseCard
from desktop.ui.context import Context
from desktop.ui.courses.course_file import save_course
from desktop.ui.courses.deleting import drop_previews

_WHICH = "Which course?"


class TrainersDeeds(QObject):
    """Each deed is done with a course that is given; ``actions`` are those of the commands, which
    ask for one where there are several.
    """

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._lane = context.jobs.lane(self)

    def actions(
        self, cards: Callable[[], Sequence[CourseCard]]
    ) -> Mapping[str, Callable[[], None]]:
        """Return what the commands do; ``cards`` are the courses to ask for, likeliest first."""

        def with_one(title: str, yes: str, do: Callable[[CourseCard], None]) -> Callable[[], None]:
            return lambda: self._ask(title, yes, cards(), do)

        return {
            "course.handouts": with_one("Handouts", "Go on", self.hand_out),
            "course.project": with_one("Show on a projector", "Go on", self.project),
            "course.preview": with_one("Preview as a learner", "Preview", self.preview),
            "course.save": with_one("Save as a file", "Go on", self.save),
        }

    def hand_out(self, card: CourseCard) -> None:
        """Choose handouts and where to write them."""
        from desktop.ui.courses.handouts import offer_handouts

        offer_handouts(self._context, self._context.session.courses.read(card.id), self._page)

    def project(self, card: CourseCard) -> None:
        """Choose what to show on a projector."""
        from desktop.ui.courses.projector_choice import offer_projector

        offer_projector(self._context, self._context.session.courses.read(card.id), self._page)

    def save(self, card: CourseCard) -> None:
        """Write the course as a file, to hand it on."""
        save_course(self._context, card.id)

    def preview(self, card: CourseCard) -> None:
        """Make a practice workspace of a course and open it, as a learner would; it takes the place
        of the preview before.
        """
        try:
            job = self._context.session.courses.beginning(card.id, preview=True)
        except DesktopError as error:
            self._context.dialogs.show_error(error)
            return
        self._lane.run(job, self._open, self._failed)

    def _ask(
        self, title: str, yes: str, cards: Sequence[CourseCard], do: Callable[[CourseCard], None]
    ) -> None:
        if len(cards) == 1:
            do(cards[0])
            return
        titles = [card.title for card in cards]
        chosen = self._context.dialogs.choose(title, _WHICH, titles, yes) if cards else None
        if chosen is not None:
            do(cards[chosen])

    def _open(self, path: Path) -> None:
        drop_previews(self._context.session, but=path)
        # After the lane is done with: the window that opens now closes this one.
        QTimer.singleShot(0, self, lambda: self._context.open_workspace(path))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, DesktopError):
            self._context.dialogs.show_error(error)
        else:
            self._context.jobs.fail(error)
