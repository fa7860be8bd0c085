"""Signs that a piece argues the other way, as far as words alone can tell.

Words cannot tell an argument from its opposite; they can tell that a sentence about the same thing
turns ("however"), denies ("no evidence that"), names a price (risk, cost) or a movement the other
way (rose where a sentence says fell). The card says which sign it was, and a person judges.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from desktop.matching.words import index_word, split

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z£\d])|\n+")

# Movements and their opposites: how much there is, how good it is, whether it is there at all, and
# what comes of it.
_MOVEMENTS = (
    (
        "rise rises rose risen rising increase increases increased increasing grow grows grew grown"
        " growing growth gain gains gained more expand expanded expands expanding",
        "fall falls fell fallen falling decrease decreases decreased decreasing decline declines"
        " declined declining drop drops dropped lose loses lost losing less fewer shrink shrank"
        " shrunk shrinking cut reduce reduced reduces reducing reduction reductions",
    ),
    (
        "improve improves improved improving improvement improvements better strengthen strengthens"
        " strengthened stronger",
        "worsen worsens worsened worse weaken weakens weakened weaker undermine undermines"
        " undermined damage damages damaged",
    ),
    (
        "open opens opened opening start starts started begin began begun",
        "close closes closed closing closure closures end ends ended ceased",
    ),
    (
        "succeed succeeds succeeded success successful works worked",
        "fail fails failed failing failure failures",
    ),
)
_WAYS = {
    word: axis * way
    for axis, both in enumerate(_MOVEMENTS, 1)
    for way, words in zip((1, -1), both, strict=True)
    for word in words.split()
}
_NO_EVIDENCE = re.compile(
    r"\b(?:no|little) (?:clear |good |strong |real |reliable )?"
    r"(?:evidence|proof|reason|sign|link|effect|difference|support|guarantee)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should) not"
    r"|cannot|\w+n[’']t|never|neither|hardly|far from)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:however|although|nevertheless|nonetheless|despite|in spite of"
    r"|on the other hand|by contrast|in contrast|contrary to"
    r"|on the contrary|conversely|even so|whereas)\b",
    re.IGNORECASE,
)
_OBJECTS = re.compile(
    r"\b(?:critics?|opponents?|sceptics?|sceptical|objections?|object(?:s|ed)? to|dispute[sd]?"
    r"|disagree[sd]?|doubt(?:s|ed|ful)?|myth|contradict\w*|wrong(?:ly)?|mistaken|misleading"
    r"|questionable|warn(?:s|ed|ing)?|fear(?:s|ed)?|danger(?:s|ous)?|conflict(?:s|ed)?|tension|paradox)\b",
    re.IGNORECASE,
)
_PRICES = re.compile(
    r"\b(?:risk(?:s|y)?|cost(?:s|ly)?|burden(?:s|some)?|problem(?:s|atic)?|barriers?"
    r"|threat(?:s|en|ens)?|harm(?:s|ful|ed)?|drawbacks?|downsides?|unfair|expensive"
    r"|difficult(?:y|ies)?|limit(?:s|ed|ation|ations)?|at the expense)\b",
    re.IGNORECASE,
)
# What each sign is worth.
_SIGNS = ((_NO_EVIDENCE, 0.6), (_OBJECTS, 0.5), (_TURNS, 0.35), (_DENIES, 0.35), (_PRICES, 0.3))
_OTHER_WAY = 0.8
_ALONE = 0.6  # a sign in another sentence than most of the words on the subject
_LEAST = 0.3  # a weaker one tells nothing
CLEAR = 0.5  # from here on it tells something where nobody has said yet what is to be opposed
_TOGETHER = 2  # words on the subject in one sentence with the sign
_REACH = 4  # words between "fewer" and what there is fewer of

_Directions = dict[tuple[int, str], str]


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that a piece argues the other way.

    ``words`` are the words that tell, as they stand in the piece. For a movement the other way
    ``against`` is the word of the sentence that it goes against, and ``of`` what moves; for any
    other sign they are "". ``strength`` runs from 0 to 1.
    """

    words: str
    strength: float
    against: str = ""
    of: str = ""


def opposing(sentence: str, text: str, about: Collection[str]) -> Sign | None:
    """Return the clearest sign that ``text`` argues against ``sentence``, or None.

    ``about`` are the words of the sentence that the text shares. A sign counts for most where it
    stands in one sentence with two of them.
    """
    topics = {index_word(part): word for word in about for part in split(word)}
    mine = _directions(sentence, topics)
    denied = any(pattern.search(sentence) for pattern in (_DENIES, _NO_EVIDENCE))
    found: list[Sign] = []
    for said in _SENTENCE.split(text):
        near = len(topics.keys() & set(map(index_word, split(said))))
        part = 1.0 if near >= min(_TOGETHER, len(topics)) else _ALONE if near else 0.0
        found += [
            Sign(sign.words, part * sign.strength, sign.against, sign.of)
            for sign in _signs(said, topics, mine, denied=denied)
        ]
    clearest = max(found, key=lambda sign: sign.strength, default=None)
    return clearest if clearest and clearest.strength >= _LEAST else None


def _signs(
    said: str, topics: Mapping[str, str], mine: _Directions, *, denied: bool
) -> Iterator[Sign]:
    """Yield the signs in one sentence of a piece."""
    theirs = _directions(said, topics)
    for (way, topic), word in theirs.items():
        if (-way, topic) in mine and (way, topic) not in mine and (-way, topic) not in theirs:
            yield Sign(word, _OTHER_WAY, mine[-way, topic], topics[topic])
    for pattern, strength in _SIGNS:
        sign = pattern.search(said)
        # Where the sentence itself denies, what denies too is on its side.
        if sign and not (denied and pattern in {_DENIES, _NO_EVIDENCE}):
            yield Sign(sign.group().lower(), strength)


def _directions(text: str, topics: Collection[str]) -> _Directions:
    """Return what moves in a text, by way (see ``_WAYS``; the opposite is the negative) and topic,
    with the word that says so.
    """
    words = split(text)
    stems = [index_word(word) for word in words]
    found: _Directions = {}
    for at, word in enumerate(words):
        way = _WAYS.get(word)
        if way is not None:
            near = stems[max(at - _REACH, 0) : at] + stems[at + 1 : at + 1 + _REACH]
            for topic in set(topics).intersection(near):
                found.setdefault((way, topic), word)
    return found
