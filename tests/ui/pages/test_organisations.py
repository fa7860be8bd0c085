from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.core.edits import AddOrganisation, SetOrganisationField
from desktop.core.response import Organisation, OrganisationKind, Response
from desktop.core.text import plain_text
from desktop.markup import parse
from desktop.session import Session
from desktop.ui.models.organisations import OrganisationsModel
from desktop.ui.pages.organisation_form import CONTACT_NOTE
from desktop.ui.pages.organisations import OrganisationsPage
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs

Show = Callable[..., OrganisationsPage]
HERE = Place(PageId.ORGANISATIONS)


@pytest.fixture
def page(show: Show) -> OrganisationsPage:
    return show(OrganisationsPage, HERE)


def names(page: OrganisationsPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def stored(session: Session, key: str = "fernbrook") -> Organisation:
    return next(item for item in session.organisations() if item.id == key)


def test_the_list_is_a_sound_model(qtmodeltester: ModelTester, organisation: Organisation) -> None:
    model = OrganisationsModel()
    qtmodeltester.check(model)
    model.show([organisation, Organisation("b", "Valley Voluntary Action")])
    qtmodeltester.check(model)
    assert model.index(0).data() == "Fernbrook Community Trust"


def test_before_there_is_an_organisation_the_page_says_what_to_do(
    page: OrganisationsPage, session: Session
) -> None:
    assert page.empty.isVisible()
    assert page.first_focus() is page.empty.button
    page.empty.button.click()
    assert not page.empty.isVisible()
    assert page.form.name.hasFocus()
    assert [item.name for item in session.organisations()] == [""]
    assert names(page) == ["No name yet"]


def test_what_is_typed_is_saved_after_a_short_quiet(
    organisation: Organisation, page: OrganisationsPage, session: Session, qtbot: QtBot
) -> None:
    page.form.name.selectAll()
    qtbot.keyClicks(page.form.name, "Fernbrook Trust & Friends")
    qtbot.waitUntil(lambda: stored(session).name == "Fernbrook Trust & Friends")
    qtbot.waitUntil(lambda: names(page) == ["Fernbrook Trust & Friends"])


def test_leaving_saves_at_once(
    organisation: Organisation, page: OrganisationsPage, session: Session, qtbot: QtBot
) -> None:
    form = page.form
    qtbot.keyClicks(form.contact_email, "ada@fernbrook.example")
    form.about.setPlainText("We run two village halls.")
    page.flush()
    assert stored(session).contact_email == "ada@fernbrook.example"
    assert stored(session).about == "We run two village halls."
    assert session.undo_name("workspace") == "change to the organisation"


def test_every_field_of_an_organisation_can_be_written(
    organisation: Organisation, page: OrganisationsPage, session: Session
) -> None:
    texts = {
        name: f"words for {name}"
        for name in page.form._texts()  # every field there is
    }
    for name, field in page.form._fields.items():
        field._door.write(texts[name])
    page.flush()
    assert {name: getattr(stored(session), name) for name in texts} == texts


def test_the_kind_is_saved_when_it_is_chosen(
    organisation: Organisation, page: OrganisationsPage, session: Session, qtbot: QtBot
) -> None:
    page.form.kind.setFocus()
    qtbot.keyClick(page.form.kind, Qt.Key.Key_End)
    page.form.kind.activated.emit(page.form.kind.currentIndex())
    assert stored(session).kind is OrganisationKind.OTHER


def test_a_name_of_three_hundred_characters_wraps_and_is_kept(
    organisation: Organisation, page: OrganisationsPage, session: Session
) -> None:
    before = page.form.name.height()
    name = "Association of Village Halls " * 10 + "and Rooms"
    page.form.name.setPlainText(name)
    page.flush()
    assert stored(session).name == name
    assert page.form.name.sizeHint().height() > before


def test_control_characters_that_are_pasted_never_reach_the_workspace(
    organisation: Organisation, page: OrganisationsPage, session: Session
) -> None:
    pasted, kept = "Hall\x01 and\x0b café ‏שלום 👍 & <b>", "Hall and café ‏שלום 👍 & <b>"
    page.form.about.setPlainText(pasted)
    page.form.contact_address.setPlainText(pasted)
    page.flush()
    assert plain_text(parse(stored(session).about)) == kept
    assert stored(session).contact_address == kept


def test_choosing_another_organisation_saves_the_first_and_shows_the_second(
    organisation: Organisation, session: Session, show: Show, qtbot: QtBot
) -> None:
    session.apply(AddOrganisation(Organisation("valley", "Valley Voluntary Action")))
    page = show(OrganisationsPage, Place(PageId.ORGANISATIONS, item="valley"))
    assert page.form.name.text() == "Valley Voluntary Action"
    qtbot.keyClicks(page.form.reach, "40 groups")
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    assert stored(session, "valley").reach == "40 groups"
    assert page.form.name.text() == "Fernbrook Community Trust"
    assert page.form.reach.text() == ""


def test_an_organisation_in_use_is_not_removed_and_a_sentence_says_why(
    response: Response, page: OrganisationsPage, session: Session, dialogs: FakeDialogs
) -> None:
    dialogs.confirms = [True]
    page.form.remove_button.click()
    assert [error.title for error in dialogs.errors] == ["The organisation is in use"]
    assert "1 response is from this organisation." in dialogs.errors[0].message
    assert names(page) == ["Fernbrook Community Trust"]


def test_an_organisation_is_removed_after_a_yes_and_undo_brings_it_back(
    organisation: Organisation, page: OrganisationsPage, session: Session, dialogs: FakeDialogs
) -> None:
    page.form.remove_button.click()
    assert names(page) == ["Fernbrook Community Trust"]
    dialogs.confirms = [True]
    page.form.remove_button.click()
    assert session.organisations() == []
    assert page.empty.isVisible()
    session.undo("workspace")
    assert names(page) == ["Fernbrook Community Trust"]
    assert page.form.about.toPlainText() == "We run a village hall."


def test_a_change_from_elsewhere_shows_but_does_not_overwrite_what_is_being_typed(
    organisation: Organisation, page: OrganisationsPage, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.form.reach, "7")
    session.apply(SetOrganisationField("fernbrook", "charity_number", "1000001"))
    assert page.form.charity_number.text() == "1000001"
    assert page.form.reach.text() == "7"


def test_the_page_says_that_contact_details_stay_out_of_the_document(
    organisation: Organisation, page: OrganisationsPage
) -> None:
    from PySide6.QtWidgets import QLabel

    assert CONTACT_NOTE in [label.text() for label in page.form.findChildren(QLabel)]


def test_an_organisation_that_writes_in_welsh_says_so_once(
    page: OrganisationsPage, session: Session, organisation: Organisation
) -> None:
    page.open(HERE)
    assert not page.form.welsh.isChecked()
    page.form.welsh.click()
    assert stored(session).languages == "cy-GB"
    page.form.welsh.click()
    assert stored(session).languages == ""


def test_who_approves_and_what_is_at_stake_is_kept(
    page: OrganisationsPage, organisation: Organisation, session: Session
) -> None:
    page.form.show_organisation(organisation)
    page.form.sign_off.set_text("The chair")
    page.form.interests.set_text("The council pays for our helpline.")
    page.form.sign_off.edited.emit()
    page.form.interests.edited.emit()
    page.form.flush()
    assert stored(session).sign_off == "The chair"
    assert stored(session).interests == "The council pays for our helpline."
