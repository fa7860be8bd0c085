"""Values of the model from the tables of a TOML file: ``made(Limit, {"value": 300})``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

_T = TypeVar("_T")


def made(of: type[_T], values: Mapping[str, Any], **rest: Any) -> _T:
    """Return a dataclass of these values; strings become StrEnums, lists tuples, tables dataclasses
    where its fields want that. ``rest`` holds what a table leaves out. A name that is no field
    raises TypeError.
    """
    hints = get_type_hints(of)
    return of(**rest | {name: fitted(hints.get(name), value) for name, value in values.items()})


def fitted(hint: Any, value: Any) -> Any:
    """Return ``value`` as the type ``hint`` wants it."""
    if isinstance(hint, UnionType):
        return fitted(next(one for one in get_args(hint) if one is not type(None)), value)
    if isinstance(value, list) and get_origin(hint) is tuple:
        return tuple(fitted(get_args(hint)[0], each) for each in value)
    if isinstance(value, dict) and is_dataclass(hint) and isinstance(hint, type):
        return made(hint, value)
    if isinstance(value, str) and isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    return value
