"""The table of the library: its order, its columns, what narrows it down, what is inside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.core.evidence import Passage, Source
from desktop.core.imports import ImportedDocument
from desktop.session import Session
from desktop.ui.models.library_filter import DUE, LATER, NEVER, SOON, LibraryFilter, narrowed
from desktop.ui.models.library_order import COLUMNS
from desktop.ui.models.library_rows import LibraryRow, passage_row, rows_of
from desktop.ui.models.library_table import INSIDE_ROLE, LibraryTableModel
from desktop.ui.pages.library import LibraryPage
from desktop.ui.place import PageId, Place
from tests.ui.imported import CLOSED, bring_in
from tests.ui.pages.library_case import HEATING, KEYS, OURS, choose, fill, names, only_ours, titles

Show = Callable[..., LibraryPage]
TODAY = date(2026, 5, 1)


@pytest.fixture
def page(session: Session, show: Show, qtbot: QtBot) -> LibraryPage:
    fill(session)
    page = show(LibraryPage, Place(PageId.LIBRARY))
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    return page


@pytest.fixture
def document(session: Session, tmp_path: Path) -> ImportedDocument:
    return bring_in(session, tmp_path)


# Order


def test_the_order_is_chosen_by_menu_also_for_columns_that_are_not_seen(
    page: LibraryPage, qtbot: QtBot
) -> None:
    only_ours(page, qtbot)
    page.filters.order.pick(_column("Check by"))
    assert names(page)[:2] == ["heating", "again"]
    assert page.filters.order.text() == "Sort: check by ▾"
    page.filters.order.pick(_column("Check by"), backwards=True)
    assert names(page)[:2] == ["again", "heating"]
    assert set(names(page)[2:]) == {"keys", "our-survey"}
    page.filters.order.pick(-1)
    assert names(page)[0] == "our-survey"


def test_a_click_on_a_heading_shows_in_the_menu(page: LibraryPage) -> None:
    page.table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    assert page.filters.order.text() == "Sort: kind ▾"
    assert page.filters.order.backwards.isChecked()


def test_what_a_column_does_not_say_comes_last_either_way(qtmodeltester: ModelTester) -> None:
    model = LibraryTableModel()
    owned, free = LibraryRow(OURS, HEATING), LibraryRow(OURS)
    model.show((free, owned))
    qtmodeltester.check(model)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        model.sort(_column("Looked after by"), order)
        assert [row.id for row in model.rows()] == ["heating", "our-survey"]


def test_tab_goes_from_the_top_over_the_search_and_the_table_to_what_is_chosen(
    page: LibraryPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(page.desk.detail.edit_button.isVisible)
    stops = (page.new_snippet_button, page.filters.text, page.table, page.desk.detail.edit_button)
    chain: list[QWidget] = []
    widget: QWidget | None = stops[0]
    while widget is not None and len(chain) < len(stops):
        if widget in stops:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    assert tuple(chain) == stops


def test_a_wide_table_has_more_columns_and_a_narrow_one_keeps_the_claim(
    page: LibraryPage, qtbot: QtBot
) -> None:
    def shown() -> list[str]:
        hidden = page.table.isColumnHidden
        return [c.heading for place, c in enumerate(COLUMNS) if not hidden(place)]

    page.resize(2400, 700)
    qtbot.waitUntil(lambda: "Consultation" in shown())
    page.resize(760, 700)
    qtbot.waitUntil(lambda: len(shown()) < 4)
    assert shown()[0] == "What it says"


def test_a_column_that_says_nothing_is_left_out(page: LibraryPage, qtbot: QtBot) -> None:
    page.resize(2400, 700)
    only_ours(page, qtbot)
    assert not page.table.isColumnHidden(_column("Looked after by"))
    page.filters.kinds.choose(frozenset({"source"}))
    assert page.table.isColumnHidden(_column("Looked after by"))


# Narrowing down


def test_every_filter_narrows_the_table_and_says_that_it_is_in_use(
    page: LibraryPage, qtbot: QtBot
) -> None:
    filters = page.filters
    assert not filters.owners.isVisible()
    filters.more_button.click()
    assert filters.owners.isVisible()
    filters.owners.choose(frozenset({"Ben Ash"}))
    assert names(page) == ["keys"]
    assert filters.more_button.text() == "Fewer filters (1 used)"
    filters.clear()
    filters.years.choose(frozenset({"2026"}))
    assert set(names(page)) == {"our-survey", "heating", "again", "keys"}
    filters.clear()
    filters.consultations.choose(frozenset({"Smaller Government: Bigger Society?"}))
    assert "heating" in names(page)
    assert "keys" not in names(page)
    filters.clear()
    filters.tags.choose(frozenset({"winter"}))
    assert names(page) == ["again"]
    filters.clear()
    filters.reviews.choose(frozenset({DUE}))
    assert names(page) == ["heating", "again"]


@pytest.mark.parametrize(
    ("day", "standing"),
    [(TODAY, DUE), (date(2026, 5, 2), SOON), (date(2026, 9, 1), LATER), (None, NEVER)],
)
def test_review_dates_are_near_or_far(day: date | None, standing: str) -> None:
    from dataclasses import replace

    row = LibraryRow(OURS, replace(HEATING, review_by=day))
    for wanted in (DUE, SOON, LATER, NEVER):
        found = narrowed([row], LibraryFilter(reviews=frozenset({wanted}), today=TODAY))
        assert bool(found) is (wanted == standing)
    assert narrowed([LibraryRow(OURS)], LibraryFilter(reviews=frozenset({standing}))) == ()


def test_passages_found_stand_among_the_best() -> None:
    passage = Passage("p", OURS.key, "d", 0, "Halls are cold.", "page 1", likes=4)
    rows = (LibraryRow(OURS), LibraryRow(OURS, HEATING), LibraryRow(OURS, KEYS))
    found = {"p": passage_row(passage, rows[0])}
    wanted = LibraryFilter(text="halls")
    assert [r.id for r in narrowed(rows, wanted, ["p", "keys"], found)][:2] == ["p", "keys"]
    only = LibraryFilter(text="halls", kinds=frozenset({"statistic"}))
    assert [r.id for r in narrowed(rows, only, ["p"], found)] == ["heating"]
    assert wanted.passages()
    assert not only.passages()


# Words that were searched for


def test_the_words_searched_for_are_marked_in_the_table_and_on_the_desk(
    page: LibraryPage, qtbot: QtBot
) -> None:
    page.filters.text.setText("no heating in winter")
    qtbot.waitUntil(lambda: names(page)[:1] in (["heating"], ["again"]))
    choose(page, "heating")
    assert "<b><u>heating</u></b>" in page.desk.detail.title.text()
    assert "<b><u>winter</u></b>" in page.desk.detail.text.text()
    assert page.desk.detail.title.accessibleName() == HEATING.claim
    assert page.filters.order.text() == "Sort: best first ▾"
    page.filters.text.clear()
    qtbot.waitUntil(lambda: page.desk.detail.title.text() == HEATING.claim)


def test_marked_words_look_different_from_unmarked_ones(page: LibraryPage) -> None:
    index = page.model.index_of("heating")

    def picture(query: str) -> QImage:
        page.table.claims.query = query
        image = QImage(420, 60, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        option = QStyleOptionViewItem()
        option.rect = image.rect()
        option.font = page.table.font()
        option.palette = page.table.palette()
        page.table.claims.paint(painter, option, index)
        painter.end()
        return image

    assert picture("") == picture("zebra")
    assert picture("heating") != picture("")
    assert picture("heating") != picture("winter")


# Passages under their Source


def test_a_source_is_opened_and_its_passages_stand_below_it(
    page: LibraryPage, document: ImportedDocument, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: document.source in names(page))
    choose(page, document.source)
    assert titles(page)[names(page).index(document.source)].startswith("▸ Response of Larchfield")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    place = names(page).index(document.source)
    assert titles(page)[place].startswith("▾ ")
    assert page.model.rows()[place + 2].text == CLOSED
    assert page.table.currentIndex().row() == place
    said = page.model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith(", opened")
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert titles(page)[names(page).index(document.source)].startswith("▸ ")
    assert CLOSED not in [row.text for row in page.model.rows()]


def test_a_click_on_the_sign_opens_a_source(
    page: LibraryPage, document: ImportedDocument, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: document.source in names(page))
    index = page.table.choose(document.source)
    corner = page.table.visualRect(index).topLeft() + QPoint(12, 20)
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    assert page.model.is_open(document.source)


def test_passages_stay_below_their_source_in_any_order(
    page: LibraryPage, document: ImportedDocument, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: document.source in names(page))
    choose(page, document.source)
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    page.filters.order.pick(0, backwards=True)
    place = names(page).index(document.source)
    inside = [row.passage is not None for row in page.model.rows()[place + 1 : place + 6]]
    assert inside == [True, True, True, True, True][: len(inside)]


def test_passages_stand_in_only_below_their_source(
    page: LibraryPage, document: ImportedDocument, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: document.source in names(page))
    choose(page, document.source)
    qtbot.keyClick(page.table, Qt.Key.Key_Right)

    def stands_in() -> object:
        row = next(row for row in page.model.rows() if row.text == CLOSED)
        return page.model.index_of(row.id).data(INSIDE_ROLE)

    assert stands_in() is True
    page.filters.text.setText("walking distance")
    qtbot.waitUntil(lambda: page.said.text().endswith("best first."))
    assert stands_in() is False


def test_near_identical_passages_show_as_one(
    page: LibraryPage, session: Session, tmp_path: Path, qtbot: QtBot, document: ImportedDocument
) -> None:
    from tests.ui.imported import PAST_RESPONSE, RECOMMENDED

    changed = PAST_RESPONSE.replace(RECOMMENDED, "Ministers should listen to small groups.")
    bring_in(session, tmp_path, changed, "larchfield-2020.md", "2020-06-02")
    page.filters.text.setText("halls in our valley closed after their grants ended")
    qtbot.waitUntil(lambda: any("(and 1 more like it)" in title for title in titles(page)))
    row = next(row for row in page.model.rows() if row.text == CLOSED)
    choose(page, row.id)
    detail = page.desk.detail
    assert detail.likes_button.isVisible()
    detail.likes_button.click()
    assert len(detail.like_links()) == 1


def test_ten_thousand_rows_can_be_narrowed_down_and_sorted() -> None:
    from dataclasses import replace

    rows = tuple(
        LibraryRow(Source("s", "S"), replace(HEATING, id=f"s{n}", claim=f"Claim {n % 977}"))
        for n in range(10_000)
    )
    model = LibraryTableModel()
    model.show(narrowed(rows, LibraryFilter(tags=frozenset({"halls"}))))
    model.sort(0)
    assert model.rowCount() == 10_000
    shown = (model.row(model.index(place, 0)) for place in range(0, 10_000, 500))
    claims = [row.snippet.claim for row in shown if row and row.snippet]
    assert claims == sorted(claims, key=str.casefold)
    assert len(claims) == 20


def test_rows_of_the_session_become_rows_of_the_table(
    session: Session, document: ImportedDocument
) -> None:
    rows = {row.id: row for row in rows_of(session.library.rows()())}
    source = rows[document.source]
    assert (source.kind, source.document, source.year) == ("source", document.id, "2019")
    assert source.passages == document.passages


def _column(heading: str) -> int:
    return next(place for place, column in enumerate(COLUMNS) if column.heading == heading)
