"""The calendar file of a deadline, as other calendars read it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as Read
from icalendar import Component

from desktop.core.deadline import Calendar, deadline
from desktop.core.text import one_line
from desktop.export.calendar_file import calendar_file

NOW = datetime(2027, 2, 1, 9, 30, tzinfo=UTC)
ADDRESS = "https://example.org/halls"


def entry(
    day: date, at: time | None, title: str = "Village halls", body: str = "Rural Committee"
) -> Component:
    found = deadline(day, at, "", NOW, Calendar())
    assert found is not None
    made = calendar_file(found, "r1", title, body, ADDRESS, NOW)
    (event,) = Read.from_ical(made).walk("VEVENT")
    return event


def test_a_deadline_with_a_time_is_a_moment_in_utc() -> None:
    event = entry(date(2027, 6, 30), time(12))
    moment = datetime(2027, 6, 30, 11, tzinfo=UTC)  # midday in London, in summer
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (moment, moment)
    assert str(event["summary"]) == "Closes: Village halls"
    assert str(event["url"]) == ADDRESS
    assert "must have reached Rural Committee" in str(event["description"])


def test_a_deadline_without_a_time_fills_its_day_and_blocks_none_of_it() -> None:
    event = entry(date(2027, 2, 26), None)
    assert event.decoded("dtstart") == date(2027, 2, 26)
    assert event.decoded("dtend") == date(2027, 2, 27)
    assert str(event["transp"]) == "TRANSPARENT"


def test_a_calendar_reminds_a_week_and_a_day_before() -> None:
    alarms = entry(date(2027, 2, 26), None).walk("VALARM")
    assert [alarm.decoded("trigger") for alarm in alarms] == [
        timedelta(days=-7),
        timedelta(days=-1),
    ]


def test_the_file_made_again_replaces_the_entry() -> None:
    first, again = entry(date(2027, 2, 26), None), entry(date(2027, 3, 5), None)
    assert str(first["uid"]) == str(again["uid"]) == "r1@consultee"


def test_what_is_known_of_the_call_only_by_its_day_still_makes_a_file() -> None:
    found = deadline(date(2027, 2, 26), None, "", NOW, Calendar())
    assert found is not None
    (event,) = Read.from_ical(calendar_file(found, "r", "", "", "", NOW)).walk("VEVENT")
    assert "url" not in event


@given(title=st.text(max_size=200), body=st.text(max_size=200))
def test_any_title_stays_one_line_that_says_the_same(title: str, body: str) -> None:
    said = str(entry(date(2027, 2, 26), None, title, body)["summary"])
    assert said.split() == ["Closes:", *one_line(title).split()]
