"""`consultee check`: findings for a person and for a program."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.core.checking_edits import DismissFinding
from desktop.core.dismissing import Dismissal
from desktop.core.edits import SetBody, SetKeyPoint, SetOrganisationField
from desktop.paths import Paths
from desktop.session import Session
from tests.cli.conftest import REPOSITORY, Consultee


@pytest.fixture
def spoilt(example: Path, tmp_path: Path) -> Path:
    """Give the example with a nameless organisation, a bare figure and no first key point."""
    paths = Paths(content=REPOSITORY, data=tmp_path, config=tmp_path)
    session = Session.open(example, paths, lambda: datetime(2026, 11, 23, 10))  # noqa: DTZ001
    session.apply(SetOrganisationField("example-organisation", "name", ""))
    session.apply(SetKeyPoint("example", "1", ""))
    session.apply(SetBody("example", "1", "Some 4,000 people were asked."))
    session.close()
    return example


def test_a_sound_response_passes(consultee: Consultee, example: Path) -> None:
    done = consultee("check", "Smaller", "--workspace", example)
    assert (done.code, done.err) == (0, "")
    assert "0 errors, 0 warnings" in done.out


def test_errors_come_first_and_end_with_exit_code_one(consultee: Consultee, spoilt: Path) -> None:
    done = consultee("check", "example", "--workspace", spoilt)
    assert done.code == 1
    assert done.out.startswith("ERROR  Title: The organisation has no name.")
    assert "WARNING  Question 1: “4,000 people” has no source." in done.out
    assert "Source: " in done.out
    assert done.err == "consultee: 1 error to put right before it is sent.\n"


def test_findings_as_json(consultee: Consultee, spoilt: Path) -> None:
    done = consultee("check", "example", "--workspace", spoilt, "--json")
    assert done.code == 1
    said = done.json
    assert (said["response"], said["errors"]) == ("example", 1)
    assert said["warnings"] == sum(f["level"] == "warning" for f in said["findings"])
    first = said["findings"][0]
    assert first["check"] == "organisation-named"
    assert first["rule"]["id"] == "capacity"
    assert first["address"].startswith("http")


def test_what_was_dismissed_is_named_with_its_reason_and_counts_no_more(
    consultee: Consultee, spoilt: Path, tmp_path: Path
) -> None:
    paths = Paths(content=REPOSITORY, data=tmp_path, config=tmp_path)
    session = Session.open(spoilt, paths, lambda: datetime(2026, 11, 23, 10))  # noqa: DTZ001
    (error,) = (f for f in session.checking(session.draft("example"))() if f.level == "error")
    why = Dismissal.of(error, "The name is on the envelope.", date(2026, 11, 23))
    session.apply(DismissFinding("example", why))
    session.close()
    done = consultee("check", "example", "--workspace", spoilt)
    assert done.code == 0
    assert "Dismissed: 2 findings." in done.out
    assert "DISMISSED  Title: The organisation has no name." in done.out
    assert "Reason: The name is on the envelope." in done.out
    said = consultee("check", "example", "--workspace", spoilt, "--json").json
    assert said["errors"] == 0
    told = {one["check"]: one["noted"] for one in said["dismissed"]}
    assert told["organisation-named"] == "2026-11-23"


def test_an_unknown_response_in_an_empty_workspace(consultee: Consultee) -> None:
    done = consultee("check", "anything")
    assert done.code == 1
    assert "There is no response at all yet" in done.err


def test_a_finding_says_on_whose_authority_it_is_said(consultee: Consultee, example: Path) -> None:
    paths = Paths(content=REPOSITORY, data=example.parent, config=example.parent)
    session = Session.open(example, paths, lambda: datetime(2026, 11, 23, 10))  # noqa: DTZ001
    session.apply(SetBody("example", "1", "So they say[@lost-source, page 1]."))
    session.close()
    done = consultee("check", "example", "--workspace", example)
    found = done.out[: done.out.index("WARNING")] if "WARNING" in done.out else done.out
    assert "“lost-source”, which is not in the library" in found
    assert "Source: Visionary" in found
