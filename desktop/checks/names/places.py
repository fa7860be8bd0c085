"""Places: those that everybody knows, and those whose names sound like places here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from desktop.checks.names.named import Named, NameKind
from desktop.checks.names.tokens import Token
from desktop.core.names import NameWords, PlaceWords

_SHORTEST = 6  # letters of a word that is told by its ending alone


def places(text: str, known: Sequence[Token], words: NameWords) -> Iterator[Named]:
    """Yield the places of a line."""
    place = 0
    while place < len(known):
        last = _last_of(known, place, words)
        if last is None:
            place += 1
            continue
        start, end = known[place].start, known[last].end
        yield Named(NameKind.PLACE, text[start:end], start, end)
        place = last + 1


def _last_of(known: Sequence[Token], first: int, words: NameWords) -> int | None:
    rules = words.places
    if not known[first].capital:
        return None
    where = first > 0 and known[first].joined and known[first - 1].word in rules.where
    for name in _by_first_word(rules).get(known[first].word, ()):
        here = known[first : first + len(name)]
        if tuple(token.word for token in here) == name and all(t.joined for t in here[1:]):
            if " ".join(name) in rules.only_after_where and not where:
                return None
            return first + len(name) - 1
    # "Lord Fernley of Ambridge" is a person.
    where = where and known[first - 1].word != "of"
    return _sounds_like_one(known, first, rules) if where else None


def _sounds_like_one(known: Sequence[Token], first: int, rules: PlaceWords) -> int | None:
    """Tell of "in Castlebridge" and "from Kirkby Overdale"."""
    last = first
    while last + 1 < len(known) and known[last + 1].joined and known[last + 1].name:
        last += 1
    run = known[first : last + 1]
    if not run[0].name:
        return None
    return last if any(_sounds(token.word, rules) for token in run) else None


def _sounds(word: str, rules: PlaceWords) -> bool:
    if word in rules.not_places or len(word) < _SHORTEST:
        return False
    return word.endswith(rules.endings) or word.startswith(rules.beginnings)


@lru_cache(maxsize=4)
def _by_first_word(rules: PlaceWords) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(rules.names, key=len, reverse=True):
        parts = tuple(name.split())
        found.setdefault(parts[0], []).append(parts)
    return found
