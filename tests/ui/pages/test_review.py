from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.core.budget import Budget
from desktop.core.consultation import Limit, LimitUnit
from desktop.core.edits import (
    MarkAnswer,
    SaveRecommendation,
    SetBody,
    SetKeyPoint,
    SetOrganisationField,
)
from desktop.core.finding import Finding, FindingLevel
from desktop.core.response import AnswerMark, Recommendation, Response
from desktop.core.rules import Authority, Part, Rule, Strength
from desktop.core.wording import HouseRules
from desktop.core.wording_edits import SaveHouseRules
from desktop.session import Session
from desktop.ui.models.question_rows import Examined, missing_words, question_rows
from desktop.ui.models.questions_table import QuestionsTableModel
from desktop.ui.pages.finding_places import place_of, place_words
from desktop.ui.pages.review import ReviewPage
from desktop.ui.pages.review_findings import authority_words, quoted
from desktop.ui.place import PageId, Place
from desktop.ui.widgets.budget_bar import BudgetBar, budget_words
from tests.ui.fakes import FakeDialogs


@pytest.fixture
def written(session: Session, response: Response) -> Response:
    session.apply(SetKeyPoint(response.id, "1", "Groups need rooms."))
    session.apply(
        SetBody(response.id, "1", "We know of 40 groups. [@altogether-better-bs69, heading 1]")
    )
    session.apply(MarkAnswer(response.id, "1", AnswerMark.READY))
    session.apply(SetBody(response.id, "2", "Call 01632 960001 to hear more about our work."))
    session.apply(MarkAnswer(response.id, "5", AnswerMark.SKIPPED, "not our field"))
    return response


@pytest.fixture
def page(written: Response, show: Callable[..., ReviewPage], qtbot: QtBot) -> ReviewPage:
    page = show(ReviewPage, Place(PageId.REVIEW, written.id))
    qtbot.waitUntil(lambda: bool(page.findings.list.cards()))
    return page


def cells(page: ReviewPage, row: int) -> list[str]:
    return [
        page.questions.model.index(row, column).data()
        for column in range(page.questions.model.columnCount())
    ]


def test_the_table_is_a_sound_model(
    qtmodeltester: ModelTester, session: Session, written: Response
) -> None:
    model = QuestionsTableModel()
    qtmodeltester.check(model)
    model.show(question_rows(session.draft(written.id), Examined()))
    qtmodeltester.check(model)


def test_every_question_shows_state_words_key_point_citations_and_what_to_mend(
    page: ReviewPage,
) -> None:
    assert page.questions.model.rowCount() == 9
    heading, state, words, key_point, citations, _ = cells(page, 0)
    assert heading.startswith("1  ")
    assert (state, words, key_point, citations) == ("✓ Ready", "8 of about 330", "Yes", "1")
    assert cells(page, 1)[1:5] == ["● Drafting", "9 of about 330", "No", "0"]
    skipped = cells(page, 4)
    assert skipped[0].endswith("\nSkipped: not our field")
    assert skipped[1:5] == ["– Skipped", "", "", ""]


def test_what_is_missing_and_the_words_used_are_said_in_sentences(page: ReviewPage) -> None:
    assert page.questions.progress.text() == "1 of 9 questions ready, 1 skipped."
    assert page.questions.missing.text() == (
        "Still to do: 6 questions not started, 1 answer in draft, 1 answer without a key point."
    )
    assert page.questions.budget.words.text() == (
        "25 of 3,000 words used, 2,975 left (advice, not a fixed limit)."
    )
    assert page.questions.budget.bar.value() == 25


def test_findings_come_with_place_remedy_authority_and_date_checked_errors_first(
    page: ReviewPage,
) -> None:
    first = page.findings.list.cards()[0]
    level, where, sentence, remedy, authority = first.words()
    assert level == "✕ Must be mended"
    assert where.startswith("Question 2: ")
    assert "01632 960001" in sentence
    assert remedy.startswith("Take it out")
    assert "(checked " in authority
    assert first.address.text().startswith('<a href="http')
    assert "must be mended" in page.findings.said.text()


def test_a_question_can_be_read_in_a_narrow_table_of_large_text(
    page: ReviewPage, qtbot: QtBot
) -> None:
    table = page.questions.table
    font = table.font()
    font.setPixelSize(26)
    table.setFont(font)
    page.tabs.choose(3)
    page.resize(600, 500)
    page.show()
    qtbot.waitUntil(lambda: table.horizontalHeader().length() > table.viewport().width())
    assert table.columnWidth(0) > 200
    page.resize(2000, 500)
    qtbot.waitUntil(lambda: table.columnWidth(0) > 800)
    assert table.horizontalHeader().length() == table.viewport().width()


def test_two_authorities_stand_on_a_line_each_and_a_quotation_keeps_its_own_marks() -> None:
    rule = Rule(
        "contact-details",
        "Keep contact details in the letter.",
        Strength.MUST,
        Authority.OFFICIAL,
        "Guide for witnesses",
        "https://example.org",
        date(2026, 11, 23),
    )
    finding = Finding(
        "contact-details",
        FindingLevel.ERROR,
        Part.ANSWERS,
        "A sentence.",
        "A remedy.",
        rule=rule,
        authority="Guide for Lords witnesses",
    )
    assert authority_words(finding).splitlines() == [
        "Guide for witnesses: Keep contact details in the letter. (checked 23 November 2026)",
        "Guide for Lords witnesses.",
    ]
    assert quoted("“I can no longer go out at all”, …") == "“I can no longer go out at all”, …"
    assert quoted("many people") == "“many people”"


def test_enter_and_a_click_on_a_finding_go_where_it_is_mended(
    page: ReviewPage, visited: list[Place], written: Response, qtbot: QtBot
) -> None:
    card = page.findings.list.cards()[0]
    card.where.setFocus()
    qtbot.keyClick(card.where, Qt.Key.Key_Return)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert visited == [Place(PageId.QUESTION, written.id, "2")] * 2


def test_enter_in_the_table_goes_to_the_question(
    page: ReviewPage, visited: list[Place], written: Response, qtbot: QtBot
) -> None:
    page.tabs.choose(3)
    page.questions.table.setFocus()
    page.questions.table.setCurrentIndex(page.questions.model.index(2, 0))
    qtbot.keyClick(page.questions.table, Qt.Key.Key_Return)
    assert visited == [Place(PageId.QUESTION, written.id, "3")]
    page.questions.table.activated.emit(QModelIndex())
    assert len(visited) == 1


def test_mending_something_is_noticed(
    page: ReviewPage, session: Session, written: Response, qtbot: QtBot
) -> None:
    session.apply(SetBody(written.id, "2", "We saw it ourselves."))
    qtbot.waitUntil(
        lambda: not any("01632" in card.sentence.text() for card in page.findings.list.cards())
    )
    assert cells(page, 1)[2] == "4 of about 330"


def test_the_rules_of_the_body_have_a_tab_of_their_own(
    page: ReviewPage, session: Session, written: Response
) -> None:
    rules = session.draft(written.id).rules.rules
    page.tabs.choose(4)
    texts = " ".join(label.text() for label in page.rules.findChildren(QLabel))
    assert rules[0].says in texts.replace("\u200b", "")


def test_the_buttons_lead_to_preview_and_export(
    page: ReviewPage, visited: list[Place], written: Response
) -> None:
    page.preview_button.click()
    page.export_button.click()
    assert visited == [Place(PageId.PREVIEW, written.id), Place(PageId.EXPORT, written.id)]


def test_the_report_says_what_is_ready_and_leads_to_what_is_not(
    page: ReviewPage, visited: list[Place], written: Response
) -> None:
    assert page.verdict.text().startswith("Not ready to be sent: ")
    rows = {row.words()[1]: row for row in page.report.lines if not row.isHidden()}
    assert rows["Organisation"].words()[0] == "✓ Ready"
    assert rows["Answers"].words()[0] == "✕ Still open"
    assert rows["Answers"].words()[2] == (
        "1 of 9 questions ready, 1 skipped, 1 in draft, 6 not started."
    )
    rows["Answers"].button.click()
    rows["Why we are submitting"].button.click()
    assert visited == [
        Place(PageId.QUESTION, written.id, "2"),
        Place(PageId.ABOUT, written.id),
    ]
    rows["Checks"].button.click()
    assert page.tabs.current is page.findings
    assert page.report.history.text() == "Nothing has been written or sent yet."
    page.report.sent_button.click()
    assert visited[-1] == Place(PageId.EXPORT, written.id, "sent")


def test_the_evidence_map_shows_each_argument_with_its_gaps(
    page: ReviewPage, visited: list[Place], written: Response
) -> None:
    first, second = page.map.cards[:2]
    assert first.gaps.text() == "! 2 gaps"
    names = [name for name, _ in first.words()]
    assert names == ["Key point", "Evidence", "The other side", "Recommendation"]
    assert first.words()[0][1] == "Groups need rooms."
    assert "Altogether Better" in first.words()[1][1]
    assert first.words()[2][1].startswith("✕ Missing.")
    second.title.click()
    assert visited == [Place(PageId.QUESTION, written.id, "2")]
    page.map.only_gaps.click()
    skipped = page.map.cards[4]
    assert skipped.isHidden()
    assert not first.isHidden()


def test_who_approves_is_named_and_the_approval_ends_with_the_text(
    page: ReviewPage, session: Session, written: Response, qtbot: QtBot
) -> None:
    card = page.report.sign_off
    assert card.state.text() == "– Not asked for"
    assert not card.approve_button.isEnabled()
    qtbot.keyClicks(card.who, "Una Marsh")
    qtbot.keyClicks(card.role, "Chair")
    page.flush()
    assert card.state.text() == "✕ Not approved yet"
    card.approve_button.click()
    assert card.state.text() == "✓ Approved"
    assert card.said.text() == "Una Marsh (Chair) approved this text on 23 November 2026."
    assert card.approve_button.isHidden()
    session.apply(SetBody(written.id, "3", "Another answer."))
    assert card.state.text() == "! Changed since"
    card.withdraw_button.click()
    assert card.state.text() == "✕ Not approved yet"
    qtbot.keyClicks(card.who, " Oak")
    page.flush()
    sign_off = session.draft(written.id).sign_off
    assert sign_off is not None
    assert (sign_off.who, sign_off.approved) == ("Una Marsh Oak", None)


def test_who_approves_by_the_house_rules_is_said_before_what_the_organisation_says(
    page: ReviewPage, session: Session, written: Response
) -> None:
    card = page.report.sign_off
    session.apply(SetOrganisationField(written.organisation, "sign_off", "The director"))
    assert card.policy.text() == "Your organisation says: The director"
    said = 'format = 1\nversion = 1\n[sign_off]\nwho = "The chair"\ndays = 1\n'
    now = session.clock()
    session.apply(SaveHouseRules(HouseRules("h", written.organisation, "orders.toml", said, now)))
    assert card.policy.text() == "Your house rules say: The chair, 1 day before it closes."
    assert card.state.text() == "✕ Not approved yet"


def test_after_an_approval_the_keyboard_is_where_it_can_be_taken_back(
    page: ReviewPage, qtbot: QtBot
) -> None:
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    card = page.report.sign_off
    qtbot.keyClicks(card.who, "Una Marsh")
    page.flush()
    card.approve_button.setFocus()
    qtbot.keyClick(card.approve_button, Qt.Key.Key_Space)
    assert card.withdraw_button.hasFocus()
    qtbot.keyClick(card.withdraw_button, Qt.Key.Key_Space)
    assert card.approve_button.hasFocus()


def test_the_report_is_saved_as_a_document(
    page: ReviewPage, dialogs: FakeDialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    page.save_button.click()
    assert dialogs.asked[0][2].endswith(" - report.docx")
    dialogs.saves = [tmp_path / "for the chair"]
    page.save_button.click()
    qtbot.waitUntil(lambda: bool(dialogs.notices))
    assert dialogs.notices == ["Saved: for the chair.docx"]
    text = [p.text for p in Document(str(tmp_path / "for the chair.docx")).paragraphs]
    assert text[0] == "Submission report: Fernbrook Community Trust"
    dialogs.saves = [tmp_path / "for the chair.docx"] * 2
    page.save_button.click()
    qtbot.waitUntil(lambda: dialogs.risky == ["Replace the file?"])
    dialogs.confirms = [True]
    page.save_button.click()
    qtbot.waitUntil(lambda: len(dialogs.notices) == 2)
    dialogs.saves = [tmp_path / "gone" / "report.txt"]
    page.save_button.click()
    qtbot.waitUntil(lambda: bool(dialogs.errors))
    assert "is not there" in dialogs.errors[0].message


def test_a_finding_is_dismissed_with_a_reason_and_brought_back(
    page: ReviewPage, session: Session, written: Response, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page._checks.known)
    page.tabs.choose(1)
    card = page.findings.list.cards()[0]
    dialogs.texts = ["It is the number of the committee."]
    card.dismiss_button.click()
    qtbot.waitUntil(lambda: not page.findings.dismissed.isHidden())
    assert session.draft(written.id).dismissals[0].reason == "It is the number of the committee."
    page.findings.dismissed.fold_button.click()
    page.findings.dismissed.cards()[0].back_button.click()
    assert session.draft(written.id).dismissals == ()


def test_every_part_of_a_submission_has_a_place_to_mend_it(
    session: Session, written: Response
) -> None:
    item = Recommendation("r", written.id, "2", "Ministers")
    session.apply(SaveRecommendation(written.id, item))
    draft = session.draft(written.id)

    def of(part: Part, question: str = "") -> tuple[str, Place | None]:
        finding = Finding("c", FindingLevel.NUDGE, part, "s", "r", question)
        return place_words(finding, draft), place_of(finding, draft)

    assert of(Part.TITLE) == ("Organisation", Place(PageId.ORGANISATIONS, item="fernbrook"))
    assert of(Part.ABOUT) == ("About us", Place(PageId.ABOUT, written.id))
    assert of(Part.SUMMARY) == ("Summary", Place(PageId.SUMMARY, written.id))
    assert of(Part.SUMMARY, "2")[1] == Place(PageId.QUESTION, written.id, "2")
    assert of(Part.RECOMMENDATIONS, "2")[1] == Place(PageId.RECOMMENDATIONS, written.id)
    assert of(Part.ANSWERS) == ("The whole submission", None)


@pytest.mark.parametrize(
    ("used", "limit", "words"),
    [
        (1, None, "1 word; no limit is set."),
        (10, Limit(300, hard=True), "10 of 300 words used, 290 left (a fixed limit)."),
        (310, Limit(300, hard=True), "310 of 300 words used, 10 too many (a fixed limit)."),
        (
            10,
            Limit(6, LimitUnit.PAGES),
            "10 words; the limit is 6 pages (advice, not a fixed limit).",
        ),
    ],
)
def test_the_word_budget_is_said_in_words(
    qtbot: QtBot, used: int, limit: Limit | None, words: str
) -> None:
    assert budget_words(Budget(used, limit)) == words
    bar = BudgetBar()
    qtbot.addWidget(bar)
    bar.show_budget(Budget(used, limit))
    counts_words = limit is not None and limit.unit is LimitUnit.WORDS
    assert bar.bar.isHidden() is not counts_words


def test_nothing_is_said_to_be_missing_where_nothing_is(
    session: Session, response: Response
) -> None:
    for question in session.draft(response.id).consultation.questions:
        session.apply(MarkAnswer(response.id, question.number, AnswerMark.READY))
    assert missing_words(question_rows(session.draft(response.id), Examined())) == ""


def test_an_approval_that_is_missing_is_gone_to_where_it_is_given(
    page: ReviewPage, session: Session, written: Response, visited: list[Place], qtbot: QtBot
) -> None:
    organisation = session.draft(written.id).organisation.id
    session.apply(SetOrganisationField(organisation, "sign_off", "The chair"))
    cards = page.findings.list.cards
    qtbot.waitUntil(lambda: any(card.where.text() == "Approval" for card in cards()))
    page.tabs.choose(1)
    next(card for card in cards() if card.where.text() == "Approval").where.click()
    assert visited == [Place(PageId.REVIEW, written.id)]
    qtbot.waitUntil(page.report.isVisible)
    assert page.report.sign_off.who.hasFocus()
