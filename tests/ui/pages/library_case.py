"""What the tests of the library page share: a few snippets of one's own, and ways to say things."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from desktop.core.edits import SaveSnippet, SaveSource
from desktop.core.evidence import Snippet, SnippetKind, Source
from desktop.session import Session
from desktop.ui.pages.library import LibraryPage

OURS = Source("our-survey", "Survey of halls", "Fernbrook Community Trust", date="2026-03")
HEATING = Snippet(
    "heating",
    "our-survey",
    "Half of the halls in the valley have no heating.",
    "In our survey of forty halls, twenty said that they have no heating in winter months.",
    SnippetKind.STATISTIC,
    "table 2",
    tags=("halls", "heating"),
    questions=("pasc-big-society-2011#2",),
    owner="Ada Larch",
    review_by=date(2026, 6, 1),
)
AGAIN = Snippet(
    "again",
    "our-survey",
    "Half of the halls in our valley have no heating.",
    "In our survey of forty halls, twenty-two said that they have no heating in the winter months.",
    SnippetKind.STATISTIC,
    "table 3",
    tags=("winter",),
    review_by=date(2026, 9, 1),
)
KEYS = Snippet(
    "keys",
    "our-survey",
    "Nobody holds the keys of the halls in August.",
    "When the caretakers are away in August the halls stay locked and no group can meet in them.",
    SnippetKind.ARGUMENT,
    "page 9",
    owner="Ben Ash",
)
MINE = (HEATING, AGAIN, KEYS)


def fill(session: Session) -> None:
    """Put the snippets into the library."""
    session.apply(SaveSource(OURS))
    for snippet in MINE:
        session.apply(SaveSnippet(snippet))


def titles(page: LibraryPage) -> list[str]:
    """Return the first column."""
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def names(page: LibraryPage) -> list[str]:
    """Return the names of the rows, from top to bottom."""
    return [row.id for row in page.model.rows()]


def choose(page: LibraryPage, *wanted: str) -> None:
    """Choose these rows, as somebody who holds Ctrl down."""
    from PySide6.QtCore import QItemSelectionModel

    flags = QItemSelectionModel.SelectionFlag
    selection = page.table.selectionModel()
    page.table.setCurrentIndex(page.model.index_of(wanted[0]))
    for name in wanted[1:]:
        index = page.model.index_of(name)
        assert index.isValid(), name
        selection.setCurrentIndex(index, flags.Select | flags.Rows)


def only_ours(page: LibraryPage, qtbot: QtBot) -> None:
    """Show nothing but what is one's own."""
    page.filters.origins.choose(frozenset({"own"}))
    qtbot.waitUntil(lambda: all(name in names(page) for name in ("heating", "again", "keys")))
