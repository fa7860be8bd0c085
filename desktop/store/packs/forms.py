"""What a value in a content file must look like: each Form says what it allows and reads it.

A Form turns what TOML gave into the value that core wants, or reports what is wrong with it and
gives None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Protocol

from desktop.core.clock import is_time_zone, read_time
from desktop.core.text import safe_characters
from desktop.store.packs.problems import Level, shown

MOST_CHARACTERS = 10_000
# A paper of a data pack may be a report of many pages.
MOST_LONG = 100_000
_MOST_ITEMS = 200
_MOST_WHOLE = 10**9
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HINT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[1-9][0-9]*")
_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]*")
_REFERENCE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*#[0-9A-Za-z][0-9A-Za-z.-]*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Report(Protocol):
    """Takes what is wrong with one value; ``allowed`` is the Form's own words if not given."""

    def __call__(
        self, message: str, allowed: str | None = None, level: Level = Level.ERROR
    ) -> None:
        """Note one thing that is wrong."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a value must look like, in words and as a function that reads it."""

    allowed: str
    read: Callable[[Any, Report], Any]


def what_it_is(value: object) -> str:
    """Say what kind of value TOML gave."""
    match value:
        case bool():
            return f"it is {str(value).lower()}"
        case str():
            return "it is text"
        case int():
            return f"it is the number {value}" if abs(value) <= _MOST_WHOLE else "it is a number"
        case float():
            return f"it is the number {value:g}"
        case list():
            return "it is a list"
        case dict():
            return "it is a table"
        case _:
            return "it is a date or time without quotation marks"


def text(
    allowed: str = "text in quotation marks",
    *,
    empty: bool = False,
    lines: bool = False,
    most: int = MOST_CHARACTERS,
    check: Callable[[str, Report], None] | None = None,
) -> Form:
    """Return the Form of text.

    ``empty`` text may be "", text with ``lines`` may run over several lines, ``check`` reports what
    else is wrong; none is longer than ``most`` characters.
    """

    def read(value: object, report: Report) -> str | None:
        if not isinstance(value, str):
            return report(what_it_is(value))
        if not value.strip():
            return "" if empty else report("it is empty")
        faults = list(_faults(value, lines=lines, most=most))
        for fault in faults:
            report(*fault)
        if not faults and check is not None:
            check(value, report)
        return value

    return Form(allowed + ('; "" where there is none' if empty else ""), read)


def _faults(value: str, *, lines: bool, most: int) -> Iterator[tuple[str, str]]:
    """Yield what no text may be: too long, unfit for a Word file, on several lines."""
    if len(value) > most:
        yield f"it has {len(value):,} characters", f"at most {most:,} characters"
    safe = safe_characters(value)
    if safe != value:
        unsafe = sorted(set(value) - set(safe))
        codes = ", ".join(f"U+{ord(c):04X}" for c in unsafe[:5])
        yield f"it holds characters that no Word file can carry ({codes})", "ordinary characters"
    elif not lines and len(f"{value}.".splitlines()) > 1:
        yield "it runs over several lines", "text on one line"


def _matching(pattern: re.Pattern[str]) -> Callable[[str, Report], None]:
    def check(value: str, report: Report) -> None:
        if not pattern.fullmatch(value):
            report(f"{shown(value)} is not written like that")

    return check


def choice(values: Iterable[StrEnum] | Iterable[str]) -> Form:
    """Return the Form of one of a few values: members of a StrEnum, or plain words."""
    by_word = {str(value): value for value in values}

    def read(value: object, report: Report) -> object:
        if not isinstance(value, str):
            return report(what_it_is(value))
        if value not in by_word:
            return report(f"{shown(value)} is not one of them{did_you_mean(value, by_word)}")
        return by_word[value]

    return Form(", ".join(by_word), read)


def list_of(item: Form, *, least: int = 0) -> Form:
    """Return the Form of a list of such items, none of them twice; it is read as a tuple."""
    allowed = f"a list in square brackets of: {item.allowed}"

    def read(value: object, report: Report) -> tuple[Any, ...] | None:
        if not isinstance(value, list):
            return report(what_it_is(value))
        if len(value) > _MOST_ITEMS:
            return report(f"the list has {len(value):,} items", f"at most {_MOST_ITEMS} items")
        items: list[Any] = []
        for number, each in enumerate(value, start=1):

            def report_item(
                message: str,
                allowed: str | None = None,
                level: Level = Level.ERROR,
                place: str = f"item {number} of the list: ",
            ) -> None:
                report(place + message, allowed or item.allowed, level)

            if each in value[: number - 1]:
                report_item("it is in the list twice", "each item once")
            items.append(item.read(each, report_item))
        if len(items) < least:
            return report(f"the list has {len(items)} items", f"at least {least}, {allowed}")
        return tuple(items)

    return Form(allowed, read)


def _read_whole(value: object, report: Report) -> int | None:
    return _read_number(value, 1, _MOST_WHOLE, report)


def _read_count(value: object, report: Report) -> int | None:
    return _read_number(value, 0, _MOST_WHOLE, report)


def _read_level(value: object, report: Report) -> int | None:
    return _read_number(value, 0, 3, report)


def _read_number(value: object, least: int, most: int, report: Report) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return report(what_it_is(value))
    return value if least <= value <= most else report(what_it_is(value))


def _read_yes_no(value: object, report: Report) -> bool | None:
    return value if isinstance(value, bool) else report(what_it_is(value))


def _read_day(value: object, report: Report) -> date | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        return report(what_it_is(value))
    day = _first_day(value)
    if day is None or len(value) < len("2027-11-23"):
        return report(f"{shown(value)} is not a day of the calendar")
    return day


def _read_clock(value: object, report: Report) -> time | None:
    if isinstance(value, time):
        return value
    if not isinstance(value, str):
        return report(what_it_is(value))
    return read_time(value) or report(f"{shown(value)} is no time of day")


def _check_zone(value: str, report: Report) -> None:
    if not is_time_zone(value):
        report(f"{shown(value)} is no time zone")


def _check_partial_date(value: str, report: Report) -> None:
    if _first_day(value) is None:
        report(f"{shown(value)} is not a date written like that")


def _first_day(value: str) -> date | None:
    """Return the first day of a written year, month or day, or None if it is none of these."""
    match = _PARTIAL_DATE.fullmatch(value)
    try:
        return match and date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


LINE = text("text in quotation marks, on one line")
LINE_OR_EMPTY = text("text in quotation marks, on one line", empty=True)
LINES = text("text in quotation marks", lines=True)
LINES_OR_EMPTY = text("text in quotation marks", lines=True, empty=True)
LONG_TEXT = text("text in quotation marks", lines=True, most=MOST_LONG)
KEY = text(
    'lower case letters a-z, digits and hyphens, such as "our-survey-2011"', check=_matching(_KEY)
)
NUMBER = text(
    'letters, digits, full stops and hyphens, such as "3" or "4.a"', check=_matching(_NUMBER)
)
HINT = text(
    'the id of a text to mend, a full stop and the number of its hint, such as "mend-2.1"',
    check=_matching(_HINT),
)
REFERENCE = text(
    'consultation-id#number, such as "pasc-big-society-2011#2"', check=_matching(_REFERENCE)
)
ADDRESS = text(
    "a web address that begins with https:// or http://", empty=True, check=_matching(_ADDRESS)
)
PARTIAL_DATE = text(
    "YYYY-MM-DD, YYYY-MM or YYYY in quotation marks", empty=True, check=_check_partial_date
)
DAY = Form("a day such as 2027-11-23", _read_day)
CLOCK = Form('a time of day such as "17:00"', _read_clock)
ZONE = text('the name of a time zone, such as "Europe/London"', empty=True, check=_check_zone)
WHOLE = Form("a whole number from 1, without quotation marks", _read_whole)
COUNT = Form("a whole number from 0, without quotation marks", _read_count)
LEVEL = Form("0, 1, 2 or 3, without quotation marks", _read_level)
YES_NO = Form("true or false, without quotation marks", _read_yes_no)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " (did you mean 'claim'?)" for the nearest known word, or "" if none is near."""
    from difflib import get_close_matches  # only for a message, never when all is well

    near = get_close_matches(word[:100], list(known), n=1)
    return f" (did you mean {shown(near[0])}?)" if near else ""
