"""The words that checks look for: those that ship with the program, and an Organisation's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from desktop.checks.wording import WordLists
from desktop.core.wording import HouseRules, Wording
from desktop.store import wording_rows
from desktop.store.database import Database
from desktop.store.packs.problems import PackError, Problem
from desktop.store.packs.wording import examine_wording, shipped_wording, wording_in


def wording_of(db: Database, resources: Path, organisation: str) -> WordLists:
    """Return what ships with the program and the house rules of an Organisation.

    The same lists are given while nothing has changed, so that they are made ready but once.
    """
    return _lists(resources, tuple(wording_rows.house_rules(db, organisation)))


def read_house_file(path: Path) -> tuple[str, tuple[Wording, ...], tuple[Problem, ...]]:
    """Return what a file of house rules says: its text, its Wordings (none if it has errors) and
    all that is wrong with it. Nothing is raised.
    """
    try:
        reading = examine_wording(path)
    except PackError as error:
        return "", (), error.problems
    wordings = reading.pack.wordings if reading.pack else ()
    return reading.document.text, wordings, reading.problems


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
