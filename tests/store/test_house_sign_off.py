"""Who approves what is sent, read from the files of house rules of an organisation."""

from __future__ import annotations

from datetime import datetime

import pytest

from desktop.core.edits import WORKSPACE_SCOPE
from desktop.core.response import Response
from desktop.core.rules import Venue
from desktop.core.signing import Approval, approval, approver
from desktop.core.wording import HouseRules
from desktop.core.wording_edits import SaveHouseRules
from desktop.session import Session
from desktop.store.house_sign_off import house_sign_off

NOW = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001
TOP = "format = 1\nversion = 1\n"


def add(session: Session, response: Response, name: str, said: str) -> None:
    rules = HouseRules(name, response.organisation, f"{name}.toml", f"{TOP}{said}", NOW)
    session.apply(SaveHouseRules(rules))


def who(session: Session, response: Response, venue: Venue) -> str:
    found = house_sign_off(session._db, response.organisation, venue)
    return found.who if found else ""


def test_it_is_part_of_the_draft_until_the_file_goes(session: Session, response: Response) -> None:
    assert session.draft(response.id).house_sign_off is None
    add(session, response, "orders", '[sign_off]\nwho = "The board"\ndays = 5\n')
    draft = session.draft(response.id)
    house = draft.house_sign_off
    assert house is not None
    assert (house.days, house.source) == (5, "House rules: orders.toml")
    assert approver(draft) == "The board"
    assert approval(draft) is Approval.WAITED_FOR
    session.undo(WORKSPACE_SCOPE)
    assert session.draft(response.id).house_sign_off is None


def test_it_holds_for_the_kinds_of_body_that_it_names(session: Session, response: Response) -> None:
    add(session, response, "orders", '[sign_off]\nwho = "The board"\nvenues = ["senedd"]\n')
    assert who(session, response, Venue.SENEDD) == "The board"
    assert who(session, response, Venue.COUNCIL) == ""


def test_what_is_said_of_one_kind_of_body_comes_before_what_holds_for_all(
    session: Session, response: Response
) -> None:
    add(session, response, "b", '[sign_off]\nwho = "The director"\n')
    add(session, response, "c", '[sign_off]\nwho = "The board"\nvenues = ["senedd", "council"]\n')
    add(session, response, "a", '[[wording]]\nid = "x"\nwords = ["clients"]\n')
    assert who(session, response, Venue.SENEDD) == "The board"
    assert who(session, response, Venue.PETITION) == "The director"
    add(session, response, "a", '[sign_off]\nwho = "The chair"\n')
    assert who(session, response, Venue.PETITION) == "The chair"


@pytest.mark.parametrize("said", ["[sign_off]\nwho = 7\n", "[sign_off]\nwho", "# sign_off\n"])
def test_a_file_that_cannot_be_read_says_nothing(
    session: Session, response: Response, said: str
) -> None:
    add(session, response, "orders", said)
    assert who(session, response, Venue.SENEDD) == ""
