"""A planned answer in plain words, for the window and the terminal alike."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.drafting import AnswerPlan, Missing, Untouched
from desktop.core.evidence import Purpose

PARTS = {
    Purpose.CLAIM: "Key point",
    Purpose.EVIDENCE: "Evidence",
    Purpose.EXAMPLE: "Example",
    Purpose.COUNTER_ARGUMENT: "Perhaps the other side",
    Purpose.RECOMMENDATION: "Recommendation",
}
_UNTOUCHED = {
    Untouched.WRITTEN: "something is written already, so it is left as it is.",
    Untouched.SKIPPED: "it is skipped, so it is left as it is.",
    Untouched.READY: "it is marked as ready, so it is left as it is.",
}
_IN_A_SENTENCE = {
    Purpose.CLAIM: "a key point of your own",
    Purpose.EVIDENCE: "evidence",
    Purpose.EXAMPLE: "an example",
    Purpose.COUNTER_ARGUMENT: "the other side of the argument",
    Purpose.RECOMMENDATION: "a recommendation",
}
_MISSING = {
    Missing.NOT_FOUND: "Not found in the library: {}.",
    Missing.NO_ROOM: "Found, but too long for the words left: {}.",
    Missing.LEFT_OUT: "Left out by you: {}.",
}


def untouched_words(why: Untouched) -> str:
    """Return why an answer gets nothing, to follow its name and a colon."""
    return _UNTOUCHED[why]


def length_words(item: AnswerPlan) -> str:
    """Return how much goes in of what there is room for: "3 pieces, 189 of 300 words"."""
    pieces = len(item.placed)
    if not pieces:
        return "nothing goes in."
    said = "1 piece" if pieces == 1 else f"{pieces} pieces"
    used = item.length
    if item.room.characters is not None:
        return f"{said}, {used.characters:,} of {item.room.characters:,} characters."
    room = f" of {item.room.words:,}" if item.room.words is not None else ""
    return f"{said}, {used.words:,}{room} words."


def missing_words(item: AnswerPlan) -> list[str]:
    """Return a sentence for each reason why parts of an answer stay empty."""
    return [
        sentence.format(_listed(_IN_A_SENTENCE[part] for part in parts))
        for why, sentence in _MISSING.items()
        if (parts := [part for part in Purpose if item.missing.get(part) is why])
    ]


def _listed(words: Iterable[str]) -> str:
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last
