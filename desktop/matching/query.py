"""From what a person wrote, or a question asks, to the words worth looking for."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from desktop.core.search import Frequencies, Query, Term, Weights
from desktop.core.stop_words import STOP_WORDS
from desktop.matching.completing import completions

# A question is about its topic: who wrote a source and where in it something stands are no help.
FOR_QUESTIONS = Weights(claim=1.5, text=1.0, tags=1.5)
FOR_FREE_SEARCH = Weights(claim=1.5, text=1.0, tags=1.5, source=0.7, place=0.7)

# As many words as are scored at once, and in as many places: each occurrence costs time.
MOST_TERMS = 20
MOST_OCCURRENCES = 30_000
_FEWEST_TERMS = 4
# Of a very long text, as many different words as are counted in the library at all.
MOST_CANDIDATES = 48
_LONGEST_WORD = 60
_SMALL_LIBRARY = 50
_SHORTEST_PREFIX = 2

# Letters and digits, with an apostrophe, hyphen, dash, full stop or comma inside: it's, 2010–11
_WORD = re.compile(r"[^\W_]+(?:['’.,‐‑–-][^\W_]+)*")
_INNER = re.compile(r"['’.,‐‑–-]")
_POSSESSIVE = re.compile(r"['’]s?$")
# First parts that are no word of their own: co-operative is also cooperative, but never operative.
_JOINED_PARTS = "anti bi co de e ex inter mid micro multi non over post pre re semi sub un"
_JOINED = frozenset(_JOINED_PARTS.split())
_JOINED_STARTS = {"coop": "co", "coord": "co", "nonp": "non", "multia": "multi"}


def for_question(text: str) -> Query:
    """Return the words of a question (or of any longer text) that say what it is about.

    Any text will do; the Query has no terms if the text has no such word.
    """
    return Query(_terms(text), FOR_QUESTIONS)


def for_free_search(text: str) -> Query:
    """Return the words a person is typing into a search box; the last may be unfinished.

    Words such as "the" are looked for only if there are no others.
    """
    words = list(_words(text))
    if not words:
        return Query((), FOR_FREE_SEARCH)
    if text[-1:].isspace() or not text.rstrip().endswith(words[-1]):
        return Query(_terms(text) or _terms(text, frozenset()), FOR_FREE_SEARCH)
    *whole, last = words
    typed = " ".join(whole)
    # A last word too short to be the beginning of others may stand before it already.
    terms = tuple(dict.fromkeys((*_terms(typed), *_unfinished(last))))
    return Query(terms or _terms(text, frozenset()), FOR_FREE_SEARCH)


def pruned(query: Query, frequencies: Frequencies) -> Query:
    """Return the query without the words that cost time and tell little.

    Words that no Snippet has are dropped. The most telling of the rest are kept, in the order they
    were written, as long as there are not too many of them and they do not occur too often.
    """
    found = [term for term in query.terms if frequencies.of.get(term, 0)]

    def weight(term: Term) -> float:
        rarity = math.log(1 + frequencies.documents / frequencies.of[term])
        return rarity * (1 + math.log(term.count))

    kept: set[Term] = set()
    occurrences = 0
    for term in sorted(found, key=weight, reverse=True)[:MOST_TERMS]:
        occurrences += frequencies.of[term]
        if occurrences <= MOST_OCCURRENCES or len(kept) < _FEWEST_TERMS:
            kept.add(term)
    return replace(query, terms=tuple(term for term in found if term in kept))


def without_common(query: Query, frequencies: Frequencies) -> Query:
    """Return the query without the words that more than half of a library have.

    They hardly move a Snippet up or down and cost the most time. If there are no others they stay,
    and in a library of a few Snippets all do.
    """
    if frequencies.documents < _SMALL_LIBRARY:
        return query
    rarer = tuple(
        term for term in query.terms if frequencies.of.get(term, 0) * 2 <= frequencies.documents
    )
    return replace(query, terms=rarer or query.terms)


def _terms(text: str, stop_words: frozenset[str] = STOP_WORDS) -> tuple[Term, ...]:
    """Return each different word once, as first written; of a very long text the main ones."""
    first: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for word in _words(text):
        for part in _parts(word):
            key = _fold(part)
            if key and key not in stop_words and _fold(_POSSESSIVE.sub("", part)) not in stop_words:
                first.setdefault(_same(key), part)
                counts[_same(key)] += 1
    if len(first) > MOST_CANDIDATES:
        # What a long text repeats it is about; long words are rarer than short ones.
        ranked = sorted(first, key=lambda key: (counts[key], len(key)), reverse=True)
        kept = set(ranked[:MOST_CANDIDATES])
        first = {key: word for key, word in first.items() if key in kept}
    return tuple(_term(word, counts[key]) for key, word in first.items())


def _words(text: str) -> Iterator[str]:
    normal = unicodedata.normalize("NFC", text)
    return (
        match.group() for match in _WORD.finditer(normal) if len(match.group()) <= _LONGEST_WORD
    )


def _parts(word: str) -> list[str]:
    """Take "employee-owned" apart; leave numbers, "co-operative" and "it's" whole."""
    pieces = re.split(r"[‐‑–-]", word)
    if len(pieces) == 1 or pieces[0].lower() in _JOINED or not all(map(str.isalpha, pieces)):
        return [word]
    return pieces


def _fold(word: str) -> str:
    return word.lower().replace("’", "'")


def _same(key: str) -> str:
    """Return what "cut" and "cuts" have in common, so that a word does not count twice."""
    key = _POSSESSIVE.sub("", key)
    return key[:-1] if len(key) > 3 and key.endswith("s") and not key.endswith("ss") else key


def _term(word: str, count: int) -> Term:
    shown = _POSSESSIVE.sub("", word)
    return Term(shown, _forms(_fold(shown)), count=count)


def _forms(key: str) -> tuple[str, ...]:
    pieces = _INNER.split(key)
    if len(pieces) > 1:
        phrase = " ".join(pieces)
        return (phrase, "".join(pieces)) if pieces[0] in _JOINED else (phrase,)
    for start, first in _JOINED_STARTS.items():
        if key.startswith(start):
            return (key, f"{first} {key[len(first) :]}")
    return (key,)


def _unfinished(word: str) -> tuple[Term, ...]:
    """Return the term for a word being typed: its beginning, and the words it may become."""
    key = _fold(word)
    *before, last = _INNER.split(key)
    phrase = " ".join([*before, last])
    if len(key) < _SHORTEST_PREFIX:
        return (Term(word, (phrase,)),)
    completed = tuple(" ".join([*before, whole]) for whole in completions(last))
    return (Term(word, (*_forms(key), *completed), prefix=phrase),)


Informative = Callable[[Term], bool]


def informative(frequencies: Frequencies) -> Informative:
    """Return a test for words that tell Snippets apart: those that at most a quarter of them have.

    In a library of a few Snippets every word tells something.
    """
    small = frequencies.documents < _SMALL_LIBRARY
    most = frequencies.documents // (1 if small else 4)
    return lambda term: frequencies.of.get(term, 0) <= most
