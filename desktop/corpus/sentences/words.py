"""The words of a sentence as cues see them: each one itself, its sort of word, or its shape."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import desktop
from desktop.paths import find_content

_WORD = re.compile(
    r"(?:https?://|www\.|__url)\S+"
    r"|[£$€]\s?\d[\d,.]*\d?|\d[\d,.]*\d?\s?(?:%|per\s?cent)|\d+(?:[,.]\d+)*"
    r"|[a-z]+(?:['-][a-z]+)*|[.!?;:,()\"-]"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_STRAIGHT = str.maketrans("’‘“”–—", "''\"\"--")  # one for one, so that places stay right
_SHAPES = (("ed", "<past>"), ("ing", "<ing>"), ("ly", "<ly>"), ("s", "<many>"))


@dataclass(frozen=True, slots=True)
class Words:
    """The words and punctuation of a sentence, what each counts as, and where it stands."""

    texts: list[str]
    sorts: list[str]
    places: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What each known word counts as: itself, "<body>" and the like, or "<x>" for trade words.

    ``signs`` are the words that make cues of their own: "asking", "between", "orders", "lead".
    """

    sorts: dict[str, str]
    signs: dict[str, frozenset[str]]

    def words(self, text: str) -> Words:
        """Return the words and punctuation of ``text`` in order."""
        small = text.translate(_STRAIGHT)
        lowered = small.lower()
        # `lower` may lengthen a few letters of other alphabets; places must not move.
        searched = lowered if len(lowered) == len(small) else small
        places = [match.span() for match in _WORD.finditer(searched)]
        sorts = self.sorts
        found = [searched[start:end] for start, end in places]
        return Words(found, [sorts.get(word) or shape(word) for word in found], places)


def shape(word: str) -> str:
    """Return what a word counts as that is not in the vocabulary."""
    first = word[0]
    if first.isdigit():
        return _number(word)
    if first in "£$€":
        return "<money>"
    if not first.isalpha() and first != "_":
        return word
    if "://" in word or word.startswith(("www.", "__url")):
        return "<url>"
    if len(word) > 4:
        for ending, sort in _SHAPES:
            if word.endswith(ending):
                return sort
    return "<x>"


def _number(word: str) -> str:
    if word[-1] in "%t":
        return "<share>"
    return "<year>" if _YEAR.fullmatch(word) else "<number>"


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Read the sorts of word, once."""
    folder = cue_folder()
    lists = tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))
    sorts = {word: word for word in (folder / "plain-words.txt").read_text("utf-8").split()}
    for words in lists["plain"].values():
        sorts.update(dict.fromkeys(words.split(), "<x>"))
    for sort, words in lists["classes"].items():
        sorts.update(dict.fromkeys(words.split(), f"<{sort}>"))
    signs = {name: frozenset(words.split()) for name, words in lists["signs"].items()}
    return Vocabulary(sorts, signs)


def cue_folder() -> Path:
    """Give the folder of the lists and weights."""
    return find_content(Path(desktop.__file__).resolve().parent) / "resources" / "cues"
