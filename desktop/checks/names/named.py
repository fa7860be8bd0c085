"""Somebody or something named in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """What a name is of."""

    PERSON = "person"
    PLACE = "place"
    BODY = "organisation"


@dataclass(frozen=True, slots=True)
class Named:
    """A name and where it stands. ``public`` tells of a person that they hold an office or speak
    for a body: their name alone says nothing private.
    """

    kind: NameKind
    text: str
    start: int
    end: int
    public: bool = False
