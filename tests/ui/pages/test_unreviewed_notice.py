from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.drafting_edits import AssembleDraft, Fill, Inserted
from desktop.core.edits import SetBody, SetResponseText
from desktop.core.response import Response
from desktop.session import Session
from desktop.ui.pages.export import ExportPage
from desktop.ui.pages.export_document import FOLDER
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs

FILLS = (
    Fill("2", "", "Halls close.", (Inserted("a", "Halls close."),)),
    Fill("4", "", "One.\n\nTwo.", (Inserted("b", "One."), Inserted("c", "Two."))),
)
SAID = "3 pieces of the first draft are unreviewed, at questions 2 and 4."


@pytest.fixture
def drafted(session: Session, response: Response) -> Response:
    session.apply(AssembleDraft(response.id, FILLS))
    return response


@pytest.fixture
def export_page(
    show: Callable[..., Any], session: Session, drafted: Response, tmp_path: Path
) -> ExportPage:
    session.set_setting(FOLDER, str(tmp_path))
    session.apply(SetBody(drafted.id, "1", "Ours."))
    session.apply(SetResponseText(drafted.id, "reason", "We run a hall."))
    page: ExportPage = show(ExportPage, Place(PageId.EXPORT, drafted.id))
    return page


def test_the_export_page_warns_on_both_its_tabs(export_page: ExportPage, qtbot: QtBot) -> None:
    assert export_page.unreviewed.said.text() == SAID
    export_page.tabs.choose(1)
    qtbot.waitUntil(lambda: len(export_page.forms.cards) == 9)
    signs = [card.unreviewed.text() for card in export_page.forms.cards]
    shown = [not card.unreviewed.isHidden() for card in export_page.forms.cards]
    assert [place for place, there in enumerate(shown, 1) if there] == [2, 4]
    assert signs[3] == "! 2 unreviewed"


def test_exporting_asks_first_and_leads_to_what_nobody_has_read(
    export_page: ExportPage,
    drafted: Response,
    dialogs: FakeDialogs,
    visited: list[Place],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    # The example has no summary yet, which is asked about before.
    dialogs.texts, dialogs.confirms = ["For the chair."], [False]
    export_page.document.export()
    qtbot.waitUntil(lambda: bool(visited))
    _, title, message = dialogs.asked[-1]
    assert title == "Nobody has read these pieces yet"
    assert message.startswith(SAID)
    assert visited == [Place(PageId.QUESTION, drafted.id, "2")]
    assert not list(tmp_path.glob("*.docx"))


def test_exporting_goes_on_where_the_person_says_so(
    export_page: ExportPage, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    dialogs.texts, dialogs.confirms = ["For the chair."], [True]
    export_page.document.export()
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.docx"))))
    qtbot.waitUntil(lambda: "Saved as" in export_page.document.said.text())
