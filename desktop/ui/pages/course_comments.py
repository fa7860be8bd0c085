"""What a trainer said of the learner's words, beside them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.page import Page
from desktop.ui.widgets.page_column import PageColumn, titled


class CommentsPage(Page):
    """Shows the comments that came back."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        page = PageColumn("Comments on your work")
        page.add(titled("Comments on your work"))
        page.end()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
