"""A closing day as a calendar file (iCalendar, RFC 5545), which every calendar program takes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vText

from desktop.core.deadline import Deadline
from desktop.core.text import one_line, safe_characters

_PRODUCT = "-//Consultee//Deadline//EN"
_VERSION = "2.0"
# How long before the end a calendar reminds: a week to have it signed off, a day to send it.
_REMINDERS = (timedelta(days=7), timedelta(days=1))


def calendar_file(
    deadline: Deadline, key: str, title: str, body: str, address: str, now: datetime
) -> bytes:
    """Return the file.

    Args:
        deadline: when it closes; without a time of day it fills the day.
        key: what stays the same when the file is made again, so that a calendar replaces the entry.
        title: of the consultation.
        body: who asks.
        address: where the call can be read ("" = nowhere).
        now: the time to put down as that of writing.
    """
    event = Event()
    event.add("uid", f"{one_line(key)}@consultee")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", f"Closes: {one_line(title)}")
    event.add("description", _description(body, address))
    if address:
        event.add("url", one_line(address))
    start, end = _span(deadline)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("transp", "TRANSPARENT")
    for before in _REMINDERS:
        event.add_component(_reminder(title, before))
    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", _VERSION)
    made.add_component(event)
    return made.to_ical()


def _span(deadline: Deadline) -> tuple[date | datetime, date | datetime]:
    """Return when the entry begins and ends: in UTC, which no calendar misreads."""
    if deadline.at is None:
        return deadline.day, deadline.day + timedelta(days=1)
    moment = deadline.moment.astimezone(UTC)
    return moment, moment


def _description(body: str, address: str) -> vText:
    lines = (f"The submission must have reached {one_line(body)} by then.", one_line(address))
    return vText(safe_characters("\n".join(line for line in lines if line)))


def _reminder(title: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Closes soon: {one_line(title)}")
    alarm.add("trigger", -before)
    return alarm
