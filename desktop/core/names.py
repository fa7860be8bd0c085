"""What people, places and organisations are told by in running text, as data."""

from __future__ import annotations

from dataclasses import dataclass

_Words = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class PeopleWords:
    """``given`` names; ``ambiguous`` ones are words or places too. ``titles`` stand before a name,
    and those ``of_office`` say that somebody is known in public, as ``roles`` do. What is in
    ``not_after_titles`` makes an office of a title; ``after_a_person`` follows a name of one word.
    """

    given: _Words = frozenset()
    ambiguous: _Words = frozenset()
    titles: _Words = frozenset()
    of_office: _Words = frozenset()
    not_after_titles: _Words = frozenset()
    roles: tuple[str, ...] = ()
    after_a_person: _Words = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class PlaceWords:
    """``names`` of places; those ``only_after_where`` need a word that says ``where`` before them,
    as do unknown ones with such ``beginnings`` or ``endings`` that are not among ``not_places``.
    ``after_a_place`` makes a place of the word before it.
    """

    names: tuple[str, ...] = ()
    only_after_where: _Words = frozenset()
    where: _Words = frozenset()
    endings: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    after_a_place: _Words = frozenset()
    not_places: _Words = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class BodyWords:
    """What names of organisations end with (``endings``) or begin with (``beginnings``), the
    ``joints`` inside them and the ``known`` ones. Words in ``generic`` make no name by themselves,
    those in ``never_part`` are part of none.
    """

    endings: _Words = frozenset()
    beginnings: _Words = frozenset()
    joints: _Words = frozenset()
    known: tuple[str, ...] = ()
    generic: _Words = frozenset()
    never_part: _Words = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class NameWords:
    """All of it."""

    people: PeopleWords = PeopleWords()
    places: PlaceWords = PlaceWords()
    bodies: BodyWords = BodyWords()


NO_NAMES = NameWords()
