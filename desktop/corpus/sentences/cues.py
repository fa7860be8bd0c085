"""The cues in a sentence: what stands in it that tells what it does, and where.

A cue is a word, two or three words in a row (``we <ask>``), the words it begins or ends with
(``^the <body>``, ``<money>$``), or something about the whole of it (``@question``). Which of them
tell anything, and what, is in ``resources/cues/weights.toml``.
"""

from __future__ import annotations

import re
from itertools import pairwise

from desktop.corpus.sentences.words import Vocabulary, Word

Place = tuple[int, int]
NOWHERE: Place = (0, 0)

_SINGULAR = frozenset({"i", "my", "me", "myself", "mine", "i've", "i'm", "i'd", "i'll"})
_PLURAL = frozenset({"we", "our", "us", "ourselves", "we've", "we're", "we'll", "we'd"})
_OWN = _SINGULAR | _PLURAL
_ASKING = frozenset({"why", "how", "what", "who", "when", "where", "if", "because", "whether"})
_MUST = frozenset({"<must>", "need", "needs", "needed", "require", "<made>"})
_MAY = frozenset({"would", "could", "can", "may", "might", "will", "can't", "won't", "wouldn't"})
_BEFORE_VERB = frozenset({"not", "also", "only", "<ly>", "<often>", "then", "therefore", "to"})
_ADVICE = frozenset({"<must>", "need", "needs"})
_LINKS = frozenset({"and", "but", "or", "so", "as", "because", "which", "who", "that", "while"})
_LOUD = re.compile(r"\b[A-Z]{4,}\b")


def cues(text: str, known: Vocabulary) -> dict[str, Place]:
    """Return the cues of a sentence, each with the place where it first stands."""
    words = known.words(text)
    found: dict[str, Place] = {}
    _sequences(words, found)
    _advice(words, found)
    _past(words, found)
    _whole(text, words, found)
    return found


def _sequences(words: list[Word], found: dict[str, Place]) -> None:
    """Add every word, pair and triple, and those at the beginning and the end."""
    last = len(words) - 1
    for at, word in enumerate(words):
        sort, start = word.sort, word.start
        found.setdefault(sort, (start, word.end))
        if at < last:
            after = words[at + 1]
            pair = f"{sort} {after.sort}"
            found.setdefault(pair, (start, after.end))
            if at < last - 1:
                third = words[at + 2]
                found.setdefault(f"{pair} {third.sort}", (start, third.end))
    if words:
        begin = ""
        for word in words[:3]:
            begin = f"{begin} {word.sort}" if begin else f"^{word.sort}"
            found[begin] = (words[0].start, word.end)
        found[f"{words[-1].sort}$"] = (words[-1].start, words[-1].end)


def _advice(words: list[Word], found: dict[str, Place]) -> None:
    """Add who should do something: "@should:<body>" where "the council should" stands."""
    asked = False
    for at, word in enumerate(words):
        asked = asked or word.sort in _ASKING
        if word.sort not in _ADVICE:
            continue
        before = at - 1
        while before >= 0 and words[before].sort in _BEFORE_VERB:
            before -= 1
        who = words[before].sort if before >= 0 else "nobody"
        begins = words[max(before, 0)].start
        found.setdefault(f"@should:{who}", (begins, word.end))
        found.setdefault(
            "@should after a question word" if asked else "@should", (begins, word.end)
        )
        after = words[at + 1].sort if at + 1 < len(words) else "nothing"
        if after in {"be", "not", "have"} and at + 2 < len(words):
            after = f"{after} {words[at + 2].sort}"
        found.setdefault(f"@should>{after}", (word.start, word.end))


def _past(words: list[Word], found: dict[str, Place]) -> None:
    """Add what somebody did: "@past:i" where "I have never been told" stands."""
    who, began = "", 0
    for word in words:
        sort = word.sort
        if sort in _OWN or sort in {"they", "he", "she", "it", "<body>", "<people>", "<kin>"}:
            who, began = ("own" if sort in _OWN else sort), word.start
        elif sort in {"<past>", "<found>", "was", "were", "had", "did", "didn't", "wasn't"} and who:
            found.setdefault(f"@past:{who}", (began, word.end))
            who = ""
        elif sort in {".", ",", ";"} or sort in _MAY or sort == "<must>":
            who = ""


def _whole(text: str, words: list[Word], found: dict[str, Place]) -> None:
    """Add what the sentence is like as a whole."""
    sorts = [word.sort for word in words]
    seen = set(sorts)
    for name, group in (("@i", _SINGULAR), ("@we", _PLURAL), ("@must", _MUST), ("@may", _MAY)):
        if seen & group:
            found[name] = NOWHERE
    own = sum(sort in _OWN for sort in sorts)
    if own > 1:
        found["@own twice"] = NOWHERE
    if not own and "you" not in seen and "your" not in seen:
        found["@nobody's own"] = NOWHERE
    _manner(text, sorts, found)


def _manner(text: str, sorts: list[str], found: dict[str, Place]) -> None:
    """Add how it is said: its length, its beginning, whether it asks or shouts."""
    seen = set(sorts)
    length = sum(sort[0].isalpha() or sort[0] == "<" for sort in sorts)
    found[f"@length {min(length // 5, 7)}"] = NOWHERE
    begin = text.lstrip()[:1]
    if begin.islower():
        found["@begins small"] = NOWHERE
    if _LOUD.search(text):
        found["@loud"] = NOWHERE
    if "?" in seen:
        found["@question"] = NOWHERE
        if seen & _MUST:
            found["@must in question"] = NOWHERE
    if any(a in _LINKS and b in _OWN for a, b in pairwise(sorts)):
        found["@link to own"] = NOWHERE
    if sum(sort in {"<number>", "<money>", "<share>", "<year>"} for sort in sorts) > 1:
        found["@figures"] = NOWHERE
