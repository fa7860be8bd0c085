"""Reading one content file of a known kind: what is wrong with it, or the pack if nothing is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from desktop.store.packs.document import Document, open_document
from desktop.store.packs.problems import Level, PackError, Problem
from desktop.store.packs.schema import Rows, Schema

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class PackFormat(Generic[P]):
    """A kind of content file: its schema, and how its values become a pack."""

    schema: Schema
    build: Callable[[Path, Rows], P]


@dataclass(frozen=True, slots=True)
class Reading(Generic[P]):
    """What came of a file: ``pack`` is None if it has errors; advice may be there all the same."""

    document: Document
    pack: P | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the file from loading."""
        return tuple(each for each in self.problems if each.level is Level.ERROR)


def examine(document: Document, kind: PackFormat[P]) -> Reading[P]:
    """Read a parsed file as a pack of this kind; nothing is raised, all is in the result."""
    rows, problems = kind.schema.read(document)
    problems.sort(key=lambda each: each.line or 0)
    broken = any(each.level is Level.ERROR for each in problems)
    pack = None if broken else kind.build(document.file, rows)
    return Reading(document, pack, tuple(problems))


def read_pack(file: Path, kind: PackFormat[P]) -> P:
    """Read a file as a pack of this kind; raises PackError with all that is wrong."""
    reading = examine(open_document(file), kind)
    if reading.pack is None:
        raise PackError(reading.errors)
    return reading.pack
