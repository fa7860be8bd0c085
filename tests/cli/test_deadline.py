"""`consultee deadline`: working days left, and a calendar file."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.rules_changes import CallChanges
from desktop.core.rules_edits import SetCallChanges
from desktop.paths import Paths
from desktop.session import Session
from tests.cli.conftest import REPOSITORY, Consultee


@pytest.fixture
def closing(example: Path, tmp_path: Path) -> Path:
    """Give the example with a call that closes in four weeks."""
    paths = Paths(content=REPOSITORY, data=tmp_path, config=tmp_path)
    session = Session.open(example, paths, datetime.now)
    consultation = session.draft("example").consultation.id
    day = date.today() + timedelta(days=28)  # noqa: DTZ011
    session.apply(SetCallChanges("example", consultation, CallChanges(closes=day)))
    session.close()
    return example


def test_it_says_when_the_call_closes_and_what_is_left(consultee: Consultee, closing: Path) -> None:
    done = consultee("deadline", "example", "--workspace", closing)
    assert (done.code, done.err) == (0, "")
    assert "working days left" in done.out


def test_as_json_with_a_calendar_file_in_a_folder(
    consultee: Consultee, closing: Path, tmp_path: Path
) -> None:
    done = consultee("deadline", "example", "--workspace", closing, "--ics", tmp_path, "--json")
    assert done.code == 0
    assert 10 <= done.json["working_days_left"] <= 21
    assert not done.json["passed"]
    file = Path(done.json["file"])
    assert file.name == "Deadline - Smaller Government Bigger Society.ics"
    assert b"BEGIN:VEVENT" in file.read_bytes()
    again = consultee("deadline", "example", "--workspace", closing, "--ics", file)
    assert again.code == 1
    assert "--replace" in again.err
    replaced = consultee("deadline", "example", "--workspace", closing, "--ics", file, "--replace")
    assert f"Written: {file}" in replaced.out


def test_a_call_whose_last_day_nobody_knows(consultee: Consultee, example: Path) -> None:
    done = consultee("deadline", "example", "--workspace", example)
    assert done.code == 1
    assert "Nobody has said yet when" in done.err
    told = consultee("deadline", "example", "--workspace", example, "--json")
    assert told.json["closes"] is None
