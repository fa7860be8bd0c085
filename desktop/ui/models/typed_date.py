"""Dates as people write them: "June 2011", "20 July 2010", "20/7/2010"."""

from __future__ import annotations

import re
from datetime import date

from desktop.core.moments import MONTHS

_DAY_TO_YEAR = 3
_LAST_MONTH = 12
_SHORTEST = 3
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")


def as_written(text: str) -> str:
    """Return a date as a Source keeps it (2010, 2010-07, 2010-07-20).

    A text that is no date comes back as it was; days come before months, as in Britain.
    """
    parts = [part for part in re.split(r"[\s,./]+", text.strip()) if part]
    if len(parts) not in (2, _DAY_TO_YEAR) or not re.fullmatch(r"\d{4}", parts[-1]):
        return text
    month = _month(parts[-2])
    day = _DAY.fullmatch(parts[0].casefold()) if len(parts) == _DAY_TO_YEAR else None
    if not month or (len(parts) == _DAY_TO_YEAR and not day):
        return text
    try:
        kept = date(int(parts[-1]), month, int(day[1]) if day else 1)
    except ValueError:
        return text
    return kept.isoformat() if day else kept.isoformat()[:7]


def is_kept_date(text: str) -> bool:
    """Tell whether this is a date as a Source keeps it."""
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        return False
    year, month, day = (*map(int, text.split("-")), 1, 1)[:_DAY_TO_YEAR]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _month(word: str) -> int:
    """Return the number of a month that is named, shortened or numbered; 0 if it is none."""
    if re.fullmatch(r"\d{1,2}", word):
        return int(word) if 1 <= int(word) <= _LAST_MONTH else 0
    found = [
        number
        for number, name in enumerate(MONTHS, 1)
        if len(word) >= _SHORTEST and name.casefold().startswith(word.casefold())
    ]
    return found[0] if found else 0
