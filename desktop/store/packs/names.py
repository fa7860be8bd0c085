"""Reading what names are told by: ``resources/names``."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from desktop.core.names import BodyWords, NameWords, PeopleWords, PlaceWords

_T = TypeVar("_T", PeopleWords, PlaceWords, BodyWords)


def shipped_names(resources: Path) -> NameWords:
    """Return the words that ship with the program."""
    folder = resources / "names"
    return NameWords(
        _read(folder / "people.toml", PeopleWords),
        _read(folder / "places.toml", PlaceWords),
        _read(folder / "organisations.toml", BodyWords),
    )


def _read(path: Path, kind: type[_T]) -> _T:
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    ordered = {field.name for field in fields(kind) if "tuple" in str(field.type)}
    values: dict[str, Any] = {
        field.name: (tuple if field.name in ordered else frozenset)(_words(said[field.name]))
        for field in fields(kind)
    }
    return kind(**values)


def _words(value: Any) -> list[str]:
    """Return a list as it is, and a text as its words."""
    return value.split() if isinstance(value, str) else list(value)
