"""A course saved as the file that learners and colleagues are given."""

from __future__ import annotations

from desktop.errors import DesktopError
from desktop.ui.context import Context

_FILTER = "Courses (*.toml)"


def save_course(context: Context, course: str) -> None:
    """Ask where to, and write the file of a course; asks before it replaces one."""
    suggestion = context.session.path.parent / f"{course}.toml"
    path = context.dialogs.save_file("Save the course as a file", suggestion, _FILTER)
    if path is None:
        return
    path = path if path.suffix.casefold() == ".toml" else path.with_name(f"{path.name}.toml")
    replaces = path.exists()
    if replaces and not context.dialogs.confirm(
        f"Replace “{path.name}”?",
        "There is a file of this name. What is in it is lost.",
        "Replace",
        risky=True,
    ):
        return
    try:
        written = context.session.courses.export_course(course, path, replaces)
    except DesktopError as error:
        context.dialogs.show_error(error)
        return
    context.dialogs.notify(f"The course was saved as “{written.name}”.")
