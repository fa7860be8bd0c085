"""Days and times as people say and write them: "Today at 14:05", "20 July 2010".

The names of the months are ours: those of the machine follow its language.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED_DAYS = 6
_ISO = re.compile("([0-9]{4})-(0[1-9]|1[0-2])(?:-([0-9]{2}))?")


def moment_words(moment: datetime, now: datetime) -> str:
    """Return when ``moment`` was, seen from ``now``; both are times of one place.

    A clock that went backwards makes no nonsense: a moment in the future is named by its date.
    """
    clock = f"{moment.hour}:{moment.minute:02}"
    days = (now.date() - moment.date()).days
    if timedelta(0) <= now - moment < timedelta(minutes=1):
        return "Just now"
    if days == 0:
        return f"Today at {clock}"
    if days == 1:
        return f"Yesterday at {clock}"
    if 0 < days <= _NAMED_DAYS:
        return f"{_DAYS[moment.weekday()]} at {clock}"
    return f"{_date(moment, now)} at {clock}"


def printed_day(iso: str) -> str:
    """Return YYYY, YYYY-MM or YYYY-MM-DD as people write it, and anything else as it stands."""
    found = _ISO.fullmatch(iso)
    if not found:
        return iso
    year, month, day = found.groups()
    words = (day.lstrip("0") if day else "", MONTHS[int(month) - 1], year)
    return " ".join(word for word in words if word)


def day_words(moment: datetime) -> str:
    """Return the day as people write it: "3 March 2011"."""
    return printed_day(moment.date().isoformat())


def weekday_words(day: date) -> str:
    """Return a day with the day of its week: "Thursday 3 March 2011"."""
    return f"{_DAYS[day.weekday()]} {printed_day(day.isoformat())}"


def clock_words(at: time) -> str:
    """Return a time of day: "9:05", and "midday" and "midnight" where figures leave it open."""
    named = {time(12): "midday", time(0): "midnight"}
    return named.get(at.replace(second=0, microsecond=0), f"{at.hour}:{at.minute:02}")


def _date(moment: datetime, now: datetime) -> str:
    year = "" if moment.year == now.year else f" {moment.year}"
    return f"{moment.day} {MONTHS[moment.month - 1]}{year}"
