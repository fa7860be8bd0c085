"""The panels on the side sheets: made when first needed, shown where they help."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.ui.body import Body, Side
from desktop.ui.context import Context
from desktop.ui.memory import Memory
from desktop.ui.navigation import Navigation
from desktop.ui.place import RESPONSE_PAGES, PageId, Place

_TAB = "tab"
_FIRST_TAB = "Evidence"
_WALK, _COURSE = "walk.WalkPanel", "course_walk.CourseWalk"


class SidePanels(QObject):
    """Shows the list of questions on every page of a response, the steps beside a course, and the
    help panel beside a question.
    """

    def __init__(self, context: Context, body: Body, navigation: Navigation) -> None:
        super().__init__(body)
        self._context = context
        self._body = body
        self._navigation = navigation
        self._panels: dict[Side, Any] = {}
        self._lefts: dict[str, Any] = {}
        if context.checks is not None:
            # A drawer would lie over the words that are wanted.
            context.checks.wanted.connect(lambda _finding: body.close_drawer(Side.RIGHT))

    def show_place(self, place: Place) -> None:
        """Follow the person to a place."""
        in_response = place.page in RESPONSE_PAGES
        at_question = place.page is PageId.QUESTION
        in_course = place.page is PageId.COURSE
        if in_response or in_course:
            self._show_left(_COURSE if in_course else _WALK)
            self._panel(Side.LEFT).open(place)
        if at_question:
            self._panel(Side.RIGHT)  # follows the question page by itself, once they have met
        self._body.offer(Side.LEFT, in_response or in_course)
        self._body.offer(Side.RIGHT, at_question)

    def panel(self, side: Side) -> QWidget | None:
        """Return the panel of a side if it has been needed yet."""
        return self._panels.get(side)

    def focus(self, side: Side) -> None:
        """Show a side if it is hidden and give it the keyboard."""
        if not self._body.offered(side):
            return
        self._body.show_side(side)
        panel = self._panel(side)
        if side is Side.LEFT:
            panel.focus_list()
        else:
            self._body.focus_side(side)

    def show_tab(self, number: int) -> None:
        """Show a tab of the help panel, counted from 0."""
        if self._body.offered(Side.RIGHT):
            self._body.show_side(Side.RIGHT)
            self._panel(Side.RIGHT).show_tab(number)

    def show_checks(self) -> bool:
        """Show the checks of the whole response; tell whether there is a panel for that here."""
        if not self._body.offered(Side.RIGHT):
            return False
        self._body.show_side(Side.RIGHT)
        self._panel(Side.RIGHT).show_checks()
        return True

    def remember(self, memory: Memory) -> None:
        """Note which tab is in front."""
        panel = self._panels.get(Side.RIGHT)
        if panel is not None:
            memory.put(_TAB, str(panel.tab().value))

    def _panel(self, side: Side) -> Any:
        if side is Side.LEFT and side not in self._panels:
            self._show_left(_WALK)
        elif side not in self._panels:
            self._panels[side] = panel = self._make()
            self._body.sheets[side].put(panel)
        return self._panels[side]

    def _show_left(self, kind: str) -> None:
        """Have the list of questions at the left, or that of the steps of a course."""
        if kind not in self._lefts:
            module, _, name = kind.rpartition(".")
            made = getattr(import_module(f"desktop.ui.panels.{module}"), name)
            self._lefts[kind] = panel = made(self._context)
            panel.go.connect(self._context.go)
            self._body.sheets[Side.LEFT].put(panel)
        self._panels[Side.LEFT] = self._lefts[kind]
        for each, panel in self._lefts.items():
            panel.setVisible(each == kind)

    def _make(self) -> Any:
        panel = import_module("desktop.ui.panels.help").HelpPanel(self._context)
        if self._context.memory is not None:
            with suppress(ValueError):  # a tab of another version
                panel.show_tab(self._context.memory.text(_TAB) or _FIRST_TAB)
        # A sentence that was begun is to be gone on with: nothing may lie over it.
        panel.start.connect(lambda _: self._body.close_drawer(Side.RIGHT))
        self._meet(panel, self._navigation.page)
        return panel

    def _meet(self, panel: Any, question_page: Any) -> None:
        """Let the question page write for the help panel, and the panel come when the page asks."""
        question_page.attach(panel)
        question_page.help_wanted.connect(lambda _tab: self._body.show_side(Side.RIGHT))
