"""What was brought in from files, offered beside a question."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.evidence import Passage, Snippet, SnippetKind
from desktop.core.imports import ImportedDocument
from desktop.core.response import Response
from desktop.ui.context import Context
from desktop.ui.models.library_places import passage_place, reading_place
from desktop.ui.pages.question import QuestionPage
from desktop.ui.panels.evidence_card import EvidenceCard
from desktop.ui.panels.evidence_words import as_kind
from desktop.ui.panels.help import HelpPanel
from desktop.ui.place import PageId, Place
from tests.ui.conftest import visible_texts
from tests.ui.fakes import FakeDialogs
from tests.ui.imported import CLOSED, RECOMMENDED, bring_in


@pytest.fixture
def document(context: Context, tmp_path: Path) -> ImportedDocument:
    return bring_in(context.session, tmp_path)


@pytest.fixture
def panel(
    qtbot: QtBot, context: Context, response: Response, document: ImportedDocument
) -> HelpPanel:
    panel = HelpPanel(context)
    qtbot.addWidget(panel)
    panel.resize(396, 760)
    panel.show()
    qtbot.waitExposed(panel)
    panel.open(Place(PageId.QUESTION, response.id, "2"))
    return panel


@pytest.fixture
def page(qtbot: QtBot, context: Context, response: Response, panel: HelpPanel) -> QuestionPage:
    page = QuestionPage(context)
    qtbot.addWidget(page)
    page.attach(panel)
    page.show()
    qtbot.waitExposed(page)
    page.open(Place(PageId.QUESTION, response.id, "2"))
    return page


def passage_cards(panel: HelpPanel, qtbot: QtBot) -> list[EvidenceCard]:
    panel.evidence.filters[0].choose(frozenset({"passage"}))
    qtbot.waitUntil(
        lambda: (
            bool(panel.evidence.cards())
            and all(
                card.suggestion is not None and isinstance(card.suggestion.piece, Passage)
                for card in panel.evidence.cards()
            )
        )
    )
    return panel.evidence.cards()


def card_of(panel: HelpPanel, qtbot: QtBot, text: str) -> EvidenceCard:
    return next(
        card
        for card in passage_cards(panel, qtbot)
        if card.suggestion is not None and card.suggestion.piece.text == text
    )


def test_passages_are_offered_with_where_they_come_from_and_why(
    panel: HelpPanel, qtbot: QtBot
) -> None:
    words = card_of(panel, qtbot, CLOSED).words()
    assert words[0] == "Passage"
    assert any("Larchfield Halls, 14 May 2019" in line for line in words)
    assert any("Answered this question" in line for line in words)


def test_other_passages_of_a_document_are_folded_under_the_best_one(
    panel: HelpPanel, qtbot: QtBot
) -> None:
    evidence = panel.evidence
    qtbot.waitUntil(lambda: bool(evidence.list.fresh.cards()))
    while evidence.list.fresh.more_button.isVisible():
        evidence.list.fresh.more_button.click()

    def passages() -> list[EvidenceCard]:
        cards = evidence.list.fresh.cards()
        return [card for card in cards if isinstance(card.piece, Passage)]

    (head,) = passages()
    count = int(head.unfold_button.text().split()[1])
    assert head.unfold_button.text() == f"And {count} more from this source"
    place = evidence.list.fresh.cards().index(head)
    following = evidence.list.fresh.cards()[place + 1 : place + 2]
    for card in following:
        card.aside_button.click()
    head.unfold_button.click()
    under = evidence.list.fresh.cards()[place + 1 : place + 1 + count]
    assert passages() == [head, *under]
    assert all(card.property("card") == "soft" for card in under)
    assert not any(card.is_aside for card in under)
    # What was put aside is still that, though another card shows it now.
    assert all(card.is_aside for card in evidence.list.fresh.cards()[place + 1 + count :][:1])
    head.unfold_button.click()
    assert passages() == [head]


def test_a_passage_is_inserted_as_a_paragraph_with_its_citation(
    panel: HelpPanel,
    page: QuestionPage,
    context: Context,
    response: Response,
    qtbot: QtBot,
    document: ImportedDocument,
) -> None:
    card_of(panel, qtbot, CLOSED).buttons[0].click()
    written = context.session.draft(response.id).answer("2").body
    assert written.startswith(CLOSED)
    assert f"[@{document.source}, " in written
    assert not written.startswith(">")


def test_a_passage_is_read_in_the_text_around_it(
    panel: HelpPanel, qtbot: QtBot, visited: list[Place]
) -> None:
    card = card_of(panel, qtbot, CLOSED)
    card.buttons[2].click()
    assert card.read_button.isVisible()
    card.read_button.click()
    assert card.suggestion is not None
    assert visited == [passage_place(card.suggestion.piece.id)]


def test_what_was_not_brought_in_cannot_be_read_here(panel: HelpPanel, qtbot: QtBot) -> None:
    panel.evidence.filters[0].choose(frozenset({"argument"}))
    qtbot.waitUntil(
        lambda: bool(panel.evidence.cards()) and panel.evidence.cards()[0].words()[0] == "Argument"
    )
    card = panel.evidence.cards()[0]
    card.buttons[2].click()
    assert not card.read_button.isVisible()
    assert not card.make_button.isVisible()


def test_a_snippet_is_made_of_a_passage_without_leaving_the_question(
    panel: HelpPanel, qtbot: QtBot, context: Context, dialogs: FakeDialogs, visited: list[Place]
) -> None:
    card = card_of(panel, qtbot, CLOSED)
    dialogs.texts = [None, "Halls close\nand groups have nowhere to go."]
    card.make_button.click()
    assert dialogs.notices == []
    card.make_button.click()
    made = next(
        one
        for one in context.session.snippets()
        if one.claim == "Halls close and groups have nowhere to go."
    )
    assert (made.text, "pasc-big-society-2011#2" in made.questions) == (CLOSED, True)
    assert visited == []
    assert dialogs.notices == [
        f"Saved to the library as {as_kind(made.kind)}, for this question too."
    ]


def test_the_kind_of_a_snippet_that_was_made_is_guessed_and_can_be_changed(
    panel: HelpPanel, qtbot: QtBot, context: Context, dialogs: FakeDialogs
) -> None:
    card = card_of(panel, qtbot, RECOMMENDED)
    dialogs.texts = ["A fund helps."]
    card.make_button.click()

    def made() -> Snippet:
        return next(one for one in context.session.snippets() if one.claim == "A fund helps.")

    assert made().kind is SnippetKind.RECOMMENDATION
    assert dialogs.notices[-1] == (
        "Saved to the library as a recommendation, for this question too."
    )
    (change,) = dialogs.ways_back
    dialogs.choices = [None, list(SnippetKind).index(SnippetKind.CASE_STUDY)]
    change()
    assert made().kind is SnippetKind.RECOMMENDATION
    change()
    assert made().kind is SnippetKind.CASE_STUDY
    assert dialogs.notices[-1] == "It is a case study now."


def test_a_past_answer_says_when_it_was_sent_and_leads_to_its_place(
    panel: HelpPanel, qtbot: QtBot, visited: list[Place], document: ImportedDocument
) -> None:
    panel.show_tab("Past answers")
    qtbot.waitUntil(lambda: bool(panel.past_answers.cards()))
    card = panel.past_answers.cards()[0]
    assert card.title() == "Question 2, Smaller Government: Bigger Society?"
    assert "To this question. Larchfield Halls, sent 14 May 2019" in visible_texts(card)
    assert card.words().startswith(CLOSED[:60])
    card.way_button.click()
    (place,) = visited
    assert place.item.startswith(reading_place(document.source).item)


def test_a_past_answer_is_compared_and_inserted(
    panel: HelpPanel, page: QuestionPage, qtbot: QtBot, context: Context, response: Response
) -> None:
    qtbot.keyClicks(page.sheet.editor, "Three of the five halls in our valley closed.")
    panel.show_tab("Past answers")
    qtbot.waitUntil(lambda: bool(panel.past_answers.cards()))
    panel.past_answers.cards()[0].compare_button.click()
    window = panel.past_answers.window_shown
    assert window is not None
    assert "[−Two] of the five halls" in window.view.shown()[0]
    assert "[+Three]" in window.view.shown()[1]
    window.act.click()
    assert RECOMMENDED in context.session.draft(response.id).answer("2").body


def test_ones_own_responses_lead_to_their_question(
    panel: HelpPanel, qtbot: QtBot, context: Context, visited: list[Place]
) -> None:
    from desktop.core.edits import SetBody

    earlier = context.session.start_response("pasc-big-society-2011", "fernbrook")
    context.session.apply(SetBody(earlier.id, "2", "Two halls closed."))
    panel.show_tab("Past answers")
    qtbot.waitUntil(lambda: len(panel.past_answers.cards()) > 1)
    card = next(c for c in panel.past_answers.cards() if c.words() == "Two halls closed.")
    assert card.way_button.text() == "Open that response"
    card.way_button.click()
    assert visited == [Place(PageId.QUESTION, earlier.id, "2")]


def test_what_was_recommended_before_is_asked_about_with_its_origin(
    panel: HelpPanel, visited: list[Place], document: ImportedDocument, qtbot: QtBot
) -> None:
    panel.show_tab("Prompts")
    qtbot.waitUntil(lambda: bool(panel.prompts.cards()))
    card = panel.prompts.cards()[0]
    assert card.prompt_id.startswith("said:")
    words = visible_texts(card)
    assert "You said before" in words
    assert (
        "In 2019 you recommended that the Government should ring-fence a transition fund" in words
    )
    assert "Drawn from Larchfield Halls, 14 May 2019" in words
    card.read_button.click()
    assert visited[0].item.startswith(reading_place(document.source).item)
    others = [c for c in panel.prompts.cards() if not c.prompt_id.startswith("said:")]
    assert not any(c.read_button.isVisible() for c in others)
