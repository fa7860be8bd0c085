"""When a call closes, with the bank holidays of the part of the country that it comes from."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.deadline import Calendar, Deadline, Nation, Season, deadline

if TYPE_CHECKING:
    from desktop.core.consultation import Consultation

FILE = "words/deadlines.toml"
# The setting that says whose bank holidays count; "" = those of the body that asks.
SETTING = "bank holidays"
# Further ahead no bank holidays are settled, and a year may be a slip of the keyboard.
_FURTHEST_YEARS = 5
_SUBDIVISIONS = {
    Nation.ENGLAND_AND_WALES: "ENG",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}


@dataclass(frozen=True, slots=True)
class Deadlines:
    """What is said of deadlines, from ``resources/words/deadlines.toml``."""

    near: int
    seasons: tuple[Season, ...]
    nations: Mapping[Nation, tuple[str, ...]]

    def nation(self, body: str) -> Nation:
        """Return whose bank holidays a body keeps, told by its name."""
        name = body.casefold()
        found = (
            nation
            for nation, words in self.nations.items()
            if any(word.casefold() in name for word in words)
        )
        return next(found, Nation.ENGLAND_AND_WALES)


def deadline_of(
    consultation: Consultation, now: datetime, resources: Path, chosen: str = ""
) -> Deadline | None:
    """Return when a Consultation closes as seen from ``now``, None where no day is known.

    ``now`` without a time zone is the time of this machine. ``chosen`` is the value of a Nation
    whose bank holidays count instead of those of the body ("" or anything else = the body's).
    """
    if consultation.closes is None:
        return None
    calendar = calendar_of(consultation, now, resources, chosen)
    return deadline(
        consultation.closes,
        consultation.closes_time,
        consultation.time_zone,
        now.astimezone(),
        calendar,
    )


def calendar_of(
    consultation: Consultation, now: datetime, resources: Path, chosen: str = ""
) -> Calendar:
    """Return the Calendar that counts for a Consultation from now to its last day."""
    known = _read(resources / FILE)
    if consultation.closes is None:
        return Calendar({}, known.seasons, known.near)
    nation = Nation(chosen) if chosen in set(Nation) else known.nation(consultation.body)
    last = min(consultation.closes.year, now.year + _FURTHEST_YEARS)
    years = range(now.year, last + 1) if last >= now.year else (last,)
    return Calendar(_holidays(nation, tuple(years)), known.seasons, known.near)


@lru_cache(maxsize=64)
def _holidays(nation: Nation, years: tuple[int, ...]) -> Mapping[date, str]:
    import holidays  # a tenth of a second, and only where a call has a closing day

    found = holidays.country_holidays(
        "GB", subdiv=_SUBDIVISIONS[nation], years=years, expand=False, language="en_GB"
    )
    return dict(found.items())


@lru_cache(maxsize=4)
def _read(path: Path) -> Deadlines:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    seasons = tuple(
        Season(one["name"], _month_day(one["first"]), _month_day(one["last"]))
        for one in data["season"]
    )
    nations = {Nation(name): tuple(words) for name, words in data["nations"].items()}
    return Deadlines(data["near"], seasons, nations)


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)
