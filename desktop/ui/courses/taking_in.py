"""Taking a course file in: as one more course, or as a newer edition of the one practised here."""

from __future__ import annotations

from pathlib import Path

from desktop.core.course import Course
from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.courses.practice import is_practice

FILES = "Courses (*.toml);;All files (*)"


def take_in(context: Context, path: Path) -> Course | None:
    """Keep the course of a file and return it; None where it cannot be taken in, which is said."""
    try:
        course = context.session.courses.import_course(path)
    except DesktopError as error:
        context.dialogs.show_error(error)
        return None
    if is_practice(context.session):
        newer = f"You go on with edition {course.version} now. What you wrote is as it was."
        context.dialogs.notify(newer)
    return course
