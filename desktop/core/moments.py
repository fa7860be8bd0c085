"""When something was, as people say it: "Today at 14:05", "Yesterday at 9:30"."""

from __future__ import annotations

from datetime import datetime, timedelta

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED_DAYS = 6


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


def day_words(moment: datetime) -> str:
    """Return the day as people write it: "3 March 2011"."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def _date(moment: datetime, now: datetime) -> str:
    year = "" if moment.year == now.year else f" {moment.year}"
    return f"{moment.day} {_MONTHS[moment.month - 1]}{year}"
