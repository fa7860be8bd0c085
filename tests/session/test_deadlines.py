"""Deadlines in a workspace: whose bank holidays, which clock, and the calendar file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from desktop.core.consultation import Consultation, Question
from desktop.core.deadline import Nation
from desktop.errors import ExportError
from desktop.export import FileExists
from desktop.session import Session
from desktop.session.deadlines import SETTING, calendar_of, deadline_of
from tests.support.drafts import make_draft

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
NOW = datetime(2026, 11, 28, 9).astimezone()
CALL = Consultation(
    "halls",
    "Village halls",
    "Rural Committee",
    (Question("1", "What of halls?", "Halls"),),
    "any-body",
    closes=date(2026, 12, 1),
)


@pytest.mark.parametrize(
    ("body", "holiday"),
    [
        ("Rural Committee", ""),
        ("Scottish Parliament", "Saint Andrew's Day"),
        ("Northern Ireland Assembly", ""),
    ],
)
def test_a_call_keeps_the_bank_holidays_of_where_it_comes_from(body: str, holiday: str) -> None:
    calendar = calendar_of(replace(CALL, body=body), NOW, RESOURCES)
    assert calendar.holidays.get(date(2026, 11, 30), "") == holiday


def test_st_andrews_day_costs_scotland_a_working_day() -> None:
    found = deadline_of(CALL, NOW, RESOURCES)
    there = deadline_of(replace(CALL, body="Scottish Parliament"), NOW, RESOURCES)
    assert found
    assert there
    assert (found.working, there.working) == (2, 1)
    assert there.away == "Saint Andrew's Day"


def test_the_person_s_choice_of_bank_holidays_comes_first() -> None:
    found = deadline_of(CALL, NOW, RESOURCES, Nation.SCOTLAND)
    assert found
    assert found.working == 1
    odd = deadline_of(CALL, NOW, RESOURCES, "the moon")
    assert odd
    assert odd.working == 2


def test_a_call_of_long_ago_and_one_of_a_slip_of_the_keyboard_have_deadlines() -> None:
    past = deadline_of(replace(CALL, closes=date(2011, 3, 1)), NOW, RESOURCES)
    assert past
    assert past.passed
    far = deadline_of(replace(CALL, closes=date(9026, 3, 1)), NOW, RESOURCES)
    assert far
    assert far.working > 1_000_000


def test_a_call_without_a_day_has_none() -> None:
    assert deadline_of(replace(CALL, closes=None), NOW, RESOURCES) is None
    assert calendar_of(replace(CALL, closes=None), NOW, RESOURCES).seasons


def test_the_session_finds_all_at_once_and_follows_the_setting(session: Session) -> None:
    calls = (CALL, replace(CALL, id="open", closes=None))
    assert list(session.deadlines.finding(calls)()) == ["halls"]
    assert session.deadlines.of(CALL)
    session.set_setting(SETTING, Nation.SCOTLAND.value)
    found = session.deadlines.of(CALL)
    assert found is not None


def test_a_calendar_file_is_written_once_unless_it_may_be_replaced(
    session: Session, tmp_path: Path
) -> None:
    draft = make_draft({"1": "Halls shut."})
    draft = replace(draft, consultation=replace(CALL, closes_time=time(12)))
    path = tmp_path / "deadline.ics"
    assert session.deadlines.writing(draft, path, replace=False)() == path
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
    with pytest.raises(FileExists):
        session.deadlines.writing(draft, path, replace=False)()
    session.deadlines.writing(draft, path, replace=True)()


def test_without_a_closing_day_there_is_no_calendar_file(session: Session, tmp_path: Path) -> None:
    draft = make_draft({"1": "Halls shut."})
    draft = replace(draft, consultation=replace(CALL, closes=None))
    with pytest.raises(ExportError, match="Nobody has said yet"):
        session.deadlines.writing(draft, tmp_path / "x.ics", replace=False)()
