"""Which acronyms stand for which words, by what the pieces that are there explain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.matching.index.lexicon import Lexicon

# Of the long forms of an acronym the most usual, and only such as are explained often enough.
_MOST_LONG = 3
_OFTEN = 5

Terms = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KnownAcronyms:
    """``long`` gives the long forms of an acronym; ``short`` gives, by its first term, each long
    form with its acronym, longer ones first.
    """

    long: Mapping[int, tuple[Terms, ...]]
    short: Mapping[int, tuple[tuple[Terms, int], ...]]

    def found_in(self, terms: Sequence[int]) -> list[tuple[int, int, int]]:
        """Return where in a row of terms a long form stands: first, end, and its acronym."""
        found: list[tuple[int, int, int]] = []
        at = 0
        while at < len(terms):
            end = at + 1
            for long, acronym in self.short.get(terms[at], ()):
                if tuple(terms[at : at + len(long)]) == long:
                    end = at + len(long)
                    found.append((at, end, acronym))
                    break
            at = end
        return found


def known_acronyms(counts: Iterable[tuple[int, int]], lexicon: Lexicon) -> KnownAcronyms:
    """Work out what is known from how many pieces explain each pair: its number, and the count."""
    by_acronym: dict[int, list[tuple[int, Terms]]] = {}
    for number, count in counts:
        acronym, *long = lexicon.pairs.name(number)
        by_acronym.setdefault(acronym, []).append((count, tuple(long)))

    def first_most(pair: tuple[int, Terms]) -> tuple[int, list[str]]:
        return -pair[0], [lexicon.terms.name(term) for term in pair[1]]

    longs: dict[int, tuple[Terms, ...]] = {}
    shorts: dict[int, list[tuple[Terms, int]]] = {}
    for acronym, pairs in by_acronym.items():
        pairs.sort(key=first_most)
        usual = [long for count, long in pairs[:_MOST_LONG] if count * _OFTEN >= pairs[0][0]]
        longs[acronym] = tuple(usual)
        for long in usual:
            shorts.setdefault(long[0], []).append((long, acronym))

    def longest(form: tuple[Terms, int]) -> tuple[int, str]:
        return -len(form[0]), lexicon.terms.name(form[1])

    return KnownAcronyms(
        longs, {first: tuple(sorted(forms, key=longest)) for first, forms in shorts.items()}
    )
