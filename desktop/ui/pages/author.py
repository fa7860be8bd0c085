"""Where a trainer makes a course."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.page import Page
from desktop.ui.widgets.page_column import PageColumn, titled


class AuthorPage(Page):
    """Shows a course that is being made."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        page = PageColumn("Make a course")
        page.add(titled("Make a course"))
        page.end()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
