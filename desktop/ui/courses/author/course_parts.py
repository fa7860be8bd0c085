"""The parts of a course as tabs, each made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.strip_tabs import StripTabs

# Name, title, the module of its view and the class in it, in the order of the tabs.
_PARTS = (
    ("about", "About it", "about_view", "AboutView"),
    ("call", "The call", "call_view", "CallView"),
    ("pack", "Data pack", "pack_view", "PackView"),
    ("units", "Units and steps", "units_view", "UnitsView"),
    ("prompts", "Prompts", "prompts_view", "PromptsView"),
    ("models", "Model answers", "models_view", "ModelsView"),
    ("exercises", "Exercises", "exercises_view", "ExercisesView"),
    ("rubric", "Rubric", "rubric_view", "RubricView"),
    ("switches", "What learners see", "switches_view", "SwitchesView"),
    ("check", "Check", "checking_view", "CheckingView"),
)
_PART_OF: Mapping[str, str] = {
    "consultation": "call",
    "question": "call",
    "rule": "call",
    "paper": "pack",
    "snippet": "pack",
    "cue": "prompts",
    "frame": "prompts",
    "unit": "units",
    "step": "units",
    "model": "models",
    "repair": "exercises",
    "spot": "exercises",
    "budget": "exercises",
    "rubric": "rubric",
    "criterion": "rubric",
    "switches": "switches",
}


class CourseParts(StripTabs):
    """Parts are known by name; ``make(class)`` makes the view of one. Each has ``refresh()`` and
    ``flush()``, and ``go(table, id)`` where there is something to go to.
    """

    def __init__(self, make: Callable[[type[Any]], Any], parent: QWidget | None = None) -> None:
        self._late = {
            name: _Late(lambda module=module, of=of: make(_class(module, of)))
            for name, _, module, of in _PARTS
        }
        super().__init__(
            "Parts of the course", [(title, self._late[name]) for name, title, *_ in _PARTS], parent
        )

    @property
    def name(self) -> str:
        """The name of the part that is shown."""
        return _PARTS[self.strip.current][0]

    def part(self, name: str) -> Any:
        """Return the view of a part, made now if nobody has looked at it yet."""
        return self._late[name].view

    def show_part(self, name: str) -> Any:
        """Show a part and return its view."""
        self.choose([part for part, *_ in _PARTS].index(name))
        return self.part(name)

    def go(self, table: str, id_: str) -> None:
        """Show where something of a table of the course's file is written."""
        view = self.show_part(_PART_OF.get(table, "about"))
        if id_ and hasattr(view, "go"):
            view.go(table, id_)

    def refresh(self) -> None:
        """Have the parts that were made show the course as it is."""
        for late in self._late.values():
            if late.made is not None:
                late.made.refresh()

    def flush(self) -> None:
        """Save what is typed and not saved in any part."""
        for late in self._late.values():
            if late.made is not None:
                late.made.flush()


class _Late(QWidget):
    """A widget around one that is made when it is first wanted."""

    def __init__(self, make: Callable[[], Any]) -> None:
        super().__init__()
        self._make = make
        self.made: Any = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column

    @property
    def view(self) -> Any:
        """The widget."""
        if self.made is None:
            self.made = self._make()
            self._column.addWidget(self.made)
            # A layout would show it a moment later, and a field in it can have the keyboard now.
            self.made.show()
            self.made.refresh()
        return self.made

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view  # noqa: B018 - it is made by being asked for


def _class(module: str, of: str) -> type[Any]:
    return getattr(import_module(f"desktop.ui.courses.author.{module}"), of)
