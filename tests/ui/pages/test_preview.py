from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QTextBlock, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from desktop.core.edits import (
    MarkAnswer,
    SaveRecommendation,
    SetBody,
    SetKeyPoint,
    SetResponseText,
    response_scope,
)
from desktop.core.response import AnswerMark, Recommendation, Response
from desktop.core.rules import Authority, Rule, Strength
from desktop.core.rules_edits import SetCallRule
from desktop.markup.counting import document_words
from desktop.session import Session
from desktop.ui.pages.export_options import export_options
from desktop.ui.pages.preview import PreviewPage
from desktop.ui.place import PageId, Place

LOCATOR = "[@altogether-better-bs69, para. 2]"


@pytest.fixture
def written(session: Session, response: Response) -> Response:
    session.apply(SetKeyPoint(response.id, "1", "Groups need rooms."))
    for number in ("1", "2", "3"):
        text = "\n\n".join(f"Answer {number}, paragraph {n}. {LOCATOR}" for n in range(12))
        session.apply(SetBody(response.id, number, text))
    session.apply(MarkAnswer(response.id, "4", AnswerMark.SKIPPED, "not our field"))
    item = Recommendation("r", response.id, "2", "Ministers", "fund rooms", "June")
    session.apply(SaveRecommendation(response.id, item))
    session.apply(SetResponseText(response.id, "oral_evidence", "How a hall is run."))
    return response


@pytest.fixture
def page(written: Response, show: Callable[..., PreviewPage], qtbot: QtBot) -> PreviewPage:
    page = show(PreviewPage, Place(PageId.PREVIEW, written.id))
    qtbot.waitUntil(lambda: bool(words(page)))
    return page


def words(page: PreviewPage) -> str:
    return page.paper.text.toPlainText()


def blocks(document: QTextDocument) -> list[QTextBlock]:
    return [document.findBlockByNumber(at) for at in range(document.blockCount())]


def click_on(page: PreviewPage, qtbot: QtBot, text: str) -> None:
    browser = page.paper.text
    cursor = browser.document().find(text)
    assert not cursor.isNull(), text
    cursor.setPosition(cursor.selectionStart())
    browser.setTextCursor(cursor)
    browser.ensureCursorVisible()
    where = browser.cursorRect(cursor).center() + QPoint(12, 0)
    qtbot.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_the_document_is_shown_as_it_will_be_exported(page: PreviewPage) -> None:
    text = words(page)
    assert text.startswith("Written evidence submitted by Fernbrook Community Trust")
    assert "Groups need rooms." in text
    assert "Ministers should fund rooms by June (paragraph" in text


def test_how_long_the_document_is_agrees_with_the_header_and_says_why_it_is_more(
    page: PreviewPage, written: Response, session: Session
) -> None:
    yours = document_words(session.draft(written.id))
    assert page.said.text().endswith(
        " words in the document with headings and the questions, without footnotes; "
        f"{yours} of them are yours. Click a paragraph to edit it."
    )
    assert "Headings, the questions and footnotes are not counted." in page.said.toolTip()
    assert page.said.accessibleDescription() == page.said.toolTip()


def test_the_page_is_white_with_black_words_whatever_the_theme(page: PreviewPage) -> None:
    image = page.paper.text.viewport().grab().toImage()
    assert image.pixelColor(image.width() - 6, 6) == QColor("white")
    assert "color: black" in page.paper.text.styleSheet()


@pytest.mark.parametrize(
    ("text", "target", "item"),
    [
        ("Answer 3, paragraph 2", PageId.QUESTION, "3"),
        ("Answer 1, paragraph 0", PageId.QUESTION, "1"),
        ("We run a village hall", PageId.ABOUT, ""),
        ("Ministers should", PageId.RECOMMENDATIONS, ""),
        ("How a hall is run", PageId.ABOUT, ""),
    ],
)
def test_a_click_on_a_paragraph_goes_where_it_is_written(
    page: PreviewPage,
    qtbot: QtBot,
    visited: list[Place],
    written: Response,
    text: str,
    target: PageId,
    item: str,
) -> None:
    click_on(page, qtbot, text)
    assert visited == [Place(target, written.id, item)]


def test_a_click_on_a_footnote_goes_to_the_answer_that_cites_it(
    page: PreviewPage, qtbot: QtBot, visited: list[Place], written: Response
) -> None:
    browser = page.paper.text
    browser.moveCursor(QTextCursor.MoveOperation.End)
    browser.ensureCursorVisible()
    where = browser.cursorRect().center() - QPoint(20, 0)
    qtbot.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert visited == [Place(PageId.QUESTION, written.id, "3")]


def test_each_footnote_belongs_to_the_answer_that_cites_it(
    page: PreviewPage, written: Response
) -> None:
    document = page.paper.text.document()
    notes = [block for block in blocks(document) if "Altogether Better, " in block.text()]
    assert page._places is not None
    places = [page._places.at(block.position() + 4) for block in notes[-36:]]
    expected = [number for number in "123" for _ in range(12)]
    assert places == [Place(PageId.QUESTION, written.id, number) for number in expected]


def test_the_heading_of_the_footnotes_leads_nowhere(page: PreviewPage) -> None:
    document = page.paper.text.document()
    heading = [block for block in blocks(document) if block.blockFormat().headingLevel() == 4][-1]
    assert page._places is not None
    assert page._places.at(heading.position()) is None


def test_selecting_words_to_copy_goes_nowhere(
    page: PreviewPage, qtbot: QtBot, visited: list[Place]
) -> None:
    viewport = page.paper.text.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(80, 80))
    qtbot.mouseMove(viewport, QPoint(300, 140))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 140))
    assert visited == []


def test_the_button_leads_to_the_part_in_view(
    written: Response, show: Callable[..., PreviewPage], qtbot: QtBot, visited: list[Place]
) -> None:
    page = show(PreviewPage, Place(PageId.PREVIEW, written.id, "2"))
    qtbot.waitUntil(lambda: page.edit_button.text() == "Edit answer 2")
    page.edit_button.click()
    assert visited == [Place(PageId.QUESTION, written.id, "2")]
    page.paper.text.verticalScrollBar().setValue(0)
    assert page.edit_button.text() == "Edit about us"


def test_options_change_the_document_and_are_kept(
    page: PreviewPage, session: Session, qtbot: QtBot
) -> None:
    assert "Sources" not in words(page).splitlines()
    page.options.boxes["list_of_sources"].click()
    qtbot.waitUntil(lambda: "Sources" in words(page).splitlines())
    page.options.boxes["skipped_named"].click()
    qtbot.waitUntil(lambda: "not our field" in words(page))
    assert session.setting("export.options") == {
        "numbers_as_text": False,
        "list_of_sources": True,
        "skipped_named": True,
    }


def test_a_change_elsewhere_is_followed_without_losing_the_place(
    page: PreviewPage, session: Session, written: Response, qtbot: QtBot
) -> None:
    bar = page.paper.text.verticalScrollBar()
    bar.setValue(200)
    session.apply(SetKeyPoint(written.id, "1", "Groups need rooms and workers."))
    qtbot.waitUntil(lambda: "Groups need rooms and workers." in words(page))
    assert bar.value() == 200


def test_strange_settings_do_not_stop_the_preview(
    session: Session, written: Response, show: Callable[..., PreviewPage], qtbot: QtBot
) -> None:
    session.set_setting("export.options", ["nonsense"])
    page = show(PreviewPage, Place(PageId.PREVIEW, written.id))
    qtbot.waitUntil(lambda: bool(words(page)))
    assert not page.options.boxes["numbers_as_text"].isChecked()


def test_a_template_that_is_gone_gives_a_sentence(
    session: Session, written: Response, show: Callable[..., PreviewPage], qtbot: QtBot
) -> None:
    from dataclasses import replace

    session.paths = replace(session.paths, content=session.paths.data)
    page = show(PreviewPage, Place(PageId.PREVIEW, written.id))
    qtbot.waitUntil(lambda: "A template cannot be used" in page.said.text())


def test_what_the_rules_of_the_call_settle_cannot_be_chosen_and_is_not_kept_for_others(
    page: PreviewPage, session: Session, written: Response, qtbot: QtBot
) -> None:
    box = page.options.boxes["numbers_as_text"]
    assert box.isEnabled()
    rule = Rule(
        "numbers-as",
        "As text, please.",
        Strength.SHOULD,
        Authority.OFFICIAL,
        "The call",
        "",
        date(2027, 1, 4),
        choices=("text",),
    )
    session.apply(SetCallRule(written.id, written.consultation, rule))
    assert box.isChecked()
    assert not box.isEnabled()
    assert "The rules of this call" in box.toolTip()
    page.options.boxes["skipped_named"].click()
    qtbot.waitUntil(lambda: "not our field" in words(page))
    assert not export_options(session).numbers_as_text
    session.undo(response_scope(written.id))
    assert box.isEnabled()
    assert not box.isChecked()
