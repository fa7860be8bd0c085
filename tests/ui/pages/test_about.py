from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from desktop.core.edits import AddOrganisation, SetOrganisationField, SetResponseText
from desktop.core.response import Organisation, Response
from desktop.session import Session
from desktop.ui.pages.about import AboutPage
from desktop.ui.place import PageId, Place
from desktop.ui.widgets.long_field import LongField


@pytest.fixture
def page(response: Response, show: Callable[..., AboutPage]) -> AboutPage:
    return show(AboutPage, Place(PageId.ABOUT, response.id))


def now(session: Session, response: Response) -> Response:
    return session.draft(response.id).response


def test_about_us_follows_the_organisation_until_it_is_edited_here(
    page: AboutPage, session: Session, response: Response
) -> None:
    assert page.about.toPlainText() == "We run a village hall."
    assert not page.follow_button.isVisible()
    session.apply(SetOrganisationField("fernbrook", "about", "We run two halls."))
    assert page.about.toPlainText() == "We run two halls."
    page.flush()
    assert now(session, response).about is None
    page.about.setPlainText("We run two halls and a café.")
    page.flush()
    assert now(session, response).about == "We run two halls and a café."
    assert page.follow_button.isVisible()
    assert "this response only" in page.about_field.help.text()


def test_the_first_about_us_is_kept_with_the_organisation_for_the_next_response(
    session: Session, response: Response, show: Callable[..., AboutPage]
) -> None:
    session.apply(SetOrganisationField("fernbrook", "about", ""))
    page = show(AboutPage, Place(PageId.ABOUT, response.id))
    assert page.about_field.help.text() == (
        "Kept with the organisation, so that the next response starts with it."
    )
    for text in ("We run a hall.", "We run a hall and a garden."):
        page.about.setPlainText(text)
        page.flush()
        assert session.draft(response.id).organisation.about == text
        assert now(session, response).about is None
    following = session.start_response(response.consultation, response.organisation)
    page.open(Place(PageId.ABOUT, following.id))
    assert page.about.toPlainText() == "We run a hall and a garden."
    page.about.setPlainText("We run a hall for the young.")
    page.flush()
    assert now(session, following).about == "We run a hall for the young."
    assert session.draft(response.id).about == "We run a hall and a garden."


def test_the_organisations_text_can_be_followed_again(
    page: AboutPage, session: Session, response: Response
) -> None:
    session.apply(SetResponseText(response.id, "about", "Something else."))
    assert page.about.toPlainText() == "Something else."
    page.follow_button.click()
    assert now(session, response).about is None
    assert page.about.toPlainText() == "We run a village hall."


def test_reason_and_oral_evidence_are_saved_and_counted(
    page: AboutPage, session: Session, response: Response, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.reason, "We saw it happen.")
    qtbot.keyClicks(page.oral, "How we run the hall.")
    qtbot.waitUntil(lambda: now(session, response).oral_evidence == "How we run the hall.")
    assert now(session, response).reason == "We saw it happen."
    words = [field.words.text() for field in page.findChildren(LongField)]
    assert words == ["5 words", "4 words", "5 words"]


def test_the_response_can_be_given_to_another_organisation(
    session: Session, response: Response, show: Callable[..., AboutPage]
) -> None:
    session.apply(AddOrganisation(Organisation("valley", "Valley Action", about="We join up.")))
    page = show(AboutPage, Place(PageId.ABOUT, response.id))
    place = page.organisation.findText("Valley Action")
    page.organisation.setCurrentIndex(place)
    page.organisation.activated.emit(place)
    assert now(session, response).organisation == "valley"
    assert page.about.toPlainText() == "We join up."


def test_the_date_printed_is_the_day_of_export_until_another_is_chosen(
    page: AboutPage, session: Session, response: Response
) -> None:
    assert page.today.isChecked()
    assert not page.dated.isEnabled()
    page.today.setChecked(False)
    assert now(session, response).dated == date(2026, 11, 23)
    page.dated.setDate(QDate(2026, 12, 1))
    page.dated.editingFinished.emit()
    assert now(session, response).dated == date(2026, 12, 1)
    page.today.setChecked(True)
    assert now(session, response).dated is None


def test_a_link_leads_to_the_organisation(page: AboutPage, visited: list[Place]) -> None:
    page.edit_organisations.click()
    assert visited == [Place(PageId.ORGANISATIONS, item="fernbrook")]


def test_undo_from_elsewhere_is_shown(
    page: AboutPage, session: Session, response: Response
) -> None:
    page.reason.setPlainText("Because.")
    page.flush()
    session.undo(f"response:{response.id}")
    assert page.reason.toPlainText() == ""
