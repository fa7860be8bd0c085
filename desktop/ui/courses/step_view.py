"""What a learner works with in one step of a course, and which module has it for which kind.

The course's page shows the step's title, its text and the buttons to go on. A StepView stands
between them, in a column that scrolls: it is as tall as it needs, scrolls nothing itself and has no
margins of its own. It reads ``context.session.course`` and ``context.session.learning`` and saves
with ``context.session.courses.set``, itself as the origin.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.core.course import Step, StepKind
from desktop.ui.context import Context

# Each in desktop/ui/courses/, imported when the first step of its kind is shown.
_VIEWS = {
    StepKind.READ: ("reading", "ReadingView"),
    StepKind.DRAFT: ("drafting", "DraftingView"),
    StepKind.WORKED: ("worked", "WorkedView"),
    StepKind.REPAIR: ("repair", "RepairView"),
    StepKind.SPOT: ("spot", "SpotView"),
    StepKind.BUDGET: ("budget", "BudgetView"),
    StepKind.HEARING: ("hearing", "HearingView"),
    StepKind.RUBRIC: ("rubric", "RubricView"),
    StepKind.PEER: ("peer", "PeerView"),
    StepKind.FINISH: ("finishing", "FinishingView"),
}


class StepView(QWidget):
    """The base of all views of steps. ``acted()``: what ``actions_here`` gives has changed;
    ``noted(str)``: how it stands, in a few words that stay in sight while the page scrolls.
    """

    acted = Signal()
    noted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def show_step(self, step: Step) -> None:
        """Show a step of this view's kind, as it was left."""

    def flush(self) -> None:
        """Save what was typed; called before leaving, undo and closing."""

    def first_focus(self) -> QWidget:
        """Return the widget that should have the keyboard when the step opens; the view itself
        where that is the text above it.
        """
        return self

    def actions_here(self) -> Mapping[str, Callable[[], None]]:
        """Return what this view can do for the window's commands, by command id."""
        return {}


def make_view(kind: StepKind, context: Context, parent: QWidget | None = None) -> StepView:
    """Import and build the view of a kind of step."""
    module, name = _VIEWS[kind]
    made = getattr(import_module(f"desktop.ui.courses.{module}"), name)
    return cast("StepView", made(context, parent))
