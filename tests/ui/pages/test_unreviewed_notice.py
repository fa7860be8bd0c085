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
from desktop.ui.pages.review import ReviewPage
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


def test_the_review_names_the_questions_and_leads_to_the_first(
    show: Callable[..., Any], drafted: Response, visited: list[Place], qtbot: QtBot
) -> None:
    page: ReviewPage = show(ReviewPage, Place(PageId.REVIEW, drafted.id))
    assert page.unreviewed.isVisible()
    assert page.unreviewed.said.text() == SAID
    assert page.unreviewed.button.text() == "Go to question 2"
    page.unreviewed.button.click()
    assert visited == [Place(PageId.QUESTION, drafted.id, "2")]


def test_the_notice_goes_once_all_is_reviewed(
    show: Callable[..., Any], session: Session, drafted: Response
) -> None:
    page: ReviewPage = show(ReviewPage, Place(PageId.REVIEW, drafted.id))
    session.apply(SetBody(drafted.id, "2", "Our halls close."))
    assert page.unreviewed.said.text().endswith("at question 4.")
    session.apply(SetBody(drafted.id, "4", "Ours."))
    assert not page.unreviewed.isVisible()


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
    dialogs.confirms = [True, False]
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
    dialogs.confirms = [True, True]
    export_page.document.export()
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.docx"))))
    qtbot.waitUntil(lambda: "Saved as" in export_page.document.said.text())
