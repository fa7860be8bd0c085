"""Finding the words of word lists and house rules in a text, quickly and in bounded time.

    for wording, start, end in matches(known.wording["causal"], line.text):
        ...

Most checks of words need no more than that and ``desktop.checks.worded.said_of``, which makes the
Finding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from desktop.core.line_words import words_in
from desktop.core.wording import Wording

# A pattern that needs longer for one line is not used again. An ordinary one needs microseconds.
_SECONDS = 0.05
# Lists are looked through by the first word, or by how it begins where any ending will do, so that
# a long list costs no more than a short one.
_STEM = 3
_KEPT = 16_384
_WORD = re.compile(r"\w+")
_CURLY = {"'": "['’]", "’": "['’]", "-": "[-\u2010\u2011]", " ": r"\s+"}


class Match(NamedTuple):
    """Words that a Wording is about, and where in the text they stand."""

    wording: Wording
    start: int
    end: int


class _Entry(NamedTuple):
    """One word or phrase of a list, to be looked for in a line that has its first word (``key``:
    itself, or how it begins, "tra*") and its longest.
    """

    wording: Wording
    words: str
    instead: str
    key: str
    longest: str


@dataclass(frozen=True, eq=False)
class WordList:
    """The Wordings of one check, ready to be looked for. ``slow`` has the ids of those whose
    pattern took too long and is no longer used.
    """

    wordings: tuple[Wording, ...] = ()
    slow: set[str] = field(default_factory=set[str])

    @cached_property
    def entries(self) -> dict[str, list[_Entry]]:
        """Every word and phrase by its key; longer ones first."""
        found: dict[str, list[_Entry]] = defaultdict(list)
        for wording in self.wordings:
            plain = [(words, wording.instead) for words in wording.words]
            for words, instead in (*plain, *wording.swaps):
                entry = _Entry(wording, words, instead, _key(words), _longest(words))
                found[entry.key].append(entry)
        return dict(found)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What words and phrases are looked up by."""
        return frozenset(self.entries)

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
    for entry in _longest_first(
        entry for key in _keys_of(found) for entry in words.entries.get(key, ())
    ):
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
    keys = _keys_in(text)
    # In most lines a list has none of its words, and is soon done with.
    if not words.keys.isdisjoint(keys):
        here = [entry for key in words.keys & keys for entry in words.entries[key]]
        yield from _of_words(_longest_first(entry for entry in here if entry.longest in keys), text)
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
def _keys_in(text: str) -> frozenset[str]:
    """Return by what the words of a text are looked up in lists."""
    words = words_in(text)
    return words.union(map(_stem, words))


def _of_words(entries: Iterable[_Entry], text: str) -> Iterator[Match]:
    """Yield where these words and phrases stand: of several at one place the first."""
    taken: set[int] = set()
    for entry in entries:
        for found in expression(entry.words).finditer(text):
            match = Match(entry.wording, found.start(), found.end())
            if match.start not in taken and not _excepted(match, text):
                taken.add(match.start)
                yield match


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


def _longest_first(entries: Iterable[_Entry]) -> list[_Entry]:
    return sorted(entries, key=lambda entry: -len(entry.words))


def _key(words: str) -> str:
    first = _WORD.search(words)
    if first is None:
        return words.casefold()
    word = first[0].casefold()
    return _stem(word) if words[first.end() :] == "*" else word


def _keys_of(found: str) -> tuple[str, str]:
    """Return by what words in a text are looked up in a list."""
    first = _WORD.search(found)
    word = (first[0] if first else found).casefold()
    return word, _stem(word)


def _stem(word: str) -> str:
    return f"{word[:_STEM]}*"


def _longest(words: str) -> str:
    """Return the longest word that must stand in a line just so; the key if there is none."""
    whole = [word[0] for word in _WORD.finditer(words) if words[word.end() :] != "*"]
    return max(whole, key=len).casefold() if whole else _key(words)
