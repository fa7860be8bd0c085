"""In which order evidence is offered, which is not, and why: pure, over what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.core.evidence import (
    ANY_QUESTION,
    Origin,
    Passage,
    Reason,
    Snippet,
    SnippetKind,
    SourceKind,
    Suggestion,
)
from desktop.core.moments import printed_day
from desktop.core.search import Frequencies, Hit, Term
from desktop.matching.query import informative

# All on the scale on which the best match of words counts 1.
_TAGGED = 1.1
# An answer is cut into many passages, not all of which say what the question is about.
_ANSWERED = 0.4
_SUITS_ANY = 0.2
_OWN = 0.1
_DUE_FOR_REVIEW = -0.2
_KIND = {
    # Figures and cases come before what anybody could say; about us has a place of its own.
    SnippetKind.STATISTIC: 0.05,
    SnippetKind.CASE_STUDY: 0.05,
    SnippetKind.QUOTATION: 0.02,
    SnippetKind.ABOUT_US: -0.3,
}
# A Snippet with all the words of a question counts half as much again as its BM25 score.
_MANY_WORDS = 0.5
# Who types several words means all of them.
_ALL_WORDS = 2.0
_ENOUGH_WORDS = 2
_PHRASES_SHOWN = 3
# The share of words in common from which two texts say the same.
_ALIKE = 0.85
_ANY_WORD = re.compile(r"\w+")


def for_question(
    hits: Sequence[Hit],
    terms: Sequence[Term],
    frequencies: Frequencies,
    ref: str,
    today: date,
) -> list[Suggestion]:
    """Return what was found for the Question ``ref``, all of it, best first."""
    scores = [hit.score * (1 + _MANY_WORDS * _share(hit, terms)) for hit in hits]
    top = max(scores, default=0.0) or 1.0
    return _in_order(
        _suggestion(hit, score / top + _bonus(hit.piece, ref, today), frequencies, ref, today)
        for hit, score in zip(hits, scores, strict=True)
    )


def for_free_search(
    hits: Sequence[Hit], terms: Sequence[Term], frequencies: Frequencies, today: date
) -> list[Suggestion]:
    """Return what was found for words typed by a person: what has more of the words comes first."""
    top = max((hit.score for hit in hits), default=0.0) or 1.0

    def score(hit: Hit) -> float:
        return _ALL_WORDS * _share(hit, terms) + hit.score / top + _bonus(hit.piece, "", today)

    return _in_order(_suggestion(hit, score(hit), frequencies, "", today) for hit in hits)


def like_the_question(hits: Sequence[Hit], frequencies: Frequencies, ref: str) -> list[Hit]:
    """Return the hits that are worth offering at the Question ``ref``.

    ``frequencies`` are those of all its words.

    A Snippet is, if it is tagged for the Question or shares at least two words with it that tell
    Snippets apart. Where a Question has fewer such words, those are enough, and where it has none,
    any word is. Words that the library does not have count: a Question on another subject is not
    served by the one word that happens to occur.
    """
    tells = informative(frequencies)
    telling = set(filter(tells, frequencies.of)) or set(frequencies.of)
    needed = min(_ENOUGH_WORDS, len(telling))
    return [
        hit
        for hit in hits
        if ref in hit.piece.questions or 0 < needed <= len(telling.intersection(hit.matched))
    ]


def without_repetition(suggestions: Iterable[Suggestion], limit: int) -> list[Suggestion]:
    """Return the first ``limit`` suggestions but for those that say what an earlier one says."""
    kept: list[Suggestion] = []
    known: list[_Words] = []
    for item in suggestions:
        words = _words_of(item.piece)
        if any(_alike(words, other) for other in known):
            continue
        kept.append(item)
        known.append(words)
        if len(kept) == limit:
            break
    return kept


def _share(hit: Hit, terms: Sequence[Term]) -> float:
    """Return the share of the words asked for that a hit has.

    BM25 alone puts a Snippet that repeats one rare word before one that has three of them.
    """
    return len(hit.matched) / max(len(terms), 1)


def _bonus(piece: Snippet | Passage, ref: str, today: date) -> float:
    if isinstance(piece, Passage):
        return _ANSWERED if ref and ref == piece.ref else 0.0
    return _snippet_bonus(piece, ref, today)


def _snippet_bonus(snippet: Snippet, ref: str, today: date) -> float:
    kind = _KIND.get(snippet.kind, 0.0)
    own = _OWN if snippet.origin is Origin.OWN else 0.0
    due = _DUE_FOR_REVIEW if _is_due(snippet, today) else 0.0
    if ref and ref in snippet.questions:
        # Whoever tagged it knew what it is for, whatever its kind.
        return _TAGGED + max(kind, 0.0) + own + due
    return (_SUITS_ANY if ref and ANY_QUESTION in snippet.questions else 0.0) + kind + own + due


def _is_due(snippet: Snippet | Passage, today: date) -> bool:
    return snippet.review_by is not None and snippet.review_by < today


def _suggestion(
    hit: Hit, score: float, frequencies: Frequencies, ref: str, today: date
) -> Suggestion:
    words = {term: _as_found(term, hit.piece) for term in hit.matched}
    phrases = _phrases(words, hit.piece)
    rarity = [min(frequencies.of.get(term, 0) for term in phrase) for phrase in phrases]
    rarest = sorted(range(len(phrases)), key=rarity.__getitem__)[:_PHRASES_SHOWN]
    shown = [" ".join(words[term] for term in phrases[place]) for place in sorted(rarest)]
    return Suggestion(
        piece=hit.piece,
        source=hit.source,
        score=score,
        reasons=tuple(_reasons(hit, list(dict.fromkeys(shown)), ref, today)),
        matched=tuple(dict.fromkeys(words.values())),
    )


def _as_found(term: Term, piece: Snippet | Passage) -> str:
    """Return the word as it was written, or, while it is being typed, the word it begins.

    A capital letter stays only where the Snippet has it too: "NHS", but "cuts" for "Cuts".
    """
    text = _text(piece)
    if term.prefix:
        begun = re.search(rf"\b{re.escape(term.word)}[\w’'-]*", text, re.IGNORECASE)
        return begun.group().rstrip("’'-") if begun else term.word
    return term.word if term.word in text else term.word.lower()


def _phrases(words: Mapping[Term, str], piece: Snippet | Passage) -> list[list[Term]]:
    """Return the words in order, with those together that the Snippet has together: Big Society."""
    text = _text(piece).lower()
    phrases: list[list[Term]] = []
    for term, word in words.items():
        together = [*(words[part] for part in phrases[-1]), word] if phrases else []
        if together and " ".join(together).lower() in text:
            phrases[-1].append(term)
        else:
            phrases.append([term])
    return phrases


def _text(piece: Snippet | Passage) -> str:
    if isinstance(piece, Passage):
        return piece.text
    return "\n".join((piece.claim, piece.text, *piece.tags))


def _reasons(hit: Hit, words: list[str], ref: str, today: date) -> Iterable[Reason]:
    piece = hit.piece
    if isinstance(piece, Passage):
        yield Reason(_where_it_was_said(hit, piece))
        if ref and ref == piece.ref:
            yield Reason("Answered this question")
    elif ref and ref in piece.questions:
        yield Reason("Tagged for this question")
    elif ref and ANY_QUESTION in piece.questions:
        yield Reason("Suits any question")
    if words:
        yield Reason(f"Mentions {_listed(words)}")
    if isinstance(piece, Snippet) and piece.origin is Origin.OWN:
        yield Reason("From your own library")
    if piece.review_by is not None and _is_due(piece, today):
        yield Reason(f"Was due for review by {printed_day(piece.review_by.isoformat())}")


def _where_it_was_said(hit: Hit, passage: Passage) -> str:
    """Return "From your response to the inquiry, 2019, question 3" or the like."""
    source = hit.source
    ours = source.kind is SourceKind.PAST_RESPONSE
    if ours and hit.answered:
        told = f"From your response to {hit.answered}"
    elif ours:
        told = f"From your response “{source.title}”"
    else:
        told = f"From “{source.title}”"
    year = f", {source.date[:4]}" if source.date else ""
    question = f", question {passage.number}" if passage.number else ""
    return told + year + question


def _listed(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _in_order(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """Put the best first, and newer evidence first among equals."""
    newest_first = sorted(suggestions, key=lambda item: item.source.date, reverse=True)
    return sorted(newest_first, key=lambda item: item.score, reverse=True)


@dataclass(frozen=True, slots=True)
class _Words:
    """What is compared of a text. Two texts that differ in a number never say the same."""

    words: frozenset[str]
    numbers: frozenset[str]


def _words_of(piece: Snippet | Passage) -> _Words:
    said = piece.text if isinstance(piece, Passage) else f"{piece.claim} {piece.text}"
    words = frozenset(_ANY_WORD.findall(said.casefold()))
    return _Words(words, frozenset(word for word in words if any(map(str.isdigit, word))))


def _alike(one: _Words, other: _Words) -> bool:
    """Tell whether two texts use nearly the same words and the same numbers."""
    small, large = sorted((len(one.words), len(other.words)))
    if small < _ALIKE * large or one.numbers != other.numbers:
        return False
    return len(one.words & other.words) >= _ALIKE * len(one.words | other.words)
