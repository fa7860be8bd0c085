"""When a call closes, with the bank holidays of the part of the country that it comes from."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.deadline import Calendar, Deadline, Nation, Season, deadline
from desktop.errors import ExportError

if TYPE_CHECKING:
    from desktop.core.consultation import Consultation
    from desktop.core.response import Draft
    from desktop.session.jobs import Job
    from desktop.session.session import Session

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
class _Told:
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


class DeadlineDoor:
    """When the calls of a workspace close, as calendars and people want to know it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, consultation: Consultation) -> Deadline | None:
        """Return when a Consultation closes, None where no day is known."""
        session = self._session
        now, resources = session.clock(), session.paths.resources
        return deadline_of(consultation, now, resources, self._chosen())

    def finding(self, consultations: Iterable[Consultation]) -> Job[dict[str, Deadline]]:
        """Return a Job that gives when those close that have a closing day, by their ids: reading
        the bank holidays takes a moment.
        """
        session, chosen = self._session, self._chosen()
        now, resources = session.clock(), session.paths.resources
        wanted = [asked for asked in consultations if asked.closes is not None]
        return lambda: {
            asked.id: found
            for asked in wanted
            if (found := deadline_of(asked, now, resources, chosen)) is not None
        }

    def writing(self, draft: Draft, path: Path, *, replace: bool) -> Job[Path]:
        """Return a Job that writes the deadline of a Response as a calendar file.

        It raises FileExists unless ``replace``, and ExportError if there is no closing day or the
        file cannot be written.
        """
        session, chosen = self._session, self._chosen()
        now, resources = session.clock(), session.paths.resources
        asked, key = draft.consultation, draft.response.id

        def work() -> Path:
            from desktop.export.calendar_file import calendar_file
            from desktop.export.files import write_atomic

            found = deadline_of(asked, now, resources, chosen)
            if found is None:
                raise _no_day(asked)
            made = calendar_file(
                found, key, asked.title, asked.body, asked.address, now.astimezone()
            )
            write_atomic(path, made, replace)
            return path

        return work

    def _chosen(self) -> str:
        return str(self._session.setting(SETTING, ""))


def _no_day(asked: Consultation) -> ExportError:
    return ExportError(
        "There is no deadline to save",
        f"Nobody has said yet when “{asked.title}” closes.",
        "Say so under Review, Rules: “Change the closing time…”.",
    )


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
def _read(path: Path) -> _Told:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    seasons = tuple(
        Season(one["name"], _month_day(one["first"]), _month_day(one["last"]))
        for one in data["season"]
    )
    nations = {Nation(name): tuple(words) for name, words in data["nations"].items()}
    return _Told(data["near"], seasons, nations)


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)
