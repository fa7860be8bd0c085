"""The words that checks look for: those that ship with the program, and an Organisation's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.checks.wording import WordLists
from desktop.core.wording import HouseRules, Wording
from desktop.core.wording_edits import SaveHouseRules
from desktop.store import wording_rows
from desktop.store.database import Database
from desktop.store.packs.problems import PackError, Problem
from desktop.store.packs.wording import examine_wording, shipped_wording, wording_in

if TYPE_CHECKING:
    from desktop.session.session import Session
    from desktop.store.connection import Connection


def wording_of(db: Database, resources: Path, organisation: str) -> WordLists:
    """Return what ships with the program and the house rules of an Organisation.

    The same lists are given while nothing has changed, so that they are made ready but once.
    """
    return _lists(resources, tuple(wording_rows.house_rules(db, organisation)))


@dataclass(frozen=True, slots=True)
class HouseFile:
    """A file of house rules as it was read: its ``wordings``, or the ``problems`` for which it has
    none.
    """

    name: str
    text: str = ""
    wordings: tuple[Wording, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_house_file(path: Path) -> HouseFile:
    """Return what a file of house rules says, or all that is wrong with it. Nothing is raised."""
    try:
        reading = examine_wording(path)
    except PackError as error:
        return HouseFile(path.name, problems=error.problems)
    wordings = reading.pack.wordings if reading.pack else ()
    return HouseFile(path.name, reading.document.text, wordings, reading.problems)


class WordingDoor:
    """The house rules of the Organisations of one workspace."""

    def __init__(self, session: Session, db: Connection) -> None:
        self._session = session
        self._db = db

    def house_rules(self, organisation: str) -> list[tuple[HouseRules, tuple[Wording, ...]]]:
        """Return the files of an Organisation, each with what it says."""
        found = wording_rows.house_rules(self._db, organisation)
        return [(rules, wordings_in(rules)) for rules in found]

    def adding(self, organisation: str, file: HouseFile) -> SaveHouseRules:
        """Return the Edit that adds a file to an Organisation; one of the same name gives way."""
        known = wording_rows.house_rules(self._db, organisation)
        same = (rules.id for rules in known if rules.name == file.name)
        key = next(same, None) or self._session.new_id()
        now = self._session.clock()
        return SaveHouseRules(HouseRules(key, organisation, file.name, file.text, now))


def wordings_in(rules: HouseRules) -> tuple[Wording, ...]:
    """Return the Wordings of a file of house rules; none if this version cannot read it."""
    try:
        reading = wording_in(rules.name, rules.text)
    except PackError:
        return ()
    return reading.pack.wordings if reading.pack else ()


@lru_cache(maxsize=8)
def _lists(resources: Path, house: tuple[HouseRules, ...]) -> WordLists:
    own = (wording for rules in house for wording in _named(rules))
    return WordLists((*_shipped(resources), *own))


@lru_cache(maxsize=2)
def _shipped(resources: Path) -> tuple[Wording, ...]:
    return shipped_wording(resources)


def _named(rules: HouseRules) -> Iterable[Wording]:
    """Yield the Wordings of a file, each told apart from those of others and saying where it is
    from.
    """
    for wording in wordings_in(rules):
        source = wording.source or f"House rules: {rules.name}"
        yield replace(wording, id=f"{rules.id}/{wording.id}", source=source)
