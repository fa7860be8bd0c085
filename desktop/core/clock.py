"""Times of day as people write them in calls: "17:00", "5pm", "5.30 p.m.", "12 noon"."""

from __future__ import annotations

import re
from datetime import time

_WORDS = {
    "noon": time(12),
    "midday": time(12),
    # The end of the day is meant, not its beginning.
    "midnight": time(23, 59),
}
_WRITTEN = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::00)?\s*"
    r"(?:(?P<half>[ap])\.?m\.?|(?P<word>noon|midday|midnight)|(?P<hours>hours|hrs)|)",
    re.IGNORECASE,
)


def read_time(text: str) -> time | None:
    """Return the time of day that ``text`` says, or None if it says none, or no single one."""
    words = " ".join(text.split()).casefold().removeprefix("at ")
    if words in _WORDS:
        return _WORDS[words]
    found = _WRITTEN.fullmatch(words)
    if found is None:
        return None
    if word := found["word"]:
        return _WORDS[word] if (int(found["hour"]), found["minute"] or "00") == (12, "00") else None
    if found["minute"] is None and not found["half"]:
        return None
    return _of_clock(int(found["hour"]), int(found["minute"] or 0), found["half"] or "")


def time_words(value: time) -> str:
    """Return a time of day as it is printed: "17:00"."""
    return f"{value.hour}:{value.minute:02}"


def is_time_zone(name: str) -> bool:
    """Tell whether a name is that of a time zone, such as "Europe/London"."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # also names that lead out of its folder
        return False
    return True


def _of_clock(hour: int, minute: int, half: str) -> time | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
