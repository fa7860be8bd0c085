"""Starting a response: what is asked first, and nothing where there is but one choice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core.consultation import Consultation
from desktop.core.edits import AddOrganisation
from desktop.core.library_edits import SaveConsultation
from desktop.core.response import Organisation
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.context import Context
from desktop.ui.new_response import start_response
from desktop.ui.place import PageId, Place
from tests.ui.fakes import FakeDialogs


@pytest.fixture
def halls(session: Session) -> Consultation:
    """A second call, so that there is something to choose from."""
    (known,) = session.consultations()
    call = replace(known, id="own-halls", title="Keeping halls open", body_short="Dale Council")
    session.apply(SaveConsultation(call))
    return call


def questions_opened(visited: list[Place]) -> list[str]:
    assert all(place.page is PageId.QUESTION for place in visited)
    return [place.item for place in visited]


def test_with_one_call_and_one_organisation_nothing_is_asked(
    context: Context, organisation: Organisation, dialogs: FakeDialogs, visited: list[Place]
) -> None:
    start_response(context)
    assert dialogs.asked == []
    assert questions_opened(visited) == ["1"]
    (card,) = context.session.responses()
    assert card.response.organisation == organisation.id


def test_of_several_calls_one_is_chosen_by_its_title_and_body(
    context: Context,
    organisation: Organisation,
    halls: Consultation,
    dialogs: FakeDialogs,
    visited: list[Place],
) -> None:
    titles = [call.title for call in context.session.consultations()]
    dialogs.choices = [titles.index(halls.title)]
    start_response(context)
    assert dialogs.asked == [("choose", "New response", "Which inquiry do you answer?")]
    (card,) = context.session.responses()
    assert card.response.consultation == halls.id


def test_whoever_thinks_better_of_it_has_started_nothing(
    context: Context,
    session: Session,
    organisation: Organisation,
    halls: Consultation,
    dialogs: FakeDialogs,
    visited: list[Place],
) -> None:
    start_response(context)
    session.apply(AddOrganisation(Organisation("dale", "")))
    start_response(context, halls)
    dialogs.choices = [2]
    start_response(context, halls)
    assert [title for _, title, _ in dialogs.asked] == [
        "New response",
        "Who is answering?",
        "Who is answering?",
        "Another organisation",
    ]
    assert session.responses() == []
    assert visited == []


def test_of_several_organisations_one_is_chosen_or_another_is_named(
    context: Context,
    session: Session,
    organisation: Organisation,
    halls: Consultation,
    dialogs: FakeDialogs,
) -> None:
    session.apply(AddOrganisation(Organisation("dale", "")))
    ids = [one.id for one in session.organisations()]
    dialogs.choices = [ids.index("dale"), len(ids)]
    dialogs.texts = ["  Larch   Street Players "]
    start_response(context, halls)
    start_response(context, halls)
    names = {one.id: one.name for one in session.organisations()}
    answering = {names[card.response.organisation] for card in session.responses()}
    assert answering == {"", "Larch Street Players"}


def test_without_a_name_the_program_says_what_it_needs(
    context: Context, dialogs: FakeDialogs, visited: list[Place]
) -> None:
    dialogs.texts = ["   "]
    start_response(context)
    assert dialogs.notices == [
        "A response needs the name of the organisation that it is from.",
    ]
    assert context.session.organisations() == []
    assert visited == []


@pytest.fixture
def lost(paths: Paths, tmp_path: Path) -> Iterator[Session]:
    """A workspace opened by a copy of the program that lost its content."""
    without = replace(paths, content=tmp_path / "nothing here")
    session = Session.open(tmp_path / "new.consultee", without)
    yield session
    session.close()


def test_a_program_that_lost_its_content_says_how_to_get_it_back(
    lost: Session, context: Context, dialogs: FakeDialogs
) -> None:
    start_response(replace(context, session=lost))
    (error,) = dialogs.errors
    assert error.title == "There is no inquiry to answer"
    assert "install it again" in error.hint
