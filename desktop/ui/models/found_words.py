"""Where the words that somebody searched for stand in a text, so that they can be shown."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from desktop.core.likeness import telling_words
from desktop.core.stop_words import STOP_WORDS

Spans = tuple[tuple[int, int], ...]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORTEST_BEGINNING = 3
_BEFORE = 48


def spans(text: str, query: str) -> Spans:
    """Return start and end of each word of ``text`` that answers a word of ``query``.

    Words meet whatever their endings, accents and capitals; the last word of the query may be
    unfinished. Words that say nothing ("the") count only where the query has no others.
    """
    stems, beginning = _wanted(query)
    if not stems and not beginning:
        return ()
    return tuple(
        (found.start(), found.end())
        for found in _WORD.finditer(text)
        if _answers(found[0], stems, beginning)
    )


def excerpt(text: str, query: str) -> str:
    """Return a text from a little before its first word that was searched for; "" if none is."""
    found = spans(text, query)
    if not found:
        return ""
    start = found[0][0]
    if start <= _BEFORE:
        return text
    cut = text.find(" ", start - _BEFORE)
    return f"… {text[cut + 1 :]}" if 0 <= cut < start else f"… {text[start:]}"


def _wanted(query: str) -> tuple[frozenset[str], str]:
    words = [_plain(word) for word in _WORD.findall(query)]
    telling = [word for word in words if word not in STOP_WORDS]
    unfinished = words[-1] if words and query[-1:].isalnum() else ""
    beginning = unfinished if len(unfinished) >= _SHORTEST_BEGINNING else ""
    if beginning in STOP_WORDS:
        beginning = ""
    return frozenset(_stem(word) for word in telling or words), beginning


def _answers(word: str, stems: frozenset[str], beginning: str) -> bool:
    plain = _plain(word)
    return _stem(plain) in stems or bool(beginning and plain.startswith(beginning))


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    """Fold capitals, accents and a genitive away."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"['’]s?$", "", plain)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """Cut endings until none is left: "volunteering" and "volunteers" meet only then."""
    shorter = next(iter(telling_words(word)), word)
    return word if shorter == word else _stem(shorter)
