"""A case study and a quotation ask who has agreed, for what and until when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.core.consent import Consent, Use
from desktop.core.consent_edits import SaveAgreedSnippet
from desktop.core.edits import SaveSource
from desktop.core.evidence import SnippetKind
from desktop.session import Session
from desktop.ui.pages.library import LibraryPage
from desktop.ui.place import PageId, Place
from tests.ui.pages.library_case import KEYS, OURS

Show = Callable[..., LibraryPage]
CASE = replace(KEYS, id="case", kind=SnippetKind.CASE_STUDY)
AGREED = Consent(
    "case",
    "The caretaker",
    frozenset({Use.PUBLISHED, Use.OWN}),
    date(2026, 11, 20),
    date(2028, 11, 20),
    "First name only.",
)


@pytest.fixture
def page(session: Session, show: Show, qtbot: QtBot) -> LibraryPage:
    session.apply(SaveSource(OURS))
    session.apply(SaveAgreedSnippet(CASE, AGREED))
    page = show(LibraryPage, Place(PageId.LIBRARY, item="case"))
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    page.table.setCurrentIndex(page.model.index_of("case"))
    return page


def test_the_row_says_who_agreed_to_what_until_when(page: LibraryPage) -> None:
    labels = [label.text() for label in page.desk.detail.findChildren(QLabel)]
    (said,) = (text for text in labels if text.startswith("The caretaker:"))
    assert "published with evidence" in said
    assert "until 20 November 2028" in said
    assert "First name only." in said


def test_a_case_study_asks_for_it_and_an_argument_does_not(page: LibraryPage) -> None:
    page.desk.edit()
    form = page.desk.snippet_form
    assert form.consent.isVisible()
    assert form.consent.who.text() == "The caretaker"
    assert form.consent.uses[Use.PUBLISHED].isChecked()
    assert not form.consent.uses[Use.UNPUBLISHED].isChecked()
    assert form.consent.until.date() == QDate(2028, 11, 20)
    form.kind.setCurrentIndex(form.kind.findData(SnippetKind.ARGUMENT.value))
    assert not form.consent.isVisible()


def test_what_is_ticked_is_saved_with_the_snippet(page: LibraryPage, session: Session) -> None:
    page.desk.edit()
    form = page.desk.snippet_form
    form.consent.uses[Use.OWN].click()
    form.consent.ends.click()
    page.desk.save()
    kept = session.library.consent("case")
    assert kept is not None
    assert (kept.who, kept.covers, kept.until) == (
        "The caretaker",
        frozenset({Use.PUBLISHED}),
        None,
    )


def test_a_tick_without_a_name_is_asked_about(page: LibraryPage, session: Session) -> None:
    page.desk.edit()
    form = page.desk.snippet_form
    form.consent.who.setText("")
    page.desk.save()
    assert "who has agreed" in form.problem.text()
    assert session.library.consent("case") == AGREED


def test_another_change_leaves_the_record_as_it_was(page: LibraryPage, session: Session) -> None:
    page.desk.edit()
    form = page.desk.snippet_form
    form.owner.setText("Ada Larch")
    page.desk.save()
    assert session.library.consent("case") == AGREED
    snippet = session.snippet("case")
    assert snippet is not None
    assert snippet.owner == "Ada Larch"


def test_clearing_everything_takes_the_record_away(page: LibraryPage, session: Session) -> None:
    page.desk.edit()
    form = page.desk.snippet_form
    form.consent.who.setText("")
    form.consent.note.setPlainText("")
    for use in AGREED.covers:
        form.consent.uses[use].click()
    page.desk.save()
    assert session.library.consent("case") is None
