"""From a text to the words that a search index keeps of it.

The same two steps for what is kept and for what is asked: ``split`` takes a text apart into words
as they were written, ``index_word`` says what such a word counts as. British and American spelling
count as one; the pairs are in ``resources/words/spelling.toml``.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import desktop
from desktop.paths import find_content

# Which words come of a text: raised when that changes, since saved indexes then hold others.
VERSION = 2

# Numbers with their points and commas; letters between full stops (U.K.); words with apostrophes
# and hyphens inside (it's, co-operative).
_WORD = re.compile(
    r"\d+(?:[.,]\d+)*[^\W_]*|(?:[^\W\d_]\.){2,}(?![^\W_])(?:'s)?|[^\W_]+(?:['-][^\W_]+)*",
)
# What else is usual in print is no part of a word; so most texts are plain letters after this.
_PLAIN = tuple(zip("’‘ʼ‐‑–—“”„£€•…", "'''--" + " " * 9, strict=True))
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_POSSESSIVE = re.compile(r"'s?$")
# First parts that are no word of their own: co-operative is cooperative, and never "operative".
_PARTS = "anti bi co de e ex inter micro mid non pre re semi sub un"
_JOINED = frozenset(_PARTS.split())
# Longer ones are no words but addresses, hashes and rubbish: kept, but only so much of them.
LONGEST = 60
# Different words whose stems are remembered: the vocabulary of a very large library.
_REMEMBERED = 200_000


def split(text: str) -> list[str]:
    """Take a text apart into its words, in order, as they were written but folded.

    Folded: lower case, without accents and without possessive endings; "1,000" is 1000, "U.K." is
    uk, "co-operative" is cooperative, and any other word with hyphens is several words.
    """
    found: list[str] = _WORD.findall(_folded(text))
    if all(map(str.isalnum, found)) and len(max(found, key=len, default="")) <= LONGEST:
        return found
    words: list[str] = []
    for written in found:
        if written.isalnum():
            words.append(written[:LONGEST])
        else:
            words.extend(part[:LONGEST] for part in _parts(written) if part)
    return words


@lru_cache(maxsize=_REMEMBERED)
def index_word(written: str) -> str:
    """Say what a folded word counts as: its stem (Snowball, "english"), in British spelling."""
    if not written.isalpha():
        return written
    # Loaded at the first word: the package holds all its languages and takes 60 ms.
    from snowballstemmer.english_stemmer import EnglishStemmer

    # A stemmer holds the word it is at work on, and words are looked up from several threads.
    return EnglishStemmer().stemWord(spelling().british(written))


@dataclass(frozen=True, slots=True)
class Spelling:
    """American spellings and the British ones that they count as."""

    words: dict[str, str]
    beginnings: dict[str, str]
    endings: dict[str, str]

    def british(self, word: str) -> str:
        """Spell a word in lower case the British way, if it is known to differ."""
        if word in self.words:
            return self.words[word]
        begun = next((word[:n] for n in range(4, 12) if word[:n] in self.beginnings), "")
        if begun:
            return self.beginnings[begun] + word[len(begun) :]
        # The shortest word that an ending is taken from is "realize" less a letter: not "size".
        ended = next((word[-n:] for n in range(9, 2, -1) if word[-n:] in self.endings), "")
        if ended and len(word) - len(ended) > 2:
            return word[: -len(ended)] + self.endings[ended]
        return word


def read_spelling(file: Path) -> Spelling:
    """Read the pairs of spellings in a file such as ``resources/words/spelling.toml``."""
    with file.open("rb") as opened:
        lists = tomllib.load(opened)
    words = {**_pairs(lists["words"]["pairs"]), **_pairs(lists["grammar"]["pairs"])}
    return Spelling(words, _pairs(lists["beginnings"]["pairs"]), dict(lists["endings"]))


@lru_cache(maxsize=1)
def spelling() -> Spelling:
    """Give the spellings that ship with the program."""
    content = find_content(Path(desktop.__file__).resolve().parent)
    return read_spelling(content / "resources" / "words" / "spelling.toml")


def _pairs(lines: str) -> dict[str, str]:
    pairs = (line.split() for line in lines.splitlines() if line.strip())
    return dict(pairs)


def _folded(text: str) -> str:
    lower = text.lower()
    if lower.isascii():
        return lower
    # Much faster than translating letter by letter.
    for printed, plain in _PLAIN:
        lower = lower.replace(printed, plain)
    if lower.isascii():
        return lower
    # Letters of other founts come out as plain ones, capitals among them.
    apart = unicodedata.normalize("NFKD", lower).lower()
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _parts(written: str) -> list[str]:
    """Take a word with points, commas, apostrophes or hyphens inside to what is kept of it."""
    if written[0].isdigit():
        return [written.replace(",", "")] if _THOUSANDS.fullmatch(written) else written.split(",")
    if "." in written:
        return [_POSSESSIVE.sub("", written).replace(".", "")]
    pieces = [_POSSESSIVE.sub("", piece) for piece in written.split("-")]
    if len(pieces) > 1 and pieces[0] in _JOINED and pieces[1].isalpha():
        pieces[:2] = ["".join(pieces[:2])]
    return pieces
