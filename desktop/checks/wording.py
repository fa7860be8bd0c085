"""Finding the words of word lists and house rules in a text, quickly and in bounded time.

    for wording, start, end in matches(known.wording["causal"], line.text):
        ...

Most checks of words need no more than that and ``desktop.checks.worded.said_of``, which makes the
Finding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from desktop.core.wording import Wording

# A pattern that needs longer for one line is not used again. An ordinary one needs microseconds.
_SECONDS = 0.05
# Lists are looked through by how a word begins, so that a long list costs no more than a short one.
_KEY = 3
_KEPT = 16_384
_WORD = re.compile(r"\w+")
_CURLY = {"'": "['’]", "’": "['’]", "-": "[-\u2010\u2011]", " ": r"\s+"}


class Match(NamedTuple):
    """Words that a Wording is about, and where in the text they stand."""

    wording: Wording
    start: int
    end: int


class _Entry(NamedTuple):
    """One word or phrase of a list, to be tried where a word begins as it does."""

    wording: Wording
    words: str
    instead: str


@dataclass(frozen=True, eq=False)
class WordList:
    """The Wordings of one check, ready to be looked for. ``slow`` has the ids of those whose
    pattern took too long and is no longer used.
    """

    wordings: tuple[Wording, ...] = ()
    slow: set[str] = field(default_factory=set[str])

    @cached_property
    def entries(self) -> dict[str, list[_Entry]]:
        """Every word and phrase by how it begins; longer ones first."""
        found: dict[str, list[_Entry]] = defaultdict(list)
        for wording in self.wordings:
            plain = [(words, wording.instead) for words in wording.words]
            for words, instead in (*plain, *wording.swaps):
                found[_key(words)].append(_Entry(wording, words, instead))
        for entries in found.values():
            entries.sort(key=lambda entry: -len(entry.words))
        return dict(found)

    @cached_property
    def patterns(self) -> tuple[tuple[Wording, Any], ...]:
        """The patterns, each compiled."""
        return tuple((each, compiled(each.pattern)) for each in self.wordings if each.pattern)


@dataclass(frozen=True)
class WordLists:
    """All Wordings, to be had by the id of their check: ``lists["causal"]`` (an empty list where
    there is none).
    """

    wordings: tuple[Wording, ...] = ()

    def __getitem__(self, check: str) -> WordList:
        """Return the list of a check."""
        return self._lists.get(check, _NONE)

    @cached_property
    def _lists(self) -> dict[str, WordList]:
        checks = dict.fromkeys(each.check for each in self.wordings)
        return {
            check: WordList(tuple(each for each in self.wordings if each.check == check))
            for check in checks
        }


_NONE = WordList()


def matches(words: WordList, text: str) -> Iterator[Match]:
    """Yield what of a list stands in a text, from left to right; of two that overlap, the one that
    begins first, or else the longer.
    """
    found = sorted(_all(words, text), key=lambda match: (match.start, -match.end))
    end = -1
    for match in found:
        if match.start >= end:
            yield match
            end = match.end


@lru_cache(maxsize=_KEPT)
def found_in(words: WordList, text: str) -> tuple[Match, ...]:
    """Return the ``matches``, and remember them: for a check of the whole draft."""
    return tuple(matches(words, text))


def instead_of(words: WordList, match: Match, text: str) -> str:
    """Return what to write in the place of a match, in capital letters where it has them; ""
    where the list does not say.
    """
    found = text[match.start : match.end]
    instead = match.wording.instead
    for entry in words.entries.get(_key(found), ()):
        if entry.wording is match.wording and expression(entry.words).fullmatch(found):
            instead = entry.instead
            break
    if len(found) > 1 and found.isupper():
        return instead.upper()
    return instead[:1].upper() + instead[1:] if found[:1].isupper() else instead


# Made when a word that begins so is first met: of a long list most never are.
@lru_cache(maxsize=_KEPT)
def expression(words: str) -> re.Pattern[str]:
    """Return the expression for words or a phrase of a list (see ``Wording``)."""
    open_ended = words.endswith("*")
    letters = words.removesuffix("*")
    body = "".join(_CURLY.get(letter, re.escape(letter)) for letter in letters)
    flags = 0 if any(letter.isupper() for letter in letters) else re.IGNORECASE
    ending = r"\w*" if open_ended else ""
    return re.compile(rf"(?<!\w){body}{ending}(?!\w)", flags)


def compiled(pattern: str) -> Any:
    """Return a pattern ready to be searched for with a limit on time; raises ValueError if it is no
    regular expression.
    """
    import regex

    try:
        return regex.compile(pattern)
    except regex.error as error:
        raise ValueError(str(error)) from error


def _all(words: WordList, text: str) -> Iterator[Match]:
    entries = words.entries
    if entries:
        words_of = _beginnings(text)
        for key in words_of.keys() & entries.keys():
            for start in words_of[key]:
                yield from _of_words(entries[key], text, start)
    if not words.patterns:
        return
    folded = _folded(text)
    for wording, pattern in words.patterns:
        needs = wording.needs
        may_be_there = not needs or any(need.casefold() in folded for need in needs)
        if may_be_there and wording.id not in words.slow:
            yield from _of_pattern(words, wording, pattern, text)


@lru_cache(maxsize=_KEPT)
def _folded(text: str) -> str:
    return text.casefold()


@lru_cache(maxsize=_KEPT)
def _beginnings(text: str) -> dict[str, list[int]]:
    """Return where words stand in a text, by how they begin: each list looks up its own there."""
    found: dict[str, list[int]] = {}
    for word in _WORD.finditer(text):
        found.setdefault(word[0][:_KEY].casefold(), []).append(word.start())
    return found


def _of_words(entries: list[_Entry], text: str, start: int) -> Iterator[Match]:
    """Yield the first of these words or phrases that stands at a place."""
    for entry in entries:
        if found := expression(entry.words).match(text, start):
            match = Match(entry.wording, found.start(), found.end())
            if not _excepted(match, text):
                yield match
                return


def _of_pattern(words: WordList, wording: Wording, pattern: Any, text: str) -> Iterator[Match]:
    try:
        for found in pattern.finditer(text, timeout=_SECONDS):
            match = Match(wording, found.start(), found.end())
            if match.end > match.start and not _excepted(match, text):
                yield match
    except TimeoutError:
        words.slow.add(wording.id)


def _excepted(match: Match, text: str) -> bool:
    return any(
        found.start() <= match.start and match.end <= found.end()
        for exception in match.wording.unless
        for found in expression(exception).finditer(text)
    )


def _key(words: str) -> str:
    first = _WORD.search(words)
    return (first[0] if first else words)[:_KEY].casefold()
