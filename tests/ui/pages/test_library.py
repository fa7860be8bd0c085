from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.core.edits import RetireSnippet, SaveSnippet, SaveSource, SetBody
from desktop.core.evidence import Origin, Snippet, SnippetKind, Source, SourceKind
from desktop.core.response import Response
from desktop.session import Session
from desktop.ui.models.library_filter import LibraryFilter, narrowed
from desktop.ui.models.library_rows import LibraryRow, rows_of
from desktop.ui.models.library_table import LibraryTableModel
from desktop.ui.pages.library import LibraryPage
from desktop.ui.pages.library_form import BUILT_IN_NOTE
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs

Show = Callable[..., LibraryPage]
OURS = Source("our-survey", "Survey of halls", "Fernbrook Community Trust", date="2026-03")
CLAIM = "Half of the halls in the valley have no heating."
TEXT = "In our survey of forty halls, twenty said that they have no heating in winter months."
MINE = Snippet(
    "mine",
    "our-survey",
    CLAIM,
    TEXT,
    SnippetKind.STATISTIC,
    "table 2",
    tags=("halls", "heating"),
    questions=("pasc-big-society-2011#2",),
    owner="Ada",
    review_by=date(2026, 6, 1),
)


@pytest.fixture
def page(session: Session, show: Show, qtbot: QtBot) -> LibraryPage:
    session.apply(SaveSource(OURS))
    session.apply(SaveSnippet(MINE))
    return opened(show, qtbot)


def opened(show: Show, qtbot: QtBot, item: str = "") -> LibraryPage:
    page = show(LibraryPage, Place(PageId.LIBRARY, item=item))
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    return page


def titles(page: LibraryPage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def choose(page: LibraryPage, name: str) -> None:
    index = page.model.index_of(name)
    assert index.isValid(), name
    page.table.setCurrentIndex(index)


def texts(page: LibraryPage) -> list[str]:
    labels = page.desk.detail.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


# The table


def test_the_table_is_a_sound_model(qtmodeltester: ModelTester, session: Session) -> None:
    rows = rows_of(session.library.rows()())
    model = LibraryTableModel()
    qtmodeltester.check(model)
    model.show(rows[:40])
    qtmodeltester.check(model)


def test_sources_and_snippets_stand_in_one_table(page: LibraryPage, session: Session) -> None:
    count = session.snippet_count()
    assert page.model.rowCount() == count + len(session.sources())
    assert page.said.text() == f"{count} snippets, {len(session.sources())} sources."
    row = page.model.index_of("mine").row()
    assert page.model.index(row, 1).data() == "Statistic, yours"
    assert page.model.index(row, 2).data() == "Fernbrook Community Trust, March 2026"


def test_a_click_on_a_heading_sorts_and_the_chosen_row_stays_chosen(page: LibraryPage) -> None:
    choose(page, "mine")
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert titles(page) == sorted(titles(page), key=str.casefold, reverse=True)
    assert page.table.currentIndex().data() == CLAIM
    page.model.sort(-1)
    assert titles(page) != sorted(titles(page), key=str.casefold)


def test_ten_thousand_snippets_are_shown_and_searched_without_a_widget_each(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    many = tuple(replace(MINE, id=f"s{n}", claim=f"Claim number {n}") for n in range(10_000))
    rows = (*page.model.rows(), *(LibraryRow(OURS, one) for one in many))
    page.model.show(rows)
    assert page.model.rowCount() == len(rows)
    assert page.table.findChildren(QLabel) == []
    found = narrowed(rows, LibraryFilter(text="number 9999"))
    assert [row.id for row in found] == ["s9999"]


# Narrowing down


def row(
    name: str, *, kind: SnippetKind = SnippetKind.ARGUMENT, retired: bool = False, **fields: str
) -> LibraryRow:
    snippet = Snippet(name, "src", fields.get("claim", name), "text", kind, "", tags=("a",))
    return LibraryRow(Source("src", "The source"), snippet, retired)


def ids(rows: Iterable[LibraryRow]) -> list[str]:
    return [one.id for one in rows]


def test_filters_let_through_what_is_asked_for() -> None:
    rows = (
        LibraryRow(Source("src", "The source", origin=Origin.OWN)),
        row("fact", kind=SnippetKind.STATISTIC),
        row("view"),
        row("old", retired=True),
    )
    assert ids(narrowed(rows, LibraryFilter())) == ["src", "fact", "view"]
    assert ids(narrowed(rows, LibraryFilter(bin=True))) == ["old"]
    assert ids(narrowed(rows, LibraryFilter(kinds=frozenset({"source"})))) == ["src"]
    assert ids(narrowed(rows, LibraryFilter(kinds=frozenset({"statistic"})))) == ["fact"]
    assert ids(narrowed(rows, LibraryFilter(tags=frozenset({"a"})))) == ["fact", "view"]
    assert ids(narrowed(rows, LibraryFilter(sources=frozenset({"x"})))) == []
    assert ids(narrowed(rows, LibraryFilter(origins=frozenset({"own"})))) == ["src"]


def test_what_the_search_ranks_comes_first_then_what_holds_the_words() -> None:
    rows = (row("one", claim="cuts and rooms"), row("two"), row("three", claim="Rooms, cuts"))
    found = narrowed(rows, LibraryFilter(text="cuts ROOMS"), ["two", "one"])
    assert ids(found) == ["two", "one", "three"]


def test_typing_searches_the_whole_library(page: LibraryPage, qtbot: QtBot) -> None:
    page.search()
    qtbot.keyClicks(page.filters.text, "heating halls")
    qtbot.waitUntil(lambda: bool(titles(page)) and titles(page)[0] == CLAIM)
    assert page.said.text().endswith("best first.")
    page.filters.text.setText("zebra xylophone")
    qtbot.waitUntil(lambda: titles(page) == [])
    assert page.said.text() == "Nothing found. Try other words, or show everything."
    page.filters.clear_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() > 90)


def test_the_menus_narrow_the_table_down(page: LibraryPage, session: Session) -> None:
    page.filters.origins.choose(frozenset({"own"}))
    assert titles(page) == ["Survey of halls", CLAIM]
    page.filters.kinds.choose(frozenset({"source"}))
    assert titles(page) == ["Survey of halls"]
    page.filters.clear()
    page.filters.sources.choose(frozenset({"our-survey"}))
    assert titles(page) == ["Survey of halls", CLAIM]


# The chosen row


def test_a_snippet_is_read_in_full(page: LibraryPage) -> None:
    choose(page, "mine")
    shown = texts(page)
    for words in (
        CLAIM,
        TEXT,
        "Fernbrook Community Trust, “Survey of halls”, March 2026",
        "table 2",
        "halls, heating",
        "Ada",
        "1 June 2026",
        "! Check date",
        "Your own",
        "Statistic",
    ):
        assert words in shown
    assert any(text.startswith("Smaller Government: Bigger Society? 2: ") for text in shown)


def test_where_a_snippet_is_used_is_shown_and_leads_there(
    page: LibraryPage, session: Session, response: Response, qtbot: QtBot, visited: list[Place]
) -> None:
    session.apply(SetBody(response.id, "2", f"{TEXT} [@our-survey, table 2]"))
    choose(page, "mine")
    qtbot.waitUntil(lambda: page.desk.detail.uses.said.text() == "Used in 1 answer")
    page.desk.detail.uses.links()[0].click()
    assert visited == [Place(PageId.QUESTION, response.id, "2")]
    session.apply(SetBody(response.id, "2", "Nothing."))
    choose(page, "our-survey")
    qtbot.waitUntil(lambda: page.desk.detail.uses.said.text() == "Not used in any response yet")


def test_the_page_opens_at_the_snippet_it_is_asked_for(
    session: Session, show: Show, qtbot: QtBot
) -> None:
    wanted = session.snippets()[30]
    page = opened(show, qtbot, wanted.id)
    assert page.table.currentIndex().data() == wanted.claim
    assert wanted.text in texts(page)


# Changing the library


def test_a_snippet_of_ones_own_is_added(
    page: LibraryPage, session: Session, qtbot: QtBot, dialogs: FakeDialogs
) -> None:
    choose(page, "our-survey")
    page.actions_here()["library.new"]()
    form = page.desk.snippet_form
    assert form.claim.hasFocus()
    assert form.source.currentData() == "our-survey"
    form.save_button.click()
    assert form.problem.text() == "Say in one sentence what this evidence shows."
    qtbot.keyClicks(form.claim, "Halls are full.")
    form.save_button.click()
    assert form.problem.text() == "Write the paragraph that goes into an answer."
    qtbot.keyClicks(form.text, "Thirty of forty halls turn groups away.")
    form.kind.setCurrentIndex(form.kind.findData("statistic"))
    qtbot.keyClicks(form.locator, "table 3")
    qtbot.keyClicks(form.tags, "halls, demand , halls")
    form.questions.pick("pasc-big-society-2011#3")
    form.review.click()
    form.save_button.click()
    found = next(item for item in session.snippets() if item.claim == "Halls are full.")
    assert found.tags == ("halls", "demand")
    assert found.questions == ("pasc-big-society-2011#3",)
    assert (found.origin, found.locator, found.source) == (Origin.OWN, "table 3", "our-survey")
    assert found.review_by is not None
    assert dialogs.notices == ["Saved to the library. Undo takes it back."]
    qtbot.waitUntil(lambda: page.table.currentIndex().data() == "Halls are full.")
    session.undo("workspace")
    qtbot.waitUntil(lambda: "Halls are full." not in titles(page))


def test_a_snippet_needs_a_source(page: LibraryPage) -> None:
    page.desk.new_snippet("")
    form = page.desk.snippet_form
    form.claim.setPlainText("Claim.")
    form.text.setPlainText("Text.")
    form.save_button.click()
    assert form.problem.text().startswith("Choose the source")
    assert form.source.hasFocus()
    assert form.source.accessibleDescription() == form.problem.text()


def test_what_lacks_is_said_at_its_field_and_seen(
    page: LibraryPage, qtbot: QtBot, session: Session
) -> None:
    page.resize(1000, 420)
    choose(page, "our-survey")
    page.desk.edit()
    form = page.desk.source_form
    form.date.setText("soon")
    form.address.setText("nowhere")
    form.verticalScrollBar().setValue(form.verticalScrollBar().maximum())
    form.save_button.click()
    assert form.date.hasFocus()
    assert form.date.accessibleDescription().startswith("Write the date")

    def seen(widget: QWidget) -> bool:
        return not widget.visibleRegion().isEmpty()

    qtbot.waitUntil(lambda: seen(form.date) and seen(form.problem))
    form.date.setText("2026")
    form.save_button.click()
    assert form.address.hasFocus()
    assert form.date.accessibleDescription() == "2010, July 2010 or 20 July 2010."


def test_while_something_is_typed_its_row_stays_the_chosen_one(
    page: LibraryPage, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    choose(page, "mine")
    page.desk.edit()
    page.desk.snippet_form.claim.setPlainText("Another claim.")
    other = page.table.visualRect(page.model.index_of("our-survey")).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=other)
    qtbot.waitUntil(lambda: page.table.currentIndex() == page.model.index_of("mine"))
    assert [row.data() for row in page.table.selectionModel().selectedRows()] == [CLAIM]
    assert dialogs.notices == ["Save or cancel what you are writing first."]
    page.filters.text.setText("zzzqqq")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    page.filters.text.clear()
    qtbot.waitUntil(lambda: page.table.currentIndex() == page.model.index_of("mine"))
    assert page.desk.snippet_form.claim.text() == "Another claim."


def test_a_new_form_stays_open_while_the_library_is_read(
    session: Session, show: Show, qtbot: QtBot
) -> None:
    page = show(LibraryPage, Place(PageId.LIBRARY))
    page.new_snippet()
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    assert page.desk.form is page.desk.snippet_form
    assert page.desk.snippet_form.source.count() > 1


def test_editing_what_came_with_the_program_makes_an_own_copy_and_says_so(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    built_in = next(item for item in session.snippets() if item.origin is Origin.BUILT_IN)
    choose(page, built_in.id)
    page.desk.detail.edit_button.click()
    form = page.desk.snippet_form
    assert form.note.text() == BUILT_IN_NOTE
    assert form.snippet() == replace(built_in, origin=Origin.BUILT_IN)
    form.claim.select_all()
    qtbot.keyClicks(form.claim, "In our own words.")
    form.save_button.click()
    changed = session.snippet(built_in.id)
    assert changed is not None
    assert (changed.claim, changed.origin) == ("In our own words.", Origin.OWN)
    assert changed.text == built_in.text


def test_a_source_of_ones_own_is_added_with_a_key_of_its_own(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    page.new_source_button.click()
    form = page.desk.source_form
    form.save_button.click()
    assert form.problem.text() == "Give the title of the document."
    form.title.setPlainText("Café survey & more")
    qtbot.keyClicks(form.date, "20 July")
    form.save_button.click()
    assert form.problem.text().startswith("Write the date as 2010")
    form.date.setText("20 July 2010")
    qtbot.keyClicks(form.address, "example.org")
    form.save_button.click()
    assert form.problem.text().startswith("Write the whole address")
    form.address.setText("https://halls.example/report")
    form.kind.setCurrentIndex(form.kind.findData("report"))
    form.save_button.click()
    saved = session.sources()["cafe-survey-more"]
    assert (saved.title, saved.date, saved.kind, saved.origin) == (
        "Café survey & more",
        "2010-07-20",
        SourceKind.REPORT,
        Origin.OWN,
    )
    qtbot.waitUntil(lambda: page.table.currentIndex().data() == "Café survey & more")
    page.desk.detail.add_button.click()
    assert page.desk.snippet_form.source.currentData() == "cafe-survey-more"
    page.desk.cancel()
    page.desk.new_source()
    form.title.setPlainText("Café survey, more!")
    assert form.source().key == "cafe-survey-more-2"


def test_a_source_keeps_its_key_when_it_is_edited(page: LibraryPage, session: Session) -> None:
    choose(page, "our-survey")
    page.desk.edit()
    page.desk.source_form.title.setPlainText("Survey of all halls")
    page.desk.save()
    assert session.sources()["our-survey"].title == "Survey of all halls"


def test_a_snippet_is_retired_shown_on_request_and_brought_back(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    choose(page, "mine")
    page.desk.detail.retire_button.click()
    qtbot.waitUntil(lambda: CLAIM not in titles(page))
    page.filters.bin_button.click()
    assert CLAIM in titles(page)
    choose(page, "mine")
    assert "Retired" in texts(page)
    assert page.desk.detail.retire_button.text() == "Bring back"
    page.desk.detail.retire_button.click()
    qtbot.waitUntil(lambda: "mine" in {item.id for item in session.snippets()})


def test_retired_snippets_are_found_by_their_words(
    page: LibraryPage, session: Session, qtbot: QtBot
) -> None:
    session.apply(RetireSnippet("mine", retired=True))
    page.filters.bin_button.click()
    page.filters.text.setText("no heating in winter")
    qtbot.waitUntil(lambda: CLAIM in titles(page))


def test_what_was_typed_is_thrown_away_only_after_a_yes(
    page: LibraryPage, dialogs: FakeDialogs
) -> None:
    choose(page, "mine")
    page.desk.edit()
    form = page.desk.snippet_form
    form.claim.setPlainText("Another claim.")
    form.cancel_button.click()
    choose(page, "our-survey")
    assert page.desk.form is form
    assert form.claim.text() == "Another claim."
    dialogs.confirms = [True]
    form.cancel_button.click()
    assert page.desk.form is None


def test_a_form_without_changes_closes_without_a_question(
    page: LibraryPage, dialogs: FakeDialogs
) -> None:
    choose(page, "mine")
    page.desk.edit()
    page.desk.snippet_form.save_button.click()
    assert page.desk.form is None
    page.desk.edit()
    choose(page, "our-survey")
    assert page.desk.form is None
    assert dialogs.asked == []


@pytest.mark.parametrize("kind", ["snippet", "source"])
def test_a_form_left_unfinished_is_there_again_next_time(
    page: LibraryPage, show: Show, qtbot: QtBot, session: Session, kind: str
) -> None:
    if kind == "snippet":
        page.desk.new_snippet("our-survey")
        qtbot.keyClicks(page.desk.snippet_form.claim, "Half a thought")
        page.desk.snippet_form.questions.pick("*")
    else:
        page.desk.new_source()
        qtbot.keyClicks(page.desk.source_form.title, "Half a thought")
    page.flush()
    again = opened(show, qtbot)
    form = again.desk.form
    assert form is not None
    assert form.heading.text().endswith("you left unfinished")
    values = form.values()
    assert "Half a thought" in (values.get("claim"), values.get("title"))
    if kind == "snippet":
        assert (values["source"], values["questions"]) == ("our-survey", ["*"])
        again.desk.snippet_form.text.setPlainText("And the rest of it.")
    again.desk.save()
    assert session.setting("library.unfinished") is None
    assert again.desk.form is None
