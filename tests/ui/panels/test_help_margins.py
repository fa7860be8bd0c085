from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.response import Response
from desktop.ui.appearance import Appearance, ThemeChoice
from desktop.ui.context import Context
from desktop.ui.panels.help import HelpPanel
from desktop.ui.place import PageId, Place


def test_what_a_tab_shows_stays_in_its_place_when_the_theme_changes(
    appearance: Appearance, qtbot: QtBot, context: Context, response: Response
) -> None:
    panel = HelpPanel(context)
    qtbot.addWidget(panel)
    panel.resize(396, 760)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.open(Place(PageId.QUESTION, response.id, "2"))

    def left() -> int:
        QApplication.processEvents()
        return panel.evidence.mapTo(panel, QPoint(0, 0)).x()

    before = left()
    appearance.choose(ThemeChoice.DARK)
    assert left() == before
    assert before > 8
