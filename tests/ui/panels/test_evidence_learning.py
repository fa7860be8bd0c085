"""What the panel learns from what a person does with a piece, and how that is taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.consultation import question_ref
from desktop.core.edits import SetBody, response_scope
from desktop.core.learning_edits import NoteVerdict
from desktop.core.response import Response
from desktop.core.suggesting import Noted, Verdict
from desktop.store.learning_rows import verdicts
from desktop.ui.context import Context
from desktop.ui.pages.question import QuestionPage
from desktop.ui.panels.evidence import EvidencePanel
from desktop.ui.panels.evidence_card import EvidenceCard
from desktop.ui.panels.help import HelpPanel
from tests.ui.fakes import FakeDialogs

REF = "pasc-big-society-2011#2"


@pytest.fixture
def panel(help_panel: HelpPanel, question_page: QuestionPage, qtbot: QtBot) -> EvidencePanel:
    evidence = help_panel.evidence
    qtbot.waitUntil(lambda: bool(evidence.list.fresh.cards()))
    return evidence


def said(context: Context) -> dict[str, Verdict]:
    """Return what is known of pieces at question 2."""
    noted: tuple[Noted, ...] = context.session.reading_job(verdicts)()
    return {one.piece: one.verdict for one in noted if one.ref == REF}


def piece_of(card: EvidenceCard) -> str:
    assert card.piece is not None
    return card.piece.id


def ids(panel: EvidencePanel) -> list[str]:
    return [piece_of(card) for card in panel.list.fresh.cards()]


# Not for this question


def test_a_piece_is_put_aside_in_place_and_nothing_else_moves_up(
    panel: EvidencePanel, context: Context
) -> None:
    before = ids(panel)
    card = panel.cards()[0]
    card.aside_button.click()
    assert said(context) == {before[0]: Verdict.NOT_HERE}
    assert ids(panel) == before
    assert card.is_aside
    assert card.words()[-1] == "Put aside: not for this question."
    assert not card.buttons[0].isVisible()


def test_the_keyboard_stays_where_the_piece_was_and_takes_it_back(
    panel: EvidencePanel, context: Context
) -> None:
    panel.window().activateWindow()
    card = panel.cards()[0]
    QTest.keyClick(card.aside_button, Qt.Key.Key_Return)
    assert panel.focusWidget() is card.again_button
    QTest.keyClick(card.again_button, Qt.Key.Key_Return)
    assert said(context) == {}
    assert not card.is_aside
    assert panel.focusWidget() is card.buttons[0]


def test_one_step_of_undo_offers_it_again(
    panel: EvidencePanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    before = ids(panel)
    panel.cards()[0].aside_button.click()
    scope = response_scope(response.id)
    assert context.session.undo_name(scope) == "putting a piece of evidence aside"
    context.session.undo(scope)
    assert said(context) == {}
    qtbot.waitUntil(lambda: not panel.looking and ids(panel) == before)
    qtbot.waitUntil(lambda: not panel.cards()[0].is_aside)


def test_undo_brings_it_back_also_while_the_keyboard_is_on_its_card(
    panel: EvidencePanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    with qtbot.waitActive(panel.window()):
        panel.window().activateWindow()
    QTest.keyClick(panel.cards()[0].aside_button, Qt.Key.Key_Return)
    assert panel.cards()[0].again_button.hasFocus()
    context.session.undo(response_scope(response.id))
    qtbot.waitUntil(lambda: not panel.cards()[0].is_aside)


def put_aside_before(panel: EvidencePanel, context: Context, response: Response) -> str:
    """Put the first piece aside, as on an earlier day; return its id."""
    piece = piece_of(panel.cards()[0])
    context.session.apply(NoteVerdict(piece, REF, "Words.", Verdict.NOT_HERE, response.id))
    return piece


def test_what_was_put_aside_is_folded_below_everything_else(
    panel: EvidencePanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    piece = put_aside_before(panel, context, response)
    fold = panel.list.aside.fold_button
    qtbot.waitUntil(lambda: fold.isVisible() and fold.text() == "Put aside (1)")
    assert piece not in ids(panel)
    assert panel.list.aside.cards() == []
    fold.click()
    (card,) = panel.list.aside.cards()
    assert piece_of(card) == piece
    assert card.is_aside


def test_a_piece_put_aside_before_is_offered_again_among_the_others(
    panel: EvidencePanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    piece = put_aside_before(panel, context, response)
    qtbot.waitUntil(lambda: panel.list.aside.fold_button.isVisible())
    panel.list.aside.fold_button.click()
    panel.list.aside.cards()[0].again_button.click()
    assert said(context) == {}
    qtbot.waitUntil(lambda: piece in ids(panel))
    assert not panel.list.aside.isVisible()


def test_what_is_put_aside_here_is_not_the_first_to_be_inserted(panel: EvidencePanel) -> None:
    first = panel.first()
    panel.cards()[0].aside_button.click()
    assert panel.first() not in {None, first}


def test_a_search_of_the_whole_library_does_not_ask_whether_it_suits_the_question(
    panel: EvidencePanel, qtbot: QtBot
) -> None:
    assert panel.cards()[0].aside_button.isVisible()
    panel.search_for("mutuals")
    qtbot.waitUntil(lambda: "found for “mutuals”" in panel.message)
    assert not panel.cards()[0].aside_button.isVisible()


# What helped


@pytest.mark.parametrize("button", [0, 1])
def test_inserting_or_citing_teaches_that_a_piece_helps_here(
    panel: EvidencePanel, context: Context, response: Response, button: int
) -> None:
    card = panel.cards()[0]
    card.buttons[button].click()
    assert said(context) == {piece_of(card): Verdict.HELPED}
    # The words themselves are the step that Undo knows.
    assert context.session.undo_name(response_scope(response.id)) == "change to answer 2"


def test_dropping_a_card_into_the_answer_teaches_the_same(
    panel: EvidencePanel, question_page: QuestionPage, context: Context
) -> None:
    piece = panel.cards()[1].piece
    assert piece is not None
    data = EvidenceCard.drag_data(piece)
    drop = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    question_page.sheet.editor.dropEvent(drop)
    assert said(context) == {piece.id: Verdict.HELPED}


def test_what_does_not_stay_in_the_answer_has_not_helped(
    panel: EvidencePanel, question_page: QuestionPage, context: Context, qtbot: QtBot
) -> None:
    panel.cards()[0].buttons[0].click()
    assert said(context)
    question_page.sheet.editor.undo()
    qtbot.waitUntil(lambda: not said(context))


def test_what_is_taught_for_one_question_stays_when_another_is_shown(
    panel: EvidencePanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    card = panel.cards()[0]
    piece = piece_of(card)
    card.buttons[1].click()
    panel.show_question(context.session.draft(response.id), "5")
    qtbot.waitUntil(lambda: bool(panel.cards()))
    qtbot.waitUntil(lambda: not context.jobs.working)
    assert said(context) == {piece: Verdict.HELPED}


@pytest.fixture
def taught(panel: EvidencePanel, context: Context, organisation: object, qtbot: QtBot) -> str:
    """The id of a piece that was put into another response, at this very question."""
    piece = piece_of(panel.list.fresh.cards()[1])
    context.session.apply(NoteVerdict(piece, REF, "Words.", Verdict.HELPED))
    qtbot.waitUntil(lambda: any(card.forget_button.isVisible() for card in panel.cards()))
    return piece


def test_a_card_says_that_it_was_used_before_and_forgets_it_when_asked(
    panel: EvidencePanel, context: Context, taught: str, dialogs: FakeDialogs, response: Response
) -> None:
    (card,) = (card for card in panel.cards() if card.forget_button.isVisible())
    assert piece_of(card) == taught
    assert any(words.startswith("You used this for ") for words in card.words())
    card.forget_button.click()
    assert said(context) == {}
    assert not any(words.startswith("You used this for ") for words in card.words())
    assert dialogs.notices[-1].startswith("Forgotten")
    context.session.undo(response_scope(response.id))
    assert said(context) == {taught: Verdict.HELPED}


def test_using_again_what_was_known_to_help_and_undoing_that_leaves_it_known(
    panel: EvidencePanel,
    question_page: QuestionPage,
    context: Context,
    taught: str,
    response: Response,
    qtbot: QtBot,
) -> None:
    (card,) = (card for card in panel.cards() if card.forget_button.isVisible())
    card.buttons[1].click()
    question_page.sheet.editor.undo()
    question_page.flush()
    qtbot.waitUntil(lambda: not context.session.draft(response.id).answer("2").body)
    qtbot.waitUntil(lambda: not context.jobs.working)
    assert said(context) == {taught: Verdict.HELPED}


# Used already


def test_what_the_response_uses_already_comes_after_what_is_new(
    panel: EvidencePanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    card = panel.cards()[0]
    piece = piece_of(card)
    card.buttons[0].click()
    qtbot.waitUntil(lambda: "Used above" in card.words())
    assert piece_of(panel.cards()[0]) == piece  # nothing moves while it is looked at
    panel.show_question(context.session.draft(response.id), "5")
    panel.show_question(context.session.draft(response.id), "2")
    qtbot.waitUntil(lambda: bool(panel.list.used.cards()))
    assert piece not in ids(panel)
    assert piece in [piece_of(one) for one in panel.list.used.cards()]
    assert panel.list.used.title.text() == "Already used in this response"


def test_the_verdict_belongs_to_the_question_that_is_shown(
    panel: EvidencePanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    panel.show_question(context.session.draft(response.id), "5")
    qtbot.waitUntil(lambda: bool(panel.cards()))
    panel.cards()[0].aside_button.click()
    (noted,) = context.session.reading_job(verdicts)()
    question = context.session.draft(response.id).consultation.question("5")
    assert noted.ref == question_ref("pasc-big-society-2011", "5")
    assert question.text in noted.wording


def test_a_draft_that_changes_meanwhile_does_not_bring_a_card_back(
    panel: EvidencePanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    card = panel.cards()[0]
    card.aside_button.click()
    context.session.apply(SetBody(response.id, "4", "Halls close."))
    qtbot.waitUntil(lambda: not context.jobs.working)
    assert card.is_aside
