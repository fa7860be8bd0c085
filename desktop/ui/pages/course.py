"""A course that is practised: its units and steps, and the step at hand."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.page import Page
from desktop.ui.widgets.page_column import PageColumn, titled


class CoursePage(Page):
    """Shows one step at a time."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        page = PageColumn("Course")
        page.add(titled("Course"))
        page.end()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
