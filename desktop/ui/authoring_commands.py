"""What a trainer can do with a course that is being made, for the menus."""

from __future__ import annotations

from desktop.ui.command import on_page

_MENU = "Learn"

AUTHORING_COMMANDS = (
    on_page("course.preview", "Preview the course as a learner", _MENU, "Ctrl+Alt+V", group=5),
    on_page("course.handouts", "Handouts…", _MENU, "Ctrl+Alt+U", group=5),
    on_page("course.project", "Show on a projector…", _MENU, "Ctrl+Alt+P", group=5),
    on_page("course.save", "Save the course as a file…", _MENU, "Ctrl+Alt+Y", group=5),
)
