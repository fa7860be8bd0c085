"""How much two texts are about the same thing: the telling words that both have."""

from __future__ import annotations

import re

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
_PLAIN = frozenset(
    word
    for line in (
        "about above after against all also and answer any are because been before being below",
        "between both but can committee consultation could did does doing down during each",
        "evidence few for from further government had has have having her here hers him his how",
        "including inquiry into its itself just may might more most must not now off once only",
        "other our out over own particular per question questions same shall she should some",
        "such than that the their them then there these they this those through too under until",
        "upon very was were what when where which while who whom why will with would you your",
    )
    for word in line.split()
)


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
