from __future__ import annotations

import pytest

from desktop.ui.editor import AnswerEditor


class AskedFor:
    """Answers the editor's questions the way the person of this test does."""

    def __init__(self) -> None:
        self.answer: str | None = None
        self.shown = ""

    def ask_text(self, title, label, text="", *, yes="OK", multiline=False):
        self.shown = text
        return self.answer


@pytest.fixture
def dialogs() -> AskedFor:
    return AskedFor()


@pytest.fixture
def editor(qtbot, dialogs) -> AnswerEditor:
    made = AnswerEditor(dialogs=dialogs)
    qtbot.addWidget(made)
    made.resize(600, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made
