"""What learners handed in, as a table."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.page import Page
from desktop.ui.widgets.page_column import PageColumn, titled


class CollectedPage(Page):
    """Where a trainer collects, reads and comments."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        page = PageColumn("Learners' work")
        page.add(titled("Learners' work"))
        page.end()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
