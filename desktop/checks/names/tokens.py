"""The words of a line, with what the recogniser asks of each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.core.names import NameWords

_WORD = re.compile(r"&|[^\W\d_]+(?:['’.-]?[^\W\d_]+)*|\d+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word. ``joined`` tells that only a space stands between it and the word before, ``name``
    that it may be part of a name, ``owner`` that it ends in ``'s``.
    """

    word: str
    start: int
    end: int
    joined: bool
    name: bool
    owner: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.word[:1].isupper()


def tokens(text: str, words: NameWords) -> tuple[Token, ...]:
    """Return the words of a line."""
    found: list[Token] = []
    before = 0
    never = words.bodies.never_part
    for match in _WORD.finditer(text):
        word = match[0]
        owner = word.endswith(("'s", "’s"))
        bare = word[:-2] if owner else word
        name = bare[:1].isupper() and bare.casefold() not in never
        end = match.end() - (2 if owner else 0)
        joined = bool(found) and text[before : match.start()] in {" ", "\u00a0", ". "}
        # "Dr. Raman" is one name; a full stop after anything else ends a sentence.
        if joined and text[before : match.start()] == ". ":
            joined = found[-1].word in words.people.titles
        found.append(Token(bare, match.start(), end, joined, name, owner))
        before = match.end()
    return tuple(found)
