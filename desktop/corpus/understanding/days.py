"""Dates as British documents write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.core.moments import MONTHS

_MONTH = "|".join([*MONTHS, *(month[:3] for month in MONTHS), "Sept"])
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s{1,2})?"
_DATE = re.compile(
    rf"\b{_WEEKDAY}(?:the\s)?(?:(?P<day>\d{{1,2}})\s?(?:st|nd|rd"
    rf"|th)?,?\s{{1,2}}(?:of\s)?(?P<month>{_MONTH})\b\.?,?"
    rf"(?:\s{{1,2}}(?P<year>\d{{4}})\b)?"
    rf"|(?P<us_month>{_MONTH})\s{{1,2}}(?P<us_day>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?,\s{{1,2}}(?P<us_year>\d{{4}})\b"
    rf"|(?P<only_month>{_MONTH}),?\s{{1,2}}(?P<only_year>(?:19|20)\d{{2}})\b"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
    r"|(?P<n_day>\d{1,2})[/.](?P<n_month>\d{1,2})[/.](?P<n_year>\d{4}|\d{2})(?![\d/.]\d))",
    re.IGNORECASE,
)
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Day:
    """A date in a text: its characters, its year, and its month and day (0 where not said)."""

    start: int
    end: int
    year: int
    month: int
    day: int

    def iso(self) -> str:
        """Return YYYY-MM-DD or YYYY-MM; "" without a year."""
        if not self.year:
            return ""
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    def date(self) -> date | None:
        """Return the day, or None where it is not wholly said."""
        return date(self.year, self.month, self.day) if self.year and self.day else None


def days(text: str) -> Iterator[Day]:
    """Yield the dates of a text in order; those that no calendar has are left out."""
    for found in _DATE.finditer(text):
        year, month, day = _parts(found)
        try:
            date(year or _CENTURY, month, day or 1)
        except ValueError:
            continue
        yield Day(found.start(), found.end(), year, month, day)


def _parts(found: re.Match[str]) -> tuple[int, int, int]:
    if found["iso"]:
        year, month, day = found["iso"].split("-")
        return int(year), int(month), int(day)
    if found["n_day"]:
        year = int(found["n_year"])
        year += _CENTURY if year < 100 else 0
        return year, int(found["n_month"]), int(found["n_day"])
    if found["only_month"]:
        return int(found["only_year"]), _month(found["only_month"]), 0
    if found["us_month"]:
        return int(found["us_year"]), _month(found["us_month"]), int(found["us_day"])
    return int(found["year"] or 0), _month(found["month"]), int(found["day"])


def _month(name: str) -> int:
    return 1 + next(
        at for at, month in enumerate(MONTHS) if month.lower().startswith(name[:3].lower())
    )
