"""A Hunspell dictionary: does it know a word, and which words may have been meant."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from desktop.spelling.words import stem

_MOST_SUGGESTIONS = 5
_LETTERS = "abcdefghijklmnopqrstuvwxyz'"
_LEAST_LETTERS = 7  # shorter names are a slip away from some word or other
_KEPT = 20_000


class Dictionary:
    """The words of a language; may be asked by any thread.

    ``folder`` holds a pair of Hunspell files of this ``name`` and any number of lists (``*.txt``, a
    word a line, ``#`` for remarks) of further words.
    """

    def __init__(self, folder: Path, name: str = "en_GB") -> None:
        self._folder = folder
        self._name = name
        self._lock = Lock()
        # What was looked up lately: a text is mostly the same few hundred words.
        self._known = lru_cache(maxsize=_KEPT)(self._look_up)
        self._slipped = lru_cache(maxsize=_KEPT)(self._is_slip)

    def knows(self, word: str) -> bool:
        """Tell whether a word is well spelled; its possessive is where it is."""
        return self._known(stem(word))

    def may_be_a_name(self, word: str) -> bool:
        """Tell whether a word with a capital letter that is not known may well be a name: it is
        short, or no slip of an ordinary word.
        """
        return not self._slipped(stem(word))

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant, the likeliest first: one slip of the finger away or, if
        there is nothing so near, what Hunspell finds.
        """
        bare = stem(word)
        ending = word[len(bare) :]
        near = dict.fromkeys(each for each in _one_slip(bare) if self._known(each))
        found = list(near)[:_MOST_SUGGESTIONS]
        if not found:
            with self._lock:
                found = list(self._engine.suggest(bare))[:_MOST_SUGGESTIONS]
        return tuple(each + ending for each in found)

    @cached_property
    def _engine(self) -> Any:
        from hunspell import Hunspell

        return Hunspell(self._name, hunspell_data_dir=str(self._folder))

    @cached_property
    def _further(self) -> frozenset[str]:
        lines = (
            line.strip()
            for file in sorted(self._folder.glob("words*.txt"))
            for line in file.read_text(encoding="utf-8").splitlines()
        )
        return frozenset(line.casefold() for line in lines if line and not line.startswith("#"))

    def _is_slip(self, word: str) -> bool:
        return len(word) >= _LEAST_LETTERS and any(map(self._known, _one_slip(word.lower())))

    def _look_up(self, word: str) -> bool:
        if word.casefold() in self._further:
            return True
        with self._lock:
            return bool(self._engine.spell(word))


def _one_slip(word: str) -> Iterator[str]:
    """Yield every spelling that is one slip away: letters swapped, doubled or not, left out, put
    in, or another one struck. A word begins with the right letter more often than not.
    """
    cuts = range(1, len(word))
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    yield from (word[:at] + word[at] + word[at:] for at in range(len(word)))
    yield from (word[:at] + word[at + 1 :] for at in cuts)
    yield from (word[:at] + each + word[at:] for at in (*cuts, len(word)) for each in _LETTERS)
    yield from (word[:at] + each + word[at + 1 :] for at in cuts for each in _LETTERS)
    yield from (each + word[1:] for each in _LETTERS[:-1])
