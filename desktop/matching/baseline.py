"""Scores that were saved, to see what a change to the ranking made better and what worse.

A baseline is a JSON file for any number of labelled sets. Each query has a line of its own, so that
a version control system shows what a change did:
``{"format": 1, "sets": {"NAME, TASK": {"digest": "...", "measure": "...", "queries": {...}}}}``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from desktop.errors import DesktopError

_FORMAT = 1
_REMEDY = "Name another file, or save a new baseline there."
# Less than this is no change that anybody could notice.
_SAME = 0.0005
_DIGITS = 4  # so many are written, and no more are compared


class BaselineError(DesktopError):
    """A baseline cannot be read or written."""


@dataclass(frozen=True, slots=True)
class Saved:
    """One labelled set's scores: what was measured of each query, by id.

    ``digest`` is that of the labelled set, so that scores of another one are not compared.
    """

    digest: str
    measure: str
    queries: Mapping[str, float]

    @property
    def mean(self) -> float:
        """The mean over all queries; 0 for none."""
        return math.fsum(self.queries.values()) / max(len(self.queries), 1)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one query."""

    query: str
    before: float
    after: float

    @property
    def by(self) -> float:
        """How much better it is; below 0 = worse."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of each query: the most improved first, and the most regressed first."""

    improved: tuple[Change, ...]
    regressed: tuple[Change, ...]
    unchanged: tuple[Change, ...]

    @property
    def differences(self) -> list[float]:
        """How much better each query is, in no order."""
        return [change.by for change in (*self.improved, *self.regressed, *self.unchanged)]


def compare(before: Saved, after: Saved) -> Comparison:
    """Compare query by query what both have."""
    changes = [
        Change(query, round(before.queries[query], _DIGITS), round(value, _DIGITS))
        for query, value in after.queries.items()
        if query in before.queries
    ]
    changes.sort(key=lambda change: change.by)
    return Comparison(
        improved=tuple(change for change in reversed(changes) if change.by > _SAME),
        regressed=tuple(change for change in changes if change.by < -_SAME),
        unchanged=tuple(change for change in changes if abs(change.by) <= _SAME),
    )


def read(path: Path) -> dict[str, Saved]:
    """Return what was saved, by name of set and task; nothing if there is no such file.

    Raises BaselineError if it cannot be read or is something else.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise BaselineError(
            "The baseline cannot be read", f"“{path}”: {error}.", _REMEDY
        ) from error
    try:
        return _sets(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        what = f"“{path}” is not laid out as one ({error})."
        raise BaselineError("This is not a baseline", what, _REMEDY) from error


def write(path: Path, sets: Mapping[str, Saved]) -> None:
    """Write the baseline whole, in place of what was there; raises BaselineError."""
    parts = ",\n".join(f"{json.dumps(name)}: {_told(sets[name])}" for name in sorted(sets))
    text = f'{{"format": {_FORMAT}, "sets": {{\n{parts}\n}}}}\n'
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        raise BaselineError(
            "The baseline cannot be written", f"“{path}”: {error.strerror}.", _REMEDY
        ) from error


def _sets(whole: Any) -> dict[str, Saved]:
    if whole["format"] != _FORMAT:
        raise ValueError("another format")
    return {name: _saved(part) for name, part in whole["sets"].items()}


def _saved(part: Any) -> Saved:
    queries = cast("dict[str, Any]", part["queries"])
    values = {query: float(value) for query, value in queries.items()}
    if not all(math.isfinite(value) for value in values.values()):
        raise ValueError("a score that is not a number")
    return Saved(str(part["digest"]), str(part["measure"]), values)


def _told(saved: Saved) -> str:
    lines = ",\n".join(
        f"  {json.dumps(query, ensure_ascii=False)}: {round(value, _DIGITS)}"
        for query, value in sorted(saved.queries.items())
    )
    head = f'{{"digest": {json.dumps(saved.digest)}, "measure": {json.dumps(saved.measure)}'
    return f'{head}, "queries": {{\n{lines}\n}}}}'
