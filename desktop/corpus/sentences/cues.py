"""The cues in a sentence: what stands in it that tells what it does, and where.

A cue is a word, two or three words in a row (``we <ask>``), the words it begins or ends with
(``^the <body>``, ``<money>$``), or something about the whole of it (``@question``). Which of them
tell anything, and what, is in ``resources/cues/weights.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from desktop.corpus.sentences.words import Vocabulary, Words

Place = tuple[int, int]
Marked = dict[str, tuple[int, int]]  # the numbers of the first word, and of the one after the last
Signs = dict[str, frozenset[str]]

_SINGULAR = frozenset({"i", "my", "me", "myself", "mine", "i've", "i'm", "i'd", "i'll"})
_PLURAL = frozenset({"we", "our", "us", "ourselves", "we've", "we're", "we'll", "we'd"})
_OWN = _SINGULAR | _PLURAL
_ASKING = frozenset({"why", "how", "what", "who", "when", "where", "if", "because", "whether"})
_MUST = frozenset({"<must>", "need", "needs", "needed", "require", "<made>"})
_MAY = frozenset({"would", "could", "can", "may", "might", "will", "can't", "won't", "wouldn't"})
_BEFORE_VERB = frozenset({"not", "also", "only", "<ly>", "<often>", "then", "therefore", "to"})
_NEED = frozenset({"need", "needs"})
_AFTER_NOUN = frozenset({".", ",", ";", ")", "and", "or", "of", "are", "is", "that", "with", "in"})
_HAVE = frozenset({"has", "have"})
_ADVICE = _HAVE | _NEED | {"<must>"}
_DENIED = frozenset({"not", "no", "don't", "doesn't", "didn't"})
_DOERS = _OWN | {"they", "he", "she", "it", "<body>", "<people>", "<kin>"}
_DONE = frozenset({"<past>", "<found>", "was", "were", "had", "did", "didn't", "wasn't"})
_BREAKS = _MAY | {"<must>", ".", ",", ";"}
_FIGURES = frozenset({"<number>", "<money>", "<share>", "<year>"})
_NO_OBJECT = frozenset({"you", "we", "i", "they", "is", "are", "was", "of", "has", "had", "?"})
_JUDGING = frozenset({"<good>", "<bad>", "<think>", "<matter>"})
_LINKS = frozenset({"and", "but", "or", "so", "as", "because", "which", "who", "that", "while"})
_PUNCTUATION = frozenset('.!?;:,()"-')
_LOUD = re.compile(r"\b[A-Z]{4,}\b")
_SHORT = re.compile(r"\b[A-Z]{2,5}\b")


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a sentence, by name; ``words`` are what it is made of."""

    names: set[str]
    words: Words
    marked: Marked

    def place(self, name: str) -> Place | None:
        """Give the characters where a cue first stands; None if it is about the whole sentence."""
        span = self.marked.get(name) if name[0] == "@" else self._sequence(name)
        if span is None:
            return None
        places = self.words.places
        return places[span[0]][0], places[span[1] - 1][1]

    def _sequence(self, name: str) -> tuple[int, int] | None:
        """Find the words of a cue: the number of the first, and of the one after the last."""
        sorts = self.words.sorts
        if name[0] == "^":
            return 0, name.count(" ") + 1
        if name[-1] == "$":
            return len(sorts) - 1, len(sorts)
        parts = name.split(" ")
        for at in range(len(sorts) - len(parts) + 1):
            if sorts[at : at + len(parts)] == parts:
                return at, at + len(parts)
        return None


def cues(text: str, known: Vocabulary) -> Cues:
    """Return the cues of a sentence."""
    words = known.words(text)
    found = Cues(_sequences(words.sorts), words, {})
    _advice(words.sorts, found.marked)
    _asking(words, known.signs, found.marked)
    _order(words, known.signs, found.marked)
    _past(words.sorts, found.marked)
    found.names.update(found.marked)
    _whole(words.sorts, found.names)
    _manner(text, words.sorts, found.names)
    return found


def _sequences(sorts: list[str]) -> set[str]:
    """Name every word, pair and triple, and those at the beginning and the end."""
    names = set(sorts)
    pairs = [f"{one} {two}" for one, two in pairwise(sorts)]
    names.update(pairs)
    names.update([f"{two} {three}" for two, three in zip(pairs, sorts[2:], strict=False)])
    if sorts:
        names.add(f"^{sorts[0]}")
        names.add(f"^{' '.join(sorts[:2])}")
        names.add(f"^{' '.join(sorts[:3])}")
        names.add(f"{sorts[-1]}$")
    return names


def _advice(sorts: list[str], marked: Marked) -> None:
    """Add who should do something: "@should:<body>" where "the council should" stands."""
    if _ADVICE.isdisjoint(sorts):
        return
    asked = False
    last = len(sorts) - 1
    for at, sort in enumerate(sorts):
        asked = asked or sort in _ASKING
        if sort == "need" and at and sorts[at - 1] in _DENIED:
            # "We don't need a new rule" asks for nothing.
            marked.setdefault("@need denied", (at - 1, at + 1))
            continue
        after = sorts[at + 1] if at < last else "."
        if sort in _ADVICE and (after == "to" or sort not in _HAVE) and not _is_noun(sort, after):
            _who_should(sorts, at, "@should after a question word" if asked else "@should", marked)


def _is_noun(sort: str, after: str) -> bool:
    """Tell whether "needs" is what people have: "their needs and hopes"."""
    return sort in _NEED and after in _AFTER_NOUN


def _who_should(sorts: list[str], at: int, name: str, marked: Marked) -> None:
    before = at - 1
    while before >= 0 and sorts[before] in _BEFORE_VERB:
        before -= 1
    who = sorts[before] if before >= 0 else "nobody"
    span = (max(before, 0), at + 1)
    if sorts[at] in _HAVE:
        marked.setdefault(f"@have to:{who}", span)
        return
    marked.setdefault(f"@should:{who}", span)
    marked.setdefault(name, span)
    after = sorts[at + 1] if at + 1 < len(sorts) else "nothing"
    if after in {"be", "not", "have"} and at + 2 < len(sorts):
        after = f"{after} {sorts[at + 2]}"
    marked.setdefault(f"@should>{after}", (at, at + 1))


def _asking(words: Words, signs: Signs, marked: Marked) -> None:
    """Add "@asks" where "we strongly recommend" stands, or "the Forum calls on"."""
    asking, between = signs["asking"], signs["between"]
    for at, word in enumerate(words.texts):
        if word in asking:
            before = at - 1
            while before >= 0 and words.texts[before] in between:
                before -= 1
            if before >= 0 and (words.texts[before] in {"i", "we"} or word[-1] == "s"):
                marked.setdefault("@asks", (before, at + 1))
        elif word == "see" and words.texts[max(0, at - 2) : at] == ["like", "to"]:
            marked.setdefault("@like to see", (at - 2, at + 1))


def _order(words: Words, signs: Signs, marked: Marked) -> None:
    """Add "@order" where a sentence begins as an order does: "Publish the guidance"."""
    texts, at = words.texts, 0
    while at < len(texts) and (texts[at] in signs["lead"] or texts[at] in {",", "-"}):
        at += 1
    if at + 1 < len(texts) and texts[at] in signs["orders"] and texts[at + 1] not in _NO_OBJECT:
        marked["@order"] = (at, at + 1)
        marked[f"@order>{words.sorts[at + 1]}"] = (at, at + 2)


def _past(sorts: list[str], marked: Marked) -> None:
    """Add what somebody did: "@past:own" where "I have never been told" stands."""
    if _DONE.isdisjoint(sorts):
        return
    who, began = "", 0
    for at, sort in enumerate(sorts):
        if sort in _DOERS:
            who, began = ("own" if sort in _OWN else sort), at
        elif sort in _DONE and who:
            marked.setdefault(f"@past:{who}", (began, at + 1))
            who = ""
        elif sort in _BREAKS:
            who = ""


def _whole(sorts: list[str], names: set[str]) -> None:
    """Add what the sentence speaks of: oneself, duty, chance, figures."""
    for name, group in (("@i", _SINGULAR), ("@we", _PLURAL), ("@must", _MUST), ("@may", _MAY)):
        if not names.isdisjoint(group):
            names.add(name)
    own = 0 if names.isdisjoint(_OWN) else sum(sort in _OWN for sort in sorts)
    if own > 1:
        names.add("@own twice")
    if not own and "you" not in names and "your" not in names:
        names.add("@nobody's own")
    if own and any(a in _LINKS and b in _OWN for a, b in pairwise(sorts)):
        names.add("@link to own")
    if not names.isdisjoint(_JUDGING):
        names.add("@judges")
    elif names.isdisjoint(_MAY) and "<must>" not in names:
        names.add("@says how it is")
    if not names.isdisjoint(_FIGURES) and sum(sort in _FIGURES for sort in sorts) > 1:
        names.add("@figures")


def _manner(text: str, sorts: list[str], names: set[str]) -> None:
    """Add how it is said: its length, its beginning, whether it asks or shouts."""
    length = sum(sort[0] not in _PUNCTUATION for sort in sorts)
    names.add(f"@length {min(length // 5, 7)}")
    if text.lstrip()[:1].islower():
        names.add("@begins small")
    if _LOUD.search(text):
        names.add("@loud")
    if _SHORT.search(text):
        names.add("@letters for a name")
    if any(letter.isdigit() for letter in text):
        names.add("@digits")
    if "?" in names:
        names.add("@question")
        if not names.isdisjoint(_MUST):
            names.add("@must in question")
