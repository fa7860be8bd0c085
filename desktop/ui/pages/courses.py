"""The courses there are, and those that were begun."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.page import Page
from desktop.ui.widgets.page_column import PageColumn, titled


class CoursesPage(Page):
    """Where a course is begun or gone on with."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        page = PageColumn("Courses")
        page.add(titled("Courses"))
        page.end()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
