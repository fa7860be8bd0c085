"""The review of a response in which nothing is answered, and of one in which something is again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.core.edits import MarkAnswer, SetBody
from desktop.core.response import AnswerMark, Response
from desktop.session import Session
from desktop.ui.pages.review import ReviewPage
from desktop.ui.place import PageId, Place
from tests.export import reading
from tests.ui.fakes import FakeDialogs

NONE = "None of the 9 questions is answered yet."


def test_the_report_says_so_on_screen_and_in_its_document_and_maps_nothing(
    session: Session,
    response: Response,
    show: Callable[..., ReviewPage],
    qtbot: QtBot,
    dialogs: FakeDialogs,
    tmp_path: Path,
) -> None:
    page = show(ReviewPage, Place(PageId.REVIEW, response.id))
    qtbot.waitUntil(lambda: NONE[1:] in page.verdict.text())
    assert page.verdict.text() == f"Not ready to be sent: n{NONE[1:]}"
    assert page.map.nothing.text() == NONE
    assert all(card.isHidden() for card in page.map.cards)
    assert page.map.only_gaps.isHidden()
    file = tmp_path / "report.docx"
    dialogs.saves.append(file)
    page.save_button.click()
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(lambda: bool(dialogs.notices))
    assert page.verdict.text() in reading.paragraphs(file.read_bytes())

    session.apply(MarkAnswer(response.id, "1", AnswerMark.SKIPPED, "Not our field."))
    qtbot.waitUntil(lambda: any(not card.isHidden() for card in page.map.cards))
    assert page.map.nothing.text() == NONE
    session.apply(SetBody(response.id, "2", "Our hall shut in May."))
    qtbot.waitUntil(lambda: page.map.nothing.isHidden())
    assert not page.map.only_gaps.isHidden()
    assert len([card for card in page.map.cards if not card.isHidden()]) == 9
