"""From a text to the words of it that count, and what is looked for in the index for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.stop_words import GRAMMAR_WORDS, QUESTION_WORDS
from desktop.matching.index import Index
from desktop.matching.scoring.bm25 import Wanted, rarity
from desktop.matching.scoring.results import Word
from desktop.matching.scoring.tuning import Tuning
from desktop.matching.words import index_word, split

# Of a very long text so much is read: as a person would, what it is about comes early.
_MOST_READ = 20_000
# What stands around a word and not in it.
_AROUND = "“”„‘’\"'()[]{}<>,.;:?!…*"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text: as written, folded, its term (-1 = not in the library), its place."""

    written: str
    folded: str
    term: int
    at: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A text as the index sees it.

    ``words`` are those that count and ``wanted`` what is looked for, one for each and then one for
    each acronym of which the long form stands in the text; ``stands_for`` says for each of
    ``wanted`` which words a piece that has it has. ``row`` gives the words in order with their
    places in the text, ``aside`` the terms of other words (see ``Tuning.grammar``) and what they
    count. ``kin`` are terms that begin like one of the words, and which word that is.
    """

    words: tuple[Word, ...]
    wanted: tuple[Wanted, ...]
    stands_for: tuple[tuple[int, ...], ...]
    row: tuple[tuple[int, int], ...]
    aside: dict[int, float]
    kin: dict[int, int]

    @property
    def most(self) -> float:
        """What a piece with all the words would get, at most."""
        return sum(word.weight for word in self.words)


def ask(index: Index, text: str, tuning: Tuning) -> Asked:
    """Take a text apart and choose the words to look for.

    Words of grammar, and those that questions are made of, count little, unless there are no
    others.
    """
    tokens = read(index, text)
    return asked_of(index, tokens, telling(tokens, GRAMMAR_WORDS | QUESTION_WORDS), tuning)


def asked_of(
    index: Index, tokens: Sequence[Token], telling: Sequence[Token], tuning: Tuning
) -> Asked:
    """Choose the most telling of these words to look for; the others of ``tokens`` count little."""
    words, row = _words(index, telling, tuning)
    wanted = [_wanted(index, word) for word in words]
    stands_for: list[tuple[int, ...]] = [(at,) for at in range(len(words))]
    for item, places in _acronyms(index, row, words):
        wanted.append(item)
        stands_for.append(places)
    aside = _aside(index, tokens, words, tuning)
    kin = _kin(index, words, aside, tuning)
    return Asked(words, tuple(wanted), tuple(stands_for), row, aside, kin)


def read(index: Index, text: str) -> list[Token]:
    """Return all words of a text, each as it was written and as the index knows it."""
    tokens: list[Token] = []
    for chunk in text[:_MOST_READ].split():
        parts = split(chunk)
        for folded in parts:
            written = _as_written(chunk, folded, alone=len(parts) == 1)
            tokens.append(Token(written, folded, index.term(index_word(folded)), len(tokens)))
    return tokens


def _as_written(chunk: str, folded: str, *, alone: bool) -> str:
    """Return a folded word as it stands in the text: "Volunteers" of "(Volunteers’", "1,000"."""
    start = chunk.lower().find(folded)
    if start >= 0:
        return chunk[start : start + len(folded)]
    return chunk.strip(_AROUND) if alone else folded


def telling(tokens: Sequence[Token], left_out: frozenset[str]) -> list[Token]:
    """Leave out words that tell nothing, as long as the library has others."""
    for plain in (left_out, GRAMMAR_WORDS):
        others = [token for token in tokens if token.folded not in plain]
        if any(token.term >= 0 for token in others):
            return others
    return list(tokens)


def _words(
    index: Index, telling: Iterable[Token], tuning: Tuning
) -> tuple[tuple[Word, ...], tuple[tuple[int, int], ...]]:
    """Return the most telling words in the order written, and (place in the text, which word) for
    each time one of them was written.
    """
    written: dict[int | str, list[Token]] = {}
    for token in telling:
        written.setdefault(token.term if token.term >= 0 else token.folded, []).append(token)
    words = [_word(index, tokens) for tokens in written.values()]
    # What the library does not have cannot be found: it takes only the places that are left.
    ranked = sorted(range(len(words)), key=lambda at: (words[at].df == 0, -words[at].weight))
    kept = sorted(ranked[: tuning.most_words])
    groups = list(written.values())
    row = [(token.at, place) for place, at in enumerate(kept) for token in groups[at]]
    return tuple(words[at] for at in kept), tuple(sorted(row))


def _word(index: Index, tokens: Sequence[Token]) -> Word:
    first = tokens[0]
    having = int(index.df[first.term]) if first.term >= 0 else 0
    weight = rarity(index.count, max(having, 1)) * len(tokens)
    return Word(first.written, first.term, having, max(weight, 0.0))


def _wanted(index: Index, word: Word) -> Wanted:
    if word.term < 0:
        return Wanted((), word.weight)
    return Wanted((word.term,), word.weight, index.long_forms(word.term))


def _acronyms(
    index: Index, row: Sequence[tuple[int, int]], words: Sequence[Word]
) -> Iterable[tuple[Wanted, tuple[int, ...]]]:
    """Yield the acronyms whose long forms stand in the text, and which words each stands for."""
    known = {words[place].term for _, place in row}
    terms = [words[place].term for _, place in row]
    for start, end, short in index.short_forms(terms):
        if short not in known:
            places = dict.fromkeys(place for _, place in row[start:end])
            weight = rarity(index.count, max(int(index.df[short]), 1))
            yield Wanted((short,), weight), tuple(places)
            known.add(short)


def _aside(
    index: Index, tokens: Iterable[Token], words: Iterable[Word], tuning: Tuning
) -> dict[int, float]:
    """Return what the words count that are left out at first: {term: weight}."""
    taken = {word.term for word in words}
    aside: Counter[int] = Counter()
    for token in tokens:
        if token.term >= 0 and token.term not in taken:
            aside[token.term] += 1
    grammar = {token.term for token in tokens if token.folded in GRAMMAR_WORDS}
    little = {token.term for token in tokens if token.folded in QUESTION_WORDS} | grammar
    pieces = index.count
    return {
        term: often
        * rarity(pieces, int(index.df[term]))
        * (tuning.grammar if term in grammar else tuning.question_words)
        for term, often in aside.most_common(tuning.most_words)
        if term in little and index.df[term]
    }


def _kin(
    index: Index, words: Sequence[Word], aside: dict[int, float], tuning: Tuning
) -> dict[int, int]:
    """Return the terms that begin like one of the words: "eligible" where "eligibility" is asked
    for, which the stemmer takes for two words.
    """
    kin: dict[int, int] = {}
    taken = {word.term for word in words} | aside.keys()
    for place, word in enumerate(words):
        folded = split(word.written)
        if len(folded) == 1 and folded[0].isalpha() and len(folded[0]) > tuning.kin_letters:
            for term in index.prefixed(folded[0][: tuning.kin_letters]).tolist():
                if term not in taken:
                    kin.setdefault(term, place)
    return kin
