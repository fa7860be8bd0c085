"""Opening the window of a first draft."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from desktop.ui.context import Context
from desktop.ui.first_draft.window import FirstDraftWindow


def offer_first_draft(
    context: Context, response: str, numbers: Collection[str] | None, parent: QWidget
) -> FirstDraftWindow:
    """Show what a first draft of these Questions (None = all) would be; what is typed must be saved
    before.
    """
    draft = context.session.draft(response)
    wanted = [question.number for question in draft.consultation.questions]
    if numbers is not None:
        wanted = [number for number in wanted if number in numbers]
    window = FirstDraftWindow(context, draft, wanted, parent)
    window.open()
    return window
