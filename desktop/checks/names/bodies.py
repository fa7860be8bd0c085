"""Organisations: a run of capitalised words that ends, or begins, as names of bodies do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from desktop.checks.names.named import Named, NameKind
from desktop.checks.names.tokens import Token
from desktop.core.names import BodyWords, NameWords


def bodies(text: str, known: Sequence[Token], words: NameWords) -> Iterator[Named]:
    """Yield the organisations of a line."""
    rules = words.bodies
    place = 0
    while place < len(known):
        last = _last_of(known, place, rules)
        if last is None:
            place += 1
            continue
        start, end = known[place].start, known[last].end
        yield Named(NameKind.BODY, text[start:end], start, end)
        place = last + 1


def _last_of(known: Sequence[Token], first: int, rules: BodyWords) -> int | None:
    """Return the place of the last word of a body's name that begins at ``first``, or None."""
    told = _known_name(known, first, rules)
    if told is not None:
        return told
    if not known[first].name:
        return None
    begun = _after_a_beginning(known, first, rules)
    if begun is not None:
        return begun
    return _to_an_ending(known, first, rules)


def _known_name(known: Sequence[Token], first: int, rules: BodyWords) -> int | None:
    for name in _by_first_word(rules).get(known[first].word, ()):
        here = known[first : first + len(name)]
        if [token.word for token in here] == list(name) and all(t.joined for t in here[1:]):
            return first + len(name) - 1
    return None


@lru_cache(maxsize=4)
def _by_first_word(rules: BodyWords) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(rules.known, key=len, reverse=True):
        parts = tuple(re.findall(r"[^\s-]+", name))
        found.setdefault(parts[0], []).append(parts)
    return found


def _after_a_beginning(known: Sequence[Token], first: int, rules: BodyWords) -> int | None:
    """Tell of "University of Tarnwick" and "Friends of Millbeck Library"."""
    if known[first].word not in rules.beginnings or first + 2 >= len(known):
        return None
    joint = known[first + 1]
    if not joint.joined or joint.word not in {"of", "for"}:
        return None
    return _run(known, first + 2, rules, joints=True, begun=True)


def _to_an_ending(known: Sequence[Token], first: int, rules: BodyWords) -> int | None:
    """Tell of "Oakmere Housing Association" and "Royal College of Carers"."""
    last = _run(known, first, rules, joints=False)
    if last is None:
        return None
    ends = [at for at in range(first + 1, last + 1) if known[at].word in rules.endings]
    if not ends:
        return None
    last = ends[-1]
    more = last + 2
    if more < len(known) and known[last + 1].joined and known[last + 1].word in {"of", "for"}:
        further = _run(known, more, rules, joints=True, begun=True)
        if further is not None:
            return further
    # "Local Housing Association" is any of them.
    named = any(
        token.word.casefold() not in rules.generic and token.word not in rules.endings
        for token in known[first:last]
    )
    return last if named else None


def _run(
    known: Sequence[Token], first: int, rules: BodyWords, *, joints: bool, begun: bool = False
) -> int | None:
    """Return the last of the capitalised words that follow one another from ``first`` on, with
    joints between them where they may stand; None if ``first`` is no such word. In a name that has
    ``begun`` any capitalised word may stand: "Institute for Government".
    """
    if first >= len(known) or not (known[first].name or (begun and known[first].capital)):
        return None
    last = first
    place = first + 1
    while place < len(known) and known[place].joined:
        token = known[place]
        if token.name:
            last = place
            if not joints and token.word in rules.endings and _ends_here(known, place):
                break
        elif token.word not in (rules.joints if joints else {"&"}):
            break
        place += 1
    return last


def _ends_here(known: Sequence[Token], place: int) -> bool:
    after = known[place + 1] if place + 1 < len(known) else None
    return after is None or not after.joined or not after.name
