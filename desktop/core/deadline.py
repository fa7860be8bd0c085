"""When a Consultation closes, and how much working time is left until then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from desktop.core.moments import clock_words, weekday_words

LONDON = "Europe/London"
_DAY = timedelta(days=1)
_SATURDAY = 5
# What closes before the working day begins leaves nothing of that day to work in.
_WORK_BEGINS = time(9)


class Nation(StrEnum):
    """Whose bank holidays are kept."""

    ENGLAND_AND_WALES = "england-and-wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


@dataclass(frozen=True, slots=True)
class Season:
    """Weeks of the year in which many people are away: from ``first`` to ``last``, each month and
    day, over the turn of the year if ``last`` comes before ``first``.
    """

    name: str
    first: tuple[int, int]
    last: tuple[int, int]

    def holds(self, day: date) -> bool:
        """Tell whether a day is in these weeks."""
        here = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= here <= self.last
        return here >= self.first or here <= self.last


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are no working days: ``holidays`` has their names, Saturdays and Sundays go
    without saying. ``seasons`` are holiday weeks; a deadline is near from ``near`` working days.
    """

    holidays: Mapping[date, str] = field(default_factory=dict[date, str])
    seasons: tuple[Season, ...] = ()
    near: int = 5

    def works(self, day: date) -> bool:
        """Tell whether a day is a working day."""
        return day.weekday() < _SATURDAY and day not in self.holidays

    def away(self, day: date) -> str:
        """Return what many people are away for in the week of a day: a bank holiday of that week,
        or the season; "" where it is an ordinary week.
        """
        season = next((one.name for one in self.seasons if one.holds(day)), "")
        if season:
            return season
        monday = day - day.weekday() * _DAY
        week = (monday + place * _DAY for place in range(_SATURDAY))
        return next((self.holidays[one] for one in week if one in self.holidays), "")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A closing moment as it is seen from ``now``.

    Attributes:
        day: the last day, where the body is.
        at: the time of that day; None where it is not known, and then all of the day counts.
        moment: when it is over.
        now: the moment it is seen from, where the body is.
        working: the working days left, today and the last day among them.
        away: what many people are away for in the week it falls in ("" = nothing).
        near: whether there are so few days left that it is worth a word.
        zone: the time zone of the body.
    """

    day: date
    at: time | None
    moment: datetime
    now: datetime
    working: int
    away: str
    near: bool
    zone: str

    @property
    def passed(self) -> bool:
        """Whether it is over."""
        return self.now >= self.moment

    @property
    def when(self) -> str:
        """The moment in words: "Friday 26 February 2027 at midday"."""
        return f"{weekday_words(self.day)}{self._clock}"

    @property
    def left(self) -> str:
        """What is left, in words: "4 working days left", "closes today at midday"."""
        if self.passed:
            return "closed"
        days = (self.day - self.now.date()).days
        if days == 0:
            return f"closes today{self._clock}"
        if days == 1:
            return f"closes tomorrow{self._clock}"
        if self.working == 0:
            return "no working day left"
        return "1 working day left" if self.working == 1 else f"{self.working:,} working days left"

    @property
    def sentence(self) -> str:
        """Moment and what is left: "Closes Friday 26 February 2027: 4 working days left"."""
        if self.passed:
            return f"Closed on {self.when}"
        if (self.day - self.now.date()).days <= 1:
            return f"{self.left[:1].upper()}{self.left[1:]}, {weekday_words(self.day)}"
        return f"Closes {self.when}: {self.left}"

    @property
    def _clock(self) -> str:
        if self.at is None:
            return ""
        place = (
            "" if self.zone == LONDON else f" ({self.zone.rpartition('/')[2].replace('_', ' ')})"
        )
        return f" at {clock_words(self.at)}{place}"


def deadline(
    day: date | None, at: time | None, zone: str, now: datetime, calendar: Calendar
) -> Deadline | None:
    """Return the Deadline of what closes on ``day``, None where no day is known.

    Args:
        day: the last day.
        at: the time of that day, None if not known.
        zone: an IANA time zone; "" or one that is not known means London.
        now: any moment that knows its time zone.
        calendar: the days on which people do not work.
    """
    if day is None:
        return None
    place = _zone(zone)
    here = now.astimezone(place)
    over = datetime.combine(day, at or time(), place)
    moment = over if at is not None else over + _DAY
    working = _working_days(here.date(), day, at, calendar) if here < moment else 0
    return Deadline(
        day=day,
        at=at,
        moment=moment,
        now=here,
        working=working,
        away=calendar.away(day),
        near=working <= calendar.near,
        zone=place.key,
    )


def known_zone(name: str) -> bool:
    """Tell whether a name is that of a time zone."""
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return False
    return True


def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name if name and known_zone(name) else LONDON)


def _working_days(first: date, last: date, at: time | None, calendar: Calendar) -> int:
    if at is not None and at < _WORK_BEGINS:
        last -= _DAY
    days = (last - first).days + 1
    weeks, rest = divmod(max(days, 0), 7)
    tail = (first + (weeks * 7 + place) * _DAY for place in range(rest))
    ordinary = weeks * _SATURDAY + sum(day.weekday() < _SATURDAY for day in tail)
    free = sum(first <= day <= last and day.weekday() < _SATURDAY for day in calendar.holidays)
    return ordinary - free
