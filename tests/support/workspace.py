"""A real workspace on a real disk, for whoever needs one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.edits import AddOrganisation
from desktop.core.response import Organisation, Response
from desktop.paths import Paths
from desktop.session import Session

REPOSITORY = Path(__file__).resolve().parents[2]
INQUIRY = "pasc-big-society-2011"


class SetClock:
    """A clock that a test turns by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(content=REPOSITORY, data=tmp_path, config=tmp_path)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "work.consultee"


@pytest.fixture
def session(workspace: Path, paths: Paths, clock: SetClock) -> Iterator[Session]:
    opened = Session.open(workspace, paths, clock)
    yield opened
    opened.close()


@pytest.fixture
def organisation(session: Session) -> Organisation:
    trust = Organisation("fernbrook", "Fernbrook Community Trust", about="We run a village hall.")
    session.apply(AddOrganisation(trust))
    return trust


@pytest.fixture
def response(session: Session, organisation: Organisation) -> Response:
    return session.start_response(INQUIRY, organisation.id)
