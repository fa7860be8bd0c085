from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.core.edits import SaveSnippet, SetBody
from desktop.core.evidence import Reason, Snippet, SnippetKind, Source, Suggestion
from desktop.core.library_edits import RetireSnippets
from desktop.core.response import Response
from desktop.core.text import Cite
from desktop.errors import WorkspaceError
from desktop.markup import write_citation
from desktop.ui.context import Context
from desktop.ui.editor import SNIPPET_MIME
from desktop.ui.panels.evidence import EvidencePanel
from desktop.ui.panels.evidence_card import EvidenceCard
from desktop.ui.panels.evidence_words import used_words, where_from
from desktop.ui.place import PageId, Place

SOURCE = Source("larch", "Village halls", author="Larchfield Institute", date="2010-05")
SNIPPET = Snippet(
    "s", "larch", "Halls close.", "Halls close for want of people.", SnippetKind.QUOTATION, "page 4"
)


@pytest.fixture
def panel(qtbot: QtBot, context: Context, response: Response) -> EvidencePanel:
    panel = EvidencePanel(context)
    qtbot.addWidget(panel)
    panel.resize(360, 700)
    panel.show()
    qtbot.waitExposed(panel)
    panel.show_question(context.session.draft(response.id), "2")
    qtbot.waitUntil(lambda: bool(panel.cards()))
    return panel


def claims(panel: EvidencePanel) -> list[str]:
    return [card.suggestion.piece.claim for card in panel.cards() if card.suggestion]


def first(panel: EvidencePanel) -> Snippet:
    found = panel.first()
    assert found is not None
    assert isinstance(found.piece, Snippet)
    return found.piece


def wait_for(qtbot: QtBot, panel: EvidencePanel, fact: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: not panel.looking and fact())


def test_evidence_for_the_question_is_offered_with_reasons(panel: EvidencePanel) -> None:
    words = panel.cards()[0].words()
    assert any("Tagged for this question." in line for line in words)
    assert panel.message == "For this question, best first."
    assert panel.cards()[0].accessibleName() == f"{words[0]}: {first(panel).claim}"


def test_typing_searches_the_whole_library(panel: EvidencePanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.search_box, "mutuals")
    qtbot.waitUntil(lambda: "found for “mutuals”" in panel.message)
    assert all(
        "mutual" in f"{card.suggestion.piece.claim} {card.suggestion.piece.text}".casefold()
        for card in panel.cards()[:1]
        if card.suggestion
    )


def test_an_emptied_search_offers_evidence_for_the_question_again(
    panel: EvidencePanel, qtbot: QtBot
) -> None:
    before = claims(panel)
    panel.search_for("mutuals")
    qtbot.waitUntil(lambda: "mutuals" in panel.message)
    panel.search_box.clear()
    qtbot.waitUntil(lambda: claims(panel) == before)


def test_a_search_without_result_says_what_to_do(panel: EvidencePanel, qtbot: QtBot) -> None:
    panel.search_for("zzyzx")
    qtbot.waitUntil(lambda: panel.message.startswith("Nothing found for “zzyzx”"))
    assert panel.cards() == []


def test_results_of_an_outdated_search_are_dropped(
    panel: EvidencePanel, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first search is held back until the second has been answered."""
    gate, late = threading.Event(), threading.Event()
    real = context.session.searching

    def held(text: str, **filters: frozenset[str]) -> Callable[[], list[Suggestion]]:
        job = real(text, **filters)  # type: ignore[arg-type]

        def wait() -> list[Suggestion]:
            if text == "networks":
                gate.wait(10)
                late.set()
            return job()

        return wait

    monkeypatch.setattr(context.session, "searching", held)
    panel.search_box.setText("networks")
    QTest.keyClick(panel.search_box, Qt.Key.Key_Return)
    panel.search_box.setText("mutuals")
    QTest.keyClick(panel.search_box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "found for “mutuals”" in panel.message)
    answered = claims(panel)
    gate.set()
    assert late.wait(10)
    context.jobs.finish()
    QTest.qWait(0)
    assert "found for “mutuals”" in panel.message
    assert claims(panel) == answered


def test_turning_to_another_question_forgets_the_search(
    panel: EvidencePanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    panel.search_for("mutuals")
    qtbot.waitUntil(lambda: "mutuals" in panel.message)
    panel.show_question(context.session.draft(response.id), "5")
    qtbot.waitUntil(lambda: panel.message == "For this question, best first.")
    assert panel.search_box.text() == ""


def test_only_chosen_kinds_are_offered(panel: EvidencePanel, qtbot: QtBot) -> None:
    kinds, _ = panel.filters
    kinds.choose(frozenset({SnippetKind.QUOTATION.value}))
    qtbot.waitUntil(
        lambda: (
            bool(panel.cards())
            and all(
                isinstance(card.suggestion.piece, Snippet)
                and card.suggestion.piece.kind is SnippetKind.QUOTATION
                for card in panel.cards()
                if card.suggestion
            )
        )
    )
    assert kinds.text().startswith("Quotation")
    assert kinds.accessibleName() == "Kinds of evidence: Quotation"


def test_only_chosen_sources_are_offered_and_all_come_back(
    panel: EvidencePanel, qtbot: QtBot
) -> None:
    _, sources = panel.filters
    sources.choose(frozenset({"blume-reconfigure-big-society"}))
    qtbot.waitUntil(
        lambda: (
            {card.suggestion.source.key for card in panel.cards() if card.suggestion}
            == {"blume-reconfigure-big-society"}
        )
    )
    sources.choose(None)
    qtbot.waitUntil(
        lambda: len({card.suggestion.source.key for card in panel.cards() if card.suggestion}) > 1
    )


def test_when_filters_leave_nothing_they_can_be_cleared_with_one_click(
    panel: EvidencePanel, qtbot: QtBot
) -> None:
    kinds, sources = panel.filters
    panel.search_for("zzyzx")
    kinds.choose(frozenset({SnippetKind.ABOUT_US.value}))
    qtbot.waitUntil(lambda: panel.message.startswith("Nothing of these kinds"))
    panel.search_box.clear()
    panel.state.clear_button.click()
    qtbot.waitUntil(lambda: bool(panel.cards()))
    assert (kinds.chosen(), sources.chosen()) == (None, None)


def test_insert_and_cite_only_say_which_evidence_is_wanted(panel: EvidencePanel) -> None:
    inserted: list[Snippet] = []
    cited: list[Snippet] = []
    panel.insert.connect(inserted.append)
    panel.cite.connect(cited.append)
    insert, cite, _ = panel.cards()[1].buttons
    insert.click()
    QTest.keyClick(cite, Qt.Key.Key_Return)
    wanted = panel.cards()[1].suggestion
    assert wanted is not None
    assert inserted == cited == [wanted.piece]


def test_source_opens_the_full_reference_in_place(panel: EvidencePanel) -> None:
    card = panel.cards()[0]
    _, _, source = card.buttons
    source.click()
    shown = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert "Full reference" in shown
    assert first(panel).locator in shown
    assert first(panel).text in [text.replace("\u200b", "") for text in shown]
    source.click()
    assert not [
        label
        for label in card.findChildren(QLabel)
        if label.text() == "Full reference" and label.isVisible()
    ]


def test_the_reference_can_be_copied_whole(panel: EvidencePanel) -> None:
    card = panel.cards()[0]
    card.buttons[2].click()
    card.copy_button.click()
    assert QApplication.clipboard().text().endswith(first(panel).locator)
    assert "\u200b" not in QApplication.clipboard().text()


def test_evidence_used_in_this_answer_is_marked(
    panel: EvidencePanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    snippet = first(panel)
    body = snippet.text + write_citation(Cite(snippet.source, snippet.locator))
    assert "Not used yet" in panel.cards()[0].words()
    changes = context.session.apply(SetBody(response.id, "2", body))
    assert changes is not None
    panel.changed(context.session.draft(response.id), changes)
    qtbot.waitUntil(lambda: "Used above" in panel.cards()[0].words())


def test_evidence_used_elsewhere_names_the_question(
    panel: EvidencePanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    snippet = first(panel)
    body = snippet.text + write_citation(Cite(snippet.source, snippet.locator))
    changes = context.session.apply(SetBody(response.id, "4", body))
    assert changes is not None
    panel.changed(context.session.draft(response.id), changes)
    qtbot.waitUntil(lambda: "Used in question 4" in panel.cards()[0].words())


def test_new_evidence_in_the_library_is_offered_at_once(
    panel: EvidencePanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    own = replace(
        first(panel),
        id="own",
        claim="Reductions in public expenditure closed our hall.",
        text="Reductions in public expenditure closed our hall, and no vision delivers a hall.",
        locator="page 1",
    )
    changes = context.session.apply(SaveSnippet(own))
    assert changes is not None
    panel.changed(context.session.draft(response.id), changes)
    qtbot.waitUntil(lambda: own.claim in claims(panel))


def test_a_few_cards_come_at_first_and_more_when_asked(panel: EvidencePanel) -> None:
    panel.activateWindow()
    few = len(panel.list.fresh.cards())
    more = panel.list.fresh.more_button
    assert more.text() == f"Show {min(len(panel.list.groups.fresh) - few, 8)} more"
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Return)
    assert len(panel.list.fresh.cards()) > few
    assert len(set(claims(panel))) == len(panel.cards())
    assert panel.focusWidget() is panel.list.fresh.cards()[few].buttons[0]


def test_cards_are_used_again_for_the_next_question(
    panel: EvidencePanel, context: Context, response: Response, qtbot: QtBot
) -> None:
    before, said = panel.cards(), claims(panel)
    panel.show_question(context.session.draft(response.id), "9")
    qtbot.waitUntil(lambda: bool(panel.cards()))
    assert claims(panel) != said
    assert panel.cards()[0] is before[0]


def test_cards_of_another_question_are_gone_before_the_new_ones_come(
    panel: EvidencePanel, context: Context, response: Response
) -> None:
    panel.show_question(context.session.draft(response.id), "9")
    assert panel.cards() == []
    assert panel.message == ""


def test_a_long_search_says_so_and_can_be_stopped(
    panel: EvidencePanel, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def held(text: str, **_filters: object) -> Callable[[], list[Suggestion]]:
        def wait() -> list[Suggestion]:
            gate.wait(10)
            return []

        return wait

    monkeypatch.setattr(context.session, "searching", held)
    panel.search_for("anything")
    qtbot.waitUntil(lambda: panel.state.stop_button.isVisible())
    assert panel.message == "Looking through the library…"
    panel.state.stop_button.click()
    assert panel.message == "Stopped."
    gate.set()
    monkeypatch.undo()
    panel.state.again_button.click()
    qtbot.waitUntil(lambda: "found for “anything”" in panel.message)


def test_a_search_that_fails_says_so_and_can_be_tried_again(
    panel: EvidencePanel, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []

    def failing(*_: object, **_filters: object) -> Callable[[], list[Suggestion]]:
        def fail() -> list[Suggestion]:
            raise WorkspaceError("The workspace is gone", "The disk was taken out.", "Put it back.")

        return fail

    monkeypatch.setattr(context.session, "searching", failing)
    monkeypatch.setattr(context.jobs, "fail", told.append)
    panel.search_for("anything")
    qtbot.waitUntil(lambda: panel.message == "The search did not work.")
    assert len(told) == 1
    monkeypatch.undo()
    panel.state.again_button.click()
    qtbot.waitUntil(lambda: "found for “anything”" in panel.message)


def test_overdue_evidence_asks_for_its_date_to_be_checked(qtbot: QtBot) -> None:
    card = EvidenceCard()
    qtbot.addWidget(card)
    due = replace(SNIPPET, review_by=date(2026, 1, 1))
    card.show_suggestion(
        Suggestion(due, SOURCE, 1.0, (Reason("Suits any question"),)), date(2026, 2, 1)
    )
    assert "Check date" in card.words()
    card.show_suggestion(Suggestion(due, SOURCE, 1.0), date(2025, 2, 1))
    assert "Check date" not in card.words()
    assert card.words() == [
        "Quotation",
        "",
        "Halls close.",
        "Larchfield Institute, May 2010, page 4",
    ]


def test_markup_in_a_claim_is_shown_as_it_stands(qtbot: QtBot) -> None:
    card = EvidenceCard()
    qtbot.addWidget(card)
    odd = replace(SNIPPET, claim="<b>Bold</b> & more")
    card.show_suggestion(Suggestion(odd, SOURCE, 1.0), date(2026, 1, 1))
    assert "<b>Bold</b> & more" in card.words()


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((), "Not used yet"),
        (("2",), "Used above"),
        (("2", "4"), "Used above"),
        (("4",), "Used in question 4"),
        (("1", "4", "7"), "Used in questions 1, 4 and 7"),
    ],
)
def test_use_is_said_from_where_the_person_is(numbers: tuple[str, ...], said: str) -> None:
    assert used_words(numbers, "2") == said


def test_a_quoted_speaker_is_named_before_the_document() -> None:
    quoted = replace(SNIPPET, speaker="S. Bubb")
    assert where_from(quoted, SOURCE) == "S. Bubb, quoted in Larchfield Institute, May 2010, page 4"


def test_an_empty_library_says_so_and_leads_to_what_fills_it(
    panel: EvidencePanel,
    context: Context,
    response: Response,
    qtbot: QtBot,
    visited: list[Place],
) -> None:
    everything = tuple(snippet.id for snippet in context.session.snippets())
    changes = context.session.apply(RetireSnippets(everything, retired=True))
    assert changes is not None
    panel.changed(context.session.draft(response.id), changes)
    qtbot.waitUntil(lambda: panel.message.startswith("The library is empty."))
    assert panel.cards() == []
    panel.state.import_button.click()
    panel.state.library_button.click()
    assert [place.page for place in visited] == [PageId.IMPORT, PageId.LIBRARY]


def test_escape_in_a_search_goes_back_to_the_question(panel: EvidencePanel, qtbot: QtBot) -> None:
    before = claims(panel)
    QTest.keyClicks(panel.search_box, "mutuals")
    qtbot.waitUntil(lambda: "found for “mutuals”" in panel.message)
    QTest.keyClick(panel.search_box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: claims(panel) == before)
    assert panel.search_box.text() == ""
    assert panel.message == "For this question, best first."


def test_a_card_is_dragged_with_its_text_and_its_place(
    panel: EvidencePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[str] = []

    def drop(drag: QDrag, *_: object) -> Qt.DropAction:
        carried.append(bytes(drag.mimeData().data(SNIPPET_MIME).data()).decode())
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", drop)
    card = panel.cards()[0]
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    for pos in (QPoint(6, 6), QPoint(60, 60), QPoint(90, 90)):
        QTest.mouseMove(card, pos)
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(pos),
            QPointF(card.mapToGlobal(pos)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(card, move)
    assert len(carried) == 1
    assert json.loads(carried[0]) == {
        "text": first(panel).text,
        "key": first(panel).source,
        "locator": first(panel).locator,
        "piece": first(panel).id,
    }
