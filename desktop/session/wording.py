"""The words that checks look for: those that ship with the program, and an Organisation's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.checks.wording import WordLists
from desktop.core.wording import HouseRules, HouseSignOff, Wording
from desktop.core.wording_edits import SaveHouseRules
from desktop.store import wording_rows
from desktop.store.database import Database
from desktop.store.packs.problems import PackError, Problem
from desktop.store.packs.reading import Reading
from desktop.store.packs.wording import (
    WordingPack,
    examine_wording,
    shipped_wording,
    wording_in,
)

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
    """A file of house rules as it was read: its ``wordings`` and who approves by it (``sign_off``),
    or the ``problems`` for which it has neither.
    """

    name: str
    text: str = ""
    wordings: tuple[Wording, ...] = ()
    sign_off: HouseSignOff | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def rules(self) -> int:
        """How many rules it holds."""
        return len(self.wordings) + (self.sign_off is not None)


def read_house_file(path: Path) -> HouseFile:
    """Return what a file of house rules says, or all that is wrong with it. Nothing is raised."""
    try:
        reading = examine_wording(path)
    except PackError as error:
        return HouseFile(path.name, problems=error.problems)
    return _house_file(path.name, reading)


class WordingDoor:
    """The house rules of the Organisations of one workspace."""

    def __init__(self, session: Session, db: Connection) -> None:
        self._session = session
        self._db = db

    def house_rules(self, organisation: str) -> list[tuple[HouseRules, HouseFile]]:
        """Return the files of an Organisation, each with what it says."""
        found = wording_rows.house_rules(self._db, organisation)
        return [(rules, file_of(rules)) for rules in found]

    def write_example(self, path: Path, *, replace: bool = False) -> None:
        """Write house rules to start from.

        Args:
            path: where to.
            replace: whether a file that is there already may be replaced.

        Raises:
            FileExists: there is one and ``replace`` is False.
            ExportError: it cannot be written; the sentence says why.
        """
        from desktop.export.files import write_atomic

        example = self._session.paths.resources / "examples" / "house-rules.toml"
        write_atomic(path, example.read_bytes(), replace)

    def adding(self, organisation: str, file: HouseFile) -> SaveHouseRules:
        """Return the Edit that adds a file to an Organisation; one of the same name gives way."""
        known = wording_rows.house_rules(self._db, organisation)
        same = (rules.id for rules in known if rules.name == file.name)
        key = next(same, None) or self._session.new_id()
        now = self._session.clock()
        return SaveHouseRules(HouseRules(key, organisation, file.name, file.text, now))


def file_of(rules: HouseRules) -> HouseFile:
    """Return what a file of house rules says; nothing if this version cannot read it."""
    try:
        return _house_file(rules.name, wording_in(rules.name, rules.text))
    except PackError as error:
        return HouseFile(rules.name, problems=error.problems)


def _house_file(name: str, reading: Reading[WordingPack]) -> HouseFile:
    text, problems = reading.document.text, reading.problems
    if reading.pack is None:
        return HouseFile(name, text, problems=problems)
    return HouseFile(name, text, reading.pack.wordings, reading.pack.sign_off, problems)


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
    for wording in file_of(rules).wordings:
        source = wording.source or f"House rules: {rules.name}"
        yield replace(wording, id=f"{rules.id}/{wording.id}", source=source)
