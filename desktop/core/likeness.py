"""How much two texts are about the same thing: the telling words that both have."""

from __future__ import annotations

import re

from desktop.core.stop_words import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ies",
    "ers",
    "er",
    "ed",
    "es",
    "s",
    "y",
)
_SHORTEST_STEM = 4
# Besides the words that say nothing anywhere, those that every inquiry is full of.
_PLAIN = STOP_WORDS | {"committee", "consultation", "government", "inquiry"}


def telling_words(text: str) -> dict[str, str]:
    """Return the words that say what a text is about: each stem with the word as it first stood."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text.casefold()):
        if word not in _PLAIN:
            found.setdefault(_stem(word), word)
    return found


def shared_words(text: str, other: str) -> tuple[str, ...]:
    """Return the telling words of ``text`` that ``other`` has too, in the order of ``text``."""
    theirs = telling_words(other)
    return tuple(word for stem, word in telling_words(text).items() if stem in theirs)


def _stem(word: str) -> str:
    """Cut a common ending, so that "volunteers" meets "volunteer"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
