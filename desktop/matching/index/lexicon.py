"""The words of an index: as they were written, and what each of them counts as."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from threading import RLock

import numpy as np

from desktop.matching import words
from desktop.matching.index.arrays import Ints
from desktop.matching.index.names import Names

_LAST_LETTER = chr(0x10FFFF)
# So many new words are kept aside before they are sorted among the others.
_RECENT = 500


class Lexicon:
    """Every written word has a number, and so has every index word (then called a term).

    ``names`` numbers sources, documents, kinds and the like, ``pairs`` each acronym with a long
    form, as terms: the acronym first. Only grows, so that one Lexicon serves an index and all that
    came of it: a word that no piece has any more stays, and counts for nothing. Any thread may read
    while another adds.
    """

    def __init__(
        self,
        written: Iterable[str] = (),
        term_of: Iterable[int] = (),
        terms: Iterable[str] = (),
        names: Iterable[str] = (),
        pairs: Iterable[tuple[int, ...]] = (),
    ) -> None:
        self.terms: Names[str] = Names(terms)
        self.names: Names[str] = Names(names)
        self.pairs: Names[tuple[int, ...]] = Names(pairs)
        self._written = _Numbers(self)
        self._words: list[str] = []
        self._term_list: list[int] = []
        self._adding = RLock()
        for word, term in zip(written, term_of, strict=True):
            self._written[word] = len(self._words)
            self._words.append(word)
            self._term_list.append(term)
        self._term_of = np.array(self._term_list, np.int32)
        self._sorted: tuple[list[str], Ints, int] = ([], np.zeros(0, np.int32), 0)

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of the words of a text, in order; new words get new ones."""
        return list(map(self._written.__getitem__, words.split(text)))

    def terms_in(self, text: str) -> list[int]:
        """Return the terms that the words of a text count as, in order; new words get numbers."""
        return [self._term_list[number] for number in self.numbers(text)]

    def add(self, word: str) -> int:
        """Give a written word the next number, unless it has one."""
        with self._adding:
            known = self._written.get(word)
            if known is not None:
                return known
            number = len(self._words)
            self._words.append(word)
            self._term_list.append(self.terms.number(words.index_word(word)))
            self._written[word] = number
            return number

    @property
    def term_of(self) -> Ints:
        """The term that each written word counts as, int32[written words]."""
        if len(self._term_of) < len(self._term_list):
            with self._adding:
                have = self._term_of
                new = np.array(self._term_list[len(have) :], np.int32)
                self._term_of = np.concatenate((have, new))
        return self._term_of

    @property
    def written(self) -> list[str]:
        """Every written word in the order of their numbers."""
        return list(self._words)

    def beginning(self, start: str) -> Ints:
        """Return the numbers of the written words that begin with ``start``."""
        ordered, numbers, known = self._in_order()
        first, last = bisect_left(ordered, start), bisect_left(ordered, start + _LAST_LETTER)
        recent = [
            number
            for number, word in enumerate(self._words[known:], known)
            if word.startswith(start)
        ]
        return np.concatenate((numbers[first:last], np.array(recent, np.int32)))

    def _in_order(self) -> tuple[list[str], Ints, int]:
        """Return the words that have been sorted, their numbers, and how many they are."""
        have = self._sorted
        if len(self._words) <= have[2] + _RECENT:
            return have
        count = len(self._words)
        ordered = sorted(range(count), key=self._words.__getitem__)
        have = ([self._words[number] for number in ordered], np.array(ordered, np.int32), count)
        self._sorted = have
        return have


class _Numbers(dict[str, int]):
    """Looks a word up and adds it where it is new, without a step of Python for those it has."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> int:
        return self._lexicon.add(word)
